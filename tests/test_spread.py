"""Wilson's interval of a rate."""

import numpy as np
import pytest

from labnet.spread import Z, wilson


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
