"""Mistakes in `sigmoid_slope` and `sigmoid_slope_from_output` of notebook 01."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import sigmoid, sigmoid_slope

# sigmoid_slope(z)

wrong, weak = rows_of("sigmoid_slope")


wrong("slope-of-output-at-z", lambda z: z * (1 - z)).says(
    "This is the slope written with the output, but you were handed z: the derivative is taken at "
    "a place where it does not belong.",
    "What has to happen to z first?",
)


def exponential(z, sign=-1):
    e = np.exp(sign * z)
    return e * (1 - e)


wrong("slope-of-exponential", exponential, sign=(1,)).says(
    "The formula is written with the exponential alone; it wants the sigmoid of z in its place.",
    "How large can your factor be, and how large is a?",
)


wrong("slope-plus", lambda z: sigmoid(z) * (1 + sigmoid(z))).says(
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


wrong("slope-overflow", lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2).says(
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


wrong("slope-through-twice", lambda z: sigmoid_slope(sigmoid(z))).says(
    "z has gone through the sigmoid twice: this is the slope at a, not at z.",
    "Which number goes into the last step: one that was through already, or not yet?",
)


wrong("slope-product-of-slopes", lambda z: sigmoid_slope(z) * sigmoid_slope(sigmoid(z))).says(
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
    "Without brackets the product comes first: this is a·1 − a, or a − 1·a, and that is 0.",
    "Which difference should be worked out before the product?",
)


wrong("slope-difference", lambda z: sigmoid(z) - (1 - sigmoid(z))).says(
    "You subtract where two factors should be multiplied: this is 1 − 2a, or its opposite.",
    "The slope is a product.",
)


wrong("slope-sigmoid-last", lambda z: sigmoid(z * (1 - z))).says(
    "The steps are in the wrong order: z (1 − z) comes first, and the sigmoid last.",
    "Which of the two should be handed to the other?",
)


wrong("slope-of-slope", lambda z: sigmoid_slope(z) * (1 - 2 * sigmoid(z))).says(
    "You have differentiated once more: this is how fast the slope itself changes.",
    "At z = 0 the curve is at its steepest. What does yours say there?",
)


wrong(
    "slope-matrix-product", lambda z, dot=np.dot: dot(sigmoid(z), 1 - sigmoid(z)), dot=(np.matmul,)
).says(
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for a z of three?",
)


# sigmoid_slope_from_output(a)

wrong, weak = rows_of("sigmoid_slope_from_output")


wrong("output-slope-plus", lambda a: a * (1 + a)).says(
    "The slope must vanish where a is 1. Yours does not: look at the sign.",
    "Which factor is 0 where a is 1?",
)


wrong("output-slope-of-tanh", lambda a: 1 - a**2).says(
    "This pattern belongs to another activation function, tanh. At a = 1/2 you should get 1/4.",
    "How far is a from 0, and how far from 1?",
)


wrong("output-slope-brackets", lambda a: a * 1 - a).says(
    "Without brackets the product comes first: a·1 − a is 0, whatever a is.",
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


wrong("output-slope-matrix-product", lambda a, dot=np.dot: dot(a, 1 - a), dot=(np.matmul,)).says(
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for an a of three?",
)


wrong("output-slope-square-doubled", lambda a: a - 2 * a**2).says(
    "Nearly: a has been squared and then doubled, as if two of the terms were slopes already.",
    "Multiply a (1 − a) out: how many squares are there?",
)
