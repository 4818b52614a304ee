"""The mistakes of each notebook's exercises: wrong code, and what the student hears of it."""

from . import (
    notebook_01,
    notebook_02,
    notebook_07,
    notebook_07_adam,
    notebook_07_errors,
    notebook_07_rules,
)

__all__ = [
    "notebook_01",
    "notebook_02",
    "notebook_07",
    "notebook_07_adam",
    "notebook_07_errors",
    "notebook_07_rules",
]
