"""The example report as a page: nothing is cut, on the screen and on paper."""

import re

import pytest
from conftest import errors, strangers

from labnet import report
from labnet.report.notebook import EXAMPLE

pytestmark = pytest.mark.browser

A4 = 794, 1123  # in pixels, 96 to an inch
PRINTED = 658  # the width of A4 without the page's margins
BESIDE = """() => [...document.querySelectorAll("main *, header *")]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 200))"""
SCROLLING = """() => [...document.querySelectorAll("*")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => one.outerHTML.slice(0, 200))"""
NOT_LOADED = "() => [...document.images].filter((one) => !one.naturalWidth).map((one) => one.alt)"
FORMULAS = """() => [...document.querySelectorAll("math")]
  .map((one) => one.getBoundingClientRect()).map((box) => box.width * box.height)"""


@pytest.fixture(scope="module")
def faults():
    """Those of this page alone: JupyterLab's page, which stays open, may still complain."""
    return []


@pytest.fixture(scope="module")
def page(browser, faults, tmp_path_factory):
    """The exported report, in place of the JupyterLab of the other tests."""
    target = report.export(EXAMPLE, to=tmp_path_factory.mktemp("page") / "report.html")
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: faults.extend(errors(message)))
        page.on("request", lambda request: faults.extend(strangers(request)))
        page.goto(target.as_uri())
        yield page


@pytest.fixture(params=[("screen", 1200), ("screen", 800), ("screen", 400), ("print", PRINTED)])
def sized(request, page):
    """The page as it is on screens of several widths, and on A4 paper."""
    media, width = request.param
    page.emulate_media(media=media)
    page.set_viewport_size({"width": width, "height": A4[1]})
    return page


def test_nothing_reaches_beyond_the_page(sized):
    client, scroll = sized.evaluate(
        "() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]"
    )
    assert scroll <= client
    if client > 400:  # on a telephone a wide table scrolls by itself
        assert sized.evaluate(BESIDE) == []
        assert sized.evaluate(SCROLLING) == []


def test_every_picture_is_there(sized):
    assert sized.evaluate("() => document.images.length") == 12
    assert sized.evaluate(NOT_LOADED) == []


def test_every_formula_is_drawn(sized):
    areas = sized.evaluate(FORMULAS)
    assert len(areas) > 20 and min(areas) > 20


def test_it_prints_on_a4_and_no_figure_is_cut(page, tmp_path):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PRINTED, "height": A4[1]})
    tall = page.evaluate("() => [...document.images].map((one) => one.height)")
    assert max(tall) < A4[1] - 2 * 76  # one page without its margins
    kept = page.evaluate(
        """() => [...document.querySelectorAll(".shown")]
          .map((one) => getComputedStyle(one).breakInside)"""
    )
    assert set(kept) == {"avoid"}
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    sizes = pdf_sizes(tmp_path / "report.pdf")
    assert set(sizes) == {(595, 842)} and 8 <= len(sizes) <= 16  # points


def pdf_sizes(path):
    """The width and height of each page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in boxes]
