"""exercises: functions to write, with a check that names the mistake.

from labnet import exercises

exercises.sigmoid.check(sigmoid)     also .hint(), .hint(2), .hint(3), .solution(), .use(...)
"""

from . import mistakes, sheets
from .progress import SHEETS, line

__all__ = ["mistakes", "progress", "sheets"]

globals().update({one.name: one for sheet in SHEETS.values() for one in sheet})


def progress(notebook):
    """Which exercises of a notebook, such as "03", are done, and which one is next."""
    print(line(SHEETS[notebook]))
