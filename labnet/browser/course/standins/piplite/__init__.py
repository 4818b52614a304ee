"""Stands in for piplite, with which a page would install packages: this one has all it needs.

The kernel imports it at each start; the real one takes half a second for it.
"""

from .piplite import install

__all__ = ["install"]
