"""A student's whole way in the browser: write, be told, save, come back, hand in."""

import re
import time
from contextlib import closing

import pytest
from course_page import SiteCopy
from nights import every_night
from playwright.sync_api import expect
from views import wait_until

pytestmark = [pytest.mark.site, every_night]

ENDLESS = "while True: pass"
FLIPPED = "return 1 / (1 + np.exp(np.minimum(z, 709)))"
RIGHT = "return 1 / (1 + np.exp(np.minimum(-z, 709)))"
CHECK = "exercises.sigmoid.check(sigmoid)"
NAMED = 6  # seconds within which a loop without an end is named
SAVED = "() => !jupyterapp.shell.currentWidget.context.model.dirty"
FETCHES = re.compile(r"""(?:src|href)=["'](?!data:|#)[^"']*|url\((?!["']?data:)|@import""")


def save(copy):
    copy.page.keyboard.press("Control+s")
    copy.page.wait_for_function(SAVED)


@pytest.fixture
def copy(profile, course_address, asked_elsewhere):
    """01, up to its first exercise."""
    with closing(SiteCopy(profile, course_address, "01")) as copy:
        copy.run_above(copy.find(CHECK))
        yield copy
    assert asked_elsewhere == []


def test_an_exercise_is_judged_saved_and_there_the_next_day(copy):
    index = copy.find(CHECK)
    for line, said in ((ENDLESS, "end"), (FLIPPED, "wrong sign"), (RIGHT, "That is right")):
        copy.replace(index, "...", line)
        began = time.monotonic()
        copy.run(index)
        assert time.monotonic() - began < NAMED
        expect(copy.verdict(index)).to_contain_text(said)
        copy.replace(index, line, "..." if line != RIGHT else RIGHT)
    save(copy)
    copy.open()
    copy.run_above(index)
    copy.run(index)
    expect(copy.verdict(index)).to_contain_text("That is right")


def test_a_second_tab_loses_nothing(copy, profile, course_address):
    index = copy.find(CHECK)
    with closing(SiteCopy(profile, course_address, "01")) as other:
        other.replace(index, "...", RIGHT)
        save(other)
    copy.replace(index, "...", FLIPPED)
    copy.page.keyboard.press("Control+s")
    expect(copy.page.locator(".jp-Dialog")).to_contain_text("changed on disk")


def test_the_explorer_trains_and_stops(profile, course_address):
    with closing(SiteCopy(profile, course_address, "06")) as copy:
        index = copy.find("live = explore(")
        copy.run_above(index)
        copy.run(index)
        explorer = copy.explorer(index)
        explorer.run_up_to(20)
        explorer.press("Pause")
        expect(explorer.button("Run")).to_be_visible()
        epoch = settled(explorer)
        explorer.slider("learning rate").press("ArrowRight")
        assert settled(explorer) == epoch


def settled(explorer):
    """The epoch, once pictures that were on their way have been shown."""

    def still():
        before = explorer.epoch
        explorer.page.wait_for_timeout(500)
        return explorer.epoch == before

    wait_until(explorer.page, still)
    return explorer.epoch


def test_the_report_is_one_file_that_needs_no_network(profile, course_address, tmp_path):
    with closing(SiteCopy(profile, course_address, "08")) as copy:
        copy.run_above(copy.find("report.checklist("))
        save(copy)
        index = copy.find("report.checklist(")
        copy.set_source(index, "report.export()")
        copy.run(index)
        with copy.page.expect_download() as download:
            copy.cell(index).get_by_role("link", name="Save 08_lab_report.html").click()
        download.value.save_as(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<math" in page
    assert FETCHES.findall(page) == []
