"""What is said to wrong functions of notebook 04."""

import numpy as np
import pytest
from exercises.listed import ENTRIES

from labnet import exercises
from labnet.exercises.notebook_04.exercises import accuracy


def labelled_by_and(n, rng):
    x = rng.random((n, 2))
    return x, ((x > 0.3).all(axis=1, keepdims=True)) * 1.0


def labelled_by_a_circle(n, rng):
    x = rng.random((n, 2))
    return x, (((x - 0.5) ** 2).sum(axis=1, keepdims=True) < 0.16) * 1.0


def identity(n_in, n_out, rng):
    return np.eye(n_in, n_out), np.zeros((1, n_out))


def asked_by_name(params, grads, lr):
    return params["W1"]["x"]


def uphill_without_rate(params, grads, lr):
    return {name: v + grads["d" + name] for name, v in params.items()}


TOLD = [
    ("make_linear", labelled_by_and, "are not what the rule gives"),
    ("make_linear", labelled_by_a_circle, "are not what the rule gives"),
    ("init_layer", identity, "no chance in them at all"),
    ("gradient_step", asked_by_name, "only a dictionary can be asked by name"),
    ("gradient_step", uphill_without_rate, "you walk uphill, and the learning rate is missing"),
    ("accuracy", lambda p, y: 100 * (1 - accuracy(p, y)), "share of wrong decisions"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


OF_MANY = {
    "linear-points-uneven": "for n = 4,000 the four quarters from 0 to 1 hold",
    "linear-labels-other-rule": "for n = ",
    "init-scale-one": "for n_in = 2 and n_out = 5000 the scale of the weights is",
}


@pytest.mark.parametrize("id", OF_MANY)
def test_facts_of_many_numbers_stand_beside_their_own_arguments(id):
    (entry,) = (one for one in ENTRIES if one.id == id)
    (told,) = getattr(exercises, entry.exercise).check(entry.code).evidence
    assert told.startswith(OF_MANY[id])


CAUSES = {
    "shape-in-brackets": [
        ("make_linear", lambda n, rng: (rng.random(n, 2), np.zeros((n, 1)))),
        ("init_layer", lambda n_in, n_out, rng: (np.ones((n_in, n_out)), np.zeros(1, n_out))),
        ("init_layer", lambda n_in, n_out, rng: (rng.normal(0.0, 1.0, n_in, n_out), 0.0)),
    ],
}


@pytest.mark.parametrize(
    ("id", "name", "function"), [(id, *one) for id, pairs in CAUSES.items() for one in pairs]
)
def test_the_cause_of_an_exception_is_told(id, name, function):
    assert getattr(exercises, name).check(function).mistake == id
