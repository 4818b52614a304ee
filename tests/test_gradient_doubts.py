"""Where central differences cannot tell: check_gradients says why, and finds what is wrong."""

import numpy as np
import pytest
from helpers import X, Y, generators

from labnet import (
    LabnetError,
    LeakyReLU,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    check_gradients,
)

ORIGIN = X * (np.arange(len(X)) > 0)[:, None]  # its first example is (0, 0): z = 0 without bias


def network(layer, rng=None):
    rng = np.random.default_rng(1) if rng is None else rng
    return Network(Linear(2, 3), layer, Linear(3, 1), Sigmoid(), rng=rng)


class Kinked(Tanh):
    """An activation of one's own: f(z) with the slope g(z)."""

    def __init__(self, f, g):
        self.f, self.g = f, g

    def forward(self, z):
        self.z = z
        return self.f(z)

    def backward(self, da):
        return da * self.g(self.z)


KINKS = {
    "relu": ReLU(),
    "leaky relu": LeakyReLU(),
    "relu with slope 1 at 0": Kinked(lambda z: np.maximum(z, 0), lambda z: z >= 0),
    "abs": Kinked(np.abs, lambda z: np.where(z >= 0, 1.0, -1.0)),
    "hard tanh": Kinked(lambda z: np.clip(z, 0, 1), lambda z: (z > 0) & (z < 1)),
}


@pytest.mark.parametrize("name", KINKS)
@pytest.mark.parametrize("runs", [None, 3])
def test_at_a_kink_each_slope_between_is_right(name, runs):
    rng = None if runs is None else generators(runs)
    check = check_gradients(network(KINKS[name], rng), ORIGIN, Y, SquaredError())
    assert check and [bool(row.kinks) for row in check.rows] == [False, True, False, False]
    told = repr(check)
    assert told.count("agrees, but for a kink") == 1
    assert "At db[0, 0] of layers[0] Linear(2, 3) the loss has a kink" in told
    for _, left, right, slope in check.rows[1].kinks:
        assert min(left, right) - 1e-6 <= slope <= max(left, right) + 1e-6


def test_the_kinks_of_a_pair_are_named_by_their_entries():
    def forward(x, params):
        z = x @ params["W"] + params["b"]
        return np.maximum(z, 0.0), (x, z)

    def backward(y, cache, params):
        x, z = cache
        dz = 2 * (np.maximum(z, 0.0) - y) / len(y) * (z > 0)
        return {"dW": x.T @ dz, "db": dz.sum(axis=0, keepdims=True)}

    params = {"W": np.array([[1.0], [-1.0]]), "b": np.zeros((1, 1))}
    x, y = np.array([[1.0, 1.0], [2.0, 1.0]]), np.ones((2, 1))
    check = check_gradients((forward, backward), x, y, SquaredError(), params)
    assert check and [kink[0] for kink in check.rows[0].kinks] == [(0, 0), (1, 0)]
    assert "At dW[0, 0] of your backward" in repr(check) and "3 entries" in repr(check)


WRONG_AT_KINKS = {
    "beyond both slopes": Kinked(lambda z: np.maximum(z, 0), lambda z: np.where(z == 0, 3, z > 0)),
    "wrong elsewhere": Kinked(lambda z: np.maximum(z, 0), lambda z: (z > 0) * 0.9),
}


@pytest.mark.parametrize("name", WRONG_AT_KINKS)
def test_what_is_wrong_at_a_kink_or_beside_it_stays_wrong(name):
    check = check_gradients(network(WRONG_AT_KINKS[name]), ORIGIN, Y, SquaredError())
    assert not check.rows[1].passed and check.rows[2].passed and check.rows[3].passed


def dropout(z):
    return z * (np.random.random(z.shape) > 0.5)  # noqa: NPY002


def noise(z):
    return np.tanh(z) + 1e-6 * np.random.normal(size=z.shape)  # noqa: NPY002


@pytest.mark.parametrize("forward", [dropout, noise])
def test_a_random_forward_is_told(forward):
    with pytest.raises(LabnetError, match="forward is random, as with dropout"):
        check_gradients(network(Kinked(forward, np.ones_like)), X, Y, SquaredError())


def test_a_random_forward_of_a_pair_is_told():
    def forward(x, params):
        return noise(x @ params["W"]), x

    def backward(y, cache, params):
        return {"dW": np.zeros((2, 1))}

    with pytest.raises(LabnetError, match="losses from"):
        check_gradients((forward, backward), X, Y, SquaredError(), {"W": np.ones((2, 1))})


def test_one_that_draws_the_same_each_time_is_checked():
    def same(z):
        return z * (np.random.default_rng(3).random(z.shape) > 0.5)

    mask = np.random.default_rng(3).random((len(X), 3)) > 0.5
    assert check_gradients(network(Kinked(same, lambda z: mask)), X, Y, SquaredError())


@pytest.mark.parametrize("kind", [np.float32, np.float16])
@pytest.mark.parametrize("where", ["inside", "at the end"])
def test_few_digits_are_told(kind, where):
    few = Kinked(lambda z: z.astype(kind), np.ones_like)
    net = network(few) if where == "inside" else Network(Linear(2, 1), few, rng=generators(1)[0])
    with pytest.raises(LabnetError, match="fewer digits than float64"):
        check_gradients(net, X, Y, SquaredError())


@pytest.mark.parametrize("kind", [np.float32, np.float16])
def test_data_of_few_digits_are_checked_in_float64(kind):
    assert check_gradients(network(Tanh()), X.astype(kind), Y.astype(kind), SquaredError())


@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0])
@pytest.mark.parametrize("loss", [SquaredError(), SquaredError("sum")], ids=repr)
def test_a_wrong_gradient_in_float64_is_no_matter_of_digits(scale, loss):
    net = network(Kinked(np.tanh, lambda z: 0.5 + 0 * z))
    net.theta *= scale
    assert not check_gradients(net, X, 1000 * Y, loss)
