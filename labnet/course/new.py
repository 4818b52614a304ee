"""A new notebook: `python -m labnet.course.new 10` or `... new 10_dropout` writes its skeleton.

That is its line in the list, the notebook, its folder with an exercise, a mistake and two
questions, its right answers, and its row in README.md, each to be overwritten with your own. It
runs at once. `make new` also stores its outputs and its picture. As long as its first cell has the
tag `draft`, nobody asks for 900 words.
"""

import re
import sys
from pathlib import Path
from string import Template

from . import readme
from .copies import ROOT
from .notebooks import WHOLE

USAGE = "Which number, and which name? For example: make new NB=10, or make new NB=10_dropout"
TEMPLATES = Path(__file__).parent / "template"
LIST = Path("labnet/course/notebooks.py")
FOLDER, TESTS = "labnet/exercises/notebook_$number", "tests/exercises/notebook_$number"
FILES = {
    "notebooks/$name.ipynb": "notebook.json",
    f"{FOLDER}/__init__.py": "package.txt",
    f"{FOLDER}/exercises.py": "exercises.txt",
    f"{FOLDER}/questions.py": "questions.txt",
    f"{FOLDER}/mistakes/__init__.py": "mistakes.txt",
    f"{FOLDER}/mistakes/example_$number.py": "mistake.txt",
    f"{TESTS}/right_answers.py": "right_answers.txt",
}


def write(name, root=ROOT):
    """Write all that a notebook of this name is made of; return the paths, without those changed.

    name : "10" or "10_dropout".
    """
    number, name = named(name)
    words = {"number": number, "name": name, "needs": "Python and a little NumPy"}
    paths = {root / filled(path, words): TEMPLATES / text for path, text in FILES.items()}
    there = [path for path in paths if path.exists()]
    if there:
        raise SystemExit(f"{there[0]} is there already: take another number, or remove it.")
    for path, template in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(filled(template.read_text("utf-8"), words), "utf-8")
    add_line(root / LIST, name)
    text = "Say in one sentence what happens in it."
    readme.add_row(root / "README.md", name, 15, "Say what the picture shows", text)
    return list(paths)


def named(name):
    """The number and the whole name; one that comes after those in the list."""
    found = re.fullmatch(r"(\d{2})(?:_([a-z]\w*))?", name)
    if not found:
        raise SystemExit(USAGE)
    number, last = found[1], max(one.number for one in WHOLE)
    if number <= last:
        raise SystemExit(f"{number} is taken, or before the last one, {last}. {USAGE}")
    return number, f"{number}_{found[2] or 'new'}"


def filled(text, words):
    return Template(text).substitute(words)


def add_line(path, name):
    """At the end of WHOLE."""
    before, after = path.read_text("utf-8").split("\n)\n# Numbers", 1)
    path.write_text(f'{before}\n    CourseNotebook("{name}"),\n)\n# Numbers{after}', "utf-8")


def main(arguments):
    if len(arguments) != 1:
        raise SystemExit(USAGE)
    for path in write(arguments[0]):
        print(f"{path.relative_to(ROOT).as_posix()} is new")
    print("It has a line in labnet/course/notebooks.py, and a row in README.md.")


if __name__ == "__main__":
    main(sys.argv[1:])
