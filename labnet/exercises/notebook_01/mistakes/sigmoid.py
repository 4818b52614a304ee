"""Mistakes in `sigmoid` of notebook 01."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import sigmoid

wrong, weak = rows_of("sigmoid")


wrong("sigmoid-exponent-sign", lambda z: 1 / (1 + np.exp(np.clip(z, -700, 700)))).says(
    "Your curve goes down where it should go up: the exponent has the wrong sign.",
    "Try z = 10 by hand, and see what the exponential does.",
)


wrong("sigmoid-one-missing", lambda z: 1 / np.exp(np.clip(-z, -700, 700))).says(
    "At z = 0 the result should be one half. Yours is 1: something is missing under the bar.",
    "Write the fraction down for z = 0.",
)


wrong("sigmoid-brackets", lambda z: 1 / 1 + np.exp(np.clip(-z, -700, 700))).says(
    "Python divides before it adds, so only the 1 is under the fraction bar.",
    "Which part of the line should be divided by? Put brackets around it.",
)


wrong("sigmoid-overflow", lambda z: np.exp(z) / (1 + np.exp(z))).says(
    "Right, except far out: `np.exp` overflows, and the result is infinite or no number.",
    "Which of the two ends is it, and what is the exponent there?",
)


def is_held_up(case, answer):
    """Whether all that comes out is one tiny number, as from an exponent that is never small."""
    if answer.values is None:
        return False
    a = answer.values[""]
    return bool(np.all((a >= 0) & (a < 1e-3)) and (not case.plain or np.ptp(a) == 0 < a.max()))


wrong(
    "sigmoid-cap-keeps-larger", lambda z: 1 / (1 + np.exp(np.maximum(-z, 709))), shows=is_held_up
).says(
    "`maximum`, like `max`, keeps the larger of the two; the cap needs the smaller.",
    "Put z = 1 in: which of the two numbers is handed to the exponential?",
)


wrong("sigmoid-rounded-e", lambda z: 1 / (1 + 2.718 ** np.clip(-z, -700.0, 700.0))).says(
    "Off in the fourth digit: e is not 2.718 exactly.", "`np.exp` knows all its digits."
)


weak("sigmoid-cancels", lambda z: np.where(z > 0, sigmoid(z), 1 - sigmoid(-z))).says(
    "Far to the left you return exactly 0: subtracting two nearly equal numbers loses a small one."
)


def overflows(case, answer):
    return "overflow" in answer.warned


def is_capped_early(case, answer):
    """Whether far to the left more is left than of any exponent that `np.exp` can take."""
    far = np.ravel(case.args[0]) == -1000
    return far.any() and bool((np.ravel(answer.values[""])[far] > np.exp(-700)).any())


weak("sigmoid-capped-before", lambda z: sigmoid(np.maximum(z, -500)), shows=is_capped_early).says(
    "You cap long before `np.exp` overflows, which it does above 709: further out you return one "
    "and the same number for every z."
)


weak("sigmoid-warns", lambda z: 1 / (1 + np.exp(-z)), shows=overflows).says(
    "Far to the left the exponential overflows: the value is right, but it came through infinity."
)


wrong("sigmoid-minus-below", lambda z: 1 / (1 - np.exp(-z))).says(
    "There is a minus under the bar, where the two terms should add up: at z = 0 you divide by 0.",
    "What should the part under the bar be at z = 0, for the result to be one half?",
)


wrong("sigmoid-of-distance", lambda z: 1 / (1 + np.exp(-np.abs(z)))).says(
    "The left half is the mirror image of the right one: the sign of z has been lost on the way.",
    "What should come out at z = −3, more than one half or less?",
)


wrong("sigmoid-shares", lambda z: np.exp(z) / np.sum(np.exp(z))).says(
    "Your numbers add up to 1: this shares 1 out among the entries. Each should be by itself here.",
    "The result for one z must not depend on the others.",
)


wrong("sigmoid-step", lambda z: np.where(z > 0, 1.0, 0.0)).says(
    "This is a step: it only says on which side of 0 z lies, and its slope is 0 everywhere.",
    "The curve should rise smoothly.",
)


def cut_line(z, line=(0.25, 0.5)):
    return np.clip(np.polyval(line, z), 0, 1)


wrong("sigmoid-line", cut_line, line=((0.2, 0.5), (1 / 6, 0.5), (0.5, 0.5), (1, 0.5), (1, 0))).says(
    "This is a straight line, cut at 0 and at 1: it resembles the sigmoid, but it has corners.",
    "Which function bends smoothly towards both ends?",
)


wrong(
    "sigmoid-other-curve",
    lambda z, curve=lambda z: 0.5 + z / (1 + np.abs(z)) / 2: curve(z),
    curve=(lambda z: z / (1 + np.abs(z)), lambda z: 0.5 + np.arctan(z) / np.pi, np.arctan),
).says(
    "This curve is S-shaped too, but it is another one: it goes to its ends far more slowly.",
    "The sigmoid is made with an exponential.",
)


wrong("sigmoid-logarithm", lambda z: -np.log(1 + np.exp(-z))).says(
    "You give the logarithm of the sigmoid: negative numbers, where a lies between 0 and 1.",
    "One step too many, at the end.",
)


wrong("sigmoid-inverse", lambda z: np.log(z / (1 - z))).says(
    "This goes from a back to z. Here z is given, and a is asked for.",
    "Which of the two is between 0 and 1?",
)


wrong("sigmoid-unscaled-tanh", lambda z: (1 + np.tanh(z)) / 2).says(
    "The hyperbolic tangent in disguise: it has to be squeezed along z too, not only along a.",
    "How steep is yours at z = 0? It should be 1/4.",
)


wrong(
    "sigmoid-capped-early",
    lambda z, cap=1: sigmoid(np.clip(z, -cap, cap)),
    cap=(2, 3, 4, 5, 6, 8, 10),
).says(
    "Your cap is too tight: the curve stops changing long before it has to.",
    "From which exponent on does `np.exp` really overflow?",
)


wrong("sigmoid-stretched", lambda z, by=0.5: sigmoid(by * z), by=np.log([2, 3, 10])).says(
    "The curve has the right shape, but it is stretched along z, or squeezed.",
    "Your base or your exponent has a factor that the sigmoid has not: e is the base, −z above it.",
)


wrong("sigmoid-shifted", lambda z, shift=1: sigmoid(z + shift), shift=(-1,)).says(
    "The curve has the right shape, but it is moved along z: one half comes out elsewhere.",
    "Is a number added to the exponent, where it belongs beside the exponential?",
)


wrong("sigmoid-around-zero", lambda z: 2 * sigmoid(z) - 1).says(
    "Your curve runs from −1 to 1. The sigmoid stays between 0 and 1.",
    "What should come out at z = 0?",
)


wrong("sigmoid-tangent", lambda z: 0.5 + z / 4).says(
    "This is the straight line that touches the curve at z = 0; away from there they part.",
    "The sigmoid stays between 0 and 1.",
)


wrong("sigmoid-area", lambda z: np.logaddexp(0, z)).says(
    "Yours grows without end to the right: it is the function whose slope is the sigmoid.",
    "Is there a logarithm too many?",
)
