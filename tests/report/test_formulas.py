"""Which formulas a report draws; tests/browser/test_report_formulas.py compares their drawing."""

import pytest
from formulas_to_try import random_formula, table, with_each_word

from labnet.report.formulas import mathml, says_all
from labnet.report.trusted import DEEPEST, LONGEST

DRAWN, LATEX = table("drawn"), table("LaTeX")


def test_the_table_is_long_and_has_each_formula_once():
    assert len(DRAWN) > 300 and len(LATEX) > 150
    assert len({*DRAWN, *LATEX}) == len(DRAWN) + len(LATEX)


@pytest.mark.parametrize("display", ["inline", "block"])
def test_what_students_write_is_drawn(display):
    assert [tex for tex in DRAWN if mathml(tex, display) is None] == []


@pytest.mark.parametrize("display", ["inline", "block"])
def test_what_is_not_drawn_alike_stays_latex(display):
    assert [tex for tex in ["", " ", *LATEX] if mathml(tex, display)] == []


def test_each_trusted_word_is_drawn():
    assert [tex for tex in with_each_word() if mathml(tex) is None] == []


def test_most_random_formulas_of_what_is_trusted_are_drawn():
    assert sum(mathml(random_formula(seed)) is not None for seed in range(100)) > 50


def test_signs_are_those_that_fonts_have():
    found = mathml(r"\vec x \mathcal{L} \mathscr{L}")
    assert "→" in found and not set(found) & {"\u20d7", "\ufe00", "\ufe01"}


def test_no_formula_is_numbered():
    found = mathml(r"\begin{align} a &= b \\ c &= d \end{align}", "block")
    assert found.count("<mtr>") == 2 and "(1)" not in found


@pytest.mark.parametrize(
    "opening, closing",
    [("{", "}"), ("x^{", "}"), (r"\left(", r"\right)"), (r"\frac{", "}{2}")]
    + [(r"\begin{matrix}", r"\end{matrix}")],
)
@pytest.mark.parametrize("levels", [DEEPEST + 1, 100_000])
def test_what_is_nested_too_deep_stays_latex(opening, closing, levels):
    assert mathml(opening * 3 + "x" + closing * 3)
    assert mathml(opening * levels + "x" + closing * levels) is None


def test_what_is_too_long_stays_latex():
    assert mathml("x" * LONGEST) and mathml("x" * (LONGEST + 1)) is None


ROW = "<mtr><mtd><mi>a</mi></mtd></mtr>"


@pytest.mark.parametrize(
    "tex, found",
    [
        (r"\begin{matrix} a \\ b \end{matrix}", ROW + ROW.replace("a<", "b<")),
        (r"2 \big(", '<mn>2</mn><mo minsize="1.2em">(</mo>'),
    ],
)
def test_what_went_in_must_come_out(tex, found):
    assert says_all(found, tex)
    assert not says_all(found.replace("b<", "<").replace("2<", "<"), tex)
    assert not says_all(found.replace("</mtr><mtr>", "").replace("minsize", "size"), tex)
