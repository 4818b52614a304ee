"""The mistakes of notebook 01. What is said of them: see ..catalogue."""

import numpy as np

from ..catalogue import mistake
from ..sheets.notebook_01 import sigmoid

# sigmoid(z)


@mistake(
    "sigmoid",
    "sigmoid-exponent-sign",
    "Your curve goes down where it should go up: the exponent has the wrong sign.",
    "Try z = 10 by hand, and see what the exponential does.",
)
def _(z):
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))


@mistake(
    "sigmoid",
    "sigmoid-one-missing",
    "At z = 0 the result should be one half. Yours is 1: something is missing under the bar.",
    "Write the fraction down for z = 0.",
)
def _(z):
    return 1 / np.exp(np.clip(-np.asarray(z, float), -700, 700))


@mistake(
    "sigmoid",
    "sigmoid-brackets",
    "Python divides before it adds, so only the 1 is under the fraction bar.",
    "Which part of the line should be divided by? Put brackets around it.",
)
def _(z):
    return 1 / 1 + np.exp(np.clip(-np.asarray(z, float), -700, 700))


@mistake(
    "sigmoid",
    "sigmoid-overflow",
    "Right, except far out: `np.exp` overflows, and the result is infinite or no number.",
    "Which of the two ends is it, and what is the exponent there?",
)
def _(z):
    return np.exp(z) / (1 + np.exp(z))


@mistake(
    "sigmoid",
    "sigmoid-truncated",
    "For whole numbers everything became 0: your array takes over the kind of its numbers from z.",
    "Which kind of numbers does `np.zeros_like` make from a z of whole numbers?",
)
def _(z):
    a = np.zeros_like(z)
    a[...] = sigmoid(z)
    return a


@mistake(
    "sigmoid",
    "sigmoid-rounded-e",
    "Off in the fourth digit: e is not 2.718 exactly.",
    "`np.exp` knows all its digits.",
)
def _(z):
    return 1 / (1 + 2.718 ** (-np.clip(z, -700.0, 700.0)))


@mistake(
    "sigmoid",
    "sigmoid-cancels",
    "Far to the left you return exactly 0: subtracting two nearly equal numbers loses a small one.",
    note=True,
)
def _(z):
    small = 1 / (1 + np.exp(-np.abs(np.asarray(z, float))))
    return np.where(np.asarray(z) > 0, small, 1 - small)


# sigmoid_slope(z)


@mistake(
    "sigmoid_slope",
    "slope-of-output-at-z",
    "This is the slope written with the output, but you were handed z: the derivative is taken at "
    "a place where it does not belong.",
    "What has to happen to z first?",
)
def _(z):
    return z * (1 - z)


@mistake(
    "sigmoid_slope",
    "slope-plus",
    "The slope must vanish where the sigmoid is near 1. Yours does not: look at the sign.",
    "Which factor is 0 where a is 1?",
)
def _(z):
    a = sigmoid(z)
    return a * (1 + a)


@mistake(
    "sigmoid_slope",
    "slope-of-tanh",
    "This pattern belongs to another activation function, tanh. At z = 0 you should get 1/4.",
    "Derive it once more with the sigmoid.",
)
def _(z):
    return 1 - sigmoid(z) ** 2


@mistake(
    "sigmoid_slope",
    "slope-overflow",
    "Right, except far out: there you divide infinity by infinity.",
    "Your `sigmoid` is safe. Can the slope be written with it?",
)
def _(z):
    return np.exp(-np.asarray(z, float)) / (1 + np.exp(-np.asarray(z, float))) ** 2


@mistake(
    "sigmoid_slope",
    "slope-by-nudging",
    "Close, but only to a digit or two: this is a numerical estimate.",
    "The formula you derived is exact.",
)
def _(z):
    return (sigmoid(z + 0.1) - sigmoid(z)) / 0.1


# sigmoid_slope_from_output(a)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-order",
    "All your slopes are negative, but the sigmoid always rises: two terms have changed places.",
    "Which of the two is the larger one?",
)
def _(a):
    return a * (a - 1)


# numerical_gradient(f, x, h)


@mistake(
    "numerical_gradient",
    "gradient-one-sided",
    "Almost: you look on one side only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    dx, here = np.zeros_like(x), f(x)
    for entry in np.ndindex(x.shape):
        kept = x[entry]
        x[entry] = kept + h
        dx[entry] = (f(x) - here) / h
        x[entry] = kept
    return dx
