"""Run, Pause, Step and the other buttons, with the mouse, in a real JupyterLab."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

EXPLORE = "e = explore()\ne"


@pytest.fixture
def explorer(notebook):
    return notebook.show(EXPLORE)


def test_run_makes_the_epoch_grow_and_pause_stops_it(notebook, explorer):
    explorer.run_up_to(50)
    explorer.press("Pause")
    expect(explorer.button("Run")).to_be_visible()
    assert notebook.stands_still()
    expect(explorer.figure("epoch")).to_have_text(str(notebook.ask("e.epoch")))


def test_step_is_one_epoch(notebook, explorer):
    explorer.press("Step")
    explorer.press("Step")
    expect(explorer.figure("epoch")).to_have_text("2")
    notebook.expect("e.epoch", 2)


def test_rewind_goes_back_to_the_same_weights(notebook, explorer):
    loss = explorer.figure("loss").inner_text()
    explorer.run_up_to(20)
    explorer.press("Pause")
    explorer.press("Rewind")
    expect(explorer.figure("epoch")).to_have_text("0")
    expect(explorer.figure("loss")).to_have_text(loss)
    expect(explorer.status).to_contain_text("seed 0")


def test_new_weights_are_other_weights_and_the_seed_is_said(notebook, explorer):
    loss = explorer.figure("loss").inner_text()
    explorer.press("New weights")
    expect(explorer.status).to_contain_text("seed 1")
    expect(explorer.figure("loss")).not_to_have_text(loss)
    notebook.expect("(e.seed, e.epoch)", (1, 0))


def test_reset_brings_back_every_setting(notebook, explorer):
    notebook.tell("e.lr, e.activation = 1, 'relu'")
    expect(explorer.choice("activation").locator("option:checked")).to_have_text("relu")
    explorer.press("Reset")
    expect(explorer.choice("activation").locator("option:checked")).to_have_text("tanh")
    expect(explorer.slider("learning rate")).to_have_attribute("aria-valuetext", "0.3")
    notebook.expect("(e.lr, e.activation, e.epoch)", (0.3, "tanh", 0))


def test_a_pinned_run_is_named_with_its_settings(notebook, explorer):
    explorer.press("Step")
    explorer.press("Pin")
    legend = explorer.root.locator(".lx-lines")
    expect(legend).to_contain_text("A: lr 0.3, 2-10-10-1, tanh")
    explorer.press("Unpin all")
    expect(legend).not_to_contain_text("A:")


def test_over_seeds_ends_with_its_result_in_words(notebook, explorer):
    for _ in range(3):
        explorer.press("Step")
    expect(explorer.figure("epoch")).to_have_text("3")
    explorer.press("Over 100 seeds")
    expect(explorer.status).to_contain_text("of 100 seeds have every point right after 3 epochs")
    expect(explorer.root.locator(".lx-lines")).to_contain_text("of 100 seeds")
