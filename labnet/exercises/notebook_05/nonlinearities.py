"""Nonlinearities a student's hidden layers may have, and both passes with each of them."""

import numpy as np

from ...layers import sigmoid


def slope_of_sigmoid(z):
    return sigmoid(z) * (1 - sigmoid(z))


def slope_of_tanh(z):
    return 1 - np.tanh(z) ** 2


def relu(z):
    return np.maximum(z, 0)


def slope_of_relu(z):
    return (z > 0) * 1.0


def slope_of_relu_from_zero_on(z):
    """The same with 1 at the kink, as it may be written too."""
    return (z >= 0) * 1.0


LINEAR = np.positive, np.ones_like
BENDS = (  # the bend, and its slope
    (sigmoid, slope_of_sigmoid),
    (np.tanh, slope_of_tanh),
    (relu, slope_of_relu),
    (relu, slope_of_relu_from_zero_on),
)
NAMED = {"sigmoid": BENDS[0], "tanh": BENDS[1]}


def forward(bend, x, params):
    """z, a of a network with this bend in its hidden layers and a sigmoid at its end, by layer."""
    z, a, last = [None], [x], len(params) // 2
    for k in range(1, last + 1):
        z.append(a[-1] @ params[f"W{k}"] + params[f"b{k}"])
        a.append(sigmoid(z[-1]) if k == last else bend[0](z[-1]))
    return z, a


def predicted(bend, x, params):
    _, a = forward(bend, x, params)
    return a[-1]


def gradients(bend, x, y, params):
    """{dW3: ...} of the mean cross-entropy, for the same network, from the last layer on."""
    (z, a), grads = forward(bend, x, params), {}
    dz = (a[-1] - y) / len(y)
    for k in range(len(z) - 1, 0, -1):
        grads |= {f"dW{k}": a[k - 1].T @ dz, f"db{k}": dz.sum(axis=0, keepdims=True)}
        if k > 1:
            dz = dz @ params[f"W{k}"].T * bend[1](z[k - 1])
    return grads
