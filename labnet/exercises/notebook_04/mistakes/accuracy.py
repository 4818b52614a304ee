"""Mistakes in `accuracy` of notebook 04."""

import re

import numpy as np

from ....support.errors import own_line
from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ..exercises import accuracy


def right(p, y):
    """Which decisions are right."""
    return (p > 0.5) == (y == 1)


def found(p, y):
    """Which examples of class 1 are rightly told."""
    return (p > 0.5) & (y == 1)


wrong, weak = rows_of("accuracy")


wrong("accuracy-error-rate", lambda p, y: np.mean(~right(p, y))).says(
    "This is the share of wrong decisions.", "What does a perfect network get from your function?"
)


wrong("accuracy-counted", lambda p, y: np.sum(right(p, y))).says(
    "This is the number of right decisions, not their share.",
    "What does a perfect network get from your function, for 4 examples and for 100?",
)


wrong("accuracy-errors-counted", lambda p, y: np.sum(~right(p, y))).says(
    "This is the number of wrong decisions, not the share of right ones.",
    "What does a perfect network get from your function?",
)


wrong("accuracy-cut-off", lambda p, y: np.mean(p.astype(int) == y)).says(
    "`int` cuts off the digits, so a p of 0.97 becomes 0.",
    "What should happen to 0.97, and what to 0.3?",
)


wrong("accuracy-without-decision", lambda p, y: np.mean(p == y)).says(
    "You compare p itself with y; but a p of 0.97 is a good answer, though it is not 1.",
    "What has to be decided before you can compare?",
)


wrong("accuracy-tie", lambda p, y: np.mean((p >= 0.5) == (y == 1))).says(
    "Right, except where p is exactly 0.5: the decision is for class 1 only above it.",
    "On which side of your comparison does 0.5 itself end up?",
)


wrong("accuracy-tie-wrong-for-both", lambda p, y: np.mean(np.abs(p - y) < 0.5)).says(
    "Right, except where p is exactly 0.5: you count it as wrong for both classes; the decision "
    "there is class 0.",
    "Which of your comparisons lets a distance of exactly one half through?",
)


wrong("accuracy-tie-right-for-both", lambda p, y: np.mean(np.abs(p - y) <= 0.5)).says(
    "Right, except where p is exactly 0.5: you count it as right for both classes; the decision "
    "there is class 0.",
    "Which of your comparisons lets a distance of exactly one half through?",
)


wrong("accuracy-every-with-every", lambda p, y: np.mean(right(p.ravel(), y))).says(
    "You compare every decision with every label: a column beside a flat array makes a table.",
    "Print the shapes on both sides of the comparison.",
)


wrong("accuracy-largest-column", lambda p, y: np.mean(np.argmax(p, axis=1)[:, None] == y)).says(
    "`argmax` over a single column is always 0, so you decide for class 0 each time.",
    "How many columns does p have? What does the decision look at?",
)


wrong("accuracy-largest-example", lambda p, y: np.mean(np.argmax(p, axis=0) == y)).says(
    "You look for the largest p of all examples: but each example needs its own decision.",
    "With what is each p to be compared?",
)


wrong("accuracy-all-or-nothing", lambda p, y: float(np.all(right(p, y)))).says(
    "You give 1 if all decisions are right, else 0: is there an `all`, or a `//`, which drops the "
    "digits after the point?",
    "What should come out if three of four are right?",
)


wrong("accuracy-always-one", lambda p, y: float(np.any(right(p, y)))).says(
    "You say 1, all right, in every case: is there an `any`, or an `argmax`, which is always 0 for "
    "a single column?",
    "What should come out if three of four are right?",
)


wrong("accuracy-hits-only", lambda p, y: np.mean(found(p, y))).says(
    "You count class 1 only: a 0 that is rightly told is a right decision too.",
    "What does your function give if all labels are 0, and all decisions too?",
)


wrong("accuracy-precision", lambda p, y: np.sum(found(p, y)) / np.sum(p > 0.5)).says(
    "This is the share of right ones among the decisions for class 1, called precision.",
    "Of how many examples is the share to be taken?",
)


wrong("accuracy-recall", lambda p, y: np.sum(found(p, y)) / np.sum(y == 1)).says(
    "This is the share of class 1 that was found, called recall.",
    "Of how many examples is the share to be taken? Those of class 0 count too.",
)


wrong("accuracy-of-labels", lambda p, y: np.mean(y)).says(
    "This is the share of class 1 among the labels: the predictions don't come in.",
    "When is a decision right?",
)


wrong("accuracy-of-confidence", lambda p, y: np.mean(1 - np.abs(p - y))).says(
    "You average how near each p is to its label. That is a kind of loss; here only the side of "
    "0.5 counts.",
    "What has to be decided before you count?",
)


wrong("accuracy-of-probabilities", lambda p, y: np.mean(p * y)).says(
    "You multiply p and y: that gives neither decisions nor how many of them are right.",
    "Two steps: decide, then compare.",
)


wrong("accuracy-above-zero", lambda p, y: np.mean((p > 0) == (y == 1))).says(
    "You decide for class 1 wherever p is above 0, so almost everywhere.",
    "Where is the middle between the two classes, for a p between 0 and 1?",
)


wrong("accuracy-above-mean", lambda p, y: np.mean((p > np.mean(p)) == (y == 1))).says(
    "You compare each p with the mean of all: then what one example gets depends on the others.",
    "Where is the middle between the two classes, for a p between 0 and 1?",
)


wrong("accuracy-other-way-round", lambda p, y: np.mean((p < 0.5) == (y == 1))).says(
    "You take every p below 0.5 for class 1, and count what agrees.",
    "For which class does a p of 0.9 speak?",
)


wrong("accuracy-right-minus-wrong", lambda p, y: 2 * accuracy(p, y) - 1).says(
    "You take the wrong decisions away from the right ones: only the right ones are counted.",
    "What should come out if three of four are right?",
)


def is_chained(case, answer):
    """Whether the line, if it can be seen, has two comparisons without brackets between them."""
    if "truth value" not in answer.told:
        return False
    line = "".join(own_line(answer.error))
    return not line or re.search(r"[<>][^()\[\]&|]*[!=]=", line) is not None


wrong("accuracy-chained", lambda p, y: np.mean(p > 0.5 == y), shows=is_chained).says(
    "Python reads `p > 0.5 == y` as two comparisons with an `and` between them.",
    "Which comparison should be made first? Put brackets around it.",
)


wrong(
    "accuracy-minus-truths",
    lambda p, y: 1 - np.mean(np.abs((p > 0.5) - (y == 1))),
    shows=lambda case, answer: "boolean subtract" in answer.told,
).says(
    "NumPy does not subtract true from false.", "Which operator asks whether two things are equal?"
)


weak("accuracy-as-array", lambda p, y: np.mean(right(p, y), axis=0), shows=is_relaid).says(
    "Your share is an array with one entry; an accuracy is a single number."
)
