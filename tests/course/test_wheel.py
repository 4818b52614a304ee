"""labnet as pip installs it, far from any checkout: the same course, and nothing written there."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv

import pytest

from labnet.course import copies, whereabouts

pytestmark = pytest.mark.slow
PARTS = ("labnet", "notebooks", "pyproject.toml", "README.md", "LICENSE")


def run(*command, **options):
    return subprocess.run(
        [*map(str, command)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        **options,
    ).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy: setuptools leaves build/ where it works, and would pack what is in it."""
    place = tmp_path_factory.mktemp("wheel")
    for name in PARTS:
        source, target = copies.ROOT / name, place / "course" / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", place, place / "course")
    return next(place.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """(the Python that has labnet, its site-packages); all that labnet needs is that of the tests.

    A path in a .pth file brings packages, but no .pth files of its own: not the checkout's labnet.
    """
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=os.name != "nt")
    place = {"base": str(folder), "platbase": str(folder)}
    scheme = "venv" if "venv" in sysconfig.get_scheme_names() else None
    told = [
        sysconfig.get_path(kind, *filter(None, [scheme]), vars=place)
        for kind in ("scripts", "purelib")
    ]
    scripts, packages = told
    python = shutil.which("python", path=scripts)
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel)
    with open(os.path.join(packages, "needed.pth"), "w", encoding="utf-8") as file:
        file.write(sysconfig.get_path("purelib"))
    return python, packages


def files(folder):
    found = (os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)
    return sorted(name for name in found if "__pycache__" not in name)


def test_every_command_works_in_another_folder_and_leaves_the_course_alone(installed, tmp_path):
    python, packages = installed
    before = files(packages)
    environment = {
        name: os.environ[name] for name in os.environ.keys() - {"PYTHONPATH", whereabouts.VARIABLE}
    }

    def labnet(*arguments, **more):
        return run(python, "-m", "labnet", *arguments, cwd=tmp_path, env=environment | more)

    every = [path.name for path in copies.notebooks_in(copies.ORIGINALS)]
    assert labnet("copies").splitlines() == [f"{name} is new" for name in every]
    assert "03_backpropagation.kept-1.ipynb is your old one" in labnet("fresh", "03")
    assert labnet("progress", "01").startswith("0 of 4 done")
    assert "The report is in 08_lab_report.html" in labnet("report")
    labnet("copies", LABNET_COPIES="named")
    assert sorted(os.listdir(tmp_path / "named")) == every
    assert files(packages) == before
