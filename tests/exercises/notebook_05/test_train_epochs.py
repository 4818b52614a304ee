"""Training loops that have not one step, and not one loss, in each of their epochs."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step
from labnet.exercises.notebook_05.exercises import start


def loop(ends=lambda losses, p, y: False, parts=lambda n, rng: [range(n)], keeps=lambda t: True):
    """A loop that may end before its time, step on parts of the examples, or lose a loss."""

    def train(x, y, epochs, lr, seed):
        params, losses, rng = start(seed), [], np.random.default_rng(seed)
        for t in range(epochs):
            p, cache = forward(x, params)
            losses += [cross_entropy(p, y)] * bool(keeps(t))
            if ends(losses, p, y):
                break
            for i in map(list, parts(len(x), rng)):
                _, cache = forward(x[i], params)
                params = gradient_step(params, backward(y[i], cache, params), lr)
        return losses, forward(x, params)[0]

    return train


EARLY = [
    *(lambda losses, p, y, least=least: losses[-1] < least for least in (0.3, 0.01, 1e-4, 1e-6)),
    lambda losses, p, y: np.array_equal(p > 0.5, y == 1),
    lambda losses, p, y: np.mean((p > 0.5) == (y == 1)) >= 0.95,
    lambda losses, p, y: np.abs(p - y).max() < 0.1,
    lambda losses, p, y: len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-7,
    lambda losses, p, y: len(losses) > 1 and losses[-1] > losses[-2],
]


@pytest.mark.parametrize("ends", EARLY)
def test_a_loop_that_can_end_early_is_told_after_how_many_epochs(ends):
    verdict = exercises.train.check(loop(ends))
    assert verdict.mistake == "train-stops-early", verdict
    assert "after" in verdict.message and "of 30 epochs" in verdict.message


PARTS = {
    "one after another": lambda n, rng: [[i] for i in range(n)],
    "in a seeded order": lambda n, rng: [[i] for i in rng.permutation(n)],
    "in groups": lambda n, rng: np.array_split(rng.permutation(n), 3),
    "twice all of them": lambda n, rng: 2 * [range(n)],
}


@pytest.mark.parametrize("parts", PARTS)
def test_several_steps_in_one_epoch_are_told(parts):
    verdict = exercises.train.check(loop(parts=PARTS[parts]))
    assert verdict.mistake == "train-several-steps", verdict


def test_a_step_along_one_random_example_is_no_missing_mean():
    verdict = exercises.train.check(loop(parts=lambda n, rng: [[rng.integers(n)]]))
    assert verdict.mistake == "train-order-matters", verdict


def test_an_order_without_the_seed_is_not_taken_for_a_start_without_it():
    unseeded = np.random.RandomState(0).permutation
    verdict = exercises.train.check(loop(parts=lambda n, rng: np.array_split(unseeded(n), 3)))
    assert verdict.mistake == "train-order-unseeded", verdict


KEPT = {"1 loss for 6": 10, "3 losses for 6": 2, "2 losses for 6": 4, "0 losses for 6": 1000}


@pytest.mark.parametrize("told", KEPT)
def test_a_loss_now_and_then_is_no_end_after_one_epoch(told):
    verdict = exercises.train.check(loop(keeps=lambda t: (t + (KEPT[told] > 99)) % KEPT[told] == 0))
    assert verdict.mistake == "train-losses-count" and told in verdict.message, verdict


def paired(x, y, *settings):
    losses, p = loop()(x, y, *settings)
    return [(loss, t) for t, loss in enumerate(losses)], p


def test_pairs_are_no_losses_of_every_example():
    assert exercises.train.check(paired).mistake == "train-losses-pairs"
