"""An exercise of notebook 01, solved by typing into its cell: the verdict is seen to turn."""

from contextlib import closing

import pytest
from course import Copy
from playwright.sync_api import expect

from labnet.exercises.engine.verdict import COLORS, PASSED, WAITING, WRONG

pytestmark = pytest.mark.browser

DOTS = "..."
FLIPPED = "return 1 / (1 + np.exp(np.minimum(z, 709)))"
RIGHT = "return 1 / (1 + np.exp(np.minimum(-z, 709)))"
GRADIENT = """
dx = np.zeros(x.shape)
for entry in np.ndindex(x.shape):
    d = np.zeros(x.shape)
    d[entry] = h
    dx[entry] = (f(x + d) - f(x - d)) / (2 * h)
return dx
"""


@pytest.fixture(scope="module")
def copy(page, lab):
    with closing(Copy(page, lab, "01")) as copy:
        copy.run(copy.find("import numpy"))
        yield copy


def demand(verdict, outcome, *texts):
    """The verdict says this, has the colour of this outcome, and is read out."""
    expect(verdict).to_have_count(1)
    expect(verdict).to_contain_text(outcome)
    for text in texts:
        expect(verdict).to_contain_text(text)
    expect(verdict).to_have_css("border-left-color", rgb(COLORS[outcome]))


def rgb(color):
    """#rrggbb as the browser writes it."""
    return f"rgb{tuple(bytes.fromhex(color[1:]))}"


def test_the_verdict_turns_as_one_types(copy):
    index = copy.find("exercises.sigmoid.check(sigmoid)")
    verdict = copy.verdict(index)
    copy.run(index)
    demand(verdict, WAITING, "no code in it yet", "0 of 4 done: ○ sigmoid")
    copy.type_over(index, DOTS, [FLIPPED])
    demand(verdict, WRONG, "the exponent has the wrong sign", "0 of 4 done: ✗ sigmoid")
    copy.type_over(index, FLIPPED, [RIGHT])
    demand(verdict, PASSED, "That is right.", "1 of 4 done: ✓ sigmoid")


def test_several_lines_are_typed_and_the_notebook_goes_on_with_them(copy):
    index = copy.find("exercises.numerical_gradient.check(")
    copy.type_over(index, DOTS, GRADIENT.strip().split("\n"))
    demand(copy.verdict(index), PASSED, "✓ numerical_gradient")
    use = copy.find("exercises.numerical_gradient.use(")
    copy.run(use)
    expect(copy.cell(use)).to_contain_text("using your `numerical_gradient`")
    assert copy.errors == []
