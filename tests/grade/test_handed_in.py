"""Whose a notebook is, and which of the course's; what is no notebook says why."""

import json

import pytest

from labnet import LabnetError
from labnet.course import notebooks
from labnet.course.copies import ORIGINALS
from labnet.grade.handed_in import Submission, read

NAMES = {
    "smith.ipynb": "smith",
    "03_backpropagation_smith.ipynb": "smith",
    "smith-03.ipynb": "smith",
    "03_backpropagation-smith-Copy1.ipynb": "smith",
    "03 smith (2).ipynb": "smith",
    "student-007_03.ipynb": "student-007",
    "03_backpropagation.ipynb": "03_backpropagation",
    "smith/03_backpropagation.ipynb": "smith",
    "smith/week 2/any name.ipynb": "smith",
    "A Smith_12345_assignsubmission_file_/03_backpropagation.ipynb": "A Smith",
}


@pytest.mark.parametrize("name", NAMES)
def test_whose_it_is(name, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    (one,) = read(tmp_path)
    assert one.student == NAMES[name]


def test_a_list_says_whose_it_is(tmp_path):
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / "students.csv").write_text("\ufefffile,student\na.ipynb,Smith\n", "utf-8")
    assert [one.student for one in read(tmp_path)] == ["Smith"]


@pytest.mark.parametrize(
    "listed, told",
    [
        ("name,student\na.ipynb,Smith\n", "expected file, student"),
        ("file,student\nb.ipynb,S\n", "b.ipynb"),
    ],
)
def test_a_list_that_cannot_be_used(listed, told, tmp_path):
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / "students.csv").write_text(listed)
    with pytest.raises(LabnetError, match=told):
        read(tmp_path)


def test_nothing_to_grade(tmp_path):
    with pytest.raises(LabnetError, match="There is no folder"):
        read(tmp_path / "none")
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "a.ipynb").write_text("{}")
    with pytest.raises(LabnetError, match="There is no notebook"):
        read(tmp_path)


def submission(path, content):
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return Submission(path, path.name, "smith")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"cells": 3}', '{"cells": []}', "\0"])
def test_what_is_no_notebook_says_why(content, tmp_path):
    one = submission(tmp_path / "03.ipynb", content)
    assert one.problem.startswith("The file is no notebook, or it is damaged: ")
    assert one.notebook.number == "03"


@pytest.mark.parametrize("number", ["01", "03", "07"])
def test_which_notebook_it_is_is_seen_in_its_cells(number, tmp_path):
    original = ORIGINALS / notebooks.numbered(number).file
    one = submission(tmp_path / "02_anything.ipynb", original.read_text("utf-8"))
    assert one.notebook.number == number


def test_another_notebook_is_none_of_the_course(tmp_path):
    cell = {"cell_type": "code", "source": ["a = 1"], "outputs": []}
    assert submission(tmp_path / "smith.ipynb", {"cells": [cell]}).notebook is None


def test_cells_of_another_shape_are_read_as_far_as_they_go(tmp_path):
    cells = [3, {}, {"cell_type": "code", "source": ["def sigmoid(z):\n", 7, " return z"]}]
    one = submission(tmp_path / "a.ipynb", {"cells": cells})
    assert one.code.taken_out("sigmoid").source == "def sigmoid(z):\n    return z"
