"""What a verdict shows: the smallest input, what was expected and what came back."""

import numpy as np
from exercises.engine.handed_in import right, sigmoid, throwing


def test_long_messages_of_exceptions_are_cut():
    verdict = sigmoid.check(throwing(ValueError("x" * 10_000 + "\n" * 500)))
    assert len(repr(verdict)) < 1500 and len(repr(verdict).split("\n")) <= 14


def test_a_wrong_value_is_shown_with_the_smallest_input_that_shows_it():
    verdict = sigmoid.check(lambda z: right(z) + (z.size > 3))
    assert verdict.evidence[0] == "z = [-2 0 1 3]"
    assert verdict.evidence[1].startswith("expected (4,): [0.1192 0.5    0.7311 0.9526]")
    assert verdict.evidence[2].startswith("received (4,): [1.1192 1.5    1.7311 1.9526]")


def test_a_matrix_is_shown_in_rows_below_each_other():
    verdict = sigmoid.check(lambda z: right(z) + (z.ndim > 1))
    lines = verdict.shown
    first = next(i for i, line in enumerate(lines) if line.startswith("expected"))
    assert lines[first].index("[[") + 1 == lines[first + 1].index("[")


def test_large_arrays_are_cut():
    verdict = sigmoid.check(lambda z: np.zeros((300, 300)))
    assert "(300, 300)" in repr(verdict) and len(repr(verdict)) < 1500


def test_as_many_digits_as_it_takes_to_see_the_difference():
    verdict = sigmoid.check(lambda z: right(z) * (1 + 3e-5))
    expected, received = (line.split(" ", 1)[1] for line in verdict.evidence[-2:])
    assert expected != received
