"""Mistakes in `cross_entropy_gradient` and `output_gradient` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...notebook_01.exercises import sigmoid, sigmoid_slope
from ..exercises import cross_entropy_gradient, output_gradient
from .cross_entropy import MARGINS, TINY, clipped, terms

# cross_entropy_gradient(p, y)

wrong, weak = rows_of("cross_entropy_gradient")


def either(code):
    """The code; for label 0 the same with the classes exchanged, which turns a slope around."""
    return lambda p, y, label=1: code(p, y) if label == 1 else -code(1 - p, 1 - y)


wrong("dp-inner-sign", lambda p, y: -(y / p + (1 - y) / (1 - p)) / len(p)).says(
    "Your slope is never positive: the second term has the wrong sign. 1 − p falls when p grows, "
    "and the chain rule counts that.",
    "For y = 0, should the loss rise or fall when p grows?",
)


wrong("dp-same-factor-twice", either(lambda p, y: (y / (1 - p) - y / p) / len(p)), label=(0,)).says(
    "Both quotients carry the same factor, so the examples of one class have no slope at all.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
)


wrong("dp-opposite-sign", lambda p, y: -cross_entropy_gradient(p, y)).says(
    "Exactly the opposite sign: you have differentiated the logarithms, and the minus in front of "
    "them is lost.",
    "For y = 1, should the loss rise or fall when p grows?",
)


wrong("dp-one-number", lambda p, y: np.mean(-y / p + (1 - y) / (1 - p))).says(
    "You give one number for all examples. Each prediction has a slope of its own.",
    "`dp` has the shape of p.",
)


wrong("dp-not-differentiated", lambda p, y: terms(p, y) / len(p)).says(
    "The logarithms are still there: these are losses, not slopes.", "What is the slope of ln p?"
)


wrong("dp-logarithms-kept", lambda p, y: (-y * np.log(p) + (1 - y) * np.log(1 - p)) / len(p)).says(
    "You have turned the sign of the second term, as the chain rule asks, but the logarithms are "
    "still there.",
    "What is the slope of ln p?",
)


wrong("dp-labels-exchanged", lambda p, y: cross_entropy_gradient(p, 1 - y)).says(
    "Class 0 and class 1 have changed places.", "For y = 1, which of the two terms should be left?"
)


wrong("dp-denominators-exchanged", lambda p, y: (-y / (1 - p) + (1 - y) / p) / len(p)).says(
    "The signs are right, but p and 1 − p under the fraction bars have changed places.",
    "For y = 1, the slope should be steep where p is near 0.",
)


wrong("dp-same-denominator", either(lambda p, y: (1 - 2 * y) / p / len(p)), label=(0,)).says(
    "Both of your terms are divided by the same number.", "What stands inside the second logarithm?"
)


wrong("dp-class-1-only", lambda p, y: -y / p / len(p)).says(
    "For y = 0 your slope is 0: the second term of the loss has been left out.",
    "Both terms of the loss depend on p.",
)


wrong("dp-class-0-only", lambda p, y: (1 - y) / (1 - p) / len(p)).says(
    "For y = 1 your slope is 0: the first term of the loss has been left out.",
    "Both terms of the loss depend on p.",
)


wrong("dp-brackets-below", lambda p, y: (p - y) / p * (1 - p) / len(p)).says(
    "Python divides and multiplies from left to right: part of your denominator ends up above the "
    "fraction bar.",
    "Which factors belong under the bar? Put brackets around them.",
)


def unbracketed(p, y, way=0):
    """The slope as it may be written where brackets are missing."""
    n, first = len(p), y / p
    ways = [p - y / (p * (1 - p)) / n, (p - y / (p * (1 - p))) / n, (p - y) / (p * 1 - p) / n]
    ways += [-first + 1 - y - p / n, -first + (1 - y) / 1 - p / n, -first + 1 - y / (1 - p) / n]
    for sign in (1, -1):  # -1 where the minus in front of it all reaches in
        for second in (1 - sign * y / (1 - p), 1 - y - sign * p, 1 - sign * (y + p)):
            ways += [(second - first) / n, second - first, second / n - first]
    return ways[way]


wrong("dp-brackets-above", unbracketed, way=range(1, 24)).says(
    "Brackets are missing: Python divides before it subtracts, so only part of a difference is "
    "over or under your fraction bar.",
    "Which whole differences are meant? Put brackets around them.",
)


wrong(
    "dp-one-term-divided", either(lambda p, y: (1 - y) / (1 - p) / len(p) - y / p), label=(0,)
).says(
    "Only one of the two terms is divided by n: Python divides before it adds.",
    "Which part of the line should be divided? Put brackets around it.",
)


wrong("dp-multiplied", lambda p, y: (p - y) * p * (1 - p) / len(p)).says(
    "You multiply by p (1 − p) where it should be divided.",
    "Bring the two fractions over one bar: what stands below it?",
)


wrong("dp-squared-error", lambda p, y: 2 * (p - y) / len(p)).says(
    "This is the slope of the mean squared error.",
    "The loss here is the cross-entropy: what is the slope of a logarithm?",
)


wrong("dp-sigmoid-again", lambda p, y: cross_entropy_gradient(sigmoid(p), y)).says(
    "You send p through the sigmoid, but it has been through it already.",
    "p is the prediction, and the slope is taken with respect to it.",
)


def squared_denominators(p, y, signs=(1, 1)):
    return (signs[0] * y / p**2 + signs[1] * (1 - y) / (1 - p) ** 2) / len(p)


wrong("dp-squared-denominators", squared_denominators, signs=((-1, 1), (-1, -1))).says(
    "There are squares under your fraction bars: you have differentiated once too often.",
    "The slope of ln p is a plain fraction, without a square.",
)


wrong(
    "dp-arguments-exchanged",
    lambda p, y, m=1e-6: cross_entropy_gradient(clipped(y, m), p),
    m=(0, *TINY),
).says(
    "You divide by the labels, which are exactly 0 or 1. The probability is p.",
    "Which argument comes first, and which one may stand under a fraction bar?",
)


wrong(
    "dp-capped",
    lambda p, y, most=1: np.clip(cross_entropy_gradient(p, y), -most, most),
    most=(0.1, 0.5, 2, 5),
).says(
    "You cut the slope off where it is steep, and ordinary predictions reach that.",
    "The worst prediction should have the most say.",
)


def one_plus_p(p, y, one_bar=False):
    slopes = (p - y) / (p * (1 + p)) if one_bar else -y / p + (1 - y) / (1 + p)
    return slopes / len(p)


wrong("dp-one-plus-p", one_plus_p, one_bar=(True,)).says(
    "Under one of your fraction bars stands 1 + p.", "What is left for class 0 when class 1 gets p?"
)


wrong(
    "dp-one-class-counted", either(lambda p, y: (p - y) / (p * (1 - p)) / np.sum(y)), label=(0,)
).says(
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
)


wrong(
    "dp-safety-margin", lambda p, y, m=0.1: cross_entropy_gradient(clipped(p, m), y), m=MARGINS
).says(
    "Your safety margin changes ordinary slopes too. It should touch only numbers that are next "
    "to 0 or 1.",
    "From which p on does your clip act?",
)


def with_epsilon(p, y, eps=1e-3):
    return (-y / (p + eps) + (1 - y) / (1 - p + eps)) / len(p)


wrong("dp-wide-epsilon", with_epsilon, eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0)).says(
    "The small number under your fraction bars is too large: it changes ordinary slopes.",
    "Compare it with the smallest p for which the slope should be right.",
)


def one_sided(p, y, h=1e-3):
    return (terms(p + h, y) - terms(p, y)) / h / len(p)


wrong("dp-nudged-on-one-side", one_sided, h=(0.01, 1e-4, 1e-5, 1e-6)).says(
    "Close, but only to a few digits: you nudge p on one side.", "The formula you derived is exact."
)


# output_gradient(p, y)

wrong, weak = rows_of("output_gradient")


wrong("dz-label-minus-prediction", lambda p, y: -output_gradient(p, y)).says(
    "Exactly the opposite sign: label and prediction have changed places.",
    "For y = 1, should the loss rise or fall when z grows?",
)


wrong("dz-extra-slope", lambda p, y: (p - y) * p * (1 - p) / len(p)).says(
    "There is a factor p (1 − p) too many. With the cross-entropy the slope of the sigmoid "
    "cancels; yours is still in there, so sure mistakes hardly learn.",
    "Multiply `dp` and the slope of the sigmoid out on paper.",
)


wrong("dz-all-positive", lambda p, y, k=1: np.abs(p - y) / len(p) ** k, k=(0,)).says(
    "The sign is lost: your slope is never negative, whatever the label is.",
    "Where p is below its label a larger z helps: which sign should the slope have there?",
)


wrong("dz-inner-sign", lambda p, y: -np.abs(p - y) / len(p)).says(
    "Your slope is never positive. The two terms of the loss should pull in opposite directions.",
    "Which sign does the chain rule bring along from 1 − p?",
)


wrong("dz-one-number", lambda p, y: np.mean(p - y)).says(
    "You give one number for all examples. Each of them keeps its own slope here; they are summed "
    "later, where the weights come in.",
    "`dz` has the shape of z.",
)


wrong("dz-squared", lambda p, y: (p - y) ** 2 / len(p)).says(
    "You have squared the difference: this is a loss, not a slope, and its signs are gone.",
    "Derive it from `dp` and the slope of the sigmoid.",
)


wrong("dz-of-squared-error", lambda p, y: 2 * (p - y) * p * (1 - p) / len(p)).says(
    "This belongs to the squared error: there a 2 and the slope of the sigmoid stay.",
    "Start again from the slope of the cross-entropy.",
)


wrong("dz-sigmoid-again", lambda p, y: output_gradient(sigmoid(p), y)).says(
    "You send p through the sigmoid, but it has been through it already: p is the prediction.",
    "What should come out where p equals y?",
)


wrong("dz-slope-taken-at-p", lambda p, y: cross_entropy_gradient(p, y) * sigmoid_slope(p)).says(
    "`dp` is right, but then the slope of the sigmoid is taken at p, as if p were z.",
    "You have the output already: how is the slope written with it?",
)


wrong("dz-slope-only", lambda p, y: p * (1 - p) / len(p)).says(
    "You give the slope of the sigmoid alone. The slope of the loss is still missing.",
    "Two links lead from the loss to z.",
)


wrong("dz-without-labels", lambda p, y: p / len(p)).says(
    "The labels have no effect: the slope is the same for right and wrong answers.",
    "What should come out where p equals y?",
)


wrong("dz-labels-exchanged", lambda p, y: output_gradient(p, 1 - y)).says(
    "Class 0 and class 1 have changed places.", "What should come out where p equals y?"
)


wrong("dz-plus", lambda p, y: (p + y) / len(p)).says(
    "You add label and prediction.", "What should come out where p equals y?"
)


wrong("dz-of-rounded-p", lambda p, y: output_gradient(np.round(p), y)).says(
    "You round p to 0 or 1 first. Then a right answer has no slope, however unsure it was.",
    "The slope is for p as it comes.",
)


def one_term_divided(p, y, first=False):
    return p / len(p) - y if first else p - y / len(p)


wrong("dz-one-term-divided", one_term_divided, first=(True,)).says(
    "Only one of the two numbers is divided by n: Python divides before it subtracts.",
    "Which part of the line should be divided? Put brackets around it.",
)


wrong("dz-of-loss", lambda p, y: terms(p, y) / len(p)).says(
    "These are losses, not slopes: nothing has been differentiated yet.",
    "Begin with the slope of the loss with respect to p.",
)


wrong("dz-one-plus-p", lambda p, y: cross_entropy_gradient(p, y) * p * (1 + p)).says(
    "In the slope of the sigmoid you take 1 + p. It should become 0 where p is 1.",
    "Two factors: how far is p from 0, and how far from 1?",
)


wrong("dz-brackets", lambda p, y: cross_entropy_gradient(p, y) * p * 1 - p).says(
    "Python multiplies before it subtracts: in your slope of the sigmoid brackets are missing.",
    "Which difference should be worked out first?",
)


wrong("dz-slope-minus-label", lambda p, y: (p * (1 - p) - y) / len(p)).says(
    "What comes out is p (1 − p) − y, over n: either p (1 − p) stands where p should, or brackets "
    "are missing in `dp`.",
    "What should come out where p equals y?",
)


wrong(
    "dz-capped", lambda p, y, m=0.5: np.clip(p - y, -m, m) / len(p), m=(0.1, 0.25, 0.8, 0.9)
).says(
    "You cut the slope off where the answer is wrong most.",
    "The worst prediction should have the most say.",
)


wrong("dz-one-class-counted", lambda p, y, label=1: (p - y) / np.sum(y == label), label=(0,)).says(
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
)


wrong("dz-safety-margin", lambda p, y, m=0.1: output_gradient(clipped(p, m), y), m=MARGINS).says(
    "Your safety margin changes ordinary slopes too.",
    "No logarithm and no fraction is left here: is there anything to be kept safe?",
)


def lost_at_the_ends(p, y, eps=0.0, whole=True):
    slopes = -y / (p + eps) + (1 - y) / (1 - p + eps)
    if not whole:
        slopes = np.where(y == 1, -1 / p, 1 / (1 - p))
    return slopes * p * (1 - p) / len(p)


wrong("dz-lost-at-the-ends", lost_at_the_ends, eps=(1e-4, 1e-5, 1e-6, *TINY), whole=(False,)).says(
    "Right, except where p is exactly 0 or 1. There one factor is infinite and the other 0, and "
    "the most wrong answers get no usable slope.",
    "Multiply the two slopes out on paper, before you write code: what is left under the bar?",
)
