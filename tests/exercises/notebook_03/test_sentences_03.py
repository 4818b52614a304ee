"""What is said to wrong passes of notebook 03."""

import pytest

from labnet import exercises
from labnet.exercises.notebook_03.exercises import backward, forward


def mislabelled(x, params):
    p, cache = forward(x, params)
    return p, cache | {"a1": cache["z1"]}


def in_capitals(x, params):
    p, cache = forward(x, params)
    return p, {name.upper(): array for name, array in cache.items()}


def centred(x, params):
    p, cache = forward(x - x.mean(axis=0), params)
    return p, cache | {"x": x}


def other_sign_and_no_mean(y, cache, params):
    grads = backward(y, cache, params)
    return {name: -len(y) * dv for name, dv in grads.items()}


TOLD = [
    ("forward", mislabelled, "`z1` stands under the name `a1`"),
    ("forward", in_capitals, "cache has X, Z1, A1, Z2, A2, Z3, P"),
    ("forward", centred, "goes into layer 1 is shifted or scaled"),
    ("backward", other_sign_and_no_mean, "the sign is wrong, and it is n times too large"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict
