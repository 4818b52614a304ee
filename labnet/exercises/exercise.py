"""Exercise: one function that the student writes; its check, its hints, its solution."""

import inspect
from dataclasses import dataclass, field, replace

import numpy as np

from ..errors import own_line
from . import reading
from .attempt import TooLong, is_stub, limited
from .causes import likely
from .judging import answer, wrong_names
from .looks import evidence, hint, solution
from .progress import SHEETS, line
from .recognise import alike_everywhere, named, tried
from .verdict import PASSED, RAISED, WAITING, WRONG, Verdict

RIGHT = "That is right."
UNKNOWN = "The result is not the right one yet."
STUB = "There is no code in it yet. Replace the `...`, run the cell, and then this line again."


@dataclass(eq=False)
class Exercise:
    """One function to write.

    right : a right function; its source is what `solution(reveal=True)` shows.
    notebook : its number, "01". draw(rng) : the Cases of one check, the smallest first.
    hints : where to look; which rule; a worked example on other numbers.
    read : what makes named arrays of a return value. order : their names, counted back from the
    loss: the first wrong one is what the student hears of.
    relatives : {name: function} of the same arguments that may be taken for this one.
    """

    right: object
    notebook: str
    draw: object
    hints: tuple
    read: object = reading.one
    order: tuple = ("",)
    relatives: dict = field(default_factory=dict)
    names: tuple = ()

    def __post_init__(self):
        self.name = self.right.__name__
        self.names = self.names or tuple(inspect.signature(self.right).parameters)
        self.latest = self.function = None
        SHEETS.setdefault(self.notebook, []).append(self)

    def answer(self, function, case):
        return answer(function, case, self.read)

    def right_values(self, args):
        """The right values for these arguments, or None if they don't fit."""
        try:
            with np.errstate(all="ignore"):
                return self.read(self.right(*args))
        except Exception:
            return None

    # What the student calls

    def check(self, function):
        """Look at the function; returns a Verdict, whatever happens inside."""
        self.function, self.latest = function, self.judge(function)
        return replace(self.latest, progress=line(SHEETS[self.notebook]))

    def hint(self, level=1):
        """1: where to look. 2: which rule. 3: a worked example on other numbers."""
        return hint(self, level)

    def solution(self, reveal=False):
        return solution(self, reveal)

    def use(self, function):
        """The student's function if it is right; else labnet's, so that the notebook goes on."""
        passed = self.check(function).passed
        whose = "your" if passed else "labnet's"
        print(f"using {whose} `{self.name}`")
        return function if passed else self.right

    # How it is judged

    def judge(self, function):
        if is_stub(function):
            return self.verdict(WAITING, STUB)
        if not callable(function):
            return self.verdict(WRONG, f"This is a {type(function).__name__}, not a function.")
        try:
            with limited():
                draws = [self.run(function, np.random.default_rng()) for _ in range(2)]
        except TooLong as error:
            return self.verdict(RAISED, str(error), "endless")
        return self.judged(draws)

    def judged(self, draws):
        faulty = [draw for draw in draws if faults(self, *draw)]
        if not faulty:
            return self.verdict(PASSED, self.remark(*draws[0]))
        place = faults(self, *faulty[0])[0]
        case, given, right = (column[place] for column in faulty[0])
        if isinstance(given.error, NotImplementedError):
            return self.verdict(WAITING, STUB)
        unread = given.event if given.error is None else None
        unknown = (unread or None, likely(given.error) or given.told or UNKNOWN)
        id, *told = named(self, draws) or unknown
        if given.error is not None:
            return self.verdict(RAISED, lines(told), id, stopped_at(given.error))
        return self.verdict(WRONG, lines(told), id, evidence(self, case, given, right))

    def run(self, function, rng):
        """(cases, the student's answers, the right ones) of one draw."""
        cases = self.draw(rng)
        right = [self.answer(self.right, case) for case in cases]
        return cases, [self.answer(function, case) for case in cases], right

    def remark(self, cases, given, right):
        """What to say about a right function: that it is right, and what it shows a weakness of."""
        notes = tried(self, cases, notes=True)
        seen = (self, cases, given, right)
        note = next((one for one, weak in notes if alike_everywhere(*seen, weak)), None)
        return RIGHT if note is None else f"{RIGHT} A remark: {note.sentence}"

    def verdict(self, outcome, message, mistake=None, evidence=()):
        return Verdict(self.name, outcome, message, mistake, tuple(evidence))


def faults(exercise, cases, given, right):
    """The places of the cases in which something is wrong."""
    pairs = enumerate(zip(cases, given, right, strict=True))
    return [i for i, (case, one, other) in pairs if is_wrong(exercise, case, one, other)]


def is_wrong(exercise, case, given, right):
    lost = given.values is None or given.changed
    return bool(lost or wrong_names(case, given, right, exercise.order))


def lines(sentences):
    return "\n".join(filter(None, sentences))


def stopped_at(error):
    """The student's own line, and what it raised."""
    return [*own_line(error), f"{type(error).__name__}: {error}"]
