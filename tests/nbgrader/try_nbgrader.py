"""nbgrader's own commands on the assignments, by hand: a blank copy gets 0 points, a right one all.

python tests/nbgrader/try_nbgrader.py 01 03

The first time it makes .nbgrader, an environment of its own, which takes a minute.
"""

import csv
import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from labnet.course.notebooks import numbered
from labnet.nbgrader import assignments

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".nbgrader"
PYTHON = PLACE / "bin/python"
NBGRADER = "nbgrader==0.9.6"


def environment():
    """Make .nbgrader; the last file says that it is complete."""
    if not (PLACE / "installed").exists():
        venv.create(PLACE, with_pip=True, clear=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", NBGRADER, "-e", ROOT], check=True)
        (PLACE / "installed").touch()


def nbgrader(folder, *arguments):
    path = f"{PYTHON.parent}{os.pathsep}{os.environ['PATH']}"  # it calls `alembic` by its name
    outer = os.environ | {"PATH": path, "JUPYTER_PREFER_ENV_PATH": "1"}
    command = [PYTHON, "-m", "nbgrader", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=outer, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"nbgrader {' '.join(arguments)}:\n{done.stderr[-3000:]}")


# What is handed in: (what becomes of an answer's cell, the share of the points that it gets)


def blank(cell, answer):
    return cell.source


def right(cell, answer):
    return answer


def wrong(cell, answer):
    return cell.source.replace("    ...", "    return 0")


def borrowed(cell, answer):
    """labnet's own function, under the student's name."""
    name = cell.source.split("(")[0].split(":")[0].split()[-1]
    own = cell.source.startswith(("def ", "class "))
    return f"{name} = exercises.{name}.right" if own else cell.source


STUDENTS = {blank: 0, right: 1, wrong: 0, borrowed: 0}


def hand_in(folder, name, student):
    """Write the released notebook, as this student leaves it."""
    file = f"{name}.ipynb"
    answers = nbformat.read(folder / "source" / name / file, as_version=4)
    answers = {cell.id: cell.source for cell in answers.cells}
    notebook = nbformat.read(folder / "release" / name / file, as_version=4)
    assert "BEGIN SOLUTION" not in str(notebook), "a solution was handed out"
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = student(cell, answers[cell.id])
    path = folder / "submitted" / student.__name__ / name / file
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def points(folder):
    """{(assignment, student): (points, most)}"""
    nbgrader(folder, "export", "--to", "grades.csv")
    with (folder / "grades.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        (row["assignment"], row["student_id"]): (float(row["score"]), float(row["max_score"]))
        for row in rows
    }


def main(numbers):
    environment()
    names = [numbered(number, "exercises").name for number in numbers]
    with TemporaryDirectory() as made:
        folder = Path(made)
        list(assignments.write(folder))
        for name in names:
            nbgrader(folder, "generate_assignment", name)
            for student in STUDENTS:
                hand_in(folder, name, student)
            nbgrader(folder, "autograde", name)
        found = points(folder)
    wrong_ones = 0
    for name in names:
        for student, share in STUDENTS.items():
            score, most = found[name, student.__name__]
            wrong_ones += score != share * most
            print(f"{name:<20}{student.__name__:<10}{score:g} of {most:g}")
    if wrong_ones:
        raise SystemExit(f"{wrong_ones} have other points than they should have")


if __name__ == "__main__":
    main(sys.argv[1:] or ["03"])
