"""Clash: which two arrays a function tried to combine when their shapes did not fit."""

from dataclasses import dataclass, field

import numpy as np

from ...engine.attempt import silence

PRODUCTS = {"matmul", "dot", "vecdot", "matvec", "vecmat"}


@dataclass(frozen=True)
class Meeting:
    """product : True for a product of matrices, False for what goes entry by entry."""

    product: bool
    left: np.ndarray
    right: np.ndarray


@dataclass(frozen=True)
class Clash(Meeting):
    """Two arrays that do not fit, and the Meetings before them."""

    before: tuple = ()


@dataclass
class Log:
    met: list = field(default_factory=list)
    clash: Clash = None


class Watched(np.ndarray):
    """An array that remembers, in `found`, a Log of what it and its offspring met."""

    found = None

    def __array_finalize__(self, parent):
        self.found = getattr(parent, "found", None)

    def __array_ufunc__(self, ufunc, method, *inputs, **others):
        return self.watch(ufunc.__name__, getattr(ufunc, method), inputs, others)

    def __array_function__(self, function, types, inputs, others):
        return self.watch(function.__name__, function, inputs, others)

    def dot(self, other):
        return self.watch("dot", np.dot, (self, other), {})

    def watch(self, name, function, inputs, others):
        given, found = plain(inputs), self.found
        two = len(given) == 2 and all(isinstance(one, np.ndarray) for one in given)
        try:
            made = function(*given, **{key: plain(one) for key, one in others.items()})
        except ValueError:
            found.clash = Clash(name in PRODUCTS, *given, tuple(found.met)) if two else None
            raise
        if two:
            found.met.append(Meeting(name in PRODUCTS, *given))
        return watched(made, found)


def plain(value):
    """The value with ordinary arrays in it."""
    if isinstance(value, (tuple, list)):
        return type(value)(map(plain, value))
    return value.view(np.ndarray) if isinstance(value, Watched) else value


def watched(value, found):
    """A copy of the value, with arrays that are watched."""
    if isinstance(value, dict):
        return {key: watched(one, found) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(watched(one, found) for one in value)
    if not isinstance(value, np.ndarray):
        return value
    copy = np.array(value).view(Watched)
    copy.found = found
    return copy


def clash(function, args):
    """The Clash that stops the function with these arguments, or None."""
    found = Log()
    try:
        with silence():
            function(*watched(args, found))
    except Exception:
        return found.clash
    return None
