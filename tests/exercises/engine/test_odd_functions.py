"""Whatever is handed in, a check answers with a verdict."""

import numpy as np
import pytest
from exercises.engine.handed_in import (
    HalfWritten,
    MuteError,
    NoArray,
    Rude,
    right,
    sigmoid,
    throwing,
)

from labnet.exercises.engine.verdict import RAISED, WRONG


def recursive(z):
    return recursive(z)


def endless_list(z):
    itself = []
    itself.append(itself)
    return itself


def yielding(z):
    yield right(z)


def changes_shape(z):
    z.shape = (*z.shape, 1)
    return right(z)


ODD = {
    "exit": throwing(SystemExit(1)),
    "generator exit": throwing(GeneratorExit()),
    "stop": throwing(StopIteration()),
    "memory": throwing(MemoryError()),
    "mute": throwing(MuteError()),
    "recursion": recursive,
    "no array": lambda z: NoArray(),
    "generator": lambda z: (one for one in "abc"),
    "yields": yielding,
    "argument": lambda z: z,
    "no arguments": lambda: 0,
    "too many arguments": lambda z, b: z + b,
    "keyword only": lambda *, z: z,
    "text": lambda z: str(right(z)),
    "texts": lambda z: np.array(["a", "b"]),
    "dictionary": lambda z: {"a": right(z)},
    "two": lambda z: (right(z), 0),
    "function": lambda z: right,
    "complex": lambda z: right(z) + 1j,
    "object": lambda z: object(),
    "objects": lambda z: np.array([object()] * 3),
    "ragged": lambda z: [[1], [1, 2]],
    "itself": endless_list,
    "huge": lambda z: np.zeros(10_000_000),
    "far too huge": lambda z: np.zeros((10**6, 10**6, 10**6)),
    "empty": lambda z: np.array([]),
    "nan": lambda z: right(z) * np.nan,
    "other shape": lambda z: np.zeros((4, 3, 2, 1)),
    "shape": changes_shape,
    "class": HalfWritten,
    "rude": Rude(),
    "number": 3.0,
    "array": np.zeros(3),
    "called": "sigmoid",
    "module": np,
}


@pytest.mark.parametrize("name", ODD)
def test_check_never_raises_and_never_passes_what_is_odd(name):
    verdict = sigmoid.check(ODD[name])
    assert verdict.outcome in (WRONG, RAISED), verdict
    assert len(repr(verdict).split("\n")) <= 13 and len(repr(verdict)) < 1500
    assert verdict._repr_html_()


def test_an_exception_without_words_is_told_by_its_kind():
    line, _, told = sigmoid.check(ODD["mute"]).evidence
    assert "raise error" in line and told == "MuteError: "


ODD_MISTAKES = {
    "exit": "leaves-python",
    "recursion": "calls-itself",
    "no array": "zero-below",
    "argument": "argument-returned",
    "no arguments": "other-arguments",
    "too many arguments": "other-arguments",
    "generator": "no-numbers",
    "text": "no-numbers",
    "huge": "too-many-numbers",
    "number": "not-a-function",
    "nan": "not-finite",
}


@pytest.mark.parametrize("name", ODD_MISTAKES)
def test_what_is_odd_has_a_name_where_it_can(name):
    assert sigmoid.check(ODD[name]).mistake == ODD_MISTAKES[name]
