"""Data in the plane: the box that holds them, whatever their size and place."""

import numpy as np
import pytest

from labnet import circles_data, linear_data, spiral_data, xor_data
from labnet.planar import box, extent, grid

UNIT = (-0.05, 1.05)


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_the_toy_sets_have_the_unit_square(noise):
    rng = np.random.default_rng(0)
    toys = [make(100, rng, noise) for make in (linear_data, circles_data, spiral_data)]
    for X, _ in [*toys, xor_data(rng, noise)]:
        assert box(X) == 2 * UNIT


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.2, 0.7, UNIT),  # a good part of the unit interval
        (0.4, 0.5, (0.395, 0.505)),  # a small one
        (-2, 3, (-2.25, 3.25)),
        (5, 9, (-0.45, 9.45)),  # 0 is not far
        (50, 59, (49.55, 59.45)),  # it is
        (-1e6, -2e5, (-1050000.05, 50001.05)),
        (1e6, 1e6 + 10, (1e6 - 0.5, 1e6 + 10.5)),
        (2e-6, 3e-6, (1.95e-6, 3.05e-6)),
        (1e-6, 1e6, (-5e4, 1.05e6)),
    ],
)
def test_an_axis_is_that_of_its_data(low, high, expected):
    assert extent(np.array([high, low, low])) == pytest.approx(expected)


@pytest.mark.parametrize("value", [0.0, 0.3, -7.0, 1e6, -1e200, 1e-6, 1e-320])
def test_one_value_lies_within_its_axis(value):
    for x in (np.full(3, value), value * (1 + 1e-9 * np.arange(3))):
        low, high = extent(x)
        assert low < value < high and high - low >= 1


def test_each_axis_has_its_own():
    X = np.array([[0.0, 2e-3], [1.0, 3e-3], [0.5, 2.5e-3]]) * [1e6, 1e-3]
    left, right, bottom, top = box(X)
    assert (left, right) == pytest.approx((-5e4, 1.05e6))
    assert (bottom, top) == pytest.approx((1.95e-6, 3.05e-6))
    corners = grid((left, right, bottom, top), 2)
    assert np.array_equal(corners[[0, 3]], [[left, bottom], [right, top]])
