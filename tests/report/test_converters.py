r"""In a page another converter draws the formulas: alike, or not at all."""

from pathlib import Path

import nbformat
import pytest
from mathml_shape import shape

from labnet.report import converters
from labnet.report.formulas import mathml
from labnet.report.written import bare, hidden, parts

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/0*.ipynb"))


def formulas(path):
    """[(LaTeX, its display)] of all that is written in a notebook."""
    cells = nbformat.read(path, as_version=4).cells
    texts = (cell.source for cell in cells if cell.cell_type == "markdown")
    found = (part for text in texts for one in hidden(text)[1] for part in parts(bare(one)))
    return {tuple(part) for part in found if len(part) > 1}


@pytest.fixture
def page(monkeypatch):
    """What the formula becomes in a page."""

    def in_page(tex, display="inline"):
        with monkeypatch.context() as patched:
            patched.setattr(converters, "in_page", lambda: True)
            return mathml(tex, display)

    return in_page


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_formulas_of_the_course_are_drawn_alike(path, page):
    drawn = {one: made for one in formulas(path) if (made := mathml(*one))}
    assert drawn
    assert [
        one for one in drawn if apart_from_limits(page(*one)) != apart_from_limits(drawn[one])
    ] == []


def apart_from_limits(markup):
    """Its shape, be the limits of a sum below it or beside it."""
    return repr(shape(markup)).replace("limits", "")


@pytest.mark.parametrize(
    "tex",
    [
        r"\begin{aligned}a&=b\\c&=d\end{aligned}",
        r"\begin{align}a&=b\\c&=d\end{align}",
        r"\begin{cases}1&\text{if } x>0\\0&\text{otherwise}\end{cases}",
    ],
)
def test_rows_are_drawn_alike(tex, page):
    assert shape(page(tex, "block")) == shape(mathml(tex, "block"))


@pytest.mark.parametrize(
    "tex",
    [r"\arg\max_k p_k", r"\text{a<}b", r"\text{if $x>0$}", "a & b", r"\frac12 \over", "\\foo"],
)
def test_what_would_be_shown_half_converted_stays_latex(tex, page):
    assert page("x") and page(tex) is None
