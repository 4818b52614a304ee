"""What the questions of notebook 03 claim."""

import numpy as np
from exercises.choices import right

import labnet

SIGMOID = labnet.sigmoid


def test_claims_about_the_ruler():
    assert right("twice_too_large") == "1/3"
    v = np.array([0.2, -0.01, 30.0])
    assert np.allclose(np.abs(2 * v - v) / (np.abs(2 * v) + np.abs(v)), 1 / 3)
    assert SIGMOID(3.0).round(4) == 0.9526 and 3 * (1 - 3) == -6


def test_claims_about_nudging():
    assert right("best_nudge") == "about 0.00001"
    hs = [1e-1, 1e-5, 1e-12]
    true = SIGMOID(1.0) * (1 - SIGMOID(1.0))
    errors = [abs((SIGMOID(1 + h) - SIGMOID(1 - h)) / (2 * h) - true) for h in hs]
    assert np.argmin(errors) == 1
