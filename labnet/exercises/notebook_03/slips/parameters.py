"""What can go wrong in dW and db of one layer, where its dz is right."""

import numpy as np

from ....layers import sigmoid
from .right_steps import RIGHT, slope
from .slip import Slip

MEETS = "What went into layer {k}, times what comes back: both have a row for each example."
OWNER = "A gradient has its owner's shape: one number for each bias. Who is added up?"


def in_weights(id, sentence, hint, *formulas, layers=(3, 2, 1), **others):
    return Slip(f"backward-{id}", "dW", layers, formulas, sentence, hint, **others)


def in_biases(id, sentence, hint, *formulas, layers=(3, 2, 1), **others):
    return Slip(f"backward-{id}", "db", layers, formulas, sentence, hint, **others)


def input_is(array):
    """dW with another array in the place of what the layer received."""
    return lambda e, k: array(e, k).mT @ e.dz(k)


def error_is(array):
    """dW with another array in the place of dz."""
    return lambda e, k: e.a(k - 1).mT @ array(e, k)


def scaled(place, make, id, factor, sentence, hint, what):
    def formula(e, k):
        return factor(e) * RIGHT[place](e, k)

    return make(id, sentence, hint, formula, constant=True, what=what, planted=(3, 2, 1))


def factors(place, make, start):
    """The constant factors that one of the two may have alone."""
    v = start + "{k}"
    told = f"`{v}` is "
    where = f"If layer {{k}} is right otherwise: what is different in the line of `{v}`?"
    rows = [
        ("sign", lambda e: -1, f"`{v}` has the opposite sign.", "sign"),
        ("n-times", lambda e: e.n, f"{told}too large by n, the number of examples.", "factor"),
        ("twice", lambda e: 2, f"{told}twice too large.", "factor"),
        ("half", lambda e: 0.5, f"{told}half as large as it should be.", "factor"),
    ]
    return [scaled(place, make, f"{start.lower()}-{id}", f, s, where, w) for id, f, s, w in rows]


WEIGHTS = [
    in_weights(
        "input-before-the-sigmoid",
        "`dW{k}` takes `z{i}`. What went into layer {k} is what came out of the sigmoid.",
        MEETS,
        input_is(lambda e, k: e.z(k - 1)),
        layers=(3, 2),
        what="input",
        planted=(3, 2),
    ),
    in_weights(
        "input-own-output",
        "`dW{k}` takes what came out of layer {k}, not what went into it.",
        MEETS,
        input_is(lambda e, k: e.a(k)),
        input_is(lambda e, k: e.z(k)),
        layers=(2, 1, 3),
    ),
    in_weights(
        "input-other-layer",
        "`dW{k}` takes what another layer received.",
        MEETS,
        input_is(lambda e, k: e.a((k - 2) % 3)),
        input_is(lambda e, k: e.a(0 if k == 3 else (k - 2) % 3)),
        layers=(2, 3, 1),
    ),
    in_weights(
        "input-squashed-again",
        "`dW{k}` sends `{x}` through a sigmoid once more.",
        MEETS,
        input_is(lambda e, k: sigmoid(e.a(k - 1))),
        what="input",
        planted=(3, 2, 1),
    ),
    in_weights(
        "input-missing",
        "`dW{k}` does not depend on what went into layer {k}: all its rows are alike.",
        MEETS,
        input_is(lambda e, k: np.ones_like(e.a(k - 1))),
        RIGHT["db"],
        lambda e, k: e.dz(k),
        what="input",
        planted=(3, 2, 1),
    ),
    in_weights(
        "input-slope",
        "In `dW{k}` the slope is multiplied in once more: `dz{k}` has been through the sigmoid.",
        MEETS,
        input_is(lambda e, k: slope(e.a(k - 1))),
        error_is(lambda e, k: e.dz(k) * slope(e.a(k))),
    ),
    in_weights(
        "input-not-transposed",
        "In `dW{k}` the input is not transposed, so examples meet units.",
        "Write down the shapes of the two factors and of `W{k}`: over what is the sum taken?",
        lambda e, k: e.a(k - 1) @ e.dz(k),
    ),
    in_weights(
        "dw-transposed",
        "`dW{k}` lies on its side: rows and columns have changed places.",
        "It must have the shape of `W{k}`. Which factor comes first?",
        lambda e, k: RIGHT["dW"](e, k).mT,
    ),
    in_weights(
        "input-last",
        "In `dW{k}` the two factors are in the wrong order, so units meet examples.",
        "Write down the shapes of the two factors and of `W{k}`: over what is the sum taken?",
        lambda e, k: e.dz(k) @ e.a(k - 1).mT,
        lambda e, k: e.dz(k) @ e.a(k - 1),
        layers=(2, 1, 3),
    ),
    in_weights(
        "dw-before-the-sigmoid",
        "`dW{k}` is made with `d{a}`: the slope of layer {k} is missing in it.",
        MEETS,
        error_is(lambda e, k: e.da(k)),
        layers=(2, 1, 3),
    ),
    in_weights(
        "dw-error-other-layer",
        "`dW{k}` is made with the `dz` of another layer.",
        "Each layer has a `dz` of its own: look at the indices.",
        error_is(lambda e, k: e.dz(k % 3 + 1)),
        error_is(lambda e, k: e.dz((k + 1) % 3 + 1)),
        layers=(2, 1, 3),
    ),
    in_weights(
        "dw-without-error",
        "`dW{k}` does not depend on how wrong the predictions were.",
        MEETS,
        lambda e, k: e.a(k - 1).mT @ np.ones_like(e.dz(k)) / e.n,
        lambda e, k: e.a(k - 1).mT @ np.ones_like(e.dz(k)),
        lambda e, k: e.a(k - 1).mT @ e.a(k),
        lambda e, k: e.a(k - 1).mT @ e.a(k) / e.n,
        lambda e, k: e.a(k - 1).mT @ slope(e.a(k)),
    ),
    in_weights(
        "dw-not-summed",
        "`dW{k}` holds a matrix for each example: they wait to be added.",
        "All examples share the same weights.",
        lambda e, k: e.a(k - 1)[:, :, None] * e.dz(k)[:, None, :],
    ),
    in_weights(
        "dw-one-example",
        "Only one example is heard in `dW{k}`.",
        "If you loop over the examples: do you add up, or overwrite?",
        lambda e, k: e.a(k - 1)[-1:].mT @ e.dz(k)[-1:],
        lambda e, k: e.a(k - 1)[:1].mT @ e.dz(k)[:1],
    ),
    in_weights(
        "dw-sums-multiplied",
        "In `dW{k}` the sums over the examples are multiplied. First multiply, then add up.",
        MEETS,
        lambda e, k: e.a(k - 1).sum(axis=0)[:, None] * e.dz(k).sum(axis=0),
        lambda e, k: e.a(k - 1).mean(axis=0)[:, None] * e.dz(k).sum(axis=0),
        lambda e, k: e.a(k - 1).mean(axis=0)[:, None] * e.dz(k).mean(axis=0),
    ),
    in_weights(
        "dw-weights",
        "`dW{k}` holds the weights themselves, not their gradient.",
        MEETS,
        lambda e, k: e.W(k),
        lambda e, k: e.W(k) * RIGHT["dW"](e, k),
    ),
    in_weights(
        "dw-with-decay",
        "To `dW{k}` a multiple of the weights is added. The loss has no such term here.",
        "Which terms does L have?",
        lambda e, k, c: RIGHT["dW"](e, k) + c * e.W(k),
        free=True,
    ),
    in_weights(
        "dw-is-the-step",
        "`dW{k}` holds new weights: a step has been taken already. Only the gradient is asked for.",
        "The step comes later, in a function of its own.",
        lambda e, k, c: e.W(k) - c * RIGHT["dW"](e, k),
        free=True,
    ),
    in_weights(
        "dw-zero",
        "`dW{k}` holds nothing but zeros.",
        "Is it made, and never filled?",
        lambda e, k: np.zeros_like(e.W(k)),
    ),
    *factors("dW", in_weights, "dW"),
    scaled(
        "dW",
        in_weights,
        "dw-n-again",
        lambda e: 1 / e.n,
        "`dW{k}` is divided by n again, while `db{k}` is right.",
        "What comes back has its 1/n already, from the loss.",
        "factor",
    ),
]

BIASES = [
    scaled(
        "db",
        in_biases,
        "db-mean",
        lambda e: 1 / e.n,
        "`db{k}` is a mean over the examples where it should be a sum: it is too small by n.",
        "The 1/n of the loss is in `dz{k}` already.",
        "bias",
    ),
    in_biases(
        "db-not-summed",
        "`db{k}` has one row for each example: it still waits to be summed.",
        OWNER,
        lambda e, k: e.dz(k),
    ),
    in_biases(
        "db-summed-too-far",
        "`db{k}` is one number for the whole layer: it was summed over the units too.",
        OWNER,
        lambda e, k: e.dz(k).sum(),
        layers=(2, 1),
    ),
    in_biases(
        "db-averaged-too-far",
        "`db{k}` is one number for the whole layer: the mean of all entries of `dz{k}`.",
        OWNER,
        lambda e, k: e.dz(k).mean(),
        layers=(2, 1),
    ),
    in_biases(
        "db-wrong-axis",
        "`db{k}` is summed, or averaged, over the units, and the examples are kept. It is the "
        "other way round.",
        OWNER,
        lambda e, k: e.dz(k).sum(axis=1, keepdims=True),
        lambda e, k: e.dz(k).sum(axis=1)[None, :],
        lambda e, k: e.dz(k).mean(axis=1, keepdims=True),
        lambda e, k: e.dz(k).mean(axis=1)[None, :],
        layers=(2, 1, 3),
    ),
    in_biases(
        "db-before-the-sigmoid",
        "`db{k}` is made of `da{k}`: the slope of layer {k} is missing in it.",
        "Which array stands right behind the sum with the bias?",
        lambda e, k: e.da(k).sum(axis=0, keepdims=True),
        layers=(2, 1, 3),
        what="bias",
        planted=(2, 1),
    ),
    in_biases(
        "db-other-layer",
        "`db{k}` belongs to another layer. Each layer has a `dz` of its own.",
        "Look at the indices in the line of `db{k}`.",
        lambda e, k: np.full_like(e.b(k), e.dz(3).sum()),
        lambda e, k: e.dz(k % 3 + 1).sum(axis=0, keepdims=True),
        lambda e, k: e.dz((k + 1) % 3 + 1).sum(axis=0, keepdims=True),
        layers=(2, 1, 3),
        what="bias",
        planted=(2, 1),
    ),
    in_biases(
        "db-of-weights",
        "`db{k}` is made of `dW{k}`, so it is weighted with what went into the layer.",
        "A bias is added as it is: which factor does the chain rule bring along from there?",
        lambda e, k: RIGHT["dW"](e, k).sum(axis=0, keepdims=True),
        lambda e, k: RIGHT["dW"](e, k).mean(axis=0, keepdims=True),
        lambda e, k: RIGHT["dW"](e, k)[:1],
        what="bias",
        planted=(3, 2, 1),
    ),
    in_biases(
        "db-one-example",
        "Only one example is heard in `db{k}`.",
        "All examples share the same bias.",
        lambda e, k: e.dz(k)[-1:],
        lambda e, k: e.dz(k)[:1],
        what="bias",
        planted=(3, 2, 1),
    ),
    in_biases(
        "db-zero",
        "`db{k}` holds nothing but zeros.",
        "Biases learn too: how fast does z change with its bias?",
        lambda e, k: np.zeros_like(e.b(k)),
        what="bias",
        planted=(3, 2, 1),
    ),
    in_biases(
        "db-times-bias",
        "`db{k}` is multiplied with the bias itself.",
        "How fast does z change if its bias grows a little?",
        lambda e, k: RIGHT["db"](e, k) * e.b(k),
        lambda e, k: e.b(k),
        what="bias",
        planted=(3, 2, 1),
    ),
    in_biases(
        "db-without-error",
        "`db{k}` does not depend on how wrong the predictions were.",
        OWNER,
        lambda e, k: np.ones_like(e.b(k)),
        lambda e, k: np.full_like(e.b(k), e.n),
        lambda e, k: e.a(k).sum(axis=0, keepdims=True),
        lambda e, k: e.a(k).mean(axis=0, keepdims=True),
    ),
    in_biases(
        "db-is-the-step",
        "`db{k}` holds the new biases: a step has been taken. Only the gradient is asked for.",
        "The step comes later, in a function of its own.",
        lambda e, k, c: e.b(k) - c * RIGHT["db"](e, k),
        free=True,
    ),
    *factors("db", in_biases, "db"),
]

SLIPS = [*WEIGHTS, *BIASES]
