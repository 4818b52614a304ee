"""The keyboard alone, and what a screen reader is told, in a real JupyterLab."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# - slider "learning rate": 12, or - text: More
NAMED = re.compile(r'^- (\S+ ".+"|text: .+)')


@pytest.fixture
def explorer(notebook):
    return notebook.show("e = explore(example=2)\ne")


def test_tab_alone_reaches_everything_and_all_of_it_has_a_name(notebook, explorer):
    explorer.unfold()
    controls = explorer.controls()
    explorer.button("Run").focus()
    reached = [explorer.focused()]
    while explorer.tab():
        reached.append(explorer.focused())
    assert [name for name in reached if not NAMED.match(name)] == []
    assert len(set(reached)) == len(reached) == len(controls)


def test_shift_tab_leads_out_again(notebook, explorer):
    explorer.button("Run").focus()
    explorer.page.keyboard.press("Shift+Tab")
    assert not explorer.has_focus()


def test_the_keyboard_alone_trains_rewinds_and_unfolds(notebook, explorer):
    before, press = notebook.selection, explorer.page.keyboard.press
    explorer.button("Run").focus()
    press("Enter")
    explorer.wait_for_epoch(20)
    press("Space")
    expect(explorer.button("Run")).to_be_focused()
    assert notebook.stands_still()
    explorer.tab_to(explorer.button("Rewind"))
    press("Enter")
    expect(explorer.figure("epoch")).to_have_text("0")
    explorer.tab_to(explorer.root.locator(".lx-settings summary"))
    press("Enter")
    explorer.tab_to(explorer.choice("optimizer"))
    press("a")  # as in any list: the entry that begins so
    expect(explorer.choice("optimizer").locator("option:checked")).to_have_text("adam")
    notebook.expect("e.optimizer", "adam")
    assert notebook.selection == before


def test_the_operations_are_stepped_through_with_the_keyboard(notebook, explorer):
    button = explorer.example.get_by_role("button", name="next operation")
    explorer.button("Run").focus()
    explorer.tab_to(button)
    for _ in range(3):
        explorer.page.keyboard.press("Enter")
    expect(explorer.example.locator(".lx-formula")).to_have_text("a2 = tanh(z2)")
    expect(button).to_be_focused()


def test_two_explorers_have_controls_of_their_own(notebook, explorer):
    other = notebook.show("f = explore()\nf", index=3)
    other.choice("activation").select_option(label="relu")
    other.picture("spiral").check()
    other.root.get_by_text("re-train at each change").click()
    notebook.expect("(f.activation, f.data, f.retrain)", ("relu", "spiral", False))
    assert notebook.ask("(e.activation, e.data, e.retrain)") == ("tanh", "xor", True)
    expect(explorer.picture("xor")).to_be_checked()
    notebook.command("notebook:clear-cell-output")


def test_a_change_is_announced(notebook, explorer):
    explorer.press("Step")
    spoken = explorer.spoken
    expect(spoken).to_contain_text("Epoch 1, loss ")
    expect(spoken).to_have_attribute("aria-live", "polite")


def test_one_region_speaks(notebook, explorer):
    assert explorer.root.get_by_role("status").count() == 1


def test_the_pictures_say_what_they_show(notebook, explorer):
    notebook.tell("e.train(3)\ne.panel = 'loss'")
    right = notebook.ask("round(e.accuracy * 21)")
    expect(explorer.map).to_have_accessible_name(
        re.compile(rf"Decision map.* Epoch 3, .* {right} of 21 right")
    )
    expect(explorer.loss).to_have_accessible_name(re.compile(r"Loss .* Epoch 3"))
    expect(explorer.network).to_have_accessible_name(re.compile("2-10-10-1"))


def test_the_focus_is_seen(notebook, explorer):
    explorer.button("Run").focus()
    while explorer.tab():
        ring = explorer.page.locator(":focus").evaluate(
            "(node) => parseFloat(getComputedStyle(node).outlineWidth)"
        )
        assert ring >= 2, explorer.focused()
