"""What the questions of notebook 07 claim."""

import numpy as np
from exercises.choices import right

import labnet
from labnet.exercises.notebook_07 import exercises as notebook_07

SIGMOID = labnet.sigmoid


def test_claims_about_activations():
    assert right("silent_unit") == "nothing at all"
    assert not notebook_07.relu_slope(np.array([-3.0, -0.1])).any()
    assert right("larger_of_two") == "−2" and np.maximum(1.5 * -2, -2) == -2
    assert notebook_07.leaky_relu(-2.0, 1.5) == -3
    assert right("steeper_than_sigmoid") == "4 times"
    assert np.isclose(notebook_07.tanh_slope(0.0), 4 * SIGMOID(0.0) * (1 - SIGMOID(0.0)))


def test_claims_about_losses_and_adam():
    p, y = np.array([[0.001]]), np.array([[1.0]])
    squared = notebook_07.mean_squared_error_gradient(p, y) * p * (1 - p)
    assert right("sure_and_wrong") == "the cross-entropy" and 499 < (p - y) / squared < 502
    params = {"W1": np.zeros((1, 2))}
    grads = {"dW1": np.array([[0.001, 10.0]])}
    step = notebook_07.adam(params, [grads], 0.01)["W1"]
    assert right("first_step_of_adam") == "they are equal" and np.allclose(step, -0.01, rtol=1e-4)


def test_claims_about_adagrad():
    params, steps = {"W1": np.zeros((1, 2))}, [{"dW1": np.array([[0.001, 10.0]])}] * 100
    places = [notebook_07.adagrad(params, steps[:n], 0.1)["W1"] for n in (0, 1, 99, 100)]
    first, last = places[1] - places[0], places[3] - places[2]
    assert right("hundredth_step_of_adagrad") == "a tenth as long"
    assert np.allclose(last, first / 10, rtol=1e-4)
