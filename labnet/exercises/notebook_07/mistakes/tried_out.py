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


TRY = "Try some z there with pen and paper, and then with your function."

rule("left-half-wrong", lambda seen: is_right_where(seen, lambda z: z > 0), *HALVES).says(
    "Right where z is positive. Where z is negative something is wrong.", TRY
)


rule("right-half-wrong", lambda seen: is_right_where(seen, lambda z: z < 0), *HALVES).says(
    "Right where z is negative. Where z is positive something is wrong.", TRY
)


def wrong_at_one_place(seen):
    """The first place that is wrong by itself, whatever stands beside it in an array."""
    with_alpha = f" with alpha = {ALPHA}" if len(seen.case.args) > 1 else ""
    for z in PLACES:
        value = wrong_value(seen, z)
        if value is not None:
            return [f"{told(z)}{with_alpha}, where you give {told(value)}"]
    return []


def wrong_value(seen, z):
    """What the function gives for this z, if that is a number, and not the right one."""
    args = (np.array([z]), ALPHA)[: len(seen.case.args)]
    value, right = seen.got_for(args), seen.right_for(args)
    if value is None or value.shape != (1,) or not np.isfinite(value).all():
        return None
    return None if np.allclose(value, right, rtol=1e-5, atol=1e-5) else value[0]


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
    value = at(seen, z)
    return [] if value is None or is_near(seen, z) else [told(value)]


def at(seen, z):
    """What the function gives for this z; None if that is no number."""
    value = seen.got_for((np.array([z]),))
    return value[0] if value is not None and value.shape == (1,) and np.isfinite(value) else None


def is_near(seen, z):
    value = at(seen, z)
    return value is not None and np.isclose(value, seen.right_for((np.array([z]),))[0], atol=1e-3)


rule(
    "off-in-between", lambda seen: all(is_near(seen, z) for z in (0.0, 20.0, -20.0)), *CURVES
).says("Right at z = 0 and far out, but not in between.", "Compare with nudging at z = 1.")


# The squared error

ONES = [(np.array([[p]]), np.array([[y]])) for p, y in ((0.25, 1.0), (0.75, 0.0), (-0.5, 1.5))]


def one_example_wrong(seen):
    values = [seen.got_for(one) for one in ONES]
    return [
        f"p = {told(one[0].item())} and y = {told(one[1].item())} you give {told(value.item())}"
        for one, value in zip(ONES, values, strict=True)
        if value is not None and value.size == 1 and not is_right_for(seen, one)
    ]


def is_right_for(seen, one):
    value = seen.got_for(one)
    return value is not None and is_right(value, seen.right_for(one))


rule("one-example-wrong", one_example_wrong, "mean_squared_error").says(
    "For a single example with {}.",
    "How large is the error there, and what should it cost?",
)


def all_single_right(seen):
    return all(is_right_for(seen, one) for one in ONES)


rule("several-examples-wrong", all_single_right, "mean_squared_error").says(
    "Right for a single example, but not for several.",
    "How do the shares of the examples come together?",
)


# The slope of the squared error


def one_class_right(seen):
    """The labels of the examples that are right; any where there are other labels too."""
    if seen.got.shape != seen.expected.shape:
        return []
    y = seen.case.args[1]
    if not np.isin(y, (0, 1)).all():
        return ["0", "1"]
    return [f"{k}" for k in (0, 1) if is_right(seen.got[y == k], seen.expected[y == k])]


rule("one-class-wrong", one_class_right, "mean_squared_error_gradient").says(
    "Right for the examples with y = {}, wrong for the others.",
    "Look at the rows with y = 0 and y = 1 apart.",
)
