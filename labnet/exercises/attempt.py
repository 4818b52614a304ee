"""Attempt: one call of a student's function, and everything that can come of it."""

import dis
import io
import signal
import threading
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass, field

import numpy as np

SECONDS = 5.0  # for all calls of one check
IDLE = {"RESUME", "NOP", "POP_TOP", "LOAD_CONST", "LOAD_SMALL_INT", "RETURN_CONST", "RETURN_VALUE"}
ENDLESS = "It was stopped after {:g} seconds: is there a loop whose end never comes?"


class TooLong(BaseException):
    """Not an Exception, so that no `except Exception` in a student's loop swallows it."""


@dataclass
class Attempt:
    """What came of one call.

    value : what was returned. error : what was raised, or None. changed : the positions of the
    arguments that are not as they were before.
    """

    value: object = None
    error: BaseException = None
    changed: tuple = ()


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


def attempt(function, case):
    """Call the function with copies of the arguments; nothing that it does gets out."""
    before, given = deepcopy(case.args), deepcopy(case.args)
    try:
        with silence():
            value = function(*given)
    except (Exception, SystemExit) as error:
        return Attempt(error=error, changed=differing(before, given))
    return Attempt(value=value, changed=differing(before, given))


@contextmanager
def silence():
    """No warnings, and nothing printed: a check may call the function many times."""
    nowhere = io.StringIO()
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        with redirect_stdout(nowhere), redirect_stderr(nowhere):
            yield


@contextmanager
def limited(seconds=SECONDS):
    """Raise TooLong in what is inside; only where there are timers, and in the main thread."""
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(signum, frame):
        raise TooLong(ENDLESS.format(seconds))

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.2)  # again, in case it is caught inside
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


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
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (np.ndarray, int, float)):
        return np.array_equal(one, other, equal_nan=True)
    return True  # functions and generators: theirs to use


def is_stub(function):
    """Whether nothing has been written yet: a body of `...`, `pass` or a docstring."""
    if isinstance(function, type):
        return all(is_stub(one) for one in vars(function).values() if callable(one))
    code = getattr(function, "__code__", None)
    if code is None:
        return function is None or function is ...
    return all(step.opname in IDLE for step in dis.get_instructions(code)) and all(
        constant is None or constant is ... or isinstance(constant, str)
        for constant in code.co_consts
    )
