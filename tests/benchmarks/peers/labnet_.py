"""labnet as everybody uses it: `train`, with its record of loss and accuracy."""

import numpy as np

import labnet
from labnet import Linear, Network, Sigmoid

from ..problem import SQUARED_ERROR


def train(problem):
    net, loss, optimizer = network(problem), loss_of(problem), optimizer_of(problem)

    def run(epochs):
        history = labnet.train(
            net, problem.X, problem.y, loss, optimizer, epochs, batch_size=problem.batch_size
        )
        return history.losses

    return run


def predict(problem):
    net = network(problem)

    def run(times):
        for _ in range(times):
            p = net.predict(problem.X)
        return p

    return run


def network(problem):
    layers = [layer for sizes in problem.sizes for layer in (Linear(*sizes), Sigmoid())]
    if problem.output == "identity":
        layers.pop()
    net = Network(*layers, rng=np.random.default_rng(0), runs=problem.runs)
    lead = net.theta.shape[:-1]
    net.theta = np.concatenate([array.reshape(*lead, -1) for array in problem.start], axis=-1)
    return net


def loss_of(problem):
    squared = problem.loss == SQUARED_ERROR
    return labnet.SquaredError() if squared else labnet.BinaryCrossEntropy()


def optimizer_of(problem):
    return labnet.Adam(problem.lr) if problem.adam else labnet.GradientDescent(problem.lr)
