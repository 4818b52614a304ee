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


@pytest.mark.parametrize("arguments", [["fresh"], ["fresh", "01", "02"], ["update"]])
def test_without_one_number_an_example_is_given(arguments):
    with pytest.raises(SystemExit, match=f"Which notebook, by its .* make {arguments[0]} NB=03"):
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


@pytest.fixture
def older(tmp_path, monkeypatch):
    """A student's copy of 01 that came from an older course, with a cell of their own in it."""
    monkeypatch.setattr(copies, "COPIES", tmp_path)
    monkeypatch.setattr(copies.copy_with, "__defaults__", (copies.ORIGINALS, tmp_path))
    monkeypatch.setattr(copies.outdated, "__defaults__", (copies.ORIGINALS, tmp_path))
    path = tmp_path / "01_sigmoid.ipynb"
    notebook = copies.clean(copies.find("01"))
    notebook["cells"][0]["source"] = "An older title"
    notebook["metadata"]["labnet"] = copies.origin(notebook)
    notebook["cells"][1]["source"] = "mine = 1"
    path.write_text(copies.as_text(notebook), encoding="utf-8")
    return path


def test_an_update_says_what_is_new_and_what_is_kept(older, capsys):
    before = older.read_text("utf-8")
    command.main(["update", "1"])
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("01_sigmoid.ipynb is new, with what you wrote: 1 cell")
    assert told[1] == "    mine = 1"
    assert told[2].endswith("01_sigmoid.kept-1.ipynb is your old one")
    assert told[3] == "The course changed or added: 1 cell"
    assert older.with_name("01_sigmoid.kept-1.ipynb").read_text("utf-8") == before
    sources = ["".join(cell["source"]) for cell in copies.read(older)["cells"]]
    assert sources[0].startswith("# Build the sigmoid") and sources[1] == "mine = 1"
    command.main(["update", "1"])
    assert "is of the course's newest version" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": 1, "metadata": {}}'])
def test_an_update_of_a_damaged_copy_leaves_it(text, older):
    older.write_text(text)
    with pytest.raises(SystemExit, match="01_sigmoid.ipynb is not there, or is damaged"):
        command.main(["update", "01"])
    assert older.read_text() == text


def test_a_copy_of_a_newer_course_is_not_turned_into_an_older_one(older, monkeypatch):
    monkeypatch.setattr(copies, "installed_version", lambda: "0.0.9")
    with pytest.raises(SystemExit, match="is of labnet .*, and here is 0.0.9: install the newer"):
        command.main(["update", "01"])


SESSION = "from labnet import exercises, report; from labnet import exercises"


def said_in_a_kernel(**environment):
    done = subprocess.run(
        [sys.executable, "-c", SESSION],
        env={**os.environ, "PYTHONPATH": str(copies.ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout + done.stderr


def test_a_kernel_says_once_that_its_notebook_is_of_another_version(older):
    told = said_in_a_kernel(JPY_SESSION_NAME=str(older))
    assert told.count("01_sigmoid.ipynb is yours and stays; the course has changed since. ") == 1
    assert said_in_a_kernel(JPY_SESSION_NAME=str(copies.find("01"))) == ""
    assert said_in_a_kernel(JPY_SESSION_NAME=str(older.with_name("[other].ipynb"))) == ""
    assert said_in_a_kernel() == ""
