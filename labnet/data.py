"""Toy data in the unit square: X (n, 2), and y (n, 1) with the class, 0 or 1."""

import numpy as np

from .support import checks


def linear_data(n, rng, noise=0.0):
    """n random points; y is 1 where x1 <= x2."""
    X = checks.generator(rng).random((checks.positive_whole(n, "n"), 2))
    return _jitter(X, noise, rng), (X[:, :1] <= X[:, 1:]).astype(float)


def xor_data(rng=None, noise=0.0):
    """The 21 points on the two diagonals, in steps of 0.1; y is 1 on the falling one.

    They alternate: (0, 0), (0, 1), (0.1, 0.1), (0.1, 0.9) and so on. The centre belongs to the
    rising diagonal, so 11 points are of class 0 and 10 of class 1. `rng` is needed for noise only.
    """
    tenths = np.arange(11)
    rising = np.stack([tenths, tenths], axis=1) / 10
    falling = np.stack([tenths, 10 - tenths], axis=1) / 10
    X = np.stack([rising, falling], axis=1).reshape(22, 2)
    y = np.tile([[0.0], [1.0]], (11, 1))
    centre_again = 11
    return _jitter(np.delete(X, centre_again, 0), noise, rng), np.delete(y, centre_again, 0)


def circles_data(n, rng, noise=0.0):
    """A disc of class 0 inside a ring of class 1, both centred in the square."""
    y = _alternating(n)
    radius = np.where(y == 0, 0.2, 0.3) * np.sqrt(checks.generator(rng).uniform(y, 1 + 0.7778 * y))
    return _jitter(_polar(radius, rng.uniform(0, 2 * np.pi, y.shape)), noise, rng), y


def spiral_data(n, rng, noise=0.0):
    """Two arms, each one and a half turns, one inside the other."""
    y = _alternating(n)
    along = np.sqrt(checks.generator(rng).random(y.shape))
    return _jitter(_polar(0.48 * along, (3 * along + y) * np.pi), noise, rng), y


def _alternating(n):
    return (np.arange(checks.positive_whole(n, "n")) % 2).astype(float)[:, None]


def _polar(radius, angle):
    return 0.5 + np.hstack([radius * np.cos(angle), radius * np.sin(angle)])


def _jitter(X, noise, rng):
    """X moved by normal noise of this standard deviation, kept inside the square."""
    if checks.not_negative(noise, "noise") == 0:
        return X
    return np.clip(X + checks.generator(rng).normal(0.0, noise, X.shape), 0.0, 1.0)
