"""Progress: which exercises of a notebook are done, and which one is next."""

from .verdict import MARKS, PASSED, WAITING

SHEETS = {}  # {notebook: its exercises, in their order}


def line(exercises, saved=None):
    """A line for the exercises of one notebook, in their order.

    saved : {name: outcome} of those that were checked before this kernel started.
    """
    found = {one.name: outcome(one, saved or {}) for one in exercises}
    waiting = [name for name, each in found.items() if each != PASSED]
    marks = ", ".join(f"{MARKS[each]} {name}" for name, each in found.items())
    done = len(found) - len(waiting)
    following = f" Next: {waiting[0]}" if waiting else ""
    return f"{done} of {len(found)} done: {marks}.{following}"


def outcome(exercise, saved):
    """That of the latest check, here or before."""
    return saved.get(exercise.name, WAITING) if exercise.latest is None else exercise.latest.outcome
