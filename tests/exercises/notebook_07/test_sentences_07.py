"""What is said to wrong functions of notebook 07."""

import numpy as np
import pytest

from labnet import exercises, sigmoid
from labnet.exercises.notebook_07.exercises import relu_slope


def from_nothing(params, grads_per_step, *_):
    s = {}
    for grads in grads_per_step:
        for name in params:
            s[name] = s[name] + grads[f"d{name}"] ** 2


def under_own_name(params, grads_per_step, *_):
    s = dict.fromkeys(params, 0.0)
    for grads in grads_per_step:
        for name in params:
            s[name] = s[name] + grads[name] ** 2


def from_own_names(params, grads_per_step, *_):
    s = {f"d{name}": 0.0 for name in params}
    for grads in grads_per_step:
        for name in params:
            s[name] = s[name] + grads[f"d{name}"] ** 2


def one_for_all(params, grads_per_step, *_):
    s = 0.0
    for grads in grads_per_step:
        for name in params:
            s = s + grads[f"d{name}"] ** 2


def meeting_its_own_square(params, grads_per_step, *_):
    s = dict.fromkeys(params, 0.0)
    for grads in grads_per_step:
        for name in params:
            g = grads[f"d{name}"]
            s[name] = s[name] + g * (g @ g.T)


def adagrad_in_place(params, grads_per_step, lr, eps=1e-8):
    moved, s = dict(params), dict.fromkeys(params, 0.0)
    for grads in grads_per_step:
        for name in params:
            s[name] = s[name] + grads[f"d{name}"] ** 2
            moved[name] -= lr * grads[f"d{name}"] / (np.sqrt(s[name]) + eps)
    return moved


OPTIMIZERS = [
    (from_nothing, "A dictionary of yours is still empty"),
    (under_own_name, "in `grads` they have a d in front"),
    (from_own_names, "There is no entry of that name"),
    (one_for_all, "The shapes of two parameters meet"),
    (meeting_its_own_square, "The shapes don't fit each other entry by entry"),
]
TOLD = [
    ("adagrad", adagrad_in_place, "Your function changes `params`"),
    *((name, *one) for name in ("adagrad", "adam") for one in OPTIMIZERS),
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

    assert exercises.relu_slope.judge(relu_slope).passed
    assert exercises.relu_slope.check(where_nonzero).mistake not in (
        "all-the-same",
        "argument-unused",
    )


def test_a_place_where_the_slope_is_all_but_right_is_not_blamed():
    def steep(z):
        return sigmoid(10.0 * np.asarray(z))

    message = exercises.relu_slope.check(steep).message
    assert "Not right at z = " in message and "z = −2" not in message


def test_right_at_the_places_that_are_told_and_wrong_in_the_rest_of_a_half():
    verdict = exercises.relu.check(lambda z: np.where(z > 1, np.sqrt(abs(z)), np.maximum(z, 0)))
    assert verdict.message.startswith("Right where z is negative. Where z is positive something")


def test_a_value_is_told_of_an_input_by_itself():
    def shares(z):
        return np.maximum(z, 0) / np.maximum(np.max(z), 1.5) * 1.5

    assert "where you give 1" not in exercises.relu.check(shares).message


def nan_at_zero(z):
    return np.tanh(1.1 * z) * z / z


@pytest.mark.parametrize("curve", [nan_at_zero, lambda z: np.tanh(1.1 * np.abs(z))])
def test_only_what_is_right_at_zero_and_at_both_ends_is_said_to_be(curve):
    assert "Right at z = 0" not in exercises.tanh.check(curve).message


def test_what_is_right_at_zero_and_far_out_is_told():
    message = exercises.tanh.check(lambda z: np.tanh(1.1 * z)).message
    assert message.startswith("Right at z = 0 and far out")


def test_a_single_example_that_is_wrong_is_told():
    message = exercises.mean_squared_error.check(
        lambda p, y: np.mean((p - y) ** 2 * (2 - y))
    ).message
    assert "For a single example with p = 0.75 and y = 0 you give 1.125." in message


def test_the_class_that_is_right_is_told():
    def halved(p, y):
        return 2 * (p - y) / len(p) * np.where(y == 1, 0.7, 1)

    verdict = exercises.mean_squared_error_gradient.check(halved)
    assert verdict.message.startswith("Right for the examples with y = 0, wrong for the others.")
