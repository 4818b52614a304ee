"""A class of which a part is written."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.engine.verdict import WAITING
from labnet.exercises.notebook_05.exercises import MyNetwork


class StartOnly:
    __init__ = MyNetwork.__init__

    def forward(self, x): ...

    def backward(self, y): ...

    def step(self, lr): ...


class StartAndForward(StartOnly):
    __init__, forward = MyNetwork.__init__, MyNetwork.forward

    def backward(self, y): ...

    def step(self, lr): ...


class WithoutStep(StartOnly):
    __init__, forward, backward = MyNetwork.__init__, MyNetwork.forward, MyNetwork.backward

    def step(self, lr): ...


class WithoutStart(WithoutStep):
    forward = MyNetwork.forward

    def __init__(self, sizes, activation="sigmoid", rng=None): ...


SO_FAR = {
    "`__init__` is written, and nothing is wrong with it so far; "
    "`forward`, `backward` and `step` still have their `...`.": StartOnly,
    "`__init__` and `forward` are written, and nothing is wrong with them so far; "
    "`backward` and `step` still have their `...`.": StartAndForward,
    "`__init__`, `forward` and `backward` are written, and nothing is wrong with them so far; "
    "`step` still has its `...`.": WithoutStep,
    "`__init__` still has its `...`.": WithoutStart,
}


@pytest.mark.parametrize("told", SO_FAR)
def test_a_class_begun_hears_what_is_written(told):
    verdict = exercises.MyNetwork.check(SO_FAR[told])
    assert (verdict.outcome, verdict.message) == (WAITING, told)


class WrongForward(StartAndForward):
    __init__ = MyNetwork.__init__

    def forward(self, x):
        return MyNetwork.forward(self, x) * np.ones((1, 2))

    def backward(self, y): ...


class WrongBackward(WithoutStep):
    def backward(self, y):
        grads = MyNetwork.backward(self, y)
        self.grads = {name: -v for name, v in grads.items()}
        return self.grads

    def step(self, lr): ...


def test_what_is_written_is_judged():
    found = [exercises.MyNetwork.check(one).mistake for one in (WrongForward, WrongBackward)]
    assert found[0] == "network-forward-shape" and found[1] not in (None, *found[:1])
