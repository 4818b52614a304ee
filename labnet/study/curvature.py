"""Curvature: where a training stands, by the gradient and the Hessian of what it minimises."""

from copy import deepcopy

import numpy as np

from ..gradients import loss_and_gradient

STEP = 1e-4
FLAT = 1e-6  # an eigenvalue nearer to 0 could be the rounding of the differences


def gradient_of(result, loss):
    """A function of theta (R, P) that gives dtheta (R, P); the result's network stays as it is."""
    net, loss = deepcopy(result.net), deepcopy(loss)

    def gradient(theta):
        net.theta = theta
        return loss_and_gradient(net, result.X, result.y, loss)[1].copy()

    return gradient


def gradient_norm(result, of="loss"):
    """The length of dtheta, of the setup's "loss", which is trained, or its "report"."""
    gradient = gradient_of(result, getattr(result.setup, of))
    return np.linalg.norm(gradient(result.net.theta), axis=-1)


def hessian(result):
    """(R, P, P), by central differences of the gradient, made symmetric."""
    gradient, theta = gradient_of(result, result.setup.loss), result.net.theta
    nudges = STEP * np.eye(theta.shape[-1])
    rows = [(gradient(theta + e) - gradient(theta - e)) / (2 * STEP) for e in nudges]
    H = np.stack(rows, axis=-2)
    return (H + H.mT) / 2


def negative_curvatures(result):
    """How many eigenvalues of the Hessian are below 0: the directions that lead further down."""
    return (np.linalg.eigvalsh(hessian(result)) < -FLAT).sum(axis=-1)
