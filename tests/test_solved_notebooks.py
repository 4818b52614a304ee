"""The notebooks as students leave them: every exercise solved, and every one with a mistake."""

import ast
import inspect
import re
import textwrap

import nbformat
import notebook_rules as rules
import pytest
from execute_notebooks import run
from test_notebooks import NOTEBOOKS

from labnet import exercises
from labnet.exercises import bug_hunt, catalogue
from labnet.exercises.progress import SHEETS

CHECK = re.compile(r"^exercises\.(\w+)\.check\((?:\1|\.\.\., \.\.\.)\)$", re.MULTILINE)
BUG = "exercises.find_the_bug"
FOUND = f"{BUG}.check({BUG}.planted[1], {BUG}.planted[0].what)"
NOT_FOUND = f"{BUG}.check(0, 'cow')"


def asked(cell):
    """The name of the exercise that a code cell asks for, or None."""
    found = CHECK.search(cell.source)
    return found and found[1]


def exercise_cells(notebook):
    return [cell for cell in rules.code_cells(notebook) if asked(cell)]


WITH_EXERCISES = [path for path in NOTEBOOKS if exercise_cells(nbformat.read(path, as_version=4))]
each_notebook = pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)


def solved(source, name):
    if name == bug_hunt.NAME:
        return source.replace(f"{BUG}.check(..., ...)", FOUND)
    code = textwrap.dedent(inspect.getsource(getattr(exercises, name).right))
    return substituted(source, name, code)


def mistaken(source, name):
    """With the first mistake in the catalogue, by its id."""
    if name == bug_hunt.NAME:
        return source.replace(f"{BUG}.check(..., ...)", NOT_FOUND)
    code = f"from labnet.exercises.catalogue import wrong\n\n{name} = wrong({first(name).id!r})\n"
    return substituted(source, name, code)


def first(name):
    return next(one for one in catalogue.of(name) if not one.note)


def told(name):
    """What tells of that mistake."""
    return bug_hunt.ALLOWED.split("{")[0] if name == bug_hunt.NAME else first(name).sentence


def substituted(source, name, code):
    """The source with this code in the place of the stub."""
    (stub,) = (node for node in ast.parse(source).body if getattr(node, "name", "") == name)
    lines = source.splitlines()
    lines[stub.lineno - 1 : stub.end_lineno] = code.splitlines()
    return "\n".join(lines)


def left(path, write):
    """The committed notebook, and the same with what `write(source, name)` makes of each stub."""
    notebook, changed = (nbformat.read(path, as_version=4) for _ in range(2))
    for cell in exercise_cells(changed):
        cell.source = write(cell.source, asked(cell))
    run(changed, path.parent)
    return notebook, changed


def same_elsewhere(notebook, changed):
    """Nothing else differs, but for the line that says whose function is used."""
    for cell, other in zip(rules.code_cells(notebook), rules.code_cells(changed), strict=True):
        if not asked(cell):
            assert said(other) == said(cell), cell.id


def said(cell):
    texts = [
        one.get("text", "") or one.get("data", {}).get("text/plain", "") for one in cell.outputs
    ]
    return re.sub(r"(?m)^using (your|labnet's) `\w+`\n", "", "".join(texts))


@pytest.mark.slow
@each_notebook
def test_with_every_exercise_solved_only_the_verdicts_change(path):
    notebook, changed = left(path, solved)
    for cell in exercise_cells(changed):
        assert f"{asked(cell)}: passed" in said(cell)
    same_elsewhere(notebook, changed)
    assert "using labnet's" not in rules.output_text(changed)


@pytest.mark.slow
@each_notebook
def test_with_a_mistake_in_every_exercise_only_the_verdicts_change(path):
    notebook, changed = left(path, mistaken)
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
