"""What several test modules share: a small network and its data, and the same in flat code."""

import numpy as np

from labnet import Linear, Network, Sigmoid

X = np.random.default_rng(5).normal(size=(7, 2))
Y = np.array([[0.0], [1.0], [1.0], [0.0], [1.0], [0.0], [1.0]])


def generators(count=3, seed=0):
    """Fresh generators, the same ones in each call."""
    return np.random.default_rng(seed).spawn(count)


def small_network(rng=None, **options):
    """2-2-1: W1 is square, and x and a1 have one shape, so that nothing mixed up complains."""
    layers = (Linear(2, 2, bias_init="normal"), Sigmoid(), Linear(2, 1, bias_init="normal"))
    return Network(*layers, Sigmoid(), rng=rng or np.random.default_rng(1), **options)


def flat_parameters(net):
    """Copies of the parameters of `small_network`."""
    first, _, second, _ = net.layers
    arrays = {"W1": first.W, "b1": first.b, "W2": second.W, "b2": second.b}
    return {name: array.copy() for name, array in arrays.items()}


def flat_forward(x, params):
    a1 = 1 / (1 + np.exp(-(x @ params["W1"] + params["b1"])))
    p = 1 / (1 + np.exp(-(a1 @ params["W2"] + params["b2"])))
    return p, (x, a1, p)


def flat_backward(y, cache, params):
    x, a1, p = cache
    dp = 2 * (p - y) / len(y)
    dz2 = dp * p * (1 - p)
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0, keepdims=True)
    da1 = dz2 @ params["W2"].T
    dz1 = da1 * a1 * (1 - a1)
    dW1 = x.T @ dz1
    db1 = dz1.sum(axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
