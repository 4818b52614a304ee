"""Submissions of a class, of every kind, and what grading them must say.

Run in tests/. The first writes FOLDER/handed-in/ and FOLDER/expected.csv, the second lists what was
graded otherwise:

python -m grade.submissions FOLDER [03 ...]
python -m grade.expected FOLDER/expected.csv GRADES.csv
"""

import csv
import os
import sys
from importlib import import_module
from pathlib import Path

from .expected import COLUMNS, rows_of

MODULES = ("honest", "files", "forms", "endings", "cheats", "networks", "company")
BEGAN = 1_700_000_000  # when the first file was saved; each other one a minute after the one before


def everything():
    """{student: Submission}, in an order that stays; new ones come last in their module."""
    kinds = [import_module(f".kinds.{name}", __package__).SUBMISSIONS for name in MODULES]
    return {f"student-{k:03}": one for k, one in enumerate(sum(kinds, ()), start=1)}


def write(folder, submissions):
    """Write the files of {student: Submission} into a folder, with students.csv."""
    listed = []
    for turn, (student, submission) in enumerate(submissions.items()):
        for name, content in submission.files.items():
            save(folder / student / name, content, turn)
        for k, paper in enumerate(submission.papers):
            path = paper.placed(student)
            save(folder / path, paper.made(turn), 60 * turn + k)
            listed += [(path, student)] * submission.listed
    if listed:
        table(folder / "students.csv", [("file", "student"), *listed])


def save(path, content, minutes):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (BEGAN + 60 * minutes,) * 2)


def table(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def main(folder, *numbers):
    folder = Path(folder)
    chosen = {
        student: one
        for student, one in everything().items()
        if not numbers or {paper.number for paper in one.papers} <= set(numbers)
    }
    write(folder / "handed-in", chosen)
    table(folder / "expected.csv", [COLUMNS, *rows_of(chosen)])
    print(f"{len(chosen)} students: {folder}/handed-in, {folder}/expected.csv")


if __name__ == "__main__":
    main(*sys.argv[1:])
