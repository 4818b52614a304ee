"""labnet: a small neural network whose backward pass you can read, and write yourself.

One rule carries the notation: for any array ``v``, ``dv`` is dL/dv and has the shape of ``v``.

    X (n, 2), y (n, 1)      data and labels; a row is an example
    z = x W + b             W is (n_in, n_out), b is a row (1, n_out)
    a = f(z)                the activation; the last one is the prediction p
    L                       the loss; the factor 1/n lives there and nowhere else
    theta, dtheta           all parameters of a network in one vector, and their gradients

With ``runs=R`` every array gets a leading axis of length R, and the same lines train R networks.
"""

from .data import circles_data, linear_data, spiral_data, xor_data
from .decisions import accuracy
from .gradient_check import check_gradients
from .gradients import loss_and_gradient, numerical_gradient
from .history import History
from .layers import Layer, LeakyReLU, Linear, ReLU, Sigmoid, Tanh, sigmoid
from .losses import BinaryCrossEntropy, Loss, SquaredError
from .network import Network
from .optimizers import AdaGrad, Adam, GradientDescent, Momentum, Optimizer
from .presets import presets
from .support.errors import LabnetError
from .training import train

__all__ = [
    "AdaGrad",
    "Adam",
    "BinaryCrossEntropy",
    "GradientDescent",
    "History",
    "LabnetError",
    "Layer",
    "LeakyReLU",
    "Linear",
    "Loss",
    "Momentum",
    "Network",
    "Optimizer",
    "ReLU",
    "Sigmoid",
    "SquaredError",
    "Tanh",
    "accuracy",
    "check_gradients",
    "circles_data",
    "linear_data",
    "loss_and_gradient",
    "numerical_gradient",
    "presets",
    "sigmoid",
    "spiral_data",
    "train",
    "xor_data",
]


def __getattr__(name):
    """Import these when they are first used: `plots` and `explore` cost more than all the rest."""
    from importlib import import_module

    if name in ("plots", "exercises", "report"):
        return import_module(f".{name}", __name__)
    if name == "sweep":
        return import_module(".experiments.sweep", __name__).sweep
    if name == "explore":
        return import_module(".explorer", __name__).explore
    raise AttributeError(f"module 'labnet' has no attribute {name!r}")
