"""A notebook saved, closed and opened again, when its kernel is gone: all is there, and works."""

from contextlib import ExitStack, closing

import pytest
from course import Copy
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RIGHT = "return 1 / (1 + np.exp(np.minimum(-z, 709)))"
DRAWN = "(image) => image.complete && image.naturalWidth > 300"


@pytest.fixture
def open_copy(page, lab):
    """A function that opens the copy with this number."""
    with ExitStack() as opened:
        yield lambda number: opened.enter_context(closing(Copy(page, lab, number)))


def demand_all_of_it(copy):
    """What the cells showed is still there when the notebook is opened again."""
    before = [cell["outputs"] for cell in copy.code_cells]
    copy.reopen()
    copy.look_at_all()
    assert [cell["outputs"] for cell in copy.code_cells] == before
    assert copy.errors == []


def test_the_explorers_picture_stays_and_its_cell_works_again(open_copy):
    copy = open_copy("06")
    index = copy.find("live = explore(")
    copy.run_above(index)
    copy.run(index)
    copy.explorer(index)
    demand_all_of_it(copy)
    copy.scroll_to(index)
    picture = copy.cell(index).locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate(DRAWN)
    expect(copy.cell(index)).to_contain_text("Run this cell")
    copy.run_above(index)
    copy.run(index)
    copy.explorer(index).run_up_to(10)
    expect(picture).to_be_hidden()


def test_the_sliders_latest_figure_stays_and_its_cell_works_again(open_copy):
    copy = open_copy("01")
    index = copy.find("plots.slider(")
    copy.run_above(index)
    slider = copy.slider(index)
    at_first = slider.src
    slider.press("ArrowRight", 3)
    expect(slider.note).to_contain_text("z = 0.3.")
    expect(slider.figure).not_to_have_attribute("src", at_first)
    moved = slider.src
    demand_all_of_it(copy)
    copy.scroll_to(index)
    expect(slider.note).to_be_visible()
    expect(slider.note).to_contain_text("z = 0.3.")
    expect(slider.figure).to_have_attribute("src", moved)
    assert slider.figure.evaluate(DRAWN)
    copy.run_above(index)
    copy.slider(index).press("ArrowLeft", 2)
    expect(slider.note).to_contain_text("z = -0.2.")


def test_a_right_answer_its_verdict_and_the_figures_stay(open_copy):
    copy = open_copy("01")
    index, question = copy.find("exercises.sigmoid.check("), copy.find("questions.which_overflows")
    copy.replace(question, "which_overflows", 'which_overflows.answer("b")')
    copy.run_above(index)
    copy.type_over(index, "...", [RIGHT])
    expect(copy.verdict(index)).to_contain_text("That is right.")
    demand_all_of_it(copy)
    expect(copy.cell(index).locator(".cm-content")).to_contain_text(RIGHT)
    expect(copy.verdict(index)).to_contain_text("That is right.")
    expect(copy.verdict(index)).to_have_css("border-left-style", "solid")
    expect(copy.verdict(question)).to_contain_text("which_overflows: right")
    figure = copy.cell(copy.find("plots.curves(")).locator("img")
    assert figure.evaluate(DRAWN)
    copy.restart_and_run_all()
    expect(copy.cell(copy.find("sigmoid.use("))).to_contain_text("using your `sigmoid`")
