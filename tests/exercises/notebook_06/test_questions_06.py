"""What the questions of notebook 06 claim."""

import numpy as np
import pytest
from exercises.choices import right

import labnet

X, Y = labnet.xor_data()


def test_claims_about_the_limit():
    columns = np.hstack([X, np.ones((21, 1))])
    limit = 2 / np.linalg.eigvalsh(2 / 21 * columns.T @ columns)[-1]
    assert round(limit, 2) == 0.65


@pytest.mark.slow
def test_claims_about_a_hundred_seeds():
    rates = {}
    for units in (1, 2, 3, 4):
        e = labnet.explore(data="xor", hidden=(units,), activation="tanh")
        rates[units] = e.over_seeds(100, epochs=2000).solved.sum()
    assert right("units_that_training_needs") == "4"
    assert rates[1] == 0 and rates[2] < 50 < rates[3] < 92 < rates[4]


@pytest.mark.slow
@pytest.mark.parametrize("init", ["xavier", "positive"])
def test_claims_about_adam_in_the_explorer(init):
    e = labnet.explore(data="xor", init=init, hidden=(20, 20), optimizer="adam", lr=0.1)
    assert right("what_adam_wakes") == "both"
    assert e.over_seeds(100, epochs=1000).solved.sum() > 95
