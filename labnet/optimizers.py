"""Optimizers: each turns dtheta into a change of theta, in place.

theta and dtheta are (P,), or (R, P) for R runs; `lr` may then be an array of R. An optimizer
remembers the vector it moved last and goes on from its state; for another one it starts afresh.
"""

import numpy as np

from .support import checks


class Optimizer:
    """What the optimizers share: the learning rate, and whose state they hold."""

    theta = None

    def __init__(self, lr):
        self.lr = checks.learning_rate(lr)

    def step(self, theta, dtheta, factor=1.0):
        """Change theta against its gradient; `factor` is the schedule's and multiplies lr."""
        if theta is not self.theta:
            checks.parameters(theta, self.lr)
            self.theta = theta
            self.start(theta)
        checks.same_shape(dtheta, theta)
        lr = self.lr[:, None] if isinstance(self.lr, np.ndarray) else self.lr
        self.update(theta, dtheta, factor * lr)

    def start(self, theta):
        """Forget everything: the first step of a training comes next."""

    def __repr__(self):
        return f"{type(self).__name__}({self.lr})"


class GradientDescent(Optimizer):
    """theta = theta - lr dtheta"""

    def update(self, theta, dtheta, lr):
        theta -= lr * dtheta


class Momentum(Optimizer):
    """v = beta v + dtheta;  theta = theta - lr v  (Polyak 1964)"""

    def __init__(self, lr, beta=0.9):
        super().__init__(lr)
        self.beta = checks.fraction(beta, "beta")

    def start(self, theta):
        self.v = np.zeros_like(theta)

    def update(self, theta, dtheta, lr):
        self.v = self.beta * self.v + dtheta
        theta -= lr * self.v


class AdaGrad(Optimizer):
    """Duchi, Hazan & Singer 2011, the diagonal version.

        s = s + dtheta^2
        theta = theta - lr dtheta / (sqrt(s) + eps)

    s never forgets, so the steps only become shorter.
    """

    def __init__(self, lr=0.01, eps=1e-8):
        super().__init__(lr)
        self.eps = checks.not_negative(eps, "eps")

    def start(self, theta):
        self.s = np.zeros_like(theta)

    def update(self, theta, dtheta, lr):
        self.s = self.s + dtheta**2
        theta -= lr * dtheta / (np.sqrt(self.s) + self.eps)


class Adam(Optimizer):
    """Kingma & Ba 2015, algorithm 1.

        m = beta1 m + (1 - beta1) dtheta            m_hat = m / (1 - beta1^t)
        v = beta2 v + (1 - beta2) dtheta^2          v_hat = v / (1 - beta2^t)
        theta = theta - lr m_hat / (sqrt(v_hat) + eps)

    t counts updates. Two variants are met in practice: some divide by sqrt(v_hat + eps), and
    some count epochs instead of updates.
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(lr)
        self.beta1 = checks.fraction(beta1, "beta1")
        self.beta2 = checks.fraction(beta2, "beta2")
        self.eps = checks.not_negative(eps, "eps")

    def start(self, theta):
        self.m, self.v, self.t = np.zeros_like(theta), np.zeros_like(theta), 0

    def update(self, theta, dtheta, lr):
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * dtheta
        self.v = self.beta2 * self.v + (1 - self.beta2) * dtheta**2
        m_hat = self.m / (1 - self.beta1**self.t)
        v_hat = self.v / (1 - self.beta2**self.t)
        theta -= lr * m_hat / (np.sqrt(v_hat) + self.eps)
