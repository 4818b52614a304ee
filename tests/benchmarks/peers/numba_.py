"""Numba: scalar loops in Python, compiled; one example after the other, gradients added up."""

import numpy as np
from numba import njit

from ..problem import SQUARED_ERROR


def train(problem):
    params = tuple(array.copy() for array in problem.start)
    gradients = tuple(np.empty_like(array) for array in params)
    a, dz = (tuple(np.empty(n_out) for _, n_out in problem.sizes) for _ in range(2))
    settings = params, gradients, a, dz, problem.lr, problem.loss == SQUARED_ERROR

    def run(epochs):
        losses = np.empty(epochs)
        loop(problem.X, problem.y, *settings, losses)
        return losses

    return run


@njit(fastmath=True)
def loop(X, y, params, gradients, a, dz, lr, squared, losses):
    for epoch in range(losses.size):
        for dv in gradients:
            dv[:] = 0.0
        L = 0.0
        for i in range(len(X)):
            L += example(X[i], y[i, 0], params, gradients, a, dz, squared, 1 / len(X))
        losses[epoch] = L / len(X)
        for v, dv in zip(params, gradients):  # noqa: B905, for Numba knows no strict
            v[:] -= lr * dv


@njit(fastmath=True)
def example(x, y, params, gradients, a, dz, squared, share):
    """The loss of one example; its share of the gradients is added to them."""
    W1, b1, W2, b2, W3, b3 = params
    dW1, db1, dW2, db2, dW3, db3 = gradients
    linear(x, W1, b1[0], a[0])
    sigmoid(a[0])
    linear(a[0], W2, b2[0], a[1])
    sigmoid(a[1])
    linear(a[1], W3, b3[0], a[2])
    L, slope = output(a[2][0], y, squared)
    dz[2][0] = share * slope
    add_gradients(a[1], dz[2], dW3, db3[0])
    go_back(dz[2], W3, a[1], dz[1])
    add_gradients(a[0], dz[1], dW2, db2[0])
    go_back(dz[1], W2, a[0], dz[0])
    add_gradients(x, dz[0], dW1, db1[0])
    return L


@njit(fastmath=True)
def linear(x, W, b, z):
    z[:] = b
    for k in range(x.size):
        for j in range(z.size):
            z[j] += x[k] * W[k, j]


@njit(fastmath=True)
def sigmoid(z):
    for j in range(z.size):
        z[j] = 1 / (1 + np.exp(-z[j]))


@njit(fastmath=True)
def output(z, y, squared):
    """The loss of one example, and dL/dz."""
    p = 1 / (1 + np.exp(-z))
    if squared:
        return (p - y) ** 2, 2 * (p - y) * p * (1 - p)
    wrong = (1 - 2 * y) * z
    return max(wrong, 0.0) + np.log1p(np.exp(-abs(wrong))), p - y


@njit(fastmath=True)
def add_gradients(x, dz, dW, db):
    for k in range(x.size):
        for j in range(dz.size):
            dW[k, j] += x[k] * dz[j]
    for j in range(dz.size):
        db[j] += dz[j]


@njit(fastmath=True)
def go_back(dz, W, a, dz_below):
    """dz of the layer below, whose activations are a."""
    for k in range(a.size):
        da = 0.0
        for j in range(dz.size):
            da += dz[j] * W[k, j]
        dz_below[k] = da * a[k] * (1 - a[k])
