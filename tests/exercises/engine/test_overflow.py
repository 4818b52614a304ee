"""Overflow is seen without the processor's word, as in a web page, and nothing else is."""

from contextlib import suppress

import numpy as np
import pytest

from labnet.exercises.engine.overflow import overflows

FAR = np.array([-1000.0, 1000.0])
OVERFLOWING = [
    lambda z: 1 / (1 + np.exp(-z)),
    lambda z: 1 / (1 + 2.718281828**-z),
    lambda z: np.where(z > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))),
    lambda z: 1 / (1 + np.exp(-z.astype(np.float32))),
    lambda z: np.square(z * 1e200),
    lambda z: (z * 1e305).sum() + np.sum([1e308, 1e308] + 0 * z),
    lambda z: np.exp(z, out=np.empty(2)),
    lambda z: np.power(10.0, z),
    lambda z: [np.cosh(one) for one in z.reshape(2, 1)],
]
SAFE = [
    lambda z: 1 / (1 + np.exp(np.minimum(-z, 709))),
    lambda z: np.exp(z, where=z < 0, out=np.zeros(2)),
    lambda z: np.log(z - z),
    lambda z: z / 0,
    lambda z: (z + np.inf) * 2,
    lambda z: np.isinf(z) | (np.argsort(z) > 0),
    lambda z: z.no_such_thing,
]


def by_numpy(function, args):
    """Whether NumPy itself notices one."""
    kinds = set()
    heed = {"over": "call", "divide": "ignore", "invalid": "ignore"}
    with suppress(AttributeError), np.errstate(**heed, call=lambda kind, _: kinds.add(kind)):
        function(*args)
    return "overflow" in kinds


def seen(function, args):
    with np.errstate(all="ignore"):  # as in a page
        return overflows(function, args)


@pytest.mark.parametrize("function", OVERFLOWING)
def test_it_is_seen(function):
    assert by_numpy(function, (FAR,)) and seen(function, (FAR,))


@pytest.mark.parametrize("function", SAFE)
def test_where_nothing_overflows_nothing_is_seen(function):
    assert not by_numpy(function, (FAR,)) and not seen(function, (FAR,))


def test_the_arguments_stay_as_they_are():
    given = FAR.copy()

    def doubling(z):
        z *= 2

    seen(doubling, (given,))
    assert np.array_equal(given, FAR)
