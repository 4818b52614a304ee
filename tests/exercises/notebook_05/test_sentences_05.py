"""What is said to wrong functions of notebook 05."""

import numpy as np
import pytest
from exercises.listed import ENTRIES

from labnet import exercises
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer
from labnet.exercises.notebook_05.exercises import make_xor, start, train


def swapped_and_flat():
    x, y = make_xor()
    return x, (1 - y).ravel()


def from_zeros(x, y, epochs, lr, seed):
    def flat(params):
        return {name: 0 * v for name, v in params.items()}

    params, losses = flat(start(seed)), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


def breaking_off(x, y, epochs, lr, seed):
    return train(x, y, min(epochs, 3), lr, seed)


TOLD = [
    ("make_xor", swapped_and_flat, "The labels lie flat"),
    ("train", from_zeros, "do the first weights come out of that generator"),
    ("train", breaking_off, "can end too early, here after 3 of 6 epochs"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


OF_MANY = {
    "train-uphill": "with lr 0.001 the loss changes by",
}


@pytest.mark.parametrize("id", OF_MANY)
def test_facts_of_many_numbers_stand_beside_their_own_arguments(id):
    (entry,) = (one for one in ENTRIES if one.id == id)
    (told,) = getattr(exercises, entry.exercise).check(entry.code).evidence
    assert told.startswith(OF_MANY[id])


def unpacked_too_late(x, y, epochs, lr, seed):
    params = start(seed)
    for _ in range(epochs):
        p = forward(x, params)
        loss = cross_entropy(p, y)
    return [loss], p


def layers_as_tuples(x, y, epochs, lr, seed):
    rng, params = np.random.default_rng(seed), {}
    params["W1"] = init_layer(2, 10, rng)
    return forward(x, params)


CAUSES = {
    "one-thing-at-a-time": [("make_xor", lambda: [].append(0.1, 0.1))],
    "tuple-for-array": [("train", unpacked_too_late), ("train", layers_as_tuples)],
}


@pytest.mark.parametrize(
    ("id", "name", "function"), [(id, *one) for id, pairs in CAUSES.items() for one in pairs]
)
def test_the_cause_of_an_exception_is_told(id, name, function):
    assert getattr(exercises, name).check(function).mistake == id


def test_the_tuple_is_named():
    told = [exercises.train.check(one).message for _, one in CAUSES["tuple-for-array"]]
    assert told[0].startswith("`p` is a tuple, where an array should stand")
    assert told[1].startswith("`params['W1']` is a tuple, where an array should stand")


def test_a_hint_for_the_class_mentions_the_generator():
    assert any("`rng`" in hint for hint in exercises.MyNetwork.hints)
    assert "Section 6 of 04" in exercises.train.hints[0]
