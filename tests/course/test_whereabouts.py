"""Where the notebooks and the copies are: in a checkout, where labnet is installed, in a page."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from labnet.course import copies, whereabouts


@pytest.fixture
def checkout(tmp_path):
    """The folder labnet/ of a checkout."""
    for name in ("labnet", "notebooks"):
        (tmp_path / "course" / name).mkdir(parents=True)
    (tmp_path / "course" / "Makefile").touch()
    return tmp_path / "course" / "labnet"


@pytest.fixture
def installed(tmp_path):
    """The folder labnet/ that pip has made."""
    (tmp_path / "site-packages" / whereabouts.INSTALLED).mkdir(parents=True)
    return tmp_path / "site-packages" / "labnet"


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch):
    monkeypatch.delenv(whereabouts.VARIABLE, raising=False)


def test_a_checkout_has_both_beside_labnet(checkout):
    assert whereabouts.originals(checkout) == checkout.parent / "notebooks"
    assert whereabouts.copies(checkout) == checkout.parent / "my-notebooks"


def test_installed_the_notebooks_are_inside_and_the_copies_where_you_are(installed):
    assert whereabouts.originals(installed) == installed / "notebooks"
    assert whereabouts.copies(installed) == Path()


@pytest.mark.parametrize("kind", ["checkout", "installed"])
def test_a_folder_named_in_the_environment_is_taken_everywhere(kind, request, monkeypatch):
    monkeypatch.setenv(whereabouts.VARIABLE, "~/backprop")
    assert whereabouts.copies(request.getfixturevalue(kind)) == Path.home() / "backprop"


def test_a_page_has_them_where_the_notebook_is(checkout, monkeypatch):
    monkeypatch.setattr(whereabouts, "in_page", lambda: True)
    assert whereabouts.copies(checkout) == Path()


@pytest.mark.parametrize("begun", [True, False])
def test_a_course_that_you_may_only_read_has_no_copies_of_yours(begun, checkout, monkeypatch):
    shared = checkout.parent / "my-notebooks" if begun else checkout.parent
    shared.mkdir(exist_ok=True)
    monkeypatch.setattr(os, "access", lambda path, mode: path != shared)
    assert whereabouts.edition(checkout) == "installed"
    assert whereabouts.copies(checkout) == Path()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system does not say whose a file is")
@pytest.mark.parametrize(
    ("you", "owner", "yours"), [(1001, 1001, True), (1001, 1002, False), (1001, 0, True)]
)
def test_the_copies_of_another_user_are_not_yours(you, owner, yours, checkout, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: you)
    monkeypatch.setattr(os, "access", lambda path, mode: True)
    monkeypatch.setattr(whereabouts, "owner", lambda folder: owner)
    assert whereabouts.is_yours(checkout) is yours
    assert whereabouts.copies(checkout) == (checkout.parent / "my-notebooks" if yours else Path())


def refused(folder):
    with pytest.raises(SystemExit) as told:
        whereabouts.made(folder)
    assert whereabouts.ELSEWHERE in str(told.value)
    return str(told.value)


def test_the_folder_of_the_copies_is_made_with_those_above_it(tmp_path):
    assert whereabouts.made(tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    assert "file cannot be made: File exists" in refused(tmp_path / "file")


def test_a_folder_that_takes_no_files_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert f"You may not write into {tmp_path.resolve()}." in refused(tmp_path)


def test_the_courses_own_folder_takes_no_copies():
    assert "holds the course's own notebooks" in refused(whereabouts.originals())


def test_a_place_is_shown_as_short_as_it_can_be(tmp_path):
    assert whereabouts.shown(copies.ROOT / "my-notebooks" / "a.ipynb") == "my-notebooks/a.ipynb"
    assert whereabouts.shown(Path("a.ipynb")) == "a.ipynb"
    assert whereabouts.shown(tmp_path / "a.ipynb") == (tmp_path / "a.ipynb").as_posix()
    assert whereabouts.folder_shown(copies.ROOT / "my-notebooks") == "my-notebooks/"
    assert whereabouts.folder_shown(Path()) == "this folder"


IN_A_PAGE = """
import sys

sys.platform = "emscripten"
sys.path.insert(0, sys.argv[1])

import labnet
from labnet import exercises
from labnet.course import copies
"""


def in_a_page(folder, root, text=""):
    """What is printed by labnet from `root`, as in a page whose notebook is in this folder."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PAGE + text, str(root)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": "", "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout


@pytest.fixture
def site(tmp_path):
    """(what the wheel unpacks to, a student's folder): labnet, and its notebooks in it."""
    root, mine = tmp_path / "site-packages", tmp_path / "drive"
    shutil.copytree(copies.ROOT / "labnet", root / "labnet", ignore=shutil.ignore_patterns("__py*"))
    (root / whereabouts.INSTALLED).mkdir()
    for path in copies.notebooks_in(copies.ORIGINALS):
        (root / whereabouts.INSTALLED / path.name).write_text(
            copies.without_outputs(path), encoding="utf-8"
        )
    copies.copy_missing(root / whereabouts.INSTALLED, mine)
    return root, mine


def test_in_a_page_copies_are_where_the_notebook_is_and_originals_in_labnet(site):
    root, mine = site
    told = in_a_page(mine, root, "print(copies.COPIES.resolve(), copies.ORIGINALS, sep='\\n')")
    assert told.splitlines() == [str(mine.resolve()), str((root / whereabouts.INSTALLED).resolve())]


def test_in_a_page_a_student_is_told_that_the_course_has_changed(site):
    root, mine = site
    assert in_a_page(mine, root) == ""
    change(root / whereabouts.INSTALLED / "03_backpropagation.ipynb")
    told = in_a_page(mine, root, 'exercises.fresh("3")').splitlines()
    assert told == [
        "03_backpropagation.ipynb is yours and stays; the course has changed since. "
        'For a clean copy: exercises.fresh("03")',
        "03_backpropagation.new-1.ipynb is clean, and in the list of files (File > Open). "
        "Yours stays as it is.",
    ]
    clean = copies.read(mine / "03_backpropagation.new-1.ipynb")
    assert clean["cells"][0]["source"] == "A newer text."


def change(path):
    notebook = copies.read(path)
    notebook["cells"][0]["source"] = "A newer text."
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_in_a_page_labnet_works_without_the_notebooks(site):
    root, mine = site
    shutil.rmtree(root / whereabouts.INSTALLED)
    assert in_a_page(mine, root) == ""
