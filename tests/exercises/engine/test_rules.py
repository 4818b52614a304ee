"""The general rules, on the exercises of notebook 01 and on some that no notebook has."""

import numpy as np
import pytest
from exercises.engine.handed_in import right, sigmoid, slope
from exercises.engine.made_up import DIFFERENCE, LAYER, MIX, SPREAD, layer, spread

from labnet import exercises
from labnet.exercises.engine import rules
from labnet.exercises.engine.verdict import WRONG


def through_whole_numbers(z):
    out = np.zeros_like(z)
    out[...] = slope(z)
    return out


RULES = {
    "whole-numbers": (exercises.sigmoid_slope, through_whole_numbers),
    "transposed": (LAYER, lambda x, w: ((x @ w).T, x, x)),
    "other-shape": (sigmoid, lambda z: right(z).ravel()),
    "not-summed": (LAYER, lambda x, w: (x @ w, x @ w, w)),
    "not-averaged": (SPREAD, lambda x, y: (x - y) ** 2),
    "summed-too-far": (LAYER, lambda x, w: ((x @ w).sum(axis=1), x, x)),
    "averaged-too-far": (LAYER, lambda x, w: ((x @ w).mean(axis=0), x, x)),
    "one-number-for-all": (sigmoid, lambda z: right(z).max()),
    "every-with-every": (SPREAD, lambda x, y: (x - y.T) ** 2),
    "sign": (sigmoid, lambda z: -right(z)),
    "n-times": (SPREAD, lambda x, y: np.sum((x - y) ** 2)),
    "divided-by-n": (SPREAD, lambda x, y: spread(x, y) / len(x)),
    "divided-by-n-minus-1": (SPREAD, lambda x, y: np.sum((x - y) ** 2) / np.float64(len(x) - 1)),
    "twice": (sigmoid, lambda z: 2 * right(z)),
    "half": (sigmoid, lambda z: right(z) / 2),
    "log-base": (sigmoid, lambda z: right(z) / np.log(2)),
    "absolute": (LAYER, lambda x, w: (np.abs(x @ w), x, x)),
    "complement": (exercises.sigmoid_slope, lambda z: 1 - slope(z)),
    "reciprocal": (exercises.sigmoid_slope, lambda z: 1 / slope(z)),
    "squared": (exercises.sigmoid_slope, lambda z: slope(z) ** 2),
    "root": (exercises.sigmoid_slope, lambda z: np.sqrt(slope(z))),
    "only-zeros": (sigmoid, lambda z: 0 * z),
    "rounded": (sigmoid, lambda z: np.round(right(z), 2)),
    "all-the-same": (sigmoid, lambda z: 0 * z + 7),
    "not-finite": (sigmoid, lambda z: right(z) * np.inf),
    "argument-returned": (exercises.sigmoid_slope_from_output, lambda a: a),
    "arguments-swapped": (MIX, lambda a, b: b @ a),
    "applied-twice": (sigmoid, lambda z: right(right(z))),
    "argument-cut": (exercises.sigmoid_slope, lambda z: slope(np.trunc(z))),
    "results-swapped": (LAYER, lambda x, w: layer(x, w)[::-1]),
    "another-function": (sigmoid, np.tanh),
    "factor-missing": (exercises.sigmoid_slope, lambda z: 1 - right(z)),
    "factor-too-many": (exercises.sigmoid_slope, lambda z: slope(z) * right(z)),
    "two-factors": (exercises.sigmoid_slope, lambda z: -slope(z) * right(z)),
    "other-term": (DIFFERENCE, lambda a, b: a + b),
    "other-product": (MIX, lambda a, b: a.T @ b),
    "one-example-only": (SPREAD, lambda x, y: (x - y)[-1] ** 2),
    "argument-unused": (SPREAD, lambda x, y: np.sum(x**4)),
    "constant-factor": (sigmoid, lambda z: 0.37 * right(z)),
    "factor-of-batch": (LAYER, lambda x, w: (x @ w * (1 + np.sum(x**2)), x, x)),
    "constant-offset": (sigmoid, lambda z: right(z) + 0.37),
    "nearly-right": (exercises.sigmoid_slope, lambda z: slope(z * 1.001)),
    "several-numbers": (SPREAD, lambda x, y: np.exp((x - y) * np.ones(3))),
    "wrong-shape": (LAYER, lambda x, w: (np.tan(x @ w)[:, :1], x, x)),
}


@pytest.mark.parametrize("id", RULES)
def test_a_rule_is_reached_by_a_wrong_function(id):
    exercise, function = RULES[id]
    for _ in range(3):
        verdict = exercise.judge(function)
        assert (verdict.outcome, verdict.mistake) == (WRONG, id), verdict


def test_every_rule_is_reached_by_an_example():
    ids = [one.id for one in rules.RULES if one.holds.__module__ == rules.__name__]
    assert sorted(ids) == sorted(RULES)


@pytest.mark.parametrize("id", RULES)
def test_a_rule_is_not_given_where_one_case_is_wrong_in_another_way(id):
    exercise, function = RULES[id]
    verdict = exercise.judge(elsewhere_otherwise(exercise, function))
    assert verdict.outcome == WRONG and verdict.mistake != id, verdict


def elsewhere_otherwise(exercise, function):
    """The function, but on the last of the ordinary cases another wrong one."""
    rng = np.random.default_rng(1)
    *_, last = (case for case in exercise.draw(rng) if case.plain)

    def off(values):
        return values * rng.uniform(2, 3, np.shape(values))

    def otherwise(*args):
        if np.shape(args[0]) != np.shape(last.args[0]):
            return function(*args)
        values = exercise.right(*args)
        return tuple(map(off, values)) if isinstance(values, tuple) else off(values)

    return otherwise


def test_no_rule_is_given_for_a_right_answer():
    for exercise in (LAYER, SPREAD, MIX, DIFFERENCE):
        for _ in range(5):
            assert exercise.judge(exercise.right).passed


def test_a_rule_names_the_array_that_is_wrong_first():
    def wrong_in_the_second(x, w):
        z, s, c = layer(x, w)
        return z, -s, c

    def wrong_in_both(x, w):
        z, s, c = layer(x, w)
        return 2 * z, -s, c

    second, both = LAYER.judge(wrong_in_the_second), LAYER.judge(wrong_in_both)
    assert second.mistake == "sign" and second.message.startswith("`s`: ")
    assert both.mistake == "twice" and both.message.startswith("`z`: ")
    assert any(line.startswith("expected z") for line in both.shown)


TOGETHER = {
    "the sign is wrong, and it is doubled": lambda x, w: -2 * (x @ w),
    "it is divided by n once too often, twice": lambda x, w: x @ w / len(x) ** 2,
    "the sign is wrong, and it is n times too large": lambda x, w: -len(x) * (x @ w),
}


@pytest.mark.parametrize("text", TOGETHER)
def test_two_factors_are_told_together(text):
    verdict = LAYER.judge(lambda x, w: (TOGETHER[text](x, w), x, x))
    assert verdict.mistake == "two-factors" and text in verdict.message
