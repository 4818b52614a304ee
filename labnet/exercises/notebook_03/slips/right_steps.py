"""The arrays of both passes by name, and the right formula of every step.

The core's layers compute the same; but here a slip must be able to stand in the place of each step.
"""

from ....layers import sigmoid

LAST = 3
FORWARD = [("x", 0), *((place, k) for k in (1, 2, 3) for place in ("z", "a"))]
BACKWARD = [(place, k) for k in (3, 2, 1) for place in ("da", "dz", "dW", "db")]
PARAMETERS = [place + str(k) for k in (1, 2, 3) for place in ("W", "b")]
GRADIENTS = [place + str(k) for k in (3, 2, 1) for place in ("dW", "db")]


class Values(dict):
    """{name: array}; a(k), W(k), dz(k), ... of layer k, where a(0) is x and a(3) is p."""

    def a(self, k):
        return self[name("a", k)]

    def z(self, k):
        return self[f"z{k}"]

    def W(self, k):
        return self[f"W{k}"]

    def b(self, k):
        return self[f"b{k}"]

    def da(self, k):
        return self[f"da{k}"]

    def dz(self, k):
        return self[f"dz{k}"]

    @property
    def error(self):
        """How far the predictions are from the labels."""
        return self["p"] - self["y"]

    @property
    def n(self):
        return len(self["x"])


def name(place, k):
    """The name of an array: ("dW", 2) is "dW2", ("a", 3) is "p"."""
    if place == "a" and k in (0, LAST):
        return "p" if k else "x"
    return f"{place}{k}" if k else place


def slope(a):
    """The slope of the sigmoid, written with its output."""
    return a * (1 - a)


def back_through_weights(e, k):
    """da of layer k; da3 is dp."""
    if k == LAST:
        return e.error / slope(e["p"]) / e.n
    return e.dz(k + 1) @ e.W(k + 1).mT


def back_through_sigmoid(e, k):
    """dz of layer k; in dz3 the slope cancels."""
    return e.error / e.n if k == LAST else e.da(k) * slope(e.a(k))


RIGHT = {
    "x": lambda e, k: e["x"],
    "z": lambda e, k: e.a(k - 1) @ e.W(k) + e.b(k),
    "a": lambda e, k: sigmoid(e.z(k)),
    "da": back_through_weights,
    "dz": back_through_sigmoid,
    "dW": lambda e, k: e.a(k - 1).mT @ e.dz(k),
    "db": lambda e, k: e.dz(k).sum(axis=-2, keepdims=True),
}


def run(e, steps, slips):
    """Write the arrays of these steps into e, with {(place, layer): formula} instead of the right.

    A formula takes (e, k) and gives the array.
    """
    for place, k in steps:
        e[name(place, k)] = slips.get((place, k), RIGHT[place])(e, k)
    return e


def before_forward(x, params):
    return Values(params, x=x)


def before_backward(y, cache, params):
    return Values({**params, **cache}, y=y)
