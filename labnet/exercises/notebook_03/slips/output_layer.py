"""What can go wrong in dz3, where the backward pass begins."""

import numpy as np

from ....layers import sigmoid
from .right_steps import LAST, back_through_sigmoid, slope
from .slip import Slip


def at_output(id, sentence, hint, *formulas, **others):
    return Slip(f"backward-{id}", "dz", (LAST,), formulas, sentence, hint, **others)


def scaled(id, factor, sentence, hint, **others):
    def formula(e, k):
        return factor(e) * back_through_sigmoid(e, k)

    return at_output(id, sentence, hint, formula, constant=True, planted=(LAST,), **others)


def only(row):
    """dz3 of one example; the others are not heard."""

    def formula(e, k):
        kept = np.zeros_like(e.error)
        kept[row] = e.error[row] / e.n
        return kept

    return formula


CANCEL = "Two factors meet in `dz3`: one from the loss, one from the last sigmoid. What cancels?"
CLASSES = "Try one example with y = 1 and one with y = 0 by hand."

SLIPS = [
    scaled(
        "output-sign",
        lambda e: -1,
        "`dz3` has the opposite sign, and every gradient inherits it: the steps would climb.",
        "Where p is larger than y, should a larger z raise the loss or lower it?",
        what="sign",
    ),
    scaled(
        "n-forgotten",
        lambda e: e.n,
        "Every gradient is too large by n, the number of examples: the 1/n of the mean is missing.",
        "The loss is a mean. Its 1/n comes in once, where the way back begins.",
        what="factor",
    ),
    scaled(
        "n-twice",
        lambda e: 1 / e.n,
        "Every gradient is too small by n, the number of examples: the mean is taken twice.",
        "1/n lives in the loss and nowhere else. Is there one more, perhaps in the lines of the "
        "weights?",
        what="factor",
    ),
    scaled(
        "factor-two",
        lambda e: 2,
        "Every gradient is twice too large, as if the loss were a squared error.",
        "Which line brings in a factor 2? The cross-entropy has none.",
        what="factor",
    ),
    scaled(
        "factor-half",
        lambda e: 0.5,
        "Every gradient is half as large as it should be.",
        "Which line brings in a factor 1/2? The cross-entropy has none.",
        what="factor",
    ),
    at_output(
        "output-slope-left",
        "`dz3` still has the factor p (1 − p) in it. With the cross-entropy it cancels.",
        CANCEL,
        lambda e, k: e.error * slope(e["p"]) / e.n,
        lambda e, k: 2 * e.error * slope(e["p"]) / e.n,
        what="slope",
        planted=(LAST,),
    ),
    at_output(
        "output-slope-missing",
        "What you use as `dz3` is still `dp`: the way back has not passed the last sigmoid.",
        CANCEL,
        lambda e, k: e.da(k),
    ),
    at_output(
        "output-half-cancelled",
        "Of p (1 − p) only one factor has cancelled; the other one is still under the bar.",
        CANCEL,
        lambda e, k: e.error / e["p"] / e.n,
        lambda e, k: e.error / (1 - e["p"]) / e.n,
    ),
    at_output(
        "output-cancelled-in-part",
        "One factor of p (1 − p) is left over in `dz3`; both of them cancel.",
        CANCEL,
        lambda e, k: e.error * e["p"] / e.n,
        lambda e, k: e.error * (1 - e["p"]) / e.n,
    ),
    at_output(
        "output-one-sign",
        "In `dz3` all examples pull in the same direction: between the two terms of the loss a "
        "minus is lost.",
        "The derivative of ln(1 − p) brings a minus of its own, from inside.",
        lambda e, k: np.abs(e.error) / e.n,
        lambda e, k: -np.abs(e.error) / e.n,
    ),
    at_output(
        "output-one-class",
        "Only the examples of one class pull at `dz3`: one of the two terms of the loss is gone.",
        CLASSES,
        lambda e, k: -e["y"] * (1 - e["p"]) / e.n,
        lambda e, k: (1 - e["y"]) * e["p"] / e.n,
        lambda e, k: -e["y"] / e["p"] / e.n,
        lambda e, k: (1 - e["y"]) / (1 - e["p"]) / e.n,
    ),
    at_output(
        "output-without-label",
        "`dz3` does not look at the labels: it is made of the predictions alone.",
        "What tells the network how far off it is?",
        lambda e, k: e["p"] / e.n,
    ),
    at_output(
        "output-without-prediction",
        "`dz3` does not look at the predictions: it is made of the labels alone.",
        "A right prediction should leave nothing to correct.",
        lambda e, k: e["y"] / e.n,
        lambda e, k: -e["y"] / e.n,
    ),
    at_output(
        "output-decided",
        "`dz3` takes the decisions, 0 or 1, in place of the predictions p.",
        "A prediction of 0.51 and one of 0.99 are not equally good.",
        lambda e, k: ((e["p"] > 0.5) - e["y"]) / e.n,
    ),
    at_output(
        "output-from-z",
        "`dz3` compares `z3` with the labels: the prediction comes after the last sigmoid.",
        "Which array of the cache is the prediction?",
        lambda e, k: (e.z(3) - e["y"]) / e.n,
    ),
    at_output(
        "output-squashed-again",
        "`dz3` squashes p once more, though p has been through the sigmoid already.",
        "The cache keeps what comes out of the last sigmoid: which array is it?",
        lambda e, k: (sigmoid(e["p"]) - e["y"]) / e.n,
    ),
    at_output(
        "output-other-slope",
        "The slope in `dz3` is not that of the sigmoid at `z3`, so it does not cancel.",
        CANCEL,
        lambda e, k: e.da(3) * slope(e.z(3)),
        lambda e, k: e.da(3) * slope(sigmoid(e["p"])),
        lambda e, k: e.da(3) * (1 - e["p"] ** 2),
        lambda e, k: e.da(3) * (1 - np.tanh(e.z(3)) ** 2),
        lambda e, k: e.error * slope(e.z(3)) / e.n,
        lambda e, k: e.error * slope(sigmoid(e["p"])) / e.n,
        lambda e, k: e.error * (1 - e["p"] ** 2) / e.n,
    ),
    at_output(
        "output-squared",
        "In `dz3` the error is squared: it loses its sign, and small errors vanish.",
        "What is the derivative, and what is the loss itself?",
        lambda e, k: e.error**2 / e.n,
    ),
    at_output(
        "output-averaged",
        "Every example gets the same `dz3`, the mean error: errors of the two classes cancel.",
        "Each example has an error of its own. Which shape should `dz3` have?",
        lambda e, k: np.full_like(e.error, e.error.mean()) / e.n,
        lambda e, k: np.full_like(e.error, e.error.mean()),
    ),
    at_output(
        "output-added",
        "In `dz3` prediction and label are added; the error is how far they are apart.",
        "A right prediction should leave nothing to correct.",
        lambda e, k: (e["p"] + e["y"]) / e.n,
    ),
    at_output(
        "labels-swapped",
        "`dz3` compares p with the other class: 0 and 1 have changed places.",
        CLASSES,
        lambda e, k: (e["p"] - 1 + e["y"]) / e.n,
    ),
    at_output(
        "one-example",
        "Only one of the examples is heard; the others leave no trace in the gradients.",
        "If you loop over the examples: do you add up, or overwrite?",
        only(-1),
        only(0),
    ),
    at_output(
        "output-loss",
        "`dz3` holds the loss of each example, not how fast it changes.",
        "Start from the derivative of the loss.",
        lambda e, k: -np.log(np.where(e["y"] == 1, e["p"], 1 - e["p"])) / e.n,
    ),
    at_output(
        "output-not-cancelled-twice",
        "In `dz3` the slope p (1 − p) stands under the bar twice.",
        CANCEL,
        lambda e, k: e.da(3) / slope(e["p"]),
    ),
]
