"""Properties: judging what has many right answers by what all of them have in common.

The exercise's `trial` calls the student's function as often as it takes and returns what it saw,
one object; the case's complaint, and the rules of the catalogue, look at that.
"""

from functools import partial
from typing import NamedTuple

import numpy as np

from . import catalogue
from .attempt import Case


class Found(NamedTuple):
    """The first thing that is wrong. id : of its entry in the catalogue. told : what was seen.

    fill : what fills the braces of the entry's sentence. note : True for a weakness only.
    """

    id: str
    told: str
    fill: str = ""
    note: bool = False


def as_seen(seen):
    """How such an exercise reads what its trial returns: as one thing, in an array without axes."""
    array = np.empty((), object)
    array[()] = seen
    return {"": array}


def judged(args, complaint):
    """A Case that is judged by complaint(seen): what is wrong with it, or ""."""
    return Case(args, complaint=lambda values: complaint(values[""].item()))


def shows(test):
    """For an entry of the catalogue: whether test(seen) tells that it is this mistake."""
    return lambda case, answer: answer.values is not None and test(answer.values[""].item())


# Where the trial itself stops at the first thing that is wrong


def first_found(faults):
    """A trial that returns the first Found of faults(function, *args), or None."""
    return lambda function: lambda *args: next(faults(function, *args), None)


def found_case(*args):
    """A Case for such a trial."""

    def complaint(found):
        return "" if found is None or found.note else found.told

    return judged(args, complaint)


def finding(exercise):
    """(wrong, weak) for the rows of such an exercise: the id of a row is that of a Found."""
    return tuple(partial(found_row, rows) for rows in catalogue.rows_of(exercise))


def found_row(rows, id, code):
    def is_it(found):
        return found is not None and found.id == id and (found.fill or True)

    return rows(id, code, shows=shows(is_it))
