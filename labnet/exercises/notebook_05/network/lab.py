"""Lab: networks of one class, and data for them."""

import numpy as np

from ...engine.reading import numbers

METHODS = {"forward": "x", "backward": "y", "step": "lr"}  # and what each takes
OTHERS = ([2, 3, 1], [2, 4, 3, 2, 1])  # with fewer layers, and with more
SQUARE = ([2, 3, 3, 1], [2, 2, 2, 1])  # here W and W.T are of one shape, and so may x and x.T be


class Lab:
    """x, y : five examples. sizes, activation : of the networks that are tried first."""

    def __init__(self, cls, sizes, activation, rng):
        self.cls, self.sizes, self.activation = cls, sizes, activation
        self.seed = int(rng.integers(2**31))
        self.x = rng.uniform(-1, 1, (5, 2))
        self.y = np.array([[1.0], [0.0], [1.0], [1.0], [0.0]])
        self.values = rng.normal(size=1000)
        self.known = {}  # (sizes, activation): where such a network keeps its parameters

    def new(self, sizes=None, activation=None, seed=0):
        rng = np.random.default_rng(self.seed + seed)
        return self.cls(
            list(sizes or self.sizes), activation=activation or self.activation, rng=rng
        )

    def p(self, net, x=None):
        """What forward gives, as an array."""
        return numbers(net.forward((self.x if x is None else x).copy()), "`forward`")

    def inputs(self, sizes):
        """Five examples for networks of these sizes."""
        return self.x if sizes[0] == 2 else self.values[: 5 * sizes[0]].reshape(5, -1)

    def settings(self):
        """(sizes, activation) of the networks whose passes are looked at, the plainest first."""
        first = [(self.sizes, "sigmoid"), (self.sizes, "tanh")]
        others = [(one, "sigmoid") for one in OTHERS]
        return first + others + [(one, name) for one in SQUARE for name in ("sigmoid", "tanh")]

    def kind(self, sizes, activation, n):
        """What is special about the first setting in which something is wrong; "" for nothing."""
        if n < len(self.x) and sizes not in SQUARE:
            return "for-others"
        if sizes in SQUARE:
            return "for-square"
        if activation == "tanh":
            return "for-tanh"
        return "" if sizes == self.sizes else "for-depth"
