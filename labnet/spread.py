"""Spread: how far apart many runs came out, and how far a counted rate may be from the true one.

One rule for every table, figure and log: a run that diverged counts as the highest. A median
without it would flatter.
"""

from math import sqrt

import numpy as np

from .support import checks

BAND = 5, 50, 95  # percentiles
Z = 1.959964  # 95 % of a normal distribution lie within so many standard deviations


def band(values):
    """(low, middle, high): the 5th percentile, the median and the 95th over the runs, (3, ...).

    values : (..., R). One that is not finite is of a run that diverged: it counts as the highest,
        so each of the three may be infinite. Where NaN says that a run has no such value, as with
        the epoch in which it first had every point right, choose the runs that have one yourself.

    NaN if there are no runs.
    """
    values = np.where(np.isfinite(values), values, np.inf)
    if not values.size:
        return np.full(len(BAND), np.nan)
    with np.errstate(invalid="ignore"):  # inf - inf and 0 inf, where the next value is infinite
        found = np.percentile(values, BAND, axis=-1)
    higher = np.percentile(values, BAND, axis=-1, method="higher")
    return np.where(np.isnan(found), higher, found)


def median(values):
    """The middle of the band; of a number, which is the value of one run, the number itself."""
    return band(values)[1] if np.ndim(values) else values


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
