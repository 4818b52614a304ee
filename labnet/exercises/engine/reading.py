"""Reading: what a function returned, as named arrays; or what kept it from being read."""

import numpy as np

from .room import sized

MOST = 100_000  # numbers in an array; no exercise asks for as many


class UnreadableError(Exception):
    """A return value of another kind. name : a stable id of what is wrong."""

    def __init__(self, name, sentence):
        super().__init__(sentence)
        self.name = name


class Arrays(dict):
    """{name: array}, as it was read. relaid : the names of those that were given another shape."""

    def __init__(self, arrays, given):
        super().__init__(arrays)
        self.relaid = frozenset(name for name in arrays if np.ndim(given[name]) != self[name].ndim)

    def fit(self, right):
        """A bias of one unit may be a number, where the right one is a row of one."""
        for name, array in self.items():
            if is_bias(name) and array.ndim == 0 and right[name].size == 1:
                self[name] = array.reshape(right[name].shape)
                self.relaid |= {name}


def is_relaid(case, answer):
    """Whether an array of the answer was given another shape: for the remarks of the catalogue."""
    return bool(getattr(answer.values, "relaid", ()))


class UnfinishedError(Exception):
    """A `...` where numbers were expected: the exercise has only been begun. It may say how far."""


def numbers(value, what="your function"):
    """The value as an array of float64, or of float32 if it is one."""
    refuse_nothing(value, what)
    array = as_array(value, what)
    if array.dtype.kind in "biufc" and array.size > MOST:
        told = f"{what} returned {sized(array.shape, array.nbytes)}: far too many numbers."
        raise UnreadableError("too-many-numbers", told)
    if array.dtype.kind == "c" and not array.imag.any():
        array = array.real
    try:
        if array.dtype.kind not in "biufO":
            raise TypeError
        return array if array.dtype == np.float32 else array.astype(float)
    except (TypeError, ValueError):
        raise no_numbers(value, what) from None


def as_array(value, what):
    try:
        return np.asarray(value)
    except ValueError:  # rows of different lengths
        raise no_numbers(value, what) from None


def no_numbers(value, what):
    told = f"{what} returned {count(value)}, where numbers were expected."
    return UnreadableError("no-numbers", told)


def refuse_nothing(value, what="your function"):
    if value is ...:
        raise UnfinishedError
    if value is None:
        told = f"{what} returned nothing: is its `return` missing?"
        raise UnreadableError("returned-nothing", told)


def one(value):
    """A single array, or a number."""
    refuse_several(value)
    return {"": numbers(value)}


def number(value):
    """A number; an array that holds just one will do."""
    refuse_several(value)
    array = numbers(value)
    return Arrays({"": array.reshape(()) if array.size == 1 else array}, {"": value})


def refuse_several(value):
    if isinstance(value, tuple) and any(isinstance(part, np.ndarray) for part in value):
        told = f"your function returned {count(value)}; expected a single one."
        raise UnreadableError("wrong-count", told)


def several(*names):
    """A tuple or list of as many arrays as there are names."""

    def read(value):
        refuse_nothing(value)
        if not isinstance(value, (tuple, list)) or len(value) != len(names):
            told = f"{', '.join(names)}, in this order"
            raise UnreadableError(
                "wrong-count", f"your function returned {count(value)}; expected {told}."
            )
        return rows(dict(zip(names, value, strict=True)))

    return read


def named(*names):
    """A dictionary that has at least these names."""

    def read(value):
        refuse_nothing(value)
        if not isinstance(value, dict):
            told = f"your function returned {count(value)}; expected a dictionary."
            raise UnreadableError("no-dictionary", told)
        missing = [name for name in names if name not in value]
        if missing:
            has = ", ".join(map(str, value)) or "nothing"
            raise UnreadableError(
                "missing-name", f"the dictionary has no {', '.join(missing)}; it has {has}."
            )
        return rows({name: value[name] for name in names})

    return read


def rows(given):
    return Arrays({name: row(name, value) for name, value in given.items()}, given)


def row(name, value):
    """The array; a bias may lie flat, (h,) instead of (1, h)."""
    array = numbers(value, f"for `{name}` your function")
    return array[None, :] if is_bias(name) and array.ndim == 1 else array


def is_bias(name):
    return name.lstrip("d").startswith("b")


def count(value):
    if isinstance(value, (tuple, list)):
        return f"{len(value)} things" if len(value) != 1 else "one thing, in brackets"
    return "one array" if isinstance(value, np.ndarray) else article(type(value).__name__)


WORDS = {"ndarray": "array", "str": "text", "dict": "dictionary", "bool": "truth value"}
WORDS |= {"int": "number", "float": "number", "float64": "number"}


def article(kind):
    """The name of a type as a word for it, such as "an array"."""
    if kind == "NoneType":
        return "None"
    word = WORDS.get(kind, kind)
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
