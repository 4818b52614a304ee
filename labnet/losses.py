"""Losses: ``forward(p, y)`` gives L, ``backward()`` gives dp. The factor 1/n lives here only."""

import numpy as np

from .support import checks


class Loss:
    """What the losses share: remembering p and y, and the mean or sum over one network's numbers.

    p and y are (n, 1), or (R, n, 1) for R runs; L is a number, or (R,).
    """

    def __init__(self, reduction="mean"):
        self.reduction = checks.one_of(reduction, ("mean", "sum"), "reduction")
        self.p = None

    def forward(self, p, y):
        self.p, self.y = self.check(p, y)
        return self.reduce(self.values(self.p, self.y))

    def backward(self):
        """dp = dL/dp, of the shape of p."""
        checks.forward_was_called(self.p)
        return self.scale(self.p) * self.slopes(self.p, self.y)

    def check(self, p, y):
        return checks.predictions_and_labels(p, y)

    def check_labels(self, y):
        return y

    def scale(self, p):
        """1/n for the mean, 1 for the sum."""
        return 1.0 / (p.shape[-2] * p.shape[-1]) if self.reduction == "mean" else 1.0

    def reduce(self, values):
        return self.scale(values) * values.sum(axis=(-2, -1))


class SquaredError(Loss):
    """L = mean (p - y)^2, and dp = 2 (p - y) / n. With half=True both are halved."""

    def __init__(self, reduction="mean", half=False):
        super().__init__(reduction)
        self.half = checks.switch(half, "half")
        self.factor = 0.5 if half else 1.0

    def values(self, p, y):
        with np.errstate(over="ignore"):
            return self.factor * (p - y) ** 2

    def slopes(self, p, y):
        return (2.0 * self.factor) * (p - y)

    def __repr__(self):
        return f"SquaredError({self.reduction!r}{', half=True' if self.half else ''})"


class BinaryCrossEntropy(Loss):
    """L = mean of -log q, where q is the probability that p gives to the true class.

    q = p where y = 1 and 1 - p where y = 0, so this is -y log p - (1 - y) log(1 - p), and
    dp = -1/(n q) where y = 1, +1/(n q) where y = 0.

    `eps` is the textbook's guard: log(q + eps). Without it L is inf where q = 0. After a Sigmoid,
    `loss_and_gradient` needs no guard: it takes L and dz = (p - y)/n from z itself.
    """

    def __init__(self, reduction="mean", eps=0.0):
        super().__init__(reduction)
        self.eps = checks.not_negative(eps, "eps")

    def check(self, p, y):
        p, y = super().check(p, y)
        return checks.probabilities(p), self.check_labels(y)

    def check_labels(self, y):
        return checks.labels(y)

    def values(self, p, y):
        with np.errstate(divide="ignore"):
            return -np.log(true_class(p, y) + self.eps)

    def slopes(self, p, y):
        with np.errstate(divide="ignore"):
            return np.where(y == 1, -1.0, 1.0) / (true_class(p, y) + self.eps)

    def forward_from_logits(self, z, y):
        """L for p = sigmoid(z): -log q = log(1 + exp(-z)) where y = 1, log(1 + exp(z)) elsewhere.

        Finite and exact for every finite z, also where p itself rounds to 0 or 1.
        """
        return self.reduce(np.logaddexp(0.0, (1.0 - 2.0 * y) * z))

    def backward_to_logits(self, p, y):
        """dz = (p - y)/n: the sigmoid's slope p (1 - p) cancels against 1/q."""
        return self.scale(p) * (p - y)

    def __repr__(self):
        return f"BinaryCrossEntropy({self.reduction!r}{f', eps={self.eps:g}' if self.eps else ''})"


def true_class(p, y):
    """q: the probability that p gives to the class that y names."""
    return np.where(y == 1, p, 1.0 - p)
