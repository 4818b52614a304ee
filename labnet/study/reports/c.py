"""Claims about cross-entropy with squashed input."""

from .. import quantities as of
from ..claim import Claim, Share
from ..lines import diverged, loss, number, percent, solved, solved_at
from ..plan import at
from ..verdicts import failed, few, most, typical, usual, where


def linear(lr, squash=True):
    return at("C rates, linear", squash_input=squash, lr=lr)


def wide(squash=True):
    return at("C 100 units, XOR", squash_input=squash)


def few_units(units):
    return at("C few units, plain input, XOR", hidden=units)


def without(squash=False):
    return at("C without activation, linear", squash_input=squash)


WITHOUT_10 = at("C without activation, 10 units, XOR")
WITHOUT_100 = at("C without activation, 100 units, XOR")
GUARDED = at("C without activation, guarded, linear")
GUARDED_100 = at("C without activation, guarded, 100 units, XOR")
SQUASHED_10 = at("C 10 units, XOR")

CLAIMS = [
    Claim(
        "C33",
        "C",
        "Linear data are nearly learned in 3000 epochs.",
        "99 %",
        (
            percent(linear(0.01), "99 [92, 100]"),
            solved(linear(0.01), 0.50),
            percent(linear(0.01, False), "100 [100, 100]", "plain input: accuracy in %"),
            solved(linear(0.01, False), 0.97, "plain input: all right"),
        ),
        typical(99, "accuracy in %", less_is="unlucky"),
        "reproduced",
    ),
    Claim(
        "C34",
        "C",
        "Linear data with learning rate 0.001: the summed loss after 3000 epochs.",
        "about 20",
        (
            loss(linear(0.001), "22.5 [13.8, 56.5]", form=".1f"),
            solved(linear(0.001), 0.12),
            loss(linear(0.001, False), "4.8 [3.5, 9.1]", "plain input: last loss", ".1f"),
        ),
        typical(20, "last loss", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C35",
        "C",
        "Linear data with learning rate 0.01: the summed loss comes near 0.",
        "near 0",
        (
            loss(linear(0.01), "3.2 [0.92, 13.8]", form=".2f"),
            loss(linear(0.01, False), "0.63 [0.26, 1.9]", "plain input: last loss", ".2f"),
            loss(linear(0.001), name="learning rate 0.001: last loss", form=".2f"),
        ),
        where(
            lambda found: (
                found["last loss"].median < found["learning rate 0.001: last loss"].median / 5
            ),
            "reproduced",
            "refuted",
        ),
        "reproduced",
    ),
    Claim(
        "C36",
        "C",
        "Linear data with learning rate 0.1: the loss jumps, and the training hardly settles.",
        "changes rapidly",
        (
            Share("loss rises at some log", linear(0.1), of.equals("rises", 1), 0.83),
            loss(linear(0.1), "3.2 [0.05, 60]", form=".2f"),
            solved(linear(0.1), 0.45),
            solved(linear(0.1, False), 0.93, "plain input: all right"),
        ),
        usual("loss rises at some log"),
        "reproduced",
    ),
    Claim(
        "C37",
        "C",
        "The gradient as it is written, dp = y/p + (1 - y)/(1 - p), trains the network.",
        "the formula; no number",
        (
            percent(at("C wrong signs"), "48 [44, 54]"),
            loss(at("C wrong signs"), "1437", form=".0f"),
            solved(at("C wrong signs"), 0.00),
        ),
        where(lambda found: few(found["all right"]), "refuted"),
        "refuted",
    ),
    Claim(
        "C38",
        "C",
        "XOR data with 100 units in each hidden layer are learned.",
        "100 %",
        (
            number("accuracy at 3000", wide(), ".4g", "100 [90, 100]"),
            Share("all right at 3000", wide(), of.equals("accuracy at 3000", 100), 0.70),
            solved(wide(), 1.00, "all right at 5000"),
            solved_at(wide(), "2000"),
            Share(
                "plain input: all right at 3000",
                wide(False),
                of.equals("accuracy at 3000", 100),
                1.00,
            ),
        ),
        usual("all right at 5000"),
        "reproduced",
    ),
    Claim(
        "C39",
        "C",
        "Without activation functions in the hidden layers linear data are learned.",
        "100 %",
        (
            percent(without(), "100 [95.5, 100]"),
            solved(without(), 0.82),
            diverged(without()),
            percent(without(True), "49", "input still squashed: accuracy in %"),
            percent(GUARDED, name="loss with eps: accuracy in %"),
            solved(GUARDED, name="loss with eps: all right"),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C40",
        "C",
        "Without activation functions in the hidden layers XOR data are not learned.",
        "cannot be fitted",
        (
            percent(WITHOUT_10, "52.38", "10 units: accuracy in %"),
            loss(WITHOUT_10, "14.536", "10 units: last loss", ".3f"),
            solved(WITHOUT_10, 0.00, "10 units: all right"),
            loss(WITHOUT_100, "277", "100 units: last loss", ".0f"),
            solved(WITHOUT_100, 0.00, "100 units: all right"),
            diverged(WITHOUT_100, name="100 units: diverged"),
            loss(GUARDED_100, name="100 units, loss with eps: last loss", form=".0f"),
        ),
        failed("10 units: all right"),
        "reproduced",
    ),
    Claim(
        "C41",
        "C",
        "XOR data need many units: 10 in each hidden layer are too few, or need more epochs.",
        "10 are not enough",
        (
            Share(
                "squashed, 10 units: all right at 3000",
                SQUASHED_10,
                of.equals("accuracy at 3000", 100),
                0.00,
            ),
            solved(SQUASHED_10, 1.00, "squashed, 10 units: all right at 30,000"),
            solved_at(SQUASHED_10, "9100", "squashed, 10 units: first epoch with all right"),
            solved(few_units(4), 0.95, "plain input, 4 units: all right at 3000"),
            solved(few_units(10), 1.00, "plain input, 10 units: all right at 3000"),
        ),
        where(
            lambda found: (
                few(found["squashed, 10 units: all right at 3000"])
                and most(found["plain input, 10 units: all right at 3000"])
            ),
            "wrong explanation",
        ),
        "wrong explanation",
    ),
]
