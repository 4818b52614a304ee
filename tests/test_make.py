"""What `make` plans, and what it says and leaves behind where it cannot set up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TARGETS = [
    "lab",
    "fresh",
    "update",
    "report",
    "grade",
    "nbgrader",
    "edit",
    "playground",
    "site",
    "test",
    "notebooks",
    "course",
    "new",
    "pictures",
    "reproduce",
    "bench",
    "lint",
    "format",
    "clean",
]
ONLY_TESTS = ".venv/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile\n"

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


@pytest.fixture
def folder(tmp_path):
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(folder, *arguments):
    """Call make without uv: with it, the answer would be uv's."""
    command = ["make", "UV=", *arguments]
    outer = {name for name in os.environ if name.startswith(("MAKE", "MFLAGS"))}  # of `make test`
    environment = {name: os.environ[name] for name in os.environ.keys() - outer} | {"LC_ALL": "C"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def script(folder, name, text):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return f"./{name}"


def old_python(folder):
    """This Python, but it says that it is 3.8."""
    lie = "import sys; sys.version_info = (3, 8, 18)"
    return script(folder, "python3.8", f'exec "{sys.executable}" -c "{lie}\n$2"')


def python_without_pip(folder):
    """This Python as Debian packs it: there is no ensurepip, and venv stops half-way."""
    return script(
        folder,
        "python-debian",
        f'case "$*" in *ensurepip*) exit 1;; *venv*) mkdir -p .venv/bin; exit 1;; esac\n'
        f'exec "{sys.executable}" "$@"',
    )


def test_make_alone_lists_the_targets(folder):
    lines = make(folder).stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["make", target] for target in TARGETS]


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        (lambda folder: "python-nowhere", "There is no python-nowhere here: install Python 3.10"),
        (old_python, "labnet needs Python 3.10 or newer, and ./python3.8 is Python 3.8: install"),
        (python_without_pip, "apt install python3-venv"),
    ],
)
@pytest.mark.parametrize("target", ["lab", "test"])
def test_a_python_that_will_not_do(target, python, sentence, folder):
    done = make(folder, f"PYTHON={python(folder)}", target)
    said, stopped = done.stderr.splitlines()
    assert sentence in said
    assert stopped.startswith("make: ***")
    assert not (folder / ".venv").exists()


def test_a_python_that_will_not_do_leaves_the_environment(folder):
    (folder / ".venv").mkdir()
    make(folder, f"PYTHON={old_python(folder)}", "lab")
    assert (folder / ".venv").exists()


def test_an_environment_that_could_not_be_made_is_removed(folder):
    python = script(
        folder,
        "python-broken",
        f'[ "$2" = venv ] && mkdir -p .venv/bin && exit 1\nexec "{sys.executable}" "$@"',
    )
    assert make(folder, f"PYTHON={python}", "lab").returncode != 0
    assert not (folder / ".venv").exists()


def planned(folder, *arguments):
    return make(folder, "-n", *arguments).stdout


@pytest.fixture
def installed(folder):
    """A folder whose set-up was completed with the default Python."""
    (folder / ".venv").mkdir()
    for stamp in ("created-with-python3", "class", "installed"):
        (folder / ".venv" / stamp).touch()
    return folder


def test_a_second_call_installs_nothing(installed):
    assert planned(installed, "test") == ONLY_TESTS


def test_an_interrupted_installation_is_done_again(installed):
    (installed / ".venv" / "installed").unlink()
    assert "pip install" in planned(installed, "test")
    assert "venv .venv" not in planned(installed, "test")


def test_an_interrupted_environment_is_made_again(folder):
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").touch()
    assert "venv .venv" in planned(folder, "test")


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_requirement_is_installed(name, installed):
    stamp = (installed / ".venv" / "installed").stat()
    later = stamp.st_mtime + 10
    os.utime(installed / name, (later, later))
    assert "pip install" in planned(installed, "test")


def test_a_class_does_without_what_the_tests_need(folder):
    assert ".[lab]" in planned(folder, "lab")
    assert "requirements.txt" not in planned(folder, "lab")
    assert "-r requirements.txt" in planned(folder, "test")


def test_another_python_makes_another_environment(installed):
    assert "python3.12 -m venv .venv" in planned(installed, "PYTHON=python3.12", "test")


def test_the_environment_that_is_there_will_do(installed):
    stamps = installed / ".venv"
    (stamps / "created-with-python3").rename(stamps / "created-with-python3.12")
    assert planned(installed, "test") == ONLY_TESTS


def test_flags_and_numbers_are_passed_on(installed):
    assert "-m labnet lab --port 9999" in planned(installed, "LABFLAGS=--port 9999", "lab")
    assert "labnet fresh 03" in planned(installed, "NB=03", "fresh")
    assert "labnet update 03" in planned(installed, "NB=03", "update")
    assert "execute_notebooks.py 03" in planned(installed, "NB=03", "notebooks")
    assert 'labnet report "my own.ipynb"' in planned(installed, "NB=my own.ipynb", "report")
    assert "labnet report \n" in planned(installed, "report")


def test_clean_leaves_the_students_notebooks(installed):
    for name in ("labnet", "notebooks", "tests", "my-notebooks/.ipynb_checkpoints"):
        (installed / name).mkdir(parents=True)
    assert make(installed, "clean").returncode == 0
    assert not (installed / ".venv").exists()
    assert (installed / "my-notebooks" / ".ipynb_checkpoints").exists()
