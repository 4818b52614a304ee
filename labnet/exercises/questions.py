"""questions: something to predict before a cell shows it.

from labnet import exercises

exercises.questions.steepest_place                   shows the question
exercises.questions.steepest_place.answer("b")       replies to a choice
"""

from . import folders


def everything():
    """All questions, in the order of the course, as far as they are asked for."""
    return folders.everything("questions")


def __getattr__(name):
    return folders.named(name, "question", everything, folders.aside("questions"))


def __dir__():
    return [one.name for one in everything()]
