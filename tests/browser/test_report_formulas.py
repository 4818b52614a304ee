"""What a report draws of a formula is what JupyterLab draws: its MathJax and ours, side by side."""

import pytest
from bs4 import BeautifulSoup
from formulas_to_try import TABLE, random_formula, table, with_each_word
from mathml_shape import shape
from nbconvert.filters import markdown2html_mistune

from labnet.report.document import with_formulas
from labnet.report.formulas import mathml

pytestmark = pytest.mark.browser

RANDOM = 200  # formulas
OPEN = """async (path) => {
  const factory = "Markdown Preview";
  const panel = await jupyterapp.commands.execute("docmanager:open", { path, factory });
  while (![...panel.node.querySelectorAll("p")].at(-1)?.querySelector("mjx-assistive-mml"))
    await new Promise((done) => requestAnimationFrame(done));
  return panel.node.querySelector(".jp-RenderedMarkdown").innerHTML;
}"""
SEPARATED = "\n\n---\n\n"  # by lines across the page


@pytest.fixture
def in_jupyterlab(page, lab):
    """A function from Markdown, with a formula at its end, to the page that JupyterLab makes.

    Each text is a file of its own, and stays open: JupyterLab may still be at work on its tab.
    """

    def opened(text):
        name = f"formulas_{len(list(lab.folder.glob('formulas_*.md')))}.md"
        (lab.folder / name).write_text(text, encoding="utf-8")
        return BeautifulSoup(page.evaluate(OPEN, name), "html.parser")

    return opened


def differences(formulas, in_jupyterlab):
    """The formulas that a report draws otherwise than JupyterLab, with what each of them shows."""
    tried = [(tex, display) for tex in formulas for display in ("inline", "block")]
    ours = {(tex, display): mathml(tex, display) for tex, display in tried}
    tried = [one for one in tried if ours[one]]
    dollars = {"inline": "${}$", "block": "$${}$$"}
    text = "\n\n".join([*(dollars[display].format(tex) for tex, display in tried), "$x$"])
    theirs = [maths(one) for one in in_jupyterlab(text).find_all("p")[:-1]]
    assert len(theirs) == len(tried)
    return [
        (one, shape(ours[one]), found)
        for one, found in zip(tried, theirs, strict=True)
        if found != [shape(ours[one])]
    ]


def maths(part):
    """What each formula of this part of JupyterLab's page shows."""
    return [shape(str(one)) for one in part.select("mjx-assistive-mml > math")]


def test_the_formulas_of_the_table_are_drawn_alike(in_jupyterlab):
    formulas = table("drawn")
    assert len(formulas) > 300
    assert differences(formulas, in_jupyterlab) == []


def test_each_trusted_word_is_drawn_alike(in_jupyterlab):
    formulas = with_each_word()
    assert all(map(mathml, formulas))
    assert differences(formulas, in_jupyterlab) == []


def test_random_formulas_are_drawn_alike(in_jupyterlab):
    formulas = [random_formula(seed) for seed in range(RANDOM)]
    assert sum(mathml(one) is not None for one in formulas) > RANDOM / 2
    assert differences(formulas, in_jupyterlab) == []


def test_formulas_are_found_where_jupyterlab_finds_them(in_jupyterlab):
    texts = (TABLE.parent / "texts_with_formulas.md").read_text("utf-8").split(SEPARATED)
    text = SEPARATED.join([*texts, "$x$"])
    theirs = str(in_jupyterlab(text)).split("<hr/>")
    ours = with_formulas(text, markdown2html_mistune).split("<hr/>")
    assert len(theirs) == len(ours) == len(texts) + 1 > 70
    assert [one for one in zip(texts, theirs, ours, strict=False) if unlike(*one[1:])] == []


def unlike(theirs, ours):
    """Whether another number of formulas is found, or one is drawn otherwise."""
    theirs = maths(BeautifulSoup(theirs, "html.parser"))
    found = BeautifulSoup(ours, "html.parser").select("math, .latex")
    pairs = zip(theirs, found, strict=False)
    wrong = (one for other, one in pairs if one.name == "math" and shape(str(one)) != other)
    return len(theirs) != len(found) or any(wrong)
