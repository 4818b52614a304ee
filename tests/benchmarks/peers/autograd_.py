"""HIPS autograd: NumPy code, differentiated by recording what it does."""

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad

from .numpy_ import descend
from .objective import objective


def train(problem):
    params = [array.copy() for array in problem.start]
    loss_and_gradients = value_and_grad(objective(anp, problem.loss))

    def run(epochs):
        losses = []
        for _ in range(epochs):
            L, gradients = loss_and_gradients(params, problem.X, problem.y)
            losses.append(L)
            descend(params, gradients, problem.lr)
        return np.array(losses)

    return run
