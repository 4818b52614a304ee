"""Kinds: right numbers in arrays of a kind with which a notebook soon stumbles."""

from functools import wraps

import numpy as np

MATRIX, MASKED, TRUTHS = "matrix", "masked", "truths"
REMARKS = {
    MATRIX: "You return an `np.matrix`, whose `*` is the product of matrices, not entry by entry. "
    "`use` hands on plain arrays.",
    MASKED: "You return a masked array, which leaves entries out without a word. `use` hands on "
    "plain arrays.",
    TRUTHS: "You return true and false: NumPy takes no minus before them. `use` hands on 1.0 and "
    "0.0.",
}


def kinds_in(value):
    """Which of these kinds are in a result, however deep in tuples, lists and dictionaries."""
    if isinstance(value, (tuple, list, dict)):
        entries = value.values() if isinstance(value, dict) else value
        return set().union(*map(kinds_in, entries))
    found = {MATRIX} if isinstance(value, np.matrix) else set()
    found |= {MASKED} if isinstance(value, np.ma.MaskedArray) else set()
    return found | ({TRUTHS} if is_truth(value) else set())


def is_truth(value):
    """Whether it is a truth value, or an array of them."""
    return isinstance(value, bool) or getattr(getattr(value, "dtype", None), "kind", "") == "b"


def plainly(function):
    """The function, with plain arrays in its results in place of matrices and masked arrays."""

    @wraps(function)
    def converting(*args, **kwargs):
        return plain(function(*args, **kwargs))

    return converting


def plain(value):
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(map(plain, value))
    return np.asarray(value) if isinstance(value, np.ndarray) else value
