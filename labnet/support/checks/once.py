"""Once: in a loop over data that have been looked at, the checks of each pass stand aside."""

from contextlib import contextmanager
from contextvars import ContextVar

_known = ContextVar("known", default=False)
known = _known.get


@contextmanager
def once():
    """What networks and losses are given inside comes from checked data, and is not checked again.

    Probabilities still are: where no Sigmoid comes last, p may leave [0, 1] as the weights change.
    """
    before = _known.set(True)
    try:
        yield
    finally:
        _known.reset(before)
