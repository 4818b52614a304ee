"""What the questions of notebook 03 claim."""

import numpy as np
from exercises.choices import right


def test_claims_about_the_ruler():
    assert right("twice_too_large") == "1/3"
    v = np.array([0.2, -0.01, 30.0])
    assert np.allclose(np.abs(2 * v - v) / (np.abs(2 * v) + np.abs(v)), 1 / 3)
