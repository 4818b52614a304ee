"""Trembling: whether a right slope was found by nudging, where a formula is asked for.

The difference of two values that are nearly equal keeps only their last digits, and these change
at random from one number to the next. What a formula gives changes as smoothly as the right slope.
"""

from dataclasses import replace

import numpy as np

from .limit import TooLong, limited

ROUNDING = 1e-12  # of the largest number: more than a formula loses, less than a nudge does
BESIDE = (1 + 2e-15, 1 - 3e-15, 1 + 5e-15)  # what numbers are multiplied with
REMARK = (
    "In their last digits your numbers tremble, as slopes found by nudging do. Here the formula is "
    "asked for: it is exact, and needs no second look at the loss or the curve."
)


def remark(draws):
    """The remark where all draws tremble, or ""; also where it takes too long to find out."""
    try:
        with limited(draws[0].exercise.seconds):
            return REMARK if all(map(trembles, draws)) else ""
    except TooLong:
        return ""


def trembles(draw):
    found = [tremor(draw, draw.cases[i]) for i in draw.plain]
    return max(found, default=0.0) > ROUNDING


def tremor(draw, case):
    """How far the function changes otherwise than the right one, of its largest number."""
    found = [apart(draw, beside(case, share)) for share in (1, *BESIDE)]
    if any(one is None for one in found):
        return 0.0
    return float(np.ptp(found, axis=0).max(initial=0.0))


def apart(draw, case):
    """By how much the function is off, of the largest number of each right array; or None."""
    answers = (draw.exercise.answered(one, case) for one in (draw.function, draw.exercise.right))
    got, right = (one.values for one in answers)
    if got is None:
        return None
    pairs = ((got[name], right[name]) for name in right)
    return np.concatenate([np.ravel((v - w) / (np.abs(w).max(initial=0) or 1)) for v, w in pairs])


def beside(case, share):
    """The case with numbers that are next to its own; labels and whole numbers stay."""
    return replace(case, args=tuple(times(share, one) for one in case.args))


def times(share, value):
    if isinstance(value, dict):
        return {name: times(share, one) for name, one in value.items()}
    return value if np.array_equal(value, np.round(value)) else value * share
