"""What tests of exercises share: draws that are the same in every run, and a notebook's cells."""

from itertools import count
from zlib import crc32

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def same_draws(request, monkeypatch):
    """A check draws afresh; in a test it draws the same in every run."""
    real, calls = np.random.default_rng, count(crc32(request.node.name.encode()))

    def default_rng(seed=None):
        return real(next(calls) if seed is None else seed)

    monkeypatch.setattr(np.random, "default_rng", default_rng)


@pytest.fixture
def cell(tmp_path):
    """Runs code as a cell of one notebook, which is the dictionary that it returns."""
    notebook = {"np": np}

    def run(source):
        path = tmp_path / f"cell_{len(list(tmp_path.iterdir()))}.py"
        path.write_text(source, encoding="utf-8")
        exec(compile(source, str(path), "exec"), notebook)
        return notebook

    return run
