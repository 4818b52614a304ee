"""Exercise: one function that the student writes; its check, its hints, its solution."""

import inspect
from dataclasses import dataclass, field, replace

import numpy as np

from ...support import checks
from . import catalogue, reading, whose
from .attempt import Case, is_stub, silence
from .calls import called_like, missing
from .cell import remark_on_cell
from .evidence import evidence, hint, solution
from .judging import answer
from .kinds import REMARKS
from .limit import SECONDS, TooLong, WaitedTooLong, limited
from .progress import SHEETS, line
from .recognise import Draw, named
from .stopped import looping_at, stopped_at, waiting_at
from .using import chosen, kinds_of
from .verdict import PASSED, RAISED, WAITING, WRONG, Verdict

RIGHT = "That is right."
UNKNOWN = "The result is not the right one yet."
STOPPED = "Your function was stopped by an exception."
STUB = "There is no code in it yet. Put yours in place of the `...`, and run the cell again."
BEGUN = "There is still a `...` in it. Put your code in its place, and run the cell again."
CALLS = "check", "hint", "solution", "use", "show"
ODD = "This could not be looked at: hand over a function, by its name alone."


def itself(function):
    return function


def unexplained(draws):
    return None


@dataclass(eq=False, repr=False)
class Exercise:
    """One function to write.

    right : a right function; its source is what `solution(reveal=True)` shows.
    notebook : its number, "01". draw(rng) : the Cases of one check, the smallest first.
    hints : where to look; which rule; a worked example on other numbers.
    read : what makes named arrays of a return value. order : their names, counted back from the
    loss: the first wrong one is what the student hears of.
    relatives : {name: function} of the same arguments that may be taken for this one.
    trial(function) : what a case calls in place of the function, where one call is not enough to
    judge it. asks : what the function gives, in a few words. seconds : what a check may compute.
    explain(draws) : a recogniser of its own, asked after the entries that fit exactly: (id,
    sentence, hint) or None. picture(exercise) : what `show` draws.
    weakness(draws) : a remark on a right function that no row of the catalogue has, or None.
    sample() : arguments for which labnet's very numbers are needed if the text is to hold.
    fits(function) : why the text cannot go on with a right one, or "".
    """

    right: object
    notebook: str
    draw: object
    hints: tuple
    read: object = reading.one
    order: tuple = ("",)
    relatives: dict = field(default_factory=dict)
    names: tuple = ()
    trial: object = itself
    explain: object = unexplained
    weakness: object = unexplained
    picture: object = None
    sample: object = None
    fits: object = None
    asks: str = ""
    seconds: float = SECONDS

    def __post_init__(self):
        self.name = self.right.__name__
        three = isinstance(self.hints, tuple) and len(self.hints) == 3
        told = f"`{self.name}` needs three hints: where to look, which rule, another example."
        checks.require(three, told)
        self.names = self.names or tuple(inspect.signature(self.right).parameters)
        self.latest = self.function = None
        SHEETS.setdefault(self.notebook, []).append(self)

    def __repr__(self):
        asks = f": {self.asks}" if self.asks else ""
        calls = f".check({self.name})  .hint()  .solution()  .use({self.name})"
        return f"exercises.{self.name}, to write {self.head}{asks}\n    {calls}"

    @property
    def makes_calls(self):
        """Whether a case is more than one call of the function with its arguments."""
        return self.trial is not itself

    @property
    def head(self):
        """The first line of the function, without the `def`."""
        return f"{self.name}{inspect.signature(self.right)}"

    def __getattr__(self, name):
        raise missing(self, name, CALLS)

    def answered(self, function, case):
        """What comes of one case of a check."""
        return answer(self.trial(function), case, self.read)

    def right_values(self, args):
        """The right values for these arguments, or None if they don't fit."""
        try:
            with np.errstate(all="ignore"):
                return self.read(self.trial(self.right)(*args))
        except Exception:
            return None

    def example(self):
        """Arguments for one call; None if only `trial` knows how to call it."""
        if self.sample:
            return self.sample()
        return None if self.makes_calls else self.cases(np.random.default_rng(0))[0].args

    def cases(self, rng):
        """The Cases of one check; what else a draw returns is its author's mistake."""
        drawn = self.draw(rng)
        fine = isinstance(drawn, list) and drawn and all(isinstance(one, Case) for one in drawn)
        told = f"draw(rng) of `{self.name}` gives {drawn!r:.60}; expected a list of Cases."
        checks.require(fine, told)
        return drawn

    # What the student calls

    @called_like("check({})")
    def check(self, function):
        """Look at the function; returns a Verdict, whatever happens inside."""
        catalogue.of(self)  # what is wrong with a row is for its author, and no verdict
        verdict = self.on_students(function)
        if verdict.mistake != whose.ID:  # which says nothing about what the student has done
            self.latest, self.function = verdict, function
        remark = remark_on_cell(self, function)
        return replace(verdict, remark=remark, progress=line(SHEETS[self.notebook]))

    @called_like("hint()", "hint(2)")
    def hint(self, level=1):
        """1: where to look. 2: which rule. 3: a worked example on other numbers."""
        return hint(self, level)

    @called_like("solution()", "solution(reveal=True)")
    def solution(self, reveal=False):
        return solution(self, reveal)

    @called_like("show()")
    def show(self):
        """A picture of what the latest checked function does, beside the right one."""
        checks.require(self.picture, f"`{self.name}` has no picture; `backward` has one.")
        return self.picture(self)

    @called_like("use({})")
    def use(self, function):
        """The student's function if it is right; else labnet's, so that the notebook goes on."""
        verdict = self.check(function)
        function, told = chosen(self, function, verdict)
        print(*filter(None, (told, verdict.remark)), sep="\n")
        return function

    # How it is judged

    def on_students(self, function):
        """What is said of it as a student's function, which labnet's own is not."""
        try:
            verdict = self.judge(function)
        except Exception as error:  # an object that answers no question about itself
            return self.verdict(RAISED, ODD, None, stopped_at(error, function))
        ours = whose.is_labnets(function, verdict.passed)
        return self.verdict(WAITING, whose.SENTENCE, whose.ID) if ours else verdict

    def judge(self, function):
        """The Verdict on a function, whoever has written it."""
        if is_stub(function):
            return self.verdict(WAITING, STUB)
        if not callable(function):
            told = f"This is {reading.article(type(function).__name__)}, not a function. "
            told += f"Hand over its name alone: `check({self.name})`."
            return self.verdict(WRONG, told, "not-a-function")
        try:
            with limited(self.seconds):
                draws = [Draw(self, function, np.random.default_rng()) for _ in range(2)]
        except TooLong as error:
            shown = waiting_at(error) if isinstance(error, WaitedTooLong) else looping_at(error)
            return self.verdict(RAISED, str(error), error.mistake, shown, error.printed)
        with silence():
            return self.judged(draws)

    def judged(self, draws):
        draw = next((one for one in draws if one.faulty), None)
        if draw is None:
            return self.verdict(PASSED, self.remark(draws))
        case, given, right = draw.at(draw.faulty[0])
        if given.unfinished:
            known = isinstance(given.error, NotImplementedError)
            told = STUB if known else given.told or BEGUN
            return self.verdict(WAITING, told, printed=given.printed)
        known = self.named(draws)
        if known is not None:
            draw = draws[0]
            case, given, right = draw.at(known.place)
        outcome, unknown = (RAISED, STOPPED) if given.stopped else (WRONG, given.told or UNKNOWN)
        id, *told = known[:3] if known else (None, unknown)
        if given.stopped:
            shown = stopped_at(given.error, draw.function, self.arguments(draw.function, case))
        else:
            shown = evidence(self, case, given, right)
        return self.verdict(outcome, "\n".join(filter(None, told)), id, shown, given.printed)

    def named(self, draws):
        """Which mistake it is; None also where it takes too long to find out."""
        try:
            with limited(self.seconds):
                return named(draws)
        except TooLong:
            return None

    def remark(self, draws):
        """What to say about a right function: that it is right, and what it shows a weakness of."""
        notes = [each for one in catalogue.of(self) if one.note for each in one.variants]
        shown = (one for one in notes if all(draw.shows_weakness(one) for draw in draws))
        told = [note.sentence for note in shown][:1] or [self.weakness(draws)]
        told = list(filter(None, told)) or self.odd_kinds(draws)
        return f"{RIGHT} A remark: {told[0]}" if told else RIGHT

    def odd_kinds(self, draws):
        """What to say about matrices, masked arrays and truth values in right results."""
        kinds = set().union(*(one.kinds for draw in draws for one in draw.given))
        if self.makes_calls:  # its trial may return another thing than the function
            kinds |= self.kinds_of_calls(draws[0].function)
        return [remark for kind, remark in REMARKS.items() if kind in kinds]

    def kinds_of_calls(self, function):
        try:
            with limited(self.seconds):
                return kinds_of(self, function)
        except TooLong:
            return set()

    def arguments(self, function, case):
        """(the student's name, value) of each argument; None if a trial makes the calls."""
        if self.makes_calls:
            return None
        return list(zip(self.own_names(function), case.args, strict=False))

    def own_names(self, function):
        """The student's names of the arguments, if they are as many; else the exercise's."""
        try:
            own = tuple(inspect.signature(function).parameters)
        except Exception:  # an object that answers no question about itself, or one in C
            own = ()
        return own if len(own) == len(self.names) else self.names

    def verdict(self, outcome, message, mistake=None, evidence=(), printed=()):
        return Verdict(self.name, outcome, message, mistake, tuple(evidence), printed)
