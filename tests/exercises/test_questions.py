"""The questions to predict: how they look and reply, and that what they claim is true."""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

import labnet
from labnet import exercises
from labnet.exercises import questions
from labnet.exercises.notebook_07 import exercises as notebook_07
from labnet.exercises.questions import QUESTIONS
from labnet.support.errors import LabnetError

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = {path.name[:2]: path for path in FOLDER.glob("*.ipynb")}
SIGMOID = labnet.sigmoid
X, Y = labnet.xor_data()

each = pytest.mark.parametrize("one", QUESTIONS.values(), ids=lambda one: one.name)


def code_cells(notebook):
    cells = json.loads(NOTEBOOKS[notebook].read_text(encoding="utf-8"))["cells"]
    return {cell["id"] for cell in cells if cell["cell_type"] == "code"}


def right(name):
    """The text of the right choice."""
    one = QUESTIONS[name]
    return one.choices[one.letters.index(one.right)][0]


# How they are made


def test_every_notebook_has_at_least_two():
    counts = Counter(one.notebook for one in QUESTIONS.values())
    assert set(counts) == {"01", "02", "03", "04", "05", "06", "07"}
    assert min(counts.values()) >= 2


@each
def test_a_question_belongs_before_a_cell_that_exists(one):
    if one.notebook in NOTEBOOKS:
        assert one.before in code_cells(one.notebook)


@each
def test_a_question_is_complete(one):
    assert one.name.isidentifier() and getattr(questions, one.name) is one
    assert len(one.choices) >= 3 and one.right in one.letters
    texts = [choice for choice, _ in one.choices]
    assert len(set(texts)) == len(texts)
    assert not any("!" in part for pair in one.choices for part in pair)


@each
def test_only_the_right_choice_is_called_right(one):
    outcomes = [one.answer(letter).passed for letter in one.letters]
    assert outcomes.count(True) == 1 and one.answer(one.right)
    said = [reply.startswith("Yes") for _, reply in one.choices]
    assert said == outcomes


@each
def test_a_reply_to_a_wrong_choice_does_not_name_the_right_one(one):
    named = re.compile(rf"(?<!\w){re.escape(right(one.name))}(?!\w)")
    replies = (reply for _, reply in one.choices if not reply.startswith("Yes"))
    assert not any(named.search(reply) for reply in replies)


# How they reply


def test_letters_may_be_large_or_in_brackets_and_answers_may_change():
    one = exercises.questions.sigmoid_at_zero
    assert not one.answer("a") and not one.answer("(c)")
    assert one.answer("b") and one.answer("B") and one.answer(" b) ")


@pytest.mark.parametrize("letter", ["e", "", "ab", "1/2", 2, None])
def test_an_unknown_letter_is_told_the_choices(letter):
    reply = exercises.questions.sigmoid_at_zero.answer(letter)
    assert not reply.passed and reply.outcome == "no such choice"
    assert reply.message == "The choices are a, b, c and d."


def test_an_unknown_question_is_told_the_names():
    with pytest.raises(LabnetError, match="sigmoid_at_zero, sigmoid_mirrored"):
        _ = exercises.questions.sigmoid_at_one


# How they look


@each
def test_a_question_looks_the_same_whatever_has_been_answered(one):
    before = repr(one), one._repr_html_()
    one.answer("a")
    assert (repr(one), one._repr_html_()) == before
    assert f"exercises.questions.{one.name}.answer(" in before[0]
    assert all(f"{letter}) " in text for letter in one.letters for text in before)


@each
def test_no_look_of_a_question_gives_a_reply_away(one):
    shown = repr(one) + one._repr_html_()
    assert not any(reply in shown for _, reply in one.choices)


def test_a_reply_looks_well_as_text_and_as_html():
    reply = exercises.questions.which_overflows.answer("c")
    assert repr(reply).startswith("✗ which_overflows: not this one\nc) both\n")
    assert "<code>np.exp</code>" in reply._repr_html_()


# What they claim


def test_claims_about_the_sigmoid():
    assert right("sigmoid_at_zero") == "1/2" and SIGMOID(0.0) == 1 / 2
    assert right("sigmoid_mirrored") == "their sum is 1"
    assert np.isclose(SIGMOID(4.0) + SIGMOID(-4.0), 1)
    assert right("steepest_place") == "at z = 0, and it is 1/4"
    z = np.linspace(-8, 8, 161)
    slope = SIGMOID(z) * (1 - SIGMOID(z))
    assert np.isclose(slope.max(), 1 / 4) and np.isclose(z[slope.argmax()], 0)
    assert right("z_in_place_of_a") == "a negative number" and 2 * (1 - 2) < 0


def test_claims_about_overflow():
    assert right("which_overflows") == "z = −1000"
    with np.errstate(over="raise"):
        assert 1 / (1 + np.exp(-1000.0)) == 1 and np.exp(709.0) < np.inf
        with pytest.raises(FloatingPointError):
            np.exp(710.0)


def test_claims_about_one_example():
    assert right("cost_of_a_bad_answer") == "more than 20 times"
    assert 20 < np.log(0.1) / np.log(0.9) < 22 and np.isclose(0.9 / 0.1, 9)
    assert right("signs_of_dp") == "−, +, −"
    loss = labnet.BinaryCrossEntropy()
    loss.forward(np.array([[0.9], [0.8], [0.1]]), np.array([[1.0], [0.0], [1.0]]))
    assert np.sign(loss.backward()).ravel().tolist() == [-1, 1, -1]


def test_claims_about_the_ruler():
    assert right("twice_too_large") == "1/3"
    v = np.array([0.2, -0.01, 30.0])
    assert np.allclose(np.abs(2 * v - v) / (np.abs(2 * v) + np.abs(v)), 1 / 3)
    assert SIGMOID(3.0).round(4) == 0.9526 and 3 * (1 - 3) == -6


def test_claims_about_nudging():
    assert right("best_nudge") == "about 0.00001"
    hs = [1e-1, 1e-5, 1e-12]
    true = SIGMOID(1.0) * (1 - SIGMOID(1.0))
    errors = [abs((SIGMOID(1 + h) - SIGMOID(1 - h)) / (2 * h) - true) for h in hs]
    assert np.argmin(errors) == 1


def test_claims_about_the_first_steps():
    assert right("four_decisions") == "1/2"
    p, y = np.array([0.8, 0.3, 0.5, 0.7]), np.array([0, 0, 1, 1])
    assert np.mean((p > 0.5) == (y == 1)) == 1 / 2
    assert right("first_loss") == "0.69" and np.log(2).round(2) == 0.69


def best_line():
    """How many points a line puts right at best.

    Every way in which a line can part the points is met by one along two of them, moved and
    turned a little.
    """
    best, label = 0, Y[:, 0] == 1
    for i, j in combinations(range(len(X)), 2):
        along = X[j] - X[i]
        middle, across = (X[i] + X[j]) / 2, np.array([-along[1], along[0]])
        for turn in (-1e-4, 0, 1e-4):
            score = (X - middle) @ (across + turn * along)
            for shift in (-1e-6, 0, 1e-6):
                hits = np.sum((score > shift) == label)
                best = max(best, hits, len(X) - hits)
    return best


def test_claims_about_lines():
    assert right("best_of_one_line") == "16" and best_line() == 16
    assert np.sum(Y == 0) == 11
    layers = labnet.Linear(2, 5), labnet.Linear(5, 1), labnet.Sigmoid()
    net = labnet.Network(*layers, rng=np.random.default_rng(0))
    step = labnet.GradientDescent(0.3)
    history = labnet.train(net, X, Y, labnet.BinaryCrossEntropy(), step, epochs=4000)
    assert right("a_network_without_bends") == "11" and round(21 * history.accuracies[-1]) == 11


def test_claims_about_the_plateau():
    assert right("shape_of_the_curve") == "first it stays flat, then it drops"
    sizes = [(2, 10), (10, 10), (10, 1)]
    layers = [layer for pair in sizes for layer in (labnet.Linear(*pair), labnet.Sigmoid())]
    net, loss = labnet.Network(*layers, rng=np.random.default_rng(0)), labnet.BinaryCrossEntropy()
    step = labnet.GradientDescent(0.3)
    history = labnet.train(net, X, Y, loss, step, epochs=1000)
    length = np.linalg.norm(labnet.loss_and_gradient(net, X, Y, loss)[1])
    assert right("gradient_on_the_plateau") == "small, but not 0" and 1e-4 < length < 1e-2
    more = labnet.train(net, X, Y, loss, step, epochs=5000)
    assert history.losses[-1] > 0.69 and more.losses[1000] > 0.69
    assert round(more.losses[-1], 1) == 0.1


def test_claims_about_the_limit():
    columns = np.hstack([X, np.ones((21, 1))])
    limit = 2 / np.linalg.eigvalsh(2 / 21 * columns.T @ columns)[-1]
    assert round(limit, 2) == 0.65


@pytest.mark.slow
def test_claims_about_a_hundred_seeds():
    rates = {}
    for units in (1, 2, 3, 4):
        e = labnet.explore(data="xor", hidden=(units,), activation="tanh")
        rates[units] = e.over_seeds(100, epochs=2000).solved.sum()
    assert right("units_that_training_needs") == "4"
    assert rates[1] == 0 and rates[2] < 50 < rates[3] < 92 < rates[4]


@pytest.mark.slow
@pytest.mark.parametrize("init", ["xavier", "positive"])
def test_claims_about_adam_in_the_explorer(init):
    e = labnet.explore(data="xor", init=init, hidden=(20, 20), optimizer="adam", lr=0.1)
    assert right("what_adam_wakes") == "both"
    assert e.over_seeds(100, epochs=1000).solved.sum() > 95


def test_claims_about_activations():
    assert right("silent_unit") == "nothing at all"
    assert not notebook_07.relu_slope(np.array([-3.0, -0.1])).any()
    assert right("larger_of_two") == "−2" and np.maximum(1.5 * -2, -2) == -2
    assert notebook_07.leaky_relu(-2.0, 1.5) == -3
    assert right("steeper_than_sigmoid") == "4 times"
    assert np.isclose(notebook_07.tanh_slope(0.0), 4 * SIGMOID(0.0) * (1 - SIGMOID(0.0)))


def test_claims_about_losses_and_adam():
    p, y = np.array([[0.001]]), np.array([[1.0]])
    squared = notebook_07.mean_squared_error_gradient(p, y) * p * (1 - p)
    assert right("sure_and_wrong") == "the cross-entropy" and 499 < (p - y) / squared < 502
    params = {"W1": np.zeros((1, 2))}
    grads = {"dW1": np.array([[0.001, 10.0]])}
    step = notebook_07.adam(params, [grads], 0.01)["W1"]
    assert right("first_step_of_adam") == "they are equal" and np.allclose(step, -0.01, rtol=1e-4)
