"""Mistakes that earlier notebooks know of one step, made in a whole pass."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.notebook_03.slips.slip import backward_with, forward_with

BACKWARD = [
    ("dz", 3, lambda e, k: e["p"] - e["y"] / e.n, "dz-one-term-divided"),
    ("dz", 3, lambda e, k: e["p"] / e.n - e["y"], "dz-one-term-divided"),
    ("dz", 3, lambda e, k: e.error / e["y"].sum(), "dz-one-class-counted"),
    ("dz", 3, lambda e, k: e["p"] * (1 - e["p"]) / e.n, "dz-slope-only"),
    (
        "dz",
        1,
        lambda e, k: e.da(k) * np.exp(e.z(k)) / (1 + np.exp(-e.z(k))) ** 2,
        "slope-exponent-",
    ),
    ("dz", 2, lambda e, k: e.da(k) * (1 - 2 * e.a(k)), "output-slope-difference"),
    ("da", 1, lambda e, k: np.outer(e.dz(2)[:, 0], e.W(2)[:, 0]), "linear-backward-dx-one-unit"),
    ("dW", 1, lambda e, k: e.a(0).T @ e.dz(1) ** 2, "linear-backward-dw-dz-squared"),
    ("dW", 3, lambda e, k: np.linalg.pinv(e.a(2)) @ e.dz(3), "linear-backward-dw-undone"),
    ("db", 2, lambda e, k: np.abs(e.dz(2)).sum(axis=0), "linear-backward-db-other-summary"),
]
FORWARD = [
    ("z", 3, lambda e, k: e.a(2) @ e.W(3) + e.n * e.b(3), "linear-bias-at-every-example"),
    ("z", 1, lambda e, k: np.tanh(e["x"] @ e.W(1) + e.b(1)), "linear-activated"),
    ("a", 2, lambda e, k: 1 / 1 + np.exp(-e.z(2)), "sigmoid-brackets"),
    ("a", 1, lambda e, k: 2 / (1 + np.exp(-e.z(1))) - 1, "sigmoid-around-zero"),
]
MADE = [
    *((exercises.backward, backward_with, *one) for one in BACKWARD),
    *((exercises.forward, forward_with, *one) for one in FORWARD),
]


@pytest.mark.parametrize(("exercise", "planted", "place", "k", "formula", "id"), MADE)
def test_a_mistake_of_one_step_is_named_in_its_layer(exercise, planted, place, k, formula, id):
    verdict = exercise.check(planted({(place, k): formula}))
    assert verdict.mistake.startswith(id), verdict
    layer = k + 1 if place == "da" else k
    assert verdict.message.startswith(f"Layer {layer} has a mistake that is known from `")


def test_what_another_result_is_blamed_for_is_not_told():
    right = exercises.backward.right

    def divided_again(y, cache, params):
        grads = right(y, cache, params)
        return grads | {"dW2": grads["dW2"] / len(y)}

    assert exercises.backward.check(divided_again).mistake == "backward-dw-n-again"
