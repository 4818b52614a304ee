"""The student's copies: clean, made where missing, never overwritten; an old one is always kept."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from labnet.course import copies
from labnet.course.notebooks import CourseNotebook


def write_notebook(path, text):
    cell = v4.new_code_cell(f"print({text!r})", execution_count=3)
    cell.outputs = [v4.new_output("stream", text=text)]
    nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("σ"), cell]), path)


@pytest.fixture
def rooms(tmp_path, monkeypatch):
    listed = map(CourseNotebook, ("01_first", "02_second", "03_not_written_yet"))
    monkeypatch.setattr(copies, "NOTEBOOKS", tuple(listed))
    originals = tmp_path / "notebooks"
    originals.mkdir()
    for name in ("01_first", "02_second"):
        write_notebook(originals / f"{name}.ipynb", name)
    (originals / "conftest.py").write_text("not a notebook")
    (originals / "00_not_listed.ipynb").write_text("a draft")
    return originals, tmp_path / "my-notebooks"


def sources(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_copies_every_notebook_and_nothing_else(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    assert names(mine) == ["01_first.ipynb", "02_second.ipynb"]
    for name in names(mine):
        assert sources(mine / name) == sources(originals / name)


def test_a_copy_has_not_been_run_and_is_valid(rooms):
    originals, mine = rooms
    for copy in copies.copy_missing(originals, mine):
        notebook = nbformat.read(copy, as_version=4)
        nbformat.validate(notebook)
        assert (notebook.cells[1].outputs, notebook.cells[1].execution_count) == ([], None)


def test_never_overwrites(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    (mine / "01_first.ipynb").write_text("my work")
    (mine / "02_second.ipynb").unlink()
    new = copies.copy_missing(originals, mine)
    assert [path.name for path in new] == ["02_second.ipynb"]
    assert (mine / "01_first.ipynb").read_text() == "my work"


def test_an_interrupted_copy_is_made_again(rooms, monkeypatch):
    originals, mine = rooms

    def interrupted(path, text, encoding):
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", interrupted)
        with pytest.raises(KeyboardInterrupt):
            copies.copy_missing(originals, mine)
    copies.copy_missing(originals, mine)
    assert sources(mine / "01_first.ipynb") == sources(originals / "01_first.ipynb")


def test_fresh_keeps_every_old_copy(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    for work in ("first try", "second try"):
        (mine / "02_second.ipynb").write_text(work)
        copies.fresh("02", originals, mine)
    kept = ["02_second.kept-1.ipynb", "02_second.kept-2.ipynb"]
    assert names(mine) == ["01_first.ipynb", "02_second.ipynb", *kept]
    assert [(mine / name).read_text() for name in kept] == ["first try", "second try"]
    assert sources(mine / "02_second.ipynb") == sources(originals / "02_second.ipynb")


def test_fresh_works_before_the_first_copy(rooms):
    originals, mine = rooms
    copy, kept = copies.fresh("1", originals, mine)
    assert kept is None
    assert sources(copy) == sources(originals / "01_first.ipynb")


def test_a_newer_course_is_noticed_in_its_cells_only(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    write_notebook(originals / "01_first.ipynb", "01 in new words")
    notebook = nbformat.read(originals / "02_second.ipynb", as_version=4)
    notebook.cells[1].outputs = []
    nbformat.write(notebook, originals / "02_second.ipynb")
    assert copies.outdated(originals, mine) == [mine / "01_first.ipynb"]
    copies.fresh("01", originals, mine)
    assert copies.outdated(originals, mine) == []


@pytest.mark.parametrize("text", ["no notebook", "[]", json.dumps({"metadata": {}})])
def test_a_copy_that_does_not_say_where_it_comes_from_is_left_alone(text, rooms):
    originals, mine = rooms
    mine.mkdir()
    (mine / "01_first.ipynb").write_text(text)
    assert copies.outdated(originals, mine) == []


@pytest.mark.parametrize("number", ["07", "", "first"])
def test_an_unknown_number_is_answered_with_what_exists(number, rooms):
    originals, mine = rooms
    with pytest.raises(SystemExit, match="it has 01_first, 02_second"):
        copies.fresh(number, originals, mine)
    assert not mine.exists()


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_notebooks_is_named_with_what_is_expected_in_it(made, rooms, tmp_path):
    (tmp_path / "empty").mkdir() if made else None
    expected = "01_first.ipynb, 02_second.ipynb, 03_not_written_yet.ipynb"
    with pytest.raises(
        SystemExit, match=rf"no notebooks in .*empty; expected in it are {expected}"
    ):
        copies.copy_missing(tmp_path / "empty", rooms[1])
    assert not rooms[1].exists()


@pytest.mark.parametrize("text", ["{", "[]", json.dumps({"metadata": {}})])
def test_a_damaged_original_is_named_with_its_folder(text, rooms):
    originals, mine = rooms
    (originals / "02_second.ipynb").write_text(text)
    with pytest.raises(
        SystemExit, match=r"02_second.ipynb is no notebook.*notebooks is the course"
    ):
        copies.copy_missing(originals, mine)
    assert names(mine) == ["01_first.ipynb"]


def test_a_clean_copy_may_stand_beside_one_that_is_open(rooms):
    originals, mine = rooms
    copies.copy_missing(originals, mine)
    before = write_own(mine / "02_second.ipynb")
    for number in (1, 2):
        new = copies.fresh_beside("2", originals, mine)
        assert new.name == f"02_second.new-{number}.ipynb"
        assert sources(new) == sources(originals / "02_second.ipynb")
    assert (mine / "02_second.ipynb").read_text("utf-8") == before


def write_own(path):
    path.write_text(path.read_text("utf-8").replace("print", "pprint"), encoding="utf-8")
    return path.read_text("utf-8")
