"""The one list of the course, beside the notebooks and the folders that it speaks of."""

import re
from pathlib import Path

import nbformat
import pytest
from house import House

from labnet.course.notebooks import ALL_PARTS, ASIDE, NOTEBOOKS, WHOLE, course, having, numbered
from labnet.support.errors import LabnetError

ROOT = Path(__file__).parents[2]
FOLDERS = ROOT / "labnet" / "exercises"
BOTH = NOTEBOOKS, ASIDE
each = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.name)


def test_it_lists_the_notebooks_that_there_are_in_their_order():
    files = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert [one.file for one in NOTEBOOKS] == files


@each
def test_what_a_notebook_needs_is_what_its_first_cell_says(notebook):
    opening = nbformat.read(ROOT / "notebooks" / notebook.file, as_version=4).cells[0].source
    line = next(line for line in opening.splitlines() if "You need" in line)
    assert notebook.needs == tuple(re.findall(r"\]\((\d\d)_\w+\.ipynb\)", line))


@each
def test_its_folder_has_the_parts_that_are_listed_and_no_others(notebook):
    folder = FOLDERS / f"notebook_{notebook.number}"
    there = {path.stem for path in folder.iterdir()} if folder.exists() else set()
    assert there & set(ALL_PARTS) == set(notebook.parts)


def test_no_folder_is_there_that_is_not_listed():
    """That of a notebook left out may be there, for the sake of others."""
    listed, aside = ({f"notebook_{one.number}" for one in some if one.parts} for some in BOTH)
    assert listed <= {path.name for path in FOLDERS.glob("notebook_*")} <= listed | aside


def needed(number):
    """The numbers of all notebooks that one needs, directly or not."""
    (direct,) = (one.needs for one in WHOLE if one.number == number)
    return set(direct).union(*map(needed, direct))


def test_a_folder_imports_only_from_those_of_notebooks_that_it_needs():
    crossing = [
        (arrow, here[-2:], there[-2:])
        for arrow in House(ROOT / "labnet").arrows
        for (_, here, *_), (_, there, *_) in [(arrow.source + ("",), arrow.target + ("",))]
        if here != there and all(one.startswith("notebook_") for one in (here, there))
    ]
    assert crossing
    assert [str(arrow) for arrow, here, there in crossing if there not in needed(here)] == []


@each
def test_a_notebook_needs_earlier_ones_only(notebook):
    assert all(number < notebook.number for number in notebook.needs)


def test_what_is_left_out_is_needed_by_nobody():
    kept = course(left_out=("02", "04"))
    assert {one.number: one.needs for one in kept} == {
        one.number: tuple(number for number in one.needs if number not in ("02", "04"))
        for one in WHOLE
        if one.number not in ("02", "04")
    }


WITHOUT = [one.number for one in WHOLE if "exercises" not in one.parts]


@pytest.mark.parametrize("number", [*WITHOUT, "9", None])
def test_a_notebook_without_exercises_is_refused_with_those_that_have_some(number):
    known = ", ".join(repr(one.number) for one in having("exercises"))
    with pytest.raises(LabnetError, match=f"expected one of {known}"):
        numbered(number, "exercises")
