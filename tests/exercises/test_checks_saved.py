"""After a restart the progress is read from the student's saved copy; nothing of it is run."""

import json

import pytest
from exercises.listed import SHEETS

from labnet import exercises
from labnet.course import copies
from labnet.exercises.checks_saved import outcomes

NAMES = [one.name for one in SHEETS["01"]]


def right(z):
    return exercises.sigmoid.right(z)


@pytest.fixture
def save(tmp_path, monkeypatch):
    """Writes the student's copy of 01, with these outputs; the kernel has just been started."""
    monkeypatch.setattr(copies, "COPIES", tmp_path)
    for one in SHEETS["01"]:
        monkeypatch.setattr(one, "latest", None)

    def write(*outputs):
        cells = [{"cell_type": "markdown", "source": "✓ sigmoid_slope: passed"}]
        cells += [{"cell_type": "code", "source": "1 / 0", "outputs": [one]} for one in outputs]
        path = tmp_path / "01_sigmoid.ipynb"
        path.write_text(json.dumps({"cells": cells, "metadata": {}}), encoding="utf-8")

    return write


def result(exercise, function):
    """What a notebook keeps of a check, which the kernel then forgets."""
    text = repr(exercise.check(function))
    exercise.latest = None
    return {"output_type": "execute_result", "data": {"text/plain": text.splitlines(True)}}


def progress(capsys):
    exercises.progress("01")
    return capsys.readouterr().out


def test_what_was_passed_before_is_read_from_the_copy(save, capsys):
    save(result(exercises.sigmoid, right), result(exercises.sigmoid_slope, right))
    marks = f"1 of 4 done: ✓ sigmoid, ✗ sigmoid_slope, ○ {NAMES[2]}, ○ {NAMES[3]}."
    assert progress(capsys) == (
        f"{marks} Next: sigmoid_slope\n"
        "This kernel has not checked sigmoid, sigmoid_slope: that is what your saved "
        "01_sigmoid.ipynb shows. Nothing was run again.\n"
    )


def test_what_this_kernel_has_checked_comes_first(save, capsys):
    save(result(exercises.sigmoid, right))
    exercises.sigmoid.check(lambda z: z)
    assert progress(capsys).startswith("0 of 4 done: ✗ sigmoid, ")
    assert "saved" not in progress(capsys)


def test_the_last_of_several_verdicts_counts_and_a_printed_one_too(save, tmp_path):
    printed = {"output_type": "stream", "text": "before\n! sigmoid: stopped\n✓ b: not yet right"}
    save(result(exercises.sigmoid, right), printed)
    assert outcomes(tmp_path / "01_sigmoid.ipynb") == {"sigmoid": "stopped"}


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"cells": 3}', '{"cells": [1]}', "\udcff"])
def test_without_a_readable_copy_the_kernel_alone_tells(save, tmp_path, capsys, text):
    if text is not None:
        (tmp_path / "01_sigmoid.ipynb").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert progress(capsys).startswith("0 of 4 done: ○ sigmoid, ")
    assert "saved" not in progress(capsys)
