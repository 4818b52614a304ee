"""Explorer and verdicts for everyone: axe-core finds nothing grave, in both themes; and zoomed."""

from contextlib import closing

import pytest
from access import SIZE, grave_faults
from playwright.sync_api import expect
from test_live_look import EVERYTHING
from views import Notebook

pytestmark = pytest.mark.browser

THEMES = pytest.mark.parametrize("theme", ["Light", "Dark"])
VERDICTS = """
from IPython.display import display
from labnet import exercises

def stub(z):
    ...

def wrong(z):
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))

def broken(z):
    return 1 / undefined + np.maximum(0, z) - np.maximum(0, z) + np.minimum(0, z) - np.minimum(0, z)

def right(z):
    return exercises.sigmoid.right(z)

shown = [exercises.sigmoid.check(one) for one in (stub, broken, right, wrong)]
shown += [exercises.sigmoid.hint(level) for level in (1, 2, 3)]
shown += [exercises.backward.hint(3), exercises.backward.check(lambda y, cache, params: {})]
shown += [exercises.backward.solution(), exercises.backward.solution(reveal=True)]
question = exercises.questions.which_overflows
shown += [question, *map(question.answer, "abz")]
claim = exercises.claims.larger_rates
shown += [claim, claim.hint(), claim.solution(), claim.check("refuted", None)]
display(*shown)
"""
CUT = """(notes) => notes.flatMap((note) => [note, ...note.querySelectorAll("*")])
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0)
  .map((node) => node.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def verdicts(page, lab):
    """A notebook with a cell that shows every kind of note that the exercises make."""
    with closing(Notebook(page, lab, "verdicts", ["# A heading", VERDICTS])) as notebook:
        notebook.tell("import numpy as np")
        notebook.run(1)
        expect(notebook.verdict(1).first).to_be_visible()
        yield notebook


@pytest.fixture(scope="module")
def explorer(page, lab):
    code = f"from labnet import explore{EVERYTHING}"
    with closing(Notebook(page, lab, "access", ["# A heading", code])) as notebook:
        notebook.run(1)
        yield notebook.explorer()


@THEMES
def test_everyone_can_read_the_verdicts(verdicts, page, theme, in_theme, in_size):
    in_theme(theme)
    in_size(*SIZE, zoom=1)
    assert grave_faults(page, ".jp-OutputArea-output [role=status]") == []


@pytest.mark.parametrize(("width", "height", "zoom"), [(1400, 1000, 2), (800, 800, 1)])
def test_no_verdict_is_cut(verdicts, in_size, width, height, zoom):
    in_size(width, height, zoom)
    assert verdicts.verdict(1).evaluate_all(CUT) == []


@THEMES
def test_everyone_can_work_the_explorer(explorer, page, theme, in_theme, in_size):
    in_theme(theme)
    in_size(*SIZE, zoom=1)
    explorer.fold()
    assert grave_faults(page, ".lx-root") == []
    explorer.unfold()  # over the pictures
    assert grave_faults(page, ".lx-settings .lx-sheet") == []
