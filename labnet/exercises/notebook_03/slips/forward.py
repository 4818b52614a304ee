"""What can go wrong on the way forward: in x, in a z, and in an a."""

import numpy as np

from ....layers import sigmoid
from .right_steps import slope
from .slip import Slip

SUM = "Which three arrays make `z{k}`? Follow the indices."
BEND = "Between `z{k}` and `{a}` there is one sigmoid, once."
UNITS = "`{x}` has a row for each example, `W{k}` a column for each unit of layer {k}."


def in_z(id, sentence, hint, *formulas, layers=(2, 3, 1), **others):
    return Slip(f"forward-{id}", "z", layers, formulas, sentence, hint, **others)


def in_a(id, sentence, hint, *formulas, layers=(2, 1, 3)):
    return Slip(f"forward-{id}", "a", layers, formulas, sentence, hint)


def in_x(id, sentence, hint, *formulas):
    return Slip(f"forward-{id}", "x", (0,), formulas, sentence, hint)


def input_is(array):
    """z with another array in the place of what the layer receives."""
    return lambda e, k: array(e, k) @ e.W(k) + e.b(k)


def bias_is(row):
    return lambda e, k: e.a(k - 1) @ e.W(k) + row(e, k)


def weights_of(j):
    """z with the weights of another layer, and with their bias or this layer's."""
    others = [
        lambda e, k: e.a(k - 1) @ e.W(j(k)) + e.b(k),
        lambda e, k: e.a(k - 1) @ e.W(j(k)) + e.b(j(k)),
        lambda e, k: e.a(k - 1) @ e.W(j(k)).mT + e.b(k),
    ]
    return others


def layer_twice(e, k):
    """The input of layer k goes through the layer before once more."""
    again = sigmoid(e.a(k - 1) @ e.W(k - 1) + e.b(k - 1))
    return again @ e.W(k) + e.b(k)


def softmax(e, k):
    return np.exp(e.z(k)) / np.exp(e.z(k)).sum(axis=1, keepdims=True)


SLIPS = [
    in_x(
        "input-changed",
        "The `x` of the cache is not what came in: something has been done to it.",
        "`backward` needs what layer 1 received, as it came.",
        lambda e, k: sigmoid(e["x"]),
        lambda e, k: e["x"] - e["x"].mean(axis=0),
        lambda e, k: (e["x"] - e["x"].mean(axis=0)) / e["x"].std(axis=0),
        lambda e, k: (e["x"] - e["x"].mean()) / e["x"].std(),
        lambda e, k: e["x"] / e["x"].max(),
        lambda e, k: e["x"] / e.n,
        lambda e, k: e["x"].mT,
    ),
    in_z(
        "bias-missing",
        "`b{k}` does not show up in `z{k}`.",
        SUM,
        bias_is(lambda e, k: 0),
    ),
    in_z(
        "bias-of-another-layer",
        "`z{k}` gets the bias of another layer: a copied line has kept an old index.",
        SUM,
        bias_is(lambda e, k: e.b(k % 3 + 1)),
        bias_is(lambda e, k: e.b((k + 1) % 3 + 1)),
    ),
    in_z(
        "bias-subtracted",
        "In `z{k}` the bias is subtracted.",
        "With x = 0, what should `z{k}` be?",
        bias_is(lambda e, k: -e.b(k)),
    ),
    in_z(
        "bias-multiplied",
        "In `z{k}` the bias is multiplied with the sum. It is added.",
        "With x = 0, what should `z{k}` be?",
        lambda e, k: e.a(k - 1) @ e.W(k) * e.b(k),
        lambda e, k: e.a(k - 1) @ (e.W(k) * e.b(k)),
        lambda e, k: e.a(k - 1) @ (e.W(k) + e.b(k)),
    ),
    in_z(
        "bias-twice",
        "In `z{k}` the bias is added twice.",
        "With x = 0, what should `z{k}` be?",
        bias_is(lambda e, k: 2 * e.b(k)),
    ),
    in_z(
        "bias-as-one",
        "In `z{k}` the bias has become one number for all units. Each unit has its own.",
        UNITS,
        bias_is(lambda e, k: e.b(k).sum()),
        bias_is(lambda e, k: e.b(k).mean()),
        bias_is(lambda e, k: e.b(k)[0, 0]),
    ),
    in_z(
        "input-before-the-sigmoid",
        "Layer {k} receives `z{i}`: the values from before the sigmoid.",
        "What does a layer hand on, and under which name is it kept?",
        input_is(lambda e, k: e.z(k - 1)),
        layers=(2, 3),
    ),
    in_z(
        "layer-skipped",
        "Layer {k} does not receive what the layer before it gives: one layer is passed by.",
        "Follow one example through your lines: each `a` should be used in the next line.",
        input_is(lambda e, k: e.a(0)),
        input_is(lambda e, k: e.a(k - 2)),
        layers=(2, 3),
    ),
    in_z(
        "input-squashed",
        "What goes into layer {k} is sent through a sigmoid before it meets `W{k}`.",
        "The sigmoid comes after the sum. Count them: there are three.",
        input_is(lambda e, k: sigmoid(e.a(k - 1))),
        layers=(1, 2, 3),
    ),
    in_z(
        "input-normalised",
        "What goes into layer {k} is shifted or scaled before it meets `W{k}`.",
        "Each example goes through on its own, as it came.",
        input_is(lambda e, k: e.a(k - 1) - e.a(k - 1).mean(axis=0)),
        input_is(lambda e, k: (e.a(k - 1) - e.a(k - 1).mean(axis=0)) / e.a(k - 1).std(axis=0)),
        input_is(lambda e, k: (e.a(k - 1) - e.a(k - 1).mean()) / e.a(k - 1).std()),
        input_is(lambda e, k: e.a(k - 1) / e.a(k - 1).max()),
        layers=(1, 2, 3),
    ),
    in_z(
        "input-slope",
        "What goes into layer {k} is a slope, not the output of the layer before.",
        "Slopes belong to the way back.",
        input_is(lambda e, k: slope(e.a(k - 1))),
    ),
    in_z(
        "layer-twice",
        "Layer {i} runs twice before layer {k}: there are four products of matrices.",
        "Count the products. Each of the three weight matrices is used once.",
        layer_twice,
        layers=(3, 2),
    ),
    in_z(
        "weights-of-another-layer",
        "In `z{k}` the weights are those of another layer: a copied line has kept an old index.",
        SUM,
        *weights_of(lambda k: k % 3 + 1),
        *weights_of(lambda k: (k + 1) % 3 + 1),
        layers=(2, 1, 3),
    ),
    in_z(
        "weights-transposed",
        "In `z{k}` the weights are transposed: where `W{k}` is square NumPy cannot notice.",
        UNITS,
        lambda e, k: e.a(k - 1) @ e.W(k).mT + e.b(k),
        stopped="In `z{k}` the weights are transposed. In this check `W{k}` is not square, so "
        "NumPy stops; with a square one it would not notice.",
    ),
    in_z(
        "weights-first",
        "In `z{k}` the weights come first in the product. Here a row is an example, and so the "
        "input comes first.",
        UNITS,
        lambda e, k: e.W(k) @ e.a(k - 1) + e.b(k),
        lambda e, k: (e.W(k) @ e.a(k - 1).mT).mT + e.b(k),
        lambda e, k: e.W(k).mT @ e.a(k - 1) + e.b(k),
    ),
    in_z(
        "element-wise",
        "In `z{k}` input and weights are multiplied entry by entry. Each unit adds up over its "
        "whole input.",
        UNITS,
        lambda e, k: e.a(k - 1) * e.W(k) + e.b(k),
        lambda e, k: e.a(k - 1) * e.W(k).mT + e.b(k),
        layers=(2, 1, 3),
    ),
    in_z(
        "weights-missing",
        "`W{k}` does not show up in `z{k}`.",
        SUM,
        lambda e, k: e.a(k - 1) + e.b(k),
        lambda e, k: e.a(k - 1).sum(axis=1, keepdims=True) + e.b(k),
    ),
    in_z(
        "activation-in-z",
        "What stands under `z{k}` has been through the sigmoid already.",
        "`z{k}` is the sum alone; the sigmoid makes `{a}` of it.",
        lambda e, k: sigmoid(e.a(k - 1) @ e.W(k) + e.b(k)),
    ),
    in_z(
        "z-averaged",
        "`z{k}` is divided by a count: nothing is averaged on the way forward.",
        SUM,
        lambda e, k: (e.a(k - 1) @ e.W(k) + e.b(k)) / e.n,
        lambda e, k: e.a(k - 1) @ e.W(k) / len(e.W(k)) + e.b(k),
        lambda e, k: (e.a(k - 1) @ e.W(k) + e.b(k)) / len(e.W(k)),
    ),
    in_a(
        "activation-missing",
        "`{a}` is still `z{k}`: layer {k} has no sigmoid and stays straight.",
        BEND,
        lambda e, k: e.z(k),
    ),
    in_a(
        "activation-twice",
        "`{a}` has been through the sigmoid twice: all its values lie between 0.5 and 0.74.",
        BEND,
        lambda e, k: sigmoid(sigmoid(e.z(k))),
        layers=(3, 2, 1),
    ),
    in_a(
        "decision",
        "`p` holds decisions, 0 or 1. The loss needs the probabilities.",
        "A decision comes later, and only for the eye.",
        lambda e, k: (e.z(k) > 0) * 1.0,
        layers=(3,),
    ),
    in_a(
        "activation-other",
        "`{a}` is bent by another function. This network has sigmoids everywhere.",
        BEND,
        lambda e, k: np.tanh(e.z(k)),
        lambda e, k: np.maximum(e.z(k), 0),
        lambda e, k: np.maximum(e.z(k), 0.01 * e.z(k)),
        lambda e, k: (e.z(k) > 0) * 1.0,
        lambda e, k: np.exp(e.z(k)),
        lambda e, k: (np.tanh(e.z(k)) + 1) / 2,
        softmax,
    ),
    in_a(
        "activation-slope",
        "`{a}` holds the slope of the sigmoid, not its value.",
        "Slopes belong to the way back.",
        lambda e, k: slope(sigmoid(e.z(k))),
    ),
    in_a(
        "activation-mirrored",
        "`{a}` falls where it should rise: the sigmoid is mirrored.",
        "Look at the sign in the exponent, or for a 1 − too many.",
        lambda e, k: sigmoid(-e.z(k)),
    ),
    in_a(
        "activation-of-another-layer",
        "`{a}` is made of the `z` of another layer.",
        BEND,
        lambda e, k: sigmoid(e.z(k - 1)),
        lambda e, k: sigmoid(e.z(1)),
        layers=(2, 3),
    ),
    in_a(
        "bias-after-the-sigmoid",
        "In `{a}` a bias is added behind the sigmoid. It belongs to the sum in front of it.",
        BEND,
        lambda e, k: sigmoid(e.z(k) - e.b(k)) + e.b(k),
        lambda e, k: sigmoid(e.z(k)) + e.b(k),
    ),
]
