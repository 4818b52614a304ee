"""An exception is shown beside what the functions were given, each array with its shape."""

import numpy as np
import pytest
from exercises.engine.handed_in import Rude, sigmoid

from labnet import exercises
from labnet.exercises.engine.given import described, listed


def given(verdict):
    """The lines between the place where it stopped and what was raised."""
    return [line for line in verdict.evidence if "was given  " in line or line.startswith("  ")]


def test_the_arguments_of_the_call_are_told_by_the_students_names():
    def linear_backward(delta, x, W):
        x = x.T
        return delta @ W, x @ x, delta

    (line,) = given(exercises.linear_backward.check(linear_backward))
    assert line == "`linear_backward` was given  delta (1, 2)  x (1, 2)  W (2, 2)"


def inner(v, *more, scale=1.0):
    return v @ np.ones(99)


def test_of_a_helper_both_calls_are_told():
    def forward(x, params):
        return inner(x, 1, "a", scale=2.5), {}

    first, second = given(exercises.forward.check(forward))
    assert first == "`inner` was given  v (4, 2)  scale 2.5  more: 1  'a'"
    start = "`forward` was given  x (4, 2)  params: W1 (2, 3)  b1 (1, 3)  W2 (3, 2)"
    assert second.startswith(start)


def test_a_function_of_labnet_that_was_called_is_told():
    def train(x, y, epochs, lr, seed):
        return exercises.cross_entropy.right(x[:, :1], "y")

    first, second = given(exercises.train.check(train))
    assert first == "`cross_entropy` was given  p (21, 1)  y 'y'"
    assert second.startswith("`train` was given  x (21, 2)  y (21, 1)  epochs 6  lr 0.3  seed ")


class OneMethod:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.sizes = sizes

    def forward(self, x):
        return x @ np.ones((7, 7))

    def backward(self, y):
        return None

    def step(self, lr):
        return None


def test_of_a_class_the_method_is_told():
    assert given(exercises.MyNetwork.check(OneMethod)) == ["`forward` was given  x (5, 2)"]


@pytest.mark.parametrize(
    "function",
    [lambda z: [q @ 3 for q in z.ravel()], lambda z: z @ "a", lambda: 0, lambda a, b: 0],
)
def test_whatever_stops_is_shown_with_what_it_was_given(function):
    (line,) = given(sigmoid.check(function))
    assert line in ("it was given  z 0", "it was given  z ()")


def test_without_arguments_there_is_no_line():
    def make_xor():
        return 1 / 0

    assert given(exercises.make_xor.check(make_xor)) == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (np.zeros((2, 3)), "v (2, 3)"),
        (np.array(0.25), "v 0.25"),
        (np.float32(3), "v 3"),
        (7, "v 7"),
        (None, "v None"),
        (True, "v True"),
        ("tanh", "v 'tanh'"),
        ("t" * 99, "v 'ttttttttttttttttt …"),
        ([], "v: empty"),
        ((np.zeros(2), 0.5), "v: (2,)  0.5"),
        ({"W1": np.zeros((2, 3)), "n": 4}, "v: W1 (2, 3)  n 4"),
        (list(range(99)), "v: 0  1  2  3  4  5  6  7  8  9  10  11  …"),
        ({"in": [1, 2]}, "v: in a list"),
        (np.random.default_rng(0), "v a Generator"),
        ([Rude()], "v: a Rude"),
    ],
)
def test_every_kind_of_argument_is_told(value, told):
    assert described("v", value) == told


def test_many_arrays_take_a_line_of_their_own():
    params = {f"W{k}": np.zeros((10, 10)) for k in range(99)}
    first, second = listed("forward", [("x", np.zeros((4, 2))), ("params", params)])
    assert first == "`forward` was given  x (4, 2)"
    assert second.startswith("  params: W0 (10, 10)  W1 (10, 10)") and second.endswith("  …")
