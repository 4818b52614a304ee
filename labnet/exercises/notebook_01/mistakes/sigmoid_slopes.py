"""Mistakes in `sigmoid_slopes` of notebook 01."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import sigmoid

# sigmoid_slope(z)


wrong, weak = rows_of("sigmoid_slope")


wrong("slope-of-output-at-z", lambda z: z * (1 - z)).says(
    "This is the slope written with the output, but you were handed z: the derivative is taken at "
    "a place where it does not belong.",
    "What has to happen to z first?",
)


def plus(z):
    a = sigmoid(z)
    return a * (1 + a)


wrong("slope-plus", plus).says(
    "The slope must vanish where the sigmoid is near 1. Yours does not: look at the sign.",
    "Which factor is 0 where a is 1?",
)


wrong("slope-of-tanh", lambda z: 1 - sigmoid(z) ** 2).says(
    "This pattern belongs to another activation function, tanh. At z = 0 you should get 1/4.",
    "Derive it once more with the sigmoid.",
)


wrong("slope-of-tanh-at-z", lambda z: 1 - z**2).says(
    "Two things at once: the pattern is that of tanh, and it is written for the output, not for z.",
    "What has to happen to z first? And what should come out at z = 0?",
)


wrong(
    "slope-overflow",
    lambda z: np.exp(-np.asarray(z, float)) / (1 + np.exp(-np.asarray(z, float))) ** 2,
).says(
    "Right, except far out: there you divide infinity by infinity.",
    "Your `sigmoid` is safe. Can the slope be written with it?",
)


wrong("slope-by-nudging", lambda z: (sigmoid(z + 0.1) - sigmoid(z)) / 0.1).says(
    "Close, but only to a digit or two: this is a numerical estimate.",
    "The formula you derived is exact.",
)


wrong("slope-half-converted", lambda z: sigmoid(z) * (1 - z)).says(
    "Two numbers are mixed: one factor is made from the output, the other one from z itself.",
    "Which of the two numbers lies between 0 and 1?",
)


wrong("slope-other-half-converted", lambda z: z * (1 - sigmoid(z))).says(
    "Two numbers are mixed: one factor is z itself, the other one is made from the output.",
    "Which of the two numbers lies between 0 and 1?",
)


wrong("slope-through-twice", lambda z: sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z)))).says(
    "z has gone through the sigmoid twice: this is the slope at a, not at z.",
    "Which number goes into the last step: one that was through already, or not yet?",
)


def product_of_slopes(z):
    a = sigmoid(z)
    return a * (1 - a) * sigmoid(a) * (1 - sigmoid(a))


wrong("slope-product-of-slopes", product_of_slopes).says(
    "The slope of the sigmoid has been taken at the output a, and multiplied once more.",
    "One link of the chain is enough: from z to a.",
)


wrong("slope-exponent-sign", lambda z: np.exp(z) / (1 + np.exp(-z)) ** 2).says(
    "The exponential above the bar has the other sign of the one below it.",
    "Differentiate 1 + e^(−z) once more: which exponential comes out?",
)


wrong("slope-square-inside", lambda z: np.exp(-z) / (1 + np.exp(-z) ** 2)).says(
    "The square has landed on the exponential; it belongs to the whole of what is under the bar.",
    "Where do the brackets close?",
)


wrong("slope-brackets", lambda z: np.exp(-z) / 1 + np.exp(-z) ** 2).says(
    "Python divides before it adds, so part of what should be under the bar is not.",
    "Put brackets around all that divides.",
)


wrong("slope-subtraction-first", lambda z: sigmoid(z) * 1 - sigmoid(z)).says(
    "Without brackets the 1 is subtracted last: this is a·1 − a, or a − 1·a, and that is 0.",
    "Which difference should be worked out before the product?",
)


wrong("slope-difference", lambda z: sigmoid(z) - (1 - sigmoid(z))).says(
    "You subtract where two factors should be multiplied: this is 1 − 2a, or its opposite.",
    "The slope is a product.",
)


wrong("slope-middle-only", lambda z: np.full(np.shape(z), 0.25)).says(
    "1/4 is the slope in the middle; away from it the curve is flatter.", "The slope depends on z."
)


wrong("slope-sigmoid-last", lambda z: sigmoid(z * (1 - z))).says(
    "The steps are in the wrong order: z (1 − z) comes first, and the sigmoid last.",
    "Which of the two should be handed to the other?",
)


def of_slope(z):
    a = sigmoid(z)
    return a * (1 - a) * (1 - 2 * a)


wrong("slope-of-slope", of_slope).says(
    "You have differentiated once more: this is how fast the slope itself changes.",
    "At z = 0 the curve is at its steepest. What does yours say there?",
)


def matrix_product(z, product=np.dot):
    a = sigmoid(z)
    return product(a, 1 - a)


wrong("slope-matrix-product", matrix_product, product=(np.matmul,)).says(
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for a z of three?",
)


# sigmoid_slope_from_output(a)


wrong, weak = rows_of("sigmoid_slope_from_output")


wrong("output-slope-order", lambda a: a * (a - 1)).says(
    "All your slopes are negative, but the sigmoid always rises: two terms have changed places.",
    "Which of the two is the larger one?",
)


wrong("output-slope-plus", lambda a: a * (1 + a)).says(
    "The slope must vanish where a is 1. Yours does not: look at the sign.",
    "Which factor is 0 where a is 1?",
)


wrong("output-slope-of-tanh", lambda a: 1 - a**2).says(
    "This pattern belongs to another activation function, tanh. At a = 1/2 you should get 1/4.",
    "How far is a from 0, and how far from 1?",
)


wrong("output-slope-brackets", lambda a: a * 1 - a).says(
    "Without brackets the 1 is subtracted last: a·1 − a is 0, whatever a is.",
    "Which difference should be worked out before the product?",
)


wrong("output-slope-converted", lambda a: sigmoid(a) * (1 - sigmoid(a))).says(
    "You send a through the sigmoid a second time; a is its output already.",
    "Both factors can be made from a alone, without any exponential.",
)


wrong("output-slope-half-converted", lambda a: a * (1 - sigmoid(a))).says(
    "One of your factors goes through the sigmoid again; a has been through it already.",
    "Both factors can be made from a alone.",
)


wrong("output-slope-other-half-converted", lambda a: sigmoid(a) * (1 - a)).says(
    "One of your factors goes through the sigmoid again; a has been through it already.",
    "Both factors can be made from a alone, without any exponential.",
)


wrong("output-slope-difference", lambda a: 1 - 2 * a).says(
    "This is the slope of a (1 − a) itself: you have differentiated once more.",
    "The formula is already a slope.",
)


wrong(
    "output-slope-matrix-product", lambda a, product=np.dot: product(a, 1 - a), product=(np.matmul,)
).says(
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for an a of three?",
)


wrong("output-slope-square-doubled", lambda a: a - 2 * a**2).says(
    "Nearly: a has been squared and then doubled, as if two of the terms were slopes already.",
    "Multiply a (1 − a) out: how many squares are there?",
)


# numerical_gradient(f, x, h)


def nudged(x, slope):
    """The gradient whose entries are slope(x, entry); x is a copy, for the slope to write in."""
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        dx[entry] = slope(x, entry)
    return dx


def at(f, x, entry, value):
    """f with this value in place of one entry, which is put back."""
    kept, x[entry] = x[entry], value
    result, x[entry] = f(x), kept
    return result


def rise(f, x, entry, h):
    return at(f, x, entry, x[entry] + h) - at(f, x, entry, x[entry] - h)


def without_brackets(f, x, h, divided):
    """f above minus a part of f below, instead of a part of their difference."""

    def slope(x, entry):
        return at(f, x, entry, x[entry] + h) - divided(at(f, x, entry, x[entry] - h))

    return nudged(x, slope)
