"""Network: layers in order, the chain rule in reverse, and every parameter in one vector."""

from copy import copy
from math import prod

import numpy as np

from . import saved
from .layers import Layer, Linear, Sigmoid
from .support import checks
from .support.memory import keep_freed

diverging = np.errstate(over="ignore", invalid="ignore")  # weights that diverged give NaN


class Network:
    """Layers applied in order.

        net = Network(Linear(2, 10), Sigmoid(), Linear(10, 1), Sigmoid(), rng=rng)

    Parameters
    ----------
    layers : Linear and activation layers; without an activation there is no layer.
    rng : np.random.Generator from which the weights are drawn.
    runs : None for one network. R for R networks that share every line of code: theta is (R, P),
        W is (R, n_in, n_out), predictions are (R, n, 1), and each run draws its weights from its
        own stream, split off from `rng` (``rng.spawn(R)``). `rng` may also be a list of R.

    Attributes
    ----------
    theta, dtheta : (P,) or (R, P). Each layer's W, b, dW and db are views into them, so
        ``net.theta -= lr * net.dtheta`` is a step of gradient descent. Assigning writes into the
        vector that is there.
    p, z : what the last `forward` gave, and that of which a Sigmoid at the end made it (None
        without one), for ``loss.forward(p, y, z)``.

    Errors: LabnetError for sizes that don't meet, for layers or generators that are none.
    """

    p = z = None

    def __init__(self, *layers, rng, runs=None):
        self.layers = checks.chain(layers, Layer)
        widths = [(layer.n_in, layer.n_out) for layer in layers if layer.shapes]
        self.n_in, self.n_out = widths[0][0], widths[-1][1]
        rngs = checks.generators(rng, runs)
        self.runs = len(rngs) if isinstance(rngs, list) else None
        if self.runs:
            keep_freed()
        draws = [self._draw(one) for one in (rngs if self.runs else [rngs])]
        self.theta = np.array(draws) if self.runs else draws[0]
        self.dtheta = np.zeros_like(self.theta)
        self._bind()

    def __setattr__(self, name, value):
        if name in ("theta", "dtheta") and name in vars(self):
            here = vars(self)[name]  # a new array would leave the layers' views behind
            here[...] = checks.broadcast(value, here.shape, name)
        else:
            super().__setattr__(name, value)

    @diverging
    def forward(self, x):
        """p (n, n_out), keeping in each layer what `backward` needs."""
        *others, last = self.layers
        z = run_forward(others, checks.inputs(x, self))
        self.p, self.z = last.forward(z), z if type(last) is Sigmoid else None
        return self.p

    @diverging
    def backward(self, dp, of="p"):
        """dtheta, given dp = dL/dp for the last `forward`; or dz of a last Sigmoid, with of="z"."""
        dv = checks.output_gradient(dp, self.p)
        run_backward(self.layers[: checks.end(of, self)], dv)
        return self.dtheta

    @diverging
    def predict(self, x):
        """p, as `forward` gives it; nothing is kept, and a `backward` still to come undisturbed."""
        return run_forward(map(copy, self.layers), checks.inputs(x, self))

    def parameters(self):
        """Yield (layer, name, slice): where each layer's W or b stands in theta."""
        start = 0
        for layer in self.layers:
            for name, shape in layer.shapes.items():
                yield layer, name, slice(start, start + prod(shape))
                start += prod(shape)

    @property
    def is_weight(self):
        """(P,): True where theta has a weight, False where it has a bias."""
        parts = [(name != "b", where.stop - where.start) for _, name, where in self.parameters()]
        return np.repeat(*zip(*parts, strict=True))

    def save(self, path):
        """Write all parameters to `path` (npz). An older file is replaced once all is written."""
        saved.write(path, self)

    def load(self, path):
        """Read the parameters that `save` wrote for a network of the same layers; return self.

        Errors: LabnetError if the file is missing, is no saved network, or fits other layers.
        """
        self.theta[...] = saved.read(path, self)
        return self

    def layers_text(self):
        return ", ".join(map(repr, self.layers))

    def _draw(self, rng):
        """theta for one network, drawn layer by layer, so that a seed means one network."""
        draws = (layer.initial(rng) for layer in self.layers if layer.shapes)
        return np.concatenate([values.ravel() for draw in draws for values in draw])

    def _bind(self):
        """Make each layer's parameters views into theta, and their gradients views into dtheta."""
        lead = self.theta.shape[:-1]
        for layer, name, where in self.parameters():
            shape = lead + layer.shapes[name]
            setattr(layer, name, self.theta[..., where].reshape(shape))
            setattr(layer, "d" + name, self.dtheta[..., where].reshape(shape))

    def __setstate__(self, state):
        """Copies and pickles hold arrays of their own: make them views again."""
        self.__dict__.update(state)
        self._bind()

    def __repr__(self):
        runs = f", runs={self.runs}" if self.runs else ""
        return f"Network({self.layers_text()}{runs}), {self.theta.shape[-1]} parameters"


def run_forward(layers, v, kept=None):
    """What the last of these layers gives; what each one gives is added to the list `kept`."""
    for layer in layers:
        v = layer.forward(v)
        if kept is not None:
            kept.append(v)
    return v


def run_backward(layers, dv, kept=None):
    """The chain rule, last layer first; the gradient that each layer gets is added to `kept`.

    The data need no gradient, so a Linear that comes first gives none.
    """
    for layer in reversed(layers):
        if kept is not None:
            kept.append(dv)
        if layer is layers[0] and type(layer).backward is Linear.backward:
            layer.parameter_gradients(dv)
        else:
            dv = layer.backward(dv)
