"""The training loop: what the notebook gets, remarks, and what the evidence tells."""

from types import SimpleNamespace

import numpy as np
import pytest
from exercises.listed import wrong
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises, sigmoid
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step
from labnet.exercises.notebook_05.exercises import start, train
from labnet.exercises.notebook_05.training_faults import predictions


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


def round_too_many(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs + 1):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


REMARKS = {
    "Your `p` is from before the last step; compute it once": before_the_last_step,
    "You return one loss more": right_05.one_more_loss,
    "Is there one round too many?": round_too_many,
    "You measure the loss after each step": right_05.measured_after_each_step,
}


@pytest.mark.parametrize("told", REMARKS)
def test_a_weak_loop_passes_with_a_remark(told):
    verdict = exercises.train.check(REMARKS[told])
    assert verdict.passed and told in verdict.message


def test_a_training_that_starts_again_is_no_mistake():
    assert exercises.train.check(right_05.predictions_of_the_last_measurement).passed


def test_stale_gradients_are_shown_without_an_internal_name():
    verdict = exercises.train.check(wrong("train-gradient-stale"))
    assert verdict.evidence == ("the first wrong step is that of epoch 2",)


def hidden_tanh(x, params):
    a1 = np.tanh(x @ params["W1"] + params["b1"])
    a2 = np.tanh(a1 @ params["W2"] + params["b2"])
    p = sigmoid(a2 @ params["W3"] + params["b3"])
    return p, {"x": x, "a1": a1, "a2": a2, "p": p}


def test_hidden_tanh_with_the_slopes_of_a_sigmoid_is_seen():
    def loop(x, y, epochs, lr, seed):
        params, losses = start(seed), []
        for _ in range(epochs):
            p, cache = hidden_tanh(x, params)
            losses.append(cross_entropy(p, y))
            params = gradient_step(params, backward(y, cache, params), lr)
        return losses, p

    verdicts = [exercises.train.check(loop) for _ in range(5)]  # two draws may see it at two places
    assert not any(verdicts) and "train-step-other" in {one.mistake for one in verdicts}


def test_predictions_at_the_fixed_point_of_the_sigmoid_are_no_z():
    runs = SimpleNamespace(
        first=SimpleNamespace(), epochs=6, seed=0, y=np.tile([[1.0], [1.0], [0.0]], (7, 1))
    )
    runs.first.p = np.full((21, 1), 0.659046)
    loss = cross_entropy(runs.first.p, runs.y)
    runs.first.losses, runs.run = (
        np.full(6, loss),
        lambda **_: SimpleNamespace(losses=np.full(8, loss), p=runs.first.p),
    )
    assert not list(predictions(runs))
    runs.first.p = np.full((21, 1), 0.9)
    runs.first.losses[-1] = cross_entropy(sigmoid(runs.first.p), runs.y)
    assert [one.id for one in predictions(runs)] == ["train-p-is-z"]
