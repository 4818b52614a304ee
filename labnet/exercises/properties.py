"""Properties: judging what has many right answers by what all of them have in common.

The exercise's `trial` calls the student's function as often as it takes and returns what it saw,
one object; the case's complaint, and the rules of the catalogue, look at that.
"""

import numpy as np

from .attempt import Case


def as_seen(seen):
    """How such an exercise reads what its trial returns: as one thing, in an array without axes."""
    array = np.empty((), object)
    array[()] = seen
    return {"": array}


def judged(args, complaint, n=1):
    """A Case that is judged by complaint(seen): what is wrong with it, or ""."""
    return Case(args, complaint=lambda values: complaint(values[""].item()), n=n)


def shows(test):
    """For an entry of the catalogue: whether test(seen) tells that it is this mistake."""
    return lambda case, answer: answer.values is not None and test(answer.values[""].item())
