"""Attempt: one call of a student's function, and everything that can come of it."""

import dis
import inspect
import io
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass, field

import numpy as np

from ...support.page import in_page
from .heard import Heard
from .kinds import kinds_in
from .limit import TooLong
from .overflow import overflows
from .reading import UnreadableError

FLOATS = dict.fromkeys(("over", "divide", "invalid"), "call")  # what NumPy would warn of


@dataclass
class Attempt:
    """What came of one call.

    value : what was returned, read. error : what was raised, or None. changed : the positions of
    the arguments that are not as they were before. refilled : those of dictionaries that hold
    other objects than before. warned : the kinds of trouble that NumPy would have warned of, such
    as "overflow". printed : the first lines that it printed. kinds : the odd ones in the result.
    """

    value: object = None
    error: BaseException = None
    changed: tuple = ()
    refilled: tuple = ()
    warned: frozenset = frozenset()
    printed: tuple = ()
    kinds: frozenset = frozenset()


@dataclass
class Case:
    """One call that a check makes: the arguments, from the smallest case to the largest.

    plain : an ordinary input, on which right answers agree to many digits. At an extreme one, such
    as z = 1000, they may differ. complaint(values) : if given, it judges instead of a comparison
    with the right values: it says what is wrong with {name: array}, or "".
    n : the number of examples. quantities : {name: array} of what may be a factor too many, or
    one that is missing.
    """

    args: tuple
    plain: bool = True
    complaint: object = None
    n: int = 1
    quantities: dict = field(default_factory=dict)


def attempt(function, case, read):
    """Call the function with copies of the arguments, and read the result.

    Nothing gets out but a KeyboardInterrupt, which may be the user's own, and TooLong. Reading
    belongs to it: an object of the student's may fail as late as there. What was printed until it
    took too long is kept in TooLong.printed. In a page NumPy notices no overflow, so at an extreme
    input the function is called once more, to see whether there is one.
    """
    before, given = deepcopy(case.args), deepcopy(case.args)
    kept = {i: dict(one) for i, one in enumerate(given) if isinstance(one, dict)}
    value, error, kinds = None, None, ()
    heard = Heard(attempt.__code__)
    with silence(heard) as warned:
        try:
            returned = function(*given)
            value, kinds = read(returned), kinds_in(returned)
            if in_page() and not case.plain and overflows(function, deepcopy(case.args)):
                warned.add("overflow")
        except KeyboardInterrupt:
            raise
        except TooLong as ring:
            ring.printed = heard.told()
            raise
        except UnreadableError as refused:
            error = refused.with_traceback(None)  # which keeps all that was returned
        except BaseException as raised:  # SystemExit too
            error = raised
    refilled = tuple(i for i, one in kept.items() if holds_others(given[i], one))
    seen = differing(before, given), refilled, frozenset(warned), heard.told(), frozenset(kinds)
    return Attempt(value, error, *seen)


def holds_others(one, kept):
    return any(one.get(name) is not value for name, value in kept.items())


@contextmanager
def silence(heard=None):
    """No warnings, and nothing printed: a check may call the function many times.

    heard : what takes in the text instead.
    """
    heard, warned = heard or Nowhere(), set()
    with warnings.catch_warnings(), np.errstate(**FLOATS, call=lambda kind, _: warned.add(kind)):
        warnings.simplefilter("ignore")
        with redirect_stdout(heard), redirect_stderr(heard):
            yield warned


class Nowhere(io.TextIOBase):
    """A place to print to that keeps nothing, however much comes."""

    def write(self, text):
        return len(text)


def differing(before, after):
    return tuple(i for i, pair in enumerate(zip(before, after, strict=True)) if not same(*pair))


def same(one, other):
    """Whether two arguments are equal, down to the last bit."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(same(one[name], other[name]) for name in one)
        )
    if isinstance(one, (tuple, list)):
        alike = isinstance(other, type(one)) and len(one) == len(other)
        return alike and all(map(same, one, other))
    if isinstance(one, (np.ndarray, int, float)):
        return np.array_equal(one, other, equal_nan=True)
    return True  # functions and generators: theirs to use


def bare(): ...


def documented():
    """Nothing but this text."""


def empty():
    return None


IDLE = {step.opname for one in (bare, documented, empty) for step in dis.get_instructions(one)}


def is_stub(function):
    """Whether nothing has been written yet: a body of `...`, `pass` or a docstring."""
    if isinstance(function, type):
        own = [one for kind in function.__mro__[:-1] for one in vars(kind).values()]
        return all(is_stub(one) for one in own if callable(one))
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if not inspect.iscode(code):
        return function is None or function is ...
    return all(step.opname in IDLE for step in dis.get_instructions(code)) and all(
        constant is None or constant is ... or constant == function.__doc__
        for constant in code.co_consts
    )
