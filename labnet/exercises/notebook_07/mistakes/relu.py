"""Mistakes in `relu` and `relu_slope` of notebook 07."""

import numpy as np

from ...engine.catalogue import rows_of


def only_at_zero(case, answer):
    """Whether this is the case with a z of exactly 0, and there are numbers."""
    return not case.plain and 0 in case.args[0] and answer.values is not None


# relu(z)


wrong, weak = rows_of("relu")


wrong("relu-absolute", np.abs).says(
    "Negative inputs are mirrored: this is |z|.",
    "They should be switched off. What number says that?",
)


wrong("relu-other-half", lambda z: np.minimum(z, 0)).says(
    "You kept the negative half, and switched off the positive one.",
    "At z = 3 the result should be 3. Which way round is the comparison?",
)


wrong("relu-mirrored", lambda z: np.maximum(-z, 0)).says(
    "The curve is mirrored: it grows to the left, and is 0 on the right.",
    "Where has the sign of z been turned?",
)


wrong("relu-largest-of-all", lambda z: np.max(z, 0)).says(
    "`np.max` looks for the largest entry of one array, and takes the 0 for the number of an axis.",
    "Another function compares two arrays entry by entry.",
)


wrong("relu-left-out", lambda z: z[z > 0]).says(
    "The negative entries are left out, and the array is shorter now.",
    "Every entry keeps its place. What stands where z is negative?",
)


wrong("relu-leaks", lambda z, leak=0.01: np.where(z > 0, z, leak * z), leak=(0.1, 0.2, 0.001)).says(
    "A little comes through on the left: this is a leaky relu.",
    "What should be left of a negative input?",
)


wrong("relu-capped", lambda z, top=1: np.clip(z, 0, top), top=(6, 100)).says(
    "Large inputs are cut off at the top: relu has a floor, but no ceiling.",
    "What should come out at z = 1000?",
)


wrong("relu-bend-at-one", lambda z: np.where(z > 1, z, 0)).says(
    "The curve bends at z = 1. Inputs between 0 and 1 are lost.", "Where is the kink of relu?"
)


wrong("relu-smoothed", lambda z: np.logaddexp(0, z)).says(
    "A smooth relative of relu, ln(1 + e^z): it has no kink, and is above 0 everywhere.",
    "relu is made of two straight pieces: no exponential is needed.",
)


wrong("relu-exponential-left", lambda z: np.where(z > 0, z, np.exp(z) - 1)).says(
    "Right on the right; on the left runs an exponential, as in ELU.",
    "What should be left of a negative input?",
)


wrong("relu-normalised", lambda z: np.maximum(z, 0) / np.max(z)).says(
    "The result is divided by its largest entry.",
    "Each entry depends on its own z only. What should come out at z = 3?",
)


wrong("relu-at-zero", lambda z: np.where(z == 0, 1, np.maximum(z, 0)), shows=only_at_zero).says(
    "Right, except at exactly z = 0.", "There the two straight pieces meet. At which height?"
)


# relu_slope(z)


wrong, weak = rows_of("relu_slope")


wrong("relu-slope-sign-of-z", np.sign).says(
    "On the left you give −1, as for |z|. But there relu is flat.", "How steep is a flat line?"
)


wrong("relu-slope-sides-swapped", lambda z: np.where(z > 0, 0.0, 1.0)).says(
    "The two sides have changed places.", "On which side does relu rise?"
)


wrong("relu-slope-like-sigmoid", lambda z: np.maximum(z, 0) * (1 - np.maximum(z, 0))).says(
    "a (1 − a) is the pattern of the sigmoid. relu has another slope.",
    "How steep is each of the two straight pieces?",
)


wrong("relu-slope-of-neighbours", lambda z: np.gradient(np.maximum(z, 0))).says(
    "`np.gradient` compares neighbours in the array, whatever their z are.",
    "The slope at one z has nothing to do with the entry beside it.",
)


wrong("relu-slope-capped-ramp", lambda z: np.clip(z, 0, 1)).says(
    "Between 0 and 1 your slope is z itself: the relu is cut off at 1, but not differentiated.",
    "How steep is the line from (0, 0) to (3, 3)?",
)


wrong(
    "relu-slope-one-sided",
    lambda z, h=1.0: (np.maximum(z + h, 0) - np.maximum(z, 0)) / h,
    h=(0.1, 0.01),
).says(
    "A numerical estimate: near the kink it mixes the two slopes.",
    "On which side of 0 is z? No other point is needed.",
)


wrong(
    "relu-slope-leaks", lambda z, leak=0.01: np.where(z > 0, 1.0, leak), leak=(0.1, 0.2, 0.001)
).says(
    "On the left you give a small slope: that belongs to a leaky relu.", "On the left relu is flat."
)


wrong("relu-slope-bend-elsewhere", lambda z, at=1: (z > at) * 1.0, at=(-1, 0.5, -0.5)).says(
    "The slope changes at another place than the kink of relu.",
    "Try z = 0.5 and z = −0.5: how steep is relu there?",
)


wrong("relu-slope-divided", lambda z: np.maximum(z, 0) / z).says(
    "Right everywhere but at z = 0: there you divide 0 by 0, and the result is no number.",
    "Only the sign of z is needed, and no division.",
)


wrong("relu-slope-at-kink", lambda z: np.heaviside(z, 2), shows=only_at_zero).says(
    "Right, except at exactly z = 0: there you give a number that is not between the two slopes.",
    "To which of the two sides may the kink itself be counted?",
)
