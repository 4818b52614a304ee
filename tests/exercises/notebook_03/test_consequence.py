"""The picture of what a backward pass teaches, beside ours."""

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt
from exercises.notebook_03.planted import planted

from labnet import exercises
from labnet.exercises.notebook_03 import consequence
from labnet.exercises.notebook_03 import exercises as ours


@pytest.fixture(autouse=True)
def tidy():
    yield
    plt.close("all")


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(consequence, "STEPS", 30)
    monkeypatch.setattr(consequence, "SEEDS", 3)
    consequence.train_right.cache_clear()
    yield
    consequence.train_right.cache_clear()


def shown(function):
    exercises.backward.check(function)
    axes = exercises.backward.show()
    axes[0].figure.canvas.draw()
    return axes, " ".join(text.get_text() for ax in axes for text in (*ax.texts, ax._left_title))


def of_a_student(y, cache, params):
    return ours.backward(y, cache, params)


def test_the_right_one_and_yours_stand_side_by_side(quick):
    axes, text = shown(of_a_student)
    assert "the right one: all 21 right" in text and "yours: all 21 right" in text
    lines = [line.get_ydata() for line in axes[0].lines if len(line.get_ydata()) == 30]
    assert len(lines) == 2 * (3 + 1)
    assert np.array_equal(lines[3], lines[7])


def test_a_wrong_one_takes_another_way(quick):
    axes, _ = shown(planted(("output-sign", 3)))
    lines = [line.get_ydata() for line in axes[0].lines if len(line.get_ydata()) == 30]
    right, yours = lines[3], lines[7]
    assert right[0] == pytest.approx(yours[0], rel=0.5) and right[-1] < yours[-1]


def raising(y, cache, params):
    return cache["a4"]


def not_a_number(y, cache, params):
    return {name: dv * np.nan for name, dv in ours.backward(y, cache, params).items()}


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (raising, "KeyError: 'a4'"),
        (not_a_number, "no number"),
        (planted(("db-not-summed", 2)), "db2 of shape (21, 6)"),
        (lambda y, cache, params: 7, "no dictionary"),
        (lambda y, cache, params: {}, "no dW1"),
        (None, "check your function first"),
    ],
)
def test_what_cannot_train_is_shown_with_a_sentence(quick, function, sentence):
    _, text = shown(function)
    assert sentence in text.replace("\n", " ")


def test_flat_biases_can_be_trained(quick):
    def flat(y, cache, params):
        grads = ours.backward(y, cache, params)
        return {name: dv.ravel() if name[1] == "b" else dv for name, dv in grads.items()}

    assert "yours: all 21 right" in shown(flat)[1]


def test_the_pictures_numbers_hold():
    """With the settings of the picture the right pass learns XOR, whatever the beginning."""
    right = consequence.train_right()
    assert consequence.count_right(right) == consequence.SEEDS
    assert right.losses[-1].max() < 0.2


def test_an_exercise_without_a_picture_says_so():
    with pytest.raises(ValueError, match="no picture"):
        exercises.forward.show()
