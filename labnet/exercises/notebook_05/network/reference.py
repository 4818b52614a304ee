"""The right passes, for sizes of any length."""

import numpy as np

from ....layers import sigmoid

ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
}


def shapes_of(sizes):
    """{name: shape} of the parameters, layer by layer."""
    shapes = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        shapes |= {f"W{k}": (n_in, n_out), f"b{k}": (1, n_out)}
    return shapes


def count_of(sizes):
    """How many parameters there are."""
    return sum(np.prod(shape) for shape in shapes_of(sizes).values())


def outputs(x, params, activation):
    """[a0, a1, ... p]; the activation "none" leaves z as it is."""
    f = np.positive if activation == "none" else ACTIVATIONS[activation][0]
    a, last = [x], len(params) // 2
    for k in range(1, last + 1):
        z = a[-1] @ params[f"W{k}"] + params[f"b{k}"]
        a.append(sigmoid(z) if k == last else f(z))
    return a


def right_gradients(x, y, params, activation):
    """{name: gradient}, from the last layer to the first."""
    a, grads = outputs(x, params, activation), {}
    dz, slope = (a[-1] - y) / len(y), ACTIVATIONS[activation][1]
    for k in range(len(params) // 2, 0, -1):
        grads |= {f"W{k}": a[k - 1].T @ dz, f"b{k}": dz.sum(axis=0, keepdims=True)}
        dz = dz @ params[f"W{k}"].T * slope(a[k - 1])
    return grads
