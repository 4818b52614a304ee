"""The mistakes of each notebook's exercises: wrong code, and what the student hears of it."""

from . import (
    notebook_01,
    notebook_02,
    notebook_03,
    notebook_04,
    notebook_05,
    notebook_05_network,
    notebook_07,
    notebook_07_adam,
    notebook_07_errors,
    notebook_07_rules,
)

__all__ = [
    "notebook_01",
    "notebook_02",
    "notebook_03",
    "notebook_04",
    "notebook_05",
    "notebook_05_network",
    "notebook_07",
    "notebook_07_adam",
    "notebook_07_errors",
    "notebook_07_rules",
]
