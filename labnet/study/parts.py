"""Parts that only the claims need: mistakes that a report wrote, and readings of its formulas."""

import numpy as np

from ..data import xor_data
from ..experiments.setup import MissingTranspose
from ..layers import Linear, Sigmoid, sigmoid
from ..losses import BinaryCrossEntropy
from ..network import Network
from ..optimizers import Adam
from ..presets import presets


class WrongSigns(BinaryCrossEntropy):
    """Cross-entropy with a mistake: dp = y/p + (1 - y)/(1 - p), where the second needs a minus."""

    def backward(self):
        return np.abs(super().backward())


class SlopeAtActivation(Sigmoid):
    """Sigmoid with a mistake: its slope is sigmoid(a) (1 - sigmoid(a)), where a (1 - a) belongs."""

    def backward(self, da):
        s = sigmoid(self.a)
        return da * s * (1.0 - s)


def slopes_at_activations(rng):
    """The network of the report with a linear output, with SlopeAtActivation in its layers."""
    init = presets["E"].on("xor").init
    return Network(
        Linear(2, 4, bias=False, init=init),
        SlopeAtActivation(),
        MissingTranspose(4, 4, bias=False, init=init),
        SlopeAtActivation(),
        Linear(4, 1, bias=False, init=init),
        rng=rng,
    )


class AdamCountingEpochs(Adam):
    """Adam with another reading of its t: the number of the epoch, and not of the update.

    updates : how many an epoch has.
    """

    def __init__(self, lr, updates, eps):
        super().__init__(lr, eps=eps)
        self.updates = updates

    def start(self, theta):
        super().start(theta)
        self.done = 0

    def update(self, theta, dtheta, lr):
        self.t = self.done // self.updates  # to which Adam's own update adds 1
        self.done += 1
        super().update(theta, dtheta, lr)


def adam_counting_epochs(lr):
    """For the report that has Adam and cross-entropy, which takes one XOR point at a time."""
    return AdamCountingEpochs(lr, len(xor_data()[0]), presets["D"].on("xor").adam_eps)
