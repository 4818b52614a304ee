"""Mistakes in `backward` of notebook 03."""

from ...engine.catalogue import rows_of
from ...engine.judging import is_same
from ...engine.reading import is_relaid
from ..exercises import backward
from ..slips import hidden_layers, output_layer, parameters
from ..slips.catalogued import enter_slips
from ..slips.slip import backward_with

wrong, weak = rows_of("backward")


for slips in (output_layer.SLIPS, hidden_layers.SLIPS, parameters.SLIPS):
    enter_slips("backward", slips, backward_with)


def cache_overwritten(y, cache, params):
    grads, a2 = backward(y, cache, params), cache["a2"]
    a2 *= 1 - a2
    return grads | {"dW3": a2.T @ (cache["p"] - y) / len(y)}


wrong("backward-cache-overwritten", cache_overwritten).says(
    "The cache itself was changed, and a later line still needed what stood there. Two names can "
    "point to one array.",
    "`s *= 2` writes into the array that s points to; `s = s * 2` makes a new one.",
)


def renamed(new_name):
    """The right gradients, but each under another name."""
    return lambda *args: {new_name(name): dv for name, dv in backward(*args).items()}


def other_kind(name):
    """dW1 for db1, and the other way round."""
    return f"d{'W' if name[1] == 'b' else 'b'}{name[2]}"


def are_kinds_swapped(case, answer):
    right, given = backward(*case.args), answer.values
    return given is not None and all(
        is_same(given[name].ravel(), right[other_kind(name)].ravel()) for name in right
    )


wrong("backward-weights-and-biases-swapped", renamed(other_kind), shows=are_kinds_swapped).says(
    "The gradients are right, but those of weights and biases have changed places.",
    "Compare each name in your dictionary with the shape of its array.",
)


wrong("backward-layers-swapped", renamed(lambda name: f"{name[:-1]}{4 - int(name[-1])}")).says(
    "The gradients are right, but they come back under the names of other layers.",
    "Compare each name in your dictionary with the shape of its array.",
)


def divides_by_slope(y, cache, params):
    p = cache["p"]
    slope = p * (1 - p)
    return backward(y, cache | {"p": (p - y) / slope * slope + y}, params)


weak("backward-divides-by-slope", divides_by_slope).says(
    "where a prediction is exactly 0 or 1 you divide 0 by 0. The short form of `dz3`, in which "
    "the slope has cancelled, never does."
)


def db_flat(*args):
    return {name: dv[0] if "b" in name else dv for name, dv in backward(*args).items()}


weak("backward-db-flat", db_flat, shows=is_relaid).says(
    "Each `db` has lost its axis: with `keepdims=True` it keeps the shape of its b."
)
