"""Sweeps: the same training over many seeds and settings, and what came of it."""

from .results import Outcome, Results
from .sweep import sweep

__all__ = ["Outcome", "Results", "sweep"]
