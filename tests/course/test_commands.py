"""`python -m labnet`: every command, from a folder that is not the course's."""

import os
import subprocess
import sys

import pytest

from labnet import __main__ as command
from labnet.course import copies, whereabouts


def labnet(folder, *arguments):
    """(what it prints, what it complains of), run in this folder with copies in this folder."""
    done = subprocess.run(
        [sys.executable, "-m", "labnet", *arguments],
        cwd=folder,
        env={
            **os.environ,
            whereabouts.VARIABLE: ".",
            "PYTHONPATH": str(copies.ROOT),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.stderr


def names(folder):
    return sorted(path.name for path in folder.glob("*.ipynb"))


def test_without_a_command_they_are_listed(tmp_path):
    told, _ = labnet(tmp_path)
    assert [line.split()[3] for line in told.splitlines()] == list(command.COMMANDS)


def test_an_unknown_command_brings_those_that_are_there():
    with pytest.raises(SystemExit, match=r"no command 'labs'; there are:\n.*labnet lab "):
        command.main(["labs"])


@pytest.mark.parametrize("arguments", [["copies", "03"], ["progress"], ["progress", "1", "2"]])
def test_a_wrong_count_of_words_brings_what_the_command_does(arguments):
    with pytest.raises(SystemExit, match=f"python -m labnet {arguments[0]}: "):
        command.main(arguments)


@pytest.mark.parametrize("arguments", [["fresh"], ["fresh", "01", "02"]])
def test_without_one_number_an_example_is_given(arguments):
    with pytest.raises(SystemExit, match="Which notebook[?] For number 03 that is: make fresh"):
        command.main(arguments)


def test_copies_are_made_where_you_are_and_only_once(tmp_path):
    told, _ = labnet(tmp_path, "copies")
    every = [path.name for path in copies.notebooks_in(copies.ORIGINALS)]
    assert told.splitlines() == [f"{name} is new" for name in every]
    assert names(tmp_path) == every
    assert labnet(tmp_path, "copies") == ("", "")


def test_a_clean_copy_names_the_one_that_is_kept(tmp_path):
    labnet(tmp_path, "copies")
    told, _ = labnet(tmp_path, "fresh", "3")
    assert told.splitlines()[:2] == [
        "03_backpropagation.ipynb is clean",
        "03_backpropagation.kept-1.ipynb is your old one",
    ]


def test_a_report_is_looked_for_where_you_are(tmp_path):
    assert "There is no report in this folder yet" in labnet(tmp_path, "report")[1]
    labnet(tmp_path, "copies")
    labnet(tmp_path, "report")
    assert (tmp_path / "08_lab_report.html").is_file()


def test_progress_lists_the_exercises(tmp_path):
    assert labnet(tmp_path, "progress", "1")[0].startswith("0 of 4 done")
    assert "expected one of '01'" in labnet(tmp_path, "progress", "8")[1]


def test_jupyterlab_opens_the_copies_with_this_python(tmp_path, monkeypatch):
    from jupyterlab import labapp

    calls = []
    monkeypatch.setattr(labapp, "main", calls.append)
    monkeypatch.setattr(copies, "COPIES", tmp_path)
    monkeypatch.delenv("JUPYTER_PREFER_ENV_PATH", raising=False)
    monkeypatch.setattr(command.commands, "bring_missing", lambda: None)
    command.main(["lab", "--port", "9999"])
    assert calls == [[str(tmp_path), "--port", "9999"]]
    assert os.environ["JUPYTER_PREFER_ENV_PATH"] == "1"


def test_without_jupyterlab_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    monkeypatch.setattr(command.commands, "bring_missing", lambda: None)
    with pytest.raises(SystemExit, match="JupyterLab is not here; install it"):
        command.main(["lab"])
