"""The choices of a question."""

from exercises.listed import QUESTIONS


def right(name):
    """The text of the right choice."""
    one = QUESTIONS[name]
    return one.choices[one.letters.index(one.right)][0]
