"""The lab report: what the checklist finds, what the page holds, and what the cells show."""

import json
import os
import subprocess
import sys
from base64 import b64decode

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from bs4 import BeautifulSoup
from execute_notebooks import run
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib.figure import Figure
from nbformat import v4
from notebook_rules import code_cells
from test_solved_notebooks import said, solved

from labnet import LabnetError, plots, report, sweep
from labnet.course import copies
from labnet.presets import presets
from labnet.report.checklist import answers, execution, figures, numbers
from labnet.report.checklist.points import POINTS
from labnet.report.notebook import EXAMPLE, Notebook


@pytest.fixture
def example():
    return nbformat.read(EXAMPLE, as_version=4)


@pytest.fixture
def save(tmp_path):
    """A function that writes a notebook and returns its path."""

    def save(notebook):
        path = tmp_path / "08_lab_report.ipynb"
        nbformat.write(notebook, path)
        return path

    return save


@pytest.fixture
def no_example(monkeypatch, tmp_path):
    """As where nobody knows the example, and so nothing can be the same as in it."""
    monkeypatch.setattr(answers, "EXAMPLE", tmp_path / "nowhere.ipynb")


def cell(notebook, id):
    return next(one for one in notebook.cells if one.id == id)


def small(*cells):
    """A notebook of these cells, each of which has been run."""
    notebook = v4.new_notebook(cells=list(cells))
    for count, one in enumerate(notebook.cells, start=1):
        if one.cell_type == "code":
            one.execution_count = count
    return notebook


text, code = v4.new_markdown_cell, v4.new_code_cell


# The checklist: one flaw after the other in the example


def rewrite(id, old, new):
    """The change that replaces words in the source of a cell."""

    def change(notebook):
        one = cell(notebook, id)
        assert old in one.source
        one.source = one.source.replace(old, new)

    return change


def add(id, words):
    return lambda notebook: setattr(cell(notebook, id), "source", cell(notebook, id).source + words)


def without_results(notebook):
    for one in notebook.cells:
        if one.cell_type == "code":
            one.outputs, one.execution_count = [], None


def without_answer(notebook):
    for id in ("units-curves", "units-reading"):
        cell(notebook, id).source = ""
    units = cell(notebook, "units")
    units.source = units.source.split("-->")[0] + "-->"
    cell(notebook, "units-words").outputs = []


def without(kind):
    """The change that removes what Figure 8 shows of this kind."""

    def change(notebook):
        one = cell(notebook, "figure-units")
        kept = [output for output in one.outputs if kind not in output.data]
        assert len(kept) == len(one.outputs) - 1
        one.outputs = kept

    return change


def renumbered(notebook):
    for output in cell(notebook, "figure-units").outputs:
        for kind in ("text/plain", "text/markdown"):
            output.data[kind] = output.data.get(kind, "").replace("Figure 8", "Figure 9")


def stopped(notebook):
    error = v4.new_output("error", ename="ZeroDivisionError", evalue="division by zero")
    cell(notebook, "figure-units").outputs.append(error)


def run_twice(notebook):
    cell(notebook, "figure-units").execution_count = 99


FLAWS = {  # the name of the point: the flaw, and words of what is said about it
    "not run": (without_results, "The cells have not been run yet"),
    "field": (rewrite("title", "Ada Example", ""), "The name is missing"),
    "section": (rewrite("none", "### 4.3 No activation function", ""), "no section 4.3 (No act"),
    "left out": (add("title", "\n\n**Left out:** Extras"), "stands Extras, and no section"),
    "answer": (without_answer, "no answer under 4.2 yet"),
    "prompt": (rewrite("units", "<!-- Prompt", "Prompt"), "Under 4.2 a prompt stands in the text"),
    "figure in a section": (without("image/png"), "Section 4.2 has no figure"),
    "caption": (without("text/markdown"), "A figure under 4.2 has no number and no caption"),
    "numbering": (renumbered, "Figure 9 is there twice"),
    "mention": (rewrite("units", "Figure 8", "the figure"), "Figure 8 is not mentioned"),
    "reference": (add("units", " See Figure 99."), "Under 4.2 the text mentions Figure 99"),
    "picture": (add("units", "![a](https://example.org/a.png)"), "https://example.org/a.png"),
    "formula": (add("units", r" $\nonsense{x}$"), r"cannot be drawn outside of JupyterLab: \nons"),
    "one run": (rewrite("table-units", "study(", "once("), "discussion under 4.2 cites one run"),
    "typed number": (add("units", " It was 97.31 %."), "Under 4.2 the text says 97.31 %"),
    "error": (stopped, "stopped with an error: ZeroDivisionError: division by zero"),
    "order": (run_twice, "The results are older than the code"),
}
SHARED = ("renamed", "example's field", "example's title", "example's text")


def test_every_point_has_a_test_of_its_own():
    assert [one.name for one in POINTS if one.name not in SHARED] == list(FLAWS)
    assert len(POINTS) == len(FLAWS) + len(SHARED)


def test_the_example_has_no_open_points():
    found = report.checklist(EXAMPLE)
    assert list(found) == []
    assert repr(found).startswith("The checklist has no open points")


def test_nor_has_it_where_nobody_knows_that_it_is_the_example(example, save, no_example):
    assert list(report.checklist(save(example))) == []


@pytest.mark.parametrize("name", FLAWS)
def test_the_checklist_finds_the_flaw(name, example, save, no_example):
    flaw, words = FLAWS[name]
    flaw(example)
    point = next(one for one in POINTS if one.name == name)
    path = save(example)
    (found,) = point.open(Notebook(path))
    assert words in found
    assert found in list(report.checklist(path))


@pytest.mark.parametrize(
    "name", sorted(set(FLAWS) - {"not run", "section", "answer", "caption", "numbering"})
)
def test_a_flaw_is_one_point(name, example, save, no_example):
    FLAWS[name][0](example)
    assert len(report.checklist(save(example))) == 1


def test_a_missing_date_is_found_too(example, save, no_example):
    rewrite("title", "**Date:** 2 June 2025", "")(example)
    assert "The date is missing" in repr(report.checklist(save(example)))


def test_a_table_is_counted_and_mentioned_like_a_figure(example, save, no_example):
    rewrite("units", "Table 4", "The table")(example)
    assert "Table 4 is not mentioned in your text" in repr(report.checklist(save(example)))


def test_cells_that_were_not_run_are_not_judged_by_what_they_show(example, save, no_example):
    without_results(example)
    assert len(report.checklist(save(example))) == 1


def test_a_number_in_code_or_in_an_output_is_no_typed_number(save, no_example):
    shown = code("lr = 0.037")
    shown.outputs = [v4.new_output("stream", text="accuracy 0.9731\n")]
    words = "A rate of 0.037 gives 97.31 %, so 97 % or 0.973, in 3 of 4 of 2-10-10-1, `17.5`."
    found = Notebook(save(small(shown, text("## Seen"), text(words))))
    assert list(numbers.typed(found)) == []


def test_text_that_is_still_the_examples_is_found_until_it_is_rewritten(example, save):
    found = repr(report.checklist(save(example)))
    assert "The name is still the example's: Ada Example" in found
    assert "The title is still the example's" in found
    sections = [one for one in Notebook(EXAMPLE).headed if one.prose]
    for section in sections:
        assert f"Under {section.name} the text is still the example's" in found


def test_rewritten_text_is_ones_own(example, save):
    for one in example.cells:
        if one.id.startswith("units"):
            old = "report.say(" if one.cell_type == "code" else one.source.split("-->")[-1]
            one.source = one.source.replace(old, "print(" if "report.say" in old else " My own.")
    found = repr(report.checklist(save(example)))
    assert "Under 4.1 the text is still" in found and "Under 4.2 the text is still" not in found


def test_a_sentence_that_a_cell_says_can_be_the_examples_too(example, save):
    for id in ("units", "units-curves", "units-reading"):
        cell(example, id).source = "### 4.2 Hidden units" * (id == "units")
    found = repr(report.checklist(save(example)))
    assert "Under 4.2 the text is still the example's: \"With 2, 4 and 10 units" in found


def test_a_fresh_copy_has_a_list_to_begin_with(tmp_path):
    copy = copies.copy_whole(EXAMPLE, tmp_path / EXAMPLE.name)
    points = list(report.checklist(copy))
    assert points[0].startswith("The cells have not been run yet")
    assert 15 < len(points) < 25


# What the checklist reads


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Figure 3 and table 2", {("Figure", 3), ("Table", 2)}),
        ("Figures 2, 4 and 5", {("Figure", n) for n in (2, 4, 5)}),
        ("figures 2 to 4", {("Figure", n) for n in (2, 3, 4)}),
        ("see Fig. 7, Tab. 1", {("Figure", 7), ("Table", 1)}),
        ("**Figure 3.** A curve.", set()),
        ("the figure, 3 curves; configure 4", set()),
    ],
)
def test_what_a_text_speaks_of(words, found):
    assert figures.mentioned(words) == found


@pytest.mark.parametrize(
    ("source", "many"),
    [
        ("sweep(build, over)", True),
        ("labnet.sweep(build, over, seeds=20)", True),
        ("sweep(build, over, seeds=19)", False),
        ("sweep(build, over, 'xor', 5)", False),
        ("sweep(build, over, seeds=range(3, 40))", True),
        ("sweep(build, over, seeds=[1, 2, 3])", False),
        ("N = 50\nsweep(build, over, seeds=N)", True),
        ("N = 5\nsweep(build, over, seeds=N)", False),
        ("%time sweep(build, over)", True),
        ("presets['B'].run('xor', runs=50)", True),
        ("presets['B'].run('xor')", False),
        ("explorer.over_seeds(100)", True),
        ("train(net, X, y)", False),
        ("this is no code", False),
    ],
)
def test_which_code_trains_many_runs(source, many, save):
    found = Notebook(save(small(text("### 4.1 Rates"), code(source))))
    assert (list(execution.one_run_only(found)) == []) == many


def test_a_result_of_many_runs_may_be_used_in_another_part(save):
    cells = code("def study(): return sweep(b, o)"), text("### 4.1 A"), code("r = study()")
    found = Notebook(save(small(*cells, text("### 4.2 B"), code("r.plot()"), text("### 4.3 C"))))
    assert [one["section"] for one in execution.one_run_only(found)] == ["4.3"]


@pytest.mark.parametrize("name", ["missing.ipynb", "folder.ipynb", "words.ipynb", "list.ipynb"])
@pytest.mark.parametrize("use", [report.checklist, report.export])
def test_what_is_no_notebook_gets_a_sentence(use, name, tmp_path):
    (tmp_path / "folder.ipynb").mkdir()
    (tmp_path / "words.ipynb").write_text("no notebook")
    (tmp_path / "list.ipynb").write_text("[1, 2]")
    with pytest.raises(LabnetError, match="There is no file|is no notebook; expected"):
        use(tmp_path / name)


def of_cell(cell):
    head = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    return json.dumps(head | {"cells": [{"id": "a", "metadata": {}, "source": ""} | cell]})


NO_NOTEBOOKS = {
    "nested": "[" * 100_000,
    "no text": b"\xff\xfe\x00",
    "cells that are none": of_cell({}).replace("[{", "[1, {"),
    "tags that are none": of_cell({"cell_type": "markdown", "metadata": {"tags": None}}),
    "a text that is none": of_cell({"cell_type": "markdown", "source": 3}),
    "outputs that are none": of_cell({"cell_type": "code", "outputs": [1]}),
    "an unknown cell": of_cell({"cell_type": "spell"}),
    "a later version": '{"nbformat": 99, "cells": []}',
}


@pytest.mark.parametrize("name", NO_NOTEBOOKS)
@pytest.mark.parametrize("use", [report.checklist, report.export])
def test_hostile_notebooks_get_a_sentence(use, name, tmp_path):
    path, content = tmp_path / "odd.ipynb", NO_NOTEBOOKS[name]
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LabnetError, match="is no notebook; expected"):
        use(path)
    assert [one.name for one in tmp_path.iterdir()] == ["odd.ipynb"]


def test_a_pipe_is_no_notebook(tmp_path):
    os.mkfifo(tmp_path / "pipe.ipynb")
    with pytest.raises(LabnetError, match="There is no file"):
        report.checklist(tmp_path / "pipe.ipynb")


ODD_CELLS = {
    "figures without an end": text("Figures 1 to 999999999 show it."),
    "a very long number": text("Figure " + "1" * 5000 + ". It is " + "1" * 5000 + "."),
    "a picture with a long name": text(f"![]({'x' * 5000})"),
    "seeds that are none": code("SEEDS = None\nsweep(b, o, seeds=SEEDS)"),
    "seeds in words": code("SEEDS = 'many'\nsweep(b, o, seeds=SEEDS)"),
    "an empty range": code("sweep(b, o, seeds=range())"),
    "code that nests": code("-" * 100_000 + "1"),
    "code that warns": code(r"x = '\d'"),
    "code with a zero": code("x\0y"),
}


@pytest.mark.parametrize("name", ODD_CELLS)
def test_the_checklist_bears_odd_cells(name, save):
    cells = text("# T"), text("## 4.1 Rates"), ODD_CELLS[name]
    assert len(report.checklist(save(small(*cells)))) > 0


def test_a_picture_that_got_lost_is_told(save, tmp_path):
    path = save(small(text("# T\n\n![](attachment:x.png)")))
    with pytest.raises(LabnetError, match=r"x\.png.*Drag the picture"):
        report.export(path)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_page_that_cannot_be_written(save, tmp_path):
    (tmp_path / "page.html").mkdir()
    with pytest.raises(LabnetError, match="cannot be written: Is a directory"):
        report.export(save(small(text("# T"))), to=tmp_path / "page.html")


def test_another_notebook_is_no_report_but_can_be_exported(save, capsys):
    page = report.export(save(small(text("# Notes\n\nOne line."), code("1 + 1")))).read_text()
    assert "<h1>Notes</h1>" in page and "One line." in page
    assert "The name is missing" in capsys.readouterr().out


# The student's own functions

OWN = {"sigmoid": ("sigmoid",), "own-network": ("MyNetwork",), "passes": ("forward", "backward")}
CALLED = """
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer
from labnet.exercises.notebook_05.exercises import ACTIVATIONS

"""


@pytest.mark.slow
def test_with_ones_own_functions_the_results_are_the_same(example):
    own = nbformat.from_dict(example)
    before = {one.id: said(one) for one in code_cells(example)}
    for id, names in OWN.items():
        for name in names:
            cell(own, id).source = solved(cell(own, id).source, name)
    cell(own, "own-network").source = CALLED + cell(own, "own-network").source
    run(own, EXAMPLE.parent)
    assert {one.id: said(one) for one in code_cells(own)} == before
    told = "".join(output.text for id in OWN for output in cell(own, id).outputs)
    assert "using labnet's" not in told and told.count("using your") == 4


# The page


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    target = report.export(EXAMPLE, to=tmp_path_factory.mktemp("page") / "report.html")
    return BeautifulSoup(target.read_text(encoding="utf-8"), "html.parser")


def exported(notebook, save, **options):
    return BeautifulSoup(report.export(save(notebook), **options).read_text("utf-8"), "html.parser")


def test_the_page_needs_nothing_from_elsewhere(page):
    assert "http" not in page.decode().replace("http-equiv", "")
    assert not page.find_all(["script", "link", "iframe", "object"])
    assert all(one["src"].startswith("data:image/png;base64,") for one in page.find_all("img"))
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; img-src data:;")


def test_all_figures_are_there_each_with_its_caption_as_alt_text(page):
    pictures = page.find_all("img")
    assert [one["alt"].partition(".")[0] for one in pictures] == [
        f"Figure {n}" for n in range(1, len(pictures) + 1)
    ]
    assert len(pictures) == 12


def test_formulas_are_mathml_and_no_latex_is_left(page):
    assert len(page.find_all("math")) > 20
    assert "$" not in page.get_text() and "\\" not in page.get_text()


def test_title_name_and_date_stand_in_the_head_only(page):
    assert [one.get_text() for one in page.find_all("h1")] == [Notebook(EXAMPLE).title]
    assert page.title.get_text() == Notebook(EXAMPLE).title
    assert page.find(class_="author").get_text() == "Ada Example · 2 June 2025"
    assert page.get_text().count("Ada Example") == 1


@pytest.mark.parametrize("gap", ["\n\n", "\n", None])
def test_the_fields_may_stand_in_one_text_or_in_several(gap, save):
    lines = [
        "# T",
        "**Name:** Eva Example",
        "Date: today",
        "Some words.",
        "## 1. First",
        "Name: no",
    ]
    cells = map(text, lines if gap is None else [gap.join(lines)])
    page = exported(small(*cells, text("Date: no")), save)
    assert page.find(class_="author").get_text() == "Eva Example · today"
    words = page.main.get_text()
    assert all(kept in words for kept in ("Some words.", "Name: no", "Date: no"))
    assert "Eva" not in words and "today" not in words


def test_asides_prompts_and_code_are_not_handed_in(page):
    words = page.get_text()
    for hidden in (
        "Write your lab report",
        "Before you hand it in",
        "open points",
        "Prompt",
        "def ",
    ):
        assert hidden not in words
    assert "<!--" not in page.decode()


def test_the_code_is_shown_if_asked_for(example, save):
    page = exported(example, save, code=True)
    assert "def backward(y, cache, params):" in page.get_text()
    assert "report.checklist(" not in page.get_text()


HOSTILE = '<script>alert("x")</script>"><img src=x onerror=alert(1)>'


def test_a_hostile_name_is_text(example, save):
    rewrite("title", "Ada Example", HOSTILE)(example)
    page = exported(example, save)
    assert page.find(class_="author").get_text().startswith(HOSTILE)
    assert page.find("meta", {"name": "author"})["content"] == HOSTILE
    assert not page.find_all("script") and not page.find_all("img", {"onerror": True})


def test_a_hostile_title_is_text(example, save):
    rewrite("title", "A hand-written network", HOSTILE)(example)
    page = exported(example, save)
    assert page.title.get_text().startswith(HOSTILE) and not page.find_all("script")


def test_a_formula_that_is_not_understood_is_shown_as_it_is(example, save):
    add("units", r" $\nonsense{x}<b>$")(example)
    assert r"\nonsense{x}<b>" in [
        one.get_text() for one in exported(example, save).find_all("code")
    ]


@pytest.mark.parametrize("kind", ["text/markdown", "text/html", "text/latex"])
def test_formulas_that_a_cell_shows_are_drawn_or_listed(kind, save):
    shown = v4.new_output("display_data", {kind: r"<b>of</b> $x$ and $\foo{y}$"})
    path = save(small(text("# About $z$"), code("1", outputs=[shown])))
    page = BeautifulSoup(report.export(path).read_text("utf-8"), "html.parser")
    assert [one.get_text() for one in page.find_all("math")] == ["z", "x"]
    assert [one.get_text() for one in page.select(".latex")] == [r"\foo{y}"]
    assert r"outside of JupyterLab: \foo{y}" in repr(report.checklist(path))


def test_pictures_in_the_text_are_taken_along(save, tmp_path):
    Figure().savefig(tmp_path / "beside.png")
    inside = text("![one](attachment:a.png) ![two](beside.png)")
    inside.attachments = {"a.png": {"image/png": "aGVsbG8="}}
    path = save(small(text("# T"), inside))
    page = BeautifulSoup(report.export(path).read_text(), "html.parser")
    assert [one["src"][:22] for one in page.find_all("img")] == ["data:image/png;base64,"] * 2
    assert list(figures.pictures_elsewhere(Notebook(path))) == []


DOT = "iVBORw0KGgo="


def pictured(kind="image/png", **about):
    """A cell that shows a picture, as IPython.display.Image does."""
    output = v4.new_output("display_data", {kind: DOT, "text/plain": "<Image>"})
    output.metadata = nbformat.from_dict(about)
    return code("Image(...)", outputs=[output])


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg"])
@pytest.mark.parametrize("alt", ["A cat.", 'Two "cats" <b>& 貓</b>', ""])
def test_a_picture_keeps_its_own_alt(kind, alt, save):
    shown = pictured(kind, **{kind: {"alt": alt, "width": 20}})
    caption = v4.new_output("execute_result", {"text/plain": "Figure 1. A caption."})
    shown.outputs.append(caption)
    assert exported(small(text("# T"), shown), save).img["alt"] == alt


@pytest.mark.parametrize("about", [{}, {"image/png": {"width": 9}}, {"image/png": 3, "alt": "no"}])
def test_a_picture_without_one_is_called_by_its_caption(about, save):
    shown = pictured(**about)
    assert exported(small(text("# T"), shown), save).img["alt"] == "A figure without a caption"
    shown.outputs.append(v4.new_output("execute_result", {"text/plain": "Figure 1. A caption."}))
    assert exported(small(text("# T"), shown), save).img["alt"] == "Figure 1. A caption."


@pytest.mark.parametrize(
    "source",
    [
        "![{}](beside.png)",
        '<img src="beside.png" alt="{}">',
        '<p><img alt="{}" src="beside.png"></p>',
    ],
)
@pytest.mark.parametrize("alt", ["A cat.", "一隻貓", "a &amp; b"])
def test_a_picture_in_the_text_keeps_its_own_alt(source, alt, save, tmp_path):
    Figure().savefig(tmp_path / "beside.png")
    shown = exported(small(text("# T"), text(source.format(alt))), save).img
    assert shown["alt"] == alt.replace("&amp;", "&") and shown["src"].startswith("data:image/png")


def test_what_a_cell_prints_is_text_and_warnings_are_left_out(save):
    shown = code("print(1)")
    shown.outputs = [
        v4.new_output("stream", text="a <b> c\n"),
        v4.new_output("stream", name="stderr", text="a warning"),
    ]
    words = exported(small(text("# T"), shown), save).get_text()
    assert "a <b> c" in words and "a warning" not in words


def test_exporting_says_what_is_open_and_where_the_file_is(example, save, capsys):
    rewrite("units", "Figure 8", "the figure")(example)
    path = save(example)
    target = report.export(path)
    told = capsys.readouterr().out
    assert target == path.with_suffix(".html") and target.is_file()
    assert "Figure 8 is not mentioned in your text." in told and str(target) in told


@pytest.fixture
def saved_from_page(monkeypatch):
    """Exports as a page does; gives the text told, the link's output, and what it saves."""
    monkeypatch.setattr(InteractiveShell, "initialized", lambda: True)
    for module in ("labnet.report.export", "labnet.course.whereabouts"):
        monkeypatch.setattr(sys.modules[module], "in_page", lambda: True)

    def exported(path):
        with capture_output() as captured:
            report.export(path)
        (output,) = captured.outputs
        link = BeautifulSoup(output.data["text/html"], "html.parser").find("a")
        begin, data = link["href"].split(",")
        assert begin == "data:text/html;base64" and link["download"] == f"{path.stem}.html"
        return captured.stdout, output, b64decode(data)

    return exported


def test_in_a_page_a_link_saves_the_file(example, save, saved_from_page):
    path = save(example)
    told, output, data = saved_from_page(path)
    assert data == path.with_suffix(".html").read_bytes()
    assert "in this browser alone: the link saves it" in told
    assert output.data["text/plain"] == f"Save {path.stem}.html"


def test_the_link_is_in_no_later_report(save, saved_from_page):
    shown = v4.new_code_cell("report.export('x.ipynb')")
    notebook = small(text("# T"), shown)
    output = saved_from_page(save(notebook))[1]
    shown.outputs = [
        v4.new_output("stream", text="kept\n"),
        v4.new_output("display_data", output.data, metadata=output.metadata),
    ]
    page = saved_from_page(save(notebook))[2].decode()
    assert "kept" in page and "base64" not in page and "Save" not in page


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("08_lab_report.ipynb", "expected the name of a page"),
        ("no/where.html", "There is no folder"),
    ],
)
def test_the_file_must_be_a_page_in_a_folder_that_is_there(to, words, example, save, tmp_path):
    path = save(example)
    before = path.read_bytes()
    with pytest.raises(LabnetError, match=words):
        report.export(path, to=tmp_path / to)
    assert path.read_bytes() == before


def command(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "labnet.report", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_writes_the_page(example, save):
    path = save(example)
    done = command(str(path))
    assert done.returncode == 0, done.stderr
    assert path.with_suffix(".html").is_file() and "The report is in" in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1:strict"])
def test_what_a_terminal_cannot_print_is_replaced(encoding, save):
    path = save(small(text("# T"), text("## 1. 引言\n\nTODO 稍後再寫")))
    done = command(str(path), PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert 'as it was: "TODO ????"' in done.stdout and "The report is in" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["nowhere.ipynb"], "There is no file nowhere.ipynb."), (["a", "b"], 'NB="a b"')],
)
def test_a_command_that_cannot_be_carried_out_is_one_sentence(arguments, words):
    done = command(*arguments)
    assert done.returncode == 1
    assert words in done.stderr and done.stderr.count("\n") == 1


# What the cells show


@pytest.fixture
def shown(monkeypatch):
    """What is displayed before the value of the cell."""
    found = []
    monkeypatch.setattr("IPython.display.display", found.append)
    return found


def test_a_figure_is_shown_once_before_its_caption(shown):
    caption = report.figure(3, "Two\n  points.", plots.points(np.eye(2), np.array([[0.0], [1.0]])))
    assert repr(caption) == "Figure 3. Two points."
    assert caption._repr_mimebundle_()["text/markdown"] == "**Figure 3.** Two points."
    assert [one.format for one in shown] == ["png"] and not plt.get_fignums()
    assert shown[0].width == 420


def test_several_axes_and_whole_figures_will_do(shown):
    figure, axes = plt.subplots(1, 2)
    report.figure(1, "Both.", axes)
    report.figure(2, "Both again.", plt.figure())
    assert len(shown) == 2


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: report.figure(0, "A.", plt.figure()), "The number of a figure is 0"),
        (lambda: report.figure(1, " ", plt.figure()), "The caption of Figure 1 is"),
        (lambda: report.figure(1, "A.", None), "A figure was given None"),
        (lambda: report.figure(1, "A.", []), "A figure was given"),
        (lambda: report.table(1, "A.", [[1, 2], [3]]), r"The rows have \[1, 2\] entries"),
        (lambda: report.table(1, "A.", []), "The rows have"),
        (lambda: report.say(3), "say was given 3"),
    ],
)
def test_bad_input_is_named(call, words):
    with pytest.raises(LabnetError, match=words):
        call()
    plt.close("all")


def test_a_table_is_text_in_both_forms():
    made = report.table(2, "Less < more.", [["a", "b"], [1, "<i>"]])
    assert repr(made).splitlines() == ["Table 2. Less < more.", "a   b", "1   <i>"]
    rich = BeautifulSoup(made._repr_mimebundle_()["text/html"], "html.parser")
    assert rich.caption.get_text() == "Table 2. Less < more."
    assert [one.get_text() for one in rich.find_all(["th", "td"])] == ["a", "b", "1", "<i>"]


def test_the_results_of_a_sweep_are_a_table():
    results = sweep(presets["B"], {"lr": [0.1, 0.2]}, "xor", 2, epochs=3, progress=False)
    first, *rows = repr(report.table(1, "Rates.", results)).splitlines()
    assert first == "Table 1. Rates."
    assert rows == repr(results).splitlines()[1:]


def test_cases_stand_in_blocks_and_wrong_ones_are_marked():
    p, y = np.array([[0.1], [0.9], [0.5], [0.2], [0.6]]), np.array([[0.0], [0], [0], [1], [1]])
    head, columns, *rows = repr(report.cases(1, "All.", p, y)).splitlines()
    assert columns.split() == ["case", "y", "p"] * 4
    assert [row.split() for row in rows] == [
        ["0", "0", "0.1000", "2", "0", "0.5000", "4", "1", "0.6000"],
        ["1", "0", "0.9000", "x", "3", "1", "0.2000", "x"],
    ]


def test_said_numbers_are_words_for_the_page():
    said = report.say(" It took 3 epochs. ")
    assert repr(said) == "It took 3 epochs."
    assert said._repr_mimebundle_() == {"text/markdown": repr(said), "text/plain": repr(said)}
