"""labnet as pip installs it, far from any checkout: the same course, and nothing written there."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv

import pytest

from labnet.course import copies

pytestmark = pytest.mark.slow
PARTS = ("labnet", "notebooks", "pyproject.toml", "README.md", "LICENSE")
ALONE = {name: os.environ[name] for name in os.environ.keys() - {"PYTHONPATH", "LABNET_COPIES"}}
ALONE["JUPYTER_PATH"] = os.path.join(sys.prefix, "share", "jupyter")  # nbconvert's templates
PACKAGES = "import sysconfig; print(sysconfig.get_path('purelib'), end='')"


def run(*command, cwd=None, env=ALONE):
    """What the command prints; the test ends with what it complains of, if it fails."""
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


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
    """(the Python that has labnet, its site-packages); what labnet needs is that of the tests.

    A path in a .pth file brings packages, but no .pth files of its own: not the checkout's labnet.
    """
    folder = tmp_path_factory.mktemp("fresh")
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(folder)
    python = builder.ensure_directories(folder).env_exe
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel)
    packages = run(python, "-c", PACKAGES)
    with open(os.path.join(packages, "needed.pth"), "w", encoding="utf-8") as file:
        file.write(sysconfig.get_path("purelib"))
    return python, packages


def files(folder):
    found = (os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)
    return sorted(name for name in found if "__pycache__" not in name)


def test_every_command_works_in_another_folder_and_leaves_the_course_alone(installed, tmp_path):
    python, packages = installed
    before = files(packages)

    def labnet(*arguments, **more):
        return run(python, "-m", "labnet", *arguments, cwd=tmp_path, env=ALONE | more)

    every = [path.name for path in copies.notebooks_in(copies.ORIGINALS)]
    assert labnet("copies").splitlines() == [f"{name} is new" for name in every]
    assert "03_backpropagation.kept-1.ipynb is your old one" in labnet("fresh", "03")
    assert "03_backpropagation.ipynb is of the course's newest version" in labnet("update", "3")
    assert labnet("progress", "01").startswith("0 of 4 done")
    assert "The report is in 08_lab_report.html" in labnet("report")
    labnet("copies", LABNET_COPIES="named")
    assert sorted(os.listdir(tmp_path / "named")) == every
    assert files(packages) == before
