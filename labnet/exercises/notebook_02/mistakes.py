"""The mistakes of notebook 02. What is said of them: see ..catalogue."""

import math

import numpy as np

from ..engine.catalogue import mistake
from ..engine.reading import is_relaid
from ..notebook_01.exercises import sigmoid
from .exercises import (
    cross_entropy,
    cross_entropy_gradient,
    linear_backward,
    linear_forward,
    output_gradient,
)

MARGINS = (0.4, 0.3, 0.25, 0.2, 0.15, 0.05, 0.03, 0.02, 0.01, 0.005, 0.001)
TINY = (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)


def terms(p, y):
    """What each example loses."""
    return -y * np.log(p) - (1 - y) * np.log(1 - p)


# cross_entropy(p, y)


@mistake(
    "cross_entropy",
    "loss-sign",
    "Your loss is negative. The logarithm of a number below 1 is negative; the loss is minus that.",
    "Follow the minus signs for y = 1 and p = 0.5.",
)
def _(p, y):
    return -cross_entropy(p, y)


@mistake(
    "cross_entropy",
    "loss-minus-on-first-only",
    "Your minus sign reaches the first term only, so for class 0 the loss falls where it should "
    "rise.",
    "Try y = 0 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)
def _(p, y):
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-minus-on-second-only",
    "Your minus sign reaches the second term only, so for class 1 the loss falls where it should "
    "rise.",
    "Try y = 1 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)
def _(p, y):
    return np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-summed",
    "You add up the losses of all examples, so the result grows with their number. What is asked "
    "for is their mean.",
    "Put every example in twice: should the loss change?",
)
def _(p, y):
    return np.sum(terms(p, y))


@mistake(
    "cross_entropy",
    "loss-second-term-divided",
    "Only the second of the two terms is divided by n: Python divides before it adds.",
    "Which part of the line should be divided? Put brackets around it.",
    first=(True,),
)
def _(p, y, first=False):
    one, other = np.sum(-y * np.log(p)), np.sum(-(1 - y) * np.log(1 - p))
    return one / len(p) + other if first else one + other / len(p)


@mistake(
    "cross_entropy",
    "loss-labels-exchanged",
    "Class 0 and class 1 have changed places: a sure and right answer costs most.",
    "For y = 1, which of p and 1 − p is the probability of the true class?",
)
def _(p, y):
    return np.mean(-y * np.log(1 - p) - (1 - y) * np.log(p))


@mistake(
    "cross_entropy",
    "loss-same-factor-twice",
    "Both logarithms stand behind the same factor, so the examples of one class cost nothing.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
    other=(True,),
)
def _(p, y, other=False):
    factor = 1 - y if other else y
    return np.mean(-factor * np.log(p) - factor * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-prediction-as-factor",
    "In front of one logarithm stands the prediction, where the label should stand.",
    "Whose value tells which of the two terms counts: p's, or y's?",
    first=(True,),
)
def _(p, y, first=False):
    one, other = (p, 1 - y) if first else (y, 1 - p)
    return np.mean(-one * np.log(p) - other * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-one-minus-logarithm",
    "In your second term stands 1 minus a logarithm. It should be the logarithm of 1 minus "
    "something.",
    "Read the brackets of that term from the inside out.",
)
def _(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * (1 - np.log(p)))


@mistake(
    "cross_entropy",
    "loss-logarithm-of-one",
    "A bracket closes too early: you take the logarithm of 1, which is 0, and subtract p from it.",
    "What should stand inside the second logarithm?",
    whole=(False,),
)
def _(p, y, whole=True):
    rest = (1 - y) * (np.log(1) - p) if whole else (1 - y) * np.log(1) - p
    return np.mean(-y * np.log(p) - rest)


@mistake(
    "cross_entropy",
    "loss-brackets-around-rest",
    "Brackets are missing: Python multiplies before it subtracts, so your 1 stands by itself.",
    "Which difference should the second logarithm be multiplied with?",
)
def _(p, y):
    return np.mean(-y * np.log(p) - 1 - y * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-logarithm-of-labels",
    "One of your logarithms is taken of the label, which is 0 or 1.",
    "Which of the two arguments is a probability?",
)
def _(p, y):
    return np.mean(-y * np.log(y) - (1 - y) * np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-logarithm-of-p-twice",
    "Both of your terms hold the logarithm of p, whatever the label is.",
    "Which probability does p give to class 0?",
)
def _(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * np.log(p))


@mistake(
    "cross_entropy",
    "loss-logarithm-of-rest-twice",
    "Both of your terms hold the logarithm of 1 − p, whatever the label is.",
    "Which probability does p give to class 1?",
)
def _(p, y):
    return np.mean(-np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-class-1-only",
    "Only the examples of class 1 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 0?",
    count=(np.sum,),
)
def _(p, y, count=np.size):
    return np.sum(-y * np.log(p)) / count(y)


@mistake(
    "cross_entropy",
    "loss-class-0-only",
    "Only the examples of class 0 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 1?",
    count=(np.sum,),
)
def _(p, y, count=np.size):
    return np.sum(-(1 - y) * np.log(1 - p)) / count(1 - y)


@mistake(
    "cross_entropy",
    "loss-of-all-pairs",
    "Every label has met every prediction, and not only its own.",
    "Look at the shape just before you add up: where does a row or a transpose make a whole table?",
)
def _(p, y):
    return np.sum(terms(p, y.T)) / len(p)


@mistake(
    "cross_entropy",
    "loss-squared-error",
    "That is the mean squared error. It is a loss too, but not the one that is asked for.",
    "The cross-entropy takes a logarithm: of what?",
    after=(np.sqrt,),
)
def _(p, y, after=np.positive):
    return after(np.mean((p - y) ** 2))


@mistake(
    "cross_entropy",
    "loss-mean-difference",
    "You average differences, so that errors in opposite directions cancel.",
    "Each example has a loss of its own, and none is negative.",
)
def _(p, y):
    return np.mean(p - y)


@mistake(
    "cross_entropy",
    "loss-other-summary",
    "The losses of the single examples are right, but it is not their mean that you take.",
    "How do n numbers become one?",
    summary=(np.min, np.median, np.std, np.prod, lambda losses: np.sqrt(np.mean(losses**2))),
)
def _(p, y, summary=np.max):
    return summary(terms(p, y))


@mistake(
    "cross_entropy",
    "loss-squared-losses",
    "You square the losses before you average them.",
    "The logarithm alone is the loss of an example.",
)
def _(p, y):
    return np.mean(terms(p, y) ** 2)


@mistake(
    "cross_entropy",
    "loss-exponential",
    "One step too many: at the end you take the exponential, which undoes the logarithm.",
    "What should come out where every p is right and sure?",
    sign=(-1,),
)
def _(p, y, sign=1):
    return np.exp(sign * cross_entropy(p, y))


@mistake(
    "cross_entropy",
    "loss-likelihood",
    "You multiply the probabilities of the true classes. The loss adds up their logarithms.",
    "What becomes of a product of probabilities when there are a thousand examples?",
)
def _(p, y):
    return np.prod(np.where(y == 1, p, 1 - p))


@mistake(
    "cross_entropy",
    "loss-capped",
    "Your loss has an upper limit that ordinary predictions reach.",
    "A network that is sure and wrong should pay for it, without limit.",
    most=(0.5, 2, 3, 4),
)
def _(p, y, most=1):
    return np.mean(np.minimum(terms(p, y), most))


@mistake(
    "cross_entropy",
    "loss-without-logarithm",
    "The logarithm is missing: you average the probabilities themselves.",
    "How much dearer is p = 0.01 than p = 0.1, for y = 1? With the logarithm it is twice.",
    share=("missed",),
)
def _(p, y, share="given"):
    q = np.mean(y * p + (1 - y) * (1 - p))
    return q if share == "given" else 1 - q


@mistake(
    "cross_entropy",
    "loss-logarithm-of-mean",
    "You take the mean first and its logarithm afterwards. It goes the other way round.",
    "Each example has a loss of its own.",
)
def _(p, y):
    return -np.log(np.mean(y * p + (1 - y) * (1 - p)))


@mistake(
    "cross_entropy",
    "loss-one-plus-p",
    "One of your logarithms is taken of 1 + p. Such a number is above 1, so it is no probability.",
    "What is left for class 0 when class 1 gets p?",
)
def _(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 + p))


@mistake(
    "cross_entropy",
    "loss-sigmoid-again",
    "You send p through the sigmoid, but it has been through it already: p is the prediction.",
    "Which numbers can come out for p between 0 and 1?",
)
def _(p, y):
    return cross_entropy(sigmoid(p), y)


@mistake(
    "cross_entropy",
    "loss-safety-margin",
    "Your safety margin changes ordinary predictions too. It should touch only numbers that are "
    "next to 0 or 1.",
    "From which p on does your clip act? How much may a loss be off for the sake of it?",
    margin=MARGINS,
)
def _(p, y, margin=0.1):
    return cross_entropy(np.clip(p, margin, 1 - margin), y)


@mistake(
    "cross_entropy",
    "loss-safety-margin-in-logarithm",
    "The lower limit inside your logarithms is too high: it changes ordinary losses.",
    "From which p on does it act? How much may a loss be off for the sake of it?",
    least=MARGINS[:-2],
)
def _(p, y, least=0.1):
    return np.mean(-y * np.log(np.maximum(p, least)) - (1 - y) * np.log(np.maximum(1 - p, least)))


@mistake(
    "cross_entropy",
    "loss-wide-epsilon",
    "The small number beside p is too large: it changes ordinary losses.",
    "Compare it with the smallest p for which the loss should be right.",
    eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0),
)
def _(p, y, eps=1e-3):
    return np.mean(-y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps))


@mistake(
    "cross_entropy",
    "loss-of-prediction-itself",
    "The labels have no effect: you measure how undecided p is, not how wrong it is.",
    "Where in the formula does y belong?",
)
def _(p, y):
    return cross_entropy(p, p)


@mistake(
    "cross_entropy",
    "loss-arguments-exchanged",
    "You take the logarithm of the labels. They are exactly 0 or 1; the probability is p.",
    "Which argument comes first, and which one may stand inside a logarithm?",
    eps=(0, *TINY),
)
def _(p, y, eps=1e-6):
    return cross_entropy(np.clip(y, eps, 1 - eps), p)


@mistake(
    "cross_entropy",
    "loss-mean-of-each-class",
    "You average each class by itself. Then an example of the smaller class counts for more.",
    "There is one mean, over all n examples.",
)
def _(p, y):
    return np.mean(-np.log(p[y == 1])) + np.mean(-np.log(1 - p[y == 0]))


@mistake(
    "cross_entropy",
    "loss-divided-by-one-class",
    "You divide by the number of examples of one class. Both classes are in the sum.",
    "How many examples are there in all?",
    label=(0,),
)
def _(p, y, label=1):
    return np.sum(terms(p, y)) / np.sum(y == label)


@mistake(
    "cross_entropy",
    "loss-divided-by-n-minus-1",
    "You divide by n − 1. That is for the spread of measurements; a mean divides by n.",
    "What comes out for a single example?",
)
def _(p, y):
    return np.sum(terms(p, y)) / (np.size(p) - 1)


@mistake(
    "cross_entropy",
    "loss-one-example",
    "The result is the loss of a single example: the others are lost on the way.",
    "In a loop: what happens to the sum in each round, and when does the function return?",
    place=(-1,),
)
def _(p, y, place=0):
    return terms(p, y)[place]


@mistake(
    "cross_entropy",
    "loss-example-left-out",
    "One of the examples does not count: your loop leaves it out.",
    "Which numbers does `range` give, and which does it not?",
    last=(True,),
)
def _(p, y, last=False):
    return np.sum(terms(p, y)[:-1] if last else terms(p, y)[1:]) / len(p)


@mistake(
    "cross_entropy",
    "loss-counts-answers",
    "You count right and wrong answers. How sure the network was plays no part in that.",
    "p = 0.6 and p = 0.99 should not cost the same.",
    right=(True,),
)
def _(p, y, right=False):
    return np.mean((np.round(p) == y) == right)


@mistake(
    "cross_entropy",
    "loss-of-rounded-p",
    "You round p to 0 or 1 before you take the logarithm: how sure the network was is lost.",
    "The loss is for p as it comes.",
    eps=TINY,
)
def _(p, y, eps=1e-6):
    return cross_entropy(np.clip(np.round(p), eps, 1 - eps), y)


@mistake(
    "cross_entropy",
    "loss-stops-at-0",
    "Right, except where p is exactly 0 or 1: there the function is stopped by an exception.",
    "NumPy's logarithm gives an infinite loss there, and goes on.",
    branches=(True,),
)
def _(p, y, branches=False):
    if branches:
        pairs = zip(p.ravel(), y.ravel(), strict=True)
        return sum(-math.log(q if label == 1 else 1 - q) for q, label in pairs) / len(p)
    pairs = zip(p.ravel(), y.ravel(), strict=True)
    return sum(-t * math.log(q) - (1 - t) * math.log(1 - q) for q, t in pairs) / len(p)


@mistake(
    "cross_entropy",
    "loss-epsilon-inside",
    "The small number inside the logarithm has two effects: a perfect prediction costs a little "
    "less than nothing, and the loss of the worst one has an upper limit.",
    note=True,
    eps=(1e-7, 1e-8, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15),
)
def _(p, y, eps=1e-9):
    return np.mean(-y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps))


@mistake(
    "cross_entropy",
    "loss-from-odds",
    "Where p is exactly 1 and y is 0 you get no number (nan), though the loss is infinite there.",
    note=True,
)
def _(p, y):
    return np.mean(-y * np.log(p / (1 - p)) - np.log(1 - p))


@mistake(
    "cross_entropy",
    "loss-as-array",
    "Your loss is an array with one entry; a loss is a single number.",
    note=True,
    shows=is_relaid,
)
def _(p, y):
    return np.array([cross_entropy(p, y)])


# cross_entropy_gradient(p, y)


@mistake(
    "cross_entropy_gradient",
    "dp-inner-sign",
    "Your slope is never positive: the second term has the wrong sign. 1 − p falls when p grows, "
    "and the chain rule counts that.",
    "For y = 0, should the loss rise or fall when p grows?",
)
def _(p, y):
    return -(y / p + (1 - y) / (1 - p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-same-factor-twice",
    "Both quotients carry the same factor, so the examples of one class have no slope at all.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
    other=(True,),
)
def _(p, y, other=False):
    factor = 1 - y if other else y
    return (-factor / p + factor / (1 - p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-all-positive",
    "Your slope is never negative. Two signs are lost: the one of the loss, and the one that the "
    "inside of the second logarithm brings.",
    "For y = 1, should the loss rise or fall when p grows?",
)
def _(p, y):
    return (y / p + (1 - y) / (1 - p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-opposite-sign",
    "Exactly the opposite sign: you have differentiated the logarithms, and the minus in front of "
    "them is lost.",
    "For y = 1, should the loss rise or fall when p grows?",
)
def _(p, y):
    return -cross_entropy_gradient(p, y)


@mistake(
    "cross_entropy_gradient",
    "dp-one-step-ahead",
    "You are one step ahead: this is the slope with respect to z. Asked is the one with respect "
    "to p, before the sigmoid is differentiated.",
    "What was divided out that should still stand there?",
)
def _(p, y):
    return output_gradient(p, y)


@mistake(
    "cross_entropy_gradient",
    "dp-one-number",
    "You give one number for all examples. Each prediction has a slope of its own.",
    "`dp` has the shape of p.",
)
def _(p, y):
    return np.mean(-y / p + (1 - y) / (1 - p))


@mistake(
    "cross_entropy_gradient",
    "dp-not-differentiated",
    "The logarithms are still there: these are losses, not slopes.",
    "What is the slope of ln p?",
)
def _(p, y):
    return terms(p, y) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-logarithms-kept",
    "You have turned the sign of the second term, as the chain rule asks, but the logarithms are "
    "still there.",
    "What is the slope of ln p?",
)
def _(p, y):
    return (-y * np.log(p) + (1 - y) * np.log(1 - p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-labels-exchanged",
    "Class 0 and class 1 have changed places.",
    "For y = 1, which of the two terms should be left?",
)
def _(p, y):
    return cross_entropy_gradient(p, 1 - y)


@mistake(
    "cross_entropy_gradient",
    "dp-denominators-exchanged",
    "The signs are right, but p and 1 − p under the fraction bars have changed places.",
    "For y = 1, the slope should be steep where p is near 0.",
)
def _(p, y):
    return (-y / (1 - p) + (1 - y) / p) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-same-denominator",
    "Both of your terms are divided by the same number.",
    "What stands inside the second logarithm?",
    rest=(True,),
)
def _(p, y, rest=False):
    return (1 - 2 * y) / (1 - p if rest else p) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-class-1-only",
    "For y = 0 your slope is 0: the second term of the loss has been left out.",
    "Both terms of the loss depend on p.",
)
def _(p, y):
    return -y / p / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-class-0-only",
    "For y = 1 your slope is 0: the first term of the loss has been left out.",
    "Both terms of the loss depend on p.",
)
def _(p, y):
    return (1 - y) / (1 - p) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-brackets-below",
    "Python divides and multiplies from left to right: part of your denominator ends up above the "
    "fraction bar.",
    "Which factors belong under the bar? Put brackets around them.",
)
def _(p, y):
    return (p - y) / p * (1 - p) / len(p)


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


@mistake(
    "cross_entropy_gradient",
    "dp-brackets-above",
    "Brackets are missing: Python divides before it subtracts, so only part of a difference is "
    "over or under your fraction bar.",
    "Which whole differences are meant? Put brackets around them.",
    way=UNBRACKETED,
)
def _(p, y, way=lambda p, y, n: p - y / (p * (1 - p)) / n):
    return way(p, y, len(p))


@mistake(
    "cross_entropy_gradient",
    "dp-one-term-divided",
    "Only one of the two terms is divided by n: Python divides before it adds.",
    "Which part of the line should be divided? Put brackets around it.",
    first=(True,),
)
def _(p, y, first=False):
    one, other = -y / p, (1 - y) / (1 - p)
    return one / len(p) + other if first else one + other / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-multiplied",
    "You multiply by p (1 − p) where it should be divided.",
    "Bring the two fractions over one bar: what stands below it?",
)
def _(p, y):
    return (p - y) * p * (1 - p) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-squared-error",
    "This is the slope of the mean squared error.",
    "The loss here is the cross-entropy: what is the slope of a logarithm?",
)
def _(p, y):
    return 2 * (p - y) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-without-labels",
    "The labels have no effect: both terms count for every example.",
    "Which label switches which term off?",
)
def _(p, y):
    return (-1 / p + 1 / (1 - p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-sigmoid-again",
    "You send p through the sigmoid, but it has been through it already.",
    "p is the prediction, and the slope is taken with respect to it.",
)
def _(p, y):
    return cross_entropy_gradient(sigmoid(p), y)


@mistake(
    "cross_entropy_gradient",
    "dp-squared-denominators",
    "There are squares under your fraction bars: you have differentiated once too often.",
    "The slope of ln p is a plain fraction, without a square.",
    signs=((-1, 1), (-1, -1)),
)
def _(p, y, signs=(1, 1)):
    return (signs[0] * y / p**2 + signs[1] * (1 - y) / (1 - p) ** 2) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-arguments-exchanged",
    "You divide by the labels, which are exactly 0 or 1. The probability is p.",
    "Which argument comes first, and which one may stand under a fraction bar?",
    eps=(0, *TINY),
)
def _(p, y, eps=1e-6):
    return cross_entropy_gradient(np.clip(y, eps, 1 - eps), p)


@mistake(
    "cross_entropy_gradient",
    "dp-capped",
    "You cut the slope off where it is steep, and ordinary predictions reach that.",
    "The worst prediction should have the most say.",
    most=(0.1, 0.5, 2, 5),
)
def _(p, y, most=1):
    return np.clip(cross_entropy_gradient(p, y), -most, most)


@mistake(
    "cross_entropy_gradient",
    "dp-one-plus-p",
    "Under one of your fraction bars stands 1 + p.",
    "What is left for class 0 when class 1 gets p?",
    one_bar=(True,),
)
def _(p, y, one_bar=False):
    if one_bar:
        return (p - y) / (p * (1 + p)) / len(p)
    return (-y / p + (1 - y) / (1 + p)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-one-class-counted",
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
    label=(0,),
)
def _(p, y, label=1):
    return cross_entropy_gradient(p, y) * len(p) / np.sum(y == label)


@mistake(
    "cross_entropy_gradient",
    "dp-safety-margin",
    "Your safety margin changes ordinary slopes too. It should touch only numbers that are next "
    "to 0 or 1.",
    "From which p on does your clip act?",
    margin=MARGINS,
)
def _(p, y, margin=0.1):
    return cross_entropy_gradient(np.clip(p, margin, 1 - margin), y)


@mistake(
    "cross_entropy_gradient",
    "dp-wide-epsilon",
    "The small number under your fraction bars is too large: it changes ordinary slopes.",
    "Compare it with the smallest p for which the slope should be right.",
    eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0),
)
def _(p, y, eps=1e-3):
    return (-y / (p + eps) + (1 - y) / (1 - p + eps)) / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-nudged-on-one-side",
    "Close, but only to a few digits: you nudge p on one side.",
    "The formula you derived is exact.",
    h=(0.01, 1e-4, 1e-5, 1e-6),
)
def _(p, y, h=1e-3):
    return (terms(p + h, y) - terms(p, y)) / h / len(p)


@mistake(
    "cross_entropy_gradient",
    "dp-stops-at-0",
    "Right, except where p is exactly 0 or 1: there the function is stopped by an exception.",
    "Python's own numbers refuse to be divided by 0. NumPy's give an infinite slope, and go on.",
    branches=(True,),
)
def _(p, y, branches=False):
    dp = np.zeros(np.shape(p))
    for k, (q, t) in enumerate(zip(p.ravel().tolist(), y.ravel().tolist(), strict=True)):
        if branches:
            dp[k, 0] = (-1 / q if t == 1 else 1 / (1 - q)) / len(p)
        else:
            dp[k, 0] = (-t / q + (1 - t) / (1 - q)) / len(p)
    return dp


# output_gradient(p, y)


@mistake(
    "output_gradient",
    "dz-label-minus-prediction",
    "Exactly the opposite sign: label and prediction have changed places.",
    "For y = 1, should the loss rise or fall when z grows?",
)
def _(p, y):
    return -output_gradient(p, y)


@mistake(
    "output_gradient",
    "dz-extra-slope",
    "There is a factor p (1 − p) too many. With the cross-entropy the slope of the sigmoid "
    "cancels; yours is still in there, so sure mistakes hardly learn.",
    "Multiply `dp` and the slope of the sigmoid out on paper.",
)
def _(p, y):
    return (p - y) * p * (1 - p) / len(p)


@mistake(
    "output_gradient",
    "dz-all-positive",
    "The sign is lost: your slope is never negative, whatever the label is.",
    "Where p is below its label a larger z helps: which sign should the slope have there?",
    n=(lambda p: 1,),
)
def _(p, y, n=len):
    return np.abs(p - y) / n(p)


@mistake(
    "output_gradient",
    "dz-inner-sign",
    "Your slope is never positive. The two terms of the loss should pull in opposite directions.",
    "Which sign does the chain rule bring along from 1 − p?",
)
def _(p, y):
    return -np.abs(p - y) / len(p)


@mistake(
    "output_gradient",
    "dz-one-step-short",
    "This is `dp`, the slope with respect to the prediction. One more link of the chain leads to "
    "z.",
    "What lies between z and p, and what is its slope?",
)
def _(p, y):
    return cross_entropy_gradient(p, y)


@mistake(
    "output_gradient",
    "dz-one-number",
    "You give one number for all examples. Each of them keeps its own slope here; they are summed "
    "later, where the weights come in.",
    "`dz` has the shape of z.",
)
def _(p, y):
    return np.mean(p - y)


@mistake(
    "output_gradient",
    "dz-squared",
    "You have squared the difference: this is a loss, not a slope, and its signs are gone.",
    "Derive it from `dp` and the slope of the sigmoid.",
)
def _(p, y):
    return (p - y) ** 2 / len(p)


@mistake(
    "output_gradient",
    "dz-of-squared-error",
    "This belongs to the squared error: there a 2 and the slope of the sigmoid stay.",
    "Start again from the slope of the cross-entropy.",
)
def _(p, y):
    return 2 * (p - y) * p * (1 - p) / len(p)


@mistake(
    "output_gradient",
    "dz-sigmoid-again",
    "You send p through the sigmoid, but it has been through it already: p is the prediction.",
    "What should come out where p equals y?",
)
def _(p, y):
    return output_gradient(sigmoid(p), y)


@mistake(
    "output_gradient",
    "dz-slope-taken-at-p",
    "`dp` is right, but then the slope of the sigmoid is taken at p, as if p were z.",
    "You have the output already: how is the slope written with it?",
)
def _(p, y):
    return cross_entropy_gradient(p, y) * sigmoid(p) * (1 - sigmoid(p))


@mistake(
    "output_gradient",
    "dz-slope-only",
    "You give the slope of the sigmoid alone. The slope of the loss is still missing.",
    "Two links lead from the loss to z.",
)
def _(p, y):
    return p * (1 - p) / len(p)


@mistake(
    "output_gradient",
    "dz-without-labels",
    "The labels have no effect: the slope is the same for right and wrong answers.",
    "What should come out where p equals y?",
)
def _(p, y):
    return p / len(p)


@mistake(
    "output_gradient",
    "dz-labels-exchanged",
    "Class 0 and class 1 have changed places.",
    "What should come out where p equals y?",
)
def _(p, y):
    return output_gradient(p, 1 - y)


@mistake(
    "output_gradient",
    "dz-plus",
    "You add label and prediction.",
    "What should come out where p equals y?",
)
def _(p, y):
    return (p + y) / len(p)


@mistake(
    "output_gradient",
    "dz-of-rounded-p",
    "You round p to 0 or 1 first. Then a right answer has no slope, however unsure it was.",
    "The slope is for p as it comes.",
)
def _(p, y):
    return output_gradient(np.round(p), y)


@mistake(
    "output_gradient",
    "dz-one-term-divided",
    "Only one of the two numbers is divided by n: Python divides before it subtracts.",
    "Which part of the line should be divided? Put brackets around it.",
    first=(True,),
)
def _(p, y, first=False):
    return p / len(p) - y if first else p - y / len(p)


@mistake(
    "output_gradient",
    "dz-of-loss",
    "These are losses, not slopes: nothing has been differentiated yet.",
    "Begin with the slope of the loss with respect to p.",
)
def _(p, y):
    return terms(p, y) / len(p)


@mistake(
    "output_gradient",
    "dz-one-plus-p",
    "In the slope of the sigmoid you take 1 + p. It should become 0 where p is 1.",
    "Two factors: how far is p from 0, and how far from 1?",
)
def _(p, y):
    return cross_entropy_gradient(p, y) * p * (1 + p)


@mistake(
    "output_gradient",
    "dz-brackets",
    "Python multiplies before it subtracts: in your slope of the sigmoid brackets are missing.",
    "Which difference should be worked out first?",
)
def _(p, y):
    return cross_entropy_gradient(p, y) * p * 1 - p


@mistake(
    "output_gradient",
    "dz-slope-minus-label",
    "You compare the slope of the sigmoid with the label. It is the prediction that is compared.",
    "What should come out where p equals y?",
)
def _(p, y):
    return (p * (1 - p) - y) / len(p)


@mistake(
    "output_gradient",
    "dz-capped",
    "You cut the slope off where the answer is wrong most.",
    "The worst prediction should have the most say.",
    most=(0.1, 0.25, 0.8, 0.9),
)
def _(p, y, most=0.5):
    return np.clip(p - y, -most, most) / len(p)


@mistake(
    "output_gradient",
    "dz-one-class-counted",
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
    label=(0,),
)
def _(p, y, label=1):
    return (p - y) / np.sum(y == label)


@mistake(
    "output_gradient",
    "dz-safety-margin",
    "Your safety margin changes ordinary slopes too.",
    "No logarithm and no fraction is left here: is there anything to be kept safe?",
    margin=MARGINS,
)
def _(p, y, margin=0.1):
    return output_gradient(np.clip(p, margin, 1 - margin), y)


@mistake(
    "output_gradient",
    "dz-lost-at-the-ends",
    "Right, except where p is exactly 0 or 1. There one factor is infinite and the other 0, and "
    "the most wrong answers get no usable slope.",
    "Multiply the two slopes out on paper, before you write code: what is left under the bar?",
    eps=(1e-4, 1e-5, 1e-6, *TINY),
    whole=(False,),
)
def _(p, y, eps=0.0, whole=True):
    if whole:
        return (-y / (p + eps) + (1 - y) / (1 - p + eps)) * p * (1 - p) / len(p)
    return np.where(y == 1, -1 / p, 1 / (1 - p)) * p * (1 - p) / len(p)


# linear_forward(x, W, b)


@mistake(
    "linear_forward",
    "linear-without-bias",
    "The bias does not show in your result.",
    "What should come out for x = 0?",
)
def _(x, W, b):
    return x @ W


@mistake(
    "linear_forward",
    "linear-factors-exchanged",
    "The two factors of your product have changed places.",
    "The inner sizes must meet: (n, n_in) and (n_in, n_out). Which one comes first?",
)
def _(x, W, b):
    return W @ x + b


@mistake(
    "linear_forward",
    "linear-entry-by-entry",
    "You multiply entry by entry. Each unit should mix all inputs of its row.",
    "`*` and `@` are two different products.",
)
def _(x, W, b):
    return x * W + b


@mistake(
    "linear_forward",
    "linear-activated",
    "You went one step too far: this function is the weighted sum alone, the activation is a step "
    "of its own.",
    "Can your result be above 1, or below 0?",
    f=(np.tanh, lambda z: np.maximum(z, 0), lambda z: sigmoid(-z), np.exp),
)
def _(x, W, b, f=sigmoid):
    return f(linear_forward(x, W, b))


@mistake(
    "linear_forward",
    "linear-activated-before-bias",
    "An activation is in it, and even before the bias comes in. This function is the weighted sum "
    "alone.",
    "The activation is a step of its own.",
)
def _(x, W, b):
    return sigmoid(x @ W) + b


@mistake(
    "linear_forward",
    "linear-input-activated",
    "You send x through the sigmoid first. Here x comes as it is.",
    "The activation is a step of its own, in the layer before.",
)
def _(x, W, b):
    return linear_forward(sigmoid(x), W, b)


@mistake(
    "linear_forward",
    "linear-bias-subtracted",
    "The bias comes in with the wrong sign.",
    "What should come out for x = 0?",
)
def _(x, W, b):
    return x @ W - b


@mistake(
    "linear_forward",
    "linear-bias-multiplied",
    "You multiply by the bias.",
    "What should come out for x = 0?",
)
def _(x, W, b):
    return (x @ W) * b


@mistake(
    "linear_forward",
    "linear-bias-into-weights",
    "You add the bias to the weights, so that it is multiplied by the inputs too.",
    "What should come out for x = 0?",
)
def _(x, W, b):
    return x @ (W + b)


@mistake(
    "linear_forward",
    "linear-bias-to-inputs",
    "You add the bias to the inputs, before the weights. It belongs to the units.",
    "b has one number for each unit: where in z = … is there one for each?",
)
def _(x, W, b):
    return (x + b) @ W


@mistake(
    "linear_forward",
    "linear-bias-at-every-example",
    "The bias is multiplied by the number of examples. Each row of the result gets it once.",
    "What should come out for x = 0?",
)
def _(x, W, b):
    return x @ W + len(x) * b


@mistake(
    "linear_forward",
    "linear-sum-of-all",
    "You add up everything, over examples and units too. Only the inputs of one row are summed.",
    "The result has a row for each example and a column for each unit.",
)
def _(x, W, b):
    return np.sum(x @ W) + b


@mistake(
    "linear_forward",
    "linear-bias-at-every-input",
    "The bias is added once for each input. A unit has one bias, whatever the number of inputs.",
    "Where does the loop over the inputs end?",
)
def _(x, W, b):
    return x @ W + x.shape[1] * b


@mistake(
    "linear_forward",
    "linear-one-bias-for-all",
    "All units get the same bias.",
    "b is a row, with one number for each unit.",
    one=(lambda b: b[0, -1], np.sum, np.mean),
)
def _(x, W, b, one=lambda b: b[0, 0]):
    return x @ W + one(b)


@mistake(
    "linear_forward",
    "linear-bias-as-column",
    "You have stood the bias up as a column, so its numbers go down the examples.",
    "Each column of the result belongs to a unit, and so does each number of b.",
)
def _(x, W, b):
    return x @ W + b.T


@mistake(
    "linear_forward",
    "linear-bias-appended",
    "The bias is attached to the result instead of added to it.",
    "What should come out for x = 0, and in which shape?",
)
def _(x, W, b):
    return np.vstack([x @ W, b])


@mistake(
    "linear_forward",
    "linear-weights-transposed",
    "W is transposed. It has a row for each input and a column for each unit already.",
    "A row of x meets a column of W: is there anything to be turned?",
)
def _(x, W, b):
    return x @ W.T + b


@mistake(
    "linear_forward",
    "linear-input-transposed",
    "x is transposed. It has a row for each example already.",
    "A row of x meets a column of W: is there anything to be turned?",
)
def _(x, W, b):
    return x.T @ W + b


@mistake(
    "linear_forward",
    "linear-examples-as-columns",
    "You compute with examples as columns. In this course a row is an example.",
    "Which size should the result have downwards, and which across?",
)
def _(x, W, b):
    return W.T @ x.T + b


@mistake(
    "linear_forward",
    "linear-one-example",
    "Only one of the examples is in the result.",
    "There should be a row for each row of x.",
    row=(-1,),
)
def _(x, W, b, row=0):
    return x[row] @ W + b


@mistake(
    "linear_forward",
    "linear-input-left-out",
    "One of the inputs does not count.",
    "In a loop: which numbers does `range` give, and which does it not?",
    place=(0,),
)
def _(x, W, b, place=-1):
    return np.delete(x, place, axis=1) @ np.delete(W, place, axis=0) + b


@mistake(
    "linear_forward",
    "linear-one-input",
    "Only one of the inputs counts: what the others bring is overwritten, or never reached.",
    "In a loop: what happens to the sum in each round?",
    place=(0,),
)
def _(x, W, b, place=-1):
    return x[:, [place]] @ W[[place]] + b


@mistake(
    "linear_forward",
    "linear-averaged",
    "You take the mean over the inputs. A unit adds them up.",
    "By how much is the result too small, apart from the bias?",
)
def _(x, W, b):
    return x @ W / x.shape[1] + b


# linear_backward(dz, x, W)


@mistake(
    "linear_backward",
    "linear-backward-dw-averaged",
    "Your `dW` is divided by n once more. That factor came in with the loss, and `dz` has it "
    "already.",
    "Should this line sum over the examples, or average?",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW / len(x), db


@mistake(
    "linear_backward",
    "linear-backward-parameters-averaged",
    "Your `dW` and `db` are both divided by n once more. That factor came in with the loss, and "
    "`dz` has it already.",
    "Should these lines sum over the examples, or average?",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW / len(x), db / len(x)


@mistake(
    "linear_backward",
    "linear-backward-all-averaged",
    "All three gradients are divided by n once more. That factor came in with the loss, and `dz` "
    "has it already.",
    "Where does 1/n live, and who inherits it?",
)
def _(dz, x, W):
    return linear_backward(dz / len(x), x, W)


@mistake(
    "linear_backward",
    "linear-backward-db-averaged",
    "Your `db` is the mean over the examples. The 1/n came in with the loss, and `dz` has it "
    "already.",
    "Every example adds its share to the bias.",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW, db / len(x)


@mistake(
    "linear_backward",
    "linear-backward-dx-averaged",
    "Your `dx` is divided by n. `dz` has that factor already, and each row of `dx` belongs to one "
    "example only.",
    "Over what does this line sum: the examples or the units?",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx / len(x), dW, db


@mistake(
    "linear_backward",
    "linear-backward-dw-not-summed",
    "Your `dW` is a whole stack: one matrix for each example. They wait to be summed.",
    "`dW` has the shape of W.",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x[:, :, None] * dz[:, None, :], db


@mistake(
    "linear_backward",
    "linear-backward-dw-one-example",
    "Your `dW` hears of one example only; the others are lost.",
    "In a loop: what happens to the sum in each round?",
    row=(0,),
)
def _(dz, x, W, row=-1):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.outer(x[row], dz[row]), db


@mistake(
    "linear_backward",
    "linear-backward-dw-sums-multiplied",
    "Your `dW` multiplies two sums over the examples. Each example's own two numbers belong "
    "together: multiply first, then sum.",
    "Write one entry out for two examples.",
    averaged=(True,),
)
def _(dz, x, W, averaged=False):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.outer((np.mean if averaged else np.sum)(x, axis=0), db), db


@mistake(
    "linear_backward",
    "linear-backward-dw-entry-by-entry",
    "For `dW` you multiply entry by entry.",
    "`dW` has the shape of W. Which index is summed over?",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x * dz, db


@mistake(
    "linear_backward",
    "linear-backward-dw-input-not-turned",
    "For `dW`, x stands in the product as it is, so its rows meet the columns of `dz`.",
    "The sum is over the examples: which side of x has to meet which side of `dz`?",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x @ dz, db


@mistake(
    "linear_backward",
    "linear-backward-results-swapped",
    "The three gradients are right, but they come back in another order.",
    "Compare the order with the text above the cell.",
    order=((0, 2, 1), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
)
def _(dz, x, W, order=(1, 0, 2)):
    grads = linear_backward(dz, x, W)
    return tuple(grads[i] for i in order)


@mistake(
    "linear_backward",
    "linear-backward-dw-from-weights",
    "For `dW` you use W.",
    "What does a weight multiply on the way forward?",
    product=(
        lambda dz, W: W @ dz,
        lambda dz, W: dz @ W.mT,
        lambda dz, W: dz @ W,
        lambda dz, W: dz.mT @ W,
        lambda dz, W: W * dz,
    ),
)
def _(dz, x, W, product=lambda dz, W: W.mT @ dz):
    dx, _, db = linear_backward(dz, x, W)
    return dx, product(dz, W), db


@mistake(
    "linear_backward",
    "linear-backward-dw-transposed",
    "Your `dW` has a row for each unit and a column for each input. It is the right one, turned "
    "around.",
    "`dW` has the shape of W. Which of the two factors comes first?",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW.T, db


@mistake(
    "linear_backward",
    "linear-backward-dw-without-dz",
    "Your `dW` does not depend on `dz`: it is the slope of z alone. What came back from the loss "
    "is still missing.",
    "Each link multiplies what has come so far.",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x.T @ np.ones(dz.shape), db


@mistake(
    "linear_backward",
    "linear-backward-dw-without-x",
    "Your `dW` does not depend on x. A weight is multiplied by its input, so that is its slope.",
    "Notice the exchange: the weight gets the input as its factor, the input gets the weight.",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.ones(x.shape).T @ dz, db


@mistake(
    "linear_backward",
    "linear-backward-dw-with-sigmoid-slope",
    "In your `dW` the inputs stand as x (1 − x): the slope of a sigmoid. Here is no sigmoid, only "
    "the weighted sum.",
    "What is the slope of z with respect to one weight?",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, (x * (1 - x)).T @ dz, db


@mistake(
    "linear_backward",
    "linear-backward-db-not-summed",
    "Your `db` has one row per example: it still waits to be summed.",
    "There is one bias for each unit, and every example uses it.",
)
def _(dz, x, W):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz


@mistake(
    "linear_backward",
    "linear-backward-db-wrong-axis",
    "Your `db` is summed over the units and keeps the examples. It is the other way round.",
    "`db` has the shape of b. Which axis counts the examples?",
    kept=(True,),
    reduce=(np.mean,),
)
def _(dz, x, W, kept=False, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, reduce(dz, axis=1, keepdims=kept)


@mistake(
    "linear_backward",
    "linear-backward-db-one-number",
    "Your `db` is summed over everything. Each unit has a bias, and a gradient, of its own.",
    "`db` has the shape of b: one axis stays.",
    shape=(lambda total, W: np.full((1, 1), total), lambda total, W: np.full(W.shape[1], total)),
    reduce=(np.mean,),
)
def _(dz, x, W, shape=lambda total, W: total, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, shape(reduce(dz), W)


@mistake(
    "linear_backward",
    "linear-backward-db-other-summary",
    "Your `db` is made of the right columns of `dz`, but it is not their sum.",
    "Every example adds its share to the bias, whatever its sign.",
    summary=(
        lambda dz: dz.min(axis=0),
        lambda dz: dz.prod(axis=0),
        lambda dz: np.abs(dz).sum(axis=0),
        lambda dz: (dz**2).sum(axis=0),
        lambda dz: dz.cumsum(axis=0),
    ),
)
def _(dz, x, W, summary=lambda dz: dz.max(axis=0)):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, summary(dz)


@mistake(
    "linear_backward",
    "linear-backward-db-one-example",
    "Your `db` hears of one example only; the others are lost.",
    "In a loop: what happens to the sum in each round?",
    row=(0,),
)
def _(dz, x, W, row=-1):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz[row]


@mistake(
    "linear_backward",
    "linear-backward-db-without-dz",
    "Your `db` does not depend on `dz`. The slope of z with respect to b is 1, but it still has to "
    "be multiplied by what came back from the loss.",
    "Each link multiplies what has come so far.",
    count=(len,),
)
def _(dz, x, W, count=lambda x: 1):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, np.full(W.shape[1], count(x))


@mistake(
    "linear_backward",
    "linear-backward-db-from-dw",
    "Your `db` is made from `dW`, so the inputs are in it. A bias does not meet the inputs.",
    "Where does b occur in z, and with which factor?",
    reduce=(np.mean,),
)
def _(dz, x, W, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, reduce(dW, axis=0)


@mistake(
    "linear_backward",
    "linear-backward-dx-weights-not-turned",
    "For `dx`, W stands in the product as it does in the forward pass. Going back, the weights are "
    "crossed in the other direction; where W is square NumPy cannot notice.",
    "Write the shapes of `dz` and W down, and the one that `dx` should have.",
    stopped="For `dx`, W stands in the product as it does in the forward pass. In this check W is "
    "not square, so NumPy stops; with a square one it would not notice.",
)
def _(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz @ W, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-transposed",
    "Your `dx` has a column for each example. It is the right one, turned around.",
    "`dx` has the shape of x. Which of the two factors comes first?",
)
def _(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx.T, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-with-slope",
    "Your `dx` has the slope of an activation in it. Here the weighted sum stands alone; that "
    "factor comes in a step of its own, and would be counted twice.",
    "What is the slope of z with respect to one input?",
    slope=(lambda x: sigmoid(x) * (1 - sigmoid(x)), lambda x: 1 - x**2, lambda x: x > 0),
)
def _(dz, x, W, slope=lambda x: x * (1 - x)):
    dx, dW, db = linear_backward(dz, x, W)
    return dx * slope(x), dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-undone",
    "For `dx` you invert W. Going back does not undo the product; it follows each path once more.",
    "By how much does z change if one input does?",
    inverse=(np.linalg.inv,),
)
def _(dz, x, W, inverse=np.linalg.pinv):
    _, dW, db = linear_backward(dz, x, W)
    return dz @ inverse(W), dW, db


@mistake(
    "linear_backward",
    "linear-backward-dw-undone",
    "For `dW` you invert x. Going back does not undo the product; each example adds its share.",
    "By how much does z change if one weight does?",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.linalg.pinv(x) @ dz, db


@mistake(
    "linear_backward",
    "linear-backward-dw-dz-squared",
    "In your `dW` the square of `dz` has come in.",
    "Each link of the chain is multiplied in once.",
)
def _(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x.T @ dz**2, db


@mistake(
    "linear_backward",
    "linear-backward-arguments-exchanged",
    "Right formulas, but the arguments have changed places: `dz` comes first, then x, then W.",
    "Compare the first line of your function with the exercise.",
    order=((0, 2, 1), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
)
def _(dz, x, W, order=(1, 0, 2)):
    args = dz, x, W
    return linear_backward(*(args[i] for i in order))


@mistake(
    "linear_backward",
    "linear-backward-dx-entry-by-entry",
    "For `dx` you multiply entry by entry.",
    "`dx` has the shape of x. Which index is summed over?",
)
def _(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz * W, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-without-dz",
    "Your `dx` does not depend on `dz`: it holds the weights alone. What came back from the loss "
    "is still missing.",
    "Each link multiplies what has come so far.",
)
def _(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return np.ones(dz.shape) @ W.T, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-without-weights",
    "For `dx` you pass `dz` on as it is. On its way back to the inputs it crosses the weights.",
    "By how much does z change if one input does?",
)
def _(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-one-unit",
    "In your `dx` only one unit has a say. An input feeds all units of the layer.",
    "What arrives on several paths is added. In a loop: what happens to the sum in each round?",
    unit=(0,),
)
def _(dz, x, W, unit=-1):
    _, dW, db = linear_backward(dz, x, W)
    return dz[:, [unit]] @ W[:, [unit]].T, dW, db


@mistake(
    "linear_backward",
    "linear-backward-dx-summed",
    "Your `dx` is summed over the examples. Each example has inputs of its own.",
    "`dx` has the shape of x.",
    kept=(True,),
)
def _(dz, x, W, kept=False):
    dx, dW, db = linear_backward(dz, x, W)
    return dx.sum(axis=0, keepdims=kept), dW, db


@mistake(
    "linear_backward",
    "linear-backward-weights-updated",
    "You return changed weights. This function gives the gradient; the step comes later.",
    "`dW` says how the loss changes with W: it is no new W.",
    lr=(0.1, 0.01),
)
def _(dz, x, W, lr=1.0):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, W - lr * dW, db


@mistake(
    "linear_backward",
    "linear-backward-db-flat",
    "`db` has lost its axis: with `keepdims=True` it keeps the shape of b.",
    note=True,
    shows=is_relaid,
)
def _(dz, x, W):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz.sum(axis=0)
