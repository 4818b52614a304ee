"""What a notebook goes on with: the student's own function, if the text can use it."""

import re

import numpy as np
import pytest
from exercises.cells import ERROR, checked, written
from exercises.engine.handed_in import Rude, labnets, not_written, sigmoid, unfortunate

from labnet import exercises


def test_use_gives_the_students_function_if_it_is_right(capsys):
    def mine(z):
        return labnets(z)

    assert sigmoid.use(mine) is mine
    assert capsys.readouterr().out == "using your `sigmoid`\n"


def test_use_gives_labnets_function_if_not(capsys):
    for function in (not_written, None):
        assert sigmoid.use(function) is labnets
        assert capsys.readouterr().out == "using labnet's `sigmoid`\n"
    for function in (unfortunate, np.tanh, Rude()):
        assert sigmoid.use(function) is labnets
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


# A bias of one unit as a number

NUMBERS = [lambda db: float(db[0, 0]), lambda db: db.sum(), lambda db: np.array(db[0, 0])]


@pytest.mark.parametrize("as_number", [*NUMBERS, lambda db: db[0], lambda db: [float(db[0, 0])]])
def test_db_of_one_unit_may_be_a_number_and_is_handed_on_as_a_row(as_number):
    def backward(y, cache, params):
        grads = exercises.backward.right(y, cache, params)
        return grads | {"db3": as_number(grads["db3"])}

    assert exercises.backward.check(backward).passed
    params = {"W1": np.ones((2, 3)), "W2": np.ones((3, 3)), "W3": np.ones((3, 1))}
    params |= {"b1": np.ones((1, 3)), "b2": np.ones((1, 3)), "b3": np.ones((1, 1))}
    _, cache = exercises.forward.right(np.ones((4, 2)), params)
    used = exercises.backward.use(backward)(np.ones((4, 1)), cache, params)
    assert used["db3"].shape == (1, 1)


@pytest.mark.parametrize("as_number", NUMBERS)
def test_a_layer_of_one_unit_may_give_its_db_as_a_number(as_number):
    def linear_backward(dz, x, W):
        dx, dW, db = exercises.linear_backward.right(dz, x, W)
        return dx, dW, as_number(db) if db.size == 1 else db

    verdict = exercises.linear_backward.check(linear_backward)
    assert verdict.passed and "has lost its axis" in verdict.message, verdict
    args = np.ones((4, 1)), np.ones((4, 2)), np.ones((2, 1))
    assert exercises.linear_backward.use(linear_backward)(*args)[2].shape == (1, 1)


def test_a_number_for_several_units_is_wrong_and_shown_as_it_is():
    def linear_backward(dz, x, W):
        return dz @ W.T, x.T @ dz, dz.sum()

    verdict = exercises.linear_backward.check(linear_backward)
    assert not verdict.passed and "expected db (1, 2)" in repr(verdict)
    (received,) = (line for line in verdict.evidence if line.startswith("received"))
    assert re.fullmatch(r"received db -?[\d.e-]+", received)
