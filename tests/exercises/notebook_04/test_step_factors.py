"""How a step is measured."""

import numpy as np

from labnet.exercises.notebook_04.step_factors import as_rows, factor


def test_a_step_that_drowns_in_single_precision_is_right():
    rng = np.random.default_rng(0)
    before, step = rng.normal(size=(4, 3)).astype(np.float32), 1e-5 * rng.normal(size=(4, 3))
    after = (before - step).astype(np.float32)
    assert as_rows(after[0]).dtype == np.float32 and as_rows([1, 2]).dtype == float
    assert factor(as_rows(before), as_rows(after), step, 1e-3) == 1
    assert factor(before.astype(float), after.astype(float), step, 1e-3) != 1
    assert factor(as_rows(before), as_rows(before), 1000 * step, 1e-3) == 0
