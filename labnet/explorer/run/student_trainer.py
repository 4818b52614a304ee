"""The student's network in training: its own methods are called, and looked at each time."""

from copy import copy
from functools import cached_property
from math import isfinite

import numpy as np

from ...experiments.setup import streams
from ...losses import BinaryCrossEntropy
from ...support import checks
from .labnet_networks import OUTPUTS, batches
from .making import METHODS, twin, uncopied
from .mirror import Mirror
from .returned import arrays, column, flat, gradients_of, offered, reached, weights, wrong
from .trainer import Trainer

LEAST = 1e-12  # keeps the cross-entropy finite where p is exactly 0 or 1
NO_PROBABILITY = (
    "Cross-entropy needs numbers between 0 and 1: end with a sigmoid, or choose "
    "'none, squared error' as output and loss."
)
MOVES = (
    "Your backward moves the weights, which is for step alone: here they move twice in an epoch or "
    "more, for backward is also called to show its gradients."
)
MODERATE = 1e3  # weights up to here make no number overflow
AT_FIRST = "returned {} before any training: look for 0/0 or log(0)."
LATER = "returned {}, though {}: look for 0/0, log(0) or an exp of large numbers."
LEFT_OUT = (
    "{} cannot be copied ({}): each start builds it anew, and your own gradients of one example "
    "are left out."
)


class StudentTrainer(Trainer):
    """Calls the student's methods, and looks at what they return each time."""

    z = theta = dtheta = None  # are the student's own affair

    def __init__(self, network, settings, X, y):
        *_, for_order = streams(settings["seed"])
        super().__init__(settings, X, y)
        self.batches = batches(settings, self.X, self.y, for_order)
        for name in METHODS:
            checks.require(
                callable(getattr(network, name, None)),
                f"{type(network).__name__} has no method {name!r}; expected {', '.join(METHODS)}.",
            )
        self.network, self.mirror, self.settings = network, Mirror(settings), settings
        self.learner = self.optimizer = self
        self.loss, self.p, self.stepped = measured(settings["output"]), None, False
        self.forward(X)

    def backward(self, dp, of):
        """The student's own, which begins at y."""
        returned = self.network.backward(self.loss.y)
        for name, gradient in offered(self.network, returned).items():
            if not isfinite(np.vdot(gradient, gradient)) and self.moderate():
                raise wrong(self.network.backward, LATER.format(f"NaN in {name}", self.moderate()))

    def step(self, theta, dtheta, lr):
        """The student's own, after weight decay: W - lr (dW + decay W) = (1 - lr decay) W - lr dW.

        That holds for gradient descent. A class whose step does more, such as Adam, gets decoupled
        weight decay (Loshchilov & Hutter 2019).
        """
        if decay := self.settings["decay"]:
            for W in weights(self.network):
                W[...] = (1 - lr * decay) * W
        self.network.step(lr)
        self.stepped = True

    def measure(self):
        self.p = self.forward(self.X)
        return self.loss.forward(self.p, self.y), self.p

    def measure_held_out(self):
        p = self.forward(self.held_X)
        return copy(self.loss).forward(p, self.held_y), p

    def forward(self, X):
        """p for the training; NaN is for the loss to tell, where the weights have run away."""
        p = self.predict(X)
        if isfinite(p.sum()) or np.isfinite(p).all():
            return p
        what = "NaN" if np.isnan(p).any() else "infinite numbers"
        if not self.stepped:
            raise wrong(self.network.forward, AT_FIRST.format(what))
        if self.moderate():
            raise wrong(self.network.forward, LATER.format(what, self.moderate()))
        return np.full_like(p, np.nan)

    def moderate(self):
        """That its numbers are small, in words; "" if they are not, and may have overflown."""
        arrays = self.arrays()
        if arrays:
            largest = max(np.abs(array).max(initial=0) for array in arrays.values())
            return f"its largest weight is {largest:.3g}" if largest <= MODERATE else ""
        largest = np.abs(self.p).max()
        return f"its last p reached no further than {largest:.3g}" if largest <= MODERATE else ""

    def predict(self, X):
        forward = self.network.forward
        p = column(forward(X), len(X), forward)
        inside = p.min() >= 0 and p.max() <= 1
        if isinstance(self.loss, BinaryCrossEntropy) and not inside and outside(p):
            raise wrong(
                forward, f"returned p from {p.min():.4g} to {p.max():.4g}. {NO_PROBABILITY}"
            )
        return p

    def arrays(self):
        return arrays(self.network)

    @cached_property
    def reached(self):
        """Tried on a copy; of one that cannot be copied, it is taken for granted."""
        own = twin(self.network)
        return own is None or reached(lambda: own)

    def gradients(self):
        return gradients_of(self.network, self.y)

    def example_gradients(self, x, y):
        network = twin(self.network)
        if network is None:
            return None
        network.forward(x)
        return gradients_of(network, y)

    def remark(self):
        """What to say if `backward` alone changes p: tried on a copy, once lr is known to it."""
        network, lr = twin(self.network), self.settings["lr"]
        if network is None:
            return LEFT_OUT.format(type(self.network).__name__, uncopied(self.network))
        network.forward(self.X)
        network.backward(self.y)
        network.step(lr)
        before, again = (np.array(network.forward(self.X)) for _ in range(2))
        network.backward(self.y)
        after = np.array(network.forward(self.X))
        return MOVES if np.array_equal(before, again) and (before != after).any() else ""

    @property
    def net(self):
        params = getattr(self.network, "params", None)
        theta = flat(params, "")
        return None if theta is None else self.mirror.network(params, theta, self.X, self.p)


def measured(output):
    """The loss that is shown; the one that is trained is the student's own affair."""
    _, loss = OUTPUTS[output]
    return BinaryCrossEntropy(eps=LEAST) if isinstance(loss, BinaryCrossEntropy) else copy(loss)


def outside(p):
    """Whether some of its numbers are no probabilities; NaN and infinity are told elsewhere."""
    return (np.isfinite(p) & ((p < 0) | (p > 1))).any()
