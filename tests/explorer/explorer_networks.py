"""Networks as students write them, right and wrong, for the tests of the explorer."""

import time

import numpy as np

from labnet import sigmoid


class MyNetwork:
    """One hidden layer or none, written out; the protocol in full."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.f = {"sigmoid": sigmoid, "tanh": np.tanh}[activation]
        self.slope = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a**2}[activation]
        self.K, self.params, self.grads = len(sizes) - 1, {}, {}
        for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:], strict=False), 1):
            self.params[f"W{k}"] = rng.normal(0, n_in**-0.5, (n_in, n_out))
            self.params[f"b{k}"] = np.zeros((1, n_out))

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(sigmoid(z) if k == self.K else self.f(z))
        return self.a[-1]

    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            self.grads[f"dW{k}"] = self.a[k - 1].mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=0, keepdims=True)
            dz = dz @ self.params[f"W{k}"].mT * self.slope(self.a[k - 1])
        return self.grads

    def step(self, lr):
        self.params = {name: v - lr * self.grads["d" + name] for name, v in self.params.items()}


class Bare:
    """Nothing but the three methods, and weights under names of its own."""

    def __init__(self, sizes):
        self.inner = MyNetwork(sizes, rng=0)

    def forward(self, x):
        return self.inner.forward(x)

    def backward(self, y):
        self.inner.backward(y)

    def step(self, lr):
        self.inner.step(lr)


class Slow(MyNetwork):
    def forward(self, x):
        time.sleep(0.05)
        return super().forward(x)


class Linear(MyNetwork):
    """No sigmoid at the output: p is any number."""

    def forward(self, x):
        return super().forward(x) - 3


class ReturnsNone(MyNetwork):
    def forward(self, x):
        super().forward(x)


class ReturnsFlat(MyNetwork):
    def forward(self, x):
        return super().forward(x)[:, 0]


class ReturnsText(MyNetwork):
    def forward(self, x):
        return "p"


class ReturnsNaN(MyNetwork):
    def forward(self, x):
        return super().forward(x) * np.nan


class Raises(MyNetwork):
    def backward(self, y):
        return (self.a[-1] - y) @ np.ones((3, 3))


class WrongShape(MyNetwork):
    def backward(self, y):
        grads = super().backward(y)
        grads["dW1"] = grads["dW1"][:, :1]
        return grads


class WrongGradient(MyNetwork):
    def backward(self, y):
        grads = super().backward(y)
        grads["dW2"] = 2 * grads["dW2"]
        return grads


class RunsAway(MyNetwork):
    """Its weights grow until p is NaN."""

    def step(self, lr):
        self.params["W1"] = self.params["W1"] * 1e200
        super().step(lr)
        self.params["b2"] = self.params["W1"][:1, :1] - self.params["W1"][:1, :1]


class NoMethods:
    def __init__(self, sizes):
        pass


class ManyArguments(MyNetwork):
    def __init__(self, sizes, layers, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)


class MovesInBackward(MyNetwork):
    """Its backward steps with a rate of its own, and step does nothing."""

    lr = 0.1

    def backward(self, y):
        grads = super().backward(y)
        MyNetwork.step(self, self.lr)
        return grads

    def step(self, lr):
        """All is done."""


class MovesOnceLrIsKnown(MovesInBackward):
    """Its step only notes the rate, with which the next backward moves the weights."""

    lr = 0.0

    def step(self, lr):
        self.lr = lr


class MovesInPlace(MovesInBackward):
    def backward(self, y):
        for name, dv in MyNetwork.backward(self, y).items():
            self.params[name[1:]] -= 0.1 * dv
        return self.grads


class Drops(MyNetwork):
    """Its forward is random, and its backward moves nothing."""

    def forward(self, x):
        return np.clip(super().forward(x) + 0.01 * np.random.random((len(x), 1)), 0, 1)  # noqa: NPY002
