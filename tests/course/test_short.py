"""A short course: what is in the new folder, what is not, and what its texts say."""

import json
import re

import pytest

from labnet.course import readme, short
from labnet.course.copies import ROOT
from labnet.course.notebooks import NOTEBOOKS, WHOLE, CourseNotebook

FIRST, LAST = NOTEBOOKS[0], NOTEBOOKS[-1]
CHOSEN = [FIRST.number, LAST.number]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course of the first notebook and the last."""
    folder = tmp_path_factory.mktemp("course") / "short"
    short.make(CHOSEN, folder)
    return folder


def listed(folder):
    """The numbers of NOTEBOOKS, and of ASIDE, in the list of this course."""
    names = {"__name__": "labnet.course.notebooks", "__package__": "labnet.course"}
    exec((folder / short.LIST).read_text("utf-8"), names)
    return [[one.number for one in names[name]] for name in ("NOTEBOOKS", "ASIDE")]


def test_the_list_names_what_is_left_out(made):
    assert listed(made) == [CHOSEN, [one.number for one in WHOLE if one.number not in CHOSEN]]


def test_what_a_notebook_has_of_its_own_is_there_or_gone(made):
    folders = {"notebooks": "*.ipynb", ".github/pictures": "0*.png"}
    for folder, pattern in folders.items():
        stems = sorted(path.stem for path in (made / folder).glob(pattern))
        assert stems == [FIRST.name, LAST.name]
    tests = {path.name[-2:] for path in (made / "tests" / "exercises").glob("notebook_*")}
    assert tests <= set(CHOSEN)


def test_all_else_is_there_but_for_what_is_made_and_what_is_yours(made):
    here, there = ({path.name for path in folder.iterdir()} for folder in (ROOT, made))
    assert there >= {"labnet", "tests", "notebooks", "Makefile", "README.md", "pyproject.toml"}
    assert there <= here and not there & {".git", ".venv", "my-notebooks", "site"}
    assert not list(made.rglob("__pycache__"))


def test_its_readme_has_the_rows_that_are_left(made):
    text = (made / "README.md").read_text("utf-8")
    assert readme.ROW.findall(text) == [FIRST.name, LAST.name]
    assert "Two notebooks lead" in text
    assert f"it has {FIRST.number} and {LAST.number}." in text


def cells(folder, notebook):
    return json.loads((folder / "notebooks" / notebook.file).read_text("utf-8"))["cells"]


def texts(folder, notebook):
    found = ("".join(cell["source"]) for cell in cells(folder, notebook))
    return "\n".join(found)


@pytest.mark.parametrize("notebook", [FIRST, LAST], ids=lambda one: one.name)
def test_no_link_leads_to_what_is_left_out(notebook, made):
    links = {number for _, number in short.LINK.findall(texts(made, notebook))}
    assert links <= set(CHOSEN)


@pytest.mark.parametrize("notebook", [FIRST, LAST], ids=lambda one: one.name)
def test_code_and_outputs_stay_as_they_are(notebook, made):
    code = [
        [cell for cell in cells(folder, notebook) if cell["cell_type"] == "code"]
        for folder in (ROOT, made)
    ]
    assert code[0] == code[1]


LINES = {  # what stands there, and what becomes of it in a course of 03, 05 and 06
    ("You need [03](03_b.ipynb).", False): "You need [03](03_b.ipynb).",
    ("You need [03](03_b.ipynb) and [04](04_c.ipynb).", False): "You need [03](03_b.ipynb) and 04. "
    "This course goes without 04.",
    ("[04: Train](04_c.ipynb#There) goes on.", True): "04: Train goes on. "
    "This course goes without 04, and on with [05](05_d.ipynb).",
}


@pytest.mark.parametrize(("line", "goes_on"), LINES)
def test_a_link_to_what_is_left_out_becomes_plain_text(line, goes_on):
    following = CourseNotebook("05_d")
    assert short.relinked(line, ["03", "05"], goes_on, following) == LINES[line, goes_on]


def test_the_last_notebook_says_that_the_course_ends():
    line = short.relinked("[09: More](09_more.ipynb).", ["03"], True, None)
    assert line == "09: More. This course goes without 09, and ends here."


@pytest.mark.parametrize("numbers", [[], ["77"], [FIRST.number, "77"]])
def test_a_notebook_that_is_not_in_the_course_is_told(numbers, tmp_path):
    with pytest.raises(SystemExit, match="make course NB="):
        short.make(numbers, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").write_text("work")
    with pytest.raises(SystemExit, match=re.escape(f"{tmp_path} is there already")):
        short.make(CHOSEN, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("arguments", [[], ["01"], ["01", ""], ["01", "a", "b"]])
def test_without_notebooks_or_a_folder_it_says_how(arguments):
    with pytest.raises(SystemExit, match="For example: make course"):
        short.main(arguments)
