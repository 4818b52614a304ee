"""Notebook 03: slips found without a list, the bug to be found, and the picture beside ours."""

import inspect
from collections import Counter

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt

from labnet import BinaryCrossEntropy, check_gradients, exercises
from labnet.exercises.engine.recognise import Draw
from labnet.exercises.engine.verdict import WAITING
from labnet.exercises.notebook_03 import bug_hunt, consequence
from labnet.exercises.notebook_03 import exercises as ours
from labnet.exercises.notebook_03.slips import (
    explain_backward,
    explain_forward,
    hidden_layers,
    output_layer,
    parameters,
)
from labnet.exercises.notebook_03.slips import forward as forward_slips
from labnet.exercises.notebook_03.slips.slip import backward_with, forward_with

SLIPS = [*output_layer.SLIPS, *hidden_layers.SLIPS, *parameters.SLIPS]
BY_ID = {one.id: one for one in (*SLIPS, *forward_slips.SLIPS)}
LAST_LAYERS = [one for one in SLIPS if len(one.layers) > 1]


@pytest.fixture(autouse=True)
def tidy():
    yield
    plt.close("all")


def steep(a):
    return a * (1 - a)


def explained(exercise, explain, function):
    """The id that the recogniser gives on its own, without the catalogue."""
    rng = np.random.default_rng()
    told = explain([Draw(exercise, function, rng) for _ in range(2)])
    return told and told[0]


def planted(*slips):
    """A backward pass with these (id, layer), or (id, layer, which way to write it)."""
    formulas = {}
    for id, k, *way in slips:
        one = BY_ID[f"backward-{id}"]
        formulas[one.place, k] = one.formula(*way)
    return backward_with(formulas)


# The recogniser

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
    assert both.mistake == "backward-slope-missing" and "other layers" in both.message
    one = exercises.backward.check(planted(("slope-missing", 2)))
    assert "other layers" not in one.message


def test_an_unknown_formula_is_rejected_without_a_false_name():
    def odd(y, cache, params):
        return {name: np.cos(dv) for name, dv in ours.backward(y, cache, params).items()}

    verdict = exercises.backward.check(odd)
    assert not verdict.passed and verdict.mistake is None


# Shapes that don't fit


def through_weights(cross):
    """A backward pass with another way through W3."""

    def backward(y, cache, params):
        dz3 = (cache["p"] - y) / len(y)
        dz2 = cross(dz3, params["W3"], cache) * steep(cache["a2"])
        dz1 = dz2 @ params["W2"].T * steep(cache["a1"])
        grads = {"dW3": cache["a2"].T @ dz3, "dW2": cache["a1"].T @ dz2, "dW1": cache["x"].T @ dz1}
        return grads | {"db3": dz3.sum(0), "db2": dz2.sum(0), "db1": dz1.sum(0)}

    return backward


@pytest.mark.parametrize(
    ("cross", "id"),
    [
        (lambda dz, W, cache: dz @ W.T, None),
        (lambda dz, W, cache: dz @ W, "weights-not-transposed"),
        (lambda dz, W, cache: np.dot(dz, W), "weights-not-transposed"),
        (lambda dz, W, cache: dz.dot(W), "weights-not-transposed"),
        (lambda dz, W, cache: 7 * dz @ W, "weights-not-transposed"),
        (lambda dz, W, cache: W @ dz, "weights-first"),
        (lambda dz, W, cache: W.T @ dz, "weights-first"),
        (lambda dz, W, cache: dz * W, "weights-element-wise"),
        (lambda dz, W, cache: (dz @ W.T) @ cache["z2"], "shapes-clash"),
    ],
)
def test_a_product_that_does_not_fit_is_named_by_what_met(cross, id):
    verdict = exercises.backward.check(through_weights(cross))
    assert verdict.mistake == (id and f"backward-{id}"), verdict


@pytest.mark.parametrize(
    ("product", "id"),
    [
        (lambda a, dz: a @ dz, "input-not-transposed"),
        (lambda a, dz: dz @ a.T, "input-last"),
    ],
)
def test_a_gradient_of_weights_that_does_not_fit_is_named_too(product, id):
    def backward(y, cache, params):
        dz3 = (cache["p"] - y) / len(y)
        return {"dW3": product(cache["a2"], dz3)}

    assert exercises.backward.check(backward).mistake == f"backward-{id}"


def test_what_two_arrays_met_is_told_with_their_shapes():
    def backward(y, cache, params):
        return cache["a1"] @ cache["z2"]

    message = exercises.backward.check(backward).message
    assert "`a1` of shape (4, 3) does not fit `z2` of shape (4, 2)" in message


# forward


@pytest.mark.parametrize("slip", forward_slips.SLIPS, ids=lambda one: one.id)
def test_a_slip_on_the_way_forward_is_found_without_the_catalogue(slip):
    function = forward_with({(slip.place, slip.layers[0]): slip.formula()})
    assert explained(exercises.forward, explain_forward, function) == slip.id


@pytest.mark.parametrize(
    ("id", "k"), [("bias-missing", 2), ("layer-twice", 3), ("activation-twice", 3)]
)
def test_p_alone_is_first_judged_by_its_numbers(id, k):
    slip = BY_ID[f"forward-{id}"]
    whole = forward_with({(slip.place, k): slip.formula()})
    verdict = exercises.forward.check(lambda x, params: whole(x, params)[0])
    assert verdict.mistake == slip.id, verdict


def test_arrays_that_are_missing_in_the_cache_are_listed():
    def forward(x, params):
        p, cache = ours.forward(x, params)
        return p, {"x": x, "a1": cache["a1"], "a2": cache["a2"], "p": p}

    verdict = exercises.forward.check(forward)
    assert verdict.mistake == "forward-cache-incomplete"


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda p, cache: (cache, p), "forward-order-swapped"),
        (lambda p, cache: cache, "forward-p-missing"),
        (lambda p, cache: (p, tuple(cache.values())), "forward-cache-no-dictionary"),
        (lambda p, cache: (p, cache, 1), "wrong-count"),
        (lambda p, cache: None, "returned-nothing"),
    ],
)
def test_what_comes_back_in_another_form_is_named(change, id):
    verdict = exercises.forward.check(lambda x, params: change(*ours.forward(x, params)))
    assert verdict.mistake == id, verdict


# find_the_bug


@pytest.fixture
def bug():
    """An exercise of its own, so that no test sees what another one has found."""
    one = bug_hunt.FindTheBug("test")
    yield one
    del bug_hunt.SHEETS["test"]


@pytest.fixture
def data():
    rng = np.random.default_rng(3)
    y = np.array([[0.0], [1.0], [0.0], [1.0], [0.0]])
    return rng.normal(size=(5, 2)), y, ours.draw_params(rng, (2, 3, 3, 1))


@pytest.mark.parametrize(("slip", "k"), bug_hunt.PLANTED, ids=lambda one: getattr(one, "id", one))
def test_every_bug_can_be_found_by_nudging(slip, k, data):
    X, y, params = data
    function = backward_with({(slip.place, k): slip.formula()})
    table = check_gradients((ours.forward, function), X, y, BinaryCrossEntropy(), params)
    wrong = [row for row in table.rows if not row.passed]
    assert wrong and max(int(row.name[-1]) for row in wrong) == k
    assert all(row.shape == row.expected_shape for row in wrong)


def test_every_word_is_planted_in_several_places():
    words = [slip.what for slip, _ in bug_hunt.PLANTED]
    assert set(words) == set(bug_hunt.WORDS)
    assert all(words.count(word) >= 3 for word in words)


def test_a_bug_works_in_a_network_of_other_sizes(bug):
    rng = np.random.default_rng(0)
    for seed in range(40):
        backward = bug.new(seed)
        params = ours.draw_params(rng, (2, 4, 3, 1))
        _, cache = ours.forward(rng.normal(size=(6, 2)), params)
        grads = backward(ours.draw_labels(rng, 6), cache, params)
        assert all(grads[f"d{name}"].shape == v.shape for name, v in params.items())


def test_the_answer_is_judged_half_by_half(bug):
    bug.new(seed=1)
    slip, k = bug.planted
    other_layer = next(j for j in (1, 2, 3) if j not in bug_hunt.layers(slip, k))
    other_word = next(word for word in bug_hunt.WORDS if word not in bug_hunt.words(slip))
    assert "The layer is right" in bug.check(k, other_word).message
    assert "The word is right" in bug.check(other_layer, slip.what).message
    assert "Neither" in bug.check(other_layer, other_word).message
    found = bug.check(k, slip.what)
    assert found.passed and slip.told(k)[1] in found.message


@pytest.mark.parametrize("answer", [(4, "slope"), (2, "slopes"), (None, None), ([], {})])
def test_an_unknown_answer_is_told_the_words(bug, answer):
    bug.new()
    verdict = bug.check(*answer)
    assert not verdict.passed and "slope, weights, input, bias, sign, factor" in verdict.message


@pytest.mark.parametrize("answer", [(..., ...), (2, ...), (..., "sign")])
def test_dots_are_no_answer_yet(bug, answer):
    bug.new()
    verdict = bug.check(*answer)
    assert verdict.outcome == WAITING and len(verdict.evidence) == len(bug_hunt.WORDS)


def test_every_word_is_planted_equally_often(bug):
    words = Counter()
    for seed in range(600):
        bug.new(seed)
        words[bug.planted[0].what] += 1
    assert all(70 < words[word] < 130 for word in bug_hunt.WORDS), words


def test_there_is_nothing_to_find_before_the_first_bug(bug):
    for told in (bug.check(1, "sign").message, repr(bug.solution(reveal=True))):
        assert "exercises.find_the_bug.new()" in told


def test_what_was_found_stays_found_when_the_next_one_is_not(bug):
    bug.new()
    slip, k = bug.planted
    assert bug.check(k, slip.what).progress.startswith("1 of 1 done")
    bug.new()
    slip, k = bug.planted
    wrong = next(word for word in bug_hunt.WORDS if word not in bug_hunt.words(slip))
    assert bug.check(k, wrong).progress.startswith("1 of 1 done")


def test_the_bug_does_not_show_in_the_function(bug):
    function = bug.new()
    seen = repr(function) + inspect.getsource(function)
    assert bug.planted[0].id not in seen and bug.planted[0].what not in seen
    assert function.__name__ == "backward"


def test_the_solution_is_told_on_request_only(bug):
    bug.new()
    told = bug.planted[0].told(bug.planted[1])[1]
    assert told not in repr(bug.solution()) and told in repr(bug.solution(reveal=True))
    assert all(repr(bug.hint(level)) for level in (1, 2, 3))


# show


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


def test_the_right_one_and_yours_stand_side_by_side(quick):
    axes, text = shown(ours.backward)
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
