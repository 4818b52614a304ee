"""Whatever is handed over, a call ends in a result or in a sentence: tried on values at random."""

import signal
from contextlib import contextmanager

import matplotlib.pyplot as plt
import numpy as np
import pytest
from fuzz_calls import FAST, SLOW
from hostile_values import ANYTHING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labnet import LabnetError

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGALRM"), reason="here is no alarm to end a call that hangs"
)

PATIENCE = 20  # seconds for one call
FEW, MANY, SOME = 6, 250, 60  # examples: of each fast call in every run; of fast and slow ones
LEAST = 10_000
# What these give is finite whatever they are given; other numbers may overflow, as is documented.
FINITE = ("linear_data", "xor_data", "circles_data", "spiral_data", "accuracy", "wilson")


@contextmanager
def patience():
    """What takes too long fails, and hangs nothing."""

    def late(signum, frame):
        raise TimeoutError(f"no end after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@st.composite
def changes(draw, given):
    """Some of the arguments, with anything for their values."""
    names = draw(st.lists(st.sampled_from(sorted(given)), min_size=1, max_size=3, unique=True))
    return {name: draw(ANYTHING) for name in names}


def tried(calls, name, examples):
    """How many times the call was made, each time with other arguments."""
    use, given_right = calls[name]
    count = []

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(changes(given_right()))
    def ends_well(changed):
        count.append(1)
        with patience():
            try:
                result = use(**given_right() | changed)
                assert name not in FINITE or all_finite(result)
            except LabnetError as error:
                assert str(error)
        plt.close("all")

    ends_well()
    return len(count)


def all_finite(result):
    arrays = result if isinstance(result, tuple) else (result,)
    return all(np.isfinite(array).all() for array in arrays)


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch, tmp_path, capsys):
    """Files that a call makes stay in a folder of their own."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", FAST)
def test_a_few_of_anything(name):
    assert tried(FAST, name, FEW) >= FEW


@pytest.mark.slow
@pytest.mark.parametrize("name", FAST)
def test_many_of_anything(name):
    assert tried(FAST, name, MANY) >= MANY


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_many_of_anything_in_slower_calls(name):
    assert tried(SLOW, name, SOME) >= SOME


def test_these_are_more_than_promised():
    assert MANY * len(FAST) + SOME * len(SLOW) >= LEAST
