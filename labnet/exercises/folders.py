"""Folders: what a notebook asks, imported from its folder when it is first used."""

from importlib import import_module
from importlib.util import find_spec

from ..support.checks import require
from ..support.errors import MissingError

LISTED = "The course's list, labnet/course/notebooks.py, expects it to contain {}."
FILES = {"exercises": "exercises.py", "mistakes": "mistakes/", "questions": "questions.py"}


def exercises(notebook):
    """The exercises of a CourseNotebook notebook, in their order."""
    return table(notebook, "exercises")


def questions(notebook):
    """The questions of a CourseNotebook notebook, in their order."""
    return table(notebook, "questions")


def table(notebook, part):
    """EXERCISES of the folder's module `exercises`, or QUESTIONS of `questions`."""
    folder = f"notebook_{notebook.number}"
    package = f"{__package__}.{folder}"
    told = f"labnet/exercises/{folder}/ {{}}. {LISTED.format(contents(notebook))}"
    require(find_spec(package), told.format("is missing"))
    missing = [one for one in notebook.parts if not find_spec(f"{package}.{one}")]
    require(not missing, told.format(f"lacks {', '.join(missing)}"))
    found = vars(import_module(f"{package}.{part}")).get(part.upper())
    require(found, told.format(f"has a module `{part}` without {part.upper()}"))
    return found


def contents(notebook):
    return ", ".join(FILES[one] for one in notebook.parts)


def named(name, kind, everything):
    """The first of everything() that has this name. kind : what it is, for the error."""
    if name.startswith("_"):  # Python asks for many of these
        raise AttributeError(name)
    for one in everything():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in everything())
    raise MissingError(f"there is no {kind} called {name!r}; there are {known}.")
