"""An accuracy counts rows: labels 0 and 1, -1 and 1, or one 1 in a row; and there may be none."""

import numpy as np
import pytest

from labnet import (
    GradientDescent,
    LabnetError,
    Linear,
    Network,
    SquaredError,
    Tanh,
    accuracy,
    train,
)
from labnet.decisions import ties

X = np.random.default_rng(0).normal(size=(6, 2))
SIGNS = np.array([[1.0], [-1.0], [1.0], [1.0], [-1.0], [-1.0]])
ONE_HOT = np.eye(3)[[0, 1, 2, 2, 1, 0]]
NUMBERS = np.array([[0.5], [-1.0], [2.0], [1.0], [0.0], [7.0]])

# y, p, how many of the rows are right
CASES = {
    "0 and 1": ([[0], [1], [1]], [[0.2], [0.4], [0.6]], 2),
    "a tie is class 0": ([[0], [1]], [[0.5], [0.5]], 1),
    "all ones": ([[1], [1]], [[0.6], [-3.0]], 1),
    "-1 and 1": ([[-1], [1], [-1], [1]], [[-0.2], [0.4], [0.1], [0.3]], 3),
    "one 1 in a row": (ONE_HOT[:3], [[0.4, 0.3, 0.3], [0.4, 0.35, 0.3], [0.1, 0.2, 0.3]], 2),
    "its largest is below a half": (ONE_HOT[:1], [[0.4, 0.3, 0.3]], 1),
    "several at once": ([[1, 1], [0, 0], [1, 0]], [[0.9, 0.3], [0.3, 0.2], [0.6, 0.4]], 2),
    "several signs": ([[1, -1], [-1, -1]], [[0.9, -0.8], [0.1, -0.7]], 1),
}


@pytest.mark.parametrize("name", CASES)
def test_the_share_of_rows(name):
    y, p, right = CASES[name]
    assert accuracy(p, y) == right / len(y)
    runs = np.stack([p, p])
    np.testing.assert_array_equal(accuracy(runs, y), [right / len(y)] * 2)
    np.testing.assert_array_equal(accuracy(runs, np.stack([y, y])), [right / len(y)] * 2)


@pytest.mark.parametrize(("y", "right"), [([[0], [2], [1]], 2), ([[-1], [2], [2]], 2)])
def test_rounding_takes_any_whole_numbers(y, right):
    assert accuracy([[0.2], [1.7], [2.4]], y, "round") == right / 3


@pytest.mark.parametrize(
    ("y", "found"), [(NUMBERS, "y holds 0.5"), ([[0], [-1]], "y holds 0"), ([[3], [1]], "holds 3")]
)
def test_a_regression_has_none(y, found):
    with pytest.raises(LabnetError, match=f"{found}. An accuracy needs classes") as error:
        accuracy(np.zeros(np.shape(y)), y)
    assert "judge by the loss" in str(error.value)


def test_a_half_is_a_tie_between_0_and_1_only():
    halves = np.full((6, 1), 0.5)
    assert [ties(halves, y) for y in (SIGNS > 0, SIGNS, NUMBERS)] == [6, 0, 0]


def network(outputs, runs=None):
    layers = Linear(2, 4), Tanh(), Linear(4, outputs)
    return Network(*layers, rng=np.random.default_rng(1), runs=runs)


@pytest.mark.parametrize("y", [SIGNS, ONE_HOT], ids=["signs", "one-hot"])
@pytest.mark.parametrize("runs", [None, 3])
@pytest.mark.parametrize("batch_size", [None, 2])
def test_trainings_count_the_same(y, runs, batch_size):
    net = network(y.shape[1], runs)
    settings = {"batch_size": batch_size, "stop_accuracy": 1.0}
    history = train(net, X, y, SquaredError(), GradientDescent(0.1), 900, **settings)
    np.testing.assert_array_equal(history.accuracies[-1], accuracy(net.predict(X), y))
    assert (history.accuracies[-1] == 1).all() and history.ties == 0


@pytest.mark.parametrize("batch_size", [None, 2])
def test_a_training_without_classes_says_so(batch_size, capsys):
    settings = {"batch_size": batch_size, "log_every": 2}
    loss, step = SquaredError(), GradientDescent(0.01)
    history = train(network(1), X, NUMBERS, loss, step, 3, **settings)
    assert np.isnan(history.accuracies).all() and np.isnan(history.first_solved)
    assert ", no accuracy; stopped: all epochs done" in repr(history)
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("accuracy none") for line in lines] == [True, True]
    many = train(network(1, runs=3), X, NUMBERS, loss, GradientDescent(0.01), 3, **settings)
    assert many.accuracies.shape == (3, 3) and "], no accuracy; stopped" in repr(many)
    assert "accuracy none   (medians of 3 runs)" in capsys.readouterr().out


def test_a_goal_that_cannot_be_reached_is_refused():
    net = network(1)
    before = net.theta.copy()
    with pytest.raises(LabnetError, match=r"stop_accuracy is 0.9, but y holds 0.5. An accuracy"):
        train(net, X, NUMBERS, SquaredError(), GradientDescent(0.1), 3, stop_accuracy=0.9)
    np.testing.assert_array_equal(net.theta, before)
