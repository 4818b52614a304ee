"""What notebook 07 asks of a student, and what it answers."""

from . import (
    exercises,
    mistakes,
    mistakes_adam,
    mistakes_squared_error,
    questions,
    rules_07,
)

__all__ = [
    "exercises",
    "mistakes",
    "mistakes_adam",
    "mistakes_squared_error",
    "questions",
    "rules_07",
]
