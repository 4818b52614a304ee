"""micrograd: every number is an object. It has no sigmoid, so one is added here.

Only with the squared error: cross-entropy would need a logarithm too.
"""

import math

import numpy as np
from micrograd.engine import Value


def train(problem):
    params = [values(array) for array in problem.start]
    flat = [value for array in params for row in array for value in row]
    X, y = problem.X.tolist(), problem.y.ravel().tolist()

    def epoch():
        L = sum((predicted(params, x) - y_i) ** 2 for x, y_i in zip(X, y, strict=True)) / len(y)
        for value in flat:
            value.grad = 0
        L.backward()
        for value in flat:
            value.data -= problem.lr * value.grad
        return L.data

    return lambda epochs: np.array([epoch() for _ in range(epochs)])


def values(array):
    return [[Value(number) for number in row] for row in array.tolist()]


def predicted(params, x):
    for W, b in zip(params[::2], params[1::2], strict=True):
        x = [sigmoid(neuron(x, W, b[0][j], j)) for j in range(len(b[0]))]
    return x[0]


def neuron(x, W, b, j):
    return sum((x_i * row[j] for x_i, row in zip(x, W, strict=True)), b)


def sigmoid(z):
    a = 1 / (1 + math.exp(-z.data))
    out = Value(a, (z,), "sigmoid")

    def backward():
        z.grad += a * (1 - a) * out.grad

    out._backward = backward
    return out
