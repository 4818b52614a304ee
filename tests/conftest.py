"""What all tests share: a profile for the property tests, and a way to be interrupted."""

import signal
from itertools import count
from zlib import crc32

import numpy as np
import pytest
from hypothesis import settings

# The same examples on every machine and in every run.
settings.register_profile("labnet", derandomize=True, database=None, deadline=None)
settings.load_profile("labnet")
# By hand, with --hypothesis-profile=fresh: others in each run.
settings.register_profile("fresh", database=None, deadline=None)


@pytest.fixture
def heed_interrupts():
    """As in a terminal: a shell that runs pytest in the background lets it ignore them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True)
def same_draws(request, monkeypatch):
    """The checks of the exercises draw afresh; in each test they draw the same in every run."""
    if request.path.name.startswith("test_exercises"):
        real, calls = np.random.default_rng, count(crc32(request.node.nodeid.encode()))

        def default_rng(seed=None):
            return real(next(calls) if seed is None else seed)

        monkeypatch.setattr(np.random, "default_rng", default_rng)
