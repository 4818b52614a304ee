"""Notebook 07: what can be said of a function that no entry knows, by trying it out.

These rules are the last to be tried. They call the student's function with other arguments.
"""

import numpy as np

from ..engine.judging import is_right
from ..engine.rules import rule

HALVES = {"relu", "relu_slope", "leaky_relu", "leaky_relu_slope"}
CURVES = {"tanh", "tanh_slope"}
PLACES, ALPHA = np.array([-2.0, 2.0, -0.3, 0.3, -0.005, 0.005]), 0.5  # to try a curve out


def told(value):
    return f"{value:.4g}".replace("-", "−")


# Two straight pieces


def is_right_where(seen, chosen):
    """Whether there are such entries, and all of them are right."""
    z = np.asarray(seen.case.args[0])
    fits = seen.got.shape == z.shape == seen.expected.shape
    return fits and is_right(seen.got[chosen(z)], seen.expected[chosen(z)])


@rule(
    "left-half-wrong",
    "Right where z is positive. Where z is negative it is not.",
    "Try z = −2 with pen and paper, and then with your function.",
)
def _(seen):
    return seen.exercise.name in HALVES and is_right_where(seen, lambda z: z > 0)


@rule(
    "right-half-wrong",
    "Right where z is negative. Where z is positive it is not.",
    "Try z = 2 with pen and paper, and then with your function.",
)
def _(seen):
    return seen.exercise.name in HALVES and is_right_where(seen, lambda z: z < 0)


@rule(
    "wrong-at-one-place",
    "Not right at z = {}.",
    "Which straight piece is this, and what should it be there?",
)
def _(seen):
    if seen.exercise.name not in HALVES:
        return []
    args = (PLACES, ALPHA)[: len(seen.case.args)]
    values, right = seen.got_for(args), seen.right_for(args)
    if values is None or values.shape != PLACES.shape:
        return []
    wrong = np.flatnonzero(np.abs(values - right) > 1e-5 * np.abs(right).max())
    with_alpha = f" with alpha = {ALPHA}" if len(seen.case.args) > 1 else ""
    return [f"{told(PLACES[i])}{with_alpha}, where you give {told(values[i])}" for i in wrong[:1]]


# A smooth curve


@rule(
    "off-at-zero",
    "At z = 0 you give {}, and that is not where the curve should be.",
    "Put z = 0 into the formula by hand.",
)
def _(seen):
    return off_at(seen, 0.0)


@rule(
    "off-at-the-ends",
    "Far to the right, at z = 20, you give {}, and that is not where the curve should be.",
    "Towards which value should it go there?",
)
def _(seen):
    return off_at(seen, 20.0)


def off_at(seen, z):
    there = np.full(2, z)
    values = seen.got_for((there,)) if seen.exercise.name in CURVES else None
    if values is None or values.shape != there.shape or not np.isfinite(values).all():
        return []
    return [] if np.allclose(values, seen.right_for((there,)), atol=1e-3) else [told(values[0])]


@rule(
    "off-in-between",
    "Right at z = 0 and far out, but not in between.",
    "Compare with nudging at z = 1.",
)
def _(seen):
    return seen.exercise.name in CURVES


# The squared error

ONE = np.array([[0.25]]), np.array([[1.0]])


@rule(
    "one-example-wrong",
    "For a single example with p = 0.25 and y = 1 you give {}.",
    "How large is the error there, and what should it cost?",
)
def _(seen):
    value = seen.got_for(ONE) if seen.exercise.name == "mean_squared_error" else None
    right = value is None or value.size != 1 or is_right(value, seen.right_for(ONE))
    return [] if right else [told(float(value))]


@rule(
    "several-examples-wrong",
    "Right for a single example, but not for several.",
    "How do the shares of the examples come together?",
)
def _(seen):
    return seen.exercise.name == "mean_squared_error"


# The slope of the squared error


@rule(
    "one-class-wrong",
    "Right for the examples of one class, wrong for those of the other.",
    "Look at the rows with y = 0 and y = 1 apart.",
)
def _(seen):
    if seen.exercise.name != "mean_squared_error_gradient" or seen.got.shape != seen.expected.shape:
        return False
    y = seen.case.args[1]
    if not np.isin(y, (0, 1)).all():
        return True
    return any(is_right(seen.got[y == one], seen.expected[y == one]) for one in (0, 1))
