"""What is no attempt yet."""

from functools import partial

import numpy as np
import pytest
from exercises.engine.handed_in import HalfWritten, not_written, right, sigmoid
from exercises.engine.made_up import LAYER

from labnet.exercises.engine import attempt
from labnet.exercises.engine.verdict import WAITING


def passed_over(z):
    pass


def described(z):
    """The sigmoid of z."""


def described_and_dots(z):
    """The sigmoid of z."""
    ...


def returning_none(z):
    return None


def returning_dots(z):
    a = ...
    return a


def raising(z):
    raise NotImplementedError


class Stubs:
    size = 3

    def __init__(self):
        """Nothing yet."""

    def forward(self, x): ...

    @staticmethod
    def helper(x):
        pass


STUBS = [
    not_written,
    passed_over,
    described,
    described_and_dots,
    returning_none,
    returning_dots,
    raising,
    Stubs,
    None,
    ...,
    lambda z: ...,
    lambda z: None,
    lambda z: (_ for _ in ()).throw(NotImplementedError("your turn")),
]


@pytest.mark.parametrize("stub", STUBS)
def test_a_stub_is_not_attempted_yet(stub):
    verdict = sigmoid.check(stub)
    assert (verdict.outcome, verdict.mistake) == (WAITING, None)
    assert not verdict.passed and not verdict


def test_a_stub_in_a_part_of_the_results_is_told_as_one():
    verdict = LAYER.judge(lambda x, w: (x @ w, ..., x))
    assert verdict.outcome == WAITING and "still a `...`" in verdict.message


def test_dots_that_are_returned_are_no_code():
    assert attempt.is_stub(lambda z: ...)


def test_what_has_code_is_no_stub():
    assert not attempt.is_stub(lambda z: 0)
    assert not attempt.is_stub(lambda z: z)
    assert not attempt.is_stub(HalfWritten)
    assert not attempt.is_stub(np.exp)
    assert not attempt.is_stub(partial(right))
