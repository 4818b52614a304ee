"""What a function prints in the call that failed is shown under the verdict, and nothing else."""

import sys
import tracemalloc

import numpy as np
import pytest
from exercises.engine.handed_in import right, sigmoid

from labnet import exercises
from labnet.exercises.engine.heard import Heard
from labnet.exercises.engine.verdict import MOST_LINES, WIDEST


def heard(*texts):
    one = Heard(None)
    for text in texts:
        one.write(text)
    return one.told()


def test_a_wrong_function_is_shown_what_it_printed_in_the_case_that_is_shown():
    def wrong_from_two_on(z):
        print("size", z.size)
        print("shape", z.shape, file=sys.stderr)
        return right(z) + (z.size > 1)

    verdict = sigmoid.check(wrong_from_two_on)
    assert verdict.printed == ("size 4", "shape (4,)")
    assert repr(verdict).split("\n")[-4:-1] == ["printed in this call:", *verdict.printed]
    assert "printed in this call:\nsize 4\nshape (4,)</pre>" in verdict._repr_html_()


def helper(z):
    print("in the helper")
    return z @ np.ones(7)


def test_a_function_that_is_stopped_is_shown_what_it_and_its_helpers_printed():
    def calls_a_helper(z):
        print("before")
        return helper(z)

    assert sigmoid.check(calls_a_helper).printed == ("before", "in the helper")


def test_what_is_right_or_prints_nothing_shows_nothing():
    def right_and_loud(z):
        print("loud")
        return right(z)

    for function in (right_and_loud, np.tanh):
        verdict = sigmoid.check(function)
        assert verdict.printed == () and "printed" not in repr(verdict) + verdict._repr_html_()


class TwoMethods:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        print("made with", sizes)

    def forward(self, x):
        print("x", x.shape)
        return x @ np.ones((7, 7))

    def backward(self, y):
        pass

    def step(self, lr):
        pass


def test_of_a_class_the_method_that_was_stopped_is_heard():
    assert exercises.MyNetwork.check(TwoMethods).printed == ("x (5, 2)",)


def test_of_several_calls_the_last_one_is_heard():
    calls = []

    def make_xor():
        calls.append(1)
        print("call", len(calls))
        return exercises.make_xor.right() if len(calls) % 2 else None

    assert exercises.make_xor.check(make_xor).printed == ("call 2",)


def test_an_endless_loop_is_heard(monkeypatch):
    def endless(z):
        print("begin")
        while True:
            pass

    monkeypatch.setattr(sigmoid, "seconds", 0.2)
    verdict = sigmoid.check(endless)
    assert verdict.mistake == "endless-loop" and verdict.printed == ("begin",)


LONG = "a" * (WIDEST + 1)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((), ()),
        (("\n", " \n"), ()),
        (("a", " ", "b", "\n", "c"), ("a b", "c")),
        (("10 %\r20 %\r\n",), ("10 %", "20 %")),
        (("a\n" * MOST_LINES,), ("a",) * MOST_LINES),
        (("a\n" * MOST_LINES, "b"), ("a",) * MOST_LINES + ("…",)),
        (("a\n" * 10**6,), ("a",) * MOST_LINES + ("…",)),
        (("a",) * 1000, (LONG,)),
        (("a" * 10**6, "b\nc"), (LONG, "c")),
    ],
)
def test_the_first_lines_are_kept_each_with_its_beginning(texts, told):
    assert heard(*texts) == told


def test_long_lines_are_cut_in_the_verdict():
    verdict = sigmoid.check(lambda z: print("a" * 10**4))
    assert max(map(len, repr(verdict).split("\n"))) <= WIDEST and "aaa …" in repr(verdict)


def test_many_megabytes_cost_no_memory():
    one, text = Heard(None), "a line of text without an end " * 1000
    tracemalloc.start()
    for _ in range(1000):
        one.write(text)
        one.write("\n")
    assert tracemalloc.get_traced_memory()[1] < 1e6
    tracemalloc.stop()


def test_only_text_can_be_written():
    with pytest.raises(TypeError, match="must be str, not int"):
        Heard(None).write(3)
