"""The controls: by mouse, by keyboard and from Python, in a real JupyterLab."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def explorer(notebook):
    return notebook.show("e = explore()\ne")


def test_a_slider_is_moved_with_the_mouse(notebook, explorer):
    slider = explorer.slider("learning rate")
    box = slider.bounding_box()
    slider.click(position={"x": 0.8 * box["width"], "y": box["height"] / 2})
    expect(slider).not_to_have_attribute("aria-valuetext", "0.3")
    notebook.expect("f'{e.lr:g}'", slider.get_attribute("aria-valuetext"))
    notebook.expect("1 <= e.lr <= 3", True)


def test_a_slider_is_moved_with_the_keyboard_alone(notebook, explorer):
    slider = explorer.slider("learning rate")
    before = notebook.selection
    explorer.button("Run").focus()
    explorer.tab_to(slider)
    explorer.page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "0.5")
    notebook.expect("e.lr", 0.5)
    for key in ("ArrowLeft", "ArrowDown", "ArrowUp", "ArrowLeft"):
        explorer.page.keyboard.press(key)
    expect(slider).to_have_attribute("aria-valuetext", "0.2")
    notebook.expect("e.lr", 0.2)
    assert notebook.selection == before  # or JupyterLab had taken the arrows for itself


def test_a_slider_shows_its_effect_after_the_same_number_of_epochs(notebook, explorer):
    notebook.tell("e.train(30)")
    expect(explorer.figure("epoch")).to_have_text("30")
    loss = explorer.figure("loss").inner_text()
    explorer.slider("learning rate").press("End")
    expect(explorer.figure("loss")).not_to_have_text(loss)
    notebook.expect("(e.epoch, e.lr, len(set(e.losses)))", (30, 10.0, 31))
    expect(explorer.figure("epoch")).to_have_text("30")


def test_layers_and_units_are_added(notebook, explorer):
    explorer.number("hidden layers").press("ArrowUp")
    expect(explorer.number("units in layer 3")).to_have_value("10")
    explorer.number("units in layer 1").fill("1")
    explorer.number("units in layer 1").blur()
    notebook.expect("e.hidden", (1, 10, 10))
    more = explorer.root.locator(".lx-units .lx-row").nth(1).locator("[data-by='1']")
    more.click()
    notebook.expect("e.hidden", (1, 11, 10))
    expect(explorer.number("units in layer 2")).to_have_value("11")


def test_more_units_than_there_may_be_are_not_taken(notebook, explorer):
    explorer.number("units in layer 1").fill("21")
    explorer.number("units in layer 1").blur()
    explorer.number("units in layer 2").fill("3")
    explorer.number("units in layer 2").blur()
    notebook.rest()
    notebook.expect("e.hidden", (10, 10))


def test_data_are_chosen_by_their_picture(notebook, explorer):
    explorer.picture("spiral").check()
    notebook.expect("e.data", "spiral")
    explorer.picture("spiral").press("ArrowLeft")
    notebook.expect("e.data", "circles")


def test_a_choice_is_made_and_its_network_is_trained_anew(notebook, explorer):
    notebook.tell("e.train(5)")
    expect(explorer.figure("epoch")).to_have_text("5")
    explorer.choice("activation").select_option("sigmoid")
    notebook.expect("e.activation", "sigmoid")
    notebook.expect("(e.net.layers[1].__class__.__name__, e.epoch)", ("Sigmoid", 5))
    expect(explorer.figure("epoch")).to_have_text("5")


def test_what_unfolds_works_like_the_rest(notebook, explorer):
    expect(explorer.choice("optimizer")).to_be_hidden()
    explorer.unfold()
    explorer.choice("optimizer").select_option("adam")
    explorer.root.get_by_label("logarithmic loss axis").check()
    explorer.root.get_by_label("seed of the weights").fill("7")
    explorer.root.get_by_label("seed of the weights").press("Enter")
    explorer.press("Step")
    expect(explorer.figure("epoch")).to_have_text("1")
    notebook.expect("(e.optimizer, e.log_loss, e.seed)", ("adam", True, 7))


def test_a_number_from_python_is_shown_as_it_is(notebook, explorer):
    notebook.tell("e.lr = 0.123")
    expect(explorer.slider("learning rate")).to_have_attribute("aria-valuetext", "0.123")


def test_a_state_from_python_moves_every_control(notebook, explorer):
    notebook.tell("e.state = 'data=circles; lr=1; hidden=4; activation=relu; seed=3; epoch=12'")
    expect(explorer.figure("epoch")).to_have_text("12")
    expect(explorer.slider("learning rate")).to_have_attribute("aria-valuetext", "1")
    expect(explorer.number("hidden layers")).to_have_value("1")
    expect(explorer.number("units in layer 1")).to_have_value("4")
    expect(explorer.number("units in layer 2")).to_be_hidden()
    expect(explorer.picture("circles")).to_be_checked()
    expect(explorer.choice("activation").locator("option:checked")).to_have_text("relu")
    expect(explorer.root.get_by_label("seed of the weights")).to_have_value("3")


def test_hidden_controls_are_absent_and_locked_ones_say_so(notebook):
    explorer = notebook.show("e = explore(hide=['data', 'pin'], lock='lr')\ne")
    expect(explorer.picture("xor")).to_have_count(0)
    expect(explorer.button("Pin")).to_have_count(0)
    expect(explorer.slider("learning rate")).to_be_disabled()
    expect(explorer.slider("learning rate")).to_have_accessible_description("(locked)")


def test_two_views_of_one_explorer_stay_in_step(notebook, explorer):
    other = notebook.show("e", index=3)
    other.slider("learning rate").press("ArrowRight")
    expect(explorer.slider("learning rate")).to_have_attribute("aria-valuetext", "0.5")
    other.press("Step")
    expect(explorer.figure("epoch")).to_have_text("1")
    explorer.press("Run")
    expect(other.button("Pause")).to_have_count(1)
    explorer.wait_for_epoch(30)
    other.press("Pause")
    expect(explorer.button("Run")).to_have_count(1)
    assert notebook.stands_still()
    expect(other.figure("epoch")).to_have_text(str(notebook.ask("e.epoch")))
    explorer.root.scroll_into_view_if_needed()
    expect(explorer.figure("epoch")).to_have_text(str(notebook.ask("e.epoch")))
    notebook.command("notebook:clear-cell-output")
