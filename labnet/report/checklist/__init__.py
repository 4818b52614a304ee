"""The checklist: what is still open in a report, one sentence or two for each point.

points.py lists what it looks for, and the modules beside it find that. It may import from
notebook.py and written.py, never from export.py, which asks it.
"""

from ..notebook import MINE, Notebook
from .points import POINTS

DONE = "The checklist has no open points: read the report once more aloud, and hand it in."


class Checklist:
    """The open points of a Notebook; it prints them, and is empty if there are none."""

    def __init__(self, report):
        self.points = [point for kind in POINTS for point in kind.open(report)]

    def __iter__(self):
        return iter(self.points)

    def __len__(self):
        return len(self.points)

    def __repr__(self):
        if not self.points:
            return DONE
        head = f"{len(self)} open point{'s' * (len(self) > 1)}:"
        lines = (f"{number:>3}. {point}" for number, point in enumerate(self, start=1))
        return "\n".join([head, *lines])


def checklist(path=MINE):
    """What is still open in this notebook, as it was saved; your copy of 08 if left out.

    Errors: LabnetError if there is no such notebook.
    """
    return Checklist(Notebook(path))
