"""Judging: what a student's function gives in each case, beside what is right."""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import numpy as np

from .attempt import attempt
from .reading import UnfinishedError, UnreadableError

RIGHT, SMALL = 1e-5, 1e-6  # relative to each number, and to the largest
SINGLE = 10  # times as much in float32, where sums that nearly cancel have few digits left
SAME = 1e-9, 1e-9  # the same, where one wrong formula is compared with another
SAME_SINGLE = 1e-4, 1e-4  # the same in float32
SHARES = ContextVar("shares", default=SAME)  # those in use


@dataclass
class Answer:
    """What came of one case.

    values : {name: array}, or None where there are none; then `event` names why: the kind of the
    exception, or the id of what could not be read. told : the same event in words. error : the
    exception. changed, refilled : positions of arguments. warned : what NumPy would have warned of.
    printed : the first lines that the function printed. kinds : the odd ones in the result.
    """

    values: dict = None
    event: str = ""
    told: str = ""
    error: BaseException = None
    changed: tuple = ()
    refilled: tuple = ()
    warned: frozenset = frozenset()
    printed: tuple = ()
    kinds: frozenset = frozenset()

    @property
    def unfinished(self):
        """Whether the exercise has not been attempted, or only in part."""
        return isinstance(self.error, (NotImplementedError, UnfinishedError))

    @property
    def stopped(self):
        """Whether the function was stopped by an exception."""
        return self.values is None and not isinstance(self.error, UnreadableError)


def answer(function, case, read):
    made = attempt(function, case, read)
    event, told = ("", "") if made.error is None else (kind(made.error), said(made.error))
    seen = made.changed, made.refilled, made.warned, made.printed, made.kinds
    return Answer(made.value, event, told, made.error, *seen)


def kind(error):
    return error.name if isinstance(error, UnreadableError) else type(error).__name__


def said(error):
    """The text of an exception, without NumPy's "with gufunc signature (n?,k),(k,m?)->(n?,m?)".

    A student's own one may fail even at that.
    """
    try:
        return re.sub(r", with gufunc signature \S+", "", str(error))
    except Exception:
        return ""


def is_right(got, expected):
    """Whether an array is as good as the right one."""
    if got.shape != expected.shape:
        return False
    margin = RIGHT * np.abs(expected) + SMALL * np.abs(expected).max(initial=0) + 1e-300
    times = SINGLE if got.dtype == np.float32 else 1
    return bool((np.abs(got - expected) <= times * margin).all())


def is_same(got, other):
    """Whether two arrays come from the same formula, right or wrong."""
    if got.shape != other.shape:
        return False
    each, all_ = SAME_SINGLE if np.float32 in (got.dtype, other.dtype) else SHARES.get()
    size = np.abs(other[np.isfinite(other)]).max(initial=0)
    return np.allclose(got, other, rtol=each, atol=all_ * size, equal_nan=True)


@contextmanager
def harmless_apart():
    """What is off by no more than a right answer may be is the same, such as by a tiny epsilon."""
    kept = SHARES.set((RIGHT, SMALL))
    try:
        yield
    finally:
        SHARES.reset(kept)


def blamed(case, values):
    """What a case blames these values for, or ""; it may count on shapes that are not there."""
    try:
        return case.complaint(values)
    except (IndexError, ValueError):
        return "The shape is not the one that is needed here."


def wrong_names(case, given, right, order):
    """The names of the values that are wrong, in this order; [] where all is well."""
    if case.complaint is not None:
        return order[:1] if blamed(case, given.values) else []
    return [name for name in order if not is_right(given.values[name], right.values[name])]
