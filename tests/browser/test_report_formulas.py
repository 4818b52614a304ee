"""What a report draws of a formula is what JupyterLab draws: its MathJax and ours, side by side."""

import pytest
from formulas_to_try import random_formula, table, with_each_word
from mathml_shape import shape

from labnet.report.formulas import mathml

pytestmark = pytest.mark.browser

RANDOM = 200  # formulas
DRAWN = """async (path) => {
  const factory = "Markdown Preview";
  const panel = await jupyterapp.commands.execute("docmanager:open", { path, factory });
  const paragraphs = () => [...panel.node.querySelectorAll("p")];
  while (!paragraphs().at(-1)?.querySelector("mjx-assistive-mml"))
    await new Promise((done) => requestAnimationFrame(done));
  const found = paragraphs().map((one) =>
    [...one.querySelectorAll("mjx-assistive-mml math")].map((math) => math.outerHTML));
  panel.dispose();
  return found;
}"""


@pytest.fixture
def drawn_by_jupyterlab(page, lab):
    """A function from [a formula between dollars] to what JupyterLab makes of each."""

    def drawn(formulas):
        text = "\n\n".join([*formulas, "$x$"])
        (lab.folder / "formulas.md").write_text(text, encoding="utf-8")
        return page.evaluate(DRAWN, "formulas.md")[:-1]

    return drawn


def differences(formulas, drawn_by_jupyterlab):
    """The formulas that a report draws otherwise than JupyterLab, with what each of them shows."""
    tried = [(tex, display) for tex in formulas for display in ("inline", "block")]
    ours = {(tex, display): mathml(tex, display) for tex, display in tried}
    tried = [one for one in tried if ours[one]]
    dollars = {"inline": "${}$", "block": "$${}$$"}
    theirs = drawn_by_jupyterlab([dollars[display].format(tex) for tex, display in tried])
    assert len(theirs) == len(tried)
    shown = ((one, [shape(ours[one])], [shape(math) for math in found])
             for one, found in zip(tried, theirs, strict=True))  # fmt: skip
    return [one for one in shown if one[1] != one[2]]


def test_the_formulas_of_the_table_are_drawn_alike(drawn_by_jupyterlab):
    formulas = table("drawn")
    assert len(formulas) > 300
    assert differences(formulas, drawn_by_jupyterlab) == []


def test_each_trusted_word_is_drawn_alike(drawn_by_jupyterlab):
    formulas = with_each_word()
    assert all(map(mathml, formulas))
    assert differences(formulas, drawn_by_jupyterlab) == []


def test_random_formulas_are_drawn_alike(drawn_by_jupyterlab):
    formulas = [random_formula(seed) for seed in range(RANDOM)]
    assert sum(mathml(one) is not None for one in formulas) > RANDOM / 2
    assert differences(formulas, drawn_by_jupyterlab) == []
