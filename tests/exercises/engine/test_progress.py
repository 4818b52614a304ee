"""The line that tells what is done and what is next."""

import re

import numpy as np
import pytest
from exercises.engine.handed_in import not_written, right, sigmoid, unfortunate, written_around
from exercises.listed import SHEETS

from labnet import LabnetError, exercises


def test_the_progress_tells_what_is_done_and_what_is_next(capsys):
    names = [one.name for one in SHEETS["01"]]
    line = sigmoid.check(not_written).progress
    assert line.startswith("0 of 4 done: ○ sigmoid, ") and line.endswith("Next: sigmoid")
    line = sigmoid.check(right).progress
    assert line.startswith("1 of 4 done: ✓ sigmoid, ") and line.endswith(f"Next: {names[1]}")
    assert f"○ {names[1]}" in line
    for notebook in ("01", "1", 1):
        exercises.progress(notebook)
        assert capsys.readouterr().out == line + "\n"


def test_a_failing_check_after_a_passed_one_counts():
    sigmoid.check(right)
    line = sigmoid.check(np.tanh).progress
    assert line.startswith("0 of 4 done: ✗ sigmoid, ") and line.endswith("Next: sigmoid")
    assert "! sigmoid" in sigmoid.check(unfortunate).progress


def test_the_progress_knows_when_all_is_done():
    lines = [one.check(written_around(one.right)).progress for one in SHEETS["01"]]
    assert lines[-1].startswith("4 of 4 done: ✓") and not re.search("○|Next", lines[-1])


def test_there_is_no_progress_of_a_notebook_without_exercises():
    with pytest.raises(LabnetError, match="notebook is '99'; expected one of '01'"):
        exercises.progress("99")
