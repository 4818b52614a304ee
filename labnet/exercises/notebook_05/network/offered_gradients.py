"""What a class offers as its gradients, and its steps read as gradients where it offers none."""

import numpy as np

from ...notebook_03.exercises import EXERCISES as PASSES
from .found_parameters import parameters
from .places import places

RATE = 0.5  # of the step from which gradients are read


def offered(net, returned):
    """The gradients by name, if the class offers them: as returned, or in `grads`."""
    kept = getattr(net, "grads", None)
    return next((one for one in (kept, returned) if isinstance(one, dict) and one), None)


def arrays_of(net):
    """A copy of every array that the object keeps."""
    return [np.array(value, float) for _, value in places(net) if np.ndim(value)]


def holds(arrays, wanted):
    """Whether each of the wanted arrays is among them, in this shape or turned."""
    return all(any(alike(one, other) for other in arrays) for one in wanted)


def alike(one, other):
    if one.size != other.size:
        return False
    ways = (other, other.T) if other.ndim == 2 else (other,)
    margin = 1e-5 * np.abs(one).max()
    return any(np.allclose(one.ravel(), way.ravel(), rtol=0, atol=margin) for way in ways)


def as_function(lab):
    """The Verdict on its passes as the function `backward` of 03, which knows many mistakes."""
    (exercise,) = (one for one in PASSES if one.name == "backward")

    def backward(y, cache, params):
        sizes = [len(params["W1"]), len(params["W2"]), len(params["W3"]), 1]
        net, one = lab.new(sizes, "sigmoid"), parameters(lab, sizes, "sigmoid")
        with one.holding(net, vector_of(one, params)):
            net.forward(cache["x"])
            return offered(net, net.backward(y)) or stepped(net, one)

    return exercise.judge(backward)


def vector_of(one, params):
    """The parameters as the object keeps them."""
    vector = np.empty(one.count)
    for name, places_of_it in one.layout.items():
        vector[places_of_it] = np.reshape(params[name], places_of_it.shape)
    return vector


def stepped(net, one):
    """The gradients that a step shows, by name."""
    grads = one.named(one.moved(net, lambda: net.step(RATE)) / RATE)
    return {f"d{name}": value for name, value in grads.items()}
