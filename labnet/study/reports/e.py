"""Claims about the linear output, one example at a time."""

from .. import quantities as of
from ..claim import Claim, Number, Share
from ..lines import loss, number, percent, solved
from ..plan import at
from ..verdicts import nothing_to_judge, typical, where

AT_9000 = "loss at 9000"
REPORTED = 0.0209  # the loss in the log of epoch 9000, on XOR data
SMALLER = at("E zero-mean weights of variance 1/n_in")
SLOPES = at("E slopes at activations")


def run(data, transpose=False):
    return at("E", transpose=transpose, data=data)


def loss_at_9000(name, point, survey):
    return Number(name, point, of.measure(AT_9000), ".3g", survey)


def at_rate(lr, survey):
    return loss_at_9000(f"{lr}: {AT_9000}", at("E rates", lr=lr), survey)


def no_rate_reaches(found):
    return not any(found[f"{lr}: {AT_9000}"].holds(REPORTED) for lr in (0.005, 0.02, 0.1))


CLAIMS = [
    Claim(
        "C70",
        "E",
        "XOR data: the loss is half of the mean squared error, as its last value shows.",
        "0.0163, half of the printed predictions' mean squared error",
        (loss(run("xor")),),
        typical(0.0163, "last loss", less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C71",
        "E",
        "XOR data, with the missing transpose: the loss at epoch 9000, and the points right.",
        "0.0209; 20 of 21",
        (
            number(AT_9000, run("xor"), ".3g", "0.0196 [0.0032, 0.0591]"),
            Number("points right", run("xor"), of.points, ".0f", "20 [17, 21]"),
            solved(run("xor"), 0.47),
        ),
        typical(REPORTED, AT_9000, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C72",
        "E",
        "XOR data, with the transpose in its place: the loss at epoch 9000.",
        "0.0209",
        (
            number(AT_9000, run("xor", True), ".3g", "0.0117 [0.0017, 0.0286]"),
            solved(run("xor", True), 0.83),
            loss_at_9000("variance 1/n_in: loss at 9000", SMALLER, "0.0222 [0.0051, 0.122]"),
            solved(SMALLER, 0.30, "variance 1/n_in: all right"),
        ),
        typical(REPORTED, AT_9000, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C73",
        "E",
        "Linear data: the loss at epoch 9000, and errors near the line.",
        "0.00548; some errors",
        (
            number(AT_9000, run("linear"), ".3g", "0.0043 [0.0018, 0.0125]"),
            percent(run("linear"), "100 [99, 100]"),
            solved(run("linear"), 0.76),
            loss_at_9000(
                "with the transpose: loss at 9000",
                run("linear", True),
                "0.0029 [0.0014, 0.0057]",
            ),
            solved(run("linear", True), 1.00, "with the transpose: all right"),
        ),
        typical(0.00548, AT_9000, less_is="lucky"),
        "reproduced",
    ),
    Claim(
        "C74",
        "E",
        "XOR data: the learning rate, which is not given, could be 0.005, 0.02 or 0.1.",
        "loss 0.0209 at epoch 9000",
        (
            at_rate(0.005, "0.0327"),
            at_rate(0.02, "0.0011"),
            at_rate(0.1, "1e-5"),
            solved(at("E rates", lr=0.005), 0.08, "0.005: all right"),
            solved(at("E rates", lr=0.02), 1.00, "0.02: all right"),
            solved(at("E rates", lr=0.1), 1.00, "0.1: all right"),
        ),
        where(no_rate_reaches, "ruled out", "possible"),
        "ruled out",
    ),
    Claim(
        "C75",
        "E",
        "XOR data: the sigmoid's slope is taken at a, sigmoid(a) (1 - sigmoid(a)).",
        "20 of 21",
        (percent(SLOPES, "61.9 [43, 90]"), solved(SLOPES, 0.02)),
        where(lambda found: found["accuracy in %"].high < 95, "ruled out", "possible"),
        "ruled out",
    ),
    Claim(
        "C76",
        "E",
        "A missing transpose in the backward pass goes unnoticed: the network learns.",
        "not noticed",
        (
            solved(run("xor"), 0.47, "XOR"),
            solved(run("linear"), 0.76, "linear"),
            solved(run("xor", True), 0.83, "XOR, with the transpose"),
            solved(run("linear", True), 1.00, "linear, with the transpose"),
        ),
        nothing_to_judge,
        "nothing to judge",
    ),
    Claim(
        "C77",
        "E",
        "Linear points near the line may stay wrong.",
        "possible",
        (percent(run("linear")), Share("some wrong", run("linear"), of.unsolved, 0.24)),
        where(lambda found: found["some wrong"].k > 0, "reproduced", "refuted"),
        "reproduced",
    ),
]
