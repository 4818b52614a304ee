"""What the answers take from the notebooks before theirs: right functions."""

from labnet import sigmoid
from labnet.exercises.notebook_02.exercises import (
    cross_entropy,
    linear_backward,
    linear_forward,
)
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer

__all__ = [
    "backward",
    "cross_entropy",
    "forward",
    "gradient_step",
    "init_layer",
    "linear_backward",
    "linear_forward",
    "sigmoid",
]
