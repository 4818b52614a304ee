"""The checks of the exercises draw afresh; in each test they draw the same in every run."""

from itertools import count
from zlib import crc32

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def same_draws(request, monkeypatch):
    real, calls = np.random.default_rng, count(crc32(request.node.name.encode()))

    def default_rng(seed=None):
        return real(next(calls) if seed is None else seed)

    monkeypatch.setattr(np.random, "default_rng", default_rng)
