"""A short course: some notebooks, and all that a class needs of them, in a new folder.

`python -m labnet.course.short "01 03 05" folder` makes it. What the notebooks left out have of
their own is not in it: their files, their tests, their rows and pictures in README.md. Links to
them become plain text, followed by a sentence that says so, and LEFT_OUT in the list names them.
Their folders of exercises stay, since the functions of others may call theirs.
"""

import json
import re
import shutil
import sys
from fnmatch import fnmatch
from pathlib import Path

from . import readme
from .copies import ROOT, read_original
from .notebooks import NOTEBOOKS, WHOLE

USAGE = 'Which notebooks, and to where? For example: make course NB="01 03 05" TO=../short-course'
KEPT = ".github", ".ci", ".gitignore", ".gitattributes", ".oxlintrc.json"  # the hidden files of it
LINK = re.compile(r"\[([^\]]*)\]\((\d\d)_\w+\.ipynb[^)]*\)")
LIST = Path("labnet/course/notebooks.py")


def make(numbers, target, root=ROOT):
    """Write the course with these notebooks into the folder `target`, and return what they are."""
    chosen = chosen_from(numbers)
    checked(target, root)
    shutil.copytree(root, target, ignore=left_behind(root, target), dirs_exist_ok=True)
    left_out = [one for one in WHOLE if one not in chosen]
    for one in left_out:
        remove(one, target)
    write_list(target / LIST, left_out)
    for one in chosen:
        rewrite_links(target / "notebooks" / one.file, chosen)
    readme.shorten(target / "README.md", chosen)
    return chosen


def chosen_from(numbers):
    """The notebooks of these numbers, in the order of the course."""
    wanted = {number.zfill(2) for number in numbers}
    known = [one.number for one in NOTEBOOKS]
    unknown = ", ".join(sorted(wanted.difference(known)))
    if unknown or not wanted:
        told = f"{unknown} is not in the course, which has {', '.join(known)}. "
        raise SystemExit((told if unknown else "") + USAGE)
    return [one for one in WHOLE if one.number in wanted]


def checked(target, root):
    """Only into a folder that is new or empty, and only from a whole checkout."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SystemExit(f"{target} is there already: name a new folder, or an empty one.")
    if not (root / "tests").is_dir():
        raise SystemExit(f"{root} has no tests/: a course is made from a checkout of labnet.")


def left_behind(root, target):
    """What copytree leaves out: what .gitignore names, hidden files of others, the target."""
    lines = (root / ".gitignore").read_text("utf-8").split("\n")
    ignored = [line.strip() for line in lines if line.strip() and not line.startswith("#")]

    def ignore(folder, names):
        path = Path("/") / Path(folder).relative_to(root)
        return [
            name
            for name in names
            if is_ignored(path / name, ignored)
            or (path == Path("/") and name.startswith(".") and name not in KEPT)
            or (Path(folder) / name).resolve() == target.resolve()
        ]

    return ignore


def is_ignored(path, patterns):
    """As git reads these few forms: from the root where they begin with /, else anywhere."""
    bare = [(pattern.rstrip("/"), pattern.startswith("/")) for pattern in patterns]
    return any(fnmatch(path.as_posix() if rooted else path.name, one) for one, rooted in bare)


def remove(notebook, target):
    """Its file, its tests and its picture."""
    (target / "notebooks" / notebook.file).unlink(missing_ok=True)
    (target / ".github" / "pictures" / f"{notebook.name}.png").unlink(missing_ok=True)
    tests = target / "tests" / "exercises" / f"notebook_{notebook.number}"
    shutil.rmtree(tests, ignore_errors=True)


def write_list(path, left_out):
    numbers = repr(tuple(one.number for one in left_out)).replace("'", '"')
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^LEFT_OUT = \(.*\)$", f"LEFT_OUT = {numbers}", text), "utf-8")


def rewrite_links(path, chosen):
    """In every text of one notebook; code, outputs and all else stay as they are."""
    notebook = read_original(path)
    numbers = [one.number for one in chosen]
    following = next((one for one in chosen if one.name > path.stem), None)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
            goes_on = "## Next" in text
            lines = [relinked(one, numbers, goes_on, following) for one in text.split("\n")]
            cell["source"] = "\n".join(lines).splitlines(keepends=True)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def relinked(line, numbers, goes_on, following):
    """The line with plain text for links to what is left out, and a sentence that says so."""
    missing = [number for _, number in LINK.findall(line) if number not in numbers]
    if not missing:
        return line
    plain = LINK.sub(lambda link: link[0] if link[2] in numbers else link[1], line)
    told = f" This course goes without {' and '.join(missing)}"
    return plain + told + (onward(following) if goes_on else "") + "."


def onward(following):
    if following is None:
        return ", and ends here"
    return f", and on with [{following.number}]({following.file})"


def main(arguments):
    if len(arguments) != 2 or not arguments[1]:
        raise SystemExit(USAGE)
    chosen = make(arguments[0].replace(",", " ").split(), Path(arguments[1]))
    print(f"{arguments[1]} is a course of {', '.join(one.name for one in chosen)}.")
    print("`make test` in that folder checks it.")


if __name__ == "__main__":
    main(sys.argv[1:])
