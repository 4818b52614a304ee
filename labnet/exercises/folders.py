"""Folders: what a notebook asks, imported from its folder when it is first used."""

from importlib import import_module
from importlib.util import find_spec
from itertools import chain

from ..course import notebooks
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
    package = folder(notebook)
    told = f"{package.replace('.', '/')}/ {{}}. {LISTED.format(contents(notebook))}"
    require(find_spec(package), told.format("is missing"))
    missing = [one for one in notebook.parts if not find_spec(f"{package}.{one}")]
    require(not missing, told.format(f"lacks {', '.join(missing)}"))
    found = vars(import_module(f"{package}.{part}")).get(part.upper())
    require(found, told.format(f"has a module `{part}` without {part.upper()}"))
    return found


def folder(notebook):
    return f"{__package__}.notebook_{notebook.number}"


def contents(notebook):
    return ", ".join(FILES[one] for one in notebook.parts)


def everything(part):
    """All exercises, or all questions, in the order of the course, as far as they are asked for."""
    for notebook in notebooks.having(part):
        yield from table(notebook, part)


def aside(part):
    """Those of notebooks that are left out, as far as their folders are still there."""
    for notebook in notebooks.having(part, notebooks.ASIDE):
        if find_spec(folder(notebook)):
            yield from table(notebook, part)


def named(name, kind, everything, others=()):
    """The first of everything() and of `others` that has this name. kind : what it is, for the
    error."""
    if name.startswith("_"):  # Python asks for many of these
        raise AttributeError(name)
    for one in chain(everything(), others):
        if one.name == name:
            return one
    known = ", ".join(one.name for one in everything())
    raise MissingError(f"there is no {kind} called {name!r}; there are {known}.")
