"""The mistakes of notebook 01. What is said of them: see ..catalogue."""

import numpy as np

from ..engine.catalogue import mistake
from .exercises import sigmoid

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


def is_held_up(case, answer):
    """Whether all that comes out is one tiny number, as from an exponent that is never small."""
    if answer.values is None:
        return False
    a = answer.values[""]
    return bool(np.all((a >= 0) & (a < 1e-3)) and (not case.plain or np.ptp(a) == 0 < a.max()))


@mistake(
    "sigmoid",
    "sigmoid-cap-keeps-larger",
    "`maximum`, like `max`, keeps the larger of the two; the cap needs the smaller.",
    "Put z = 1 in: which of the two numbers is handed to the exponential?",
    shows=is_held_up,
)
def _(z):
    return 1 / (1 + np.exp(np.maximum(-z, 709)))


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


@mistake(
    "sigmoid",
    "sigmoid-warns",
    "Far to the left `np.exp` overflows on the way: the value is right, but NumPy warns of it.",
    note=True,
    shows=lambda case, answer: "overflow" in answer.warned,
)
def _(z):
    return 1 / (1 + np.exp(-z))


@mistake(
    "sigmoid",
    "sigmoid-minus-below",
    "There is a minus under the bar, where the two terms should add up: at z = 0 you divide by 0.",
    "What should the part under the bar be at z = 0, for the result to be one half?",
)
def _(z):
    return 1 / (1 - np.exp(-z))


@mistake(
    "sigmoid",
    "sigmoid-of-distance",
    "The left half is the mirror image of the right one: the sign of z has been lost on the way.",
    "What should come out at z = −3, more than one half or less?",
)
def _(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@mistake(
    "sigmoid",
    "sigmoid-shares",
    "Your numbers add up to 1: this shares 1 out among the entries. Each should be by itself here.",
    "The result for one z must not depend on the others.",
)
def _(z):
    return np.exp(z) / np.sum(np.exp(z))


@mistake(
    "sigmoid",
    "sigmoid-step",
    "This is a step: it only says on which side of 0 z lies, and its slope is 0 everywhere.",
    "The curve should rise smoothly.",
)
def _(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@mistake(
    "sigmoid",
    "sigmoid-line",
    "This is a straight line, cut at 0 and at 1: it resembles the sigmoid, but it has corners.",
    "Which function bends smoothly towards both ends?",
    line=((0.2, 0.5), (1 / 6, 0.5), (0.5, 0.5), (1, 0.5), (1, 0)),
)
def _(z, line=(0.25, 0.5)):
    slope, middle = line
    return np.clip(slope * np.asarray(z) + middle, 0, 1)


@mistake(
    "sigmoid",
    "sigmoid-other-curve",
    "This curve is S-shaped too, but it is another one: it goes to its ends far more slowly.",
    "The sigmoid is made with an exponential.",
    curve=(
        lambda z: z / (1 + np.abs(z)),
        lambda z: 0.5 + np.arctan(z) / np.pi,
        np.arctan,
    ),
)
def _(z, curve=lambda z: 0.5 + z / (1 + np.abs(z)) / 2):
    return curve(z)


@mistake(
    "sigmoid",
    "sigmoid-logarithm",
    "You give the logarithm of the sigmoid: negative numbers, where probabilities should be.",
    "One step too many, at the end.",
)
def _(z):
    return -np.log(1 + np.exp(-z))


@mistake(
    "sigmoid",
    "sigmoid-inverse",
    "This goes from a back to z. Here z is given, and a is asked for.",
    "Which of the two is between 0 and 1?",
)
def _(z):
    return np.log(z / (1 - np.asarray(z, float)))


@mistake(
    "sigmoid",
    "sigmoid-unscaled-tanh",
    "The hyperbolic tangent in disguise: it has to be squeezed along z too, not only along a.",
    "How steep is yours at z = 0? It should be 1/4.",
)
def _(z):
    return (1 + np.tanh(z)) / 2


@mistake(
    "sigmoid",
    "sigmoid-capped-early",
    "Your cap is too tight: the curve stops changing long before it has to.",
    "From which exponent on does `np.exp` really overflow?",
    cap=(2, 3, 4, 5, 6, 8, 10),
)
def _(z, cap=1):
    return 1 / (1 + np.exp(-np.clip(z, -cap, cap)))


@mistake(
    "sigmoid",
    "sigmoid-stretched",
    "The curve has the right shape, but it is stretched along z, or squeezed.",
    "Your base or your exponent has a factor that the sigmoid has not: e is the base, −z above it.",
    factor=(np.log(2), np.log(3), np.log(10)),
)
def _(z, factor=0.5):
    return sigmoid(factor * np.asarray(z, float))


@mistake(
    "sigmoid",
    "sigmoid-shifted",
    "The curve has the right shape, but it is moved along z: one half comes out elsewhere.",
    "Is a number added to the exponent, where it belongs beside the exponential?",
    shift=(-1.0,),
)
def _(z, shift=1.0):
    return sigmoid(np.asarray(z, float) + shift)


@mistake(
    "sigmoid",
    "sigmoid-around-zero",
    "Your curve runs from −1 to 1. The sigmoid stays between 0 and 1.",
    "What should come out at z = 0?",
)
def _(z):
    return 2 * sigmoid(z) - 1


@mistake(
    "sigmoid",
    "sigmoid-tangent",
    "This is the straight line that touches the curve at z = 0; away from there they part.",
    "The sigmoid stays between 0 and 1.",
)
def _(z):
    return 0.5 + z / 4


@mistake(
    "sigmoid",
    "sigmoid-area",
    "Yours grows without end to the right: it is the function whose slope is the sigmoid.",
    "Is there a logarithm too many?",
)
def _(z):
    return np.logaddexp(0, z)


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
    "slope-of-tanh-at-z",
    "Two things at once: the pattern is that of tanh, and it is written for the output, not for z.",
    "What has to happen to z first? And what should come out at z = 0?",
)
def _(z):
    return 1 - z**2


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


@mistake(
    "sigmoid_slope",
    "slope-half-converted",
    "Two numbers are mixed: one factor is made from the output, the other one from z itself.",
    "Which of the two numbers lies between 0 and 1?",
)
def _(z):
    return sigmoid(z) * (1 - z)


@mistake(
    "sigmoid_slope",
    "slope-other-half-converted",
    "Two numbers are mixed: one factor is z itself, the other one is made from the output.",
    "Which of the two numbers lies between 0 and 1?",
)
def _(z):
    return z * (1 - sigmoid(z))


@mistake(
    "sigmoid_slope",
    "slope-through-twice",
    "z has gone through the sigmoid twice: this is the slope at a, not at z.",
    "Which number goes into the last step: one that was through already, or not yet?",
)
def _(z):
    return sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z)))


@mistake(
    "sigmoid_slope",
    "slope-product-of-slopes",
    "The slope of the sigmoid has been taken at the output a, and multiplied once more.",
    "One link of the chain is enough: from z to a.",
)
def _(z):
    a = sigmoid(z)
    return a * (1 - a) * sigmoid(a) * (1 - sigmoid(a))


@mistake(
    "sigmoid_slope",
    "slope-exponent-sign",
    "The exponential above the bar has the other sign of the one below it.",
    "Differentiate 1 + e^(−z) once more: which exponential comes out?",
)
def _(z):
    return np.exp(z) / (1 + np.exp(-z)) ** 2


@mistake(
    "sigmoid_slope",
    "slope-square-inside",
    "The square has landed on the exponential; it belongs to the whole of what is under the bar.",
    "Where do the brackets close?",
)
def _(z):
    return np.exp(-z) / (1 + np.exp(-z) ** 2)


@mistake(
    "sigmoid_slope",
    "slope-brackets",
    "Python divides before it adds, so part of what should be under the bar is not.",
    "Put brackets around all that divides.",
)
def _(z):
    return np.exp(-z) / 1 + np.exp(-z) ** 2


@mistake(
    "sigmoid_slope",
    "slope-subtraction-first",
    "Without brackets the 1 is subtracted last: this is a·1 − a, or a − 1·a, and that is 0.",
    "Which difference should be worked out before the product?",
)
def _(z):
    return sigmoid(z) * 1 - sigmoid(z)


@mistake(
    "sigmoid_slope",
    "slope-difference",
    "You subtract where two factors should be multiplied: this is 1 − 2a, or its opposite.",
    "The slope is a product.",
)
def _(z):
    return sigmoid(z) - (1 - sigmoid(z))


@mistake(
    "sigmoid_slope",
    "slope-middle-only",
    "1/4 is the slope in the middle; away from it the curve is flatter.",
    "The slope depends on z.",
)
def _(z):
    return np.full(np.shape(z), 0.25)


@mistake(
    "sigmoid_slope",
    "slope-sigmoid-last",
    "The steps are in the wrong order: z (1 − z) comes first, and the sigmoid last.",
    "Which of the two should be handed to the other?",
)
def _(z):
    return sigmoid(z * (1 - z))


@mistake(
    "sigmoid_slope",
    "slope-of-slope",
    "You have differentiated once more: this is how fast the slope itself changes.",
    "At z = 0 the curve is at its steepest. What does yours say there?",
)
def _(z):
    a = sigmoid(z)
    return a * (1 - a) * (1 - 2 * a)


@mistake(
    "sigmoid_slope",
    "slope-matrix-product",
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for a z of three?",
    product=(np.matmul,),
)
def _(z, product=np.dot):
    a = sigmoid(z)
    return product(a, 1 - a)


# sigmoid_slope_from_output(a)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-order",
    "All your slopes are negative, but the sigmoid always rises: two terms have changed places.",
    "Which of the two is the larger one?",
)
def _(a):
    return a * (a - 1)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-plus",
    "The slope must vanish where a is 1. Yours does not: look at the sign.",
    "Which factor is 0 where a is 1?",
)
def _(a):
    return a * (1 + a)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-of-tanh",
    "This pattern belongs to another activation function, tanh. At a = 1/2 you should get 1/4.",
    "How far is a from 0, and how far from 1?",
)
def _(a):
    return 1 - a**2


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-brackets",
    "Without brackets the 1 is subtracted last: a·1 − a is 0, whatever a is.",
    "Which difference should be worked out before the product?",
)
def _(a):
    return a * 1 - a


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-converted",
    "You send a through the sigmoid a second time; a is its output already.",
    "Both factors can be made from a alone, without any exponential.",
)
def _(a):
    return sigmoid(a) * (1 - sigmoid(a))


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-half-converted",
    "One of your factors goes through the sigmoid again; a has been through it already.",
    "Both factors can be made from a alone.",
)
def _(a):
    return a * (1 - sigmoid(a))


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-other-half-converted",
    "One of your factors goes through the sigmoid again; a has been through it already.",
    "Both factors can be made from a alone, without any exponential.",
)
def _(a):
    return sigmoid(a) * (1 - a)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-difference",
    "This is the slope of a (1 − a) itself: you have differentiated once more.",
    "The formula is already a slope.",
)
def _(a):
    return 1 - 2 * a


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-matrix-product",
    "The two factors belong together entry by entry; yours are multiplied as matrices.",
    "How many numbers should come out for an a of three?",
    product=(np.matmul,),
)
def _(a, product=np.dot):
    return product(a, 1 - a)


@mistake(
    "sigmoid_slope_from_output",
    "output-slope-square-doubled",
    "Nearly: a has been squared and then doubled, as if two of the terms were slopes already.",
    "Multiply a (1 − a) out: how many squares are there?",
)
def _(a):
    return a - 2 * a**2


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


@mistake(
    "numerical_gradient",
    "gradient-one-sided",
    "Almost: you look on one side only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: (at(f, x, entry, x[entry] + h) - f(x)) / h)


@mistake(
    "numerical_gradient",
    "gradient-one-sided-below",
    "Almost: you look below only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: (f(x) - at(f, x, entry, x[entry] - h)) / h)


@mistake(
    "numerical_gradient",
    "gradient-one-sided-over-two",
    "You look on one side only, but divide as if you had looked on both.",
    "Which two points do you compare, and how far are they apart?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: (at(f, x, entry, x[entry] + h) - f(x)) / (2 * h))


@mistake(
    "numerical_gradient",
    "gradient-divided-by-h",
    "Exactly twice too large: the two points are further apart than what you divide by.",
    "How far is it from x − h to x + h?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h) / h)


@mistake(
    "numerical_gradient",
    "gradient-brackets",
    "Python goes from left to right: you divide by 2 and then multiply by h.",
    "Put brackets around all that divides.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h) / 2 * h)


@mistake(
    "numerical_gradient",
    "gradient-no-brackets",
    "Without brackets only the second value is divided: Python divides before it subtracts.",
    "What is to be divided, and by what? Each of the two wants brackets of its own.",
)
def _(f, x, h=1e-5):
    return without_brackets(f, x, h, lambda below: below / 2 * h)


@mistake(
    "numerical_gradient",
    "gradient-no-brackets-above",
    "Only the second value is divided by the run: the difference above wants brackets too.",
    "What is to be divided? Python divides before it subtracts.",
)
def _(f, x, h=1e-5):
    return without_brackets(f, x, h, lambda below: below / (2 * h))


@mistake(
    "numerical_gradient",
    "gradient-not-divided",
    "This is the rise alone: it still waits to be divided by the run.",
    "A slope is rise over run.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h))


@mistake(
    "numerical_gradient",
    "gradient-only-halved",
    "The rise has been halved, but not divided by the step.",
    "A slope is rise over run: how long is the run?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h) / 2)


@mistake(
    "numerical_gradient",
    "gradient-put-back-the-wrong-way",
    "Each entry ends up two steps below where it was, so the next slopes belong to other points.",
    "Add up the moves of one entry. Where does the last one leave it?",
)
def _(f, x, h=1e-5):
    def slope(x, entry):
        x[entry] += h
        above = f(x)
        x[entry] -= 2 * h
        below = f(x)
        x[entry] -= h
        return (above - below) / (2 * h)

    return nudged(x, slope)


@mistake(
    "numerical_gradient",
    "gradient-one-sided-not-put-back",
    "You look on one side only, and each entry stays where it was moved.",
    "Two questions: to which sides should the entry go, and where does it end?",
    once=(True,),
)
def _(f, x, h=1e-5, once=False):
    x = np.array(x, float)
    start = f(x)

    def slope(x, entry):
        before = start if once else f(x)
        x[entry] += h
        return (f(x) - before) / h

    return nudged(x, slope)


@mistake(
    "numerical_gradient",
    "gradient-not-put-back",
    "An entry stays moved while the next ones are nudged: it is not put back.",
    "What does x look like after the first round of your loop?",
)
def _(f, x, h=1e-5):
    def slope(x, entry):
        x[entry] += h
        above = f(x)
        x[entry] -= 2 * h
        return (above - f(x)) / (2 * h)

    return nudged(x, slope)


@mistake(
    "numerical_gradient",
    "gradient-left-above",
    "An entry stays moved while the next ones are nudged: it is left above where it was.",
    "What does x look like after the first round of your loop?",
)
def _(f, x, h=1e-5):
    def slope(x, entry):
        kept = x[entry]
        x[entry] = kept - h
        below = f(x)
        x[entry] = kept + h
        return (f(x) - below) / (2 * h)

    return nudged(x, slope)


@mistake(
    "numerical_gradient",
    "gradient-whole-rows",
    "Each row of your gradient is constant: the loop walks over rows, and moves a whole one.",
    "A matrix has two indices. Which loop visits every entry?",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for i in range(len(x)):
        kept = x[i].copy()
        dx[i] = (at(f, x, i, kept + h) - at(f, x, i, kept - h)) / (2 * h)
        x[i] = kept
    return dx


@mistake(
    "numerical_gradient",
    "gradient-view-kept",
    "The row that you keep moves along: it is a view into x, not a number of its own.",
    "Does the kept value still show the old numbers after x has changed?",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for i in range(len(x)):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        dx[i] = (above - f(x)) / (2 * h)
        x[i] = kept
    return dx


@mistake(
    "numerical_gradient",
    "gradient-step-too-large",
    "The step is far too large: over such a distance the function bends.",
    "Is the step the one that was handed over?",
    step=(0.01, 0.001),
)
def _(f, x, h=1e-5, step=0.1):
    return nudged(x, lambda x, entry: rise(f, x, entry, step) / (2 * step))


@mistake(
    "numerical_gradient",
    "gradient-divided-twice",
    "The run stands under the bar twice: you have divided by h, and by h again.",
    "A slope is rise over run, once.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h) / (2 * h * h))


@mistake(
    "numerical_gradient",
    "gradient-all-at-once",
    "All entries move at the same time, so you get one slope for all of them together.",
    "Nudge one entry, and leave the others where they are.",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake(
    "numerical_gradient",
    "gradient-all-at-once-spread",
    "All entries move at the same time, and each is given the slope of all of them together.",
    "Nudge one entry, and leave the others where they are.",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@mistake(
    "numerical_gradient",
    "gradient-step-too-small",
    "Mostly zeros: a number has 16 digits, and so small a step is lost when it is added.",
    "Is the step the one that was handed over? Smaller is not always better.",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, 1e-16) / (2e-16))


@mistake(
    "numerical_gradient",
    "gradient-own-step",
    "Your function takes a step of its own: called with another h, it does not use that one.",
    "Is there a number in it that should be h?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, 1e-5) / (2e-5))


@mistake(
    "numerical_gradient",
    "gradient-two-steps",
    "The step and what you divide by are not the same: one of them is h, the other one fixed.",
    "Is there a number in it that should be h?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h) / (2e-5))


@mistake(
    "numerical_gradient",
    "gradient-single-precision",
    "In `float32` a number has only 7 digits, and the difference of two keeps hardly any of them.",
    "Which kind of numbers does your copy of x hold?",
)
def _(f, x, h=1e-5):
    x = np.array(x, np.float32)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        dx[entry] = rise(f, x, entry, h) / (2 * h)
    return dx


@mistake(
    "numerical_gradient",
    "gradient-relative-step",
    "The step grows with the entry, but you divide by a step that does not.",
    "How far are the two points really apart?",
)
def _(f, x, h=1e-5):
    return nudged(x, lambda x, entry: rise(f, x, entry, h * x[entry]) / (2 * h))


@mistake(
    "numerical_gradient",
    "gradient-mean-of-values",
    "You add the two values of f where the one should be taken from the other.",
    "A slope compares two heights.",
)
def _(f, x, h=1e-5):
    def slope(x, entry):
        return (at(f, x, entry, x[entry] + h) + at(f, x, entry, x[entry] - h)) / (2 * h)

    return nudged(x, slope)


@mistake(
    "numerical_gradient",
    "gradient-first-entry-only",
    "Only the first entry has a slope, and the others are still 0: the loop ends too early.",
    "How far is the `return` indented?",
)
def _(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        dx[entry] = rise(f, x, entry, h) / (2 * h)
        break
    return dx
