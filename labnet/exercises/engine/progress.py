"""Progress: which exercises of a notebook are done, and which one is next."""

from .verdict import MARKS, WAITING

SHEETS = {}  # {notebook: its exercises, in their order}


def line(exercises):
    """A line for the exercises of one notebook, in their order."""
    waiting = [one for one in exercises if one.latest is None or not one.latest.passed]
    marks = ", ".join(f"{mark(one)} {one.name}" for one in exercises)
    done = len(exercises) - len(waiting)
    following = f" Next: {waiting[0].name}" if waiting else ""
    return f"{done} of {len(exercises)} done: {marks}.{following}"


def mark(exercise):
    return MARKS[WAITING if exercise.latest is None else exercise.latest.outcome]
