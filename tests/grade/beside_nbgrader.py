"""nbgrader and labnet.grade on the same 26 submissions of notebook 03, in one run, by hand.

Run in tests/; the first time it makes .nbgrader, an environment of its own, which takes a minute:

python -m grade.beside_nbgrader

nbgrader gets the same notebooks with a cell behind each exercise that demands labnet's check, and
grades one student after another. CPU time is that of all processes that a command starts and waits
for. `wrong` counts the students whose number of right exercises is not the expected one.
"""

import csv
import os
import subprocess
import sys
import venv
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import perf_counter

from nbformat import v4

from labnet.course import copies

from .expected import read
from .submission import exercises_of, original
from .submissions import everything, save, write

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".nbgrader/bin/python"
REQUIREMENTS = Path(__file__).with_name("nbgrader.txt")
NUMBER, FILE = "03", copies.find("03").name
ENDING, ODD = 20, 6  # students whose notebook runs to its end; those who end or hold the process
ODD_KINDS = ("while", "in C: no Python runs in it", "except BaseException", "os._exit")
ODD_KINDS += ("KeyboardInterrupt", "8 GB, filled")
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'labnet'\n"
TEST = "verdict = exercises.{0}.check({0})\nassert verdict, verdict"
GRADED = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}


def chosen():
    """Two lots of {student: Submission}: those that end, and the others."""
    alone = {student: one for student, one in everything().items() if is_alone(one)}
    odd = {student: one for student, one in alone.items() if one.kind in ODD_KINDS}
    assert len(odd) == ODD, odd
    return dict([*alone.items()][:ENDING]), odd


def is_alone(submission):
    """Whether it is one notebook 03, which a Jupyter can open."""
    (first, *others) = submission.papers
    return first.number == NUMBER and not others and first.spoil is str.encode


def with_tests(notebook):
    """A notebook in nbgrader's form: behind each exercise a locked cell worth a point."""
    for name in exercises_of(NUMBER):
        place = 1 + next(
            (k for k, cell in enumerate(notebook.cells) if f"{name}.check(" in cell.source), 0
        )
        about = GRADED | {"points": 1, "grade_id": f"test-{name}"}
        cell = v4.new_code_cell(TEST.format(name), metadata={"nbgrader": about})
        notebook.cells.insert(place, cell)
    return v4.writes(notebook).encode()


# Each of the two: {student: how many exercises are right}, from a folder of its own


def by_labnet(folder, submissions):
    write(folder / "handed-in", submissions)
    yield
    run([sys.executable, "-m", "labnet.grade", "handed-in"], folder)
    yield
    rows = read(folder / "handed-in-graded/grades.csv")
    for student in submissions:
        own = [row for row in rows if row["student"] == student]
        yield student, sum(row["outcome"] == "right" for row in own)


def by_nbgrader(folder, submissions):
    (folder / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    save(folder / f"source/{NUMBER}/{FILE}", with_tests(v4.reads_json(original(NUMBER))), 0)
    for turn, (student, one) in enumerate(submissions.items()):
        notebook = v4.reads_json(one.papers[0].made(turn).decode())
        save(folder / f"submitted/{student}/{NUMBER}/{FILE}", with_tests(notebook), turn)
    command = [PYTHON, "-m", "nbgrader"]
    run([*command, "generate_assignment", NUMBER, "--create"], folder, check=True)
    yield
    run([*command, "autograde", NUMBER], folder)
    yield
    run([*command, "export"], folder)
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    yield from ((student, int(scores.get(student, 0))) for student in submissions)


def run(command, folder, check=False):
    """What it prints goes to a file there; that it fails for some students is no error here.

    nbgrader itself runs an `alembic`, which must be on the path.
    """
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        path = f"{PYTHON.parent}{os.pathsep}{os.environ['PATH']}"
        around = os.environ | {"PYTHONPATH": str(ROOT), "PATH": path}
        subprocess.run(command, cwd=folder, stdout=log, stderr=log, env=around, check=check)


def measured(grader, submissions):
    """(CPU seconds, wall seconds, {student: number right}) of a grader's middle step."""
    with TemporaryDirectory() as folder:
        steps = grader(Path(folder), submissions)
        next(steps)
        cpu, wall = cpu_seconds(), perf_counter()
        next(steps)
        cpu, wall = cpu_seconds() - cpu, perf_counter() - wall
        return cpu, wall, dict(steps)


def cpu_seconds():
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def row(name, lot, submissions, grader):
    cpu, wall, rights = measured(grader, submissions)
    n = len(submissions)
    wrong = sum(rights[student] not in possible(one) for student, one in submissions.items())
    return f"| {lot}, {n} | {name} | {cpu / n:.2f} | {wall / n:.2f} | {wrong} |"


def possible(submission):
    """How many exercises may be right."""
    expected = [one.split(": ")[0].split(" or ") for one in submission.papers[0].expected.values()]
    least = sum(one == ["right"] for one in expected)
    return range(least, sum("right" in one for one in expected) + 1)


def environment():
    """Make it where it is not there; half a one is removed."""
    try:
        venv.create(ROOT / ".nbgrader", with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-qr", REQUIREMENTS], cwd=ROOT, check=True)
    except BaseException:
        rmtree(ROOT / ".nbgrader")
        raise


def main():
    if not PYTHON.exists():
        environment()
    print("| submissions | grader | CPU s each | wall s each | wrong |")
    print("|:--|:--|--:|--:|--:|")
    for lot, submissions in zip(("to their end", "end or hold the process"), chosen(), strict=True):
        for name, grader in {"labnet.grade": by_labnet, "nbgrader": by_nbgrader}.items():
            print(row(name, lot, submissions, grader), flush=True)


if __name__ == "__main__":
    main()
