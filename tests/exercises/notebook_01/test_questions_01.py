"""What the questions of notebook 01 claim."""

import numpy as np
import pytest
from exercises.choices import right

import labnet

SIGMOID = labnet.sigmoid


def test_claims_about_the_sigmoid():
    assert right("steepest_place") == "at z = 0, and it is 1/4"
    z = np.linspace(-8, 8, 161)
    slope = SIGMOID(z) * (1 - SIGMOID(z))
    assert np.isclose(slope.max(), 1 / 4) and np.isclose(z[slope.argmax()], 0)
    assert right("z_in_place_of_a") == "a negative number" and 2 * (1 - 2) < 0


def test_claims_about_overflow():
    assert right("which_overflows") == "z = −1000"
    with np.errstate(over="raise"):
        assert 1 / (1 + np.exp(-1000.0)) == 1 and np.exp(709.0) < np.inf
        with pytest.raises(FloatingPointError):
            np.exp(710.0)
