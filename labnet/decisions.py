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
    return share(right(p, y))


def rows_right(y, decision):
    """A function (p, y) (..., n, k) -> which rows p decides rightly, (..., n).

    It is the one for the labels that y holds; None if they are no classes.
    """
    return RIGHT.get(kind(y, decision))


def kind(y, decision):
    """The labels that y holds, as a key of RIGHT; None if they are no classes."""
    if zeros_and_ones(y) and y.shape[-1] > 1 and (y.sum(axis=-1) == 1).all():
        return "a single 1 in each row"
    if zeros_and_ones(y) or (decision == "round" and (y == np.round(y)).all()):
        return "0 and 1" if decision == "p > 0.5" else "whole numbers"
    return "-1 and 1" if (abs(y) == 1).all() else None


def zeros_and_ones(y):
    return ((y == 0) | (y == 1)).all()


def whole_rows(right):
    """(..., n, k) -> (..., n): a row is right where all of it is."""
    return right[..., 0] if right.shape[-1] == 1 else right.all(axis=-1)


RIGHT = {
    "a single 1 in each row": lambda p, y: p.argmax(axis=-1) == y.argmax(axis=-1),
    "0 and 1": lambda p, y: whole_rows(DECISIONS["p > 0.5"](p) == y),
    "whole numbers": lambda p, y: whole_rows(DECISIONS["round"](p) == y),
    "-1 and 1": lambda p, y: whole_rows((p > 0) == (y > 0)),
}


def share(right):
    """(..., n) -> (...)"""
    n = right.shape[-1]
    return np.count_nonzero(right) / n if right.ndim == 1 else right.sum(axis=-1) / n


def ties(p, y):
    """How many predictions are exactly 0.5, where that is the bound between the classes."""
    return int(np.count_nonzero(p == 0.5)) if y.shape[-1] == 1 and zeros_and_ones(y) else 0


def same_kind(y, other, decision):
    """`other` labels, if they are such as y holds. Where y has no classes, any will do."""
    expected = kind(y, decision)
    both = np.concatenate([one.reshape(-1, one.shape[-1]) for one in (y, other)])
    checks.require(
        expected in (None, kind(both, decision)),
        f"y holds other labels than the y of the training; expected {expected} here too.",
    )
    return other


def unusual(y):
    """An entry that is neither -1, 0 nor 1; the first if there is none."""
    found = y[(abs(y) != 1) & (y != 0)]
    return found[0] if found.size else y.flat[0]
