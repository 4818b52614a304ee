"""The sweeps that test the claims, by name."""

from . import a, b, c, d, e

PLANS = a.PLANS | b.PLANS | c.PLANS | d.PLANS | e.PLANS

__all__ = ["PLANS"]
