"""What the fields of a System may hold: checks that give the value in its final form."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..data import linear_data, xor_data
from ..layers import INITS
from ..losses import Loss
from ..support import checks
from ..support.errors import LabnetError

DATA = {"linear": lambda rng: linear_data(100, rng), "xor": lambda rng: xor_data()}


class UnknownChoiceError(LabnetError, KeyError):
    """A name that is none of the choices (so that `in` and `get` still work)."""

    __str__ = Exception.__str__  # KeyError would show the sentence in quotes


class Choices(Mapping):
    """A mapping that cannot be changed, and that lists its names if asked for an unknown one."""

    def __init__(self, what, choices):
        self._what, self._choices = what, dict(choices)

    def __getitem__(self, name):
        if isinstance(name, str) and name in self._choices:
            return self._choices[name]
        raise UnknownChoiceError(
            f"There is no {self._what} {name!r}; expected one of:\n{self._lines()}"
        )

    def __iter__(self):
        return iter(self._choices)

    def __len__(self):
        return len(self._choices)

    def _lines(self):
        return "\n".join(f"  {name!r}: {choice}" for name, choice in self._choices.items())

    def __repr__(self):
        return self._lines() or f"(no {self._what})"


@dataclass(frozen=True)
class PerData:
    """One value for each data set."""

    linear: object
    xor: object

    def __getitem__(self, data):
        return getattr(self, checks.one_of(data, DATA, "data"))

    def __str__(self):
        linear, xor = str(self.linear), str(self.xor)
        return xor if linear == xor else f"{linear} linear, {xor} xor"


def per_data(check):
    """The check of a field that holds one value for both data sets, or {"linear": , "xor": }."""

    def checked(value, name):
        if isinstance(value, PerData):
            return value
        if not isinstance(value, Mapping):
            value = check(value, name)
            return PerData(value, value)
        checks.require(
            set(value) == set(DATA),
            f"{name} is {value!r}; expected one value, or one for each of {list(DATA)}.",
        )
        return PerData(**{data: check(one, f"{name} for {data}") for data, one in value.items()})

    return checked


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


def widths(value, name):
    """The units of each hidden layer; a number h stands for the assignment's two, (h, h)."""
    each = value if isinstance(value, (tuple, list)) else (value, value)
    return tuple(checks.positive_whole(width, f"{name}, or one of its layers,") for width in each)


def loss(value, name):
    checks.require(
        isinstance(value, Loss),
        f"{name} is {value!r}; expected a loss, such as SquaredError() or BinaryCrossEntropy().",
    )
    return value


def changes(value, name):
    """Variation -> the fields it changes, each frozen like the System they belong to."""
    return Choices("variation", {key: Choices("field", one) for key, one in value.items()})
