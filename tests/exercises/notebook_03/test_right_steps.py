"""The steps in which slips are searched give what labnet's own layers give, array by array."""

import numpy as np

from labnet import BinaryCrossEntropy, Linear, Network, Sigmoid
from labnet.exercises.notebook_03.slips.right_steps import (
    BACKWARD,
    FORWARD,
    before_backward,
    before_forward,
    run,
)
from labnet.walk import walk

X, Y = np.random.default_rng(1).normal(size=(5, 2)), np.array([[0.0], [1.0], [0.0], [1.0], [1.0]])


def test_both_passes():
    layers = Linear(2, 3), Sigmoid(), Linear(3, 3), Sigmoid(), Linear(3, 1), Sigmoid()
    net = Network(*layers, rng=np.random.default_rng(2))
    linears = dict(enumerate(net.layers[::2], 1))
    params = {f"{v}{k}": getattr(layer, v) for k, layer in linears.items() for v in ("W", "b")}
    cache = run(before_forward(X, params), FORWARD, {})
    found = run(before_backward(Y, cache, params), BACKWARD, {})
    _, values, gradients = walk(net, X, Y, BinaryCrossEntropy())
    names = ["z1", "a1", "z2", "a2", "z3", "p"]
    grads = ["dz1", "da1", "dz2", "da2", "dz3", "da3"]  # da3 is dp
    for name, array in zip(names + grads, values + gradients, strict=True):
        np.testing.assert_allclose(found[name], array, rtol=1e-12)
    for k, layer in linears.items():
        np.testing.assert_allclose(found[f"dW{k}"], layer.dW, rtol=1e-12)
        np.testing.assert_allclose(found[f"db{k}"], layer.db, rtol=1e-12)
