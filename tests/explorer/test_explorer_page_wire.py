"""The explorer's traits in a page that has no notebook, and needs neither anywidget nor IPython."""

import subprocess
import sys

import pytest
from traitlets import Dict, Unicode

from labnet.explorer.page_wire import PageWire


class Wired(PageWire):
    one, two = Unicode("1").tag(sync=True), Dict().tag(sync=True)
    private = Unicode()


@pytest.fixture
def wired():
    return Wired(one="first")


@pytest.fixture
def posted(wired):
    posted = []
    wired.attach(posted.append)
    assert posted.pop() == {"open": {"one": "first", "two": {}}}
    return posted


def test_a_change_is_told_and_a_private_one_is_not(wired, posted):
    wired.one, wired.private = "other", "secret"
    assert posted == [{"update": {"one": "other"}}]


def test_nothing_is_told_before_the_page_is_there(wired):
    wired.one = "early"
    posted = []
    wired.attach(posted.append)
    wired.two = {"a": 1}
    assert posted == [{"open": {"one": "early", "two": {}}}, {"update": {"two": {"a": 1}}}]


def test_changes_are_gathered(wired, posted):
    with wired.hold_sync():
        with wired.hold_sync():
            wired.one = "a"
        wired.one, wired.two = "b", {"b": 2}
        assert posted == []
    assert posted == [{"update": {"one": "b", "two": {"b": 2}}}]


def test_what_the_page_has_set_is_not_told_back(wired, posted):
    heard = []
    wired.observe(lambda change: heard.append(change["new"]), "one")
    wired.set_state({"one": "from the page"})
    assert (wired.one, heard, posted) == ("from the page", ["from the page"], [])


def test_what_became_of_it_is_told(wired, posted):
    wired.observe(lambda change: setattr(wired, "one", "mended"), "one")
    wired.set_state({"one": "broken"})
    assert posted == [{"update": {"one": "mended"}}]


def test_a_page_that_went_wrong_is_told_again(wired, posted):
    wired.send_state(["one"])
    assert posted == [{"update": {"one": "first"}}]


def test_what_the_page_says_is_heard(wired):
    heard = []
    wired.on_msg(lambda *told: heard.append(told))
    wired.hear({"painted": 3})
    assert heard == [(wired, {"painted": 3}, [])]


def test_nothing_is_told_after_the_end(wired, posted):
    wired.close()
    wired.one = "late"
    assert posted == []


ALONE = """
import sys
for name in ("anywidget", "IPython", "ipywidgets", "matplotlib"):
    sys.modules[name] = None
from labnet.support import page
page.in_page = lambda: {}
from labnet import explore
posted, e = [], explore()
e.attach(posted.append)
e.set_state({{"lr": 1.0, "clicks": e.clicks | {{"step": 1}}}})
e.train(5)
opened, updates = posted[0]["open"], [one["update"] for one in posted[1:]]
assert opened["controls"] and opened["picture"]["frame"] == 1
assert e.lr == 1.0 and e.epoch == 6
assert updates[-1]["picture"]["epoch"] == 6 and "scene" not in updates[-1]
assert e.set_state({{"lr": -1}}) is None and "lr is -1" in e.notice
assert posted[-1]["update"]["lr"] == 1.0
"""


def run(code):
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_explorer_runs_in_a_page_without_a_notebook():
    assert run(ALONE.format(True)).stderr == ""


def test_elsewhere_it_asks_for_anywidget():
    assert "import of anywidget halted" in run(ALONE.format(False)).stderr
