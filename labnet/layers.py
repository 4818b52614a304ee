"""Layers: each has its forward line and, beside it, the backward line that follows from it.

``forward`` keeps what ``backward`` needs, so a second ``forward`` overwrites it: call
``backward`` before the next ``forward``, or use ``Network.predict``, which keeps nothing.
Every line works on one network, x (n, n_in), and on R networks at once, x (R, n, n_in).
"""

import numpy as np

from .support import checks
from .support.errors import MissingError
from .support.memory import row_of_ones

MANY = 8  # examples


def sigmoid(z):
    """1 / (1 + exp(-z)), elementwise.

    exp overflows above 709.78. The cap makes 1.2e-308 of all results below it, and no warning.
    """
    z = checks.as_floats(z, "z")
    return 1.0 / (1.0 + np.exp(np.minimum(-z, 709.0)))


class Layer:
    """What a network needs of a layer: ``forward(x)``, ``backward(d_output) -> d_input``."""

    shapes = {}  # name -> shape of each parameter; a layer with parameters overrides it

    def __repr__(self):
        return f"{type(self).__name__}()"

    def __getattr__(self, name):
        """Reached where `name` is missing: weights before a network, memory before forward."""
        raise MissingError(
            f"This {type(self).__name__} has no {name!r} yet. Its weights come from the Network it "
            "is put into, and what backward needs comes from forward: call forward first."
        )


class Linear(Layer):
    """z = x W + b, with W (n_in, n_out) and b (1, n_out).

    dW = x.T dz,  db = sum of dz over the examples,  dx = dz W.T

    Parameters
    ----------
    n_in, n_out : how many numbers each example has before and after.
    bias : False leaves b out.
    init, bias_init : how W and b start. "xavier" N(0, 1/n_in) (LeCun et al. 1998; called so
        after the similar one of Glorot & Bengio 2010), "he" N(0, 2/n_in) (He et al. 2015), "normal"
        N(0, 1), "uniform" (-1, 1), "positive" (0, 1), "zeros", or a function of (rng, shape) that
        returns an array of that shape.

    The arrays W, b, dW and db are views into the vectors theta and dtheta of the network.
    """

    def __init__(self, n_in, n_out, bias=True, init="xavier", bias_init="zeros"):
        self.n_in = checks.positive_whole(n_in, "n_in")
        self.n_out = checks.positive_whole(n_out, "n_out")
        self.bias = checks.switch(bias, "bias")
        self.shapes = {"W": (self.n_in, self.n_out)} | ({"b": (1, self.n_out)} if bias else {})
        self.inits = {"W": known_init(init, "init"), "b": known_init(bias_init, "bias_init")}
        self.b = 0.0  # stays so without a bias

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dz):
        self.parameter_gradients(dz)
        return dz @ self.W.mT

    def parameter_gradients(self, dz):
        self.dW[...] = self.x.mT @ dz
        if self.bias and dz.shape[-2] < MANY:
            dz.sum(axis=-2, keepdims=True, out=self.db)
        elif self.bias:  # of many examples: the same sum as a product, in a fraction of the time
            np.matmul(row_of_ones(dz.shape[-2]), dz, out=self.db)

    def initial(self, rng):
        """Draw W and then b, one network's worth."""
        for name, shape in self.shapes.items():
            init = self.inits[name]
            values = init(rng, shape) if callable(init) else INITS[init](rng, shape)
            yield checks.initial_values(values, self, name)

    def __repr__(self):
        bias = "" if self.bias else ", bias=False"
        return f"{type(self).__name__}({self.n_in}, {self.n_out}{bias})"


class Sigmoid(Layer):
    """a = 1 / (1 + exp(-z)). Slope: da/dz = sigmoid(z) (1 - sigmoid(z)), which is a (1 - a).

    Far out a rounds to 1, its slope to 0, and da may be infinite: 0 times infinity is no number.
    So where a network ends in a Sigmoid, BinaryCrossEntropy is handed z as well as p, gives
    dz = (p - y)/n itself, and ``backward`` of this last Sigmoid is left out.
    """

    def forward(self, z):
        self.a = sigmoid(z)
        return self.a

    def backward(self, da):
        return da * (self.a * (1.0 - self.a))


class Tanh(Layer):
    """a = tanh(z). Slope: da/dz = 1 - tanh(z)^2, which is 1 - a^2."""

    def forward(self, z):
        self.a = np.tanh(z)
        return self.a

    def backward(self, da):
        return da * (1.0 - self.a * self.a)


class ReLU(Layer):
    """a = max(z, 0). Slope: 1 where z > 0, otherwise 0 (at the kink z = 0 too)."""

    def forward(self, z):
        self.positive = z > 0
        return np.maximum(z, 0.0)

    def backward(self, da):
        return da * self.positive


class LeakyReLU(Layer):
    """a = z where z > 0, otherwise alpha z. Slope: 1 where z > 0, otherwise alpha."""

    def __init__(self, alpha=0.01):
        self.alpha = checks.finite_number(alpha, "alpha")

    def forward(self, z):
        self.slope = np.where(z > 0, 1.0, self.alpha)
        return self.slope * z

    def backward(self, da):
        return da * self.slope

    def __repr__(self):
        return f"{type(self).__name__}({self.alpha})"


def _normal(variance):
    """N(0, variance(n_in)) for an array of shape (n_in, n_out)."""
    return lambda rng, shape: rng.normal(0.0, variance(shape[0]) ** 0.5, shape)


INITS = {
    "xavier": _normal(lambda n_in: 1 / n_in),
    "he": _normal(lambda n_in: 2 / n_in),
    "normal": _normal(lambda n_in: 1),
    "uniform": lambda rng, shape: rng.uniform(-1.0, 1.0, shape),
    "positive": lambda rng, shape: rng.uniform(0.0, 1.0, shape),
    "zeros": lambda rng, shape: np.zeros(shape),
}


def known_init(init, name):
    """A function, or a word of INITS: kept as a word, so that a network can be pickled."""
    return init if callable(init) else checks.one_of(init, INITS, name)
