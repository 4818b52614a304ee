"""The exercises of 04 and 05: what students hand in, what they hear, and what the notebook gets."""

import numpy as np
import pytest
from right_answers import notebook_05 as right_05

from labnet import exercises, xor_data
from labnet.exercises.sheets.notebook_02 import cross_entropy
from labnet.exercises.sheets.notebook_03 import backward, forward
from labnet.exercises.sheets.notebook_04 import gradient_step
from labnet.exercises.sheets.notebook_05 import MyNetwork, make_xor, start, train

# use: with what the notebook goes on


def xor_from_the_other_end():
    """The most natural loop: 1 - 0.7 is not quite 0.3."""
    x, y = [], []
    for i in range(11):
        x.append([i / 10, i / 10])
        y.append([False])
        if i != 5:
            x.append([i / 10, 1 - i / 10])
            y.append([True])
    return x, y


@pytest.mark.parametrize("make", [xor_from_the_other_end, right_05.in_single_precision])
def test_the_notebook_gets_the_very_points(make, capsys):
    assert not np.array_equal(make()[0], xor_data()[0])
    x, y = exercises.make_xor.use(make)()
    assert capsys.readouterr().out == "using your `make_xor`\n"
    assert np.array_equal(x, xor_data()[0]) and np.array_equal(y, xor_data()[1])
    assert x.dtype.kind == y.dtype.kind == "f"


def test_points_in_another_order_are_told_as_such(capsys):
    assert exercises.make_xor.use(right_05.diagonal_after_diagonal) is make_xor
    assert "yours has the same points in another order" in capsys.readouterr().out


def test_labels_become_numbers(capsys):
    def make_linear(n, rng):
        x = rng.random((n, 2))
        return x.tolist(), (x[:, :1] <= x[:, 1:]).tolist()

    x, y = exercises.make_linear.use(make_linear)(100, np.random.default_rng(34))
    assert capsys.readouterr().out == "using your `make_linear`\n"
    assert x.shape == (100, 2) and y.shape == (100, 1) and y.dtype == float


def test_other_random_numbers_are_right_and_the_text_quotes_labnets(capsys):
    def make_linear(n, rng):
        x = 1 - rng.random((n, 2))
        return x, (x[:, :1] <= x[:, 1:]).astype(float)

    assert exercises.make_linear.use(make_linear) is exercises.make_linear.right
    assert "yours is right too; the text quotes labnet's numbers" in capsys.readouterr().out


def accuracy_of_columns(p, y):
    return np.mean((p > 0.5) == (y == 1), axis=0)


def accuracy_in_a_table(p, y):
    return np.array([[accuracy_of_columns(p, y)[0]]])


def accuracy_by_sum(p, y):
    return sum((p > 0.5) == (y == 1)) / len(y)


@pytest.mark.parametrize("mine", [accuracy_of_columns, accuracy_in_a_table, accuracy_by_sum])
def test_an_accuracy_becomes_a_plain_number(mine, capsys):
    used = exercises.accuracy.use(mine)
    assert capsys.readouterr().out == "using your `accuracy`\n"
    for p, y in (([[0.9]], [[1]]), ([[0.9], [0.2], [0.5], [0.6]], [[1], [1], [0], [1]])):
        value = used(np.array(p), np.array(y))
        assert isinstance(value, float) and f"{value:.4f}" in ("1.0000", "0.7500")


def test_a_right_function_is_handed_on_as_it_is(capsys):
    def mine(x, y, epochs, lr, seed):
        return train(x, y, epochs, lr, seed)

    assert exercises.train.use(mine) is mine


def before_the_last_step(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


def test_a_loop_that_cannot_do_without_epochs_is_not_handed_on(capsys):
    assert exercises.train.check(before_the_last_step).passed
    used = exercises.train.use(before_the_last_step)
    assert used is train and "with 0 epochs" in capsys.readouterr().out


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
