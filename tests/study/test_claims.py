"""Twelve claims about the report systems, each over seeds 0 to 19.

A survey of 30 to 100 seeds, made with other code, gave for each claim a median, its 5th and 95th
percentile, and the share of runs that succeed. The presets have to agree with it:

* the median over the 20 seeds, at the precision in which the survey prints it, lies in
  [5th, 95th] percentile;
* the number of runs that succeed (every point is decided rightly in the end), and for one claim
  of those that put all points in one class, lies in the two-sided 99 % band of the binomial
  distribution of 20 runs with the survey's share. Where that share is 0 or 1 the band is one
  number: none of the 20, or all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import comb

import numpy as np
import pytest

from labnet import presets
from labnet.experiments.preset import Preset

RUNS = 20
A, B, C, D, E = (presets[name] for name in "ABCDE")


@dataclass(frozen=True)
class Measure:
    """One number of each run, and the interval in which its median has to lie.

    A run that is NaN diverged and counts as the highest; with `some`, it has no such number.
    """

    values: Callable
    low: float
    high: float
    digits: int = 0
    some: bool = False


@dataclass(frozen=True)
class Share:
    """What is true of a run or not, and the survey's share of the runs in which it is."""

    holds: Callable
    share: float


@dataclass(frozen=True)
class Claim:
    preset: Preset
    data: str
    medians: tuple
    shares: tuple


def percent(low, high, digits=0):
    return Measure(lambda result: 100 * result.accuracy, low, high, digits)


def points(low, high):
    return Measure(lambda result: result.accuracy * result.y.shape[-2], low, high)


def epochs(low, high):
    return Measure(lambda result: result.history.epochs, low, high)


def first_solved(low, high):
    """The first epoch in which all points are right, of the runs that have one."""
    return Measure(lambda result: result.history.first_solved, low, high, some=True)


def loss(low, high, digits, epoch=-1):
    return Measure(lambda result: result.history.losses[epoch], low, high, digits)


def all_right(share):
    return Share(lambda result: result.accuracy == 1, share)


def one_class(share):
    return Share(lambda result: np.isin((result.p > 0.5).mean(axis=(-2, -1)), (0, 1)), share)


CLAIMS = {
    "C04": Claim(A, "xor", (percent(100, 100),), (all_right(1.00),)),
    "C08": Claim(A, "xor", (epochs(6392, 13802),), (all_right(1.00),)),
    "C18": Claim(B, "linear", (percent(99, 100), loss(0.0011, 0.0087, 4)), (all_right(0.92),)),
    "C19": Claim(B, "xor", (first_solved(11518, 26289),), (all_right(0.83),)),
    "C22": Claim(
        B.variations["learning rate 0.1"], "xor", (first_solved(1157, 4395),), (all_right(0.95),)
    ),
    "C29": Claim(
        B.variations["no activation"],
        "xor",
        (loss(0.2494, 0.2494, 4), percent(52.4, 52.4, 1)),
        (all_right(0.00),),
    ),
    "C33": Claim(C, "linear", (percent(92, 100),), (all_right(0.50),)),
    "C42": Claim(D, "xor", (first_solved(1116, 2312), loss(0.090, 6.40, 3)), (all_right(0.94),)),
    "C45": Claim(
        D.variations["learning rate 0.01"],
        "xor",
        (percent(52.38, 52.38, 2), loss(14.52, 14.53, 2)),
        (all_right(0.00),),
    ),
    "C52": Claim(
        D.variations["5 and 100 hidden units"],
        "xor",
        (loss(227.956, 227.956, 3, epoch=0), loss(227.956, 227.956, 3)),
        (all_right(0.00), one_class(1.00)),
    ),
    "C58": Claim(D.variations["no activation"], "linear", (percent(98, 100),), (all_right(0.80),)),
    "C71": Claim(
        E, "xor", (loss(0.0032, 0.0591, 4, epoch=9000), points(17, 21)), (all_right(0.47),)
    ),
}


@cache
def result_of(preset, data):
    """Trained once for all claims about it."""
    return preset.run(data, seed=0, runs=RUNS, log=False)


@pytest.mark.slow
@pytest.mark.parametrize("name", CLAIMS)
def test_medians(name):
    claim = CLAIMS[name]
    for measure in claim.medians:
        values = measure.values(result_of(claim.preset, claim.data))
        assert values.shape == (RUNS,)
        known = values[~np.isnan(values)] if measure.some else np.nan_to_num(values, nan=np.inf)
        median = round(float(np.median(known)), measure.digits)
        assert measure.low <= median <= measure.high


@pytest.mark.slow
@pytest.mark.parametrize("name", CLAIMS)
def test_shares(name):
    claim = CLAIMS[name]
    for one in claim.shares:
        holds = one.holds(result_of(claim.preset, claim.data))
        assert holds.shape == (RUNS,)
        low, high = band(RUNS, one.share)
        assert low <= np.count_nonzero(holds) <= high


def band(n, share):
    """The least and the greatest count of n that a 99 % two-sided binomial test lets pass."""
    chance = [comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)]
    passed = [k for k in range(n + 1) if min(sum(chance[: k + 1]), sum(chance[k:])) > 0.005]
    return passed[0], passed[-1]


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, (0, 0)), (1.0, (20, 20)), (0.5, (4, 16)), (0.92, (15, 20))]
)
def test_band(share, expected):
    assert band(20, share) == expected
