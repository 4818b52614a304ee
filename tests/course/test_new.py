"""The skeleton of a notebook: what is written, and that it judges at once."""

import json
import shutil
from importlib import import_module

import exercises as tests
import pytest

from labnet import exercises
from labnet.course import new, readme
from labnet.course.copies import ROOT
from labnet.course.notebooks import NOTEBOOKS, WHOLE

NEXT = f"{int(WHOLE[-1].number) + 1:02}"


@pytest.fixture
def course(tmp_path):
    """The two files that a new notebook changes."""
    for path in (new.LIST, "README.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, tmp_path / path)
    return tmp_path


def test_it_is_one_line_of_the_list_and_a_row(course):
    new.write(f"{NEXT}_dropout", course)
    name = f"{NEXT}_dropout"
    before, after = (
        set((folder / new.LIST).read_text("utf-8").split("\n")) for folder in (ROOT, course)
    )
    assert after - before == {f'    CourseNotebook("{name}"),'} and before <= after
    text = (course / "README.md").read_text("utf-8")
    assert readme.ROW.findall(text) == [*(one.name for one in NOTEBOOKS), name]
    assert readme.count(len(NOTEBOOKS) + 1) in text


def test_every_file_is_whole(course):
    paths = new.write(NEXT, course)
    assert len(paths) == len(new.FILES)
    for path in paths:
        text = path.read_text("utf-8")
        assert "$number" not in text and "$name" not in text
        if path.suffix == ".py":
            compile(text, str(path), "exec")
    cells = json.loads(paths[0].read_text("utf-8"))["cells"]
    assert cells[0]["source"][0] == f"# {NEXT}_new\n" and cells[0]["metadata"]["tags"] == ["draft"]


@pytest.fixture
def folder(course, monkeypatch):
    """The name of the new folder, whose modules can be imported."""
    new.write(NEXT, course)
    for package, path in ((exercises, "labnet/exercises"), (tests, "tests/exercises")):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(course / path)])
    return f"notebook_{NEXT}"


def test_its_exercise_judges_right_and_wrong(folder):
    (exercise,) = import_module(f"labnet.exercises.{folder}.exercises").EXERCISES
    answers = import_module(f"exercises.{folder}.right_answers").ANSWERS
    assert exercise.notebook == NEXT
    assert all(exercise.check(one).passed for one in (exercise.right, *answers[exercise.name]))
    assert exercise.check(lambda x: x**2).mistake == f"example-{NEXT}-not-halved"


def test_its_questions_belong_before_cells_of_it(folder, course):
    text = (course / "notebooks" / f"{NEXT}_new.ipynb").read_text("utf-8")
    ids = {cell["id"] for cell in json.loads(text)["cells"]}
    questions = import_module(f"labnet.exercises.{folder}.questions").QUESTIONS
    assert len(questions) == 2 and {one.before for one in questions} <= ids


@pytest.mark.parametrize("name", ["", "x", "9", "100", f"{NEXT}_Big-name", WHOLE[0].number])
def test_a_name_that_will_not_do_is_told_what_will(name, course):
    with pytest.raises(SystemExit, match="For example: make new NB=10"):
        new.write(name, course)


def test_what_is_there_is_never_overwritten(course):
    new.write(NEXT, course)
    before = (course / new.LIST).read_text("utf-8")
    with pytest.raises(SystemExit, match="is there already"):
        new.write(NEXT, course)
    assert (course / new.LIST).read_text("utf-8") == before
