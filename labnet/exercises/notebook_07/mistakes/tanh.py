"""Mistakes in `tanh` and `tanh_slope` of notebook 07."""

import numpy as np

from ...engine.catalogue import rows_of
from ...notebook_01.exercises import sigmoid

# tanh(z)


wrong, weak = rows_of("tanh")


wrong("tanh-overflow", lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))).says(
    "Right, except far out: there you divide infinity by infinity, and the result is no number.",
    "NumPy has a safe one ready.",
)


wrong("tanh-overflow-on-the-right", lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)).says(
    "Right, except far to the right: e^(2z) overflows, and infinity by infinity is no number.",
    "NumPy has a safe one ready.",
)


wrong("tanh-overflow-on-the-left", lambda z: (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z))).says(
    "Right, except far to the left: e^(−2z) overflows, and infinity by infinity is no number.",
    "NumPy has a safe one ready.",
)


wrong("tanh-half-speed", lambda z, speed=0.5: np.tanh(speed * z), speed=(0.25, np.pi / 180)).says(
    "The right shape, but stretched: your curve needs a longer way to rise.",
    "In tanh z = 2σ(2z) − 1 there are two factors 2. Which one is missing?",
)


wrong("tanh-double-speed", lambda z, speed=2.0: np.tanh(speed * z), speed=(4.0,)).says(
    "The right shape, but squeezed: your curve rises on a shorter way.",
    "How many times does z stand in the exponents?",
)


wrong("tanh-not-shifted", lambda z: 1 + np.tanh(z)).says(
    "Your values lie between 0 and 2: the curve is not moved down.",
    "What should come out at z = 0?",
)


wrong("tanh-not-stretched", lambda z: (np.tanh(z) - 1) / 2).says(
    "Your values span 1 from end to end, but tanh runs from −1 to 1.",
    "In tanh z = 2σ(2z) − 1 there are two factors 2. Which one is missing?",
)


wrong("tanh-sigmoid-at-double", lambda z: (np.tanh(z) + 1) / 2).says(
    "This is the sigmoid of 2z: between 0 and 1, while tanh runs from −1 to 1.",
    "What should come out at z = 0?",
)


wrong("tanh-too-tall", lambda z: 2 * np.tanh(z) + 1).says(
    "Your curve runs from −1 to 3: it is too tall, and not centred.",
    "How far is it from end to end, and how far should it be?",
)


wrong(
    "tanh-other-of-numpy",
    lambda z, function=np.tan: function(z),
    function=(np.cosh, np.arctanh, np.arcsinh, np.sin, np.cos),
).says(
    "Another of NumPy's functions: it shares some letters with tanh, but not the curve.",
    "Compare the name with the one in the exercise.",
)


wrong("tanh-is-sinh", np.sinh).says(
    "This is the hyperbolic sine: it grows without limit.",
    "tanh is a fraction. What is under the bar?",
)


wrong("tanh-top-only", lambda z: 2 * np.sinh(np.clip(z, -700.0, 700.0))).says(
    "The top of the fraction alone: it grows without limit.", "What is under the bar?"
)


wrong("tanh-brackets", lambda z: np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z)).says(
    "Python divides before it subtracts, so only the last exponential is on the fraction.",
    "Which parts of the line belong together? Put brackets around them.",
)


wrong("tanh-bracket-below", lambda z: np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z))).says(
    "The top has no brackets: only its last term is divided.",
    "Which parts of the line belong together?",
)


wrong("tanh-bracket-above", lambda z: (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)).says(
    "Nothing holds the two terms under the bar together: you divide by the first, and add the "
    "second.",
    "Which parts of the line belong together?",
)


wrong("tanh-arctangent", np.arctan).says(
    "This is the arctangent: it looks alike, but ends at π/2.",
    "Towards which value should the curve rise?",
)


# tanh_slope(z)


wrong, weak = rows_of("tanh_slope")


wrong("tanh-slope-of-output-at-z", lambda z: 1 - z**2).says(
    "This is the slope written with the output, but you were handed z: 1 − z² is far below 0 for "
    "a large z, while tanh rises everywhere.",
    "What has to happen to z first?",
)


wrong("tanh-slope-not-squared", lambda z: 1 / np.cosh(z)).says(
    "Right at z = 0, but it falls off too slowly: this is 1 / cosh z.", "An exponent is missing."
)


wrong("tanh-slope-square-missing", lambda z: 1 - np.tanh(z)).says(
    "You give 1 − a. On the left that is even above 1.",
    "The slope is the same at z and −z: which power of a is, too?",
)


wrong("tanh-slope-of-sigmoid", lambda z: np.tanh(z) * (1 - np.tanh(z))).says(
    "a (1 − a) is the pattern of the sigmoid. At z = 0 the slope of tanh should be 1.",
    "Derive it once more with tanh: where is it flat?",
)


wrong("tanh-slope-plus", lambda z: 1 + np.tanh(z) ** 2).says(
    "The slope must vanish where a is near 1 or −1. Yours grows there: look at the sign.",
    "What should come out far to the right?",
)


wrong("tanh-slope-other-power", lambda z, power=3: 1 - np.tanh(z) ** power, power=(4,)).says(
    "Right at z = 0, but the power of a in it is another one.",
    "Differentiate tanh once more, as a fraction: which power comes out?",
)


wrong("tanh-slope-absolute", lambda z: 1 - np.abs(np.tanh(z))).says(
    "You give 1 − |a|: right at z = 0 and far out, but too small in between.",
    "The square makes a² positive as well, but smaller than |a|.",
)


wrong(
    "tanh-slope-factor-inside",
    lambda z, factor=4.0: 1 - factor * np.tanh(z) ** 2,
    factor=(0.25, 0.5, 2.0),
).says(
    "Right at z = 0, but a factor in front of a² should not be there.",
    "Where does the slope vanish? There a is near 1 or −1.",
)


wrong("tanh-slope-stretched", lambda z, speed=0.5: 1 - np.tanh(speed * z) ** 2, speed=(2.0,)).says(
    "Right at z = 0, but stretched or squeezed: it is the slope at a multiple of z.",
    "The slope is taken at z itself.",
)


wrong("tanh-slope-of-tangent", lambda z, sign=1: 1 + sign * np.tan(z) ** 2, sign=(-1,)).says(
    "This belongs to the tangent of an angle: the letter h makes another function of it.",
    "Compare the name with the one in the exercise.",
)


wrong("tanh-slope-cosh-of-square", lambda z: 1 / np.cosh(z**2)).says(
    "The square has slipped into the argument of cosh.",
    "Which comes first, the function or the square?",
)


wrong("tanh-slope-with-exponential", lambda z: 1 - np.exp(np.minimum(z, 300.0)) ** 2).says(
    "The pattern is that of tanh, but the number in it is e^z.",
    "Which function does a come from here?",
)


wrong("tanh-slope-square-inside", lambda z: 1 - np.tanh(z**2)).says(
    "The square has slipped into the argument: z is squared, where tanh z should be.",
    "Which comes first, the function or the square?",
)


wrong("tanh-slope-bracket-squared", lambda z: (1 - np.tanh(z)) ** 2).says(
    "The whole of 1 − a is squared, where only a should be.",
    "The slope is the same at z and −z. Is yours?",
)


wrong("tanh-slope-twice-through", lambda z: 1 - np.tanh(np.tanh(z)) ** 2).says(
    "z has been through tanh twice before it is squared.",
    "If a = tanh z is there already, what is left to do?",
)


wrong("tanh-slope-with-sigmoid", lambda z: 1 - sigmoid(z) ** 2).says(
    "The pattern is that of tanh, but the number in it is the sigmoid of z.",
    "Which function does a come from here?",
)


def slope_second_derivative(z):
    a = np.tanh(z)
    return -2 * a * (1 - a**2)


wrong("tanh-slope-second-derivative", slope_second_derivative).says(
    "You have differentiated once too often: −2a (1 − a²) is how the slope itself changes.",
    "At z = 0 the slope should be 1.",
)


wrong("tanh-slope-power-rule", lambda z: 1 - 2 * np.tanh(z)).says(
    "A derivative of a² has come in. The slope of tanh is wanted, written with a.",
    "At z = 0 it should be 1, and far out 0.",
)


wrong("tanh-slope-of-arctangent", lambda z: 1 / (1 + np.asarray(z, float) ** 2)).says(
    "1 / (1 + z²) is the slope of the arctangent. It falls off far more slowly.",
    "Write the slope with a = tanh z.",
)


wrong("tanh-slope-overflow", lambda z: 1 - (np.sinh(z) / np.cosh(z)) ** 2).says(
    "Right, except far out: there you divide infinity by infinity.",
    "`np.tanh` is safe. Can the slope be written with it?",
)


wrong(
    "tanh-slope-by-nudging",
    lambda z, h=0.01: (np.tanh(z + h) - np.tanh(z)) / h,
    h=(1.0, 0.1, 0.001),
).says("Close, but no more: this is a numerical estimate, from one side.", "The formula is exact.")


wrong(
    "tanh-slope-by-wide-nudging",
    lambda z, h=1.0: (np.tanh(z + h) - np.tanh(z - h)) / (2 * h),
    h=(0.5, 0.1, 0.01),
).says(
    "Close, but no more: this is a numerical estimate, with a wide step.", "The formula is exact."
)
