"""The explorer among cells that run, end, are cleared or folded, and kernels that restart."""

import pytest
from playwright.sync_api import expect
from views import Notebook, wait_until

pytestmark = pytest.mark.browser

RERUN = "old = globals().get('e')\ne = explore()\ne"


@pytest.fixture
def explorer(notebook):
    return notebook.show("e = explore()\ne")


def demand_rest(notebook):
    """It may be up to 60 frames ahead of what was painted; then it must stand still."""
    wait_until(notebook.page, notebook.stands_still)


def test_running_the_cell_again_stops_the_old_training(notebook):
    notebook.show(RERUN).run_up_to(30)
    explorer = notebook.show(RERUN)
    wait_until(notebook.page, lambda: notebook.stands_still("old.epoch"))
    assert notebook.ask("e.epoch") == 0
    explorer.run_up_to(30)
    assert notebook.stands_still("old.epoch")
    assert not notebook.stands_still()


def test_clearing_the_output_stops_the_training(notebook, explorer):
    explorer.run_up_to(30)
    notebook.command("notebook:clear-cell-output")
    expect(explorer.root).to_have_count(0)
    demand_rest(notebook)


def test_a_folded_output_costs_nothing_and_goes_on_when_it_is_back(notebook, explorer):
    explorer.run_up_to(30)
    notebook.command("notebook:hide-cell-outputs")
    demand_rest(notebook)
    epoch = notebook.ask("e.epoch")
    notebook.command("notebook:show-cell-outputs")
    wait_until(notebook.page, lambda: notebook.ask("e.epoch") > epoch)
    explorer.wait_for_epoch(epoch + 1)


def test_a_view_that_is_scrolled_away_costs_nothing(notebook, explorer):
    explorer.run_up_to(30)
    notebook.scroll_to(4)
    demand_rest(notebook)
    epoch = notebook.ask("e.epoch")
    notebook.scroll_to(1)
    explorer.wait_for_epoch(epoch + 1)


def test_pause_arrives_while_another_cell_blocks_the_kernel(notebook, explorer):
    explorer.run_up_to(30)
    notebook.set_source(3, "import time; time.sleep(3)")
    notebook.start(3)
    wait_until(notebook.page, lambda: notebook.is_busy)
    explorer.press("Pause")
    expect(explorer.button("Run")).to_be_visible()
    assert notebook.stands_still()
    assert not notebook.ask("e.running")


def test_a_restarted_kernel_is_told_and_the_cell_works_again(page, lab):
    notebook = Notebook(page, lab, "restart", ["# A heading", "", ""])
    code = "from labnet import explore\ne = explore()\ne"
    explorer = notebook.show(code)
    explorer.run_up_to(30)
    notebook.restart()
    explorer.press("Step")
    expect(explorer.status).to_contain_text("run the cell again")
    explorer = notebook.show(code)
    expect(explorer.figure("epoch")).to_have_text("0")
    explorer.run_up_to(30)
    notebook.close()
