"""What a notebook goes on with: the student's own function, if the text can use it."""

import numpy as np
import pytest
from exercises.cells import ERROR, checked, written
from exercises.engine.handed_in import Rude, not_written, right, sigmoid, unfortunate

from labnet import exercises


def test_use_gives_the_students_function_if_it_is_right(capsys):
    def mine(z):
        return right(z)

    assert sigmoid.use(mine) is mine
    assert capsys.readouterr().out == "using your `sigmoid`\n"


def test_use_gives_labnets_function_if_not(capsys):
    for function in (not_written, None):
        assert sigmoid.use(function) is right
        assert capsys.readouterr().out == "using labnet's `sigmoid`\n"
    for function in (unfortunate, np.tanh, Rude()):
        assert sigmoid.use(function) is right
        assert capsys.readouterr().out == "using labnet's `sigmoid`: yours is not right yet\n"


# Right answers in another shape

ONE_ENTRY = {
    "def cross_entropy(p, y):\n    return np.mean(-np.log(np.where(y == 1, p, 1 - p)), axis=0)": 1,
    "def cross_entropy(p, y):\n    return [np.mean(-np.log(1 - np.abs(p - y)))]": 1,
    "def mean_squared_error(p, y):\n    return (p - y).mT @ (p - y) / len(y)": 2,
    "def accuracy(p, y):\n    return sum((p > 0.5) == (y == 1)) / len(y)": 1,
    ERROR + "np.atleast_1d(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))": 1,
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)), keepdims=True)": 2,
}


@pytest.mark.parametrize("source", ONE_ENTRY)
def test_a_number_in_an_array_gets_a_remark_and_is_handed_on_as_a_number(source):
    verdict = checked(source)
    assert verdict.passed and "an array with one entry" in verdict.message, verdict
    name = verdict.exercise
    given = written(source, name)
    p, y = np.array([[0.25], [0.75]]), np.array([[0.0], [1.0]])
    used = getattr(exercises, name).use(given)
    assert np.ndim(given(p, y)) == ONE_ENTRY[source] and np.ndim(used(p, y)) == 0
    assert np.isclose(used(p, y), getattr(exercises, name).right(p, y))


def test_a_number_gets_no_remark_and_a_function_that_gives_one_is_handed_on_as_it_is():
    source = "def cross_entropy(p, y):\n    return np.mean(-np.log(np.where(y == 1, p, 1 - p)))"
    given = written(source, "cross_entropy")
    assert exercises.cross_entropy.check(given).message == "That is right."
    assert exercises.cross_entropy.use(given) is given
