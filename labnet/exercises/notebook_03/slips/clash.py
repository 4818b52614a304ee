"""Clash: which two arrays a function tried to combine when their shapes did not fit."""

from dataclasses import dataclass, field

import numpy as np

from ...engine.attempt import silence
from ...engine.watched import watched

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
    """What the watched arrays met, and the Clash that ended it."""

    met: list = field(default_factory=list)
    clash: Clash = None

    def made(self, name, function, given, others):
        two = len(given) == 2 and all(isinstance(one, np.ndarray) for one in given)
        try:
            result = function(*given, **others)
        except ValueError:
            self.clash = Clash(name in PRODUCTS, *given, tuple(self.met)) if two else None
            raise
        if two:
            self.met.append(Meeting(name in PRODUCTS, *given))
        return result


def clash(function, args):
    """The Clash that stops the function with these arguments, or None."""
    found = Log()
    try:
        with silence():
            function(*watched(args, found))
    except Exception:
        return found.clash
    return None
