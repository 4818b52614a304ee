"""The toy data: shapes, labels, geometry, and the same numbers for the same generator."""

import numpy as np
import pytest

from labnet import circles_data, linear_data, spiral_data, xor_data

RANDOM = [linear_data, circles_data, spiral_data]


def rng():
    return np.random.default_rng(4)


@pytest.mark.parametrize("make", RANDOM)
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_shapes_square_and_seed(make, noise):
    X, y = make(101, rng(), noise=noise)
    assert X.shape == (101, 2) and y.shape == (101, 1) and y.dtype == X.dtype == np.float64
    assert X.min() >= 0 and X.max() <= 1 and set(y.flat) == {0.0, 1.0}
    again = make(101, rng(), noise=noise)
    np.testing.assert_array_equal(again[0], X)
    np.testing.assert_array_equal(again[1], y)


@pytest.mark.parametrize("make", RANDOM)
def test_noise_moves_points_by_its_size_and_keeps_their_labels(make):
    (X, y), (moved, labels) = make(2000, rng()), make(2000, rng(), noise=0.01)
    np.testing.assert_array_equal(labels, y)
    inside = ((moved > 0) & (moved < 1)).all(axis=1)
    assert (moved - X)[inside].std() == pytest.approx(0.01, rel=0.05)


def test_linear_labels():
    X, y = linear_data(1000, rng())
    np.testing.assert_array_equal(y[:, 0] == 1, X[:, 0] <= X[:, 1])
    assert X.mean() == pytest.approx(0.5, abs=0.02) and X.var() == pytest.approx(1 / 12, rel=0.05)


def test_xor_is_the_21_points_of_the_reports():
    X, y = xor_data()
    rising = [(i / 10, i / 10, 0.0) for i in range(11)]
    falling = [(i / 10, (10 - i) / 10, 1.0) for i in range(11) if i != 5]
    points = [(*x, label) for x, (label,) in zip(X.tolist(), y.tolist(), strict=True)]
    assert sorted(points) == sorted(rising + falling)
    assert points[:4] == [(0, 0, 0), (0, 1, 1), (0.1, 0.1, 0), (0.1, 0.9, 1)]
    assert (y.shape, y.sum()) == ((21, 1), 10)


def test_xor_with_noise():
    (X, y), (exact, labels) = xor_data(rng(), noise=0.05), xor_data()
    np.testing.assert_array_equal(y, labels)
    assert 0 < np.abs(X - exact).max() < 0.3


def test_circles_are_a_disc_and_a_ring_filled_evenly():
    X, y = circles_data(4000, rng())
    radius = np.hypot(*(X - 0.5).T)
    disc, ring = radius[y[:, 0] == 0], radius[y[:, 0] == 1]
    assert disc.max() <= 0.2 and ring.min() >= 0.3 and ring.max() < 0.4001
    assert (disc.size, ring.size) == (2000, 2000)
    assert np.mean(disc < 0.1) == pytest.approx(1 / 4, abs=0.03)
    assert np.mean(ring < 0.35) == pytest.approx(0.0325 / 0.07, abs=0.03)


def test_spiral_arms_are_half_a_turn_apart():
    X, y = spiral_data(500, rng())
    centred = X - 0.5
    radius, angle = np.hypot(*centred.T), np.arctan2(centred[:, 1], centred[:, 0])
    expected = 3 * np.pi * radius / 0.48 + np.pi * y[:, 0]
    np.testing.assert_allclose(np.cos(angle - expected), 1.0, atol=1e-9)
    assert radius.max() <= 0.48
