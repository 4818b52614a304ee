"""The start page: it can be read by all, and says what became of the student's work."""

import gzip
import json

import pytest
from access import grave_faults
from playwright.sync_api import expect

from labnet.course.notebooks import NOTEBOOKS

pytestmark = pytest.mark.site

NARROW = {"width": 390, "height": 844}
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
STORE = """async (models) => {
  const opened = indexedDB.open("labnet", 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore("files");
  await new Promise((done) => (opened.onsuccess = done));
  const files = opened.result.transaction("files", "readwrite").objectStore("files");
  for (const model of models) files.put(model, model.path);
  await new Promise((done) => (files.transaction.oncomplete = done));
  opened.result.close();
}"""


@pytest.fixture
def start(profile, course_address):
    page = profile.new_page()
    page.goto(course_address)
    yield page
    page.close()


def model(path, version):
    notebook = {"cells": [], "metadata": {"labnet": {"copy_of": version}}}
    told = {"path": path, "name": path, "content": notebook, "type": "notebook"}
    return told | {"last_modified": "2026-01-05T10:00:00Z"}


def test_the_site_stays_small(course):
    files = [path.read_bytes() for path in (course / "course").rglob("*") if path.is_file()]
    assert max(map(len, files)) <= 10_000_000
    assert sum(map(len, files)) <= 64_000_000
    assert sum(len(gzip.compress(one)) for one in files) <= 40_000_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_from_reading(scheme, start):
    start.emulate_media(color_scheme=scheme)
    assert grave_faults(start, "body") == []


def test_it_fits_a_telephone(start):
    start.set_viewport_size(NARROW)
    assert not start.evaluate(TOO_WIDE)


def test_each_notebook_and_the_playground_are_there(start, asked_elsewhere):
    links = start.locator(".card a.open, a.play").evaluate_all("all => all.map((a) => a.href)")
    expected = [f"path={one.file}" for one in NOTEBOOKS]
    assert [link.split("?")[-1] for link in links if "?" in link] == expected
    for picture in start.locator("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("(image) => image.naturalWidth") > 100
    assert all(start.request.get(link).ok for link in links if "play" not in link)
    assert asked_elsewhere == []


def test_a_clean_copy_is_brought_and_the_old_one_kept(start):
    card = start.locator('[data-file="03_backpropagation.ipynb"]')
    current = card.get_attribute("data-version")
    old, mine = model("03_backpropagation.ipynb", "before"), model("01_sigmoid.ipynb", None)
    mine["content"]["metadata"]["labnet"]["copy_of"] = start.locator(
        '[data-file="01_sigmoid.ipynb"]'
    ).get_attribute("data-version")
    assert current != "before"
    start.evaluate(STORE, [old, mine])
    start.reload()
    expect(card).to_contain_text("The course has changed since")
    expect(start.locator('[data-file="01_sigmoid.ipynb"]')).to_contain_text("You have worked on it")
    card.get_by_role("button").click()
    kept = start.get_by_role("link", name="03_backpropagation.kept-1.ipynb")
    expect(kept).to_be_visible()
    expect(card).not_to_contain_text("changed since")
    kept_model = start.evaluate(READ, "03_backpropagation.kept-1.ipynb")
    assert json.loads(kept_model)["content"] == old["content"]


READ = """async (path) => {
  const opened = indexedDB.open("labnet");
  await new Promise((done) => (opened.onsuccess = done));
  const asked = opened.result.transaction("files").objectStore("files").get(path);
  await new Promise((done) => (asked.onsuccess = done));
  return JSON.stringify(asked.result);
}"""
