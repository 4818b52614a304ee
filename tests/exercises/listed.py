"""What the course lists, for all tests: its exercises, their mistakes, and its questions."""

from labnet import exercises
from labnet.course import notebooks
from labnet.exercises import folders, questions
from labnet.exercises.engine import catalogue
from labnet.exercises.engine.exercise import Exercise

SHEETS = {one.number: folders.exercises(one) for one in notebooks.having("exercises")}
EVERYONE = list(exercises.everything())
EXERCISES = [one for one in EVERYONE if isinstance(one, Exercise)]
ENTRIES = [entry for one in EXERCISES for entry in catalogue.of(one)]
QUESTIONS = {one.name: one for one in questions.everything()}


def mistakes_of(name):
    """The entries of the exercise of this name."""
    return catalogue.of(getattr(exercises, name))


def wrong(id):
    """The wrong code of an entry."""
    (entry,) = (one for one in ENTRIES if one.id == id)
    return entry.code
