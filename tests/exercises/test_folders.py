"""Each notebook's folder is imported when it is first used, and named where it is broken."""

import subprocess
import sys

import pytest

from labnet import exercises
from labnet.course.notebooks import CourseNotebook
from labnet.exercises import folders
from labnet.support.errors import LabnetError

LOADED = "import sys; print(*sorted(m for m in sys.modules if m.startswith('labnet.exercises.n')))"
SIGMOID = "def sigmoid(z): return z"


def loaded(code):
    """The modules of the notebooks' folders that are imported after this code, in a new Python."""
    done = subprocess.run(
        [sys.executable, "-c", f"from labnet import exercises\n{code}\n{LOADED}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_package_alone_loads_no_folder():
    assert loaded("") == []


def test_an_exercise_loads_its_notebook_without_any_mistakes():
    modules = loaded("exercises.sigmoid")
    assert "labnet.exercises.notebook_01.exercises" in modules
    assert not [one for one in modules if "mistakes" in one or "notebook_02" in one]


def test_a_check_loads_the_mistakes_of_its_own_notebook_only():
    modules = loaded(f"{SIGMOID}\nexercises.cross_entropy; exercises.sigmoid.check(sigmoid)")
    packages = {one.split(".mistakes")[0] for one in modules if ".mistakes" in one}
    assert packages == {"labnet.exercises.notebook_01"}


BROKEN = {  # by the number of a notebook, so that no import of one meets that of another
    "97": ("is missing", ()),
    "98": ("lacks exercises, mistakes", ("questions",)),
    "99": ("has a module `exercises` without EXERCISES", ("exercises", "mistakes", "questions")),
}


@pytest.mark.parametrize("number", BROKEN)
def test_a_broken_folder_is_named_with_what_is_expected_in_it(number, tmp_path, monkeypatch):
    told, modules = BROKEN[number]
    monkeypatch.setattr(exercises, "__path__", [*exercises.__path__, str(tmp_path)])
    for module in modules:
        (tmp_path / f"notebook_{number}").mkdir(exist_ok=True)
        (tmp_path / f"notebook_{number}" / f"{module}.py").touch()
    with pytest.raises(LabnetError) as raised:
        folders.exercises(CourseNotebook(f"{number}_new"))
    assert str(raised.value).startswith(f"labnet/exercises/notebook_{number}/ {told}")
    assert "exercises.py, mistakes/, questions.py" in str(raised.value)
