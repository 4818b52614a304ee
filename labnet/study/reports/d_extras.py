"""Claims about one example at a time with positive weights: activations, Adam, explanations."""

from .. import quantities as of
from ..claim import Claim, Number, Share
from ..lines import loss, number, one_class, percent, solved, solved_at
from ..plan import at
from ..verdicts import nothing_to_judge, rising, several, typical, usual, where
from .d import FIRST, rate

ON_THE_LINE = "runs with a wrong point on the line"
BY_100 = "all right by epoch 100"


def without(data):
    return at("D without activation", data=data)


def adam(data, lr=0.1):
    return at("D Adam", lr=lr, data=data)


def relu(data):
    return at("D ReLU", data=data)


def by_100(point, survey, name=BY_100):
    return Share(name, point, of.solved_by(100), survey)


def far(name, point, survey):
    what = "distance of wrong"
    return Number(name, point, of.measure(what), ".4f", survey, of.has(what))


def updates(data, survey):
    at_rate = rate(0.1, data.lower())
    return Number(f"{data}: updates", at_rate, of.updates, ".0f", survey, of.once_solved)


def size(units, survey=""):
    return Number(
        f"{units} units", at("D sizes", hidden=units), of.measure("weights"), ".0f", survey
    )


def growth(found, units):
    """How many times as many weights a network has with twice the units."""
    return found[f"{2 * units} units"].median / found[f"{units} units"].median


def advantage(found, what):
    """How many times as many the XOR data need."""
    return found[f"XOR: {what}"].median / found[f"linear: {what}"].median


def worst_difference(found):
    return max(each.high for each in found.values())


CLAIMS = [
    Claim(
        "C58",
        "D",
        "Without activation functions in the hidden layers one linear point stays wrong.",
        "99 %",
        (percent(without("linear"), "100 [98, 100]"), solved(without("linear"), 0.80)),
        typical(99, "accuracy in %", less_is="unlucky"),
        "reproduced",
    ),
    Claim(
        "C59",
        "D",
        "Without activation functions in the hidden layers XOR data end in one class.",
        "one class",
        (
            percent(without("xor"), "52.38"),
            loss(without("xor"), "14.54", form=".2f"),
            one_class(without("xor"), 1.00),
            solved(without("xor"), 0.00),
        ),
        usual("all in one class"),
        "reproduced",
    ),
    Claim(
        "C60",
        "D",
        "XOR data with Adam are learned.",
        "100 %; loss 0",
        (
            percent(adam("xor"), "100 [100, 100]"),
            loss(adam("xor"), "0", form=".3f"),
            solved(adam("xor"), 0.98),
            solved(at("D Adam counting epochs"), 0.92, "t counts epochs: all right"),
        ),
        usual("all right"),
        "reproduced",
    ),
    Claim(
        "C61",
        "D",
        "XOR data with Adam need at most 100 epochs.",
        "all right in the log of epoch 100",
        (
            solved_at(adam("xor"), "60 [20, 1590]"),
            by_100(adam("xor"), 0.62),
            by_100(at("D Adam counting epochs"), 0.34, "t counts epochs: " + BY_100),
            by_100(at("D Adam, zero-mean weights"), 0.93, "zero-mean weights: " + BY_100),
            by_100(adam("xor", 0.01), 0.00, "learning rate 0.01: " + BY_100),
        ),
        usual(BY_100),
        "lucky",
        story="With Adam a run had every XOR point right after 100 epochs. The report wrote: Adam "
        "needs at most 100 epochs.",
    ),
    Claim(
        "C62",
        "D",
        "Linear data with Adam: one point stays wrong.",
        "99 %; loss 2.68",
        (
            percent(adam("linear"), "100 [48, 100]"),
            solved(adam("linear"), 0.70),
            one_class(adam("linear"), 0.26),
            solved(adam("linear", 0.01), 0.96, "learning rate 0.01: all right"),
        ),
        several("all right", "all in one class"),
        "one of several outcomes",
    ),
    Claim(
        "C63",
        "D",
        "A linear point that stays wrong is on the line x1 = x2. Here its distance from it.",
        "on the line",
        (
            far("Adam", adam("linear"), "0.0055 [0.0008, 0.013]"),
            far("ReLU", relu("linear"), "0.0041 [0.0003, 0.013]"),
            far("no activation", without("linear"), "0.0041 [0.0002, 0.010]"),
            Number(
                "no activation: points nearer to the line",
                without("linear"),
                of.measure("nearer than wrong"),
                ".0f",
                "[0, 6]",
                of.has("nearer than wrong"),
            ),
            Share(
                ON_THE_LINE,
                without("linear"),
                lambda outcome: outcome.measures["wrong on the line"] > 0,
                0.00,
                of.has("wrong on the line"),
            ),
        ),
        where(lambda found: found[ON_THE_LINE].k == 0, "refuted"),
        "refuted",
    ),
    Claim(
        "C64",
        "D",
        "XOR data with ReLU need at most 100 epochs.",
        "all right in the log of epoch 100; loss 1.00398",
        (
            number("loss at 100", relu("xor"), ".3f", "0.972 [0.958, 7.73]"),
            by_100(relu("xor"), 0.98),
            solved(relu("xor")),
            Share("p of (0, 0) is exactly 0.5", relu("xor"), of.equals("first prediction", 0.5)),
        ),
        usual(BY_100),
        "reproduced",
        story="With ReLU in its hidden layers a run had every XOR point right after 100 epochs. "
        "The report wrote: with ReLU, 100 epochs are enough.",
    ),
    Claim(
        "C65",
        "D",
        "Linear data with ReLU: one point stays wrong.",
        "99 %; loss 1.47",
        (
            percent(relu("linear"), "100 [98, 100]"),
            loss(relu("linear"), "0.050 [0.005, 35.6]", form=".3f"),
            solved(relu("linear"), 0.76),
        ),
        typical(99, "accuracy in %", less_is="unlucky"),
        "reproduced",
    ),
    Claim(
        "C66",
        "D",
        "More data are learned faster: 100 linear points need fewer epochs than 21 XOR points.",
        "fewer epochs",
        (
            solved_at(rate(0.1, "linear"), "80", "linear: epochs"),
            solved_at(rate(0.1, "xor"), "1490", "XOR: epochs"),
            updates("linear", "8000"),
            updates("XOR", "31300"),
        ),
        where(
            lambda found: (
                rising(found, "linear: epochs", "XOR: epochs")
                and advantage(found, "updates") < advantage(found, "epochs") / 2
            ),
            "half true",
        ),
        "half true",
        story="One example at a time, 100 points of the linear data were learned after 500 "
        "epochs, the 21 of XOR after 1,300. The report wrote: the more data there are, the faster "
        "the training.",
    ),
    Claim(
        "C67",
        "D",
        "Backpropagation through a graph needs more epochs than with matrices. Here the largest "
        "difference between both gradients, relative.",
        "more epochs",
        tuple(
            Number(
                f"{data}: difference",
                at("D graph", data=data),
                of.measure("difference from graph"),
                ".0e",
            )
            for data in ("linear", "xor")
        ),
        where(lambda found: worst_difference(found) < 1e-12, "refuted"),
        "refuted",
    ),
    Claim(
        "C68",
        "D",
        "With more hidden units the weights grow exponentially in number.",
        "exponentially",
        (size(10, "130"), size(20), size(40), size(80), size(100, "10300")),
        # Twice the units: at most four times the weights. Exponential growth would square them.
        where(lambda found: all(growth(found, units) <= 4 for units in (10, 20, 40)), "refuted"),
        "refuted",
        story="A report wrote: with more hidden units, the weight matrices grow exponentially.",
    ),
    Claim(
        "C69",
        "D",
        "The learning rate is halved after half of the epochs. Here also with a constant one.",
        "used; not compared",
        (
            solved(rate(0.1, "xor"), 0.94, "halved: all right"),
            solved(at("D constant rate"), 1.00, "constant: all right"),
            solved_at(rate(0.1, "xor"), name="halved: " + FIRST),
            solved_at(at("D constant rate"), name="constant: " + FIRST),
        ),
        nothing_to_judge,
        "nothing to judge",
    ),
]
