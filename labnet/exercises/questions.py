"""questions: something to predict before a cell shows it.

from labnet import exercises

exercises.questions.sigmoid_at_zero                   shows the question
exercises.questions.sigmoid_at_zero.answer("b")       replies to a choice
"""

from ..support.errors import MissingError
from . import (
    notebook_01,
    notebook_02,
    notebook_03,
    notebook_04,
    notebook_05,
    notebook_06,
    notebook_07,
)

NOTEBOOKS = (
    notebook_01.questions,
    notebook_02.questions,
    notebook_03.questions,
    notebook_04.questions,
    notebook_05.questions,
    notebook_06.questions,
    notebook_07.questions,
)
QUESTIONS = {one.name: one for notebook in NOTEBOOKS for one in notebook.QUESTIONS}
globals().update(QUESTIONS)


def __getattr__(name):
    known = ", ".join(QUESTIONS)
    raise MissingError(f"there is no question called {name!r}; there are {known}.")


def __dir__():
    return list(QUESTIONS)
