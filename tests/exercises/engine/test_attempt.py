"""One call of a function: nothing leaks out of it, and what it changes is seen."""

import sys
import warnings

import numpy as np
import pytest
from exercises.engine.handed_in import NoArray, right, sigmoid, throwing

from labnet.exercises.engine import attempt
from labnet.exercises.engine.attempt import Case
from labnet.exercises.engine.verdict import WRONG


def ten_thousand_lines(z):
    for i in range(10_000):
        print("line", i)
        print("line", i, file=sys.stderr)
    return right(z)


def test_what_a_function_prints_is_not_shown(capsys):
    assert sigmoid.check(ten_thousand_lines).passed
    assert capsys.readouterr() == ("", "")


def test_warnings_are_not_shown(recwarn):
    def warning(z):
        warnings.warn("careful", stacklevel=1)
        return 1 / (1 + np.exp(-z))

    assert sigmoid.check(warning).passed
    assert not recwarn


def test_what_numpy_would_have_warned_of_is_a_remark():
    verdict = sigmoid.check(lambda z: 1 / (1 + np.exp(-z)))
    assert verdict.passed and verdict.message.startswith("That is right. A remark: ")
    assert "overflows" in verdict.message


def test_a_case_is_for_more_than_one_function():
    def in_place(z):
        z += 1

    case = Case((np.zeros(2),))
    assert attempt.attempt(in_place, case, lambda value: value).changed == (0,)
    assert not case.args[0].any()


def test_an_interrupt_goes_through():
    with pytest.raises(KeyboardInterrupt):
        sigmoid.check(throwing(KeyboardInterrupt()))
    assert sigmoid.latest is None


def test_the_state_of_numpy_is_as_before():
    def loud(z):
        np.seterr(all="raise")
        return right(z)

    before = np.geterr()
    sigmoid.check(loud)
    assert np.geterr() == before


# Arguments


def test_changing_an_argument_is_a_mistake_of_its_own():
    def in_place(z):
        np.exp(-z, out=z)
        return 1 / (1 + z)

    def careful(z):
        return in_place(np.array(z, float))

    assert sigmoid.check(careful).passed
    verdict = sigmoid.check(lambda z: in_place(z) if z.dtype == float else right(z))
    assert (verdict.outcome, verdict.mistake) == (WRONG, "argument-changed")
    assert "changes `z`" in verdict.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (np.zeros(2), np.array([0, 1.0])),
        (np.zeros(2), np.zeros((2, 1))),
        ({"a": np.zeros(2)}, {"a": np.ones(2)}),
        ({"a": 1.0}, {"a": 1.0, "b": 2.0}),
        ([1.0, 2.0], [1.0]),
        ([np.zeros(2)], [np.ones(2)]),
        ({"a": np.zeros(2)}, {"a": NoArray()}),
        ({"a": [1.0]}, {"a": 1.0}),
    ],
)
def test_every_change_of_an_argument_is_seen(before, after):
    assert attempt.differing((1, before), (1, after)) == (1,)
    assert attempt.differing((1, before), (1, before)) == ()


def test_nan_and_functions_are_no_change():
    args = (np.array([np.nan]), print, np.random.default_rng(0))
    assert attempt.differing(args, (np.array([np.nan]), len, None)) == ()
