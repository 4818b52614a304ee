"""Handed in: the notebooks in a folder: whose they are, and which of the course's."""

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ..course import notebooks
from ..exercises import folders
from ..support.checks import require
from ..support.errors import LabnetError
from .extracted import Cell, Cells

LIST, COLUMNS = "students.csv", ("file", "student")
LARGEST = 50_000_000  # bytes of a file that is read; outputs may be huge
COPY = re.compile(r"(?i)[-_. ]+(?:(?:copy|final|new|kept)[-_ ]*\d*|\(\d+\))$")
ADDED = re.compile(r"_\d+_assignsubmission_\w*$")  # what Moodle adds to a student's folder
UNREADABLE = "The file is no notebook, or it is damaged: {}."


@dataclass
class Submission:
    """One file, which is read when it is first asked. name : with its sub-folders."""

    path: Path
    name: str
    student: str

    @cached_property
    def read(self):
        """(its content, ""), or ({}, why nothing could be read)."""
        try:
            return content_of(self.path), ""
        except (OSError, ValueError, RecursionError) as error:
            return {}, UNREADABLE.format(str(error) or type(error).__name__)

    @property
    def problem(self):
        return self.read[1]

    @cached_property
    def cells(self):
        """[(label, kind, source, outputs)], as far as they are some."""
        return list(cells_of(self.read[0]))

    @cached_property
    def code(self):
        return Cells([Cell(label, text) for label, kind, text, _ in self.cells if kind == "code"])

    @cached_property
    def notebook(self):
        """The CourseNotebook whose exercises it has; else that of its name; or None."""
        text = "\n".join(source for _, _, source, _ in self.cells)
        found = Counter({one.number: mentions(one, text) for one in GRADED})
        number, count = found.most_common(1)[0]
        named = re.search(r"(?<!\d)(0\d)(?!\d)", Path(self.name).name)
        if not count:
            number = named and named[1]
        return next((one for one in GRADED if one.number == number), None)

    @property
    def fingerprint(self):
        return sha256(self.path.read_bytes()).hexdigest()[:16]


GRADED = notebooks.having("exercises")


def mentions(notebook, text):
    """How many of its exercises the text speaks of."""
    names = [one.name for one in folders.exercises(notebook)]
    return sum(f"exercises.{name}." in text or f"def {name}(" in text for name in names)


def cells_of(content):
    kept = content.get("cells")
    if kept is None and isinstance(content.get("worksheets"), list):  # nbformat 3
        kept = [cell for one in content["worksheets"] for cell in one.get("cells", ())]
    for place, cell in enumerate(kept if isinstance(kept, list) else ()):
        if isinstance(cell, dict):
            source = joined(cell.get("source", cell.get("input", "")))
            outputs = cell.get("outputs")
            outputs = outputs if isinstance(outputs, list) else []
            label = str(cell.get("id") or place + 1)
            yield label, str(cell.get("cell_type")), source, outputs


def joined(source):
    if isinstance(source, list):
        return "".join(one for one in source if isinstance(one, str))
    return source if isinstance(source, str) else ""


def read(folder):
    """The Submissions of a folder, by student and by name.

    Errors: LabnetError if there is no such folder, if it holds no notebook, or if its students.csv
    cannot be used.
    """
    folder = Path(folder)
    require(folder.is_dir(), f"There is no folder {folder}; expected one with notebooks handed in.")
    paths = [one for one in sorted(folder.rglob("*")) if is_meant(one.relative_to(folder))]
    require(paths, f"There is no notebook, no file *.ipynb, in {folder} or in its sub-folders.")
    listed = students(folder)
    return [submission(path, path.relative_to(folder), listed) for path in paths]


def is_meant(path):
    """A notebook; not what JupyterLab and systems keep for themselves."""
    own = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return path.suffix.lower() == ".ipynb" and not own


def submission(path, name, listed):
    name = name.as_posix()
    return Submission(path, name, listed.get(name) or student_of(Path(name)))


def content_of(path):
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"it has {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}")
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    if not text.strip():
        raise ValueError("it is empty")
    content = json.loads(text)
    if not isinstance(content, dict) or not list(cells_of(content)):
        raise ValueError("it has no cells")
    return content


# Whose it is


def students(folder):
    """{file: student} of the folder's students.csv; {} where there is none."""
    path = folder / LIST
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        known = set(COLUMNS) <= set(rows.fieldnames or ())
        told = f"{path} has the columns {rows.fieldnames}; expected {', '.join(COLUMNS)}."
        require(known, told)
        listed = {row["file"].strip(): row["student"].strip() for row in rows}
    missing = [name for name in listed if not (folder / name).is_file()]
    if missing:
        raise LabnetError(f"{path} names {missing[0]!r}, which is not in {folder}.")
    return listed


def student_of(name):
    """The student's name: that of the first sub-folder, or what the file's name says beside 03."""
    if len(name.parts) > 1:
        return ADDED.sub("", name.parts[0])
    plain = without_title(name.stem)
    return plain if any(map(str.isalpha, plain)) else name.stem


def without_title(stem):
    for title in (part for one in notebooks.NOTEBOOKS for part in (one.name, one.number)):
        stem = re.sub(rf"(?<![0-9A-Za-z]){title}(?![0-9A-Za-z])", "", stem)
    while COPY.search(stem):
        stem = COPY.sub("", stem)
    return stem.strip("-_ .")
