"""Slips on the way back that are found without the catalogue."""

import numpy as np
import pytest
from exercises.notebook_03.planted import SLIPS, explained, planted

from labnet import exercises
from labnet.exercises.notebook_03 import exercises as ours
from labnet.exercises.notebook_03.slips import explain_backward
from labnet.exercises.notebook_03.slips.slip import backward_with

LAST_LAYERS = [one for one in SLIPS if len(one.layers) > 1]

# In these layers the first way to write a slip gives what is right, or what another one gives.
ALIKE = {
    "backward-weights-other-layer",
    "backward-weights-not-transposed",
    "backward-weights-element-wise",
    "backward-weights-first",
    "backward-dw-error-other-layer",
    "backward-db-other-layer",
    "backward-db-wrong-axis",
}


@pytest.mark.parametrize("slip", LAST_LAYERS, ids=lambda one: one.id)
def test_a_slip_is_found_in_another_layer_than_that_of_the_catalogue(slip):
    if slip.id in ALIKE:
        pytest.skip("tested with its layers below")
    k = slip.layers[-1]
    function = backward_with({(slip.place, k): slip.formula()})
    assert explained(exercises.backward, explain_backward, function) == slip.id


@pytest.mark.parametrize(
    ("id", "k", "way"),
    [
        ("weights-not-transposed", 1, 0),
        ("weights-other-layer", 1, 1),
        ("weights-other-layer", 1, 2),
        ("weights-element-wise", 1, 1),
        ("slope-of-another-layer", 1, 1),
        ("slope-of-tanh", 2, 1),
        ("slope-of-relu", 1, 1),
        ("slope-mixed", 2, 1),
        ("error-not-carried", 2, 2),
        ("output-one-class", 3, 1),
        ("one-example", 3, 1),
        ("db-other-layer", 1, 1),
        ("db-wrong-axis", 2, 1),
        ("dw-error-other-layer", 1, 1),
    ],
)
def test_a_slip_is_found_however_it_is_written(id, k, way):
    function = planted((id, k, way))
    assert explained(exercises.backward, explain_backward, function) == f"backward-{id}"


@pytest.mark.parametrize("c", [0.003, 0.5, 10])
def test_weights_changed_too_early_are_found_for_any_learning_rate(c):
    function = planted(("weights-updated", 1, 0, c))
    assert exercises.backward.check(function).mistake == "backward-weights-updated"


@pytest.mark.parametrize(
    ("nearer", "further"),
    [
        (("output-sign", 3), ("slope-missing", 2)),
        (("output-slope-left", 3), ("weights-not-transposed", 1)),
        (("output-without-label", 3), ("db-not-summed", 3)),
        (("n-forgotten", 3), ("input-before-the-sigmoid", 3)),
        (("weights-missing", 2), ("slope-at-z", 2)),
        (("error-before-the-sigmoid", 1), ("slope-squared", 1)),
        (("slope-half-a", 2), ("db-mean", 2)),
        (("slope-of-tanh", 2), ("slope-at-z", 1)),
        (("n-too-late", 2), ("slope-missing", 1)),
        (("input-slope", 3), ("db-not-summed", 3)),
        (("db-mean", 3), ("input-missing", 1)),
        (("db-not-summed", 2), ("hidden-sign", 1)),
    ],
)
def test_of_two_slips_the_one_nearer_to_the_loss_is_named(nearer, further):
    verdict = exercises.backward.check(planted(nearer, further))
    assert verdict.mistake == f"backward-{nearer[0]}", verdict


def test_the_layer_is_named():
    messages = [exercises.backward.check(planted(("slope-at-z", k))).message for k in (2, 1)]
    assert "`dz2`" in messages[0] and "`dz1`" in messages[1]


def test_the_same_slip_in_all_layers_is_said_to_be_everywhere():
    both = exercises.backward.check(planted(("slope-missing", 2), ("slope-missing", 1)))
    assert (
        both.mistake == "backward-slope-missing" and "each layer that has this step" in both.message
    )
    one = exercises.backward.check(planted(("slope-missing", 2)))
    assert "each layer" not in one.message


def test_an_unknown_formula_is_rejected_without_a_false_name():
    def odd(y, cache, params):
        return {name: np.cos(dv) for name, dv in ours.backward(y, cache, params).items()}

    verdict = exercises.backward.check(odd)
    assert not verdict.passed and verdict.mistake is None
