"""One step: names, dictionaries and learning rates."""

import pytest

from labnet import exercises


def over_the_names_alone(params, grads, lr):
    new = {}
    for name, v in params:
        new[name] = v - lr * grads[f"d{name}"]
    return new


def without_the_f(params, grads, lr):
    return {name: v - lr * grads["d{name}"] for name, v in params.items()}


def in_plain_letters(params, grads, lr):
    return {name: v - lr * grads["dname"] for name, v in params.items()}


NO_NAMES = {"dW": over_the_names_alone, "d{name}": without_the_f, "dname": in_plain_letters}


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_no_network_has_is_not_taken_for_another_network(name):
    verdict = exercises.gradient_step.check(NO_NAMES[name])
    assert verdict.mistake == "step-no-such-name"
    assert f"There is no gradient called `{name}`." in verdict.message
    assert "`.items()`" in verdict.message


def test_the_names_of_one_network_are_still_told():
    def third(params, grads, lr):
        return {"W3": params["W3"] - lr * grads["dW3"]}

    assert exercises.gradient_step.check(third).mistake == "step-fixed-names"


def into_the_given(params, grads, lr):
    for name in params:
        params[name] = params[name] - lr * grads[f"d{name}"]
    return params


def into_the_arrays(params, grads, lr):
    for name in params:
        params[name] -= lr * grads[f"d{name}"]
    return params


def test_a_dictionary_refilled_is_told_from_arrays_rewritten():
    verdict = exercises.gradient_step.check(into_the_given)
    assert verdict.mistake == "step-into-the-given"
    assert "into the dictionary you were handed: begin with an empty one." in verdict.message
    assert exercises.gradient_step.check(into_the_arrays).mistake == "step-in-place"


@pytest.mark.parametrize("rate", [0.3, 0.01])
def test_a_fixed_learning_rate_is_named(rate):
    def fixed(params, grads, lr):
        return {name: v - rate * grads[f"d{name}"] for name, v in params.items()}

    verdict = exercises.gradient_step.check(fixed)
    assert verdict.mistake == "step-rate-fixed" and "in place of `lr`" in verdict.message


def test_an_unusual_fixed_learning_rate_is_hinted_at():
    def fixed(params, grads, lr):
        return {name: v - 0.2718 * grads[f"d{name}"] for name, v in params.items()}

    assert "or a fixed number in place of `lr`" in exercises.gradient_step.check(fixed).message
