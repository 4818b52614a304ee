"""A class that is wrong."""

from types import MappingProxyType

import numpy as np
import pytest

from labnet import exercises, sigmoid
from labnet.exercises.engine.verdict import RAISED, WRONG
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer
from labnet.exercises.notebook_05.exercises import MyNetwork


class WithoutGenerator(MyNetwork):
    """What the protocol suggests: the generator goes straight on to init_layer."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation)
        for k in range(1, self.K + 1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(sizes[k - 1], sizes[k], rng)


def test_without_a_generator_a_class_makes_its_own():
    verdict = exercises.MyNetwork.check(WithoutGenerator)
    assert verdict.outcome == WRONG and verdict.mistake == "network-without-generator"
    assert "Without `rng` your class must make a generator of its own." in verdict.message
    assert "'NoneType' object has no attribute 'normal'" in verdict.evidence[0]


def test_another_exception_without_a_generator_is_shown_as_it_is():
    class Own(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng or np.random.rng())

    verdict = exercises.MyNetwork.check(Own)
    assert verdict.outcome == RAISED and "np.random.rng()" in verdict.evidence[0]


class GrowingFromTheFront(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.a = []

    def forward(self, x):
        self.a.append(x)
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


class GrowingAndReadInForward(GrowingFromTheFront):
    def forward(self, x):
        self.a.append(x)
        for k in range(1, self.K + 1):
            z = self.a[k - 1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


class GrowingWithoutParams(GrowingFromTheFront):
    """The list is at fault here too, where nobody can look at the parameters."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.params = MappingProxyType(self.params)

    def step(self, lr):
        self.params = MappingProxyType(gradient_step(dict(self.params), self.grads, lr))


class GrowingButReadFromTheEnd(GrowingFromTheFront):
    def backward(self, y):
        kept, self.a = self.a, self.a[-self.K - 1 :]
        grads = MyNetwork.backward(self, y)
        self.a = kept
        return grads


@pytest.mark.parametrize(
    "cls", [GrowingFromTheFront, GrowingAndReadInForward, GrowingWithoutParams]
)
def test_a_list_that_grows_is_named(cls):
    verdict = exercises.MyNetwork.check(cls)
    assert verdict.mistake == "network-cache-grows", verdict
    assert verdict.evidence == ("`a` has 4 entries after one `forward`, 8 after two",)


def test_a_list_that_grows_is_no_mistake_if_its_end_is_read():
    assert exercises.MyNetwork.check(GrowingButReadFromTheEnd).passed


class WithoutLastSigmoid(MyNetwork):
    def forward(self, x):
        super().forward(x)
        self.a[-1] = self.a[-2] @ self.params[f"W{self.K}"] + self.params[f"b{self.K}"]
        return self.a[-1]


class ShiftedWithoutLastSigmoid(WithoutLastSigmoid):
    """Its small numbers happen to lie between 0 and 1, for all that is drawn."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        last = f"b{self.K}"
        self.params = {name: v * 0.1 for name, v in self.params.items()}
        self.params[last] = self.params[last] + 0.5


@pytest.mark.parametrize("cls", [WithoutLastSigmoid, ShiftedWithoutLastSigmoid])
def test_an_output_without_a_sigmoid_is_named(cls):
    verdict = exercises.MyNetwork.check(cls)
    assert verdict.mistake == "network-forward-range", verdict
    assert "p leaves 0 to 1: the output has no sigmoid." in verdict.message


def without(name):
    class Own(MyNetwork):
        def backward(self, y):
            grads = super().backward(y)
            self.grads = {key: v for key, v in grads.items() if key != name}
            return self.grads

    return Own


class NamedAsParameters(MyNetwork):
    def backward(self, y):
        super().backward(y)
        self.kept, self.grads = self.grads, {}
        return {name[1:]: v for name, v in self.kept.items()}


def test_a_missing_gradient_is_named_with_its_layer():
    told = exercises.MyNetwork.check(without("dW1")).message
    assert told.startswith("`grads` has no `dW1`: does the loop reach layer 1?")
    told = exercises.MyNetwork.check(without("db2")).message
    assert told.startswith("`grads` has no `db2`: does the loop reach layer 2?")
    told = exercises.MyNetwork.check(NamedAsParameters).message
    assert told.startswith("`grads` has no `dW3`, but `W3`: the gradient has a d before the name.")
