"""What the exercises list, for all tests: the exercises themselves, and their mistakes."""

from labnet.exercises.engine import catalogue
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.progress import SHEETS

ENTRIES, mistakes_of, wrong = catalogue.ENTRIES, catalogue.of, catalogue.wrong
EVERYONE = [one for sheet in SHEETS.values() for one in sheet]
EXERCISES = [one for one in EVERYONE if isinstance(one, Exercise)]
