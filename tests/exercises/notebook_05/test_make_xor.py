"""The points of the two diagonals."""

import numpy as np
import pytest
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises, xor_data
from labnet.exercises.notebook_05.exercises import make_xor


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


def bools_of_xor():
    x, y = make_xor()
    return x, y == 1


def lists_of_xor():
    x, y = make_xor()
    return x.tolist(), y


KINDS = [
    ("make_xor", bools_of_xor, "Your labels are true and false; the loss needs `-y`, which NumPy"),
    ("make_xor", lists_of_xor, "You return lists; the cells below need arrays"),
]


@pytest.mark.parametrize(("name", "make", "told"), KINDS)
def test_kinds_that_the_notebook_cannot_use_are_remarked(name, make, told):
    verdict = getattr(exercises, name).check(make)
    assert verdict.passed and f"A remark: {told}" in verdict.message
