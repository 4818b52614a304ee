"""labnet_wheel: labnet's own wheel, from the files that are here."""

import shutil
from pathlib import Path

from .wheel_files import pack

try:
    import tomllib
except ModuleNotFoundError:  # before Python 3.11; pytest brings it there
    import tomli as tomllib

PACKAGE = Path(__file__).resolve().parents[2]
FORMAT = "Wheel-Version: 1.0\nGenerator: labnet\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def labnet_wheel(place, left_out=()):
    """Write it into the folder `place`, without these folders of labnet; returns its path."""
    told = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    project, stem = told["project"], f"labnet-{told['project']['version']}"
    folder = Path(place) / "labnet-files"
    files = [*PACKAGE.rglob("*.py"), *data(told["tool"]["setuptools"]["package-data"])]
    for path in (one for one in files if not is_left_out(one, left_out)):
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


def data(patterns):
    """What pyproject.toml lists beside the modules."""
    for package, names in patterns.items():
        folder = PACKAGE.parent / package.replace(".", "/")
        yield from (path for name in names for path in folder.glob(name))


def is_left_out(path, folders):
    return any(path.is_relative_to(PACKAGE / folder) for folder in folders)


def metadata(project):
    lines = ["Metadata-Version: 2.1", "Name: labnet", f"Version: {project['version']}"]
    lines += [f"Project-URL: {name}, {url}" for name, url in project.get("urls", {}).items()]
    lines += [f"Requires-Dist: {one}" for one in project["dependencies"]]
    return "\n".join([*lines, ""])
