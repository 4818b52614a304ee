"""Spread: how far a rate that was counted may be from the true one."""

from math import sqrt

from .support import checks

Z = 1.959964  # 95 % of a normal distribution lie within so many standard deviations


def wilson(k, n):
    """(low, high): about 95 % of such intervals hold the true rate, if k of n succeeded.

    (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)  with p = k/n  (Wilson 1927)
    """
    k, n = checks.count(k, "k"), checks.positive_whole(n, "n")
    checks.require(k <= n, f"k is {k} and n is {n}; expected that k of n succeeded, so k <= n.")
    p, spread = k / n, Z * Z / n
    middle, scale = p + spread / 2, 1 + spread
    half = Z * sqrt(p * (1 - p) / n + spread / (4 * n))
    low, high = (middle - half) / scale, (middle + half) / scale
    return max(0.0, min(p, low)), min(1.0, max(p, high))  # rounding must not leave p outside
