"""PyTorch, eager: the loop of its tutorials, on one thread."""

import numpy as np
import torch
from torch import nn

from ..problem import SQUARED_ERROR

torch.set_num_threads(1)


def train(problem):
    net = network(problem)
    kind = torch.optim.Adam if problem.adam else torch.optim.SGD
    optimizer = kind(net.parameters(), lr=problem.lr)
    loss = nn.MSELoss() if problem.loss == SQUARED_ERROR else nn.BCEWithLogitsLoss()
    X, y = torch.tensor(problem.X), torch.tensor(problem.y)

    def step(X, y):
        optimizer.zero_grad()
        L = loss(net(X), y)
        L.backward()
        optimizer.step()
        return L.item()

    def epoch_in_batches():
        for start in range(0, len(X), problem.batch_size):
            rows = slice(start, start + problem.batch_size)
            step(X[rows], y[rows])
        with torch.no_grad():
            return loss(net(X), y).item()

    def run(epochs):
        if problem.batch_size:
            return np.array([epoch_in_batches() for _ in range(epochs)])
        return np.array([step(X, y) for _ in range(epochs)])

    return run


def predict(problem):
    net, X = network(problem), torch.tensor(problem.X)

    @torch.no_grad()
    def run(times):
        for _ in range(times):
            p = net(X)
        return p.numpy()

    return run


def network(problem):
    """With cross-entropy the last sigmoid stands in the loss."""
    layers = [layer for sizes in problem.sizes for layer in (nn.Linear(*sizes), nn.Sigmoid())]
    if problem.loss != SQUARED_ERROR:
        layers.pop()
    net = nn.Sequential(*layers).to(getattr(torch, problem.dtype))
    with torch.no_grad():
        for parameter, array in zip(net.parameters(), problem.start, strict=True):
            parameter.copy_(torch.tensor(array.T).reshape(parameter.shape))
    return net
