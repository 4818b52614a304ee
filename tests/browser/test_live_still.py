"""Where the explorer does not run: the still picture and the words, in pages without a kernel."""

import nbformat
import pytest
from execute_notebooks import clean
from nbconvert import HTMLExporter
from playwright.sync_api import expect
from views import Notebook

pytestmark = pytest.mark.browser

CODE = "from labnet import explore\ne = explore(seed=4)\ne.train(8)\ne"
WORDS = "xor data; labnet's 2-10-10-1"
DRAWN = "(image) => image.complete && image.naturalWidth > 300"


@pytest.fixture(scope="module")
def executed(page, lab):
    notebook = Notebook(page, lab, "still", ["# A heading", CODE])
    notebook.run(1)
    notebook.explorer()
    yield notebook
    notebook.close()


@pytest.fixture(scope="module")
def stored(executed):
    executed.command("docmanager:save")
    return nbformat.read(executed.path, as_version=4)


def test_the_live_explorer_hides_its_still_picture_and_the_note(executed):
    expect(executed.cell(1).locator(".lx-root")).to_be_visible()
    expect(executed.cell(1).get_by_text("Run this cell")).to_have_count(1)
    expect(executed.cell(1).get_by_text("Run this cell")).to_be_hidden()
    expect(executed.cell(1).locator("img")).to_have_count(1)
    expect(executed.cell(1).locator("img")).to_be_hidden()


@pytest.fixture
def tab(executed, page):
    """What JupyterLab calls "Create New View for Cell Output"."""
    executed.command("notebook:create-output-view")
    yield page.locator(".jp-LinkedOutputView")
    executed.command("application:close")


def test_so_does_a_view_in_a_tab_of_its_own(tab):
    expect(tab.locator(".lx-root")).to_be_visible()
    expect(tab.locator("img")).to_be_hidden()


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
@pytest.mark.parametrize("cleaned", [False, True], ids=["from JupyterLab", "from make notebooks"])
def test_an_exported_page_shows_picture_and_words(browser, stored, tmp_path, scripts, cleaned):
    if cleaned:
        clean(stored)
    html, _ = HTMLExporter().from_notebook_node(stored)
    path = tmp_path / "exported.html"
    path.write_text(html, "utf-8")
    with browser.new_context(java_script_enabled=scripts, offline=True) as context:
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        picture = page.get_by_role("img").first
        expect(picture).to_be_visible()
        assert picture.evaluate(DRAWN)
        expect(page.get_by_text("epoch 8, loss").first).to_be_visible()
