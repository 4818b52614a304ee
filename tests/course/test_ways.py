"""What a student is told to do is there: `make` in a terminal, a call in a page."""

import re
from pathlib import Path

import pytest

from labnet import exercises, report
from labnet.course import ways

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
CALLED = {"exercises": exercises, "report": report}


@pytest.mark.parametrize("to", ways.WAYS)
def test_commands_and_calls_exist(to):
    ordinary, page = ways.WAYS[to]
    assert all(f"\n{one}:" in MAKEFILE for one in re.findall(r"make (\w+)", ordinary))
    assert "make " not in page
    assert all(hasattr(CALLED[room], name) for room, name in re.findall(r"(\w+)\.(\w+)\(", page))


def test_each_edition_names_its_own(monkeypatch):
    assert ways.way("clean copy", "03") == "make fresh NB=03"
    monkeypatch.setattr(ways, "in_page", lambda: True)
    assert ways.way("clean copy", "03") == 'exercises.fresh("03")'


def test_no_other_module_names_a_command():
    """Those of `python -m` are commands themselves, and the study is made by `make` alone."""
    here = Path(ways.__file__).parents[1]
    said = {
        path.relative_to(here).as_posix()
        for path in here.rglob("*.py")
        if re.search(r"make (lab|report|fresh)\b", path.read_text("utf-8"))
    }
    commands = {"course/copies.py", "report/__main__.py"}
    assert said == {"course/ways.py", *commands}
