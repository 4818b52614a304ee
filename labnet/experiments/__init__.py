"""Experiments: one training, or the same over many seeds and settings, and what came of it.

They import from the core and support, and for their pictures from plots; which experiments are
worth making is said elsewhere, in presets, study and recorded.
"""

from .setup import Setup, streams

__all__ = ["Setup", "streams"]
