"""Using: with whose function the rest of a notebook goes on."""

from copy import deepcopy
from functools import wraps

import numpy as np

from .attempt import silence
from .kinds import MASKED, MATRIX, is_truth, kinds_in, plainly
from .verdict import WAITING

NOT_YET = "yours is not right yet"
PLAINLY = "made to return plain arrays"
OTHER = "yours is right too; the text quotes labnet's numbers, so we go on with those"
REORDERED = "yours has the same points in another order; the text quotes labnet's"


def chosen(exercise, function, verdict):
    """(function, a sentence): the student's where it is right, else labnet's.

    An exercise with a `sample` has many right answers, such as other random numbers. What the text
    tells of the numbers holds for labnet's only.
    """
    yours, labnets = (f"using {whose} `{exercise.name}`" for whose in ("your", "labnet's"))
    if not verdict.passed:
        waiting = verdict.outcome == WAITING
        return exercise.right, labnets if waiting else f"{labnets}: {NOT_YET}"
    with silence():
        if kinds_of(exercise, function) & {MATRIX, MASKED}:
            function, yours = plainly(function), f"{yours}, {PLAINLY}"
        function, reason = fitting(exercise, function)
    return (exercise.right, f"{labnets}: {reason}") if reason else (function, yours)


def kinds_of(exercise, function):
    """The odd kinds that the results of a right function have; see `kinds`."""
    return set().union(*map(kinds_in, results(exercise, function)))


def results(exercise, function):
    """What single calls give, as far as the arguments of a check fit a single call."""
    cases = [case.args for case in exercise.cases(np.random.default_rng(0)) if case.plain]
    for args in [exercise.sample()] if exercise.sample else cases:
        try:
            yield function(*deepcopy(args))
        except Exception:  # a trial knows how to call it
            continue


def fitting(exercise, function):
    """The student's function as the notebook needs it; and why it cannot go on with it, or ""."""
    reason = exercise.fits(function) if exercise.fits else ""
    args = exercise.example()
    if reason or args is None:
        return function, reason
    value, right = both(exercise, function, args)
    changes = needed_changes(value, right)
    if exercise.sample:
        reason = other_numbers(changed(value, changes), right)
    else:
        changes = later_changes(exercise, function) | changes
    return with_changes(function, changes), reason


def both(exercise, function, args):
    """What the student's function gives, and what labnet's gives."""
    return function(*deepcopy(args)), exercise.right(*deepcopy(args))


def later_changes(exercise, function):
    """Those that only other arguments call for, such as arrays in place of numbers; all digits."""
    cases = exercise.cases(np.random.default_rng(0))
    made = (both(exercise, function, case.args) for case in cases if case.plain)
    pairs = (one for each in made for one in needed_changes(*each).items())
    return {place: change for place, change in pairs if change is not as_decimals}


# The student's results in the kinds that labnet's have


def needed_changes(value, right):
    """{place: what makes the result there one of labnet's kind}, only where the kinds differ."""
    pairs = ((place, needed(v, w)) for place, v, w in places(value, right))
    return {place: change for place, change in pairs if change}


def places(value, right):
    """(place, the student's, labnet's), for each entry; place is None where there is only one."""
    if isinstance(right, dict):
        return [(name, value[name], w) for name, w in right.items() if name in value]
    if isinstance(right, tuple):
        return list(zip(range(len(right)), value, right, strict=False))
    return [(None, value, right)]


def needed(v, w):
    if is_truth(v):
        return as_floats
    if np.ndim(w) == 0:
        return as_number if np.size(v) == 1 and np.ndim(v) > 0 else None
    if not isinstance(w, np.ndarray) or w.dtype.kind != "f":
        return None
    if np.ndim(v) == 1 and w.ndim == 2 and len(w) == 1 or np.ndim(v) == 0 and w.shape == (1, 1):
        return as_row
    if np.shape(v) == w.shape and nearly(as_floats(v), w) and np.array_equal(as_decimals(w), w):
        return as_decimals
    return None if isinstance(v, np.ndarray) and v.dtype.kind == "f" else as_floats


def nearly(v, w):
    """Whether the two are the same but for rounding, and there was some."""
    return np.allclose(v, w) and not np.array_equal(v, w)


def as_number(v):
    return np.reshape(v, ()).item() if np.ndim(v) else v


def as_floats(v):
    return np.asarray(v, float)


def as_decimals(v):
    """Without what rounding leaves behind, as in 1 - 0.7 or in single precision."""
    return np.round(as_floats(v), 6)


def as_row(v):
    return as_floats(v).reshape(1, -1) if np.ndim(v) < 2 else as_floats(v)


def changed(value, changes):
    if None in changes:
        return changes[None](value)
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    new = {place: changes[place](v) if place in changes else v for place, v in entries}
    return new if isinstance(value, dict) else tuple(new.values())


def with_changes(function, changes):
    if not changes:
        return function

    @wraps(function)
    def converting(*args, **kwargs):
        return changed(function(*args, **kwargs), changes)

    return converting


# Whether the text, which quotes labnet's numbers, can go on with the student's


def other_numbers(value, right):
    """Why the text does not hold for these numbers, or ""."""
    pairs = [(v, w) for _, v, w in places(value, right)]
    if all(map(alike, *zip(*pairs, strict=True))):
        return ""
    return REORDERED if same_rows(*zip(*pairs, strict=True)) else OTHER


def alike(v, w):
    return np.shape(v) == np.shape(w) and np.allclose(v, w)


def same_rows(values, rights):
    """Whether all are tables of as many rows, and the rows agree when both are sorted."""
    if any(np.ndim(v) != 2 for v in (*values, *rights)):
        return False
    return len(set(map(len, values))) == 1 and alike(in_order(values), in_order(rights))


def in_order(columns):
    rows = np.round(np.hstack(columns), 9)
    return rows[np.lexsort(rows.T)]
