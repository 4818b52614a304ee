"""What came back, read as numbers."""

import numpy as np
import pytest
from exercises.engine.handed_in import sigmoid

from labnet.exercises.engine import reading
from labnet.exercises.engine.reading import article


@pytest.mark.parametrize(
    "value", [0.5, np.float32(0.5), [0.5], np.array([0.5 + 0j]), (True, False), np.bool_(True)]
)
def test_numbers_of_many_kinds_are_read(value):
    assert np.isfinite(reading.numbers(value)).all()


READERS = [
    (reading.one, None, "returned-nothing"),
    (reading.one, "0.5", "no-numbers"),
    (reading.one, 1j, "no-numbers"),
    (reading.one, np.zeros(200_000), "too-many-numbers"),
    (reading.several("a", "b"), None, "returned-nothing"),
    (reading.several("a", "b"), np.zeros(2), "wrong-count"),
    (reading.several("a", "b"), (1, 2, 3), "wrong-count"),
    (reading.several("a", "b"), (1, None), "returned-nothing"),
    (reading.named("a"), None, "returned-nothing"),
    (reading.named("a"), [1.0], "no-dictionary"),
    (reading.named("a"), {"b": 1.0}, "missing-name"),
    (reading.named("a"), {"a": "?"}, "no-numbers"),
]


@pytest.mark.parametrize(("read", "value", "name"), READERS)
def test_what_cannot_be_read_has_a_name(read, value, name):
    with pytest.raises(reading.UnreadableError) as told:
        read(value)
    assert told.value.name == name and str(told.value).endswith((".", "?"))


@pytest.mark.parametrize("bias", [np.ones(3), np.ones((1, 3))])
def test_a_bias_may_lie_flat(bias):
    assert reading.several("W1", "b1")(([[1.0]], bias))["b1"].shape == (1, 3)
    assert reading.named("db1")({"db1": bias})["db1"].shape == (1, 3)


def test_a_wrong_type_is_named_in_words():
    verdict = sigmoid.check(lambda z: {"a": 1})
    assert verdict.mistake == "no-numbers" and "a dict" in verdict.message


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (np.zeros(2), "an array"),
        ("a", "a text"),
        ({}, "a dictionary"),
        (None, "None"),
        (1.0, "a number"),
        (True, "a truth value"),
        (1j, "a complex"),
    ],
)
def test_kinds_are_told_in_words(value, word):
    assert article(type(value).__name__) == word
