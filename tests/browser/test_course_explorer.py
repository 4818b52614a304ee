"""The explorer of notebook 06, worked by the mouse alone and by the keyboard alone."""

import re
from contextlib import closing
from operator import ne

import pytest
from course import Copy
from playwright.sync_api import expect
from views import wait_until

pytestmark = pytest.mark.browser

SETTINGS = "(live.lr, live.activation, live.hidden)"


@pytest.fixture(scope="module")
def copy(page, lab):
    with closing(Copy(page, lab, "06")) as copy:
        copy.run_above(copy.find("live = explore("))
        yield copy


@pytest.fixture
def explorer(copy):
    index = copy.find("live = explore(")
    copy.run(index)
    explorer = copy.explorer(index)
    return explorer


@pytest.fixture
def pictures(explorer):
    """A function that waits until map, loss and network have all been drawn anew."""
    last = drawn(explorer)

    def wait_for_new_ones():
        wait_until(explorer.page, lambda: all(map(ne, last, drawn(explorer))))
        last[:] = drawn(explorer)

    return wait_for_new_ones


def drawn(explorer):
    explorer.frame()
    return [explorer.pixels(one) for one in (explorer.map, explorer.loss, explorer.network)]


def click_at(slider, share):
    """Click a slider at this share of its width."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    slider.click(position={"x": share * box["width"], "y": box["height"] / 2})


def demand(copy, explorer, pictures, lr, activation, hidden):
    """What the kernel has is what the page shows, and every picture is drawn from it."""
    copy.expect(SETTINGS, (lr, activation, hidden))
    expect(explorer.slider("learning rate")).to_have_attribute("aria-valuetext", f"{lr:g}")
    chosen = explorer.choice("activation").locator("option:checked")
    expect(chosen).to_have_text(activation)
    units = "-".join(map(str, hidden))
    expect(explorer.network).to_have_accessible_name(re.compile(f"2-{units}-1"))
    pictures()


def test_the_mouse_alone(copy, explorer, pictures):
    explorer.press("Run")
    explorer.wait_for_epoch(30)
    explorer.press("Pause")
    expect(explorer.button("Run")).to_be_visible()
    assert copy.stands_still("live.epoch")
    pictures()
    rate = explorer.slider("learning rate")
    click_at(rate, 0.75)
    expect(rate).not_to_have_attribute("aria-valuetext", "0.3")
    lr = float(rate.get_attribute("aria-valuetext"))
    demand(copy, explorer, pictures, lr, "sigmoid", (10, 10))
    explorer.choice("activation").select_option("tanh")
    demand(copy, explorer, pictures, lr, "tanh", (10, 10))
    explorer.root.locator(".lx-units [data-by='-1']").first.click()
    demand(copy, explorer, pictures, lr, "tanh", (9, 10))


def test_the_keyboard_alone(copy, explorer, pictures):
    before = copy.selection
    explorer.button("Run").focus()
    explorer.page.keyboard.press("Space")
    explorer.wait_for_epoch(30)
    explorer.page.keyboard.press("Space")
    expect(explorer.button("Run")).to_be_focused()
    assert copy.stands_still("live.epoch")
    pictures()
    press_on(explorer.slider("learning rate"), explorer, "ArrowRight")
    demand(copy, explorer, pictures, 0.5, "sigmoid", (10, 10))
    press_on(explorer.choice("activation"), explorer, "t")
    demand(copy, explorer, pictures, 0.5, "tanh", (10, 10))
    press_on(explorer.number("units in layer 1"), explorer, "ArrowDown")
    demand(copy, explorer, pictures, 0.5, "tanh", (9, 10))
    assert copy.selection == before


def press_on(control, explorer, key):
    """Tab from the first control to this one, and press a key."""
    explorer.button("Run").focus()
    explorer.tab_to(control)
    explorer.page.keyboard.press(key)
