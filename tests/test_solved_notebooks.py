"""The notebooks as students leave them: every exercise solved, and every one with a mistake."""

import ast
import inspect
import re
import textwrap

import nbformat
import notebook_rules as rules
import pytest
from execute_notebooks import run
from exercises.listed import SHEETS, mistakes_of
from test_notebooks import PATHS

from labnet import exercises
from labnet.exercises.notebook_03 import bug_hunt

CHECK = re.compile(r"^exercises\.(\w+)\.check\((?:\1|\.\.\., \.\.\.)\)$", re.MULTILINE)
CLAIM = re.compile(r"^exercises\.claims\.(\w+)\.check\(\.\.\., evidence\)$", re.MULTILINE)
BUG = "exercises.find_the_bug"
FOUND = f"{BUG}.check({BUG}.planted[1], {BUG}.planted[0].what)"
VERDICTS = {
    "two_units": "refuted",
    "no_activation": "refuted",
    "stuck": "refuted",
    "larger_rates": "refuted",
    "oscillates": "refuted",
    "too_wide": "refuted",
    "second_layer": "refuted",
    "adam_is_quick": "luck",
    "relu_is_quick": "confirmed",
    "more_data": "half true",
    "exponential": "refuted",
}
NOT_FOUND = f"{BUG}.check(0, 'cow')"


def asked(cell):
    """The name of the exercise that a code cell asks for, or None."""
    found = CHECK.search(cell.source)
    return found and found[1]


def exercise_cells(notebook):
    return [cell for cell in rules.code_cells(notebook) if asked(cell)]


def claims_in(notebook):
    """{name of a claim: the cell that asks for a verdict}"""
    found = ((CLAIM.search(cell.source), cell) for cell in rules.code_cells(notebook))
    return {match[1]: cell for match, cell in found if match}


WITH_EXERCISES = [path for path in PATHS if exercise_cells(nbformat.read(path, as_version=4))]
each_notebook = pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)


def solved(source, name):
    if name == bug_hunt.NAME:
        return source.replace(f"{BUG}.check(..., ...)", FOUND)
    code = textwrap.dedent(inspect.getsource(getattr(exercises, name).right))
    return substituted(source, name, code)


def mistaken(source, name):
    """With the code of the first mistake in the catalogue."""
    if name == bug_hunt.NAME:
        return source.replace(f"{BUG}.check(..., ...)", NOT_FOUND)
    code = f"""from labnet.exercises.engine import catalogue

{name} = next(one.code for one in catalogue.of(exercises.{name}) if not one.note)
"""
    return substituted(source, name, code)


def first(name):
    return next(one for one in mistakes_of(name) if not one.note)


def told(name):
    """What tells of that mistake."""
    return bug_hunt.ALLOWED.split("{")[0] if name == bug_hunt.NAME else first(name).sentence


def substituted(source, name, code):
    """The source with this code in the place of the stub."""
    (stub,) = (node for node in ast.parse(source).body if getattr(node, "name", "") == name)
    lines = source.splitlines()
    lines[stub.lineno - 1 : stub.end_lineno] = code.splitlines()
    return "\n".join(lines)


def judged(name, verdict):
    """A cell with a verdict, and the evidence of the course, as a student has typed it."""
    code = inspect.getsource(getattr(exercises.claims, name).experiment)
    lines = "from labnet import BinaryCrossEntropy", code, f"evidence = {name}()"
    return "\n".join([*lines, f"exercises.claims.{name}.check({verdict!r}, evidence)"])


def left(path, write, verdicts):
    """The committed notebook, and the same with what `write(source, name)` makes of each stub.

    verdicts : {name of a claim: the verdict that is given}
    """
    notebook, changed = (nbformat.read(path, as_version=4) for _ in range(2))
    for cell in exercise_cells(changed):
        cell.source = write(cell.source, asked(cell))
    for name, cell in claims_in(changed).items():
        cell.source = judged(name, verdicts[name])
    run(changed, path.parent)
    return notebook, changed


def same_elsewhere(notebook, changed):
    """Nothing else differs, but for the line that says whose function is used."""
    for cell, other in zip(rules.code_cells(notebook), rules.code_cells(changed), strict=True):
        if not asked(cell) and "evidence = ..." not in cell.source:
            assert said(other) == said(cell), cell.id


def said(cell):
    texts = [
        one.get("text", "") or one.get("data", {}).get("text/plain", "") for one in cell.outputs
    ]
    return re.sub(r"(?m)^using (your|labnet's) `\w+`.*\n", "", "".join(texts))


@pytest.mark.slow
@each_notebook
def test_with_every_exercise_solved_only_the_verdicts_change(path):
    claims = claims_in(nbformat.read(path, as_version=4))
    notebook, changed = left(path, solved, VERDICTS)
    assert all(f"{name}: passed" in rules.output_text(changed) for name in claims)
    for cell in exercise_cells(changed):
        assert f"{asked(cell)}: passed" in said(cell)
    same_elsewhere(notebook, changed)
    assert "using labnet's" not in rules.output_text(changed)


@pytest.mark.slow
@each_notebook
def test_with_a_mistake_in_every_exercise_only_the_verdicts_change(path):
    claims = claims_in(nbformat.read(path, as_version=4))
    notebook, changed = left(path, mistaken, dict.fromkeys(VERDICTS, "all right"))
    assert all(f"{name}: not yet right" in rules.output_text(changed) for name in claims)
    for cell in exercise_cells(changed):
        assert told(asked(cell)) in said(cell)
    same_elsewhere(notebook, changed)
    assert "using your" not in rules.output_text(changed)


@each_notebook
def test_the_committed_exercises_are_not_attempted(path):
    for cell in exercise_cells(nbformat.read(path, as_version=4)):
        assert f"{asked(cell)}: not attempted yet" in said(cell)


@each_notebook
def test_every_exercise_of_the_notebook_is_asked_for(path):
    cells = exercise_cells(nbformat.read(path, as_version=4))
    assert [asked(cell) for cell in cells] == [one.name for one in SHEETS[path.stem[:2]]]
