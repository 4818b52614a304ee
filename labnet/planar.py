"""Examples in the plane, for whoever shows them: checked, decided, and the box that holds them."""

import numpy as np

from .support import checks

SMALL, ONE_VALUE = 0.2, 1e-6  # the share of an axis, or of x itself, below which x is taken so
TINY = 1e-100  # the same, for what lies around 0
MARGIN = 0.05  # of an axis, at both ends


def data(X, y):
    """X (n, 2) and y (n, 1) as finite floats, y with the classes 0 and 1."""
    X, y = (checks.finite(checks.as_floats(v, name), name) for v, name in ((X, "X"), (y, "y")))
    checks.require(
        X.ndim == 2 and X.shape[1] == 2 and len(X),
        f"X has shape {X.shape}; expected (n, 2), one row (x1, x2) for each example.",
    )
    checks.require(
        y.shape == (len(X), 1),
        f"y has shape {y.shape}; expected {(len(X), 1)}{checks.column_hint(y)}.",
    )
    checks.require(
        np.isin(y, (0.0, 1.0)).all(),
        "y has values other than 0 and 1; the pictures need the class of each example as 0 or 1.",
    )
    return X, y


def predictions(predict, X):
    """p (n, 1) for X, from a network or from a function X -> p."""
    function = getattr(predict, "predict", predict)
    checks.require(
        callable(function),
        f"predict is {predict!r}; expected a network, or a function that takes X and returns p.",
    )
    p = checks.as_floats(function(X), "p")
    runs = " To draw one network of several runs, give lambda X: net.predict(X)[0]."
    checks.require(
        p.shape == (len(X), 1),
        f"predict returned p of shape {p.shape}; expected {(len(X), 1)}, a column."
        f"{runs if p.ndim == 3 else ''}",
    )
    return checks.finite(p, "p")


def wrong(p, y):
    """(n,) booleans: where the decision p > 0.5 is not y."""
    return ((p > 0.5) != (y == 1)).ravel()


def right_text(p, y):
    """'k of n right'"""
    return f"{len(y) - np.count_nonzero(wrong(p, y))} of {len(y)} right"


def box(X):
    """(left, right, bottom, top): how far the plane is shown, each axis for itself."""
    (left, right), (bottom, top) = map(extent, X.T)
    return left, right, bottom, top


def extent(x):
    """(low, high): the unit interval, or more where x needs it, and a margin.

    Where x would be a small part of that, only as far as x goes; but not where it is one value.
    """
    low, high = x.min(), x.max()
    from_0, to_1 = min(0.0, low), max(1.0, high)
    one_value = high - low <= max(ONE_VALUE * max(abs(low), abs(high)), TINY)
    if one_value or high - low >= SMALL * (to_1 - from_0):
        low, high = from_0, to_1
    margin = MARGIN * (high - low)
    return float(low - margin), float(high + margin)


def grid(box, n=100):
    """n x n points, as (n * n, 2), that fill a box (left, right, bottom, top) row by row."""
    across, up = np.linspace(*box[:2], n), np.linspace(*box[2:], n)
    return np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
