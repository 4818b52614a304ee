"""Submission: the files of one student, from the course's notebooks, and what grading must say.

What is expected is plain text, such as "right", "wrong: loss-sign" or "wrong or stopped".
"""

from dataclasses import dataclass, field
from functools import cache

import notebook_rules as rules
from exercises.listed import SHEETS
from nbformat import v4
from test_solved_notebooks import asked, substituted

from labnet.course import copies, notebooks
from labnet.exercises.engine.exercise import Exercise

from .right_sources import right_sources

RIGHT, WRONG, STOPPED, WAITING, MISSING = "right", "wrong", "stopped", "not attempted", "missing"
NAMED = "stopped or missing"  # a name is not found, or the cell cannot be read: either may be said


def nothing(notebook):
    """What changes a notebook that needs no change."""


@dataclass(frozen=True)
class Paper:
    """One notebook that is handed in.

    number : of the course's notebook, "03". answers : {exercise: source}, in place of right ones.
    rows : {exercise: what is expected}, where it is not `others`.
    blank : whether the other exercises are left as they come. change(notebook) : what else has
    happened to it. spoil(text) : the file's bytes. path : where it is; {student}, {name} and {file}
    are filled in.
    """

    number: str
    answers: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    blank: bool = False
    others: str = RIGHT
    change: object = nothing
    spoil: object = str.encode
    path: str = "{student}/{file}"

    @property
    def expected(self):
        """{exercise: what is expected}"""
        others = WAITING if self.blank and self.others == RIGHT else self.others
        return dict.fromkeys(exercises_of(self.number), others) | self.rows

    def made(self, turn):
        """The file's bytes. turn : a number of the student's, by which right answers differ."""
        notebook = v4.reads_json(original(self.number))
        right = {} if self.blank else handwriting(self.number, turn)
        fill_in(notebook, right | self.answers)
        self.change(notebook)
        return self.spoil(v4.writes(notebook))

    def placed(self, student):
        name = notebooks.numbered(self.number).name
        return self.path.format(student=student, name=name, file=f"{name}.ipynb")


@dataclass(frozen=True)
class Submission:
    """What one student hands in.

    kind : what is special about it. papers : the notebooks. flags : kinds of FLAGS that must be
    there. doubtful : kinds that may be there. listed : whether students.csv says whose it is.
    files : {path: bytes} of what lies beside them.
    """

    kind: str
    papers: tuple
    flags: tuple = ()
    doubtful: tuple = ()
    listed: bool = False
    files: dict = field(default_factory=dict)


def one(kind, number, answers=None, rows=None, flags=(), doubtful=(), **paper):
    """A submission of a single notebook."""
    return Submission(kind, (Paper(number, answers or {}, rows or {}, **paper),), flags, doubtful)


@cache
def original(number):
    """The text of a student's copy, as it comes."""
    return copies.without_outputs(copies.find(number))


def exercises_of(number):
    """The names of a notebook's exercises that are functions or classes."""
    return [one.name for one in SHEETS[number] if isinstance(one, Exercise)]


def handwriting(number, turn):
    """{exercise: a right source}: another choice for each turn, until all have been."""
    chosen = {}
    for name, sources in right_sources(number).items():
        turn, place = divmod(turn, len(sources))
        chosen[name] = sources[place]
    return chosen


def fill_in(notebook, answers):
    """Put each answer in the place of its stub."""
    for cell in rules.code_cells(notebook):
        if asked(cell) in answers:
            cell.source = substituted(cell.source, asked(cell), answers[asked(cell)])
