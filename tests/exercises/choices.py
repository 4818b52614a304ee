"""The choices of a question."""

from labnet.exercises.questions import QUESTIONS


def right(name):
    """The text of the right choice."""
    one = QUESTIONS[name]
    return one.choices[one.letters.index(one.right)][0]
