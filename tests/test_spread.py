"""The spread of many runs: one rule for those that diverged, everywhere, and Wilson's interval."""

import re
from contextlib import redirect_stdout
from io import StringIO
from math import ceil, floor

import matplotlib.pyplot as plt
import numpy as np
import pytest

from labnet import explore, plots, presets, sweep
from labnet.spread import Z, band, median, wilson
from labnet.study import quantities as of
from labnet.study.claim import Number
from labnet.study.found import found
from labnet.study.plan import at

RISING = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0]
LOST = np.nan, np.inf, -np.inf


# The rule.


@pytest.mark.parametrize("runs", [1, 2, 5, 20, 41])
def test_the_band_of_runs_that_stay_finite_is_that_of_numpy(runs):
    values = np.random.default_rng(runs).normal(size=(3, 4, runs))
    np.testing.assert_array_equal(band(values), np.percentile(values, [5, 50, 95], axis=-1))
    assert band(np.arange(runs)).dtype == float  # such as epochs


def by_hand(values, percentile):
    """Between the two sorted values next to it; infinite if the upper one is, and is needed."""
    place = percentile / 100 * (len(values) - 1)
    low, high = values[floor(place)], values[ceil(place)]
    return high if low == high or np.isinf(high) else low + (place - floor(place)) * (high - low)


@pytest.mark.parametrize("lost", range(10))
@pytest.mark.parametrize("finite", range(1, 10))
def test_a_run_that_diverged_counts_as_the_highest(finite, lost):
    known = RISING[:finite]
    shuffled = np.random.default_rng(lost).permutation([*known, *np.resize(LOST, lost)])
    expected = [by_hand([*known, *[np.inf] * lost], percentile) for percentile in (5, 50, 95)]
    assert band(shuffled) == pytest.approx(expected, rel=1e-12)


def test_a_percentile_that_falls_on_a_finite_run_is_that_run():
    """Also where the next one diverged; the linear interpolation by itself gives NaN there."""
    assert band([1.0, 2.0, 3.0, np.nan, np.inf])[1] == 3.0
    assert band([1.0, 2.0, np.inf, np.inf])[1] == np.inf
    assert band([1.0, 2.0, 3.0, np.inf])[1] == 2.5


def test_runs_that_all_diverged():
    assert band(LOST).tolist() == [np.inf] * 3
    assert band([np.nan]).tolist() == [np.inf] * 3


def test_the_median_is_the_middle_of_the_band_and_of_one_run_its_value():
    assert median([1.0, np.nan, 4.0]) == 4.0 and median([1.0, np.nan, np.inf]) == np.inf
    assert median(3.5) == 3.5 and np.isnan(median(np.nan))


def test_no_runs_have_no_band():
    assert np.isnan(band([])).all() and band([]).shape == (3,)


# Whoever shows runs of which some diverged shows the same.

SEEDS = 5
STEEP = presets["B"].variations["no activation"].replace(lr=8e-4, epochs=60)


@pytest.fixture(scope="module")
def trained():
    """Five runs, of which three diverge, and what they print."""
    with redirect_stdout(StringIO()) as printed:
        result = STEEP.replace(log_every=1).run("linear", runs=SEEDS)
    return result, printed.getvalue()


@pytest.fixture(scope="module")
def result(trained):
    assert trained[0].history.stopped.count("diverged") == 3
    return trained[0]


@pytest.fixture(scope="module")
def results():
    """The same five runs, as a sweep."""
    return sweep(STEEP, {"hidden": [4]}, "linear", SEEDS, progress=False)


@pytest.fixture(scope="module")
def low(result):
    """The 5th percentile: between the two runs that are left."""
    a, b = sorted(loss for loss in result.history.losses[-1] if np.isfinite(loss))
    return a + 0.2 * (b - a)


def test_the_history(result, low):
    assert f"loss median inf [{low:.4f}, inf], " in repr(result.history)


def test_the_result(result, low):
    assert f"loss median inf [{low:.5f}, inf], " in repr(result)


def test_the_log(trained, result):
    lines = trained[1].splitlines()
    assert lines[0].startswith(f"Epoch 0, Loss {np.median(result.history.losses[0]):.4f}, ")
    assert [line for line in lines if line.startswith("Epoch 59, Loss inf, ")]


def test_the_table_of_a_sweep(results, low):
    _, _, row = repr(results).splitlines()
    _, solved, rate, epochs_to_solve, last_loss, diverged, _ = re.split("   +", row)
    assert (solved, rate, diverged) == ("0 of 5", "0% to 43%", "3")
    assert last_loss == f"inf [{low:.4f}, inf]"
    assert epochs_to_solve == "-"  # no run has such an epoch, whether it diverged or not


def test_the_table_of_claims(results, low):
    line = Number("last loss", at("steep", hidden=4), of.loss, ".4f")
    assert str(found(line, {"steep": results})) == f"inf [{low:.4f}, inf]"


def test_the_figures(result, results):
    """The medians are drawn where most runs are left, and end there."""
    medians = by_rank(result.history.losses)
    assert np.isfinite(medians[0]) and np.isinf(medians[-1])
    for ax in (plots.learning_curve(result.history), results.plot(log=False)):
        np.testing.assert_array_equal(ax.lines[0].get_ydata(), medians)
        ax.figure.canvas.draw()
    (panel,) = results.compare("hidden")
    assert np.isfinite(panel.get_ylim()).all()
    plt.close("all")


def by_rank(losses):
    return np.sort(np.where(np.isfinite(losses), losses, np.inf))[:, SEEDS // 2]


def test_the_explorer():
    linear = {"init": "he", "output": "none, squared error", "data": "linear", "hidden": (4,)}
    seeds = explore(lr=0.4, activation="none", **linear).over_seeds(SEEDS, epochs=1000)
    lost = np.isnan(seeds.losses[-1]).sum()
    assert SEEDS / 2 < lost < SEEDS
    assert f"likely 0% to 43%); median loss inf; {lost} diverged" in repr(seeds)
    assert seeds.band[1, 0] == by_rank(seeds.losses)[0] and seeds.band[1, -1] == np.inf


# The interval of a rate.


@pytest.mark.parametrize("n", [1, 3, 4, 20, 30, 40, 50, 100])  # rounding: 0 of 3, 4 of 4
def test_wilsons_interval_holds_the_share_and_stays_within_0_and_1(n):
    for k in range(n + 1):
        low, high = wilson(k, n)
        assert 0 <= low <= k / n <= high <= 1


def test_wilsons_interval():
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)


@pytest.mark.parametrize(("k", "n"), [(1, 10), (9, 10), (33, 100), (28, 40)])
def test_from_its_ends_the_share_is_z_standard_deviations_away(k, n):
    for rate in wilson(k, n):
        assert abs(k / n - rate) == pytest.approx(Z * np.sqrt(rate * (1 - rate) / n), rel=1e-9)
