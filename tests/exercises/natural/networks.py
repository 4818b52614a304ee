"""Wrong networks: each class is a right one of handwritings.py but for what its sentence says."""

import numpy as np

from .collect import wrong
from .given import gradient_step, init_layer, linear_backward, linear_forward, sigmoid
from .handwritings import (
    ACTIVATIONS,
    AttributesOne,
    AttributesTwo,
    DictOne,
    DictThree,
    DictTwo,
    ListsOne,
    ListsTwo,
    ObjectsOne,
    ObjectsTwo,
    VectorOne,
    VectorTwo,
)

# a dictionary params


@wrong(
    "MyNetwork",
    "the loop of __init__ ends before the last layer, whose W and b are never made",
)
class DictLastLayerNotMade(DictOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.K = len(sizes) - 1
        self.act, self.slope = ACTIVATIONS[activation]
        self.params = {}
        self.grads = {}
        for k in range(1, self.K):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.params[f"W{k}"] = W
            self.params[f"b{k}"] = b


@wrong(
    "MyNetwork",
    "self.a is never emptied: after a second forward, backward uses inputs of the first one",
)
class DictNeverEmptied(DictOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.K = len(sizes) - 1
        self.act, self.slope = ACTIVATIONS[activation]
        self.params = {}
        self.grads = {}
        self.a = []
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.params[f"W{k}"] = W
            self.params[f"b{k}"] = b

    def forward(self, x):
        self.a.append(x)
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            if k < self.K:
                self.a.append(self.act(z))
            else:
                self.a.append(sigmoid(z))
        return self.a[-1]


@wrong(
    "MyNetwork",
    "the slope is taken from a_k, the output of layer k, in place of its input a_(k-1)",
)
class DictSlopeOfNextLayer(DictOne):
    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            a = self.a[k - 1]
            self.grads[f"dW{k}"] = a.mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                da = dz @ self.params[f"W{k}"].mT
                dz = da * self.slope(self.a[k])
        return self.grads


@wrong(
    "MyNetwork",
    "range(self.K, 1, -1) stops before layer 1, so dW1 and db1 are never made",
)
class DictFirstLayerNoGradient(DictOne):
    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 1, -1):
            a = self.a[k - 1]
            self.grads[f"dW{k}"] = a.mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                da = dz @ self.params[f"W{k}"].mT
                dz = da * self.slope(a)
        return self.grads


@wrong(
    "MyNetwork",
    "the gradients are added to those of earlier calls of backward and never set back",
)
class DictGradientsAddUp(DictOne):
    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            a = self.a[k - 1]
            self.grads[f"dW{k}"] = self.grads.get(f"dW{k}", 0) + a.mT @ dz
            db = dz.sum(axis=-2, keepdims=True)
            self.grads[f"db{k}"] = self.grads.get(f"db{k}", 0) + db
            if k > 1:
                da = dz @ self.params[f"W{k}"].mT
                dz = da * self.slope(a)
        return self.grads


@wrong(
    "MyNetwork",
    "step drops the new dictionary that gradient_step returns: nothing is learned",
)
class DictStepDropped(DictOne):
    def step(self, lr):
        gradient_step(self.params, self.grads, lr)


@wrong(
    "MyNetwork",
    "the sign of dz is wrong, y - p, and the factor 1/n is missing",
)
class DictSignAndNoN(DictOne):
    def backward(self, y):
        dz = y - self.a[-1]
        for k in range(self.K, 0, -1):
            a = self.a[k - 1]
            self.grads[f"dW{k}"] = a.mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                da = dz @ self.params[f"W{k}"].mT
                dz = da * self.slope(a)
        return self.grads


@wrong(
    "MyNetwork",
    "the output layer has the chosen activation, where it is to stay a sigmoid (seen with tanh)",
)
class DictOutputActivation(DictTwo):
    def forward(self, x):
        a = x
        self.a = [a]
        for k in range(1, self.n_layers):
            z = np.dot(a, self.params[f"W{k}"]) + self.params[f"b{k}"]
            a = self.f(z)
            self.a.append(a)
        z = np.dot(a, self.params[f"W{self.n_layers}"]) + self.params[f"b{self.n_layers}"]
        p = self.f(z)
        self.a.append(p)
        return p


@wrong(
    "MyNetwork",
    "the argument rng is ignored: every network makes a new generator without a seed",
)
class DictOwnGenerator(DictTwo):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        generator = np.random.default_rng()
        self.f, self.f_slope = ACTIVATIONS[activation]
        self.n_layers = len(sizes) - 1
        self.params = {}
        for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(n_in, n_out, generator)


@wrong(
    "MyNetwork",
    "np.mean in place of np.sum for the db: 1/n enters twice there",
)
class DictMeanNotSum(DictTwo):
    def backward(self, y):
        grads = {}
        n = len(y)
        dz = (self.a[-1] - y) / n
        for k in reversed(range(1, self.n_layers + 1)):
            W = self.params[f"W{k}"]
            a = self.a[k - 1]
            grads[f"dW{k}"] = np.dot(a.T, dz)
            grads[f"db{k}"] = np.mean(dz, axis=0, keepdims=True)
            dz = np.dot(dz, W.T) * self.f_slope(a)
        self.grads = grads
        return grads


@wrong(
    "MyNetwork",
    "W is not transposed on the way back: raises for most sizes, and is wrong for square W",
)
class DictNotTransposed(DictTwo):
    def backward(self, y):
        grads = {}
        n = len(y)
        dz = (self.a[-1] - y) / n
        for k in reversed(range(1, self.n_layers + 1)):
            W = self.params[f"W{k}"]
            a = self.a[k - 1]
            grads[f"dW{k}"] = np.dot(a.T, dz)
            grads[f"db{k}"] = np.sum(dz, axis=0, keepdims=True)
            dz = np.dot(dz, W) * self.f_slope(a)
        self.grads = grads
        return grads


@wrong(
    "MyNetwork",
    "params is an attribute of the class: all networks share one dictionary",
)
class DictSharedByClass(DictTwo):
    params = {}

    def __init__(self, sizes, activation="sigmoid", rng=None):
        generator = np.random.default_rng(rng)
        self.f, self.f_slope = ACTIVATIONS[activation]
        self.n_layers = len(sizes) - 1
        for k, (n_in, n_out) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(n_in, n_out, generator)


@wrong(
    "MyNetwork",
    "backward changes W itself, by -dW, before the layer below gets its dz from it",
)
class DictSteppedTooEarly(DictTwo):
    def backward(self, y):
        grads = {}
        n = len(y)
        dz = (self.a[-1] - y) / n
        for k in reversed(range(1, self.n_layers + 1)):
            W = self.params[f"W{k}"]
            a = self.a[k - 1]
            grads[f"dW{k}"] = np.dot(a.T, dz)
            grads[f"db{k}"] = np.sum(dz, axis=0, keepdims=True)
            W -= grads[f"dW{k}"]
            dz = np.dot(dz, W.T) * self.f_slope(a)
        self.grads = grads
        return grads


@wrong(
    "MyNetwork",
    "the slope is always a (1 - a), also where the activation is tanh",
)
class DictSigmoidSlopeAlways(DictThree):
    def backward(self, y):
        self.grads = {}
        k = len(self.sizes) - 1
        dz = (self.a[k] - y) / len(y)
        while k > 0:
            da, dW, db = linear_backward(dz, self.a[k - 1], self.params[f"W{k}"])
            self.grads[f"dW{k}"] = dW
            self.grads[f"db{k}"] = db
            dz = da * self.a[k - 1] * (1 - self.a[k - 1])
            k -= 1
        return self.grads


@wrong(
    "MyNetwork",
    "no slope of an activation is in the backward pass: dz = da",
)
class DictNoSlope(DictThree):
    def backward(self, y):
        self.grads = {}
        k = len(self.sizes) - 1
        dz = (self.a[k] - y) / len(y)
        while k > 0:
            da, dW, db = linear_backward(dz, self.a[k - 1], self.params[f"W{k}"])
            self.grads[f"dW{k}"] = dW
            self.grads[f"db{k}"] = db
            dz = da
            k -= 1
        return self.grads


@wrong(
    "MyNetwork",
    "the biases stay as they are: step changes only the names that begin with W",
)
class DictBiasesNotStepped(DictThree):
    def step(self, lr):
        for name in self.params:
            if name[0] == "W":
                self.params[name] = self.params[name] - lr * self.grads[f"d{name}"]


@wrong(
    "MyNetwork",
    "the output's slope p (1 - p) is multiplied in once more, and step adds the gradient",
)
class DictSlopeOutputAndPlus(DictThree):
    def backward(self, y):
        _, slope = ACTIVATIONS[self.activation]
        self.grads = {}
        k = len(self.sizes) - 1
        p = self.a[k]
        dz = (p - y) * p * (1 - p) / len(y)
        while k > 0:
            da, dW, db = linear_backward(dz, self.a[k - 1], self.params[f"W{k}"])
            self.grads[f"dW{k}"] = dW
            self.grads[f"db{k}"] = db
            dz = da * slope(self.a[k - 1])
            k -= 1
        return self.grads

    def step(self, lr):
        self.params = {name: v + lr * self.grads[f"d{name}"] for name, v in self.params.items()}


@wrong(
    "MyNetwork",
    "the output layer has the chosen activation too, and the factor 1/n is missing",
)
class DictTanhOutputNoN(DictTwo):
    def forward(self, x):
        a = x
        self.a = [a]
        for k in range(1, self.n_layers):
            z = np.dot(a, self.params[f"W{k}"]) + self.params[f"b{k}"]
            a = self.f(z)
            self.a.append(a)
        z = np.dot(a, self.params[f"W{self.n_layers}"]) + self.params[f"b{self.n_layers}"]
        p = self.f(z)
        self.a.append(p)
        return p

    def backward(self, y):
        grads = {}
        dz = self.a[-1] - y
        for k in reversed(range(1, self.n_layers + 1)):
            W = self.params[f"W{k}"]
            a = self.a[k - 1]
            grads[f"dW{k}"] = np.dot(a.T, dz)
            grads[f"db{k}"] = np.sum(dz, axis=0, keepdims=True)
            dz = np.dot(dz, W.T) * self.f_slope(a)
        self.grads = grads
        return grads


# attributes self.W1, self.b1, ...


@wrong(
    "MyNetwork",
    "the loop of backward runs from the first layer to the last, not in reverse",
)
class AttrBackwardForwards(AttributesOne):
    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(1, self.n_layers + 1):
            setattr(self, f"dW{k}", self.a[k - 1].T @ dz)
            setattr(self, f"db{k}", dz.sum(axis=0, keepdims=True))
            if k > 1:
                da = dz @ getattr(self, f"W{k}").T
                dz = da * self.slope(self.a[k - 1])
        return self.grads


@wrong(
    "MyNetwork",
    "dW is made from what the layer sent out, a_k, in place of its input a_(k-1)",
)
class AttrOutputAsInput(AttributesOne):
    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(self.n_layers, 0, -1):
            setattr(self, f"dW{k}", self.a[k].T @ dz)
            setattr(self, f"db{k}", dz.sum(axis=0, keepdims=True))
            if k > 1:
                da = dz @ getattr(self, f"W{k}").T
                dz = da * self.slope(self.a[k - 1])
        return self.grads


@wrong(
    "MyNetwork",
    "every layer adds b1: the number in the name of the bias is not changed with k",
)
class AttrWrongBias(AttributesOne):
    def forward(self, x):
        self.a = [x]
        for k in range(1, self.n_layers + 1):
            W, b = getattr(self, f"W{k}"), self.b1
            z = self.a[k - 1] @ W + b
            a = sigmoid(z) if k == self.n_layers else self.activation(z)
            self.a.append(a)
        return a


@wrong(
    "MyNetwork",
    "step takes the whole gradient off: lr is not used",
)
class AttrLrMissing(AttributesOne):
    def step(self, lr):
        for name in self.names():
            new = getattr(self, name) - getattr(self, "d" + name)
            setattr(self, name, new)


@wrong(
    "MyNetwork",
    "default_rng is not called: without rng, None is handed to init_layer, which raises",
)
class AttrNoneGenerator(AttributesOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.n_layers = len(sizes) - 1
        self.activation, self.slope = ACTIVATIONS[activation]
        for k in range(1, self.n_layers + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            setattr(self, f"W{k}", W)
            setattr(self, f"b{k}", b)


@wrong(
    "MyNetwork",
    "a_(k-1) in self.a is overwritten by its slope before dW of layer k is made from it",
)
class AttrSlopeInPlace(AttributesOne):
    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(self.n_layers, 0, -1):
            a = self.a[k - 1]
            below = dz @ getattr(self, f"W{k}").T
            if k > 1:
                a[...] = self.slope(a)
                below *= a
            setattr(self, f"dW{k}", a.T @ dz)
            setattr(self, f"db{k}", dz.sum(axis=0, keepdims=True))
            dz = below
        return self.grads


@wrong(
    "MyNetwork",
    "db has no row axis for want of keepdims, and is a mean in place of a sum",
)
class AttrFlatBiasAndMean(AttributesOne):
    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(self.n_layers, 0, -1):
            setattr(self, f"dW{k}", self.a[k - 1].T @ dz)
            setattr(self, f"db{k}", dz.mean(axis=0))
            if k > 1:
                da = dz @ getattr(self, f"W{k}").T
                dz = da * self.slope(self.a[k - 1])
        return self.grads


@wrong(
    "MyNetwork",
    "return of forward stands inside the loop: only the first layer is computed",
)
class AttrReturnsInLoop(AttributesOne):
    def forward(self, x):
        self.a = [x]
        for k in range(1, self.n_layers + 1):
            W, b = getattr(self, f"W{k}"), getattr(self, f"b{k}")
            z = self.a[k - 1] @ W + b
            a = sigmoid(z) if k == self.n_layers else self.activation(z)
            self.a.append(a)
            return a


@wrong(
    "MyNetwork",
    "every hidden layer is fed with the data x in place of the activation below",
)
class AttrInputInEveryLayer(AttributesTwo):
    def forward(self, x):
        self.a = [x]
        a = x
        for k in range(1, self.L):
            W, b = self.layer(k)
            a = self.g(x @ W + b)
            self.a.append(a)
        W, b = self.layer(self.L)
        p = sigmoid(a @ W + b)
        self.a.append(p)
        return p


@wrong(
    "MyNetwork",
    "W of layer k itself carries the gradient to a_k, where W of layer k + 1 is needed",
)
class AttrWThisLayer(AttributesTwo):
    def backward(self, y):
        self.grads = {}
        delta = (self.a[-1] - y) / y.shape[0]
        self.grads[f"dW{self.L}"] = self.a[-2].T @ delta
        self.grads[f"db{self.L}"] = delta.sum(axis=0, keepdims=True)
        for k in range(self.L - 1, 0, -1):
            W_next, _ = self.layer(k)
            delta = (delta @ W_next.T) * self.dg(self.a[k])
            self.grads[f"dW{k}"] = self.a[k - 1].T @ delta
            self.grads[f"db{k}"] = delta.sum(axis=0, keepdims=True)
        return self.grads


@wrong(
    "MyNetwork",
    "each layer divides by n again on the way down",
)
class AttrNAgain(AttributesTwo):
    def backward(self, y):
        self.grads = {}
        delta = (self.a[-1] - y) / y.shape[0]
        self.grads[f"dW{self.L}"] = self.a[-2].T @ delta
        self.grads[f"db{self.L}"] = delta.sum(axis=0, keepdims=True)
        for k in range(self.L - 1, 0, -1):
            W_next, _ = self.layer(k + 1)
            delta = (delta @ W_next.T) * self.dg(self.a[k]) / y.shape[0]
            self.grads[f"dW{k}"] = self.a[k - 1].T @ delta
            self.grads[f"db{k}"] = delta.sum(axis=0, keepdims=True)
        return self.grads


@wrong(
    "MyNetwork",
    "the biases of the hidden layers are added after the activation",
)
class AttrBiasAfterActivation(AttributesTwo):
    def forward(self, x):
        self.a = [x]
        a = x
        for k in range(1, self.L):
            W, b = self.layer(k)
            a = self.g(a @ W) + b
            self.a.append(a)
        W, b = self.layer(self.L)
        p = sigmoid(a @ W + b)
        self.a.append(p)
        return p


@wrong(
    "MyNetwork",
    "step leaves out the last layer: range(1, self.L)",
)
class AttrLastLayerNotStepped(AttributesTwo):
    def step(self, lr):
        for k in range(1, self.L):
            W, b = self.layer(k)
            self.__dict__[f"W{k}"] = W - lr * self.grads[f"dW{k}"]
            self.__dict__[f"b{k}"] = b - lr * self.grads[f"db{k}"]


@wrong(
    "MyNetwork",
    "self.a begins with a1: x is missing, so the indices of backward are off by one",
)
class AttrDataNotKept(AttributesTwo):
    def forward(self, x):
        self.a = []
        a = x
        for k in range(1, self.L):
            W, b = self.layer(k)
            a = self.g(a @ W + b)
            self.a.append(a)
        W, b = self.layer(self.L)
        p = sigmoid(a @ W + b)
        self.a.append(p)
        return p


@wrong(
    "MyNetwork",
    "always has three layers of weights, as in 04: other numbers of sizes raise or are cut off",
)
class AttrThreeLayersOnly:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.f, self.slope = ACTIVATIONS[activation]
        self.W1, self.b1 = init_layer(sizes[0], sizes[1], rng)
        self.W2, self.b2 = init_layer(sizes[1], sizes[2], rng)
        self.W3, self.b3 = init_layer(sizes[2], sizes[3], rng)

    @property
    def params(self):
        return {name: getattr(self, name) for name in ("W1", "b1", "W2", "b2", "W3", "b3")}

    @params.setter
    def params(self, new):
        for name, v in new.items():
            setattr(self, name, v)

    def forward(self, x):
        a1 = self.f(x @ self.W1 + self.b1)
        a2 = self.f(a1 @ self.W2 + self.b2)
        p = sigmoid(a2 @ self.W3 + self.b3)
        self.a = [x, a1, a2, p]
        return p

    def backward(self, y):
        x, a1, a2, p = self.a
        dz3 = (p - y) / len(y)
        da2, dW3, db3 = linear_backward(dz3, a2, self.W3)
        da1, dW2, db2 = linear_backward(da2 * self.slope(a2), a1, self.W2)
        _, dW1, db1 = linear_backward(da1 * self.slope(a1), x, self.W1)
        self.grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}
        return self.grads

    def step(self, lr):
        self.params = gradient_step(self.params, self.grads, lr)


@wrong(
    "MyNetwork",
    "setattr puts W1, b1, ... on the class, not on self: all networks share them",
)
class AttrSetOnClass:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.K = len(sizes) - 1
        self.f, self.slope = ACTIVATIONS[activation]
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            setattr(AttrSetOnClass, f"W{k}", W)
            setattr(AttrSetOnClass, f"b{k}", b)

    @property
    def params(self):
        params = {}
        for k in range(1, self.K + 1):
            params[f"W{k}"], params[f"b{k}"] = getattr(self, f"W{k}"), getattr(self, f"b{k}")
        return params

    @params.setter
    def params(self, new):
        for name, v in new.items():
            setattr(AttrSetOnClass, name, v)

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = linear_forward(self.a[-1], getattr(self, f"W{k}"), getattr(self, f"b{k}"))
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]

    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            da, dW, db = linear_backward(dz, self.a[k - 1], getattr(self, f"W{k}"))
            self.grads[f"dW{k}"], self.grads[f"db{k}"] = dW, db
            dz = da * self.slope(self.a[k - 1])
        return self.grads

    def step(self, lr):
        self.params = gradient_step(self.params, self.grads, lr)


@wrong(
    "MyNetwork",
    "step adds the gradient, and the slope of the activation is left out of dz",
)
class AttrUphillNoSlope(AttributesOne):
    def backward(self, y):
        p = self.a[-1]
        dz = (p - y) / len(y)
        for k in range(self.n_layers, 0, -1):
            setattr(self, f"dW{k}", self.a[k - 1].T @ dz)
            setattr(self, f"db{k}", dz.sum(axis=0, keepdims=True))
            if k > 1:
                dz = dz @ getattr(self, f"W{k}").T
        return self.grads

    def step(self, lr):
        for name in self.names():
            new = getattr(self, name) + lr * getattr(self, "d" + name)
            setattr(self, name, new)


# lists self.weights, self.biases


@wrong(
    "MyNetwork",
    "* in place of @ for the gradient of the activation: raises for most sizes",
)
class ListElementwiseBack(ListsOne):
    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz * self.weights[i].mT) * self.df(self.a[i])
        return self.grads


@wrong(
    "MyNetwork",
    "the gradient goes through the weights of the layer below, i - 1, not through those of i",
)
class ListLowerWeights(ListsOne):
    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i - 1].mT) * self.df(self.a[i])
        return self.grads


@wrong(
    "MyNetwork",
    "the keys count from 0, W0 and dW0, where W1 and dW1 are asked",
)
class ListKeysFromZero(ListsOne):
    @property
    def params(self):
        params = {}
        for i in range(len(self.weights)):
            params[f"W{i}"] = self.weights[i]
            params[f"b{i}"] = self.biases[i]
        return params

    @params.setter
    def params(self, params):
        for i in range(len(self.weights)):
            self.weights[i] = params[f"W{i}"]
            self.biases[i] = params[f"b{i}"]

    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i}"] = self.a[i].mT @ dz
            self.grads[f"db{i}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])
        return self.grads

    def step(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] = self.weights[i] - lr * self.grads[f"dW{i}"]
            self.biases[i] = self.biases[i] - lr * self.grads[f"db{i}"]


@wrong(
    "MyNetwork",
    "the output is passed through the sigmoid twice",
)
class ListOneSigmoidTooMany(ListsOne):
    def forward(self, x):
        self.a = [x]
        for i in range(len(self.weights)):
            z = self.a[i] @ self.weights[i] + self.biases[i]
            if i == len(self.weights) - 1:
                self.a.append(sigmoid(z))
            else:
                self.a.append(self.f(z))
        self.a[-1] = sigmoid(self.a[-1])
        return self.a[-1]


@wrong(
    "MyNetwork",
    "backward stores the gradients but does not return them",
)
class ListReturnsNothing(ListsOne):
    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])


@wrong(
    "MyNetwork",
    "the line of the biases stands twice in step: they move by 2 lr",
)
class ListTwoStepsBiases(ListsOne):
    def step(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] = self.weights[i] - lr * self.grads[f"dW{i + 1}"]
            self.biases[i] = self.biases[i] - lr * self.grads[f"db{i + 1}"]
            self.biases[i] = self.biases[i] - lr * self.grads[f"db{i + 1}"]


@wrong(
    "MyNetwork",
    "n is len(self.weights), the number of layers, in place of the number of examples",
)
class ListNIsLayers(ListsOne):
    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(self.weights)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])
        return self.grads


@wrong(
    "MyNetwork",
    "the biases are drawn at random, not 0, and the factor 1/n is missing",
)
class ListRandomBiasNoN(ListsOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.f, self.df = ACTIVATIONS[activation]
        self.weights, self.biases = [], []
        for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
            W, b = init_layer(n_in, n_out, rng)
            self.weights.append(W)
            self.biases.append(rng.normal(size=b.shape))

    def backward(self, y):
        self.grads = {}
        dz = self.a[-1] - y
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.sum(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])
        return self.grads


@wrong(
    "MyNetwork",
    "step rebinds only the loop variables W and b: the lists stay as they were",
)
class ListLoopVariable(ListsTwo):
    def step(self, lr):
        for W, dW in zip(self.weights, self.dweights, strict=True):
            W = W - lr * dW
        for b, db in zip(self.biases, self.dbiases, strict=True):
            b = b - lr * db


@wrong(
    "MyNetwork",
    "the gradients are appended from the last layer on: dW1 is that of the last layer",
)
class ListAppendedReversed(ListsTwo):
    def backward(self, y):
        self.dweights, self.dbiases = [], []
        dz = (self.a[-1] - y) / len(y)
        for W, a in zip(reversed(self.weights), reversed(self.a[:-1]), strict=True):
            self.dweights.append(np.matmul(a.T, dz))
            self.dbiases.append(np.sum(dz, axis=0, keepdims=True))
            da = np.matmul(dz, W.T)
            dz = da * self.phi_slope(a)
        return self.grads


@wrong(
    "MyNetwork",
    "dweights and dbiases are not emptied by backward: they grow with each call",
)
class ListOldGradientsKept(ListsTwo):
    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for W, a in zip(reversed(self.weights), reversed(self.a[:-1]), strict=True):
            self.dweights.insert(0, np.matmul(a.T, dz))
            self.dbiases.insert(0, np.sum(dz, axis=0, keepdims=True))
            da = np.matmul(dz, W.T)
            dz = da * self.phi_slope(a)
        return self.grads


@wrong(
    "MyNetwork",
    "dz is replaced by the gradient of the layer's input before dW and db are made from it",
)
class ListOverwrittenDz(ListsTwo):
    def backward(self, y):
        self.dweights, self.dbiases = [], []
        dz = (self.a[-1] - y) / len(y)
        for W, a in zip(reversed(self.weights), reversed(self.a[:-1]), strict=True):
            dz = np.matmul(dz, W.T) * self.phi_slope(a)
            self.dweights.insert(0, np.matmul(a.T, dz))
            self.dbiases.insert(0, np.sum(dz, axis=0, keepdims=True))
        return self.grads


@wrong(
    "MyNetwork",
    "forward leaves out the bias of the last layer",
)
class ListNoBiasForward(ListsTwo):
    def forward(self, x):
        self.a = [x]
        a = x
        for W, b in zip(self.weights[:-1], self.biases[:-1], strict=True):
            a = self.phi(np.matmul(a, W) + b)
            self.a.append(a)
        a = sigmoid(np.matmul(a, self.weights[-1]))
        self.a.append(a)
        return a


@wrong(
    "MyNetwork",
    "init_layer gets a new generator with seed 0 for each layer; rng is not used",
)
class ListSeedInLoop(ListsTwo):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.phi, self.phi_slope = ACTIVATIONS[activation]
        pairs = zip(sizes, sizes[1:], strict=False)
        layers = [init_layer(m, n, np.random.default_rng(0)) for m, n in pairs]
        self.weights = [W for W, b in layers]
        self.biases = [b for W, b in layers]
        self.dweights = []
        self.dbiases = []


@wrong(
    "MyNetwork",
    "the db are means in place of sums, and step does not use lr for the weights",
)
class ListMeanDbAndNoLr(ListsOne):
    def backward(self, y):
        self.grads = {}
        dz = (self.a[-1] - y) / len(y)
        for i in range(len(self.weights) - 1, -1, -1):
            self.grads[f"dW{i + 1}"] = self.a[i].mT @ dz
            self.grads[f"db{i + 1}"] = dz.mean(axis=-2, keepdims=True)
            if i > 0:
                dz = (dz @ self.weights[i].mT) * self.df(self.a[i])
        return self.grads

    def step(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] = self.weights[i] - self.grads[f"dW{i + 1}"]
            self.biases[i] = self.biases[i] - lr * self.grads[f"db{i + 1}"]


# layer objects


@wrong(
    "MyNetwork",
    "backward goes through the layers in the order of forward, not in reverse",
)
class LayersForwardOrder(ObjectsOne):
    def backward(self, y):
        d = (self.a[-1] - y) / len(y)
        for layer in self.layers[:-1]:
            d = layer.backward(d)
        self.grads = {}
        for k, layer in self.linears.items():
            self.grads[f"dW{k}"], self.grads[f"db{k}"] = layer.dW, layer.db
        return self.grads


@wrong(
    "MyNetwork",
    "Linear keeps its output as self.x, where its backward needs the input",
)
class LayersKeepOutput(ObjectsOne):
    class Linear:
        def __init__(self, n_in, n_out, rng):
            self.W, self.b = init_layer(n_in, n_out, rng)

        def forward(self, x):
            self.x = x @ self.W + self.b
            return self.x

        def backward(self, dz):
            self.dW = self.x.mT @ dz
            self.db = dz.sum(axis=-2, keepdims=True)
            return dz @ self.W.mT


@wrong(
    "MyNetwork",
    "all hidden layers share one Activation object: its a is that of the last hidden layer",
)
class LayersSharedActivation(ObjectsOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.layers = []
        act = self.Activation(activation)
        for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
            self.layers.append(self.Linear(n_in, n_out, rng))
            self.layers.append(act)
        self.layers[-1] = self.Activation("sigmoid")


@wrong(
    "MyNetwork",
    "the last sigmoid's backward is called too, though (p - y) / n is its dz already",
)
class LayersOutputSlope(ObjectsOne):
    def backward(self, y):
        d = (self.a[-1] - y) / len(y)
        for layer in reversed(self.layers):
            d = layer.backward(d)
        self.grads = {}
        for k, layer in self.linears.items():
            self.grads[f"dW{k}"], self.grads[f"db{k}"] = layer.dW, layer.db
        return self.grads


@wrong(
    "MyNetwork",
    "Activation keeps z, and its backward puts z into the slope that is written with a",
)
class LayersSlopeOfZ(ObjectsOne):
    class Activation:
        def __init__(self, name):
            self.f, self.slope = ACTIVATIONS[name]

        def forward(self, z):
            self.z = z
            return self.f(z)

        def backward(self, da):
            return da * self.slope(self.z)


@wrong(
    "MyNetwork",
    "Linear divides dW by the number of examples once more",
)
class LayersDwMean(ObjectsOne):
    class Linear:
        def __init__(self, n_in, n_out, rng):
            self.W, self.b = init_layer(n_in, n_out, rng)

        def forward(self, x):
            self.x = x
            return x @ self.W + self.b

        def backward(self, dz):
            self.dW = self.x.mT @ dz / len(self.x)
            self.db = dz.sum(axis=-2, keepdims=True)
            return dz @ self.W.mT


@wrong(
    "MyNetwork",
    "Linear.backward returns dz itself: the product with W is missing, so shapes differ",
)
class LayersBackwardReturnsDz(ObjectsOne):
    class Linear:
        def __init__(self, n_in, n_out, rng):
            self.W, self.b = init_layer(n_in, n_out, rng)

        def forward(self, x):
            self.x = x
            return x @ self.W + self.b

        def backward(self, dz):
            self.dW = self.x.mT @ dz
            self.db = dz.sum(axis=-2, keepdims=True)
            return dz


@wrong(
    "MyNetwork",
    "each layer gets the data x: its result is kept in out, but not handed on",
)
class LayersForwardIsNotChained(ObjectsOne):
    def forward(self, x):
        self.a = [x]
        for layer in self.layers:
            out = layer.forward(x)
            if isinstance(layer, self.Activation):
                self.a.append(out)
        return out


@wrong(
    "MyNetwork",
    "Linear adds dW up over all calls, and db has no row axis",
)
class LayersGradsAddUpTwice(ObjectsOne):
    class Linear:
        def __init__(self, n_in, n_out, rng):
            self.W, self.b = init_layer(n_in, n_out, rng)
            self.dW = np.zeros(self.W.shape)

        def forward(self, x):
            self.x = x
            return x @ self.W + self.b

        def backward(self, dz):
            self.dW += self.x.mT @ dz
            self.db = dz.sum(axis=-2)
            return dz @ self.W.mT


@wrong(
    "MyNetwork",
    "backward of a layer moves W by -dW at once, before it sends dz @ W.T down",
)
class LayersUpdatedBeforeUse(ObjectsTwo):
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
            self.W = self.W - self.dW
            return dz @ self.W.T

        def step(self, lr):
            self.W = self.W - lr * self.dW
            self.b = self.b - lr * self.db


@wrong(
    "MyNetwork",
    "the hidden layers are sigmoids, whatever activation says",
)
class LayersAllSigmoid(ObjectsTwo):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        K = len(sizes) - 1
        self.layers = []
        for k in range(K):
            self.layers.append(self.Layer(sizes[k], sizes[k + 1], "sigmoid", rng))


@wrong(
    "MyNetwork",
    "the slice of backward ends before the first layer, which never gets a gradient",
)
class LayersFirstNotBack(ObjectsTwo):
    def backward(self, y):
        p = self.a[-1]
        da = self.layers[-1].backward_z((p - y) / len(y))
        for layer in self.layers[-2:0:-1]:
            da = layer.backward(da)
        return self.grads


@wrong(
    "MyNetwork",
    "the result of layer.backward is dropped: all hidden layers get the same da",
)
class LayersDaReplaced(ObjectsTwo):
    def backward(self, y):
        p = self.a[-1]
        da = self.layers[-1].backward_z((p - y) / len(y))
        for layer in self.layers[-2::-1]:
            layer.backward(da)
        return self.grads


@wrong(
    "MyNetwork",
    "step returns inside the loop: only the first layer is moved",
)
class LayersStepReturns(ObjectsTwo):
    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)
            return


@wrong(
    "MyNetwork",
    "each Layer makes a generator of its own without a seed, and its step leaves b as it is",
)
class LayersOwnGeneratorNoBiasStep(ObjectsTwo):
    class Layer:
        def __init__(self, n_in, n_out, activation, rng):
            self.f, self.df = ACTIVATIONS[activation]
            self.W, self.b = init_layer(n_in, n_out, np.random.default_rng())

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


# one flat vector of all parameters


@wrong(
    "MyNetwork",
    "the vector is filled with b before W, but read as W before b",
)
class VectorOrderOfParts(VectorOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.act, self.act_slope = ACTIVATIONS[activation]
        self.K = len(sizes) - 1
        self.shapes = {}
        parts = []
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.shapes[f"W{k}"], self.shapes[f"b{k}"] = W.shape, b.shape
            parts += [b.ravel(), W.ravel()]
        self.theta = np.concatenate(parts)
        self.dtheta = np.zeros(self.theta.size)


@wrong(
    "MyNetwork",
    "dtheta is put together in the order of backward, from the last layer on, not of theta",
)
class VectorReversedGradient(VectorOne):
    def backward(self, y):
        params = self.params
        grads = {}
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            grads[f"dW{k}"] = self.a[k - 1].mT @ dz
            grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                dz = (dz @ params[f"W{k}"].mT) * self.act_slope(self.a[k - 1])
        self.dtheta = np.concatenate([g.ravel() for g in grads.values()])
        return self.grads


@wrong(
    "MyNetwork",
    "step makes a local variable theta and never stores it in self.theta",
)
class VectorStepLocal(VectorOne):
    def step(self, lr):
        theta = self.theta - lr * self.dtheta
        return theta


@wrong(
    "MyNetwork",
    "the windows are made once in __init__; after step made a new theta, they show the old one",
)
class VectorOldParams(VectorOne):
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
        self._params = self.windows(self.theta)

    @property
    def params(self):
        return self._params

    @params.setter
    def params(self, new):
        for name in self.shapes:
            self._params[name][...] = new[name]


@wrong(
    "MyNetwork",
    "the parts are flattened column by column (order F) but read row by row",
)
class VectorColumnsFirst(VectorOne):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.act, self.act_slope = ACTIVATIONS[activation]
        self.K = len(sizes) - 1
        self.shapes = {}
        parts = []
        for k in range(1, self.K + 1):
            W, b = init_layer(sizes[k - 1], sizes[k], rng)
            self.shapes[f"W{k}"], self.shapes[f"b{k}"] = W.shape, b.shape
            parts += [W.ravel(order="F"), b.ravel()]
        self.theta = np.concatenate(parts)
        self.dtheta = np.zeros(self.theta.size)


@wrong(
    "MyNetwork",
    "begin is never moved on in windows: all arrays are read from the start of the vector",
)
class VectorBeginNotMoved(VectorOne):
    def windows(self, vector, prefix=""):
        found, begin = {}, 0
        for name, (rows, columns) in self.shapes.items():
            end = begin + rows * columns
            found[prefix + name] = vector[begin:end].reshape(rows, columns)
        return found


@wrong(
    "MyNetwork",
    "step adds lr * dtheta: it walks uphill",
)
class VectorUphill(VectorOne):
    def step(self, lr):
        self.theta = self.theta + lr * self.dtheta


@wrong(
    "MyNetwork",
    "step divides dtheta by its length: all steps are lr long",
)
class VectorNormalised(VectorOne):
    def step(self, lr):
        self.theta = self.theta - lr * self.dtheta / np.linalg.norm(self.dtheta)


@wrong(
    "MyNetwork",
    "start counts only the weights of the layers below, so the parts of two layers overlap",
)
class VectorBiasesForgotten(VectorTwo):
    def view(self, vector, k):
        """The weights and the biases of layer k, as windows into the vector."""
        start = 0
        for i in range(1, k):
            start += self.sizes[i - 1] * self.sizes[i]
        n_in, n_out = self.sizes[k - 1], self.sizes[k]
        middle = start + n_in * n_out
        W = vector[start:middle].reshape(n_in, n_out)
        b = vector[middle : middle + n_out].reshape(1, n_out)
        return W, b


@wrong(
    "MyNetwork",
    "view reshapes the weights to (n_out, n_in): __init__ raises where the two sizes differ",
)
class VectorReshapeExchanged(VectorTwo):
    def view(self, vector, k):
        """The weights and the biases of layer k, as windows into the vector."""
        start = 0
        for i in range(1, k):
            start += (self.sizes[i - 1] + 1) * self.sizes[i]
        n_in, n_out = self.sizes[k - 1], self.sizes[k]
        middle = start + n_in * n_out
        W = vector[start:middle].reshape(n_out, n_in)
        b = vector[middle : middle + n_out].reshape(1, n_out)
        return W, b


@wrong(
    "MyNetwork",
    "backward adds to the gradient vector, which is never set back to 0",
)
class VectorGradientAddsUp(VectorTwo):
    def backward(self, y):
        dz = (self.a[-1] - y) / y.shape[0]
        for k in range(len(self.sizes) - 1, 0, -1):
            W, _ = self.view(self.theta, k)
            dW, db = self.view(self.gradient, k)
            dW += self.a[k - 1].T @ dz
            db += dz.sum(axis=0, keepdims=True)
            if k > 1:
                dz = (dz @ W.T) * self.slope(self.a[k - 1])
        return self.grads


@wrong(
    "MyNetwork",
    "gradient and theta are the same array: backward overwrites the parameters",
)
class VectorOneVector(VectorTwo):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.sizes = sizes
        self.f, self.slope = ACTIVATIONS[activation]
        n_params = sum((m + 1) * n for m, n in zip(sizes[:-1], sizes[1:], strict=True))
        self.theta = self.gradient = np.zeros(n_params)
        for k in range(1, len(sizes)):
            W, b = self.view(self.theta, k)
            W[...], b[...] = init_layer(sizes[k - 1], sizes[k], rng)


@wrong(
    "MyNetwork",
    "dW = ... rebinds the name: the window into self.gradient stays 0, only db is filled",
)
class VectorRebindsWindow(VectorTwo):
    def backward(self, y):
        dz = (self.a[-1] - y) / y.shape[0]
        for k in range(len(self.sizes) - 1, 0, -1):
            W, _ = self.view(self.theta, k)
            dW, db = self.view(self.gradient, k)
            dW = self.a[k - 1].T @ dz
            db[...] = dz.sum(axis=0, keepdims=True)
            if k > 1:
                dz = (dz @ W.T) * self.slope(self.a[k - 1])
        return self.grads


@wrong(
    "MyNetwork",
    "W, b = init_layer(...) rebinds the names: theta stays 0, all weights start at 0",
)
class VectorRebindsInInit(VectorTwo):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        rng = np.random.default_rng(rng)
        self.sizes = sizes
        self.f, self.slope = ACTIVATIONS[activation]
        n_params = sum((m + 1) * n for m, n in zip(sizes[:-1], sizes[1:], strict=True))
        self.theta = np.zeros(n_params)
        self.gradient = np.zeros(n_params)
        for k in range(1, len(sizes)):
            W, b = self.view(self.theta, k)
            W, b = init_layer(sizes[k - 1], sizes[k], rng)


@wrong(
    "MyNetwork",
    "the factor 1/n is missing, and the slope is that of a_k in place of a_(k-1)",
)
class VectorSlopeAtWrongPlaceNoN(VectorTwo):
    def backward(self, y):
        dz = self.a[-1] - y
        for k in range(len(self.sizes) - 1, 0, -1):
            W, _ = self.view(self.theta, k)
            dW, db = self.view(self.gradient, k)
            dW[...] = self.a[k - 1].T @ dz
            db[...] = dz.sum(axis=0, keepdims=True)
            if k > 1:
                dz = (dz @ W.T) * self.slope(self.a[k])
        return self.grads


@wrong(
    "MyNetwork",
    "y - p has the wrong sign, and step makes a local theta that is lost",
)
class VectorLostStepAndSign(VectorOne):
    def backward(self, y):
        params = self.params
        grads = {}
        dz = (y - self.a[-1]) / len(y)
        for k in range(self.K, 0, -1):
            grads[f"dW{k}"] = self.a[k - 1].mT @ dz
            grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            if k > 1:
                dz = (dz @ params[f"W{k}"].mT) * self.act_slope(self.a[k - 1])
        self.dtheta = np.concatenate([grads[f"d{name}"].ravel() for name in self.shapes])
        return self.grads

    def step(self, lr):
        theta = self.theta
        theta = theta - lr * self.dtheta
