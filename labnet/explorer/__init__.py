"""The live explorer: a network that trains before your eyes, with a control for everything."""

from .widget import Explorer, explore

__all__ = ["Explorer", "explore"]
