"""Network classes with a slip of the catalogues planted in them.

A slip stands in a class if the class then computes something else than the right one.
"""

import numpy as np

from labnet import exercises, sigmoid
from labnet.exercises.engine import catalogue
from labnet.exercises.notebook_01.exercises import sigmoid_slope_from_output
from labnet.exercises.notebook_02.exercises import (
    linear_backward,
    linear_forward,
    output_gradient,
)
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer
from labnet.exercises.notebook_05.exercises import MyNetwork

NAMES = (
    "sigmoid sigmoid_slope sigmoid_slope_from_output tanh tanh_slope output_gradient "
    "cross_entropy_gradient linear_forward linear_backward forward backward gradient_step "
    "init_layer"
)
ACTIVATIONS = ("sigmoid", "tanh")
SIZES = ([2, 3, 2, 1], [2, 3, 3, 1], [2, 2, 2, 1])


class Pieces(MyNetwork):
    """The right class, made of the functions of the notebooks; `of` exchanges some of them."""

    of = {}

    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.sizes, self.tanh = list(sizes), activation == "tanh"
        if activation not in ("sigmoid", "tanh"):
            raise ValueError(activation)
        self.K, params, self.grads = len(sizes) - 1, {}, {}
        rng, begin = np.random.default_rng(rng), self.of.get("init_layer", init_layer)
        for k in range(1, self.K + 1):
            params[f"W{k}"], params[f"b{k}"] = begin(sizes[k - 1], sizes[k], rng)
        self.params = params

    @property
    def is_written_out(self):
        """Whether the passes of 03, for three layers of sigmoids, will do."""
        return self.K == 3 and not self.tanh

    def forward(self, x):
        if "forward" in self.of and self.is_written_out:
            p, cache = self.of["forward"](x, dict(self.params))
            self.a = [x, cache["a1"], cache["a2"], p]
            self.z = [None, cache["z1"], cache["z2"], cache["z3"]]
            return p
        linear = self.of.get("linear_forward", linear_forward)
        self.a, self.z = [x], [None]
        for k in range(1, self.K + 1):
            self.z.append(linear(self.a[-1], self.params[f"W{k}"], self.params[f"b{k}"]))
            self.a.append(self.curve(self.z[-1], k))
        return self.a[-1]

    def curve(self, z, k):
        if self.tanh and k < self.K:
            return self.of.get("tanh", np.tanh)(z)
        return self.of.get("sigmoid", sigmoid)(z)

    def slope(self, k):
        if self.tanh:
            own = self.of.get("tanh_slope")
            return own(self.z[k]) if own else 1 - self.a[k] ** 2
        if "sigmoid_slope" in self.of:
            return self.of["sigmoid_slope"](self.z[k])
        return self.of.get("sigmoid_slope_from_output", sigmoid_slope_from_output)(self.a[k])

    def backward(self, y):
        if "backward" in self.of and self.is_written_out:
            cache = {"x": self.a[0], "p": self.a[3]}
            cache |= {f"z{k}": self.z[k] for k in (1, 2, 3)}
            cache |= {f"a{k}": self.a[k] for k in (1, 2)}
            self.grads = self.of["backward"](y, cache, dict(self.params))
            return self.grads
        linear = self.of.get("linear_backward", linear_backward)
        dz, grads = self.last_dz(y), {}
        for k in range(self.K, 0, -1):
            da, grads[f"dW{k}"], grads[f"db{k}"] = linear(dz, self.a[k - 1], self.params[f"W{k}"])
            dz = da * self.slope(k - 1) if k > 1 else None
        self.grads = grads
        return grads

    def last_dz(self, y):
        p = self.a[-1]
        if "cross_entropy_gradient" in self.of:
            return self.of["cross_entropy_gradient"](p, y) * p * (1 - p)
        return self.of.get("output_gradient", output_gradient)(p, y)

    def step(self, lr):
        step = self.of.get("gradient_step", gradient_step)
        self.params = step(dict(self.params), dict(self.grads), lr)


def planted(name, function):
    return type("MyNetwork", (Pieces,), {"of": {name: function}})


def slips():
    """{(exercise, id): class} of every slip that may stand in a class."""
    found = {
        (name, one.id): planted(name, one.code)
        for name in NAMES.split()
        for one in catalogue.of(getattr(exercises, name))
        if not one.note
    }
    own = [one for one in catalogue.of(exercises.MyNetwork) if not one.note]
    tied = [one for one in own if issubclass(one.code, MyNetwork)]
    return found | {("MyNetwork", one.id): one.code for one in tied}


def stands(cls):
    """Whether the class computes something else than the right one, or stops."""
    try:
        with np.errstate(all="ignore"):
            return any(differs(cls, sizes, name) for sizes in SIZES for name in ACTIVATIONS)
    except Exception:
        return True


def differs(cls, sizes, activation):
    """Its p, and what a step makes of p, from the start of the right class; or a start in which
    all units are alike."""
    rng = np.random.default_rng(1)
    x, y = rng.uniform(-1, 1, (5, 2)), np.array([[1.0], [0], [1], [1], [0]])
    right = Pieces(sizes, activation, np.random.default_rng(2))
    right.params = {name: rng.normal(size=v.shape) for name, v in right.params.items()}
    own = cls(sizes, activation, np.random.default_rng(2))
    if are_alike(own.params):
        return True
    own.params = {name: v.copy() for name, v in right.params.items()}
    for lr in (0.3, 0.2):
        for net in (own, right):
            net.p = net.forward(x)
            net.backward(y)
            net.step(lr)
        if not same(own, right):
            return True
    return False


def are_alike(params):
    return (
        np.shape(params["W1"]) == (2, len(params["b1"].ravel()))
        and not np.ptp(params["W1"], axis=1).any()
    )


def same(one, other):
    return np.allclose(one.p, other.p, rtol=1e-4) and all(
        np.shape(one.params[name]) == v.shape and np.allclose(one.params[name], v, rtol=1e-4)
        for name, v in other.params.items()
    )
