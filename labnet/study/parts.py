"""Parts that only the claims need: mistakes that a report wrote, and readings of its formulas."""

import numpy as np

from ..experiments.setup import MissingTranspose
from ..layers import Linear, Sigmoid, sigmoid
from ..losses import BinaryCrossEntropy, true_class
from ..network import Network
from ..optimizers import Adam
from ..presets import presets


class WrongSigns(BinaryCrossEntropy):
    """Cross-entropy with a mistake: dp = y/p + (1 - y)/(1 - p), where the second needs a minus."""

    def slopes(self, p, y):
        with np.errstate(divide="ignore"):
            return 1.0 / (true_class(p, y) + self.eps)


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
    """Adam with another reading of its t: the number of the epoch, and not of the update."""

    def new_epoch(self, theta):
        super().new_epoch(theta)
        self.t += 1

    def update(self, theta, dtheta, lr):
        self.t -= 1  # for Adam's own update, which adds 1
        super().update(theta, dtheta, lr)


def adam_counting_epochs(lr):
    """AdamCountingEpochs with the eps of the report that has Adam and cross-entropy."""
    return AdamCountingEpochs(lr, eps=presets["D"].on("xor").adam_eps)
