"""The student's copies: made where missing, never overwritten, and an old one is always kept."""

import subprocess
import sys

import pytest

from labnet import copies


@pytest.fixture
def rooms(tmp_path):
    originals = tmp_path / "notebooks"
    originals.mkdir()
    for name in ("01_first.ipynb", "02_second.ipynb"):
        (originals / name).write_text(f"clean {name}")
    (originals / "conftest.py").write_text("not a notebook")
    return originals, tmp_path / "my-notebooks"


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_copies_every_notebook_and_nothing_else(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    assert contents(mine) == {
        "01_first.ipynb": "clean 01_first.ipynb",
        "02_second.ipynb": "clean 02_second.ipynb",
    }


def test_never_overwrites(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    (mine / "01_first.ipynb").write_text("my work")
    (mine / "02_second.ipynb").unlink()
    new = copies.copy_missing(originals, mine)
    assert [path.name for path in new] == ["02_second.ipynb"]
    assert contents(mine)["01_first.ipynb"] == "my work"


def test_an_interrupted_copy_is_made_again(rooms, monkeypatch):
    originals, mine = rooms

    def interrupted(source, target):
        target.write_text("half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(copies.shutil, "copyfile", interrupted)
        with pytest.raises(KeyboardInterrupt):
            copies.copy_missing(originals, mine)
    copies.copy_missing(originals, mine)
    assert contents(mine)["01_first.ipynb"] == "clean 01_first.ipynb"


def test_fresh_keeps_every_old_copy(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    for work in ("first try", "second try"):
        (mine / "02_second.ipynb").write_text(work)
        copies.fresh("02", originals, mine)
    assert contents(mine) == {
        "01_first.ipynb": "clean 01_first.ipynb",
        "02_second.ipynb": "clean 02_second.ipynb",
        "02_second.kept-1.ipynb": "first try",
        "02_second.kept-2.ipynb": "second try",
    }


def test_fresh_works_before_the_first_copy(rooms):
    originals, mine = rooms
    copy, kept = copies.fresh("1", originals, mine)
    assert kept is None
    assert copy.read_text() == "clean 01_first.ipynb"


@pytest.mark.parametrize("number", ["07", "", "first"])
def test_an_unknown_number_is_answered_with_what_exists(number, rooms):
    originals, mine = rooms
    with pytest.raises(SystemExit, match="it has 01_first, 02_second"):
        copies.fresh(number, originals, mine)
    assert not mine.exists()


@pytest.mark.parametrize("arguments", [["fresh"], ["fresh", "01", "02"], ["refresh", "01"]])
def test_a_wrong_command_is_one_sentence(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "labnet.copies", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "Which notebook? For number 03 that is: make fresh NB=03\n"
