"""What the fields of a Setup may hold: checks that give the value in its final form."""

from ..data import linear_data, xor_data
from ..layers import INITS
from ..losses import Loss
from ..support import checks

POINTS = 100  # of the linear data, where nothing else is said
DATA = {
    "linear": lambda rng, n, noise: linear_data(n or POINTS, rng, noise),
    "xor": lambda rng, n, noise: xor_data(rng, noise),
}


def optional(check):
    return lambda value, name: None if value is None else check(value, name)


def name_of(choices):
    """The check of a field that holds one of these names."""
    return lambda value, name: checks.one_of(value, choices, name)


def name_or_function(choices):
    return lambda value, name: value if callable(value) else checks.one_of(value, choices, name)


init = name_or_function(INITS)


def function(value, name):
    checks.require(callable(value), f"{name} is {value!r}; expected a function.")
    return value


def text(value, name):
    checks.require(isinstance(value, str), f"{name} is {value!r}; expected a text.")
    return value


def learning_rate(value, name):
    return checks.learning_rate(value)


def points(value, name):
    """How many points; there may be none."""
    return checks.count(value, name) and checks.positive_whole(value, name)


def widths(value, name):
    """The units of each hidden layer; a number h stands for the assignment's two, (h, h)."""
    each = value if isinstance(value, (tuple, list)) else (value, value)
    return tuple(checks.positive_whole(width, f"{name}, or one of its layers,") for width in each)


def loss(value, name):
    checks.require(
        isinstance(value, Loss),
        f"{name} is {value!r}; expected a loss, such as SquaredError(), SquaredError(half=True) or "
        "BinaryCrossEntropy().",
    )
    return value
