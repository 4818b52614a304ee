"""What can go wrong on the way to a hidden dz: through the weights, and through the sigmoid."""

import numpy as np

from ....layers import sigmoid
from .right_steps import back_through_sigmoid, back_through_weights, slope
from .slip import Slip

TAKEN = "The slope of the sigmoid is taken at `z{k}`, and can be written with `a{k}`."
CROSS = "Write the shapes of `dz{j}` and `W{j}` side by side: which one must `da{k}` have?"
PASSED = "What comes back through a layer is its `dz`: it has passed the sigmoid already."


def in_slope(id, sentence, hint, *formulas, **others):
    return Slip(f"backward-{id}", "dz", (2, 1), formulas, sentence, hint, **others)


def in_weights(id, sentence, hint, *formulas, layers=(2, 1), **others):
    return Slip(f"backward-{id}", "da", layers, formulas, sentence, hint, **others)


def times(factor):
    """dz = da times this function of (e, k)."""
    return lambda e, k: e.da(k) * factor(e, k)


def scaled(id, factor, sentence, hint, **others):
    def formula(e, k):
        return factor(e) * back_through_sigmoid(e, k)

    return in_slope(id, sentence, hint, formula, constant=True, planted=(2, 1), **others)


def another_slope(j):
    return times(lambda e, k: slope(e.a(j if j < k else j + 1)))


def another_weight(j, turned):
    """dz of the layer behind, through the weights of another layer."""

    def formula(e, k):
        W = e.W(j if j < k + 1 else j % 3 + 1)
        return e.dz(k + 1) @ (W.mT if turned else W)

    return formula


SLIPS = [
    # da: back through the weights
    in_weights(
        "weights-not-transposed",
        "On the way to `da{k}` the gradient crosses `W{j}` in the forward direction: where the "
        "matrix is square NumPy cannot notice.",
        CROSS,
        lambda e, k: e.dz(k + 1) @ e.W(k + 1),
        layers=(1, 2),
        stopped="On the way to `da{k}` the gradient crosses `W{j}` in the forward direction. In "
        "this check `W{j}` is not square, so NumPy stops; with a square one it would not notice.",
    ),
    in_weights(
        "weights-first",
        "On the way to `da{k}` the weights come first in the product. The rows, one for each "
        "example, must stay rows.",
        CROSS,
        lambda e, k: e.W(k + 1) @ e.dz(k + 1),
        lambda e, k: e.W(k + 1).mT @ e.dz(k + 1),
        layers=(1, 2),
    ),
    in_weights(
        "weights-missing",
        "`W{j}` does not show up on the way to `dz{k}`: what comes back jumps over the weights.",
        "Each unit of layer {k} is blamed in proportion to the weight it acted through.",
        lambda e, k: e.dz(k + 1),
        lambda e, k: e.dz(k + 1).sum(axis=1, keepdims=True),
        what="weights",
        planted=(2,),
    ),
    in_weights(
        "weights-other-layer",
        "On the way to `dz{k}` the gradient goes through the weights of another layer.",
        "The weights that lead from `a{k}` to the next layer lead back to it as well: which index "
        "do they have?",
        *(another_weight(j, turned) for j in (1, 2) for turned in (True, False)),
        lambda e, k: e.dz(k + 1) @ e.W(3).mT,
        lambda e, k: e.dz(k + 1) @ e.W(3),
        layers=(1, 2),
    ),
    in_weights(
        "dz-of-another-layer",
        "`da{k}` is made from `dz3`; what arrives at layer {j} is `dz{j}`.",
        "Each layer has a `dz` of its own: look at the indices in the line of `da{k}`.",
        lambda e, k: e.dz(3) @ e.W(3).mT,
        layers=(1,),
    ),
    in_weights(
        "weights-element-wise",
        "`dz{j}` and `W{j}` are multiplied entry by entry. Each unit of layer {k} collects from "
        "all units it feeds.",
        "In the sum over the units, which of NumPy's products adds up?",
        lambda e, k: e.dz(k + 1) * e.W(k + 1),
        lambda e, k: e.dz(k + 1) * e.W(k + 1).mT,
        lambda e, k: e.dz(k + 1).sum(axis=1, keepdims=True) * e.W(k + 1).sum(axis=1),
        layers=(1, 2),
    ),
    in_weights(
        "weights-updated",
        "`W{j}` was already changed by a step when the gradient went back through it: the pass "
        "needs the weights that were used on the way forward.",
        "First all gradients, then the steps.",
        lambda e, k, c: e.dz(k + 1) @ (e.W(k + 1) - c * (e.a(k).mT @ e.dz(k + 1))).mT,
        free=True,
        what="weights",
        planted=(2, 1),
    ),
    in_weights(
        "weights-size-only",
        "On the way to `da{k}` the weights have lost their signs.",
        "A negative weight turns the blame around.",
        lambda e, k: e.dz(k + 1) @ np.abs(e.W(k + 1)).mT,
    ),
    in_weights(
        "weights-squared",
        "On the way to `da{k}` the weights `W{j}` act twice, as squares.",
        CROSS,
        lambda e, k: e.dz(k + 1) @ (e.W(k + 1) ** 2).mT,
    ),
    in_weights(
        "bias-on-the-way-back",
        "On the way to `da{k}` a bias is added, as on the way forward.",
        "What is the derivative of z with respect to what the layer received?",
        lambda e, k: back_through_weights(e, k) + e.b(k),
        lambda e, k: back_through_weights(e, k) + e.b(k + 1),
    ),
    in_weights(
        "error-not-carried",
        "`dz{k}` does not depend on how wrong the predictions were: what comes back is lost right "
        "behind layer {k}.",
        "The chain rule multiplies all links. What has come back as far as layer {j}?",
        lambda e, k: np.ones_like(e.dz(k + 1)) @ e.W(k + 1).mT / e.n,
        lambda e, k: np.ones_like(e.dz(k + 1)) @ e.W(k + 1).mT,
        lambda e, k: e.W(k + 1).mT,
        lambda e, k: e.W(k + 1).sum(axis=1),
        lambda e, k: e.a(k + 1) @ e.W(k + 1).mT,
        lambda e, k: e.a(k + 1) @ e.W(k + 1).mT / e.n,
        lambda e, k: e.z(k + 1) @ e.W(k + 1).mT,
        lambda e, k: e["y"] @ e.W(3).mT / e.n,
    ),
    in_weights(
        "error-before-the-sigmoid",
        "`da{j}` is sent back through `W{j}`, in place of `dz{j}`: the slope of layer {j} is "
        "skipped.",
        PASSED,
        lambda e, k: e.da(k + 1) @ e.W(k + 1).mT,
    ),
    in_weights(
        "error-summed",
        "On the way to `da{k}` the gradients of all examples have been added into one row.",
        "Each example goes back on its own: `da{k}` has a row for each.",
        lambda e, k: e.dz(k + 1).sum(axis=0, keepdims=True) @ e.W(k + 1).mT,
        lambda e, k: e.dz(k + 1).mean(axis=0, keepdims=True) @ e.W(k + 1).mT,
        lambda e, k: np.full_like(e.dz(k + 1), e.dz(k + 1).mean()) @ e.W(k + 1).mT,
        lambda e, k: np.full_like(e.dz(k + 1), e.dz(k + 1).sum()) @ e.W(k + 1).mT,
    ),
    # dz: back through the sigmoid
    in_slope(
        "slope-missing",
        "`dz{k}` is still `da{k}`: the gradient travels back as if layer {k} had no sigmoid.",
        "Each step forward has its factor on the way back. Which one belongs to the sigmoid?",
        lambda e, k: e.da(k),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-at-z",
        "In `dz{k}` the slope is written with `z{k}`, but that formula wants the output of the "
        "sigmoid.",
        TAKEN,
        times(lambda e, k: slope(e.z(k))),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-at-a",
        "In `dz{k}` the slope is taken at `a{k}`: the sigmoid is applied to its own output.",
        TAKEN,
        times(lambda e, k: slope(sigmoid(e.a(k)))),
        times(lambda e, k: sigmoid(e.a(k))),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-of-tanh",
        "In `dz{k}` you use the slope of tanh; this network has sigmoids.",
        TAKEN,
        times(lambda e, k: 1 - e.a(k) ** 2),
        times(lambda e, k: 1 - np.tanh(e.z(k)) ** 2),
        times(lambda e, k: 1 - e.z(k) ** 2),
        times(lambda e, k: 1 - np.tanh(e.a(k)) ** 2),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-of-relu",
        "In `dz{k}` you use the slope of ReLU; this network has sigmoids.",
        TAKEN,
        times(lambda e, k: e.z(k) > 0),
        times(lambda e, k: e.a(k) > 0.5),
    ),
    in_slope(
        "slope-of-another-layer",
        "The slope in `dz{k}` is that of another layer.",
        "Look at the indices in the line of `dz{k}`: which sigmoid is passed there?",
        times(lambda e, k: slope(e["p"])),
        another_slope(0),
        another_slope(1),
        another_slope(2),
        times(lambda e, k: slope(e.z(k - 1 if k > 1 else 2))),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-squared",
        "In `dz{k}` the slope is multiplied in twice.",
        "Each sigmoid on the way back brings its slope once.",
        times(lambda e, k: slope(e.a(k)) ** 2),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-half-a",
        "In `dz{k}` the slope has one factor only, `a{k}`. It has two.",
        "How large is the slope far to the right, where a is nearly 1?",
        times(lambda e, k: e.a(k)),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-half-one-minus-a",
        "In `dz{k}` the slope has one factor only, the distance of `a{k}` from 1. It has two.",
        "How large is the slope far to the left, where a is nearly 0?",
        times(lambda e, k: 1 - e.a(k)),
        what="slope",
        planted=(2, 1),
    ),
    in_slope(
        "slope-plus",
        "In `dz{k}` the two factors of the slope are a and 1 + a: one sign is wrong.",
        "The slope must vanish where a is nearly 1.",
        times(lambda e, k: e.a(k) * (1 + e.a(k))),
    ),
    in_slope(
        "slope-mixed",
        "In `dz{k}` one factor of the slope is made of `z{k}` and the other one of `a{k}`.",
        TAKEN,
        times(lambda e, k: e.a(k) * (1 - e.z(k))),
        times(lambda e, k: e.z(k) * (1 - e.a(k))),
        times(lambda e, k: sigmoid(e.a(k)) * (1 - e.a(k))),
        times(lambda e, k: e.a(k) * (1 - sigmoid(e.a(k)))),
    ),
    in_slope(
        "slope-other-power",
        "In `dz{k}` one factor of the slope stands there as a square.",
        TAKEN,
        times(lambda e, k: e.a(k) ** 2 * (1 - e.a(k))),
        times(lambda e, k: e.a(k) * (1 - e.a(k)) ** 2),
        times(lambda e, k: e.a(k) * (1 - e.a(k) ** 2)),
        times(lambda e, k: (1 - e.a(k)) ** 2),
        times(lambda e, k: e.a(k) ** 2),
    ),
    in_slope(
        "slope-is-z",
        "In `dz{k}` the gradient is multiplied with `z{k}` itself, in place of a slope.",
        TAKEN,
        times(lambda e, k: e.z(k)),
    ),
    in_slope(
        "slope-divided",
        "In `dz{k}` you divide by the slope. Going back, as going forward, it is a factor.",
        "A flat sigmoid lets little through, in both directions.",
        lambda e, k: e.da(k) / slope(e.a(k)),
    ),
    in_slope(
        "slope-brackets",
        "In `dz{k}` a bracket is missing around 1 − a: Python multiplies before it subtracts.",
        "Which part of the line should be worked out first?",
        lambda e, k: e.da(k) * e.a(k) - e.a(k),
        lambda e, k: e.da(k) * e.a(k) - e.a(k) ** 2,
        lambda e, k: e.da(k) - e.a(k),
    ),
    in_slope(
        "slope-added",
        "In `dz{k}` the slope is added to the gradient; the chain rule multiplies.",
        "Two machines one behind the other: how do their effects combine?",
        lambda e, k: e.da(k) + slope(e.a(k)),
    ),
    in_slope(
        "slope-alone",
        "`dz{k}` is the slope alone: what comes back from layer {j} is lost.",
        "The chain rule multiplies all links.",
        lambda e, k: slope(e.a(k)),
        lambda e, k: slope(e.a(k)) / e.n,
    ),
    in_slope(
        "slope-as-matrix",
        "In `dz{k}` gradient and slope are multiplied as matrices; here each number meets its own.",
        "Each unit's slope belongs to that unit and that example alone.",
        lambda e, k: e.da(k) @ slope(e.a(k)),
        lambda e, k: e.da(k) @ slope(e.a(k)).mT,
        lambda e, k: e.da(k).mT @ slope(e.a(k)),
    ),
    scaled(
        "hidden-sign",
        lambda e: -1,
        "From `dz{k}` on every gradient has the opposite sign; all before it is right.",
        "The slope of a sigmoid is never negative. Which difference is the wrong way round?",
        what="sign",
    ),
    scaled(
        "n-too-late",
        lambda e: e.n,
        "Layer {j} is right, but from `dz{k}` on every gradient is too large by n: the 1/n was put "
        "into the gradients of layer {j} alone.",
        "Who inherits the 1/n if it stands in the lines of `dW` and `db`, and who if it stands in "
        "the first line?",
        what="factor",
    ),
    scaled(
        "n-again",
        lambda e: 1 / e.n,
        "Layer {j} is right, but from `dz{k}` on every gradient is divided by n again.",
        "What comes back has its 1/n already, from the loss.",
        what="factor",
    ),
    scaled(
        "hidden-factor-two",
        lambda e: 2,
        "From `dz{k}` on every gradient is twice too large.",
        "Which line between layer {j} and layer {k} brings in a 2?",
        what="factor",
    ),
    scaled(
        "hidden-factor-half",
        lambda e: 0.5,
        "From `dz{k}` on every gradient is half as large as it should be.",
        "Which line between layer {j} and layer {k} brings in a 1/2?",
        what="factor",
    ),
    in_slope(
        "nothing-arrives",
        "Nothing but zeros arrives at layer {k}.",
        "Print `da{k}` and the slope of layer {k}: which of the two is 0?",
        lambda e, k: 0 * e.da(k),
    ),
]
