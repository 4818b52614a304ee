"""Flat NumPy, as notebook 03 writes it: no classes, no record but the loss."""

import numpy as np

from ..problem import SQUARED_ERROR


def train(problem):
    params = [array.copy() for array in problem.start]

    def run(epochs):
        losses = []
        for _ in range(epochs):
            L, gradients = loss_and_gradients(params, problem.X, problem.y, problem.loss)
            losses.append(L)
            descend(params, gradients, problem.lr)
        return np.array(losses)

    return run


def loss_and_gradients(params, X, y, loss):
    W1, b1, W2, b2, W3, b3 = params
    a1 = sigmoid(X @ W1 + b1)
    a2 = sigmoid(a1 @ W2 + b2)
    z3 = a2 @ W3 + b3
    p = sigmoid(z3)
    if loss == SQUARED_ERROR:
        L = np.mean((p - y) ** 2)
        dz3 = 2 * (p - y) * p * (1 - p) / len(y)
    else:
        L = np.mean(np.logaddexp(0, (1 - 2 * y) * z3))
        dz3 = (p - y) / len(y)
    dz2 = dz3 @ W3.T * a2 * (1 - a2)
    dz1 = dz2 @ W2.T * a1 * (1 - a1)
    pairs = ((X, dz1), (a1, dz2), (a2, dz3))
    return L, [d for x, dz in pairs for d in (x.T @ dz, dz.sum(axis=0, keepdims=True))]


def descend(params, gradients, lr):
    for v, dv in zip(params, gradients, strict=True):
        v[...] -= lr * dv


def sigmoid(z):
    return 1 / (1 + np.exp(-z))
