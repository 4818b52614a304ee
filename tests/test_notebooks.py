"""Every notebook keeps every rule, and every rule complains about a notebook that breaks it."""

import ast
import copy
import inspect
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import nbformat
import notebook_rules as rules
import numpy as np
import pytest
from execute_notebooks import METADATA, clean, execute, with_palette
from exercises.listed import EVERYONE
from matplotlib.figure import Figure
from nbformat import v4
from PIL import Image

from labnet import plots, xor_data
from labnet.course import copies
from labnet.course.notebooks import NOTEBOOKS

PATHS = copies.notebooks_in(copies.ORIGINALS)


def named(thing):
    return getattr(thing, "__name__", getattr(thing, "stem", None))


@pytest.mark.parametrize("path", PATHS, ids=named)
@pytest.mark.parametrize("rule", rules.RULES, ids=named)
def test_notebook_keeps(rule, path):
    complaints = rule(nbformat.read(path, as_version=4), path)
    assert not complaints, "\n".join(complaints)


# What a notebook brings along from an earlier one: the solutions of the exercises there. A notebook
# without exercises or questions, the report, writes in its own way.
WRITTEN = {one.name: one for one in EVERYONE}


def definitions(path):
    """{name: code} of the functions and classes that a notebook defines."""
    cells = rules.code_cells(nbformat.read(path, as_version=4))
    parts = [part for cell in cells for part in ast.parse(cell.source).body]
    return {part.name: ast.unparse(part) for part in parts if hasattr(part, "name")}


DEFINED = {one.number: definitions(copies.ORIGINALS / one.file) for one in NOTEBOOKS if one.parts}
BROUGHT = [
    (name, number)
    for number, names in DEFINED.items()
    for name in names
    if name in WRITTEN and WRITTEN[name].notebook < number
]


@pytest.mark.parametrize(("name", "number"), BROUGHT)
def test_what_is_brought_along_is_the_solution(name, number):
    (solution,) = ast.parse(dedent(inspect.getsource(WRITTEN[name].right))).body
    assert DEFINED[number][name] == ast.unparse(solution)


def test_the_gradient_check_is_brought_along_unchanged():
    assert len({names["check"] for names in DEFINED.values() if "check" in names}) <= 1


# The rules themselves: one notebook that keeps them all, and one change after the other.

PATH = Path("/nowhere/01_example.ipynb")
OPENING = "# Read a rule\n\n*You will* read. *You need* eyes. 10 minutes."


def png(pixels):
    file = BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return b64encode(file.getvalue()).decode()


PNG = png(np.full((2, 3, 3), 255, np.uint8))
FIGURE = v4.new_output("display_data", {"image/png": PNG, "text/plain": "<Figure>"})


def printed(text, name="stdout"):
    return v4.new_output("stream", name=name, text=text)


@pytest.fixture(scope="module")
def original():
    cells = [v4.new_markdown_cell(OPENING)]
    for count in (1, 2, 3):
        cells.append(v4.new_code_cell(f"print({count})", execution_count=count))
        cells.append(v4.new_markdown_cell("word " * 400))
    cells[1].outputs, cells[3].outputs = [printed("1\n")], [FIGURE]
    return v4.new_notebook(cells=cells, metadata=METADATA)


@pytest.fixture
def good(original):
    return copy.deepcopy(original)


@pytest.mark.parametrize("rule", rules.RULES, ids=named)
def test_a_good_notebook_has_no_complaints(rule, good):
    assert rule(good, PATH) == []


def source(index, text):
    """The change that gives one cell of the good notebook another source."""
    return lambda notebook: setattr(notebook.cells[index], "source", text)


def shows(*outputs):
    return lambda notebook: setattr(notebook.cells[1], "outputs", list(outputs))


def says(text):
    """The change that adds a sentence to the prose."""
    return lambda notebook: setattr(notebook.cells[2], "source", text + " word" * 400)


BREAKS = {
    "old format": (lambda nb: nb.update(nbformat_minor=4), "not 4.5"),
    "no id": (lambda nb: nb.cells[0].pop("id"), "has no id"),
    "same id": (lambda nb: nb.cells[0].update(id=nb.cells[1].id), "id of another"),
    "invalid": (lambda nb: nb.cells[0].update(extra=1), "not a valid"),
    "metadata": (lambda nb: nb.metadata.update(vscode={}), "not the course's"),
    "cell metadata": (lambda nb: nb.cells[1].metadata.update(execution={}), "['execution']"),
    "large": (shows(printed("word " * 80_000)), "kB are too many"),
    "not run": (lambda nb: nb.cells[1].update(execution_count=None), "[None, 2, 3]"),
    "run twice": (lambda nb: nb.cells[5].update(execution_count=4), "[1, 2, 4]"),
    "error": (shows(v4.new_output("error", ename="E", evalue="", traceback=[])), "shows error"),
    "warning": (shows(printed("overflow", "stderr")), "shows stderr"),
    "path": (shows(printed("saved in /home/me/x.png")), "absolute path: /home/me/x.png"),
    "Windows path": (shows(printed(r"saved in C:\Users\me")), "absolute path"),
    "address": (shows(printed("<object at 0x7f3a5c1d2e80>")), "address"),
    "semicolon": (source(1, "x = 1;\ny = 2"), "ends in ;"),
    "clear_output": (source(1, "clear_output()"), "clear_output"),
    "skip": (source(1, "# NBVAL_SKIP"), "skipped"),
    "skip tag": (lambda nb: nb.cells[1].metadata.update(tags=["nbval-skip"]), "tag skips"),
    "dead link": (says("[there](09_nothing.ipynb)"), "leads nowhere"),
    "dead heading": (says("[there](#Nothing-here)"), "names no heading"),
    "dead picture": (says("![a curve](attachment:curve.png)"), "leads nowhere"),
    "dead section": (says("Look at section 3."), "section 3 of 01 is named"),
    "dead section of another": (says("Look at 99, section 1."), "section 1 of 99 is named"),
    "no title": (source(0, "Read a rule"), "not a title"),
    "no promise": (source(0, OPENING.replace("will", "can")), "'You will'"),
    "no needs": (source(0, OPENING.replace("need", "want")), "'You need'"),
    "no minutes": (source(0, OPENING.replace("10", "some")), "'minutes'"),
    "long cell": (source(1, "x\n" * 26), "longest of the code cells: 26"),
    "long tail": (source(1, "x\n" * 13), "90th percentile of the code cells: 13"),
    "long cells": (lambda nb: [source(i, "x\n" * 6)(nb) for i in (1, 3)], "median"),
    "code in a row": (lambda nb: nb.cells.insert(1, nb.cells.pop(2)) or nb.cells.pop(4), "3 code"),
    "much prose": (lambda nb: nb.cells.append(nb.cells[0]) or nb.cells.append(nb.cells[0]), "2.00"),
    "little prose": (lambda nb: nb.cells.pop(), "1.00 markdown"),
    "few words": (source(2, "word"), "words, not 900"),
    "many words": (source(2, "word " * 2000), "words, not 900 to 2000"),
    "figure first": (lambda nb: nb.cells.pop(2), "no word before"),
    "figure last": (lambda nb: nb.cells.pop(4), "no word after"),
    "figure at the end": (lambda nb: nb.cells.append(nb.cells[3]), "no word after"),
    "no alt text": (says("![](../README.md)"), "no alt text"),
    "no alt text in HTML": (says('<img src="x.png" alt="">'), "no alt text"),
    "exclamation": (says("Well done!"), "'done!'"),
    "simply": (says("Simply run it."), "'Simply'"),
    "delta": (source(1, "delta_2 = 1"), "'delta_2'"),
    "nabla": (source(1, "nabla = 1"), "'nabla'"),
    "prime": (source(1, "f_prime = 1"), "'f_prime'"),
    "grad": (source(1, "grad_W = 1"), "'grad_W'"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_notebook_has_a_complaint(name, good):
    change, words = BREAKS[name]
    change(good)
    complaints = [complaint for rule in rules.RULES for complaint in rule(good, PATH)]
    assert any(words in complaint for complaint in complaints), complaints


HARMLESS = {
    "code in prose": "`a != b` and `simply` and $n!$ and $$\\delta$$",
    "a link": "[the course](https://example.org) and [the top](#Read-a-rule)",
    "a picture": "![a curve that rises](https://example.org/curve.png)",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_sentence_has_none(name, good):
    says(HARMLESS[name])(good)
    assert [complaint for rule in rules.RULES for complaint in rule(good, PATH)] == []


def test_a_ratio_in_an_output_is_no_path(good):
    shows(printed("dL/dz and 3/4, 50 km/h, and/or"))(good)
    assert rules.outputs_are_the_same_everywhere(good, PATH) == []


def test_clean_keeps_the_tags(good):
    good.cells[1].metadata = {"tags": ["hard"], "execution": {}, "collapsed": True}
    good.metadata.widgets = {}
    clean(good)
    assert good.cells[1].metadata == {"tags": ["hard"]}
    assert good.metadata == METADATA


def test_a_palette_keeps_what_one_sees():
    figure, file = Figure(), BytesIO()
    plots.decision_surface(lambda X: X[:, :1] * X[:, 1:], *xor_data(), ax=figure.subplots())
    figure.savefig(file)
    small = b64decode(with_palette(b64encode(file.getvalue())))
    before, after = (
        np.asarray(Image.open(one).convert("RGB"), int) for one in (file, BytesIO(small))
    )
    assert len(small) < file.tell() / 2
    assert np.abs(after - before).max() <= 12


@pytest.mark.slow
def test_executing_twice_changes_nothing(good, tmp_path):
    path = tmp_path / "01_example.ipynb"
    source(1, "from labnet import xor_data\nprint(1)\nxor_data.__name__")(good)
    source(3, "from ipywidgets import interact\ninteract(lambda k: print(k), k=(0, 4))\nNone")(good)
    nbformat.write(good, path)
    execute(path)
    first = path.read_bytes()
    execute(path)
    assert path.read_bytes() == first
    assert [cell.id for cell in nbformat.read(path, as_version=4).cells] == [
        cell.id for cell in good.cells
    ]


SLIDER = "from ipywidgets import interact\ninteract(lambda k: 1 / k, k=(0, 0))"


@pytest.mark.slow
@pytest.mark.parametrize("code", ["1 / 0", SLIDER], ids=["cell", "slider"])
def test_a_failing_notebook_is_left_as_it_was(code, good, tmp_path):
    path = tmp_path / "01_example.ipynb"
    source(3, code)(good)
    nbformat.write(good, path)
    before = path.read_bytes()
    with pytest.raises(Exception, match="ZeroDivisionError"):
        execute(path)
    assert path.read_bytes() == before
