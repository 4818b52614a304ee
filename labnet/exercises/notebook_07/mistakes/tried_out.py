"""Notebook 07: what can be said of a function that no entry knows, by trying it out.

These rules are the last to be tried. They call the student's function with other arguments.
"""

import numpy as np

from ...engine.judging import is_right
from ...engine.rules import rule

HALVES = ("relu", "relu_slope", "leaky_relu", "leaky_relu_slope")
CURVES = ("tanh", "tanh_slope")
PLACES, ALPHA = np.array([-2.0, 2.0, -0.3, 0.3, -0.005, 0.005]), 0.5  # to try a curve out


def told(value):
    return f"{value:.4g}".replace("-", "−")


# Two straight pieces


def is_right_where(seen, chosen):
    """Whether there are such entries, and all of them are right."""
    z = np.asarray(seen.case.args[0])
    fits = seen.got.shape == z.shape == seen.expected.shape
    return fits and is_right(seen.got[chosen(z)], seen.expected[chosen(z)])


rule("left-half-wrong", lambda seen: is_right_where(seen, lambda z: z > 0), *HALVES).says(
    "Right where z is positive. Where z is negative it is not.",
    "Try z = −2 with pen and paper, and then with your function.",
)


rule("right-half-wrong", lambda seen: is_right_where(seen, lambda z: z < 0), *HALVES).says(
    "Right where z is negative. Where z is positive it is not.",
    "Try z = 2 with pen and paper, and then with your function.",
)


def wrong_at_one_place(seen):
    args = (PLACES, ALPHA)[: len(seen.case.args)]
    values, right = seen.got_for(args), seen.right_for(args)
    if values is None or values.shape != PLACES.shape:
        return []
    wrong = np.flatnonzero(np.abs(values - right) > 1e-5 * np.abs(right).max())
    with_alpha = f" with alpha = {ALPHA}" if len(seen.case.args) > 1 else ""
    return [f"{told(PLACES[i])}{with_alpha}, where you give {told(values[i])}" for i in wrong[:1]]


rule("wrong-at-one-place", wrong_at_one_place, *HALVES).says(
    "Not right at z = {}.", "Which straight piece is this, and what should it be there?"
)


# A smooth curve


rule("off-at-zero", lambda seen: off_at(seen, 0.0), *CURVES).says(
    "At z = 0 you give {}, and that is not where the curve should be.",
    "Put z = 0 into the formula by hand.",
)


rule("off-at-the-ends", lambda seen: off_at(seen, 20.0), *CURVES).says(
    "Far to the right, at z = 20, you give {}, and that is not where the curve should be.",
    "Towards which value should it go there?",
)


def off_at(seen, z):
    there = np.full(2, z)
    values = seen.got_for((there,))
    if values is None or values.shape != there.shape or not np.isfinite(values).all():
        return []
    return [] if np.allclose(values, seen.right_for((there,)), atol=1e-3) else [told(values[0])]


rule("off-in-between", lambda seen: True, *CURVES).says(
    "Right at z = 0 and far out, but not in between.", "Compare with nudging at z = 1."
)


# The squared error

ONE = np.array([[0.25]]), np.array([[1.0]])


def one_example_wrong(seen):
    value = seen.got_for(ONE)
    right = value is None or value.size != 1 or is_right(value, seen.right_for(ONE))
    return [] if right else [told(float(value))]


rule("one-example-wrong", one_example_wrong, "mean_squared_error").says(
    "For a single example with p = 0.25 and y = 1 you give {}.",
    "How large is the error there, and what should it cost?",
)


rule("several-examples-wrong", lambda seen: True, "mean_squared_error").says(
    "Right for a single example, but not for several.",
    "How do the shares of the examples come together?",
)


# The slope of the squared error


def one_class_wrong(seen):
    if seen.got.shape != seen.expected.shape:
        return False
    y = seen.case.args[1]
    if not np.isin(y, (0, 1)).all():
        return True
    return any(is_right(seen.got[y == one], seen.expected[y == one]) for one in (0, 1))


rule("one-class-wrong", one_class_wrong, "mean_squared_error_gradient").says(
    "Right for the examples of one class, wrong for those of the other.",
    "Look at the rows with y = 0 and y = 1 apart.",
)
