"""Register: one row for each student and exercise, made of what the files gave."""

from collections import defaultdict
from dataclasses import dataclass

from ..course import notebooks
from .alike import answers_alike, notebooks_alike
from .outside import MISSING, ORDER
from .submission_rows import judged_exercises

NONE_HANDED_IN = "No notebook {} was handed in."
COUNTS = "handed in more than once; {} counts"
EMPTY = {"mistake": "", "hint": "", "remark": "", "evidence": [], "flags": [], "source": ""}


@dataclass
class Register:
    """rows : {(student, notebook, exercise): row}. files : the FileRows."""

    files: list
    rows: dict

    @property
    def students(self):
        return sorted({one.student for one in self.files})

    @property
    def exercises(self):
        """[(notebook, exercise)], in the order of the course."""
        return list(dict.fromkeys(key[1:] for key in self.rows))

    @property
    def notebooks(self):
        """Their numbers, in the order of the course."""
        return list(dict.fromkeys(notebook for notebook, _ in self.exercises))

    def of(self, student):
        """{(notebook, exercise): row}."""
        return {key[1:]: row for key, row in self.rows.items() if key[0] == student}

    def files_of(self, student):
        return [one for one in self.files if one.student == student]


def register(files):
    """The Register of all files; a notebook that one student handed in is expected of all."""
    by_place = defaultdict(list)
    for one in files:
        by_place[one.student, one.notebook].append(one)
    numbers = sorted({one.notebook for one in files if one.notebook})
    made = Register(files, {})
    for student in made.students:
        for number in numbers:
            made.rows |= rows_of_student(student, number, by_place)
    suspect(made)
    return made


def rows_of_student(student, number, by_place):
    there = by_place[student, number] + [f for f in by_place[student, ""] if f.problem]
    names = [one.name for one in judged_exercises(notebooks.numbered(number))]
    return {(student, number, name): best(name, number, there) for name in names}


def best(name, number, files):
    """The row that counts, of several files the better one; or what no file says."""
    rows = [(row(name, one), one.file) for one in files]
    if not rows:
        return missing(NONE_HANDED_IN.format(number))
    chosen, file = min(rows, key=lambda pair: ORDER.index(pair[0]["outcome"]))
    if len([one for one in files if one.rows]) > 1:
        chosen = chosen | {"flags": [*chosen["flags"], COUNTS.format(file)]}
    return chosen


def row(name, file):
    return file.rows.get(name) or missing(f"{file.file}: {file.problem}")


def missing(sentence):
    return EMPTY | {"outcome": MISSING, "sentence": sentence}


def suspect(made):
    """Add what only a comparison of all shows."""
    alike = answers_alike(made.rows, len(made.students))
    whole = notebooks_alike(made.files)
    for key, one in made.rows.items():
        found = [alike.get(key), whole.get(key[:2])]
        one["flags"] = list(dict.fromkeys([*one["flags"], *filter(None, found)]))
