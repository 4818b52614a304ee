"""Limits: from which p on an accuracy counts an example as right, found by asking it."""

from itertools import product

import numpy as np

from ..engine.attempt import Case, silence
from ..engine.judging import is_right

ID = "accuracy-other-limits"
SENTENCE = (
    "With yours an example of class 1 counts as right where p is above {:.3g}, and one of class 0 "
    "where p is below {:.3g}."
)
HINT = "The decision is for the nearer one of 0 and 1. Where is the middle between them?"
HALVINGS, BESIDE = 40, 1e-9


def explain(draws):
    """(id, sentence, hint) if two limits explain all answers, and one of them is not 1/2."""
    with silence():
        pairs = [limits(draw) for draw in draws]
    if not all(pairs) or np.allclose(pairs, 0.5) or not all(map(fit, pairs, draws)):
        return None
    return ID, SENTENCE.format(*pairs[0]), HINT


def limits(draw):
    """The p from which on class 1 counts as right, and the one up to which class 0 does; or ()."""
    pair = tuple(limit(draw, label) for label in (1.0, 0.0))
    return () if None in pair else pair


def limit(draw, label):
    """Where an example of this class begins to count as right, or ceases to; or None."""
    low, high = 0.0, 1.0
    if not is_counted(draw, label, label) or is_counted(draw, 1 - label, label):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        above = is_counted(draw, middle, label) == (label == 1)
        low, high = (low, middle) if above else (middle, high)
    return high


def is_counted(draw, p, label):
    case = Case((np.array([[p]]), np.array([[label]])))
    values = draw.exercise.answered(draw.function, case).values
    return values is not None and values[""].shape == () and values[""] == 1


def fit(pair, draw):
    """Whether these limits give all the answers; an example right at one may count, or not."""
    sides = product((-BESIDE, BESIDE), repeat=2)
    return any(gives(draw, *np.add(pair, side)) for side in sides)


def gives(draw, above, below):
    return all(
        one.values is not None and is_right(one.values[""], share(*case.args, above, below))
        for case, one in zip(draw.cases, draw.given, strict=True)
    )


def share(p, y, above, below):
    return np.mean(np.where(y == 1, p > above, p < below))
