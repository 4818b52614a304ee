"""The mistakes in the activations of notebook 07. What is said of them: see ..catalogue."""

import numpy as np

from ..engine.catalogue import mistake
from .exercises import leaky_relu


def only_at_zero(case, answer):
    """Whether this is the case with a z of exactly 0, and there are numbers."""
    return not case.plain and 0 in case.args[0] and answer.values is not None


# relu(z)


@mistake(
    "relu",
    "relu-absolute",
    "Negative inputs are mirrored: this is |z|.",
    "They should be switched off. What number says that?",
)
def _(z):
    return np.abs(z)


@mistake(
    "relu",
    "relu-step",
    "You give 1 where the input is positive: that is the slope of relu, not relu itself.",
    "What comes out at z = 3, and what should?",
)
def _(z):
    return (z > 0) * 1.0


@mistake(
    "relu",
    "relu-other-half",
    "You kept the negative half, and switched off the positive one.",
    "At z = 3 the result should be 3. Which way round is the comparison?",
)
def _(z):
    return np.minimum(z, 0)


@mistake(
    "relu",
    "relu-mirrored",
    "The curve is mirrored: it grows to the left, and is 0 on the right.",
    "Where has the sign of z been turned?",
)
def _(z):
    return np.maximum(-z, 0)


@mistake(
    "relu",
    "relu-largest-of-all",
    "`np.max` looks for the largest entry of one array, and takes the 0 for the number of an axis.",
    "Another function compares two arrays entry by entry.",
)
def _(z):
    return np.max(z, 0)


@mistake(
    "relu",
    "relu-largest-entry",
    "You give the largest entry of the whole array: a single number.",
    "Each entry is compared with the same number, and the shape stays.",
)
def _(z):
    return np.max(z)


@mistake(
    "relu",
    "relu-left-out",
    "The negative entries are left out, and the array is shorter now.",
    "Every entry keeps its place. What stands where z is negative?",
)
def _(z):
    return z[z > 0]


@mistake(
    "relu",
    "relu-one-number-only",
    "Python's `max` and `if` ask for a single answer, but an array has one for each entry.",
    "NumPy has a way of choosing entry by entry.",
)
def _(z):
    return max(0, z)


@mistake(
    "relu",
    "relu-leaks",
    "A little comes through on the left: this is a leaky relu.",
    "What should be left of a negative input?",
    leak=(0.1, 0.2, 0.001),
)
def _(z, leak=0.01):
    return np.where(z > 0, z, leak * z)


@mistake(
    "relu",
    "relu-capped",
    "Large inputs are cut off at the top: relu has a floor, but no ceiling.",
    "What should come out at z = 1000?",
    top=(6, 100),
)
def _(z, top=1):
    return np.clip(z, 0, top)


@mistake(
    "relu",
    "relu-floor-of-one",
    "The floor lies at 1. What you compare z with is not the height at which the curve is flat.",
    "What should come out at z = −2?",
)
def _(z):
    return np.maximum(z, 1)


@mistake(
    "relu",
    "relu-bend-at-one",
    "The curve bends at z = 1. Inputs between 0 and 1 are lost.",
    "Where is the kink of relu?",
)
def _(z):
    return np.where(z > 1, z, 0)


@mistake(
    "relu",
    "relu-smoothed",
    "A smooth relative of relu, ln(1 + e^z): it has no kink, and is above 0 everywhere.",
    "relu is made of two straight pieces: no exponential is needed.",
)
def _(z):
    return np.logaddexp(0, z)


@mistake(
    "relu",
    "relu-exponential-left",
    "Right on the right; on the left runs an exponential, as in ELU.",
    "What should be left of a negative input?",
)
def _(z):
    return np.where(z > 0, z, np.exp(z) - 1)


@mistake(
    "relu",
    "relu-gated-by-sigmoid",
    "Each input is multiplied by a sigmoid: a smooth relative of relu, called swish.",
    "The factor in front of z should be exactly 0 or exactly 1.",
)
def _(z):
    return z / (1 + np.exp(np.minimum(-z, 700.0)))


@mistake(
    "relu",
    "relu-gated-by-normal",
    "Each input is multiplied by a smooth step: a relative of relu called GELU.",
    "The factor in front of z should be exactly 0 or exactly 1.",
)
def _(z):
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * np.float64(z) ** 3)))


@mistake(
    "relu",
    "relu-normalised",
    "The result is divided by its largest entry.",
    "Each entry depends on its own z only. What should come out at z = 3?",
)
def _(z):
    return np.maximum(z, 0) / np.max(z)


@mistake(
    "relu",
    "relu-halves-mixed-up",
    "On the right you give the slope, on the left the input.",
    "Two halves: what should come out for z = −2, and what for z = 3?",
)
def _(z):
    return np.where(z > 0, 1, z)


@mistake(
    "relu",
    "relu-at-zero",
    "Right, except at exactly z = 0.",
    "There the two straight pieces meet. At which height?",
    shows=only_at_zero,
)
def _(z):
    return np.where(z == 0, 1, np.maximum(z, 0))


# relu_slope(z)


@mistake(
    "relu_slope",
    "relu-slope-is-relu",
    "This is relu itself: it grows with z. Its slope is one constant on each side.",
    "How steep is the line from (0, 0) to (3, 3)?",
)
def _(z):
    return np.maximum(z, 0)


@mistake(
    "relu_slope",
    "relu-slope-sign-of-z",
    "On the left you give −1, as for |z|. But there relu is flat.",
    "How steep is a flat line?",
)
def _(z):
    return np.sign(z)


@mistake(
    "relu_slope",
    "relu-slope-sides-swapped",
    "The two sides have changed places.",
    "On which side does relu rise?",
)
def _(z):
    return np.where(z > 0, 0.0, 1.0)


@mistake(
    "relu_slope",
    "relu-slope-like-sigmoid",
    "a (1 − a) is the pattern of the sigmoid. relu has another slope.",
    "How steep is each of the two straight pieces?",
)
def _(z):
    return np.maximum(z, 0) * (1 - np.maximum(z, 0))


@mistake(
    "relu_slope",
    "relu-slope-of-neighbours",
    "`np.gradient` compares neighbours in the array, whatever their z are.",
    "The slope at one z has nothing to do with the entry beside it.",
)
def _(z):
    return np.gradient(np.maximum(z, 0))


@mistake(
    "relu_slope",
    "relu-slope-capped-ramp",
    "Between 0 and 1 your slope is z itself: the relu is cut off at 1, but not differentiated.",
    "How steep is the line from (0, 0) to (3, 3)?",
)
def _(z):
    return np.clip(z, 0, 1)


@mistake(
    "relu_slope",
    "relu-slope-one-sided",
    "A numerical estimate: near the kink it mixes the two slopes.",
    "On which side of 0 is z? No other point is needed.",
    h=(0.1, 0.01),
)
def _(z, h=1.0):
    return (np.maximum(z + h, 0) - np.maximum(z, 0)) / h


@mistake(
    "relu_slope",
    "relu-slope-leaks",
    "On the left you give a small slope: that belongs to a leaky relu.",
    "On the left relu is flat.",
    leak=(0.1, 0.2, 0.001),
)
def _(z, leak=0.01):
    return np.where(z > 0, 1.0, leak)


@mistake(
    "relu_slope",
    "relu-slope-bend-elsewhere",
    "The slope changes at another place than the kink of relu.",
    "Try z = 0.5 and z = −0.5: how steep is relu there?",
    at=(-1, 0.5, -0.5),
)
def _(z, at=1):
    return np.where(z > at, 1.0, 0.0)


@mistake(
    "relu_slope",
    "relu-slope-divided",
    "Right everywhere but at z = 0: there you divide 0 by 0, and the result is no number.",
    "Only the sign of z is needed, and no division.",
)
def _(z):
    return np.maximum(z, 0) / z


@mistake(
    "relu_slope",
    "relu-slope-one-number-only",
    "Python's `if` asks for a single answer, but an array has one for each entry.",
    "NumPy has a way of choosing entry by entry.",
)
def _(z):
    return 1.0 if z > 0 else 0.0


@mistake(
    "relu_slope",
    "relu-slope-at-kink",
    "Right, except at exactly z = 0: there you give a number that is not between the two slopes.",
    "To which of the two sides may the kink itself be counted?",
    shows=only_at_zero,
)
def _(z):
    return np.heaviside(z, 2)


# leaky_relu(z, alpha)


@mistake(
    "leaky_relu",
    "leaky-relu-larger-of-two",
    "Right while alpha is at most 1. Above that, the larger of alpha z and z is the wrong one.",
    "Let the sign of z decide, not the size of the results.",
)
def _(z, alpha):
    return np.maximum(alpha * z, z)


@mistake(
    "leaky_relu",
    "leaky-relu-smaller-of-two",
    "For an alpha below 1 this takes the wrong piece on both sides.",
    "At z = 3 the result should be 3. Let the sign of z decide.",
)
def _(z, alpha):
    return np.minimum(alpha * z, z)


@mistake(
    "leaky_relu",
    "leaky-relu-without-leak",
    "alpha has no influence: this is plain `relu`.",
    "What should come through on the left?",
)
def _(z, alpha):
    return np.maximum(z, 0)


@mistake(
    "leaky_relu",
    "leaky-relu-sides-swapped",
    "The leak is on the wrong side: alpha shrinks the positive inputs.",
    "At z = 3 the result should be 3, whatever alpha is.",
)
def _(z, alpha):
    return np.where(z > 0, alpha * z, z)


@mistake(
    "leaky_relu",
    "leaky-relu-flat-left",
    "On the left there is no z any more: a flat line, and a jump at 0.",
    "What comes through is a share of the input.",
    sign=(-1,),
)
def _(z, alpha, sign=1):
    return np.where(z > 0, z, sign * alpha)


@mistake(
    "leaky_relu",
    "leaky-relu-left-sign",
    "On the left the sign is turned, as if the curve came up again.",
    "With alpha = 0.2 the value at −10 is −2.",
)
def _(z, alpha):
    return np.where(z > 0, z, -alpha * z)


@mistake(
    "leaky_relu",
    "leaky-relu-alpha-everywhere",
    "Every input is multiplied by alpha: that is a straight line without a kink.",
    "For which inputs should alpha play no part?",
)
def _(z, alpha):
    return alpha * z


@mistake(
    "leaky_relu",
    "leaky-relu-leak-added",
    "The leak is added on both sides, so positive inputs come out larger than they went in.",
    "At z = 3 the result should be 3. What may the second term contribute there?",
)
def _(z, alpha):
    return np.maximum(z, 0) + alpha * z


@mistake(
    "leaky_relu",
    "leaky-relu-fixed-leak",
    "The leak is a number of your own, and `alpha` plays no part.",
    "Try alpha = 0.2 and alpha = 0.5: the left half should differ.",
    leak=(0.1, 0.2, 0.3, 0.05, 0.001),
)
def _(z, alpha, leak=0.01):
    return np.where(z > 0, z, leak * z)


@mistake(
    "leaky_relu",
    "leaky-relu-divided",
    "On the left you divide by alpha: the leak grows where it should shrink.",
    "With alpha = 0.2 the value at −10 is −2.",
)
def _(z, alpha):
    return np.where(z > 0, z, z / alpha)


@mistake(
    "leaky_relu",
    "leaky-relu-exponential",
    "On the left runs alpha (e^z − 1): that function is called ELU.",
    "A leaky relu is made of two straight pieces.",
)
def _(z, alpha):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0.0)) - 1))


@mistake(
    "leaky_relu",
    "leaky-relu-sign-of-alpha",
    "Right while alpha is positive. For a negative alpha its sign is lost.",
    "With alpha = −0.5 the value at −10 is 5.",
)
def _(z, alpha):
    return np.where(z > 0, z, abs(alpha) * z)


@mistake(
    "leaky_relu",
    "leaky-relu-complement",
    "On the left the share is 1 minus alpha.",
    "alpha is the share that comes through, not the share that is held back.",
)
def _(z, alpha):
    return np.where(z > 0, z, (1 - alpha) * z)


@mistake(
    "leaky_relu",
    "leaky-relu-shifted",
    "On the left alpha is added or subtracted, where it should be a factor.",
    "At z = −10 with alpha = 0.2 the value is −2.",
    sign=(1,),
)
def _(z, alpha, sign=-1):
    return np.where(z > 0, z, z + sign * alpha)


@mistake(
    "leaky_relu",
    "leaky-relu-cut-at-alpha",
    "alpha is compared with z: the curve is flat at the height alpha.",
    "alpha is a slope, not a height.",
)
def _(z, alpha):
    return np.maximum(z, alpha)


@mistake(
    "leaky_relu",
    "leaky-relu-bend-elsewhere",
    "The kink is at another place than z = 0.",
    "Where do the two straight pieces meet?",
    at=(-1, 0.5, -0.5),
)
def _(z, alpha, at=1):
    return np.where(z > at, z, alpha * z)


@mistake(
    "leaky_relu",
    "leaky-relu-bend-at-alpha",
    "You compare z with alpha, so the kink is at z = alpha.",
    "alpha is a slope, not a place: where do the two straight pieces meet?",
)
def _(z, alpha):
    return np.where(z > alpha, z, alpha * z)


@mistake(
    "leaky_relu",
    "leaky-relu-sign-of-alpha-decides",
    "The sign of alpha decides which piece it is, so all entries get the same one.",
    "Which number tells the two sides apart?",
)
def _(z, alpha):
    return z if alpha > 0 else alpha * z


@mistake(
    "leaky_relu",
    "leaky-relu-scaled-relu",
    "This is `relu` times alpha: alpha acts on the wrong side, and nothing leaks.",
    "For which inputs should alpha play a part?",
)
def _(z, alpha):
    return alpha * np.maximum(z, 0)


@mistake(
    "leaky_relu",
    "leaky-relu-scaled-absolute",
    "This is alpha times |z|, on both sides.",
    "At z = 3 the result should be 3, at z = −3 it should be minus a share of 3.",
)
def _(z, alpha):
    return alpha * np.abs(z)


@mistake(
    "leaky_relu",
    "leaky-relu-lifted",
    "alpha is added to plain `relu`: the curve is lifted, and nothing leaks.",
    "alpha is a slope: with what is it multiplied?",
)
def _(z, alpha):
    return np.maximum(z, 0) + alpha


@mistake(
    "leaky_relu",
    "leaky-relu-alpha-limited",
    "Right while alpha is between 0 and 1; any other alpha is cut to that range.",
    "alpha may be above 1, and it may be negative.",
)
def _(z, alpha):
    return np.where(z > 0, z, np.clip(alpha, 0, 1) * z)


@mistake(
    "leaky_relu",
    "leaky-relu-alpha-squared",
    "On the left alpha has come in twice.",
    "With alpha = 0.2 the value at −10 is −2.",
)
def _(z, alpha):
    return np.where(z > 0, z, alpha**2 * z)


@mistake(
    "leaky_relu",
    "leaky-relu-one-number-only",
    "Python's `max` and `if` ask for a single answer, but an array has one for each entry.",
    "NumPy has a way of choosing entry by entry.",
)
def _(z, alpha):
    return z if z > 0 else alpha * z


@mistake(
    "leaky_relu",
    "leaky-relu-at-zero",
    "Right, except at exactly z = 0.",
    "There the two straight pieces meet. At which height?",
    shows=only_at_zero,
)
def _(z, alpha):
    return np.where(z == 0, 1, leaky_relu(z, alpha))


# leaky_relu_slope(z, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-without-leak",
    "alpha is forgotten: this is the slope of plain `relu`.",
    "The left half still leaks. How steep is it?",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-keeps-z",
    "On the left you give the function itself, not its slope.",
    "The slope of a straight piece is the same everywhere on it.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, alpha * z)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-is-function",
    "This is the leaky relu itself. Its slope is one constant on each side.",
    "How does each piece change when z grows by 1?",
)
def _(z, alpha):
    return leaky_relu(z, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-sides-swapped",
    "The two slopes have changed places.",
    "On which side does alpha act?",
)
def _(z, alpha):
    return np.where(z > 0, alpha, 1.0)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-nothing-on-the-right",
    "On the right you give 0, where the slope should be that of plain `relu`.",
    "How steep is the line from (0, 0) to (3, 3)?",
)
def _(z, alpha):
    return np.where(z > 0, 0.0, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-rest-on-the-right",
    "On the right you give 1 minus alpha.",
    "What does alpha do to positive inputs?",
)
def _(z, alpha):
    return np.where(z > 0, 1 - alpha, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-bend-elsewhere",
    "The slope changes at another place than z = 0.",
    "Where do the two straight pieces meet?",
    at=(-1, 0.5, -0.5),
)
def _(z, alpha, at=1):
    return np.where(z > at, 1.0, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-bend-at-alpha",
    "You compare z with alpha, so the slope changes at z = alpha.",
    "alpha is a slope, not a place: where do the two straight pieces meet?",
)
def _(z, alpha):
    return np.where(z > alpha, 1.0, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-sign-of-product",
    "You look at the sign of alpha times z: for a negative alpha the sides change places.",
    "Which number tells the two sides apart, whatever alpha is?",
)
def _(z, alpha):
    return np.where(alpha * z > 0, 1.0, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-largest-slope",
    "Right while alpha is between 0 and 1. You take the larger of two slopes.",
    "Let the sign of z decide, not the size of the results.",
)
def _(z, alpha):
    return np.maximum(alpha, z > 0)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-alpha-limited",
    "Right while alpha is between 0 and 1; any other alpha is cut to that range.",
    "alpha may be above 1, and it may be negative.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, np.clip(alpha, 0, 1))


@mistake(
    "leaky_relu_slope",
    "leaky-slope-exponential",
    "On the left there is an exponential: that is the slope of ELU.",
    "A leaky relu is made of two straight pieces.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0.0)))


@mistake(
    "leaky_relu_slope",
    "leaky-slope-right-is-z",
    "On the right you give z itself. Its slope is meant.",
    "The slope of a straight piece is the same everywhere on it.",
)
def _(z, alpha):
    return np.where(z > 0, z, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-left-sign",
    "On the left the sign is turned.",
    "With a positive alpha the left piece rises too, from left to right.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, -alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-from-output",
    "You look at the sign of the output. With a negative alpha the output is positive on both "
    "sides, so its sign no longer tells which one it is.",
    "Which number has kept its sign?",
)
def _(z, alpha):
    return np.where(leaky_relu(z, alpha) > 0, 1.0, alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-larger-of-two",
    "Right while alpha is at most 1. Above that, the larger of alpha z and z is the wrong piece.",
    "Let the sign of z decide.",
)
def _(z, alpha):
    return np.where(alpha * z > z, alpha, 1.0)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-fixed-leak",
    "The slope on the left is a number of your own, and `alpha` plays no part.",
    "Try alpha = 0.2 and alpha = 0.5: the left half should differ.",
    leak=(0.1, 0.2, 0.3, 0.05, 0.001),
)
def _(z, alpha, leak=0.01):
    return np.where(z > 0, 1.0, leak)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-alpha-everywhere",
    "You give alpha everywhere, as if the curve had no kink.",
    "How steep is it on the right?",
    kind=(None,),
)
def _(z, alpha, kind=float):
    return np.full_like(z, alpha, dtype=kind)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-left-is-one",
    "Both sides have the slope 1: alpha plays no part.",
    "How steep is the left piece?",
)
def _(z, alpha):
    return np.ones(np.shape(z))


@mistake(
    "leaky_relu_slope",
    "leaky-slope-added",
    "On the right the slopes of both pieces are added up.",
    "On each side only one piece counts.",
)
def _(z, alpha):
    return (z > 0) + alpha


@mistake(
    "leaky_relu_slope",
    "leaky-slope-complement",
    "On the left you give 1 minus alpha.",
    "alpha is the share that comes through, not the share that is held back.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, 1 - alpha)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-sign-of-alpha",
    "Right while alpha is positive. For a negative alpha its sign is lost.",
    "With alpha = −0.5 the left piece falls.",
)
def _(z, alpha):
    return np.where(z > 0, 1.0, abs(alpha))


@mistake(
    "leaky_relu_slope",
    "leaky-slope-divided",
    "Right everywhere but at z = 0: there you divide 0 by 0, and the result is no number.",
    "Only the sign of z is needed, and no division.",
)
def _(z, alpha):
    return leaky_relu(z, alpha) / z


@mistake(
    "leaky_relu_slope",
    "leaky-slope-one-number-only",
    "Python's `if` asks for a single answer, but an array has one for each entry.",
    "NumPy has a way of choosing entry by entry.",
)
def _(z, alpha):
    return 1.0 if z > 0 else alpha


@mistake(
    "leaky_relu_slope",
    "leaky-slope-at-kink",
    "Right, except at exactly z = 0: there you give a number that is not between the two slopes.",
    "To which of the two sides may the kink itself be counted?",
    shows=only_at_zero,
)
def _(z, alpha):
    return alpha + (1 - alpha) * np.heaviside(z, 5)


@mistake(
    "leaky_relu_slope",
    "leaky-slope-hole-at-zero",
    "At exactly z = 0 you give 0, which is the slope of neither side.",
    note=True,
)
def _(z, alpha):
    return (z > 0) + alpha * (z < 0)


# tanh(z)


@mistake(
    "tanh",
    "tanh-overflow",
    "Right, except far out: there you divide infinity by infinity, and the result is no number.",
    "NumPy has a safe one ready.",
)
def _(z):
    z = np.asarray(z, float)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


@mistake(
    "tanh",
    "tanh-overflow-on-the-right",
    "Right, except far to the right: e^(2z) overflows, and infinity by infinity is no number.",
    "NumPy has a safe one ready.",
)
def _(z):
    grown = np.exp(2.0 * z)
    return (grown - 1) / (grown + 1)


@mistake(
    "tanh",
    "tanh-overflow-on-the-left",
    "Right, except far to the left: e^(−2z) overflows, and infinity by infinity is no number.",
    "NumPy has a safe one ready.",
)
def _(z):
    grown = np.exp(-2.0 * z)
    return (1 - grown) / (1 + grown)


@mistake(
    "tanh",
    "tanh-falls",
    "Your curve falls, but tanh rises: two terms have changed places.",
    "Which of e^z and e^(−z) is the larger one on the right?",
)
def _(z):
    return -np.tanh(z)


@mistake(
    "tanh",
    "tanh-half-speed",
    "The right shape, but stretched: your curve needs a longer way to rise.",
    "In tanh z = 2σ(2z) − 1 there are two factors 2. Which one is missing?",
    speed=(0.25, np.pi / 180),
)
def _(z, speed=0.5):
    return np.tanh(speed * z)


@mistake(
    "tanh",
    "tanh-double-speed",
    "The right shape, but squeezed: your curve rises on a shorter way.",
    "How many times does z stand in the exponents?",
    speed=(4.0,),
)
def _(z, speed=2.0):
    return np.tanh(speed * z)


@mistake(
    "tanh",
    "tanh-not-shifted",
    "Your values lie between 0 and 2: the curve is not moved down.",
    "What should come out at z = 0?",
)
def _(z):
    return 1 + np.tanh(z)


@mistake(
    "tanh",
    "tanh-not-stretched",
    "Your values span 1 from end to end, but tanh runs from −1 to 1.",
    "In tanh z = 2σ(2z) − 1 there are two factors 2. Which one is missing?",
)
def _(z):
    return (np.tanh(z) - 1) / 2


@mistake(
    "tanh",
    "tanh-sigmoid-at-double",
    "This is the sigmoid of 2z: between 0 and 1, while tanh runs from −1 to 1.",
    "What should come out at z = 0?",
)
def _(z):
    return (np.tanh(z) + 1) / 2


@mistake(
    "tanh",
    "tanh-too-tall",
    "Your curve runs from −1 to 3: it is too tall, and not centred.",
    "How far is it from end to end, and how far should it be?",
)
def _(z):
    return 2 * np.tanh(z) + 1


@mistake(
    "tanh",
    "tanh-look-alike",
    "An S from −1 to 1, but of another formula: it only looks like tanh.",
    "tanh is a fraction of exponentials.",
    shape=(lambda z: np.clip(z, -1, 1), lambda z: z / np.sqrt(1 + z**2)),
)
def _(z, shape=lambda z: z / (1 + np.abs(z))):
    return shape(np.asarray(z, float))


@mistake(
    "tanh",
    "tanh-other-of-numpy",
    "Another of NumPy's functions: it shares some letters with tanh, but not the curve.",
    "Compare the name with the one in the exercise.",
    function=(np.cosh, np.arctanh, np.arcsinh, np.sin, np.cos),
)
def _(z, function=np.tan):
    return function(np.clip(z, -700.0, 700.0))


@mistake(
    "tanh",
    "tanh-is-sinh",
    "This is the hyperbolic sine: it grows without limit.",
    "tanh is a fraction. What is under the bar?",
)
def _(z):
    return np.sinh(np.clip(z, -700.0, 700.0))


@mistake(
    "tanh",
    "tanh-top-only",
    "The top of the fraction alone: it grows without limit.",
    "What is under the bar?",
)
def _(z):
    return 2 * np.sinh(np.clip(z, -700.0, 700.0))


@mistake(
    "tanh",
    "tanh-upside-down",
    "The fraction stands on its head: all your values are beyond 1 or −1.",
    "Which of the two sums vanishes at z = 0?",
)
def _(z):
    return 1 / np.tanh(z)


@mistake(
    "tanh",
    "tanh-brackets",
    "Python divides before it subtracts, so only the last exponential is on the fraction.",
    "Which parts of the line belong together? Put brackets around them.",
)
def _(z):
    z = np.clip(z, -300.0, 300.0)
    return np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z)


@mistake(
    "tanh",
    "tanh-bracket-below",
    "The top has no brackets: only its last term is divided.",
    "Which parts of the line belong together?",
)
def _(z):
    z = np.clip(z, -300.0, 300.0)
    return np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z))


@mistake(
    "tanh",
    "tanh-bracket-above",
    "Nothing holds the two terms under the bar together: you divide by the first, and add the "
    "second.",
    "Which parts of the line belong together?",
)
def _(z):
    z = np.clip(z, -300.0, 300.0)
    return (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)


@mistake(
    "tanh",
    "tanh-arctangent",
    "This is the arctangent: it looks alike, but ends at π/2.",
    "Towards which value should the curve rise?",
)
def _(z):
    return np.arctan(z)


# tanh_slope(z)


@mistake(
    "tanh_slope",
    "tanh-slope-of-output-at-z",
    "This is the slope written with the output, but you were handed z: 1 − z² is far below 0 for "
    "a large z, while tanh rises everywhere.",
    "What has to happen to z first?",
)
def _(z):
    return 1 - np.asarray(z, float) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-not-squared",
    "Right at z = 0, but it falls off too slowly: this is 1 / cosh z.",
    "An exponent is missing.",
)
def _(z):
    return 1 / np.cosh(np.clip(z, -700.0, 700.0))


@mistake(
    "tanh_slope",
    "tanh-slope-square-missing",
    "You give 1 − a. On the left that is even above 1.",
    "The slope is the same at z and −z: which power of a is, too?",
)
def _(z):
    return 1 - np.tanh(z)


@mistake(
    "tanh_slope",
    "tanh-slope-of-sigmoid",
    "a (1 − a) is the pattern of the sigmoid. At z = 0 the slope of tanh should be 1.",
    "Derive it once more with tanh: where is it flat?",
)
def _(z):
    return np.tanh(z) * (1 - np.tanh(z))


@mistake(
    "tanh_slope",
    "tanh-slope-plus",
    "The slope must vanish where a is near 1 or −1. Yours grows there: look at the sign.",
    "What should come out far to the right?",
)
def _(z):
    return 1 + np.tanh(z) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-negative",
    "All your slopes are negative, but tanh always rises: two terms have changed places.",
    "Which of the two is the larger one?",
)
def _(z):
    return np.tanh(z) ** 2 - 1


@mistake(
    "tanh_slope",
    "tanh-slope-one-minus-missing",
    "You give a²: it is 0 where the curve is steepest.",
    "How steep is tanh at z = 0?",
)
def _(z):
    return np.tanh(z) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-other-power",
    "Right at z = 0, but the power of a in it is another one.",
    "Differentiate tanh once more, as a fraction: which power comes out?",
    power=(4,),
)
def _(z, power=3):
    return 1 - np.tanh(z) ** power


@mistake(
    "tanh_slope",
    "tanh-slope-absolute",
    "You give 1 − |a|: right at z = 0 and far out, but too small in between.",
    "The square makes a² positive as well, but smaller than |a|.",
)
def _(z):
    return 1 - np.abs(np.tanh(z))


@mistake(
    "tanh_slope",
    "tanh-slope-factor-inside",
    "Right at z = 0, but a factor in front of a² should not be there.",
    "Where does the slope vanish? There a is near 1 or −1.",
    factor=(0.25, 0.5, 2.0),
)
def _(z, factor=4.0):
    return 1 - factor * np.tanh(z) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-stretched",
    "Right at z = 0, but stretched or squeezed: z has a factor on its way into tanh.",
    "The slope is taken at z itself.",
    speed=(2.0,),
)
def _(z, speed=0.5):
    return 1 - np.tanh(speed * z) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-of-tangent",
    "This belongs to the tangent of an angle: the letter h makes another function of it.",
    "Compare the name with the one in the exercise.",
    sign=(-1,),
)
def _(z, sign=1):
    return 1 + sign * np.tan(z) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-cosh-of-square",
    "The square has slipped into the argument of cosh.",
    "Which comes first, the function or the square?",
)
def _(z):
    return 1 / np.cosh(np.minimum(np.float64(z) ** 2, 700))


@mistake(
    "tanh_slope",
    "tanh-slope-with-exponential",
    "The pattern is that of tanh, but the number in it is e^z.",
    "Which function does a come from here?",
)
def _(z):
    return 1 - np.exp(np.minimum(z, 300.0)) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-square-inside",
    "The square has slipped into the argument: z is squared, where tanh z should be.",
    "Which comes first, the function or the square?",
)
def _(z):
    return 1 - np.tanh(np.asarray(z, float) ** 2)


@mistake(
    "tanh_slope",
    "tanh-slope-bracket-squared",
    "The whole of 1 − a is squared, where only a should be.",
    "The slope is the same at z and −z. Is yours?",
)
def _(z):
    return (1 - np.tanh(z)) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-twice-through",
    "z has been through tanh twice before it is squared.",
    "If a = tanh z is there already, what is left to do?",
)
def _(z):
    return 1 - np.tanh(np.tanh(z)) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-with-sigmoid",
    "The pattern is that of tanh, but the number in it is the sigmoid of z.",
    "Which function does a come from here?",
)
def _(z):
    return 1 - ((1 + np.tanh(np.asarray(z) / 2)) / 2) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-second-derivative",
    "You have differentiated once too often: −2a (1 − a²) is how the slope itself changes.",
    "At z = 0 the slope should be 1.",
)
def _(z):
    a = np.tanh(z)
    return -2 * a * (1 - a**2)


@mistake(
    "tanh_slope",
    "tanh-slope-power-rule",
    "A derivative of a² has come in. The slope of tanh is wanted, written with a.",
    "At z = 0 it should be 1, and far out 0.",
)
def _(z):
    return 1 - 2 * np.tanh(z)


@mistake(
    "tanh_slope",
    "tanh-slope-of-arctangent",
    "1 / (1 + z²) is the slope of the arctangent. It falls off far more slowly.",
    "Write the slope with a = tanh z.",
)
def _(z):
    return 1 / (1 + np.asarray(z, float) ** 2)


@mistake(
    "tanh_slope",
    "tanh-slope-is-cosh-squared",
    "The fraction stands on its head: yours grows where tanh becomes flat.",
    "Where is tanh steepest, and how steep is it there?",
)
def _(z):
    return np.cosh(np.clip(z, -300.0, 300.0)) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-overflow",
    "Right, except far out: there you divide infinity by infinity.",
    "`np.tanh` is safe. Can the slope be written with it?",
)
def _(z):
    top, below = np.sinh(np.asarray(z, float)), np.cosh(np.asarray(z, float))
    return 1 - (top / below) ** 2


@mistake(
    "tanh_slope",
    "tanh-slope-by-nudging",
    "Close, but no more: this is a numerical estimate, from one side.",
    "The formula is exact.",
    h=(1.0, 0.1, 0.001),
)
def _(z, h=0.01):
    return (np.tanh(z + h) - np.tanh(z)) / h


@mistake(
    "tanh_slope",
    "tanh-slope-by-wide-nudging",
    "Close, but no more: this is a numerical estimate, with a wide step.",
    "The formula is exact.",
    h=(0.5, 0.1, 0.01),
)
def _(z, h=1.0):
    return (np.tanh(z + h) - np.tanh(z - h)) / (2 * h)
