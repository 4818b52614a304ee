"""Slopes that were found by nudging, where a formula is asked for."""

import numpy as np
import pytest
from exercises.cells import checked

from labnet import exercises
from labnet.exercises.engine.trembling import REMARK
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import forward

LOSSES = "L = lambda p: -(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(p)"
NUDGED = {
    "cross_entropy_gradient(p, y)": f"{LOSSES}; return (L(p + 1e-6) - L(p - 1e-6)) / 2e-6",
    "cross_entropy_gradient(p, y, h=1e-8)": f"{LOSSES}; return (L(p + h) - L(p)) / h",
    "sigmoid_slope(z)": "return (sigmoid(z + 1e-4) - sigmoid(z - 1e-4)) / 2e-4",
    "tanh_slope(z)": "return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 2e-5",
    "mean_squared_error_gradient(p, y)": "e = p-y; return ((e + 1e-7) ** 2 - e**2) * 1e7 / len(e)",
}


@pytest.mark.parametrize("head", NUDGED)
def test_nudging_passes_with_a_remark(head):
    verdict = checked(f"def {head}:\n    {NUDGED[head]}")
    assert verdict.passed and REMARK in verdict.message, verdict


def nudged(y, cache, params):
    grads = {f"d{name}": np.zeros_like(v) for name, v in params.items()}
    for name, v in params.items():
        for entry in np.ndindex(v.shape):
            grads[f"d{name}"][entry] = rise(y, cache["x"], params, name, entry) / 2e-5
    return grads


def rise(y, x, params, name, entry):
    above, below = (params | {name: moved(params[name], entry, h)} for h in (1e-5, -1e-5))
    return cross_entropy(forward(x, above)[0], y) - cross_entropy(forward(x, below)[0], y)


def moved(v, entry, h):
    v = v.copy()
    v[entry] += h
    return v


def test_a_backward_pass_by_nudging_passes_with_a_remark():
    verdict = exercises.backward.check(nudged)
    assert verdict.passed and REMARK in verdict.message, verdict


SMOOTH = {
    "cross_entropy_gradient(p, y)": "return (p - y) / (p * (1 - p) + 1e-9) / len(p)",
    "sigmoid_slope(z)": "return np.exp(np.log(sigmoid(z)) + np.log(1 - sigmoid(z)))",
    "output_gradient(p, y)": "return (p - y).astype(np.float32) / len(p)",
    "tanh_slope(z)": "return 4 / (np.exp(z) + np.exp(-z)) ** 2",
}


@pytest.mark.parametrize("head", SMOOTH)
def test_other_formulas_do_not_tremble(head):
    assert REMARK not in checked(f"def {head}:\n    {SMOOTH[head]}").message
