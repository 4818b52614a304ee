"""Mistakes in `output_gradient` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...notebook_01.exercises import sigmoid
from ..exercises import (
    cross_entropy_gradient,
    output_gradient,
)
from .cross_entropy import MARGINS, TINY, terms

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


wrong("dz-all-positive", lambda p, y, n=len: np.abs(p - y) / n(p), n=(lambda p: 1,)).says(
    "The sign is lost: your slope is never negative, whatever the label is.",
    "Where p is below its label a larger z helps: which sign should the slope have there?",
)


wrong("dz-inner-sign", lambda p, y: -np.abs(p - y) / len(p)).says(
    "Your slope is never positive. The two terms of the loss should pull in opposite directions.",
    "Which sign does the chain rule bring along from 1 − p?",
)


wrong("dz-one-step-short", cross_entropy_gradient).says(
    "This is `dp`, the slope with respect to the prediction. One more link of the chain leads to "
    "z.",
    "What lies between z and p, and what is its slope?",
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


wrong(
    "dz-slope-taken-at-p", lambda p, y: cross_entropy_gradient(p, y) * sigmoid(p) * (1 - sigmoid(p))
).says(
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


wrong(
    "dz-one-term-divided",
    lambda p, y, first=False: p / len(p) - y if first else p - y / len(p),
    first=(True,),
).says(
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
    "You compare the slope of the sigmoid with the label. It is the prediction that is compared.",
    "What should come out where p equals y?",
)


wrong(
    "dz-capped",
    lambda p, y, most=0.5: np.clip(p - y, -most, most) / len(p),
    most=(0.1, 0.25, 0.8, 0.9),
).says(
    "You cut the slope off where the answer is wrong most.",
    "The worst prediction should have the most say.",
)


wrong("dz-one-class-counted", lambda p, y, label=1: (p - y) / np.sum(y == label), label=(0,)).says(
    "You divide by the number of examples of one class. Both classes are in the loss.",
    "How many examples are there in all?",
)


wrong(
    "dz-safety-margin",
    lambda p, y, margin=0.1: output_gradient(np.clip(p, margin, 1 - margin), y),
    margin=MARGINS,
).says(
    "Your safety margin changes ordinary slopes too.",
    "No logarithm and no fraction is left here: is there anything to be kept safe?",
)


def lost_at_the_ends(p, y, eps=0.0, whole=True):
    if whole:
        return (-y / (p + eps) + (1 - y) / (1 - p + eps)) * p * (1 - p) / len(p)
    return np.where(y == 1, -1 / p, 1 / (1 - p)) * p * (1 - p) / len(p)


wrong("dz-lost-at-the-ends", lost_at_the_ends, eps=(1e-4, 1e-5, 1e-6, *TINY), whole=(False,)).says(
    "Right, except where p is exactly 0 or 1. There one factor is infinite and the other 0, and "
    "the most wrong answers get no usable slope.",
    "Multiply the two slopes out on paper, before you write code: what is left under the bar?",
)
