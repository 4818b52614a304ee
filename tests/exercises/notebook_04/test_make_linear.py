"""The points above and below a line: what is wrong, and what the notebook gets."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.notebook_04.exercises import make_linear


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


def test_points_labelled_by_chance_are_still_told_as_such():
    def by_chance(n, rng):
        return make_linear(n, rng)[0], rng.integers(0, 2, (n, 1)) * 1.0

    assert exercises.make_linear.check(by_chance).mistake == "linear-labels-by-chance"


def bools_of_line(n, rng):
    x = rng.random((n, 2))
    return x.tolist(), x[:, :1] <= x[:, 1:]


KINDS = [
    ("make_linear", bools_of_line, "Your labels are true and false; the loss needs `-y`, which"),
]


@pytest.mark.parametrize(("name", "make", "told"), KINDS)
def test_kinds_that_the_notebook_cannot_use_are_remarked(name, make, told):
    verdict = getattr(exercises, name).check(make)
    assert verdict.passed and f"A remark: {told}" in verdict.message
