"""Losses: ``forward(p, y)`` gives L, ``backward()`` gives dp. The factor 1/n lives here only."""

import numpy as np

from .support import checks


class Loss:
    """What the losses share: remembering p and y, and the mean or sum over one network's numbers.

    p and y are (n, 1), or (R, n, 1) for R runs; L is a number, or (R,).
    of : what `backward` is the gradient of: "p", or "z" for the cross-entropy if it was handed z.
    """

    p, of, takes_z, divisor = None, "p", False, 1

    def __init__(self, reduction="mean"):
        self.reduction = checks.one_of(reduction, ("mean", "sum"), "reduction")

    def keep(self, p, y):
        """Remember p and y, and n: what the sum over one network's numbers is divided by."""
        p, y = checks.predictions_and_labels(p, y)
        self.p, self.y = p, self.check_labels(y)
        n = p.shape[-2] * p.shape[-1] if self.reduction == "mean" else 1
        self.n = n * self.divisor
        return p, y

    def check_labels(self, y):
        return y

    def mean(self, values):
        """np.mean over the numbers of each network; np.sum where that is the reduction."""
        return values.sum(axis=(-2, -1)) / self.n


class SquaredError(Loss):
    """L = mean (p - y)^2, and dp = 2 (p - y) / n. With half=True both are halved."""

    def __init__(self, reduction="mean", half=False):
        super().__init__(reduction)
        self.half = checks.switch(half, "half")
        self.divisor = 2 if half else 1

    @np.errstate(over="ignore")
    def forward(self, p, y):
        p, y = self.keep(p, y)
        return self.mean((p - y) ** 2)

    def backward(self):
        p, y = checks.forward_was_called(self.p), self.y
        return 2.0 * (p - y) / self.n

    def __repr__(self):
        return f"SquaredError({self.reduction!r}{', half=True' if self.half else ''})"


class BinaryCrossEntropy(Loss):
    """L = mean of -y log p - (1 - y) log(1 - p), and dp = (-y / p + (1 - y) / (1 - p)) / n.

    It is inf where p is sure and wrong. `eps` is the textbook's guard: log(p + eps).

    Where a Sigmoid made p, it is handed z too, and needs no guard. Then L comes from z, exact even
    where p rounds to 0 or 1, and ``backward()`` gives dz = (p - y) / n instead of dp: in dp times
    the sigmoid's slope p (1 - p), the slope cancels. Computed one after the other, dp may be
    infinite and the slope 0, and their product is no number. This is the only place where two
    steps of the chain rule are taken as one.
    """

    def __init__(self, reduction="mean", eps=0.0):
        super().__init__(reduction)
        self.eps = checks.not_negative(eps, "eps")
        self.takes_z = type(self) is BinaryCrossEntropy and not eps  # another has its own gradient

    def check_labels(self, y):
        return checks.labels(y)

    def forward(self, p, y, z=None):
        p, y = self.keep(p, y)
        self.of = "p" if z is None else "z"
        if self.of == "z":  # -log sigmoid(z) = log(1 + exp(-z)), and log(1 + exp(z)) where y = 0
            return self.mean(np.logaddexp(0.0, (1.0 - 2.0 * y) * checks.made_of(z, p)))
        checks.probabilities(p)
        with np.errstate(divide="ignore", invalid="ignore"):
            L = -y * np.log(p + self.eps) - (1 - y) * np.log(1 - p + self.eps)
        return self.mean(np.where(p == y, 0 - np.log(1 + self.eps), L))  # 0 log 0 is 0 here

    def backward(self):
        p, y = checks.forward_was_called(self.p), self.y
        if self.of == "z":
            return (p - y) / self.n
        with np.errstate(divide="ignore", invalid="ignore"):
            dp = -y / (p + self.eps) + (1 - y) / (1 - p + self.eps)
        return np.where(p == y, (1 - 2 * y) / (1 + self.eps), dp) / self.n  # so is 0 / 0

    def __repr__(self):
        return f"BinaryCrossEntropy({self.reduction!r}{f', eps={self.eps:g}' if self.eps else ''})"
