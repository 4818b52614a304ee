"""Mistakes in `backward_pass` of notebook 03."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.judging import is_same
from ...engine.reading import is_relaid
from ..exercises import backward
from ..slips import hidden_layers, output_layer, parameters
from ..slips.catalogued import enter_slips
from ..slips.slip import backward_with

# backward(y, cache, params)


wrong, weak = rows_of("backward")

for slips in (output_layer.SLIPS, hidden_layers.SLIPS, parameters.SLIPS):
    enter_slips("backward", slips, backward_with)


def cache_overwritten(y, cache, params):
    slope = cache["a2"]
    a2 = slope
    slope *= 1 - slope
    dz3 = (cache["p"] - y) / len(y)
    dz2 = dz3 @ params["W3"].T * slope
    dz1 = dz2 @ params["W2"].T * cache["a1"] * (1 - cache["a1"])
    grads = {"dW3": a2.T @ dz3, "db3": dz3.sum(axis=0)}
    grads |= {"dW2": cache["a1"].T @ dz2, "db2": dz2.sum(axis=0)}
    return grads | {"dW1": cache["x"].T @ dz1, "db1": dz1.sum(axis=0)}


wrong("backward-cache-overwritten", cache_overwritten).says(
    "The cache itself was changed, and a later line still needed what stood there. Two names can "
    "point to one array.",
    "`s *= 2` writes into the array that s points to; `s = s * 2` makes a new one.",
)


def weights_and_biases_swapped(y, cache, params):
    grads = backward(y, cache, params)
    return {other_kind(name): dv for name, dv in grads.items()}


wrong(
    "backward-weights-and-biases-swapped",
    weights_and_biases_swapped,
    shows=lambda case, answer: are_weights_and_biases_swapped(backward(*case.args), answer.values),
).says(
    "The gradients are right, but those of weights and biases have changed places.",
    "Compare each name in your dictionary with the shape of its array.",
)


def other_kind(name):
    """dW1 for db1, and the other way round."""
    return f"d{'W' if name[1] == 'b' else 'b'}{name[2]}"


def are_weights_and_biases_swapped(right, given):
    return given is not None and all(
        is_same(given[name].ravel(), right[other_kind(name)].ravel()) for name in right
    )


def layers_swapped(y, cache, params):
    grads = backward(y, cache, params)
    return {f"{name[:-1]}{4 - int(name[-1])}": dv for name, dv in grads.items()}


wrong("backward-layers-swapped", layers_swapped).says(
    "The gradients are right, but they come back under the names of other layers.",
    "Compare each name in your dictionary with the shape of its array.",
)


def divides_by_slope(y, cache, params):
    p = cache["p"]
    dp = (p - y) / (p * (1 - p)) / len(y)
    dz3 = dp * (p * (1 - p))
    return backward(y, cache | {"p": dz3 * len(y) + y}, params)


weak("backward-divides-by-slope", divides_by_slope).says(
    "where a prediction is exactly 0 or 1 you divide 0 by 0. The short form of `dz3`, in which "
    "the slope has cancelled, never does."
)


weak(
    "backward-db-flat",
    lambda y, cache, params: {
        name: dv[0] if "b" in name else dv for name, dv in backward(y, cache, params).items()
    },
    shows=is_relaid,
).says("Each `db` has lost its axis: with `keepdims=True` it keeps the shape of its b.")


# relative_error(a, b)


def sizes(a, b):
    return np.abs(a) + np.abs(b)


def held(below):
    """What the difference is divided by."""
    return np.maximum(1e-8, below)


WITH_SIGNS = (
    lambda a, b: a + b,
    lambda a, b: np.abs(a) + b,
    lambda a, b: a + np.abs(b),
    lambda a, b: np.abs(a + b),
)
OTHER_FLOORS = (
    *(lambda size, k=k: np.maximum(10.0**-k, size) for k in (2, 3, 4, 5, 6, 9, 10, 12, 15, 16)),
    *(lambda size, k=k: size + 10.0**-k for k in (4, 5, 6, 7, 10, 12, 15, 16)),
)
