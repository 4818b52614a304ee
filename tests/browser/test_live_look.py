"""Themes, widths, zoom and reduced motion, in a real JupyterLab."""

import re
from statistics import mean

import pytest
from playwright.sync_api import expect
from views import CONTROLS

pytestmark = pytest.mark.browser

EVERYTHING = """
e = explore(example=7, stage=9)
e.train(50)
e.pin()
e.over_seeds(10)
e"""
LUMINANCES = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = [];
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3] > 200)
      found.push((0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2]) / 255);
  return [Math.min(...new Set(found)), Math.max(...new Set(found))];
}"""
PALE_TEXT = """(root) => {
  const rgba = (color) => [...color.match(/[\\d.]+/g).map(Number), 1].slice(0, 4);
  const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = (node) => {
    const color = rgba(getComputedStyle(node).backgroundColor);
    return color[3] > 0.99 ? color : ground(node.parentElement);
  };
  const texts = [...root.querySelectorAll("*")].filter((node) => node.checkVisibility() &&
    !node.closest("[aria-disabled=true]") &&
    [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  return texts.flatMap((node) => {
    const [a, b] = [rgba(getComputedStyle(node).color), ground(node)].map(light);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [`${node.textContent.trim()}: ${contrast.toFixed(1)}`] : [];
  });
}"""
OVERLAPS = """(root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.data.trim() && node.parentElement.checkVisibility() &&
        !node.parentElement.closest("option, [aria-live]"))
      found.push([node.data.trim(), range.getBoundingClientRect()]);
  }
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6; // lines may be set close
  return found.flatMap(([text, box], i) =>
    found.slice(i + 1).flatMap(([other, place]) => (meet(box, place) ? [[text, other]] : [])));
}"""
GAPS = """async (root) => {
  const times = [];
  const names = [...root.querySelectorAll("dt")];
  const node = names.find((name) => name.textContent === "epoch").parentElement;
  await new Promise((done) => {
    const watcher = new MutationObserver(() => {
      if (times.push(performance.now()) > 4) done(watcher.disconnect());
    });
    watcher.observe(node, { childList: true, characterData: true, subtree: true });
  });
  return times.slice(1).map((time, i) => time - times[i]);
}"""
MOVING = """(root) => [root, ...root.querySelectorAll("*")].filter((node) =>
  getComputedStyle(node).transitionDuration !== "0s" || node.getAnimations().length
).map((node) => node.className)"""


@pytest.fixture
def explorer(notebook):
    explorer = notebook.show(EVERYTHING)
    explorer.unfold()
    explorer.sheet.locator("input").first.focus()
    return explorer


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_every_text_stands_out_in_both_themes(notebook, explorer, theme, in_theme):
    in_theme(theme)
    assert explorer.root.evaluate(PALE_TEXT) == []
    darkest, lightest = explorer.network.evaluate(LUMINANCES)
    assert lightest > 0.8 if theme == "Dark" else darkest < 0.2


def test_a_change_of_theme_is_drawn_at_once(notebook, explorer, in_theme):
    pixels = explorer.pixels(explorer.network)
    in_theme("Dark")
    expect(explorer.root).to_have_class(re.compile("lx-dark"))
    explorer.frame()
    assert explorer.pixels(explorer.network) != pixels


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(1400, 1000, 1), (800, 800, 1), (506, 900, 1), (1400, 1000, 2)]
)
def test_nothing_stands_out_or_overlaps_and_every_control_is_within_reach(
    notebook, explorer, in_size, width, height, zoom
):
    in_size(width, height, zoom)
    explorer.frame()
    assert explorer.overflow() == []
    for control in explorer.sheet.locator(CONTROLS).all():
        control.hover()  # scrolls there, and sees whether anything lies over it
    explorer.page.keyboard.press("Escape")
    expect(explorer.sheet).to_be_hidden()
    assert explorer.root.evaluate(OVERLAPS) == []
    for control in explorer.controls():
        control.hover()


def test_reduced_motion_paints_twice_a_second_and_moves_nothing(notebook, page):
    explorer = notebook.show("e = explore()\ne")
    page.emulate_media(reduced_motion="reduce")
    try:
        assert explorer.root.evaluate(MOVING) == []
        explorer.press("Run")
        assert mean(explorer.root.evaluate(GAPS)) > 300  # ms; slower is no fault
        explorer.press("Pause")
    finally:
        page.emulate_media(reduced_motion="no-preference")
    assert notebook.stands_still()
