"""Mistakes in `cross_entropy` of notebook 02."""

import math

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ...notebook_01.exercises import sigmoid
from ..exercises import (
    cross_entropy,
)

MARGINS = (0.4, 0.3, 0.25, 0.2, 0.15, 0.05, 0.03, 0.02, 0.01, 0.005, 0.001)
TINY = (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)


def terms(p, y):
    """What each example loses."""
    return -y * np.log(p) - (1 - y) * np.log(1 - p)


# cross_entropy(p, y)


wrong, weak = rows_of("cross_entropy")


wrong("loss-sign", lambda p, y: -cross_entropy(p, y)).says(
    "Your loss is negative. The logarithm of a number below 1 is negative; the loss is minus that.",
    "Follow the minus signs for y = 1 and p = 0.5.",
)


wrong(
    "loss-minus-on-first-only", lambda p, y: np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))
).says(
    "Your minus sign reaches the first term only, so for class 0 the loss falls where it should "
    "rise.",
    "Try y = 0 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)


wrong(
    "loss-minus-on-second-only", lambda p, y: np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))
).says(
    "Your minus sign reaches the second term only, so for class 1 the loss falls where it should "
    "rise.",
    "Try y = 1 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)


wrong("loss-summed", lambda p, y: np.sum(terms(p, y))).says(
    "You add up the losses of all examples, so the result grows with their number. What is asked "
    "for is their mean.",
    "Put every example in twice: should the loss change?",
)


def second_term_divided(p, y, first=False):
    one, other = np.sum(-y * np.log(p)), np.sum(-(1 - y) * np.log(1 - p))
    return one / len(p) + other if first else one + other / len(p)


wrong("loss-second-term-divided", second_term_divided, first=(True,)).says(
    "Only the second of the two terms is divided by n: Python divides before it adds.",
    "Which part of the line should be divided? Put brackets around it.",
)


wrong("loss-labels-exchanged", lambda p, y: np.mean(-y * np.log(1 - p) - (1 - y) * np.log(p))).says(
    "Class 0 and class 1 have changed places: a sure and right answer costs most.",
    "For y = 1, which of p and 1 − p is the probability of the true class?",
)


def same_factor_twice(p, y, other=False):
    factor = 1 - y if other else y
    return np.mean(-factor * np.log(p) - factor * np.log(1 - p))


wrong("loss-same-factor-twice", same_factor_twice, other=(True,)).says(
    "Both logarithms stand behind the same factor, so the examples of one class cost nothing.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
)


def prediction_as_factor(p, y, first=False):
    one, other = (p, 1 - y) if first else (y, 1 - p)
    return np.mean(-one * np.log(p) - other * np.log(1 - p))


wrong("loss-prediction-as-factor", prediction_as_factor, first=(True,)).says(
    "In front of one logarithm stands the prediction, where the label should stand.",
    "Whose value tells which of the two terms counts: p's, or y's?",
)


wrong(
    "loss-one-minus-logarithm", lambda p, y: np.mean(-y * np.log(p) - (1 - y) * (1 - np.log(p)))
).says(
    "In your second term stands 1 minus a logarithm. It should be the logarithm of 1 minus "
    "something.",
    "Read the brackets of that term from the inside out.",
)


def logarithm_of_one(p, y, whole=True):
    rest = (1 - y) * (np.log(1) - p) if whole else (1 - y) * np.log(1) - p
    return np.mean(-y * np.log(p) - rest)


wrong("loss-logarithm-of-one", logarithm_of_one, whole=(False,)).says(
    "A bracket closes too early: you take the logarithm of 1, which is 0, and subtract p from it.",
    "What should stand inside the second logarithm?",
)


wrong(
    "loss-brackets-around-rest", lambda p, y: np.mean(-y * np.log(p) - 1 - y * np.log(1 - p))
).says(
    "Brackets are missing: Python multiplies before it subtracts, so your 1 stands by itself.",
    "Which difference should the second logarithm be multiplied with?",
)


wrong(
    "loss-logarithm-of-labels", lambda p, y: np.mean(-y * np.log(y) - (1 - y) * np.log(1 - p))
).says(
    "One of your logarithms is taken of the label, which is 0 or 1.",
    "Which of the two arguments is a probability?",
)


wrong("loss-logarithm-of-p-twice", lambda p, y: np.mean(-y * np.log(p) - (1 - y) * np.log(p))).says(
    "Both of your terms hold the logarithm of p, whatever the label is.",
    "Which probability does p give to class 0?",
)


wrong("loss-logarithm-of-rest-twice", lambda p, y: np.mean(-np.log(1 - p))).says(
    "Both of your terms hold the logarithm of 1 − p, whatever the label is.",
    "Which probability does p give to class 1?",
)


wrong(
    "loss-class-1-only",
    lambda p, y, count=np.size: np.sum(-y * np.log(p)) / count(y),
    count=(np.sum,),
).says(
    "Only the examples of class 1 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 0?",
)


wrong(
    "loss-class-0-only",
    lambda p, y, count=np.size: np.sum(-(1 - y) * np.log(1 - p)) / count(1 - y),
    count=(np.sum,),
).says(
    "Only the examples of class 0 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 1?",
)


wrong("loss-of-all-pairs", lambda p, y: np.sum(terms(p, y.T)) / len(p)).says(
    "Every label has met every prediction, and not only its own.",
    "Look at the shape just before you add up: where does a row or a transpose make a whole table?",
)


wrong(
    "loss-squared-error",
    lambda p, y, after=np.positive: after(np.mean((p - y) ** 2)),
    after=(np.sqrt,),
).says(
    "That is the mean squared error. It is a loss too, but not the one that is asked for.",
    "The cross-entropy takes a logarithm: of what?",
)


wrong("loss-mean-difference", lambda p, y: np.mean(p - y)).says(
    "You average differences, so that errors in opposite directions cancel.",
    "Each example has a loss of its own, and none is negative.",
)


wrong(
    "loss-other-summary",
    lambda p, y, summary=np.max: summary(terms(p, y)),
    summary=(np.min, np.median, np.std, np.prod, lambda losses: np.sqrt(np.mean(losses**2))),
).says(
    "The losses of the single examples are right, but it is not their mean that you take.",
    "How do n numbers become one?",
)


wrong("loss-squared-losses", lambda p, y: np.mean(terms(p, y) ** 2)).says(
    "You square the losses before you average them.",
    "The logarithm alone is the loss of an example.",
)


wrong("loss-exponential", lambda p, y, sign=1: np.exp(sign * cross_entropy(p, y)), sign=(-1,)).says(
    "One step too many: at the end you take the exponential, which undoes the logarithm.",
    "What should come out where every p is right and sure?",
)


wrong("loss-likelihood", lambda p, y: np.prod(np.where(y == 1, p, 1 - p))).says(
    "You multiply the probabilities of the true classes. The loss adds up their logarithms.",
    "What becomes of a product of probabilities when there are a thousand examples?",
)


wrong(
    "loss-capped", lambda p, y, most=1: np.mean(np.minimum(terms(p, y), most)), most=(0.5, 2, 3, 4)
).says(
    "Your loss has an upper limit that ordinary predictions reach.",
    "A network that is sure and wrong should pay for it, without limit.",
)


def without_logarithm(p, y, share="given"):
    q = np.mean(y * p + (1 - y) * (1 - p))
    return q if share == "given" else 1 - q


wrong("loss-without-logarithm", without_logarithm, share=("missed",)).says(
    "The logarithm is missing: you average the probabilities themselves.",
    "How much dearer is p = 0.01 than p = 0.1, for y = 1? With the logarithm it is twice.",
)


wrong("loss-logarithm-of-mean", lambda p, y: -np.log(np.mean(y * p + (1 - y) * (1 - p)))).says(
    "You take the mean first and its logarithm afterwards. It goes the other way round.",
    "Each example has a loss of its own.",
)


wrong("loss-one-plus-p", lambda p, y: np.mean(-y * np.log(p) - (1 - y) * np.log(1 + p))).says(
    "One of your logarithms is taken of 1 + p. Such a number is above 1, so it is no probability.",
    "What is left for class 0 when class 1 gets p?",
)


wrong("loss-sigmoid-again", lambda p, y: cross_entropy(sigmoid(p), y)).says(
    "You send p through the sigmoid, but it has been through it already: p is the prediction.",
    "Which numbers can come out for p between 0 and 1?",
)


wrong(
    "loss-safety-margin",
    lambda p, y, margin=0.1: cross_entropy(np.clip(p, margin, 1 - margin), y),
    margin=MARGINS,
).says(
    "Your safety margin changes ordinary predictions too. It should touch only numbers that are "
    "next to 0 or 1.",
    "From which p on does your clip act? How much may a loss be off for the sake of it?",
)


wrong(
    "loss-safety-margin-in-logarithm",
    lambda p, y, least=0.1: np.mean(
        -y * np.log(np.maximum(p, least)) - (1 - y) * np.log(np.maximum(1 - p, least))
    ),
    least=MARGINS[:-2],
).says(
    "The lower limit inside your logarithms is too high: it changes ordinary losses.",
    "From which p on does it act? How much may a loss be off for the sake of it?",
)


wrong(
    "loss-wide-epsilon",
    lambda p, y, eps=1e-3: np.mean(-y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)),
    eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0),
).says(
    "The small number beside p is too large: it changes ordinary losses.",
    "Compare it with the smallest p for which the loss should be right.",
)


wrong("loss-of-prediction-itself", lambda p, y: cross_entropy(p, p)).says(
    "The labels have no effect: you measure how undecided p is, not how wrong it is.",
    "Where in the formula does y belong?",
)


wrong(
    "loss-arguments-exchanged",
    lambda p, y, eps=1e-6: cross_entropy(np.clip(y, eps, 1 - eps), p),
    eps=(0, *TINY),
).says(
    "You take the logarithm of the labels. They are exactly 0 or 1; the probability is p.",
    "Which argument comes first, and which one may stand inside a logarithm?",
)


wrong(
    "loss-mean-of-each-class",
    lambda p, y: np.mean(-np.log(p[y == 1])) + np.mean(-np.log(1 - p[y == 0])),
).says(
    "You average each class by itself. Then an example of the smaller class counts for more.",
    "There is one mean, over all n examples.",
)


wrong(
    "loss-divided-by-one-class",
    lambda p, y, label=1: np.sum(terms(p, y)) / np.sum(y == label),
    label=(0,),
).says(
    "You divide by the number of examples of one class. Both classes are in the sum.",
    "How many examples are there in all?",
)


wrong("loss-divided-by-n-minus-1", lambda p, y: np.sum(terms(p, y)) / (np.size(p) - 1)).says(
    "You divide by n − 1. That is for the spread of measurements; a mean divides by n.",
    "What comes out for a single example?",
)


wrong("loss-one-example", lambda p, y, place=0: terms(p, y)[place], place=(-1,)).says(
    "The result is the loss of a single example: the others are lost on the way.",
    "In a loop: what happens to the sum in each round, and when does the function return?",
)


wrong(
    "loss-example-left-out",
    lambda p, y, last=False: np.sum(terms(p, y)[:-1] if last else terms(p, y)[1:]) / len(p),
    last=(True,),
).says(
    "One of the examples does not count: your loop leaves it out.",
    "Which numbers does `range` give, and which does it not?",
)


wrong(
    "loss-counts-answers",
    lambda p, y, right=False: np.mean((np.round(p) == y) == right),
    right=(True,),
).says(
    "You count right and wrong answers. How sure the network was plays no part in that.",
    "p = 0.6 and p = 0.99 should not cost the same.",
)


wrong(
    "loss-of-rounded-p",
    lambda p, y, eps=1e-6: cross_entropy(np.clip(np.round(p), eps, 1 - eps), y),
    eps=TINY,
).says(
    "You round p to 0 or 1 before you take the logarithm: how sure the network was is lost.",
    "The loss is for p as it comes.",
)


def stops_at_0(p, y, branches=False):
    if branches:
        pairs = zip(p.ravel(), y.ravel(), strict=True)
        return sum(-math.log(q if label == 1 else 1 - q) for q, label in pairs) / len(p)
    pairs = zip(p.ravel(), y.ravel(), strict=True)
    return sum(-t * math.log(q) - (1 - t) * math.log(1 - q) for q, t in pairs) / len(p)


wrong("loss-stops-at-0", stops_at_0, branches=(True,)).says(
    "Right, except where p is exactly 0 or 1: there the function is stopped by an exception.",
    "NumPy's logarithm gives an infinite loss there, and goes on.",
)


weak(
    "loss-epsilon-inside",
    lambda p, y, eps=1e-9: np.mean(-y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)),
    eps=(1e-7, 1e-8, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15),
).says(
    "The small number inside the logarithm has two effects: a perfect prediction costs a little "
    "less than nothing, and the loss of the worst one has an upper limit."
)


weak("loss-from-odds", lambda p, y: np.mean(-y * np.log(p / (1 - p)) - np.log(1 - p))).says(
    "Where p is exactly 1 and y is 0 you get no number (nan), though the loss is infinite there."
)


weak("loss-as-array", lambda p, y: np.array([cross_entropy(p, y)]), shows=is_relaid).says(
    "Your loss is an array with one entry; a loss is a single number."
)
