"""Experiments: one training, or the same over many seeds and settings, and what came of it."""

from .setup import System, streams

__all__ = ["System", "streams"]
