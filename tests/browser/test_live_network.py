"""The pictures: what is read in them with mouse and keyboard, in a real JupyterLab."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def explorer(notebook):
    return notebook.show("e = explore(hidden=(4,))\ne.train(20)\ne")


def test_pointing_at_a_line_reads_the_weight_and_its_gradient(notebook, explorer):
    explorer.point_at(explorer.network, "W1[")
    reading = explorer.reading(explorer.network)
    expect(reading).to_contain_text("in W1 (2, 4)")
    expect(reading).to_contain_text("dW1[")


def test_pointing_at_a_unit_reads_its_array(notebook, explorer):
    explorer.point_at(explorer.network, "a1[:, 2]")
    expect(explorer.reading(explorer.network)).to_contain_text("a1 (21, 4)")


def test_the_arrow_keys_read_the_network(notebook, explorer):
    before, reading = notebook.selection, explorer.reading(explorer.network)
    explorer.button("Run").focus()
    explorer.tab_to(explorer.network)
    for key in ("ArrowRight", "ArrowDown"):
        explorer.page.keyboard.press(key)
    weight = notebook.ask("float(e.net.layers[0].W[0, 1])")
    expect(reading).to_contain_text("W1[0, 1] = ")
    shown = reading.inner_text().split(" = ")[1].split()[0].replace("\N{MINUS SIGN}", "-")
    assert float(shown) == pytest.approx(weight, rel=0.005)
    expect(explorer.spoken).to_contain_text("W1[0, 1] = ")
    assert notebook.selection == before


def test_the_switch_to_gradients_changes_the_lines_and_the_legend(notebook, explorer):
    legend = explorer.root.locator(".lx-network figcaption")
    expect(legend).to_contain_text("thickest: |W|")
    pixels = explorer.pixels(explorer.network)
    explorer.choice("lines show").select_option("gradients")
    expect(legend).to_contain_text("thickest: |dW|")
    assert explorer.pixels(explorer.network) != pixels


def test_the_network_can_be_left_out(notebook, explorer):
    explorer.unfold()
    explorer.root.get_by_label("show the network").uncheck()
    expect(explorer.network).to_be_hidden()
    explorer.press("Step")
    expect(explorer.figure("epoch")).to_have_text("21")


def test_the_map_tells_what_is_under_the_mouse(notebook, explorer):
    explorer.point_at(explorer.map, ", class")
    x1, x2 = notebook.ask(f"e.controller.session.X[{explorer.pointed_example}].tolist()")
    said = re.findall(r"-?\d\.\d+", explorer.reading(explorer.map).inner_text())
    assert [float(number) for number in said[:2]] == pytest.approx([x1, x2], abs=0.1)


def test_a_clicked_point_is_followed_one_operation_at_a_time(notebook, explorer):
    explorer.map.click(position=explorer.point_at(explorer.map, ", class"))
    panel, index = explorer.example, explorer.pointed_example
    expect(panel.get_by_role("spinbutton", name="example")).to_have_value(str(index))
    expect(panel).to_contain_text("z1 = x W1 + b1")
    panel.get_by_role("button", name="next operation").click()
    expect(panel.locator(".lx-formula")).to_have_text("a1 = tanh(z1)")
    expect(panel.get_by_role("row").filter(has_text="a1")).to_contain_text("(1, 4)")
    panel.get_by_role("slider").press("End")
    expect(panel).to_contain_text("new b2 = b2 − lr db2")
    panel.get_by_role("button", name="previous operation").click()
    expect(panel).to_contain_text("the step")
    notebook.expect("e.example", index)


def test_escape_leaves_the_example(notebook, explorer):
    notebook.tell("e.example = 3")
    expect(explorer.example.get_by_role("spinbutton", name="example")).to_have_value("3")
    explorer.example.get_by_role("slider").press("Escape")
    expect(explorer.loss).to_be_visible()
    notebook.expect("e.example", None)
    explorer.tab_of("example").click()
    expect(explorer.example).to_contain_text("Click a point")


def test_a_state_from_python_brings_the_example_back(notebook, explorer):
    notebook.tell("e.example, e.stage = 5, 2")
    expect(explorer.example.locator(".lx-formula")).to_have_text("z2 = a1 W2 + b2")
    expect(explorer.example.get_by_role("slider")).to_have_attribute(
        "aria-valuetext", "z2 = a1 W2 + b2"
    )
