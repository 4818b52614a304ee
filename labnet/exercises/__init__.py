"""exercises: functions to write, with a check that names the mistake.

from labnet import exercises

exercises.sigmoid.check(sigmoid)     also .hint(), .hint(2), .hint(3), .solution(), .use(...)
"""

from ..support.errors import MissingError
from . import questions
from .engine import progress as _progress
from .notebook_07 import claims

__all__ = ["claims", "progress", "questions"]

EXERCISES = {one.name: one for sheet in _progress.SHEETS.values() for one in sheet}
globals().update(EXERCISES)


def progress(notebook):
    """Which exercises of a notebook, such as "03", are done, and which one is next."""
    print(_progress.of(notebook))


def __getattr__(name):
    known = ", ".join(EXERCISES)
    raise MissingError(f"there is no exercise called {name!r}; there are {known}.")


def __dir__():
    return [*EXERCISES, "claims", "progress", "questions"]
