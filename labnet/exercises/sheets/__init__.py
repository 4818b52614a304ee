"""The exercises of each notebook: a right function, what a check asks, and the hints."""

from . import (
    notebook_01,
    notebook_02,
    notebook_03,
    notebook_04,
    notebook_05,
    notebook_07,
)

__all__ = [
    "notebook_01",
    "notebook_02",
    "notebook_03",
    "notebook_04",
    "notebook_05",
    "notebook_07",
]
