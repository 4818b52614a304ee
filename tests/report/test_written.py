"""Formulas in a text; tests/browser/test_report_formulas.py compares them with JupyterLab's."""

import pytest
from bs4 import BeautifulSoup
from nbconvert.filters import markdown2html_mistune

from labnet.report.document import with_formulas
from labnet.report.written import drawn, kept, kept_in_page


def page(text):
    return BeautifulSoup(with_formulas(text, markdown2html_mistune), "html.parser")


@pytest.mark.parametrize(
    "text, formulas",
    [
        ("$x$ and $y$", 2),
        ("$$x$$", 1),
        ("$$\nx\n$$", 1),
        (r"\\(x\\) \\[y\\]", 2),
        (r"\begin{align}a &= b \\ c &= d\end{align}", 1),
        ("$x$ `$y$`", 1),
        ("| a |\n|---|\n| $|x|$ |", 1),
        ("- $a_b$\n- $c_d$", 2),
        ("# About $x$", 1),
        ("<div>$x$</div>", 1),
        (r"costs \$5", 0),
        ("$x\n\ny$", 0),
        ("```\n$x$\n```", 0),
        ("$x", 0),
        ("@@0@@ and $x$", 1),
        (r"$x{$y$}$", 0),
        ("$a {b$ \\\\(x\\\\)\n\nand more", 1),
    ],
)
def test_formulas_are_found(text, formulas):
    assert len(page(text).find_all("math")) == formulas


@pytest.mark.parametrize("after", ["", "\n\nand more"])
def test_what_has_no_end_is_no_markdown_either(after):
    assert "$a *b* {c$ d" in page("$a *b* {c$ d" + after).get_text()


@pytest.mark.parametrize(
    "text, latex",
    [
        (r"$\foo{x}$", [r"\foo{x}"]),
        (r"$$\foo<y>$$ and $x$", [r"\foo<y>"]),
        (r"$\text{if $x$}$", [r"\text{if $x$}"]),
        (r"\\(\foo\\) \\[\bar\\]", [r"\foo", r"\bar"]),
        (r"\begin{foo}x\end{foo}", [r"\begin{foo}x\end{foo}"]),
        ("$&lt;$", ["&lt;"]),
        (r"$x$ `$\foo$`", []),
        (r"$x` `y$", ["x` `y"]),
        ("```\n$\\foo$\n```", []),
    ],
)
def test_what_stays_latex_is_shown_and_listed(text, latex):
    assert kept(text) == latex
    assert [one.get_text() for one in page(text).select(".latex")] == latex


def test_a_table_of_a_cell_has_formulas_too():
    found = drawn("<table><caption>For $x$</caption><tr><td>$5</td><td>$6</td></tr></table>")
    assert found.count("<math>") == 1 and "<td>$5</td><td>$6</td>" in found


def test_what_a_table_keeps_as_latex_is_listed():
    table = r"<table><caption>For $\foo$</caption><tr><td>$x$</td></tr></table>"
    assert kept_in_page(table) == [r"\foo"] and kept_in_page("<p>x") == []


@pytest.mark.parametrize("tag", ["pre", "code", "script", "style", "textarea"])
def test_code_has_no_formulas(tag):
    assert drawn(f"<{tag}>$x$</{tag}>") == f"<{tag}>$x$</{tag}>"


def test_a_page_without_formulas_is_left_as_it_is():
    assert drawn("<p class=a>x<br>y") == "<p class=a>x<br>y"
