"""Decisions: which examples a prediction puts into the right class, and the share of them."""

import numpy as np

from .support import checks

DECISIONS = {"p > 0.5": lambda p: p > 0.5, "round": np.round}
CLASSES = (
    "An accuracy needs classes: y of 0 and 1, or of -1 and 1, or a single 1 among zeros in each "
    "row. Without one, judge by the loss."
)


def accuracy(p, y, decision="p > 0.5"):
    """The share of rows that are decided rightly, in 0..1: a number, or (R,) for R runs.

    y holds 0 and 1, or -1 and 1, which p > 0 decides; or a single 1 among zeros in each row, where
    the largest p of the row decides.
    Errors: LabnetError if y holds no classes: a regression has no accuracy.
    """
    checks.one_of(decision, DECISIONS, "decision")
    p, y = checks.predictions_and_labels(p, y)
    right = rows_right(y, decision)
    checks.require(right, f"y holds {unusual(y):g}. {CLASSES}")
    return share(right(p))


def rows_right(y, decision):
    """A function p (..., n, k) -> which rows it decides rightly, (..., n); None without classes."""
    decide = DECISIONS[decision]
    if zeros_and_ones(y) and y.shape[-1] > 1 and (y.sum(axis=-1) == 1).all():
        return lambda p: p.argmax(axis=-1) == y.argmax(axis=-1)
    if zeros_and_ones(y) or (decision == "round" and (y == np.round(y)).all()):
        return lambda p: whole_rows(decide(p) == y)
    if (abs(y) == 1).all():
        return lambda p: whole_rows((p > 0) == (y > 0))
    return None


def zeros_and_ones(y):
    return ((y == 0) | (y == 1)).all()


def whole_rows(right):
    """(..., n, k) -> (..., n): a row is right where all of it is."""
    return right[..., 0] if right.shape[-1] == 1 else right.all(axis=-1)


def share(right):
    """(..., n) -> (...)"""
    n = right.shape[-1]
    return np.count_nonzero(right) / n if right.ndim == 1 else right.sum(axis=-1) / n


def ties(p, y):
    """How many predictions are exactly 0.5, where that is the bound between the classes."""
    return int(np.count_nonzero(p == 0.5)) if y.shape[-1] == 1 and zeros_and_ones(y) else 0


def unusual(y):
    """An entry that is neither -1, 0 nor 1; the first if there is none."""
    found = y[(abs(y) != 1) & (y != 0)]
    return found[0] if found.size else y.flat[0]
