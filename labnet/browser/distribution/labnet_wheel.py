"""labnet_wheel: labnet's own wheel, from the files that are here."""

import shutil
from pathlib import Path

from .wheel_files import pack

try:
    import tomllib
except ModuleNotFoundError:  # before Python 3.11; pytest brings it there
    import tomli as tomllib

PACKAGE = Path(__file__).resolve().parents[2]
UNTOUCHED = "browser"  # builds pages, and runs in none
FORMAT = "Wheel-Version: 1.0\nGenerator: labnet\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def labnet_wheel(place):
    """Write it into the folder `place`; returns its path."""
    told = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    project, stem = told["project"], f"labnet-{told['project']['version']}"
    folder = Path(place) / "labnet-files"
    for path in modules() + data(told["tool"]["setuptools"]["package-data"]):
        target = folder / path.relative_to(PACKAGE.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    info = folder / f"{stem}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(metadata(project), "utf-8")
    (info / "WHEEL").write_text(FORMAT, "utf-8")
    wheel = Path(place) / f"{stem}-py3-none-any.whl"
    pack(folder, wheel)
    return wheel


def modules():
    return [path for path in PACKAGE.rglob("*.py") if in_a_page(path)]


def data(patterns):
    """What pyproject.toml lists beside the modules."""
    folders = {package: PACKAGE.parent / package.replace(".", "/") for package in patterns}
    return [
        path
        for package, folder in folders.items()
        for pattern in patterns[package]
        for path in folder.glob(pattern)
        if in_a_page(path)
    ]


def in_a_page(path):
    return path.relative_to(PACKAGE).parts[0] != UNTOUCHED


def metadata(project):
    lines = ["Metadata-Version: 2.1", "Name: labnet", f"Version: {project['version']}"]
    lines += [f"Project-URL: {name}, {url}" for name, url in project.get("urls", {}).items()]
    lines += [f"Requires-Dist: {one}" for one in project["dependencies"]]
    return "\n".join([*lines, ""])
