"""Claims about mean squared error with early stop."""

from .. import quantities as of
from ..claim import Claim, Share
from ..lines import epochs, loss, percent, solved
from ..plan import at
from ..verdicts import failed, few, most, nothing_to_judge, rising, typical, usual, where

LINEAR = at("A units, linear", hidden=10)
XOR = at("A units, XOR", hidden=10)
XOR_2 = at("A 2 units, XOR")
NO_BIAS = at("A without activation", bias=False, data="linear")
BIAS = at("A without activation", bias=True, data="linear")


def linear(units):
    return at("A units, linear", hidden=units)


def rate(lr, data="XOR"):
    return at(f"A rates, {data}", lr=lr)


def stopped(point):
    return Share("stopped by the loss", point, of.stopped_by_loss, 1.0)


CLAIMS = [
    Claim(
        "C01",
        "A",
        "On linear data the mean of the squared errors is just below 0.02 at the end.",
        "0.0199994, from the printed predictions",
        (stopped(LINEAR), loss(LINEAR, form=".6f")),
        usual("stopped by the loss"),
        "reproduced",
    ),
    Claim(
        "C02",
        "A",
        "On XOR data the mean of the squared errors is just below 0.02 at the end.",
        "0.0199997, from the printed predictions",
        (stopped(XOR), loss(XOR, form=".6f")),
        usual("stopped by the loss"),
        "reproduced",
    ),
    Claim(
        "C03",
        "A",
        "Training on linear data stops with every point right.",
        "100 %",
        (percent(LINEAR, "100 [98, 100]"), solved(LINEAR, 0.52)),
        usual("all right"),
        "lucky",
    ),
    Claim(
        "C04",
        "A",
        "Training on XOR data stops with every point right.",
        "100 %",
        (percent(XOR, "100 [100, 100]"), solved(XOR, 1.00)),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C05",
        "A",
        "Linear data, 10 units in each hidden layer: the epochs until the loss is below 0.02.",
        "2516",
        (epochs(LINEAR, "2543 [1726, 6077]"), solved(LINEAR, 0.52)),
        typical(2516, "epochs to the goal", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C06",
        "A",
        "Linear data, 5 units in each hidden layer: the epochs until the loss is below 0.02.",
        "2765",
        (epochs(linear(5), "3243 [2163, 6650]"), solved(linear(5), 0.50)),
        typical(2765, "epochs to the goal", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C07",
        "A",
        "Linear data, 2 units in each hidden layer: the epochs until the loss is below 0.02.",
        "4715",
        (epochs(linear(2), "5942 [3014, 8879]"), solved(linear(2), 0.57)),
        typical(4715, "epochs to the goal", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C08",
        "A",
        "XOR data, 10 units in each hidden layer: the epochs until the loss is below 0.02.",
        "9658",
        (epochs(XOR, "11028 [6392, 13802]"), solved(XOR, 1.00)),
        typical(9658, "epochs to the goal", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C09",
        "A",
        "XOR data, 5 units in each hidden layer: the epochs until the loss is below 0.02.",
        "11621",
        (
            epochs(at("A units, XOR", hidden=5), "16284 [11447, 27571]"),
            solved(at("A units, XOR", hidden=5), 1.00),
        ),
        typical(11621, "epochs to the goal", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C10",
        "A",
        "XOR data, 2 units in each hidden layer: a million epochs are not enough.",
        "85.71 %",
        (percent(XOR_2, "85.7 [66.7, 100]"), solved(XOR_2, 0.42)),
        failed("all right"),
        "one of several outcomes",
        story="A report trained a 2-2-2-1 network without biases on XOR, once, for a million "
        "epochs. It ended with 18 of 21 points, and the report wrote: two hidden units cannot "
        "solve it.",
    ),
    Claim(
        "C11",
        "A",
        "More hidden units need fewer epochs: 10 fewer than 5, and 5 fewer than 2.",
        "10 fewest on both data sets",
        (
            epochs(LINEAR, "2543", "linear, 10 units"),
            epochs(linear(5), "3243", "linear, 5 units"),
            epochs(linear(2), "5942", "linear, 2 units"),
            epochs(XOR, "11028", "XOR, 10 units"),
            epochs(at("A units, XOR", hidden=5), "16284", "XOR, 5 units"),
        ),
        where(
            lambda found: (
                rising(found, *[f"linear, {units} units" for units in (10, 5, 2)])
                and rising(found, "XOR, 10 units", "XOR, 5 units")
            ),
            "reproduced",
            "refuted",
        ),
        "reproduced",
    ),
    Claim(
        "C12",
        "A",
        "The larger the learning rate, the smaller the loss after 10,000 epochs on XOR data "
        "(5,000 on linear data).",
        "it falls steadily over four learning rates",
        (
            loss(rate(0.001), "0.251", "XOR, 0.001", ".4g"),
            loss(rate(0.01), "0.249", "XOR, 0.01", ".4g"),
            loss(rate(0.1), "0.248", "XOR, 0.1", ".4g"),
            loss(rate(0.5), "0.033", "XOR, 0.5", ".4g"),
            loss(rate(1), "0.0015", "XOR, 1", ".4g"),
            loss(rate(50), "5e-6", "XOR, 50", ".4g"),
            solved(rate(0.1), 0.00, "XOR, 0.1: all right"),
            solved(rate(0.5), 0.67, "XOR, 0.5: all right"),
            solved(rate(1), 1.00, "XOR, 1: all right"),
            solved(rate(50), 1.00, "XOR, 50: all right"),
            *(
                loss(rate(lr, "linear"), name=f"linear, {lr}", form=".4g")
                for lr in (0.001, 0.01, 0.1, 0.5, 1, 50)
            ),
        ),
        where(
            lambda found: (
                rising(found, *[f"XOR, {lr}" for lr in (50, 1, 0.5, 0.1, 0.01, 0.001)])
                and rising(found, *[f"linear, {lr}" for lr in (50, 1, 0.5, 0.1, 0.01, 0.001)])
            ),
            "reproduced",
            "half true",
        ),
        "reproduced",
    ),
    Claim(
        "C13",
        "A",
        "Linear data need fewer epochs than XOR data.",
        "2516 and 9658",
        (epochs(LINEAR, "2543", "linear"), epochs(XOR, "11028", "XOR")),
        where(lambda found: rising(found, "linear", "XOR"), "reproduced", "refuted"),
        "reproduced",
    ),
    Claim(
        "C14",
        "A",
        "Without activation functions some linear points stay wrong, because they are near the "
        "line.",
        "worse, below 100 %",
        (
            percent(NO_BIAS, "86 [81, 91]", "no bias: accuracy in %"),
            solved(NO_BIAS, 0.00, "no bias: all right"),
            percent(BIAS, "98.5", "with a bias: accuracy in %"),
        ),
        where(
            lambda found: (
                few(found["no bias: all right"])
                and rising(found, "no bias: accuracy in %", "with a bias: accuracy in %")
            ),
            "wrong explanation",
        ),
        "wrong explanation",
        story="Without activation functions a network without biases did not put all 100 points "
        "of the linear data right. The report wrote: a network without activation is too weak for "
        "points near the diagonal.",
    ),
    Claim(
        "C15",
        "A",
        "Without activation functions XOR data are worse off than linear data.",
        "worse than linear",
        (
            percent(
                at("A without activation", bias=False, data="xor"),
                "33.3 [33.3, 33.3]",
                "XOR: accuracy in %",
            ),
            solved(at("A without activation", bias=False, data="xor"), 0.00),
            percent(NO_BIAS, "86 [81, 91]", "linear: accuracy in %"),
            percent(
                at("A without activation", bias=True, data="xor"),
                "52.4",
                "XOR with a bias: accuracy in %",
            ),
        ),
        where(
            lambda found: rising(found, "XOR: accuracy in %", "linear: accuracy in %"),
            "reproduced",
            "refuted",
        ),
        "reproduced",
    ),
    Claim(
        "C16",
        "A",
        "Adam reaches the goal in fewer epochs than gradient descent.",
        "faster; no number",
        (
            epochs(at("A Adam", lr=0.01), "467 [267, 522]", "Adam, 0.01"),
            epochs(at("A Adam", lr=0.001), "3898 [2397, 4577]", "Adam, 0.001"),
            epochs(XOR, "11028", "gradient descent, 0.5"),
            solved(at("A Adam", lr=0.01), 1.00),
        ),
        where(
            lambda found: (
                rising(found, "Adam, 0.01", "Adam, 0.001", "gradient descent, 0.5")
                and most(found["all right"])
            ),
            "reproduced",
            "refuted",
        ),
        "reproduced",
    ),
    Claim(
        "C17",
        "A",
        "With tanh in the hidden layers: the epochs until the loss is below 0.02 on XOR data.",
        "no number",
        (epochs(at("A tanh"), "1010 [861, 1270]"), solved(at("A tanh"), 1.00)),
        nothing_to_judge,
        "nothing to judge",
    ),
]
