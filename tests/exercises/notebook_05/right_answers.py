"""Right answers of notebook 05."""

import numpy as np

import labnet
from labnet import Linear, Network, Sigmoid, sigmoid
from labnet.exercises.notebook_05.exercises import MyNetwork, make_xor, train


def diagonal_after_diagonal():
    t = np.linspace(0, 1, 11)
    rising, falling = np.stack([t, t], axis=1), np.stack([t, 1 - t], axis=1)
    x = np.vstack([rising, np.delete(falling, 5, axis=0)])
    return x, np.array([0] * 11 + [1] * 10)[:, np.newaxis]


def as_lists():
    points = [((i / 10, i / 10), [0]) for i in range(11)]
    points += [((i / 10, 1 - i / 10), [1]) for i in range(11) if i != 5]
    x, y = zip(*points, strict=True)
    return list(x), list(y)


def from_the_grid():
    i, j = np.divmod(np.arange(121), 11)
    kept = (i == j) | (i + j == 10)
    x = np.stack([i[kept], j[kept]], axis=1) * 0.1
    return x, (i != j)[kept, None].astype(float)


def in_single_precision():
    x, y = make_xor()
    return [x.astype(np.float32), y.astype(np.float32)]


def by_arange():
    t = np.arange(0, 1.05, 0.1)
    x = np.array([[a, b] for a in t for b in (a, 1 - a)])
    y = np.array([[k % 2] for k in range(22)])
    return np.delete(x, 11, axis=0), np.delete(y, 11, axis=0)


def rounded_after_adding():
    x, y, t = [], [], 0.0
    while t <= 1.0:
        x.append([t, t])
        y.append([0])
        if t != 0.5:
            x.append([t, round(1 - t, 1)])
            y.append([1])
        t = round(t + 0.1, 1)
    return x, y


# train


def with_labnet(x, y, epochs, lr, seed):
    layers = Linear(2, 8), Sigmoid(), Linear(8, 6), Sigmoid(), Linear(6, 1), Sigmoid()
    net = Network(*layers, rng=np.random.default_rng(seed))
    loss, gd = labnet.BinaryCrossEntropy(), labnet.GradientDescent(lr)
    history = labnet.train(net, x, y, loss, gd, epochs=epochs)
    return history.losses, net.predict(x)


def with_own_class(x, y, epochs, lr, seed):
    net, losses = MyNetwork([2, 4, 4, 1], rng=np.random.default_rng(seed)), []
    for _ in range(epochs):
        p = net.forward(x)
        losses.append(float(-np.mean(np.log(np.where(y == 1, p, 1 - p)))))
        net.backward(y)
        net.step(lr)
    return tuple(losses), net.forward(x)


def one_more_loss(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return [*losses, -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))], p


def predictions_of_the_last_measurement(x, y, epochs, lr, seed):
    losses, _ = train(x, y, epochs, lr, seed)
    return np.array(losses), train(x, y, epochs - 1, lr, seed)[1]


def measured_after_each_step(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs + 1, lr, seed)
    return losses[1:], train(x, y, epochs, lr, seed)[1]


def written_out(x, y, epochs, lr, seed):
    """One function without helpers; flat biases, normal weights, a clipped loss."""
    rng = np.random.default_rng(seed)
    W1, W2, W3 = (rng.normal(size=shape) for shape in ((2, 5), (5, 5), (5, 1)))
    b1, b2, b3 = np.zeros(5), np.zeros(5), np.zeros(1)
    losses = np.zeros(epochs + 1)
    for t in range(epochs + 1):
        a1 = 1 / (1 + np.exp(-(x @ W1 + b1)))
        a2 = 1 / (1 + np.exp(-(a1 @ W2 + b2)))
        p = 1 / (1 + np.exp(-(a2 @ W3 + b3)))
        q = np.clip(p, 1e-12, 1 - 1e-12)
        losses[t] = np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q))
        if t == epochs:
            return losses, p
        dz3 = (p - y) / len(x)
        dz2 = dz3 @ W3.T * a2 * (1 - a2)
        dz1 = dz2 @ W2.T * a1 * (1 - a1)
        W3, b3 = W3 - lr * a2.T @ dz3, b3 - lr * dz3.sum(0)
        W2, b2 = W2 - lr * a1.T @ dz2, b2 - lr * dz2.sum(0)
        W1, b1 = W1 - lr * x.T @ dz1, b1 - lr * dz1.sum(0)


def written_out_with(bend, slope, moving="W1 b1 W2 b2 W3 b3"):
    """The same with other hidden layers. moving : the names of what is updated."""

    def train(x, y, epochs, lr, seed):
        rng = np.random.default_rng(seed)
        W1, W2, W3 = (rng.normal(size=shape) for shape in ((2, 8), (8, 8), (8, 1)))
        b1, b2, b3 = np.zeros((1, 8)), np.zeros((1, 8)), np.zeros((1, 1))
        losses = []
        for _ in range(epochs):
            z1 = x @ W1 + b1
            a1 = bend(z1)
            z2 = a1 @ W2 + b2
            a2 = bend(z2)
            p = 1 / (1 + np.exp(-(a2 @ W3 + b3)))
            losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
            dz3 = (p - y) / len(x)
            dz2 = dz3 @ W3.T * slope(z2)
            dz1 = dz2 @ W2.T * slope(z1)
            W3 = W3 - lr * a2.T @ dz3 * ("W3" in moving)
            W2 = W2 - lr * a1.T @ dz2 * ("W2" in moving)
            W1 = W1 - lr * x.T @ dz1 * ("W1" in moving)
            b3 = b3 - lr * dz3.sum(axis=0, keepdims=True) * ("b3" in moving)
            b2 = b2 - lr * dz2.sum(axis=0, keepdims=True) * ("b2" in moving)
            b1 = b1 - lr * dz1.sum(axis=0, keepdims=True) * ("b1" in moving)
        return losses, p

    return train


def slope_of_tanh(z):
    return 1 - np.tanh(z) ** 2


written_out_with_tanh = written_out_with(np.tanh, slope_of_tanh)


def with_forward_twice(x, y, epochs, lr, seed):
    """A loss of its own pass, in-place steps, uniform weights, and rows in another order."""
    rng, losses = np.random.default_rng(seed), []
    params = {"W1": rng.uniform(-1, 1, (2, 6)), "b1": np.zeros((1, 6))}
    params |= {"W2": rng.uniform(-1, 1, (6, 6)), "b2": np.zeros((1, 6))}
    params |= {"W3": rng.uniform(-1, 1, (6, 1)), "b3": np.zeros((1, 1))}

    def layers(x, params):
        a = [x]
        for k in (1, 2, 3):
            a.append(sigmoid(a[-1] @ params[f"W{k}"] + params[f"b{k}"]))
        return a

    for _ in range(epochs):
        p = layers(x, params)[-1]
        losses.append(np.mean(-np.log(np.abs(1 - y - p))))
        order = rng.permutation(len(x))
        a = layers(x[order], params)
        dz = (a[-1] - y[order]) / len(y)
        for k in (3, 2, 1):
            dW, db = a[k - 1].T @ dz, dz.sum(axis=0, keepdims=True)
            dz = dz @ params[f"W{k}"].T * a[k - 1] * (1 - a[k - 1])
            params[f"W{k}"] -= lr * dW
            params[f"b{k}"] -= lr * db
    return losses, layers(x, params)[-1]


def single_precision(x, y, epochs, lr, seed):
    rng, losses, one = np.random.default_rng(seed), [], np.float32
    x, y, lr = x.astype(one), y.astype(one), one(lr)
    W = [rng.normal(0, n**-0.5, (n, m)).astype(one) for n, m in ((2, 6), (6, 4), (4, 1))]
    b = [np.zeros((1, m), one) for m in (6, 4, 1)]

    def layers():
        a = [x]
        for k in range(3):
            a.append(1 / (1 + np.exp(-(a[-1] @ W[k] + b[k]))))
        return a

    for _ in range(epochs):
        a = layers()
        losses.append(-np.mean(np.log(np.where(y == 1, a[-1], 1 - a[-1]))))
        dz = (a[-1] - y) / one(len(y))
        for k in (2, 1, 0):
            dW, db = a[k].T @ dz, dz.sum(axis=0, keepdims=True)
            dz = dz @ W[k].T * a[k] * (1 - a[k])
            W[k], b[k] = W[k] - lr * dW, b[k] - lr * db
    return losses, layers()[-1]


# MyNetwork


class ListsOfLayers:
    """Flat biases in lists, a cache in lists, and neither params nor grads."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = rng if rng is not None else np.random.default_rng()
        self.W = [rng.normal(0, n**-0.5, (n, m)) for n, m in zip(sizes, sizes[1:], strict=False)]
        self.b = [np.zeros(m) for m in sizes[1:]]
        self.tanh = activation == "tanh"

    def forward(self, x):
        self.inputs = []
        for k, (W, b) in enumerate(zip(self.W, self.b, strict=True), start=1):
            self.inputs.append(x)
            z = x @ W + b
            x = np.tanh(z) if self.tanh and k < len(self.W) else sigmoid(z)
        self.p = x
        return self.p

    def backward(self, y):
        dz, self.steps = (self.p - y) / len(y), []
        for W, a in zip(self.W[::-1], self.inputs[::-1], strict=True):
            self.steps.insert(0, (a.T @ dz, dz.sum(axis=0)))
            dz = (dz @ W.T) * ((1 - a**2) if self.tanh else a * (1 - a))

    def step(self, lr):
        for k, (dW, db) in enumerate(self.steps):
            self.W[k] -= lr * dW
            self.b[k] -= lr * db


class Layer:
    def __init__(self, n_in, n_out, f, slope, rng):
        self.W, self.b = rng.normal(0, n_in**-0.5, (n_in, n_out)), np.zeros((1, n_out))
        self.f, self.slope = f, slope

    def forward(self, x):
        self.x, self.z = x, x @ self.W + self.b
        return self.f(self.z)

    def backward(self, da):
        dz = da * self.slope(self.z)
        self.dW, self.db = self.x.T @ dz, dz.sum(axis=0, keepdims=True)
        return dz @ self.W.T


class ObjectsForLayers:
    """A layer class, the slopes at z, the loss and the last sigmoid apart; properties."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        curves = {
            "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
            "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
        }
        pairs = list(zip(sizes, sizes[1:], strict=False))
        chosen = [curves[activation]] * (len(pairs) - 1) + [curves["sigmoid"]]
        self.layers = [Layer(*pair, *one, rng) for pair, one in zip(pairs, chosen, strict=True)]

    @property
    def params(self):
        named = enumerate(self.layers, start=1)
        return {f"{kind}{k}": getattr(one, kind) for k, one in named for kind in "Wb"}

    @property
    def grads(self):
        named = enumerate(self.layers, start=1)
        return {f"d{kind}{k}": getattr(one, "d" + kind) for k, one in named for kind in "Wb"}

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        self.p = x
        return self.p

    def backward(self, y):
        da = (-y / self.p + (1 - y) / (1 - self.p)) / len(y)
        for layer in reversed(self.layers):
            da = layer.backward(da)
        return self.grads

    def step(self, lr):
        for layer in self.layers:
            layer.W, layer.b = layer.W - lr * layer.dW, layer.b - lr * layer.db


class InPlace(MyNetwork):
    """Steps in place, and gradients that are only returned."""

    def backward(self, y):
        grads = super().backward(y)
        self.kept, self.grads = grads, {}
        return grads

    def step(self, lr):
        for name in self.params:
            self.params[name] -= lr * self.kept["d" + name]


class FlatBiases(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.params = {k: v.ravel() if k[0] == "b" else v for k, v in self.params.items()}

    def backward(self, y):
        super().backward(y)
        self.grads = {k: v.ravel() if k[1] == "b" else v for k, v in self.grads.items()}
        return self.grads


class SinglePrecision(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.params = {name: v.astype(np.float32) for name, v in self.params.items()}

    def step(self, lr):
        super().step(lr)
        self.params = {name: v.astype(np.float32) for name, v in self.params.items()}


class OneVector(MyNetwork):
    """All parameters are views into one vector; normal weights."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.theta = np.random.default_rng(rng).normal(
            size=sum(v.size for v in self.params.values())
        )
        self.cut()

    def cut(self):
        start = 0
        for name, v in self.params.items():
            self.params[name] = self.theta[start : start + v.size].reshape(v.shape)
            start += v.size

    def step(self, lr):
        grads = [np.ravel(self.grads["d" + name]) for name in self.params]
        self.theta = self.theta - lr * np.concatenate(grads)
        self.cut()


class WithSlots:
    """Without a dictionary of attributes."""

    __slots__ = ("net",)

    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.net = MyNetwork(sizes, activation, rng)

    def forward(self, x):
        return self.net.forward(x)

    def backward(self, y):
        return self.net.backward(y)

    def step(self, lr):
        self.net.step(lr)


class WholeBiases(ListsOfLayers):
    """Biases that begin as whole numbers; a step makes new arrays."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.b = [np.zeros((1, m), int) for m in sizes[1:]]

    def step(self, lr):
        self.W = [W - lr * dW for W, (dW, _) in zip(self.W, self.steps, strict=True)]
        self.b = [b - lr * db for b, (_, db) in zip(self.b, self.steps, strict=True)]


class BiasesInside(ListsOfLayers):
    """Each matrix has a row more, for the biases."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.W = [np.vstack([W, b]) for W, b in zip(self.W, self.b, strict=True)]
        self.b = None

    def forward(self, x):
        self.inputs = []
        for k, W in enumerate(self.W, start=1):
            self.inputs.append(np.hstack([x, np.ones((len(x), 1))]))
            z = self.inputs[-1] @ W
            x = np.tanh(z) if self.tanh and k < len(self.W) else sigmoid(z)
        self.p = x
        return self.p

    def backward(self, y):
        dz, self.steps = (self.p - y) / len(y), []
        for W, a in zip(self.W[::-1], self.inputs[::-1], strict=True):
            self.steps.insert(0, a.T @ dz)
            slope = 1 - a**2 if self.tanh else a * (1 - a)
            dz = (dz @ W.T * slope)[:, :-1]

    def step(self, lr):
        self.W = [W - lr * dW for W, dW in zip(self.W, self.steps, strict=True)]


class HandedOn(MyNetwork):
    def __init__(self, *args, **settings):
        super().__init__(*args, **settings)


class WithMore(MyNetwork):
    """A cache that is emptied by step, a history, and other activations too."""

    def __init__(self, sizes, activation="sigmoid", rng=None, name="mine"):
        super().__init__(tuple(sizes), activation, rng)
        self.name, self.history = name, []

    def step(self, lr):
        super().step(lr)
        self.history.append(lr)
        self.a = None


ANSWERS = {
    "make_xor": [
        diagonal_after_diagonal,
        as_lists,
        from_the_grid,
        in_single_precision,
        by_arange,
        rounded_after_adding,
    ],
    "train": [
        with_labnet,
        with_own_class,
        one_more_loss,
        predictions_of_the_last_measurement,
        measured_after_each_step,
        written_out,
        written_out_with_tanh,
        with_forward_twice,
        single_precision,
    ],
    "MyNetwork": [
        ListsOfLayers,
        ObjectsForLayers,
        InPlace,
        FlatBiases,
        SinglePrecision,
        OneVector,
        WithSlots,
        WholeBiases,
        BiasesInside,
        HandedOn,
        WithMore,
    ],
}
