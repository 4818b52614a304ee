"""What notebook 05 asks of a student, and what it answers."""

from . import exercises, mistakes, mistakes_network, questions

__all__ = ["exercises", "mistakes", "mistakes_network", "questions"]
