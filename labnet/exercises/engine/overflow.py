"""Overflow where the processor reports none: WebAssembly, and so a web page's Python.

There `np.errstate` does nothing and NumPy warns of nothing. What overflows is seen all the same: it
is infinite, and was made of finite numbers.
"""

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from .watched import watched

POLES = ("divide", "reciprocal", "log", "log2", "log10", "log1p")  # infinite at one place


@dataclass
class Finite:
    """A watcher that notes whether finite numbers became infinite, by overflowing."""

    overflowed: bool = False

    def made(self, name, function, given, others):
        result = function(*given, **others)
        self.overflowed |= name not in POLES and bool(has_overflowed(given, result))
        return result


def has_overflowed(given, result):
    return has_infinite(result) and not any(map(has_infinite, given))


def has_infinite(value):
    numbers = isinstance(value, (np.ndarray, float)) and np.asarray(value).dtype.kind == "f"
    return numbers and np.isinf(value).any()


def overflows(function, args):
    """Whether a number overflows in this call, which is made with copies of its arrays."""
    seen = Finite()
    with suppress(Exception, SystemExit):
        function(*watched(args, seen))
    return seen.overflowed
