"""How close is right, where it is not, and how long a check takes."""

import time

import numpy as np
from exercises.engine.handed_in import right, sigmoid, slope
from exercises.listed import SHEETS

from labnet import exercises
from labnet.exercises.engine.judging import is_right
from labnet.exercises.engine.verdict import WRONG


def test_what_is_right_but_for_the_extremes_is_said_to_be():
    def infinite(z):
        return right(z) + np.where(np.abs(z) > 900, np.inf, 0)

    def off(z):
        return right(z) + np.where(np.abs(z) > 900, 0.5, 0)

    told = [sigmoid.check(function) for function in (infinite, off)]
    assert [one.mistake for one in told] == ["infinite-far-out", "wrong-far-out"]
    assert all("Right, except far out" in one.message for one in told)
    assert told[0].evidence[0] == "z = [-1000. 1000.]"


def test_a_complaint_may_meet_a_shape_that_it_does_not_expect():
    verdict = exercises.sigmoid_slope.check(lambda z: slope(z) if z.size != 2 else 0.0)
    assert verdict.outcome == WRONG and "shape" in repr(verdict)


def test_a_check_is_quick():
    def unknown(x, *others):
        return np.cos(np.asarray(x, float)) ** 3 + 7 * np.asarray(x)

    for exercise in SHEETS["01"][:3]:
        start = time.thread_time()
        exercise.check(unknown)
        assert time.thread_time() - start < 1


def test_single_precision_may_be_off_by_more_than_double():
    right, off = np.array([1.0, 1e-3]), np.array([1.0, 1e-3 + 5e-6])
    assert is_right(off.astype(np.float32), right) and not is_right(off, right)
    assert not is_right((right * 1.001).astype(np.float32), right)
