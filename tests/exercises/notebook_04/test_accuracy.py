"""The share of right decisions."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.notebook_04.exercises import accuracy


def accuracy_of_columns(p, y):
    return np.mean((p > 0.5) == (y == 1), axis=0)


def accuracy_in_a_table(p, y):
    return np.array([[accuracy_of_columns(p, y)[0]]])


def accuracy_by_sum(p, y):
    return sum((p > 0.5) == (y == 1)) / len(y)


@pytest.mark.parametrize("mine", [accuracy_of_columns, accuracy_in_a_table, accuracy_by_sum])
def test_an_accuracy_becomes_a_plain_number(mine, capsys):
    used = exercises.accuracy.use(mine)
    assert capsys.readouterr().out == "using your `accuracy`\n"
    for p, y in (([[0.9]], [[1]]), ([[0.9], [0.2], [0.5], [0.6]], [[1], [1], [0], [1]])):
        value = used(np.array(p), np.array(y))
        assert isinstance(value, float) and f"{value:.4f}" in ("1.0000", "0.7500")


AT_ONE_HALF = {
    "for class 1 only above it": lambda p, y: np.mean((p < 0.5) == (y == 0)),
    "you count it as wrong for both classes": lambda p, y: np.mean(abs(p - y) < 0.5),
    "you count it as right for both classes": lambda p, y: 1 - np.mean(abs(p - y) > 0.5),
}


@pytest.mark.parametrize("told", AT_ONE_HALF)
def test_what_is_wrong_at_one_half_only_is_told_so(told):
    message = exercises.accuracy.check(AT_ONE_HALF[told]).message
    assert message.startswith("Right, except where p is exactly 0.5") and told in message


def chained(p, y):
    return np.mean(p > 0.5 == y)


def joined(p, y):
    return np.mean((p > 0.5) and (y == 1))


def chosen_by_if(p, y):
    return np.mean([1 if p > 0.5 else 0] == y)


TRUTHS = {"accuracy-chained": chained, "and-on-arrays": joined, "if-on-array": chosen_by_if}


@pytest.mark.parametrize("id", TRUTHS)
def test_one_truth_value_for_many_has_more_than_one_cause(id):
    assert exercises.accuracy.check(TRUTHS[id]).mistake == id


def test_and_between_arrays_is_told():
    message = exercises.accuracy.check(joined).message
    assert "`and` takes two truth values, not two arrays" in message


def test_an_accuracy_of_each_example_is_not_called_a_loss():
    verdict = exercises.accuracy.check(lambda p, y: (p > 0.5) == (y == 1))
    assert verdict.mistake == "not-averaged" and "loss" not in verdict.message


def test_one_scalar_that_is_wrong_in_one_case_is_not_wrong_everywhere():
    def at_one_place(p, y):
        return accuracy(p, y) if len(p) != 5 else 0.25

    assert "everywhere" not in exercises.accuracy.check(at_one_place).message


def test_what_is_off_by_a_factor_too_is_not_called_right():
    def tie_in_percent(p, y):
        return 100 * np.mean((p >= 0.5) == (y == 1))

    assert "Right" not in exercises.accuracy.check(tie_in_percent).message


OTHER_LIMITS = {
    "above 0.6, and one of class 0 where p is below 0.6.": lambda p, y: np.mean(
        (p > 0.6) == (y == 1)
    ),
    "above 0.9, and one of class 0 where p is below 0.9.": lambda p, y: np.mean((p >= 0.9) == y),
    "above 0.2, and one of class 0 where p is below 0.2.": lambda p, y: np.mean((p > 0.2) == y),
    "above 0.9, and one of class 0 where p is below 0.1.": lambda p, y: np.mean(abs(p - y) < 0.1),
    "above 0.999, and one of class 0 where p is below 0.001.": lambda p, y: np.mean(
        abs(p - y) <= 1e-3
    ),
    "above 0.7, and one of class 0 where p is below 0.4.": lambda p, y: np.mean(
        np.where(y == 1, p > 0.7, p < 0.4)
    ),
}


@pytest.mark.parametrize("told", OTHER_LIMITS)
def test_another_limit_is_told_with_its_number(told):
    message = exercises.accuracy.check(OTHER_LIMITS[told]).message
    assert f"class 1 counts as right where p is {told}" in message


def test_limits_that_do_not_explain_the_answers_are_not_told():
    def for_one_alone(p, y):
        return np.mean((p > 0.6) == y) if len(p) == 1 else np.mean(np.roll(p, 1) > y)

    assert exercises.accuracy.check(for_one_alone).mistake != "accuracy-other-limits"
