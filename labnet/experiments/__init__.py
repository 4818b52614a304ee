"""Experiments: one training, or the same over many seeds and settings, and what came of it."""

from .setup import Setup, streams

__all__ = ["Setup", "streams"]
