"""An exercise: whom it lets pass, and how it helps."""

import inspect
import re
from functools import partial

import numpy as np
import pytest
from exercises.engine.handed_in import labnets, right, sigmoid
from exercises.listed import wrong

from labnet import LabnetError, exercises
from labnet.exercises.engine.verdict import PASSED


def test_a_right_function_passes():
    verdict = sigmoid.check(right)
    assert verdict.outcome == PASSED and verdict.passed and verdict
    assert verdict.message == "That is right." and verdict.evidence == ()


class Callable:
    def __call__(self, z):
        return right(z)

    def method(self, z):
        return right(z)


def with_more_arguments(z, scale=1.0, *others, **named):
    return right(z) * scale


@pytest.mark.parametrize(
    "function",
    [
        lambda z: right(z) * 1.0,
        partial(with_more_arguments, scale=1.0),
        Callable(),
        Callable().method,
        with_more_arguments,
        np.vectorize(lambda z: float(right(z))),
    ],
)
def test_whatever_can_be_called_is_checked(function):
    assert sigmoid.check(function).passed


def test_an_exercise_says_what_it_asks_and_what_can_be_called():
    told = repr(sigmoid)
    assert len(told) < 200 and "sigmoid(z)" in told
    assert all(part in told for part in (".check(sigmoid)", ".hint()", ".solution()", sigmoid.asks))
    assert "h=1e-05" in repr(exercises.numerical_gradient)


# Hints and solutions


def test_three_hints():
    for level, kind in zip(
        (1, 2, 3), ("where to look", "which rule", "other numbers"), strict=True
    ):
        hint = sigmoid.hint(level)
        assert kind in repr(hint) and sigmoid.hints[level - 1] in repr(hint)
    assert repr(sigmoid.hint()) == repr(sigmoid.hint(1))


@pytest.mark.parametrize("level", [0, 4, "1", None])
def test_there_is_no_other_hint(level):
    with pytest.raises(LabnetError, match=re.escape(f"level is {level!r}; expected 1, 2 or 3.")):
        sigmoid.hint(level)


def test_a_recognised_mistake_comes_before_the_first_hint():
    sigmoid.check(wrong("sigmoid-brackets"))
    sentence = sigmoid.latest.message.split("\n")[0]
    assert "Python divides before it adds" in sentence
    first = repr(sigmoid.hint())
    assert first.index(sentence) < first.index(sigmoid.hints[0])
    assert sentence not in repr(sigmoid.hint(2))
    sigmoid.check(right)
    assert sentence not in repr(sigmoid.hint())


def test_a_mistake_that_was_not_recognised_adds_nothing_to_the_hint():
    before = repr(sigmoid.hint())
    sigmoid.check(np.tan)
    assert sigmoid.latest.mistake is None and repr(sigmoid.hint()) == before


def test_the_solution_is_shown_after_a_confirmation_by_name():
    asked, shown = sigmoid.solution(), sigmoid.solution(reveal=True)
    assert "exercises.sigmoid.solution(reveal=True)" in repr(asked)
    assert "np.exp" not in repr(asked) + asked._repr_html_()
    assert inspect.getsource(labnets).rstrip() in repr(shown)


def test_the_solution_keeps_its_indentation_in_a_notebook():
    html = exercises.numerical_gradient.solution(reveal=True)._repr_html_()
    body = re.search(r"<pre[^>]*>(.*?)</pre>", html, re.DOTALL)[1]
    assert "\n    x = np.array(x, dtype=float)\n" in body
