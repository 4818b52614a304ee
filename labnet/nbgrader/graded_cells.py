"""Graded cells: the cells of a notebook with what nbgrader wants to know of each.

A cell that asks for a check becomes two: the student's, with labnet's solution in a region that
nbgrader takes out, and a locked one that gives the points. It stands before the cell with `use`,
which may put labnet's function under the student's name.
"""

import re

from . import solutions

GIVEN = r"\w+|\.\.\., \w+|\.\.\., \.\.\."
CHECK = re.compile(rf"\n*^exercises\.((?:claims\.)?(\w+))\.check\(({GIVEN})\)$", re.MULTILINE)
LOCKED = re.compile(r"^(import|from) |\.(use|new)\(", re.MULTILINE)  # what the checks count on
POINTS = """checked = exercises.{}.check({})
display(checked)
None if checked else 0  # nothing counts as all points; an assertion would stop Run All here"""
SCHEMA = 3


def graded(cell):
    """The cell as it is, marked as locked, or as two: the student's part and the points."""
    source = "".join(cell["source"])
    if cell["cell_type"] != "code":
        return [cell]
    asked = CHECK.search(source)
    if asked:
        return in_two(cell, source[: asked.start()], *asked.groups())
    if LOCKED.search(source):
        return [with_kind(cell, solutions.seeded(source), cell["id"], locked=True)]
    return [cell]


def in_two(cell, source, path, name, given):
    """path : the exercise as an attribute of exercises. given : what its check is given."""
    answer, handed = solutions.answer(source, path, name, given)
    id = f"{cell['id']}-points"
    return [
        with_kind(cell, answer, cell["id"], solution=True),
        with_kind(cell | {"id": id}, POINTS.format(path, handed), id, grade=True, locked=True),
    ]


def with_kind(cell, source, id, grade=False, solution=False, locked=False):
    """A copy of the cell with this source, and nbgrader's metadata."""
    kind = {"grade": grade, "solution": solution, "locked": locked, "task": False}
    kind |= {"schema_version": SCHEMA, "grade_id": id} | ({"points": 1} if grade else {})
    metadata = cell["metadata"] | {"nbgrader": kind}
    return cell | {"source": source.splitlines(keepends=True), "metadata": metadata}
