"""What is said to wrong functions of notebook 01."""

import numpy as np
import pytest
from exercises.cells import checked

from labnet import exercises


def in_one_entry(f, x, h=1e-5):
    dx = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        dx[entry] = np.zeros(2)
    return dx


TOLD = [
    ("numerical_gradient", in_one_entry, "An entry of an array holds one number"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


NAMED = {
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.maximum(-z, 709)))": "cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.maximum(-z, 30)))": "the cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(max(-z, 709)))": "the cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(min(-z, 709)))": "Python's `min` compares whole",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-max(z, -709)))": "Python's `max` compares whole",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.min(-z, 709)))": "`np.min` looks through one",
    "def sigmoid(z):\n    if min(z, 9) > 9: z = 9\n    return 1 / (1 + np.exp(-z))": "An `if`",
    "def sigmoid_slope_from_output(a):\n    return sigmoid(a) * (1 - sigmoid(a))": "a second time",
}


@pytest.mark.parametrize("source", NAMED)
def test_a_natural_attempt_is_told_what_it_is(source):
    verdict = checked(source)
    assert not verdict.passed and NAMED[source] in verdict.message, verdict


def test_the_first_case_tells_nothing_that_the_notebook_asks_later():
    z, *_ = exercises.sigmoid_slope.check(np.tanh).evidence
    assert z == "z = 1"
    f, x, *_ = exercises.numerical_gradient.check(lambda f, x, h=1: x).evidence
    assert "x₁" in f and "x₁² + 3" not in f and x == "x = [3 4]"
    texts = "".join(exercises.numerical_gradient.hints) + f
    assert "x0" not in texts and "(2, 5)" not in texts
