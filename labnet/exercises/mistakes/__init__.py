"""The mistakes of each notebook's exercises: wrong code, and what the student hears of it."""

from . import notebook_01, notebook_02

__all__ = ["notebook_01", "notebook_02"]
