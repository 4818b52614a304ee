"""questions: something to predict before a cell shows it.

from labnet import exercises

exercises.questions.steepest_place                   shows the question
exercises.questions.steepest_place.answer("b")       replies to a choice
"""

from ..course import notebooks
from ..support.errors import MissingError
from . import folders


def everything():
    """All questions, in the order of the course, as far as they are asked for."""
    for notebook in notebooks.having("questions"):
        yield from folders.questions(notebook)


def __getattr__(name):
    if name.startswith("_"):  # Python asks for many of these
        raise AttributeError(name)
    for one in everything():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in everything())
    raise MissingError(f"there is no question called {name!r}; there are {known}.")


def __dir__():
    return [one.name for one in everything()]
