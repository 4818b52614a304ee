"""What a student is told to do is there: `make` or labnet in a terminal, a call in a page."""

import re
from pathlib import Path

import pytest

from labnet import __main__ as command
from labnet import exercises, report
from labnet.course import ways, whereabouts

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
CALLED = {"exercises": exercises, "report": report}


@pytest.mark.parametrize("to", ways.WAYS)
def test_commands_and_calls_exist(to):
    checkout, installed, page = (ways.WAYS[to][one] for one in ("checkout", "installed", "page"))
    assert all(f"\n{one}:" in MAKEFILE for one in re.findall(r"make (\w+)", checkout))
    assert "make " not in installed + page
    assert set(re.findall(r"-m labnet (\w+)", installed)) <= set(command.COMMANDS)
    assert "-m labnet" not in page
    assert all(hasattr(CALLED[room], name) for room, name in re.findall(r"(\w+)\.(\w+)\(", page))


def test_each_edition_names_its_own(monkeypatch):
    assert ways.way("clean copy", "03") == "For a clean copy: make fresh NB=03"
    monkeypatch.setattr(whereabouts, "edition", lambda: "installed")
    assert ways.way("clean copy", "03") == "For a clean copy: python -m labnet fresh 03"
    monkeypatch.setattr(whereabouts, "edition", lambda: "page")
    assert ways.way("clean copy", "03") == 'For a clean copy: exercises.fresh("03")'


def test_no_other_module_names_a_command():
    """The study is made by `make` alone."""
    here = Path(ways.__file__).parents[1]
    said = {
        path.relative_to(here).as_posix()
        for path in here.rglob("*.py")
        if re.search(r"make (lab|report|fresh|update)\b", path.read_text("utf-8"))
    }
    assert said == {"course/ways.py"}
