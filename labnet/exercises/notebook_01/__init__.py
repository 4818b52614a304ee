"""What notebook 01 asks of a student, and what it answers."""

from . import exercises, mistakes, questions

__all__ = ["exercises", "mistakes", "questions"]
