"""Alike: answers and notebooks that agree more than chance and the course explain."""

import ast
import re
from collections import defaultdict
from functools import cache
from hashlib import sha256
from itertools import combinations

from .. import exercises
from ..course.copies import ORIGINALS
from ..exercises.engine import catalogue
from .handed_in import cells_of, content_of

UNCOMMON, FEW = 0.05, 3  # of a class, and students: what more of them answer is common
LEAST = 30  # parts of a tree: shorter answers agree by chance
LINES, SHARE = 12, 0.97  # own lines that a notebook must have, and how many of them two share
ANSWER = "alike: the same uncommon wrong answer: {}"
WHOLE = "alike: {:.0%} of its own lines stand in: {}"


def shape_of(source):
    """The same for two definitions that differ in names, comments and layout only; "" for none."""
    if not source:
        return ""
    tree = ast.parse(source)
    names = {}
    for one in ast.walk(tree):
        for field in ("id", "arg", "name"):
            if isinstance(getattr(one, field, None), str):
                setattr(one, field, names.setdefault(getattr(one, field), f"n{len(names)}"))
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            one.value = ""
    long = sum(1 for _ in ast.walk(tree)) >= LEAST
    return sha256(ast.dump(tree).encode()).hexdigest()[:16] if long else ""


def own_lines(submission):
    """The lines that the course's notebook does not have: code and text, without their spaces."""
    given = lines_of_the_course(submission.notebook)
    lines = (line for _, _, source, _ in submission.cells for line in lines_in(source))
    return list(dict.fromkeys(line for line in lines if line not in given))


@cache
def lines_of_the_course(notebook):
    content = content_of(ORIGINALS / notebook.file)
    return {line for _, _, source, _ in cells_of(content) for line in lines_in(source)}


def lines_in(source):
    squeezed = (re.sub(r"\s+", "", line) for line in source.split("\n"))
    return [line for line in squeezed if len(line) > 3]


def answers_alike(rows, students):
    """{(student, notebook, exercise): a flag} for wrong answers that few have, and alike.

    They give the same numbers, or are the same but for names, and the catalogue of the exercise,
    which holds what many do, has no row for them. rows : {(student, notebook, exercise): row}.
    """
    groups = defaultdict(list)
    for key, row in rows.items():
        if row["outcome"] in ("wrong", "stopped") and not is_common(key, row):
            for way in ("numbers", "shape"):
                groups[key[1:], way, row.get(way)].append(key)
    most = max(FEW, UNCOMMON * students)
    alike = [keys for (*_, same), keys in groups.items() if same and 2 <= len(keys) <= most]
    return {key: ANSWER.format(others(key[0], keys)) for keys in alike for key in keys}


def is_common(key, row):
    """Whether the mistake has a row of its own in the catalogue, or is no answer at all."""
    known = {one.id for one in catalogue.of(getattr(exercises, key[2]))}
    return row["mistake"] in known or row["outcome"] == "stopped" and bool(row["mistake"])


def others(student, keys):
    return ", ".join(sorted({key[0] for key in keys} - {student}))


def notebooks_alike(files):
    """{(student, notebook): a flag} for notebooks of two students that share nearly all lines."""
    found = {}
    long = [(one, set(one.lines)) for one in files if len(one.lines) >= LINES]
    for (one, lines), (other, its) in combinations(long, 2):
        if one.student == other.student or one.notebook != other.notebook:
            continue
        share = len(lines & its) / max(len(lines), len(its))  # of the longer one
        if share >= SHARE:
            found[one.student, one.notebook] = WHOLE.format(share, other.student)
            found[other.student, other.notebook] = WHOLE.format(share, one.student)
    return found
