"""Mistakes in `cross_entropy` of notebook 02."""

import math
from functools import partial

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ...notebook_01.exercises import sigmoid
from ..exercises import cross_entropy

MARGINS = (0.4, 0.3, 0.25, 0.2, 0.15, 0.05, 0.03, 0.02, 0.01, 0.005, 0.001)
TINY = (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)

wrong, weak = rows_of("cross_entropy")


def terms(p, y):
    """What each example loses."""
    return -y * np.log(p) - (1 - y) * np.log(1 - p)


def logs(y, p, rest_y, rest_p):
    """The loss with these in the places of y, p, 1 − y and 1 − p."""
    return np.mean(-y * np.log(p) - rest_y * np.log(rest_p))


def class_1(p, y, count=np.size):
    """What the examples of class 1 lose."""
    return np.sum(-y * np.log(p)) / count(y)


def class_0(p, y, count=np.size):
    return class_1(1 - p, 1 - y, count)


def either(code):
    """The code; for label 0 the same, but with the two classes in each other's places."""
    return lambda p, y, label=1: code(p, y) if label == 1 else code(1 - p, 1 - y)


def given(p, y):
    """What p gives to the true class of each example."""
    return y * p + (1 - y) * (1 - p)


def clipped(p, margin):
    return np.clip(p, margin, 1 - margin)


wrong("loss-sign", lambda p, y: -cross_entropy(p, y)).says(
    "Your loss is negative. The logarithm of a number below 1 is negative; the loss is minus that.",
    "Follow the minus signs for y = 1 and p = 0.5.",
)


wrong("loss-minus-on-first-only", lambda p, y: logs(y, p, y - 1, 1 - p)).says(
    "Your minus sign reaches the first term only, so for class 0 the loss falls where it should "
    "rise.",
    "Try y = 0 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)


wrong("loss-minus-on-second-only", lambda p, y: logs(-y, p, 1 - y, 1 - p)).says(
    "Your minus sign reaches the second term only, so for class 1 the loss falls where it should "
    "rise.",
    "Try y = 1 with p = 0.1 and with p = 0.9: which of the two should cost more?",
)


wrong("loss-summed", lambda p, y: np.sum(terms(p, y))).says(
    "You add up the losses of all examples, so the result grows with their number. What is asked "
    "for is their mean.",
    "Put every example in twice: should the loss change?",
)


def second_term_divided(p, y):
    return np.sum(-y * np.log(p)) + np.sum(-(1 - y) * np.log(1 - p)) / len(p)


wrong("loss-second-term-divided", either(second_term_divided), label=(0,)).says(
    "Only the second of the two terms is divided by n: Python divides before it adds.",
    "Which part of the line should be divided? Put brackets around it.",
)


wrong("loss-labels-exchanged", lambda p, y: cross_entropy(p, 1 - y)).says(
    "Class 0 and class 1 have changed places: each label takes the logarithm of the other one.",
    "For y = 1, which of p and 1 − p is the probability of the true class?",
)


wrong("loss-same-factor-twice", either(lambda p, y: logs(y, p, y, 1 - p)), label=(0,)).says(
    "Both logarithms stand behind the same factor, so the examples of one class cost nothing.",
    "Which of the two terms should count for y = 1, and which for y = 0?",
)


wrong("loss-prediction-as-factor", either(lambda p, y: logs(y, p, 1 - p, 1 - p)), label=(0,)).says(
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


def logarithm_of_labels(p, y, eps=None):
    """The second logarithm is one of the labels too, if there is an eps, such as 0."""
    return logs(y, y, 1 - y, 1 - p) if eps is None else logs(y, y + eps, 1 - y, 1 - y + eps)


wrong("loss-logarithm-of-labels", logarithm_of_labels, eps=(0, *TINY[:-1])).says(
    "A logarithm is taken of the label, which is 0 or 1.",
    "Which of the two arguments is a probability?",
)


wrong("loss-logarithm-of-p-twice", lambda p, y: logs(y, p, 1 - y, p)).says(
    "Both of your terms hold the logarithm of p, whatever the label is.",
    "Which probability does p give to class 0?",
)


wrong("loss-logarithm-of-rest-twice", lambda p, y: logs(y, 1 - p, 1 - y, 1 - p)).says(
    "Both of your terms hold the logarithm of 1 − p, whatever the label is.",
    "Which probability does p give to class 1?",
)


wrong("loss-class-1-only", class_1, count=(np.sum,)).says(
    "Only the examples of class 1 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 0?",
)


wrong("loss-class-0-only", class_0, count=(np.sum,)).says(
    "Only the examples of class 0 count: the others cost nothing, whatever p is.",
    "Which term of yours is not 0 for y = 1?",
)


def by_first_label(p, y, reduce=np.mean):
    return reduce(-np.log(p if y.flat[0] == 1 else 1 - p))


wrong("loss-first-label-decides", by_first_label, reduce=(np.sum,)).says(
    "The first label decides for all examples which of the two logarithms is taken.",
    "Each example has a label of its own: which line asks for it?",
)


wrong("loss-of-all-pairs", lambda p, y: np.sum(terms(p, y.T)) / len(p)).says(
    "Every label has met every prediction, and not only its own.",
    "Look at the shape just before you add up: where does a row or a transpose make a whole table?",
)


wrong("loss-squared-error", lambda p, y, k=1: np.mean((p - y) ** 2) ** k, k=(0.5,)).says(
    "That is the mean squared error. It is a loss too, but not the one that is asked for.",
    "The cross-entropy takes a logarithm: of what?",
)


wrong("loss-mean-difference", lambda p, y: np.mean(p - y)).says(
    "You average differences, so that errors in opposite directions cancel.",
    "Each example has a loss of its own, and none is negative.",
)


OTHER_SUMMARIES = np.min, np.median, np.std, np.prod, lambda losses: np.sqrt(np.mean(losses**2))


wrong("loss-other-summary", lambda p, y, of=np.max: of(terms(p, y)), of=OTHER_SUMMARIES).says(
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


wrong("loss-likelihood", lambda p, y: np.prod(given(p, y))).says(
    "You multiply the probabilities of the true classes. The loss adds up their logarithms.",
    "What becomes of a product of probabilities when there are a thousand examples?",
)


wrong(
    "loss-capped", lambda p, y, most=1: np.mean(np.minimum(terms(p, y), most)), most=(0.5, 2, 3, 4)
).says(
    "Your loss has an upper limit that ordinary predictions reach.",
    "A network that is sure and wrong should pay for it, without limit.",
)


wrong("loss-without-logarithm", lambda p, y, k=0: abs(k - np.mean(given(p, y))), k=(1,)).says(
    "The logarithm is missing: you average the probabilities themselves.",
    "How much dearer is p = 0.01 than p = 0.1, for y = 1? With the logarithm it is twice.",
)


wrong("loss-logarithm-of-mean", lambda p, y: -np.log(np.mean(given(p, y)))).says(
    "You take the mean first and its logarithm afterwards. It goes the other way round.",
    "Each example has a loss of its own.",
)


wrong("loss-one-plus-p", lambda p, y: logs(y, p, 1 - y, 1 + p)).says(
    "One of your logarithms is taken of 1 + p. Such a number is above 1, so it is no probability.",
    "What is left for class 0 when class 1 gets p?",
)


wrong("loss-sigmoid-again", lambda p, y: cross_entropy(sigmoid(p), y)).says(
    "You send p through the sigmoid, but it has been through it already: p is the prediction.",
    "Which numbers can come out for p between 0 and 1?",
)


wrong("loss-safety-margin", lambda p, y, m=0.1: cross_entropy(clipped(p, m), y), m=MARGINS).says(
    "Your safety margin changes ordinary predictions too. It should touch only numbers that are "
    "next to 0 or 1.",
    "From which p on does your clip act? How much may a loss be off for the sake of it?",
)


def margin_in_logarithm(p, y, least=0.1):
    return logs(y, np.maximum(p, least), 1 - y, np.maximum(1 - p, least))


wrong("loss-safety-margin-in-logarithm", margin_in_logarithm, least=MARGINS[:-2]).says(
    "The lower limit inside your logarithms is too high: it changes ordinary losses.",
    "From which p on does it act? How much may a loss be off for the sake of it?",
)


def with_epsilon(p, y, eps=1e-3):
    return logs(y, p + eps, 1 - y, 1 - p + eps)


wrong("loss-wide-epsilon", with_epsilon, eps=(1e-6, 1e-5, 1e-4, 0.01, 0.1, 1.0)).says(
    "The small number beside p is too large: it changes ordinary losses.",
    "Compare it with the smallest p for which the loss should be right.",
)


wrong(
    "loss-arguments-exchanged", lambda p, y, m=1e-6: cross_entropy(clipped(y, m), p), m=(0, *TINY)
).says(
    "You take the logarithm of the labels. They are exactly 0 or 1; the probability is p.",
    "Which argument comes first, and which one may stand inside a logarithm?",
)


wrong("loss-mean-of-each-class", lambda p, y: class_1(p, y, np.sum) + class_0(p, y, np.sum)).says(
    "You average each class by itself. Then an example of the smaller class counts for more.",
    "There is one mean, over all n examples.",
)


wrong(
    "loss-divided-by-one-class", either(lambda p, y: np.sum(terms(p, y)) / np.sum(y)), label=(0,)
).says(
    "You divide by the number of examples of one class. Both classes are in the sum.",
    "How many examples are there in all?",
)


wrong(
    "loss-example-left-out", lambda p, y, i=0: np.sum(np.delete(terms(p, y), i)) / len(p), i=(-1,)
).says(
    "One of the examples does not count: your loop leaves it out.",
    "Which numbers does `range` give, and which does it not?",
)


wrong("loss-counts-answers", lambda p, y, k=0: abs(k - np.mean(np.round(p) == y)), k=(1,)).says(
    "You count right and wrong answers. How sure the network was plays no part in that.",
    "p = 0.6 and p = 0.99 should not cost the same.",
)


wrong(
    "loss-of-rounded-p", lambda p, y, m=1e-6: cross_entropy(clipped(np.round(p), m), y), m=TINY
).says(
    "You round p to 0 or 1 before you take the logarithm: how sure the network was is lost.",
    "The loss is for p as it comes.",
)


def stops_at_0(p, y, branches=False):
    pairs = zip(p.ravel(), y.ravel(), strict=True)
    if branches:
        return sum(-math.log(q if t == 1 else 1 - q) for q, t in pairs) / len(p)
    return sum(-t * math.log(q) - (1 - t) * math.log(1 - q) for q, t in pairs) / len(p)


wrong("loss-stops-at-0", stops_at_0, branches=(True,)).says(
    "Right, except where p is exactly 0 or 1: there the function is stopped by an exception.",
    "NumPy's logarithm gives an infinite loss there, and goes on.",
)


weak("loss-epsilon-inside", partial(with_epsilon, eps=1e-7), eps=np.logspace(-8, -15, 8)).says(
    "The small number inside the logarithm has two effects: a perfect prediction costs a little "
    "less than nothing, and the loss of the worst one has an upper limit."
)


weak("loss-from-odds", lambda p, y: np.mean(-y * np.log(p / (1 - p)) - np.log(1 - p))).says(
    "Where p is exactly 1 and y is 0 you get no number (nan), though the loss is infinite there."
)


weak("loss-as-array", lambda p, y: np.array([cross_entropy(p, y)]), shows=is_relaid).says(
    "Your loss is an array with one entry; a loss is a single number."
)
