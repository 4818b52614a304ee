"""Functions that ask for more memory than a check may take."""

import weakref

import numpy as np
import pytest
from exercises.engine.handed_in import right, sigmoid, throwing

from labnet.exercises.engine import room
from labnet.exercises.engine.attempt import Case, attempt
from labnet.exercises.engine.limit import limited
from labnet.exercises.engine.reading import UnreadableError, one
from labnet.exercises.engine.verdict import RAISED, WRONG

LIMITED = pytest.mark.skipif(
    room.resource is None or not room.PAGES.exists(), reason="only Linux keeps such a limit"
)


def pairs_of_all(z):
    return np.outer(np.zeros(20_000), np.zeros(20_000)).sum() + right(z)


def just_two(z):
    return np.zeros(250_000_000).sum() + right(z)


def doubled_in_a_loop(z):
    grown = np.zeros(1000)
    while True:
        grown = np.concatenate([grown, grown])


def list_that_grows(z):
    grown = []
    while True:
        grown.append(bytes(10**8))


@LIMITED
@pytest.mark.parametrize(
    ("function", "told"),
    [
        (pairs_of_all, "It asks for an array of shape (20000, 20000), which takes 3.2 GB: compare"),
        (just_two, "It asks for an array of shape (250000000,), which takes 2.0 GB: compare"),
        (doubled_in_a_loop, "does something grow with each turn of a loop?"),
        (list_that_grows, "It asks for more memory than it can have. Is a sum missing"),
    ],
)
def test_what_asks_for_too_much_is_told_so(function, told):
    verdict = sigmoid.check(function)
    assert (verdict.outcome, verdict.mistake) == (RAISED, "out-of-memory")
    assert told in verdict.message
    assert verdict.evidence[0].startswith("it stops at line")
    assert f"`{function.__name__}` was given  z" in verdict.evidence[1]


def test_what_returns_too_much_is_told_how_much():
    verdict = sigmoid.check(lambda z: np.broadcast_to(1.0, (16_000, 16_000)))
    assert (verdict.outcome, verdict.mistake) == (WRONG, "too-many-numbers")
    assert "an array of shape (16000, 16000), which takes 2.0 GB: far too many" in verdict.message


def test_nothing_keeps_what_was_returned_and_refused():
    returned = []

    def large(z):
        array = np.zeros(200_000)
        returned.append(weakref.ref(array))
        return array

    made = attempt(large, Case((1.0,)), one)
    assert isinstance(made.error, UnreadableError) and returned[0]() is None


@pytest.mark.parametrize(
    ("size", "told"), [(1.6e6, "1.6 MB"), (3.2e9, "3.2 GB"), (8e12, "8,000.0 GB")]
)
def test_a_size_in_words(size, told):
    assert room.sized((3, 4), size) == f"an array of shape (3, 4), which takes {told}"


# The limit is the whole process's


@pytest.fixture
def present():
    """What the limit is now."""
    return lambda: room.resource.getrlimit(room.resource.RLIMIT_AS)


@LIMITED
@pytest.mark.parametrize("function", [right, pairs_of_all, throwing(ValueError())])
def test_the_limit_comes_back(function, present):
    before = present()
    sigmoid.check(function)
    assert present() == before


@LIMITED
def test_a_limit_that_is_lower_stays(present, monkeypatch):
    before = present()
    with limited():
        ours = present()
        monkeypatch.setattr(room, "ROOM", 1e12)
        with limited():
            assert present() == ours
        assert present() == ours
    assert present() == before and ours[0] != before[0]
