"""The catalogue of mistakes: a row for each, in the folder `mistakes` beside the exercises.

    wrong, weak = rows_of("cross_entropy")

    wrong("loss-sign", lambda p, y: -cross_entropy(p, y)).says(
        "Your loss is negative.",
        "Follow the minus signs for y = 1 and p = 0.5.",
    )

A row has an id, which never changes; code that makes the mistake; and what a check says to a
student whose function gives the same: what they did, and where to look next. A row of `weak` is
code that is right, but has a weakness: it passes, and its sentence is a remark.
"""

from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from ...support.checks import require

ENTRIES = {}  # {exercise: its Mistakes, in the order in which they are tried}
SILENT = []  # the ids of rows that have not said anything yet


@dataclass(frozen=True)
class Mistake:
    """One entry.

    id : stable, in plain words with hyphens. exercise : the name of the exercise.
    code : the wrong function. sentence : what the student did. hint : where to look next.
    note : True for right answers with a weakness: they pass, with the sentence as a remark.
    settings : keyword arguments of the code with which the mistake is the same, {"eps": 1e-7}.
    shows(case, answer) : if given, it tells from what a function gave in a faulty case whether it
    is this mistake, whatever its code; a text it returns fills the braces of the sentence.
    stopped : if given, what to say in place of the sentence where an exception stops the function.
    """

    id: str
    exercise: str
    code: object
    sentence: str = ""
    hint: str = ""
    note: bool = False
    settings: tuple = ()
    shows: object = None
    stopped: str = ""

    @property
    def variants(self):
        """The entry, and the same with the code in its other settings."""
        return [self, *(replace(self, code=partial(self.code, **one)) for one in self.settings)]


@dataclass(frozen=True)
class Draft:
    """A row without its words: enter(sentence, hint, ...) puts it where it belongs."""

    id: str
    enter: object

    def __post_init__(self):
        SILENT.append(self.id)

    def says(self, sentence, hint="", **others):
        SILENT.remove(self.id)
        self.enter(sentence=sentence, hint=hint, **others)


def rows_of(exercise):
    """(wrong, weak): each makes a Draft of the exercise from an id and code.

    shows : see Mistake. Other keyword arguments: for a setting of the code, other values that make
    the same mistake.
    """
    return partial(row, exercise, False), partial(row, exercise, True)


def row(exercise, note, id, code, shows=None, **others):
    settings = tuple({name: value} for name, values in others.items() for value in values)
    one = Mistake(id, exercise, code, note=note, settings=settings, shows=shows)
    return Draft(id, lambda **words: enter(replace(one, **words)))


def enter(mistake):
    ENTRIES.setdefault(mistake.exercise, []).append(mistake)


def of(exercise):
    """The entries of an Exercise, in the order in which they are tried; read when first asked."""
    read(exercise.right.__module__.rpartition(".")[0])
    require(not SILENT, f"The rows {', '.join(SILENT)} say nothing: add .says(sentence, hint).")
    return ENTRIES.get(exercise.name, [])


@cache
def read(package):
    """Import every module of the folder `mistakes` in a package, if it has one."""
    folder = f"{package}.mistakes"
    if package and find_spec(folder):
        for module in iter_modules(import_module(folder).__path__, f"{folder}."):
            import_module(module.name)
