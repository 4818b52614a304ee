"""The bug to be found."""

import inspect
from collections import Counter

import numpy as np
import pytest

from labnet import BinaryCrossEntropy, check_gradients
from labnet.exercises.engine.progress import SHEETS
from labnet.exercises.engine.verdict import WAITING
from labnet.exercises.notebook_03 import bug_hunt
from labnet.exercises.notebook_03 import exercises as ours
from labnet.exercises.notebook_03.slips.slip import backward_with


@pytest.fixture
def bug():
    """An exercise of its own, so that no test sees what another one has found."""
    one = bug_hunt.FindTheBug("test")
    yield one
    del SHEETS["test"]


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
