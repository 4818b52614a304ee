"""Training loops that are written out, without helpers."""

import numpy as np
import pytest
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises, sigmoid
from labnet.exercises.notebook_05.exercises import make_xor
from labnet.exercises.notebook_05.nonlinearities import BENDS
from labnet.exercises.notebook_05.training_faults import steps
from labnet.exercises.notebook_05.watched_training import Runs, written_out


def half(z):
    return np.full_like(z, 0.5)


def sigmoid_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


LOOPS = {
    "train-step-other": right_05.written_out_with(np.tanh, sigmoid_slope),
    "train-some-stay": right_05.written_out_with(sigmoid, sigmoid_slope, "W3 b3 W2 b2 b1"),
    "train-biases-stay": right_05.written_out_with(sigmoid, sigmoid_slope, "W1 W2 W3"),
    "train-weights-stay": right_05.written_out_with(np.tanh, right_05.slope_of_tanh, "b1 b2 b3"),
}


@pytest.mark.parametrize("id", LOOPS)
def test_the_steps_of_a_loop_without_helpers_are_seen(id):
    assert exercises.train.check(LOOPS[id]).mistake == id


def test_a_missing_slope_in_a_loop_without_helpers_is_seen():
    loop = right_05.written_out_with(sigmoid, half)
    assert exercises.train.check(loop).mistake == "train-step-other"


@pytest.mark.parametrize(("bend", "slope"), BENDS)
@pytest.mark.parametrize("seed", range(5))
def test_the_steps_of_a_right_loop_without_helpers_are_right(bend, slope, seed):
    x, y = make_xor()
    runs = Runs(right_05.written_out_with(bend, slope), x, y, 6, 0.5, seed)
    assert len(runs.first.states) >= 6 and not list(steps(runs))


def test_a_layout_that_is_not_ours_is_not_looked_at():
    W1, W2, W3 = np.ones((5, 2)), np.ones((5, 5)), np.ones((1, 5))
    b1, b2, b3 = np.ones((5, 1)), np.ones((5, 1)), np.ones((1, 1))
    names = {"W1": W1, "W2": W2, "W3": W3, "b1": b1, "b2": b2, "b3": b3, "p": np.ones((3, 1))}
    assert written_out(np.ones((3, 2)), names) == []
