"""Gradients one can feel: a weight by hand, a unit on the map, hidden space, points by clicking."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

EXPLORE = "e = explore(hidden=(4, 2))\ne.train(20)\ne"
CLASS = """
class Mine:
    def __init__(self, sizes, rng=None):
        self.params = {"W1": rng.normal(size=(2, 1)), "b1": np.zeros((1, 1))}

    def forward(self, x):
        self.x = x
        self.p = 1 / (1 + np.exp(-(x @ self.params["W1"] + self.params["b1"])))
        return self.p

    def backward(self, y):
        dz = (self.p - y) / len(y)
        self.grads = {"dW1": self.x.T @ dz, "db1": dz.sum(axis=0, keepdims=True)}
        return self.grads

    def step(self, lr):
        print("a step")
        for name in self.params:
            self.params[name] = self.params[name] - lr * self.grads[f"d{name}"]


e = explore(Mine)
e"""


@pytest.fixture
def explorer(notebook):
    return notebook.show(EXPLORE)


def number(cell):
    return float(cell.inner_text().replace("\N{MINUS SIGN}", "-"))


def rows(explorer):
    """What the panel of a weight says: by backward, by nudging, predicted, real."""
    return explorer.root.locator(".lx-weight td").all()


def test_a_clicked_weight_is_checked_by_nudging(notebook, explorer):
    explorer.network.click(position=explorer.point_at(explorer.network, "W2["))
    entry = notebook.ask("e.entry")
    expect(explorer.root.locator("[data-lx=weightName]")).to_have_text(entry)
    backward, nudged, predicted, real = rows(explorer)
    assert number(backward) == pytest.approx(
        notebook.ask(f"e.check_weight('{entry}')[0]"), rel=0.01
    )
    assert backward.inner_text() == nudged.inner_text()
    assert (predicted.inner_text(), real.inner_text()) == ("–", "–")


def test_a_dragged_weight_moves_map_and_loss(notebook, explorer):
    notebook.tell("e.entry = 'W3[0, 0]'")
    slider = explorer.slider("move the weight")
    pixels, loss = explorer.pixels(explorer.map), explorer.figure("loss").inner_text()
    for _ in range(3):
        slider.press("ArrowRight")
    expect(explorer.figure("loss")).not_to_have_text(loss)
    _, _, predicted, real = rows(explorer)
    expect(real).not_to_have_text("–")
    assert number(predicted) == pytest.approx(number(real), rel=0.5)
    assert explorer.pixels(explorer.map) != pixels
    notebook.expect("'edits=W3[0,0]=' in e.state", True)


def test_a_typed_weight_is_set_and_a_senseless_one_refused(notebook, explorer):
    notebook.tell("e.entry = 'b1[0, 2]'")
    field = explorer.number("value of the weight")
    field.fill("1.25")
    field.blur()
    notebook.expect("float(e.net.layers[0].b[0, 2])", 1.25)
    field.fill("1e9")
    field.blur()
    expect(explorer.status).to_contain_text("b1[0, 2] is 1e+09")
    notebook.expect("float(e.net.layers[0].b[0, 2])", 1.25)


def test_the_keyboard_picks_a_weight_and_lets_it_go(notebook, explorer):
    explorer.button("Run").focus()
    explorer.tab_to(explorer.network)
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        explorer.page.keyboard.press(key)
    notebook.expect("(e.entry, e.panel)", ("W1[0, 1]", "weight"))
    explorer.page.keyboard.press("Escape")
    notebook.expect("(e.entry, e.panel)", (None, "loss"))


def test_a_unit_that_is_pointed_at_is_seen_on_the_map(notebook, explorer):
    pixels = explorer.pixels(explorer.map)
    explorer.point_at(explorer.network, "a2[:, 1]")
    explorer.frame()
    assert explorer.pixels(explorer.map) != pixels
    expect(explorer.reading(explorer.map)).to_have_text("a2[:, 1]: from −1 (blue) to 1 (orange)")
    explorer.button("Run").hover()
    explorer.frame()
    assert explorer.pixels(explorer.map) == pixels
    notebook.tell("e.entry = 'a2[:, 1]'")
    expect(explorer.reading(explorer.map)).to_contain_text("a2[:, 1] over x1 and x2")


def test_hidden_space_bends_under_its_slider(notebook, explorer):
    explorer.tab_of("hidden space").click()
    canvas = explorer.root.locator(".lx-space-canvas")
    expect(canvas).to_have_accessible_name(re.compile(r"a2\[:, 0\] and a2\[:, 1\] bend it"))
    pixels = explorer.pixels(canvas)
    explorer.slider("bend").press("Home")
    notebook.expect("e.bend", 0)
    explorer.frame()
    assert explorer.pixels(canvas) != pixels
    explorer.choice("layer").select_option("a1")
    explorer.choice("up").select_option("3")
    notebook.expect("e.space", (1, 0, 3))


def test_clicks_set_points_and_take_them_away(notebook, explorer):
    box = explorer.map.bounding_box()
    middle = {"x": 0.6 * box["width"], "y": 0.7 * box["height"]}
    explorer.choice("what a click in the map does").select_option("add class 1")
    explorer.map.click(position=middle)
    notebook.expect("(e.data, len(e.points), e.points[-1][2])", ("drawn", 22, 1))
    expect(explorer.picture("drawn")).to_be_checked()
    explorer.choice("what a click in the map does").select_option("remove")
    explorer.map.click(position=explorer.point_at(explorer.map, "example 21"))
    notebook.expect("len(e.points)", 21)
    notebook.tell("from labnet import xor_data")
    notebook.expect("bool(abs(e.controller.session.X - xor_data()[0]).max() < 1e-6)", True)


def test_a_click_leaves_points_where_noise_has_moved_them(notebook, explorer):
    notebook.tell("e.noise = 0.1\nX = e.controller.session.X.copy()")
    explorer.choice("what a click in the map does").select_option("add class 0")
    explorer.map.click(position={"x": 100, "y": 100})
    notebook.expect("(e.noise, len(e.points))", (0, 22))
    notebook.expect("bool(abs(e.controller.session.X[:21] - X).max() < 1e-3)", True)


def test_held_out_points_are_told_apart(notebook, explorer):
    notebook.tell("e.held_out = 0.3")
    expect(explorer.root.locator("[data-lx=held]")).to_have_text(re.compile(r"held out 0\.\d+"))
    expect(explorer.root.locator(".lx-lines")).to_contain_text("its held-out points")


def test_a_training_that_stands_still_says_why(notebook, explorer):
    notebook.tell("e.activation = 'sigmoid'\ne.train(500)")
    expect(explorer.root.locator("[data-lx=still]")).to_contain_text("On a plateau: each example")


def test_the_tabs_are_walked_with_the_arrow_keys(notebook, explorer):
    explorer.tab_of("loss").focus()
    explorer.page.keyboard.press("ArrowRight")
    expect(explorer.tab_of("weight")).to_be_focused()
    expect(explorer.root.get_by_role("tabpanel", name="weight")).to_be_visible()
    notebook.expect("e.panel", "weight")


def test_the_state_is_copied(notebook, explorer):
    explorer.press("Copy state")
    expect(explorer.status).to_contain_text("data=xor; lr=0.3; hidden=4,2")


def test_a_class_of_ones_own_can_be_felt_too(notebook):
    notebook.tell("import numpy as np")
    explorer = notebook.show(CLASS)
    notebook.tell("e.entry = 'W1[1, 0]'")
    explorer.slider("move the weight").press("ArrowRight")
    _, _, predicted, real = rows(explorer)
    expect(real).not_to_have_text("–")
    assert number(predicted) == pytest.approx(number(real), rel=0.5)
    explorer.press("Step")
    expect(explorer.root.locator(".lx-printed")).to_contain_text("a step")


def test_unpinning_leaves_no_word_of_a_pin(notebook, explorer):
    explorer.press("Pin")
    expect(explorer.status).to_contain_text("Pinned as A")
    explorer.press("Unpin all")
    expect(explorer.status).not_to_contain_text("Pinned")


def test_no_operation_is_cut_off(notebook):
    explorer = notebook.show("e = explore(hidden=(20, 20, 20), example=3)\ne")
    panel, slider = explorer.example, explorer.slider("operation")
    last = int(slider.get_attribute("max"))
    assert last > 30
    for stage in range(0, last + 1, 5):
        notebook.tell(f"e.stage = {stage}")
        expect(slider).to_have_value(str(stage))
        wide = panel.evaluate("(node) => node.scrollWidth - node.clientWidth")
        assert wide <= 0
        panel.locator("tr").last.scroll_into_view_if_needed()
        expect(panel.locator("tr").last).to_be_in_viewport()


def test_ten_thousand_points_are_a_cloud(notebook):
    notebook.tell("import numpy as np; Z = np.random.default_rng(0).normal(size=(10_000, 2))")
    explorer = notebook.show("e = explore(data=(Z, 1.0 * (Z[:, :1] > 0)), epochs_per_frame=1)\ne")
    assert notebook.ask("sum(len(v) for v in e.picture.values() if type(v) is bytes)") < 30_000
    explorer.run_up_to(5)
    explorer.press("Pause")
