"""Claims about one example at a time with positive weights: learning rates and hidden units."""

from .. import quantities as of
from ..claim import Claim
from ..lines import loss, number, one_class, percent, solved, solved_at
from ..plan import at
from ..verdicts import failed, few, most, typical, usual, where

FIRST = "first epoch with all right"
NARROW = at("D 5 and 5 units")


def rate(lr, data):
    return at("D rates", lr=lr, data=data)


def wide(units, data, init="positive"):
    return at("D wide", hidden=units, init=init, data=data)


def exact(units, data):
    return at("D wide, exact gradient", hidden=units, data=data)


CLAIMS = [
    Claim(
        "C42",
        "D",
        "XOR data: the first time all points are right, and the last loss.",
        "1300; loss 0.13240",
        (
            solved_at(rate(0.1, "xor"), "1489 [1116, 2312]"),
            loss(rate(0.1, "xor"), "0.209 [0.090, 6.40]", form=".3f"),
            solved(rate(0.1, "xor"), 0.94),
        ),
        typical(1300, FIRST, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C43",
        "D",
        "Linear data: the first time all points are right, and the last loss.",
        "500; loss 0.28814",
        (
            solved_at(rate(0.1, "linear"), "80 [40, 500]"),
            loss(rate(0.1, "linear"), "0.187 [0.065, 2.07]", form=".3f"),
            solved(rate(0.1, "linear"), 0.82),
        ),
        typical(500, FIRST, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C44",
        "D",
        "Both data sets are most likely learned in these epochs.",
        "most likely",
        (
            solved(rate(0.1, "xor"), 0.94, "XOR: all right"),
            solved(rate(0.1, "linear"), 0.82, "linear: all right"),
        ),
        usual("XOR: all right", "linear: all right"),
        "reproduced",
    ),
    Claim(
        "C45",
        "D",
        "XOR data with learning rate 0.01 are not learned.",
        "52.38 %; loss 14.52753",
        (
            percent(rate(0.01, "xor"), "52.38"),
            loss(rate(0.01, "xor"), "14.53 [14.52, 14.53]", form=".2f"),
            solved(rate(0.01, "xor"), 0.00),
            solved(at("D rate 0.01, 25,000 epochs"), 1.00, "25,000 epochs: all right"),
            solved_at(at("D rate 0.01, 25,000 epochs"), "11500", "25,000 epochs: " + FIRST),
        ),
        failed("all right"),
        "reproduced",
    ),
    Claim(
        "C46",
        "D",
        "XOR data with learning rate 1 are not learned.",
        "61.90 %; loss 9.29",
        (
            percent(rate(1, "xor"), "52.38 [52.4, 100]"),
            loss(rate(1, "xor"), "11.32 [0.007, 11.66]"),
            solved(rate(1, "xor"), 0.13),
        ),
        failed("all right"),
        "reproduced",
    ),
    Claim(
        "C47",
        "D",
        "XOR data with learning rate 1 are not learned because the loss oscillates.",
        "the loss oscillates",
        (
            number("swing", rate(1, "xor"), ".3f", "1.005 [1.003, 1.008]", of.unsolved),
            solved(at("D rate 1, zero-mean weights"), 0.80, "zero-mean weights: all right"),
        ),
        where(lambda found: found["swing"].median < 1.1, "wrong explanation"),
        "wrong explanation",
        story="With lr 1, one example at a time, a network failed on XOR. The report wrote: the "
        "steps are too long, so the loss oscillates.",
    ),
    Claim(
        "C48",
        "D",
        "Linear data with learning rate 0.01 are nearly learned.",
        "97 %; loss 12.37",
        (
            percent(rate(0.01, "linear"), "100 [95.8, 100]"),
            loss(rate(0.01, "linear"), "5.9 [3.1, 35.1]"),
            solved(rate(0.01, "linear"), 0.51),
        ),
        typical(97, "accuracy in %", less_is="unlucky"),
        "reproduced",
    ),
    Claim(
        "C49",
        "D",
        "Linear data with learning rate 0.01 are learned if the training is longer: 10,000 epochs.",
        "100 %, expected",
        (
            percent(at("D rate 0.01, 10,000 epochs"), "100 [100, 100]"),
            solved(at("D rate 0.01, 10,000 epochs"), 0.99),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C50",
        "D",
        "Linear data with learning rate 1 are learned.",
        "100 %; loss 0.527",
        (
            percent(rate(1, "linear"), "100 [54, 100]"),
            loss(rate(1, "linear"), "0.006 [0.002, 32.6]"),
            solved(rate(1, "linear"), 0.77),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C51",
        "D",
        "XOR data with 5 and 5 hidden units are learned.",
        "learned",
        (percent(NARROW, "100 [52, 100]"), solved(NARROW, 0.78)),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C52",
        "D",
        "XOR data with 5 and 100 hidden units end in one class.",
        "one class",
        (
            one_class(wide((5, 100), "xor"), 1.00),
            number("loss at 0", wide((5, 100), "xor"), ".3f", "227.956"),
            loss(wide((5, 100), "xor"), "227.956", form=".3f"),
            solved(wide((5, 100), "xor"), 0.00),
        ),
        usual("all in one class"),
        "reproduced",
    ),
    Claim(
        "C53",
        "D",
        "XOR data with 100 and 5 hidden units end in one class, though the loss falls.",
        "one class, the loss falls",
        (
            one_class(wide((100, 5), "xor"), 1.00),
            number("loss at 0", wide((100, 5), "xor"), ".3f", "14.86"),
            loss(wide((100, 5), "xor"), "14.545", form=".3f"),
            solved(wide((100, 5), "xor"), 0.00),
        ),
        usual("all in one class"),
        "reproduced",
    ),
    Claim(
        "C54",
        "D",
        "XOR data with 100 and 100 hidden units end in one class.",
        "one class",
        (
            one_class(wide((100, 100), "xor"), 1.00),
            loss(wide((100, 100), "xor"), "227.956", form=".3f"),
            solved(wide((100, 100), "xor"), 0.00),
        ),
        usual("all in one class"),
        "reproduced",
    ),
    Claim(
        "C55",
        "D",
        "Linear data with 100 units in one hidden layer or both end in one class.",
        "one class",
        (
            one_class(wide((5, 100), "linear"), 1.00, "5 and 100 units"),
            one_class(wide((100, 5), "linear"), 1.00, "100 and 5 units"),
            one_class(wide((100, 100), "linear"), 1.00, "100 and 100 units"),
        ),
        usual("5 and 100 units", "100 and 5 units", "100 and 100 units"),
        "reproduced",
    ),
    Claim(
        "C56",
        "D",
        "Too many hidden units are noise: 100 of them cannot be trained. Here with weights of "
        "zero mean and variance 1/n_in.",
        "not learned",
        (
            solved(wide((5, 100), "xor", "xavier"), 1.00, "XOR, 5 and 100 units"),
            solved(wide((100, 5), "xor", "xavier"), 0.40, "XOR, 100 and 5 units"),
            solved(wide((100, 100), "xor", "xavier"), 1.00, "XOR, 100 and 100 units"),
            solved(wide((5, 100), "linear", "xavier"), 0.93, "linear, 5 and 100 units"),
            solved(wide((100, 5), "linear", "xavier"), 1.00, "linear, 100 and 5 units"),
            solved(wide((100, 100), "linear", "xavier"), 1.00, "linear, 100 and 100 units"),
            solved(wide((100, 100), "xor"), 0.00, "positive weights, XOR, 100 and 100 units"),
        ),
        where(
            lambda found: (
                few(found["positive weights, XOR, 100 and 100 units"])
                and most(found["XOR, 100 and 100 units"])
                and most(found["linear, 100 and 100 units"])
            ),
            "wrong explanation",
        ),
        "wrong explanation",
        story="A network whose weights all began positive failed with 100 units in a hidden layer, "
        "and worked with 10. The report wrote: too many hidden units are only noise.",
    ),
    Claim(
        "C57",
        "D",
        "The output is more sensitive to noise in the second hidden layer. Here with the exact "
        "gradient dz = p - y, and without it.",
        "more sensitive",
        (
            solved(exact((5, 100), "linear"), 1.00, "linear, 5 and 100 units, exact"),
            solved(wide((5, 100), "linear"), 0.00, "linear, 5 and 100 units, as reported"),
            solved(exact((5, 100), "xor"), 0.30, "XOR, 5 and 100 units, exact"),
            solved(wide((5, 100), "xor"), 0.00, "XOR, 5 and 100 units, as reported"),
            solved(exact((100, 5), "linear"), 0.00, "linear, 100 and 5 units, exact"),
            solved(exact((100, 5), "xor"), 0.00, "XOR, 100 and 5 units, exact"),
        ),
        where(
            lambda found: (
                most(found["linear, 5 and 100 units, exact"])
                and few(found["linear, 5 and 100 units, as reported"])
            ),
            "wrong explanation",
        ),
        "wrong explanation",
        story="With hidden layers of 5 and 100 units, all weights positive, the loss did not move "
        "at all. The report wrote: the output is more sensitive to noise in the second hidden "
        "layer.",
    ),
]
