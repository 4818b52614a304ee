"""What is said to wrong functions of notebook 07."""

import numpy as np
import pytest

from labnet import exercises, sigmoid
from labnet.exercises.notebook_07.exercises import relu_slope

TOLD = [
    ("adam", lambda params, grads, *_: {"W1": grads["dW1"]}, "are the dictionaries inside it"),
    ("adam", lambda params, *_: [params], "returned one thing, in brackets"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


def test_the_slope_of_relu_is_not_constant_if_it_is_so_in_one_case():
    def where_nonzero(z):
        return (np.asarray(z) != 0) * 1.0

    assert exercises.relu_slope.check(relu_slope).passed
    assert exercises.relu_slope.check(where_nonzero).mistake not in (
        "all-the-same",
        "argument-unused",
    )


def test_a_place_where_the_slope_is_all_but_right_is_not_blamed():
    def steep(z):
        return sigmoid(10.0 * np.asarray(z))

    message = exercises.relu_slope.check(steep).message
    assert "Not right at z = " in message and "z = −2" not in message
