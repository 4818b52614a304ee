"""Mistakes in `cross_entropy_gradient` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...notebook_01.exercises import sigmoid
from ..exercises import (
    cross_entropy_gradient,
    output_gradient,
)
from .cross_entropy import MARGINS, TINY, terms

# cross_entropy_gradient(p, y)


wrong, weak = rows_of("cross_entropy_gradient")


wrong("dp-inner-sign", lambda p, y: -(y / p + (1 - y) / (1 - p)) / len(p)).says(
    "Your slope is never positive: the second term has the wrong sign. 1 − p falls when p grows, "
    "and the chain rule counts that.",
    "For y = 0, should the loss rise or fall when p grows?",
)


def same_factor_twice_(p, y, other=False):
    factor = 1 - y if other else y
    return (-factor / p + factor / (1 - p)) / len(p)


wrong("dp-same-factor-twice", same_factor_twice_, other=(True,)).says(
    "Both quotients carry the same factor, so the examples of one class have no slope at all.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
)


wrong("dp-all-positive", lambda p, y: (y / p + (1 - y) / (1 - p)) / len(p)).says(
    "Your slope is never negative. Two signs are lost: the one of the loss, and the one that the "
    "inside of the second logarithm brings.",
    "For y = 1, should the loss rise or fall when p grows?",
)


wrong("dp-opposite-sign", lambda p, y: -cross_entropy_gradient(p, y)).says(
    "Exactly the opposite sign: you have differentiated the logarithms, and the minus in front of "
    "them is lost.",
    "For y = 1, should the loss rise or fall when p grows?",
)


wrong("dp-one-step-ahead", output_gradient).says(
    "You are one step ahead: this is the slope with respect to z. Asked is the one with respect "
    "to p, before the sigmoid is differentiated.",
    "What was divided out that should still stand there?",
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


wrong(
    "dp-same-denominator",
    lambda p, y, rest=False: (1 - 2 * y) / (1 - p if rest else p) / len(p),
    rest=(True,),
).says(
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


SECOND_TERMS = (  # of the slope, where brackets are missing; the minus in front may reach in
    lambda p, y: 1 - y / (1 - p),
    lambda p, y: (1 - y) / 1 - p,
    lambda p, y: 1 - y / 1 - p,
)
MINUS_IN_FRONT = (
    *(lambda p, y, one=one: -one(p, y) for one in SECOND_TERMS),
    lambda p, y: -1 - y / (1 - p),
    lambda p, y: -(1 - y) / 1 - p,
    lambda p, y: -1 - y / 1 - p,
)
DIVIDED = (  # two terms, with or without the 1/n
    lambda one, other, n: (one + other) / n,
    lambda one, other, n: one + other,
    lambda one, other, n: one + other / n,
)
UNBRACKETED = (
    *(
        lambda p, y, n, second=second, divided=divided: divided(-y / p, second(p, y), n)
        for second in SECOND_TERMS
        for divided in DIVIDED
    ),
    *(
        lambda p, y, n, second=second, divided=divided: -divided(y / p, second(p, y), n)
        for second in MINUS_IN_FRONT
        for divided in DIVIDED
    ),
    lambda p, y, n: -y / p + 1 - y / 1 - p / n,
    lambda p, y, n: -y / p + (1 - y) / 1 - p / n,
    lambda p, y, n: -y / p + 1 - y / (1 - p) / n,
    lambda p, y, n: (p - y / (p * (1 - p))) / n,
    lambda p, y, n: (p - y) / (p * 1 - p) / n,
)


wrong(
    "dp-brackets-above",
    lambda p, y, way=lambda p, y, n: p - y / (p * (1 - p)) / n: way(p, y, len(p)),
    way=UNBRACKETED,
).says(
    "Brackets are missing: Python divides before it subtracts, so only part of a difference is "
    "over or under your fraction bar.",
    "Which whole differences are meant? Put brackets around them.",
)


def one_term_divided(p, y, first=False):
    one, other = -y / p, (1 - y) / (1 - p)
    return one / len(p) + other if first else one + other / len(p)


wrong("dp-one-term-divided", one_term_divided, first=(True,)).says(
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


wrong("dp-without-labels", lambda p, y: (-1 / p + 1 / (1 - p)) / len(p)).says(
    "The labels have no effect: both terms count for every example.",
    "Which label switches which term off?",
)


wrong("dp-sigmoid-again", lambda p, y: cross_entropy_gradient(sigmoid(p), y)).says(
    "You send p through the sigmoid, but it has been through it already.",
    "p is the prediction, and the slope is taken with respect to it.",
)


wrong(
    "dp-squared-denominators",
    lambda p, y, signs=(1, 1): (signs[0] * y / p**2 + signs[1] * (1 - y) / (1 - p) ** 2) / len(p),
    signs=((-1, 1), (-1, -1)),
).says(
    "There are squares under your fraction bars: you have differentiated once too often.",
    "The slope of ln p is a plain fraction, without a square.",
)


wrong(
    "dp-arguments-exchanged",
    lambda p, y, eps=1e-6: cross_entropy_gradient(np.clip(y, eps, 1 - eps), p),
    eps=(0, *TINY),
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
    if one_bar:
        return (p - y) / (p * (1 + p)) / len(p)
    return (-y / p + (1 - y) / (1 + p)) / len(p)


wrong("dp-one-plus-p", one_plus_p, one_bar=(True,)).says(
    "Under one of your fraction bars stands 1 + p.", "What is left for class 0 when class 1 gets p?"
)


wrong(
    "dp-one-class-counted",
    lambda p, y, label=1: cross_entropy_gradient(p, y) * len(p) / np.sum(y == label),
    label=(0,),
).says(
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
)


wrong(
    "dp-safety-margin",
    lambda p, y, margin=0.1: cross_entropy_gradient(np.clip(p, margin, 1 - margin), y),
    margin=MARGINS,
).says(
    "Your safety margin changes ordinary slopes too. It should touch only numbers that are next "
    "to 0 or 1.",
    "From which p on does your clip act?",
)


wrong(
    "dp-wide-epsilon",
    lambda p, y, eps=1e-3: (-y / (p + eps) + (1 - y) / (1 - p + eps)) / len(p),
    eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0),
).says(
    "The small number under your fraction bars is too large: it changes ordinary slopes.",
    "Compare it with the smallest p for which the slope should be right.",
)


wrong(
    "dp-nudged-on-one-side",
    lambda p, y, h=1e-3: (terms(p + h, y) - terms(p, y)) / h / len(p),
    h=(0.01, 1e-4, 1e-5, 1e-6),
).says(
    "Close, but only to a few digits: you nudge p on one side.", "The formula you derived is exact."
)


def stops_at_0_(p, y, branches=False):
    dp = np.zeros(np.shape(p))
    for k, (q, t) in enumerate(zip(p.ravel().tolist(), y.ravel().tolist(), strict=True)):
        if branches:
            dp[k, 0] = (-1 / q if t == 1 else 1 / (1 - q)) / len(p)
        else:
            dp[k, 0] = (-t / q + (1 - t) / (1 - q)) / len(p)
    return dp


wrong("dp-stops-at-0", stops_at_0_, branches=(True,)).says(
    "Right, except where p is exactly 0 or 1: there the function is stopped by an exception.",
    "Python's own numbers refuse to be divided by 0. NumPy's give an infinite slope, and go on.",
)
