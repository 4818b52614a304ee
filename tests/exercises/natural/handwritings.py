"""Right networks, in the handwritings of those in networks.py: their arrays in dictionaries, in
attributes, in lists, in layer objects, and in one vector.
"""

import numpy as np

from .given import gradient_step, init_layer, linear_backward, linear_forward, sigmoid

ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
}


class DictOne:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.K = len(sizes) - 1
        self.act, self.slope = ACTIVATIONS[activation]
        self.params = {}
        self.grads = {}
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.params[f"W{k}"] = W
            self.params[f"b{k}"] = b

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            if k < self.K:
                self.a.append(self.act(z))
            else:
                self.a.append(sigmoid(z))
        return self.a[-1]

    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            a = self.a[k - 1]
            self.grads[f"dW{k}"] = a.mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                da = dz @ self.params[f"W{k}"].mT
                dz = da * self.slope(a)
        return self.grads

    def step(self, lr):
        self.params = gradient_step(self.params, self.grads, lr)


class DictTwo:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        generator = np.random.default_rng(rng)
        self.f, self.f_slope = ACTIVATIONS[activation]
        self.n_layers = len(sizes) - 1
        self.params = {}
        for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(n_in, n_out, generator)

    def forward(self, x):
        a = x
        self.a = [a]
        for k in range(1, self.n_layers):
            z = np.dot(a, self.params[f"W{k}"]) + self.params[f"b{k}"]
            a = self.f(z)
            self.a.append(a)
        z = np.dot(a, self.params[f"W{self.n_layers}"]) + self.params[f"b{self.n_layers}"]
        p = sigmoid(z)
        self.a.append(p)
        return p

    def backward(self, y):
        grads = {}
        n = len(y)
        dz = (self.a[-1] - y) / n
        for k in reversed(range(1, self.n_layers + 1)):
            W = self.params[f"W{k}"]
            a = self.a[k - 1]
            grads[f"dW{k}"] = np.dot(a.T, dz)
            grads[f"db{k}"] = np.sum(dz, axis=0, keepdims=True)
            dz = np.dot(dz, W.T) * self.f_slope(a)
        self.grads = grads
        return grads

    def step(self, lr):
        for name in self.params:
            self.params[name] = self.params[name] - lr * self.grads["d" + name]


class DictThree:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.sizes = list(sizes)
        self.activation = activation
        rng = np.random.default_rng(rng)
        self.params = {}
        for k in range(1, len(sizes)):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(sizes[k - 1], sizes[k], rng)

    def forward(self, x):
        f, _ = ACTIVATIONS[self.activation]
        last = len(self.sizes) - 1
        self.a = [x]
        for k in range(1, last + 1):
            z = linear_forward(self.a[k - 1], self.params[f"W{k}"], self.params[f"b{k}"])
            self.a.append(sigmoid(z) if k == last else f(z))
        return self.a[last]

    def backward(self, y):
        _, slope = ACTIVATIONS[self.activation]
        self.grads = {}
        k = len(self.sizes) - 1
        dz = (self.a[k] - y) / len(y)
        while k > 0:
            da, dW, db = linear_backward(dz, self.a[k - 1], self.params[f"W{k}"])
            self.grads[f"dW{k}"] = dW
            self.grads[f"db{k}"] = db
            dz = da * slope(self.a[k - 1])
            k -= 1
        return self.grads

    def step(self, lr):
        self.params = {name: v - lr * self.grads[f"d{name}"] for name, v in self.params.items()}


class AttributesOne:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.n_layers = len(sizes) - 1
        self.activation, self.slope = ACTIVATIONS[activation]
        for k in range(1, self.n_layers + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            setattr(self, f"W{k}", W)
            setattr(self, f"b{k}", b)

    def names(self):
        return [f"{letter}{k}" for k in range(1, self.n_layers + 1) for letter in "Wb"]

    @property
    def params(self):
        return {name: getattr(self, name) for name in self.names()}

    @params.setter
    def params(self, new):
        for name, v in new.items():
            setattr(self, name, v)

    @property
    def grads(self):
        return {"d" + name: getattr(self, "d" + name) for name in self.names()}

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.n_layers + 1):
            W, b = getattr(self, f"W{k}"), getattr(self, f"b{k}")
            z = self.a[k - 1] @ W + b
            a = sigmoid(z) if k == self.n_layers else self.activation(z)
            self.a.append(a)
        return a

    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(self.n_layers, 0, -1):
            setattr(self, f"dW{k}", self.a[k - 1].T @ dz)
            setattr(self, f"db{k}", dz.sum(axis=0, keepdims=True))
            if k > 1:
                da = dz @ getattr(self, f"W{k}").T
                dz = da * self.slope(self.a[k - 1])
        return self.grads

    def step(self, lr):
        for name in self.names():
            new = getattr(self, name) - lr * getattr(self, "d" + name)
            setattr(self, name, new)


class AttributesTwo:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.g, self.dg = ACTIVATIONS[activation]
        self.L = len(sizes) - 1
        rng = np.random.default_rng(rng)
        for i in range(self.L):
            W, b = init_layer(sizes[i], sizes[i + 1], rng)
            self.__dict__[f"W{i + 1}"] = W
            self.__dict__[f"b{i + 1}"] = b

    @property
    def params(self):
        found = {}
        for k in range(1, self.L + 1):
            found[f"W{k}"] = self.__dict__[f"W{k}"]
            found[f"b{k}"] = self.__dict__[f"b{k}"]
        return found

    @params.setter
    def params(self, new):
        self.__dict__.update(new)

    def layer(self, k):
        return self.__dict__[f"W{k}"], self.__dict__[f"b{k}"]

    def forward(self, x):
        self.a = [x]
        a = x
        for k in range(1, self.L):
            W, b = self.layer(k)
            a = self.g(a @ W + b)
            self.a.append(a)
        W, b = self.layer(self.L)
        p = sigmoid(a @ W + b)
        self.a.append(p)
        return p

    def backward(self, y):
        self.grads = {}
        delta = (self.a[-1] - y) / y.shape[0]
        self.grads[f"dW{self.L}"] = self.a[-2].T @ delta
        self.grads[f"db{self.L}"] = delta.sum(axis=0, keepdims=True)
        for k in range(self.L - 1, 0, -1):
            W_next, _ = self.layer(k + 1)
            delta = (delta @ W_next.T) * self.dg(self.a[k])
            self.grads[f"dW{k}"] = self.a[k - 1].T @ delta
            self.grads[f"db{k}"] = delta.sum(axis=0, keepdims=True)
        return self.grads

    def step(self, lr):
        for k in range(1, self.L + 1):
            W, b = self.layer(k)
            self.__dict__[f"W{k}"] = W - lr * self.grads[f"dW{k}"]
            self.__dict__[f"b{k}"] = b - lr * self.grads[f"db{k}"]


class ListsOne:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.f, self.df = ACTIVATIONS[activation]
        self.weights, self.biases = [], []
        for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
            W, b = init_layer(n_in, n_out, rng)
            self.weights.append(W)
            self.biases.append(b)

    @property
    def params(self):
        params = {}
        for i in range(len(self.weights)):
            params[f"W{i + 1}"] = self.weights[i]
            params[f"b{i + 1}"] = self.biases[i]
        return params

    @params.setter
    def params(self, params):
        for i in range(len(self.weights)):
            self.weights[i] = params[f"W{i + 1}"]
            self.biases[i] = params[f"b{i + 1}"]

    def forward(self, x):
        self.a = [x]
        for i in range(len(self.weights)):
            z = self.a[i] @ self.weights[i] + self.biases[i]
            if i == len(self.weights) - 1:
                self.a.append(sigmoid(z))
            else:
                self.a.append(self.f(z))
        return self.a[-1]

    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])
        return self.grads

    def step(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] = self.weights[i] - lr * self.grads[f"dW{i + 1}"]
            self.biases[i] = self.biases[i] - lr * self.grads[f"db{i + 1}"]


class ListsTwo:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.phi, self.phi_slope = ACTIVATIONS[activation]
        rng = np.random.default_rng(rng)
        layers = [init_layer(m, n, rng) for m, n in zip(sizes, sizes[1:], strict=False)]
        self.weights = [W for W, b in layers]
        self.biases = [b for W, b in layers]
        self.dweights = []
        self.dbiases = []

    @property
    def params(self):
        return {
            f"{name}{k}": v
            for k, pair in enumerate(zip(self.weights, self.biases, strict=True), start=1)
            for name, v in zip("Wb", pair, strict=True)
        }

    @params.setter
    def params(self, new):
        K = len(self.weights)
        self.weights = [new[f"W{k}"] for k in range(1, K + 1)]
        self.biases = [new[f"b{k}"] for k in range(1, K + 1)]

    @property
    def grads(self):
        grads = {}
        for k, (dW, db) in enumerate(zip(self.dweights, self.dbiases, strict=True), start=1):
            grads[f"dW{k}"], grads[f"db{k}"] = dW, db
        return grads

    def forward(self, x):
        self.a = [x]
        a = x
        for W, b in zip(self.weights[:-1], self.biases[:-1], strict=True):
            a = self.phi(np.matmul(a, W) + b)
            self.a.append(a)
        a = sigmoid(np.matmul(a, self.weights[-1]) + self.biases[-1])
        self.a.append(a)
        return a

    def backward(self, y):
        self.dweights, self.dbiases = [], []
        dz = (self.a[-1] - y) / len(y)
        for W, a in zip(reversed(self.weights), reversed(self.a[:-1]), strict=True):
            self.dweights.insert(0, np.matmul(a.T, dz))
            self.dbiases.insert(0, np.sum(dz, axis=0, keepdims=True))
            da = np.matmul(dz, W.T)
            dz = da * self.phi_slope(a)
        return self.grads

    def step(self, lr):
        self.weights = [W - lr * dW for W, dW in zip(self.weights, self.dweights, strict=True)]
        self.biases = [b - lr * db for b, db in zip(self.biases, self.dbiases, strict=True)]


class ObjectsOne:
    class Linear:
        def __init__(self, n_in, n_out, rng):
            self.W, self.b = init_layer(n_in, n_out, rng)

        def forward(self, x):
            self.x = x
            return x @ self.W + self.b

        def backward(self, dz):
            self.dW = self.x.mT @ dz
            self.db = dz.sum(axis=-2, keepdims=True)
            return dz @ self.W.mT

    class Activation:
        def __init__(self, name):
            self.f, self.slope = ACTIVATIONS[name]

        def forward(self, z):
            self.a = self.f(z)
            return self.a

        def backward(self, da):
            return da * self.slope(self.a)

    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.layers = []
        for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
            self.layers.append(self.Linear(n_in, n_out, rng))
            self.layers.append(self.Activation(activation))
        self.layers[-1] = self.Activation("sigmoid")

    @property
    def linears(self):
        return dict(enumerate(self.layers[::2], start=1))

    @property
    def params(self):
        params = {}
        for k, layer in self.linears.items():
            params[f"W{k}"], params[f"b{k}"] = layer.W, layer.b
        return params

    @params.setter
    def params(self, new):
        for k, layer in self.linears.items():
            layer.W, layer.b = new[f"W{k}"], new[f"b{k}"]

    def forward(self, x):
        self.a = [x]
        for layer in self.layers:
            x = layer.forward(x)
            if isinstance(layer, self.Activation):
                self.a.append(x)
        return x

    def backward(self, y):
        d = (self.a[-1] - y) / len(y)
        for layer in reversed(self.layers[:-1]):
            d = layer.backward(d)
        self.grads = {}
        for k, layer in self.linears.items():
            self.grads[f"dW{k}"], self.grads[f"db{k}"] = layer.dW, layer.db
        return self.grads

    def step(self, lr):
        for layer in self.linears.values():
            layer.W = layer.W - lr * layer.dW
            layer.b = layer.b - lr * layer.db


class ObjectsTwo:
    class Layer:
        def __init__(self, n_in, n_out, activation, rng):
            self.f, self.df = ACTIVATIONS[activation]
            self.W, self.b = init_layer(n_in, n_out, rng)

        def forward(self, x):
            self.x = x
            self.a = self.f(x @ self.W + self.b)
            return self.a

        def backward(self, da):
            return self.backward_z(da * self.df(self.a))

        def backward_z(self, dz):
            self.dW = self.x.T @ dz
            self.db = dz.sum(axis=0, keepdims=True)
            return dz @ self.W.T

        def step(self, lr):
            self.W = self.W - lr * self.dW
            self.b = self.b - lr * self.db

    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        K = len(sizes) - 1
        self.layers = []
        for k in range(K):
            name = activation if k < K - 1 else "sigmoid"
            self.layers.append(self.Layer(sizes[k], sizes[k + 1], name, rng))

    def forward(self, x):
        self.a = [x]
        for layer in self.layers:
            self.a.append(layer.forward(self.a[-1]))
        return self.a[-1]

    def backward(self, y):
        p = self.a[-1]
        da = self.layers[-1].backward_z((p - y) / len(y))
        for layer in self.layers[-2::-1]:
            da = layer.backward(da)
        return self.grads

    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)

    @property
    def params(self):
        names = {}
        for k, layer in enumerate(self.layers, 1):
            names.update({f"W{k}": layer.W, f"b{k}": layer.b})
        return names

    @params.setter
    def params(self, new):
        for k, layer in enumerate(self.layers, 1):
            layer.W = new[f"W{k}"]
            layer.b = new[f"b{k}"]

    @property
    def grads(self):
        names = {}
        for k, layer in enumerate(self.layers, 1):
            names.update({f"dW{k}": layer.dW, f"db{k}": layer.db})
        return names


class VectorOne:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.act, self.act_slope = ACTIVATIONS[activation]
        self.K = len(sizes) - 1
        self.shapes = {}
        parts = []
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.shapes[f"W{k}"], self.shapes[f"b{k}"] = W.shape, b.shape
            parts += [W.ravel(), b.ravel()]
        self.theta = np.concatenate(parts)
        self.dtheta = np.zeros(self.theta.size)

    def windows(self, vector, prefix=""):
        found, begin = {}, 0
        for name, (rows, columns) in self.shapes.items():
            end = begin + rows * columns
            found[prefix + name] = vector[begin:end].reshape(rows, columns)
            begin = end
        return found

    @property
    def params(self):
        return self.windows(self.theta)

    @params.setter
    def params(self, new):
        self.theta = np.concatenate([new[name].ravel() for name in self.shapes])

    @property
    def grads(self):
        return self.windows(self.dtheta, "d")

    def forward(self, x):
        params = self.params
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ params[f"W{k}"] + params[f"b{k}"]
            self.a.append(sigmoid(z) if k == self.K else self.act(z))
        return self.a[-1]

    def backward(self, y):
        params = self.params
        grads = {}
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            grads[f"dW{k}"] = self.a[k - 1].mT @ dz
            grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                dz = (dz @ params[f"W{k}"].mT) * self.act_slope(self.a[k - 1])
        self.dtheta = np.concatenate([grads[f"d{name}"].ravel() for name in self.shapes])
        return self.grads

    def step(self, lr):
        self.theta = self.theta - lr * self.dtheta


class VectorTwo:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.sizes = sizes
        self.f, self.slope = ACTIVATIONS[activation]
        n_params = sum((m + 1) * n for m, n in zip(sizes[:-1], sizes[1:], strict=True))
        self.theta = np.zeros(n_params)
        self.gradient = np.zeros(n_params)
        for k in range(1, len(sizes)):
            W, b = self.view(self.theta, k)
            W[...], b[...] = init_layer(sizes[k - 1], sizes[k], rng)

    def view(self, vector, k):
        """The weights and the biases of layer k, as windows into the vector."""
        start = 0
        for i in range(1, k):
            start += (self.sizes[i - 1] + 1) * self.sizes[i]
        n_in, n_out = self.sizes[k - 1], self.sizes[k]
        middle = start + n_in * n_out
        W = vector[start:middle].reshape(n_in, n_out)
        b = vector[middle : middle + n_out].reshape(1, n_out)
        return W, b

    @property
    def params(self):
        params = {}
        for k in range(1, len(self.sizes)):
            params[f"W{k}"], params[f"b{k}"] = self.view(self.theta, k)
        return params

    @params.setter
    def params(self, new):
        for k in range(1, len(self.sizes)):
            W, b = self.view(self.theta, k)
            W[...] = new[f"W{k}"]
            b[...] = new[f"b{k}"]

    @property
    def grads(self):
        grads = {}
        for k in range(1, len(self.sizes)):
            grads[f"dW{k}"], grads[f"db{k}"] = self.view(self.gradient, k)
        return grads

    def forward(self, x):
        K = len(self.sizes) - 1
        self.a = [x]
        for k in range(1, K + 1):
            W, b = self.view(self.theta, k)
            z = self.a[k - 1] @ W + b
            a = self.f(z) if k < K else sigmoid(z)
            self.a.append(a)
        return a

    def backward(self, y):
        dz = (self.a[-1] - y) / y.shape[0]
        for k in range(len(self.sizes) - 1, 0, -1):
            W, _ = self.view(self.theta, k)
            dW, db = self.view(self.gradient, k)
            dW[...] = self.a[k - 1].T @ dz
            db[...] = dz.sum(axis=0, keepdims=True)
            if k > 1:
                dz = (dz @ W.T) * self.slope(self.a[k - 1])
        return self.grads

    def step(self, lr):
        self.theta -= lr * self.gradient


HANDWRITINGS = [
    DictOne,
    DictTwo,
    DictThree,
    AttributesOne,
    AttributesTwo,
    ListsOne,
    ListsTwo,
    ObjectsOne,
    ObjectsTwo,
    VectorOne,
    VectorTwo,
]
