"""One band: everything is seen together, and nothing moves while it runs, in a real JupyterLab."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXES = 50  # pixels beside the plane, for the numbers of the axes
NORMAL, NARROW, PHONE = (1280, 900), (1092, 900), (506, 900)  # windows, for 1100, 912 and 390 px
WATCH = """(root) => {
  window.shifts = [];
  window.watcher = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      for (const { node } of entry.sources)
        if (root.contains(node)) window.shifts.push(node.className || node.nodeName);
  });
  window.watcher.observe({ type: "layout-shift" });
}"""
SHIFTS = """() => {
  window.watcher.disconnect();
  return window.shifts;
}"""


def boxes(explorer, *parts):
    return [part.bounding_box() for part in parts]


def height(*found):
    """From the top of the first to the bottom of the lowest of these boxes."""
    bottom = max(box["y"] + box["height"] for box in found)
    return bottom - min(box["y"] for box in found)


@pytest.mark.parametrize(("window", "width", "plane"), [(NORMAL, 1100, 320), (NARROW, 912, 300)])
@pytest.mark.parametrize("example", [None, 3])
def test_all_of_it_is_seen_together(notebook, in_size, window, width, plane, example):
    explorer = notebook.show(f"e = explore(example={example})\ne.train(20)\ne")
    in_size(*window, 1)
    explorer.frame()
    root, chart, network, side = boxes(
        explorer, explorer.root, explorer.map, explorer.network, explorer.root.locator(".lx-side")
    )
    assert abs(root["width"] - width) < 5
    assert root["height"] <= 620
    assert chart["width"] - AXES >= plane
    assert height(chart, network, side) <= 500
    assert explorer.example.is_visible() == (example is not None)


def test_a_narrow_page_has_one_column(notebook, in_size):
    explorer = notebook.show("e = explore()\ne")
    in_size(*PHONE, 1)
    explorer.frame()
    root, chart, network = boxes(explorer, explorer.root, explorer.map, explorer.network)
    assert root["width"] < 400
    assert chart["width"] - AXES >= 300
    assert network["y"] > chart["y"] + chart["height"]


@pytest.mark.parametrize("window", [NORMAL, NARROW])
@pytest.mark.parametrize("panel", ["loss", "weight", "example", "hidden space"])
def test_nothing_moves_while_it_runs(notebook, in_size, window, panel):
    settings = "epochs_per_frame=100, data='circles', hidden=(4, 2), entry='W2[0, 1]', example=3"
    explorer = notebook.show(f"e = explore({settings}, panel={panel!r})\ne")
    in_size(*window, 1)
    assert shifts(notebook, explorer) == []


def shifts(notebook, explorer):
    """What has moved in a run of 1,500 epochs."""
    explorer.frame()
    explorer.root.evaluate(WATCH)
    notebook.tell("e.running = True")
    explorer.wait_for_epoch(1500)
    notebook.tell("e.running = False")
    return explorer.page.evaluate(SHIFTS)


def test_nothing_moves_where_it_says_why_it_stands_still(notebook):
    explorer = notebook.show("e = explore(activation='sigmoid', lr=0.03, epochs_per_frame=20)\ne")
    assert shifts(notebook, explorer) == []
    expect(explorer.root.locator(".lx-why")).to_contain_text("On a plateau")


def test_a_large_one_has_larger_letters_and_pictures(notebook):
    explorer = notebook.show("e = explore()\ne")
    sizes = [explorer.map.bounding_box()["width"], explorer.button("Run").bounding_box()["height"]]
    notebook.tell("e.size = 'large'")
    explorer.frame()
    larger = [explorer.map.bounding_box()["width"], explorer.button("Run").bounding_box()["height"]]
    assert all(more > 1.15 * less for less, more in zip(sizes, larger, strict=True))


def test_a_small_one_has_map_loss_and_run(notebook):
    explorer = notebook.show("e = explore(size='small')\ne")
    for part in (explorer.map, explorer.loss, explorer.button("Run")):
        expect(part).to_be_visible()
    for part in (explorer.network, explorer.slider("learning rate"), explorer.tab_of("weight")):
        expect(part).to_be_hidden()
    explorer.run_up_to(20)
    explorer.press("Pause")


def test_a_bare_explorer_learns_within_two_seconds(notebook):
    explorer = notebook.show("e = explore()\ne")
    notebook.tell("e.train(600)")  # two seconds hold several times as many epochs
    assert notebook.ask("e.accuracy") == 1
    expect(explorer.figure("accuracy")).to_have_text("1.00")
