"""A class that is right, though perhaps not for the text of the notebook."""

import pytest
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises
from labnet.exercises.notebook_05.exercises import MyNetwork


class FlatGradients(MyNetwork):
    def backward(self, y):
        super().backward(y)
        self.grads = {k: v.ravel() if k[1] == "b" else v for k, v in self.grads.items()}
        return self.grads


class Silent(MyNetwork):
    def backward(self, y):
        super().backward(y)


CLASSES = {
    "`db1` lies flat, `b1` is a row": FlatGradients,
    "`b1` lies flat, and the text needs a row": right_05.FlatBiases,
    "`backward` returns nothing, and the gradient check needs `grads`": Silent,
    "the text needs a dictionary `params`": right_05.ListsOfLayers,
    "yours is right too; the text quotes": right_05.OneVector,
}


@pytest.mark.parametrize("reason", CLASSES)
def test_a_right_class_that_the_text_cannot_use_hears_why(reason, capsys):
    assert exercises.MyNetwork.use(CLASSES[reason]) is MyNetwork
    told = capsys.readouterr().out
    assert told.startswith(f"using labnet's `MyNetwork`: {reason}")


WEAK = {
    "`backward` returns nothing: the gradient check of the next cell needs `grads`.": Silent,
    "There is no dictionary `params`": right_05.ListsOfLayers,
    "`db1` lies flat, `b1` is a row": FlatGradients,
}


@pytest.mark.parametrize("told", WEAK)
def test_a_weak_class_passes_with_a_remark(told):
    verdict = exercises.MyNetwork.check(WEAK[told])
    assert verdict.passed and f"A remark: {told}" in verdict.message


def test_flat_biases_with_flat_gradients_are_no_weakness():
    assert exercises.MyNetwork.check(right_05.FlatBiases).message == "That is right."


def test_a_method_with_self_is_none_without():
    class Static(MyNetwork):
        def step(self, *settings):
            return super().step(*settings)

    assert exercises.MyNetwork.check(Static).passed
