"""Claims about the summed gradient, with biases."""

import numpy as np

from .. import quantities as of
from ..claim import Claim, Share
from ..lines import diverged, loss, number, one_class, percent, solved, solved_at
from ..plan import at
from ..verdicts import failed, rising, several, typical, usual, where

FIRST = "first epoch with all right"


def rate(lr, data):
    return at("B rates", lr=lr, data=data)


def units(data):
    return at("B 10 units", data=data)


def without(data, lr=1e-4):
    return at("B without activation", lr=lr, data=data)


def leaky(data, lr=0.01):
    return at("B leaky", lr=lr, data=data)


def unsolved_at_30000(outcome):
    return ~(outcome.solved_at < 30_000)


def frozen(outcome):
    """20 of 21 points are right, and the loss is the reported one."""
    return (np.round(21 * outcome.accuracy) == 20) & (np.round(outcome.loss, 4) == 0.0434)


CLAIMS = [
    Claim(
        "C18",
        "B",
        "Linear data are learned in 10,000 epochs.",
        "100 %; loss 0.0035 at epoch 8000",
        (
            percent(rate(0.01, "linear"), "100 [99, 100]"),
            loss(rate(0.01, "linear"), "0.0032 [0.0011, 0.0087]", form=".4f"),
            number("loss at 8000", rate(0.01, "linear"), ".4f"),
            solved(rate(0.01, "linear"), 0.92),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C19",
        "B",
        "XOR data are learned in 30,000 epochs, the first time all points are right at 24,000.",
        "24000",
        (
            solved_at(rate(0.01, "xor"), "16738 [11518, 26289]"),
            solved(rate(0.01, "xor"), 0.83),
        ),
        typical(24000, FIRST, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C20",
        "B",
        "While the loss stays at 0.249 on XOR data, the network is in a local minimum.",
        "a local minimum",
        (
            number("gradient norm", at("B on the plateau"), ".2g", "[0.001, 0.01]"),
            number("gradient norm of the printed loss", at("B on the plateau"), ".2g"),
            number("negative curvatures", at("B on the plateau"), ".0f", "[13, 15]"),
            Share("unsolved at 30,000", at("B long"), unsolved_at_30000, 0.17),
            Share("of these, solved by 200,000", at("B long"), of.solved, 0.71, unsolved_at_30000),
        ),
        where(lambda found: found["negative curvatures"].low > 0, "wrong explanation"),
        "wrong explanation",
        story="On XOR the loss of a run rested at 0.2494 for thousands of epochs. The report "
        "wrote: it is stuck in a local minimum.",
    ),
    Claim(
        "C21",
        "B",
        "XOR data with learning rate 1: learned by epoch 2000.",
        "100 %; loss 0.0001 at epoch 2000",
        (
            percent(rate(1, "xor"), "100 [95.2, 100]"),
            number("loss at 2000", rate(1, "xor"), ".4f", "0.0001"),
            solved(rate(1, "xor"), 0.94),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C22",
        "B",
        "XOR data with learning rate 0.1: the first time all points are right.",
        "4000",
        (solved_at(rate(0.1, "xor"), "1805 [1157, 4395]"), solved(rate(0.1, "xor"), 0.95)),
        typical(4000, FIRST, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C23",
        "B",
        "Linear data with learning rate 1 are not learned.",
        "54 %; loss 0.4600",
        (
            percent(rate(1, "linear"), "100 [52, 100]"),
            loss(rate(1, "linear"), "4e-6"),
            solved(rate(1, "linear"), 0.67),
            one_class(rate(1, "linear"), 0.27),
        ),
        failed("all right"),
        "unlucky",
    ),
    Claim(
        "C24",
        "B",
        "Linear data with learning rate 0.1: one point stays wrong.",
        "99 %",
        (percent(rate(0.1, "linear"), "100 [99, 100]"), solved(rate(0.1, "linear"), 0.88)),
        failed("all right"),
        "unlucky",
    ),
    Claim(
        "C25",
        "B",
        "The larger the learning rate, the harder is the training.",
        "learning rate 1 is worst",
        (
            solved(rate(1, "xor"), 0.94, "XOR, 1"),
            solved(rate(0.1, "xor"), 0.95, "XOR, 0.1"),
            solved(rate(0.01, "xor"), 0.83, "XOR, 0.01"),
            solved(rate(1, "linear"), 0.67, "linear, 1"),
            solved(rate(0.1, "linear"), 0.88, "linear, 0.1"),
            solved(rate(0.01, "linear"), 0.92, "linear, 0.01"),
        ),
        where(lambda found: found["XOR, 1"].rate >= found["XOR, 0.01"].rate, "half true"),
        "half true",
        story="A report trained on XOR with the rates 1, 0.1 and 0.01, once each, and wrote: the "
        "larger the learning rate, the harder it is to train; the loss oscillates.",
    ),
    Claim(
        "C26",
        "B",
        "XOR data with 10 units in each hidden layer: the first time all points are right.",
        "4000",
        (
            solved_at(units("xor"), "9273 [6906, 21819]"),
            solved(units("xor"), 0.97),
            solved_at(rate(0.01, "xor"), "16738", "4 units: " + FIRST),
        ),
        typical(4000, FIRST, less_is="lucky"),
        "lucky",
    ),
    Claim(
        "C27",
        "B",
        "Linear data with 10 units in each hidden layer: all points are right at epoch 8000.",
        "100 % (99 % until 6000)",
        (
            number("accuracy at 8000", units("linear"), ".4g", "100 [99.95, 100]"),
            solved_at(units("linear"), "828 [179, 3215]"),
            solved(units("linear"), 0.95),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C28",
        "B",
        "Without activation functions linear data are nearly learned, if the learning rate is "
        "lowered.",
        "99 %; loss 0.0758",
        (
            loss(without("linear"), "0.0761 [0.067, 0.098]", form=".4f"),
            percent(without("linear"), "98 [95, 100]"),
            solved(without("linear"), 0.16),
            diverged(without("linear", 1e-3), 0.56, "diverged, learning rate 0.001"),
            diverged(without("linear", 1e-2), 1.00, "diverged, learning rate 0.01"),
        ),
        typical(99, "accuracy in %", less_is="unlucky"),
        "reproduced",
    ),
    Claim(
        "C29",
        "B",
        "Without activation functions XOR data are not learned.",
        "52.38 %; loss 0.2494",
        (
            loss(without("xor"), "0.2494", form=".4f"),
            percent(without("xor"), "52.38 [52.4, 52.4]"),
            solved(without("xor"), 0.00),
        ),
        failed("all right"),
        "reproduced",
    ),
    Claim(
        "C30",
        "B",
        "With leaky ReLU in all layers linear data are learned.",
        "100 %; loss 0.0000 at epoch 8000",
        (
            percent(leaky("linear"), "100 [62, 100]"),
            loss(leaky("linear"), "8e-4"),
            solved(leaky("linear"), 0.76),
            solved(leaky("linear", 0.1), 0.00, "learning rate 0.1: all right"),
            diverged(leaky("linear", 0.1), 0.76, "learning rate 0.1: diverged"),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C31",
        "B",
        "With leaky ReLU in all layers one XOR point stays wrong, and the loss stands still.",
        "95.24 %; loss 0.0434",
        (
            solved(leaky("xor"), 0.68),
            Share("20 of 21, and loss 0.0434", leaky("xor"), frozen, 0.13),
        ),
        several("all right", "20 of 21, and loss 0.0434"),
        "one of several outcomes",
    ),
    Claim(
        "C32",
        "B",
        "ReLU trains faster than the sigmoid.",
        "faster",
        (
            solved_at(leaky("xor"), "1211 [169, 13635]", "XOR, leaky ReLU"),
            solved_at(rate(0.01, "xor"), "16738", "XOR, sigmoid"),
            solved_at(leaky("linear"), "440", "linear, leaky ReLU"),
            solved_at(rate(0.01, "linear"), "1343", "linear, sigmoid"),
            solved(leaky("xor"), 0.64, "XOR, leaky ReLU: all right"),
            solved(rate(0.01, "xor"), 0.83, "XOR, sigmoid: all right"),
        ),
        where(
            lambda found: (
                rising(found, "XOR, leaky ReLU", "XOR, sigmoid")
                and found["XOR, leaky ReLU: all right"].rate < found["XOR, sigmoid: all right"].rate
            ),
            "half true",
        ),
        "half true",
    ),
]
