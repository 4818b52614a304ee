"""Mistakes in `leaky_relu` and `leaky_relu_slope` of notebook 07."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import leaky_relu
from .relu import only_at_zero

# leaky_relu(z, alpha)


wrong, weak = rows_of("leaky_relu")


wrong("leaky-relu-larger-of-two", lambda z, alpha: np.maximum(alpha * z, z)).says(
    "Right while alpha is at most 1. Above that, the larger of alpha z and z is the wrong one.",
    "Let the sign of z decide, not the size of the results.",
)


wrong("leaky-relu-sides-swapped", lambda z, alpha: np.where(z > 0, alpha * z, z)).says(
    "The leak is on the wrong side: alpha shrinks the positive inputs.",
    "At z = 3 the result should be 3, whatever alpha is.",
)


wrong(
    "leaky-relu-flat-left", lambda z, alpha, sign=1: np.where(z > 0, z, sign * alpha), sign=(-1,)
).says(
    "On the left there is no z any more: a flat line, and a jump at 0.",
    "What comes through is a share of the input.",
)


wrong("leaky-relu-left-sign", lambda z, alpha: np.where(z > 0, z, -alpha * z)).says(
    "On the left the sign is turned, as if the curve came up again.",
    "With alpha = 0.2 the value at −10 is −2.",
)


wrong("leaky-relu-alpha-everywhere", lambda z, alpha: alpha * z).says(
    "Every input is multiplied by alpha: that is a straight line without a kink.",
    "For which inputs should alpha play no part?",
)


wrong("leaky-relu-leak-added", lambda z, alpha: np.maximum(z, 0) + alpha * z).says(
    "The leak is added on both sides, so positive inputs come out larger than they went in.",
    "At z = 3 the result should be 3. What may the second term contribute there?",
)


wrong("leaky-relu-divided", lambda z, alpha: np.where(z > 0, z, z / alpha)).says(
    "On the left you divide by alpha: the leak grows where it should shrink.",
    "With alpha = 0.2 the value at −10 is −2.",
)


wrong(
    "leaky-relu-exponential",
    lambda z, alpha: np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0.0)) - 1)),
).says(
    "On the left runs alpha (e^z − 1): that function is called ELU.",
    "A leaky relu is made of two straight pieces.",
)


wrong("leaky-relu-sign-of-alpha", lambda z, alpha: np.where(z > 0, z, abs(alpha) * z)).says(
    "Right while alpha is positive. For a negative alpha its sign is lost.",
    "With alpha = −0.5 the value at −10 is 5.",
)


wrong("leaky-relu-complement", lambda z, alpha: np.where(z > 0, z, (1 - alpha) * z)).says(
    "On the left the share is 1 minus alpha.",
    "alpha is the share that comes through, not the share that is held back.",
)


wrong(
    "leaky-relu-shifted", lambda z, alpha, sign=-1: np.where(z > 0, z, z + sign * alpha), sign=(1,)
).says(
    "On the left alpha is added or subtracted, where it should be a factor.",
    "At z = −10 with alpha = 0.2 the value is −2.",
)


wrong("leaky-relu-cut-at-alpha", np.maximum).says(
    "alpha is compared with z: the curve is flat at the height alpha.",
    "alpha is a slope, not a height.",
)


wrong(
    "leaky-relu-bend-elsewhere",
    lambda z, alpha, at=1: np.where(z > at, z, alpha * z),
    at=(-1, 0.5, -0.5),
).says("The kink is at another place than z = 0.", "Where do the two straight pieces meet?")


wrong("leaky-relu-bend-at-alpha", lambda z, alpha: np.where(z > alpha, z, alpha * z)).says(
    "You compare z with alpha, so the kink is at z = alpha.",
    "alpha is a slope, not a place: where do the two straight pieces meet?",
)


wrong("leaky-relu-scaled-relu", lambda z, alpha: alpha * np.maximum(z, 0)).says(
    "This is `relu` times alpha: alpha acts on the wrong side, and nothing leaks.",
    "For which inputs should alpha play a part?",
)


wrong("leaky-relu-scaled-absolute", lambda z, alpha: alpha * np.abs(z)).says(
    "This is alpha times |z|, on both sides.",
    "At z = 3 the result should be 3, at z = −3 it should be minus a share of 3.",
)


wrong("leaky-relu-lifted", lambda z, alpha: np.maximum(z, 0) + alpha).says(
    "alpha is added to plain `relu`: the curve is lifted, and nothing leaks.",
    "alpha is a slope: with what is it multiplied?",
)


wrong(
    "leaky-relu-alpha-limited", lambda z, alpha: np.where(z > 0, z, np.clip(alpha, 0, 1) * z)
).says(
    "Right while alpha is between 0 and 1; any other alpha is cut to that range.",
    "alpha may be above 1, and it may be negative.",
)


wrong("leaky-relu-alpha-squared", lambda z, alpha: np.where(z > 0, z, alpha**2 * z)).says(
    "On the left alpha has come in twice.", "With alpha = 0.2 the value at −10 is −2."
)


wrong(
    "leaky-relu-at-zero",
    lambda z, alpha: np.where(z == 0, 1, leaky_relu(z, alpha)),
    shows=only_at_zero,
).says("Right, except at exactly z = 0.", "There the two straight pieces meet. At which height?")


# leaky_relu_slope(z, alpha)


wrong, weak = rows_of("leaky_relu_slope")


wrong("leaky-slope-keeps-z", lambda z, alpha: np.where(z > 0, 1.0, alpha * z)).says(
    "On the left you give the function itself, not its slope.",
    "The slope of a straight piece is the same everywhere on it.",
)


wrong("leaky-slope-sides-swapped", lambda z, alpha: np.where(z > 0, alpha, 1.0)).says(
    "The two slopes have changed places.", "On which side does alpha act?"
)


wrong("leaky-slope-nothing-on-the-right", lambda z, alpha: np.where(z > 0, 0.0, alpha)).says(
    "On the right you give 0, where the slope should be that of plain `relu`.",
    "How steep is the line from (0, 0) to (3, 3)?",
)


wrong(
    "leaky-slope-bend-elsewhere",
    lambda z, alpha, at=1: np.where(z > at, 1.0, alpha),
    at=(-1, 0.5, -0.5),
).says("The slope changes at another place than z = 0.", "Where do the two straight pieces meet?")


wrong("leaky-slope-bend-at-alpha", lambda z, alpha: np.where(z > alpha, 1.0, alpha)).says(
    "You compare z with alpha, so the slope changes at z = alpha.",
    "alpha is a slope, not a place: where do the two straight pieces meet?",
)


wrong("leaky-slope-sign-of-product", lambda z, alpha: np.where(alpha * z > 0, 1.0, alpha)).says(
    "You look at the sign of alpha times z: for a negative alpha the sides change places.",
    "Which number tells the two sides apart, whatever alpha is?",
)


wrong("leaky-slope-largest-slope", lambda z, alpha: np.maximum(alpha, z > 0)).says(
    "Right while alpha is between 0 and 1. You take the larger of two slopes.",
    "Let the sign of z decide, not the size of the results.",
)


wrong(
    "leaky-slope-alpha-limited", lambda z, alpha: np.where(z > 0, 1.0, np.clip(alpha, 0, 1))
).says(
    "Right while alpha is between 0 and 1; any other alpha is cut to that range.",
    "alpha may be above 1, and it may be negative.",
)


wrong(
    "leaky-slope-exponential",
    lambda z, alpha: np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0.0))),
).says(
    "On the left there is an exponential: that is the slope of ELU.",
    "A leaky relu is made of two straight pieces.",
)


wrong("leaky-slope-right-is-z", lambda z, alpha: np.where(z > 0, z, alpha)).says(
    "On the right you give z itself. Its slope is meant.",
    "The slope of a straight piece is the same everywhere on it.",
)


wrong("leaky-slope-left-sign", lambda z, alpha: np.where(z > 0, 1.0, -alpha)).says(
    "On the left the sign is turned.",
    "With a positive alpha the left piece rises too, from left to right.",
)


wrong(
    "leaky-slope-from-output", lambda z, alpha: np.where(leaky_relu(z, alpha) > 0, 1.0, alpha)
).says(
    "You look at the sign of the output. With a negative alpha the output is positive on both "
    "sides, so its sign no longer tells which one it is.",
    "Which number has kept its sign?",
)


wrong("leaky-slope-larger-of-two", lambda z, alpha: np.where(alpha * z > z, alpha, 1.0)).says(
    "Right while alpha is at most 1. Above that, the larger of alpha z and z is the wrong piece.",
    "Let the sign of z decide.",
)


wrong(
    "leaky-slope-alpha-everywhere",
    lambda z, alpha, kind=float: np.full_like(z, alpha, dtype=kind),
    kind=(None,),
).says("You give alpha everywhere, as if the curve had no kink.", "How steep is it on the right?")


wrong("leaky-slope-complement", lambda z, alpha: np.where(z > 0, 1.0, 1 - alpha)).says(
    "On the left you give 1 minus alpha.",
    "alpha is the share that comes through, not the share that is held back.",
)


wrong("leaky-slope-sign-of-alpha", lambda z, alpha: np.where(z > 0, 1.0, abs(alpha))).says(
    "Right while alpha is positive. For a negative alpha its sign is lost.",
    "With alpha = −0.5 the left piece falls.",
)


wrong("leaky-slope-divided", lambda z, alpha: leaky_relu(z, alpha) / z).says(
    "Right everywhere but at z = 0: there you divide 0 by 0, and the result is no number.",
    "Only the sign of z is needed, and no division.",
)


wrong(
    "leaky-slope-at-kink",
    lambda z, alpha: alpha + (1 - alpha) * np.heaviside(z, 5),
    shows=only_at_zero,
).says(
    "Right, except at exactly z = 0: there you give a number that is not between the two slopes.",
    "To which of the two sides may the kink itself be counted?",
)


weak("leaky-slope-hole-at-zero", lambda z, alpha: (z > 0) + alpha * (z < 0)).says(
    "At exactly z = 0 you give 0, which is the slope of neither side."
)
