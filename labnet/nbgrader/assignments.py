"""Assignments: a course folder for nbgrader, with one assignment for each notebook."""

import json

from ..course import copies
from ..course.notebooks import having
from ..support.checks import require
from .graded_cells import graded

CONFIG = """c = get_config()
c.CourseDirectory.course_id = "labnet"
c.ClearSolutions.code_stub = {"python": "# your code here\\n..."}  # as in the course's notebooks
c.Execute.timeout = 600  # seconds for one cell: sweeps of notebook 07 take long
c.OverwriteCells.add_missing_cells = True
"""


def write(folder):
    """Write the assignments of all notebooks that have exercises; yield the files.

    Errors: LabnetError if the folder has anything in it. Nothing is overwritten.
    """
    empty = not folder.exists() or folder.is_dir() and not any(folder.iterdir())
    require(empty, f"{folder} is not empty; name a folder that is, or a new one.")
    for notebook in having("exercises"):
        path = folder / "source" / notebook.name / notebook.file
        text = json.dumps(assignment(notebook), indent=1, ensure_ascii=False)
        yield written(path, text + "\n")
    yield written(folder / "nbgrader_config.py", CONFIG)


def written(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def assignment(notebook):
    """nbgrader's source version of a CourseNotebook, without outputs."""
    made = json.loads(copies.without_outputs(copies.find(notebook.number)))
    made["cells"] = [one for cell in made["cells"] for one in graded(cell)]
    return made
