"""assemble: puts Python, labnet and all that they need into one folder, for a page to load."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from .bytecode_node import to_bytecode
from .closure import closure
from .labnet_wheel import labnet_wheel
from .pinned import CORE, PYTHON, sha256
from .pyodide_files import pyodide_files
from .stripping import unpack
from .wheel_files import pack, read


def assemble(target, roots, *, without=(), left_out=(), own=(), given=None):
    """Fill the folder `target`, so that Pyodide loads from it; twice the same bytes.

    roots : what the page needs, as requirements, such as "labnet" and "nbconvert>=7".
    without : names of distributions that somebody requires, and no page needs.
    left_out : folders of labnet that no page needs, such as "recorded".
    own : wheels that are made here; they keep their sources, and labnet's is always among them.
    given : a folder with Pyodide's files; None takes Pyodide's release, downloaded once.

    Returns {name: the entry of pyodide-lock.json}.
    Errors: LabnetError where there is no Pyodide, other files than expected, or no Node.
    """
    target, files = Path(target), pyodide_files(given)
    target.mkdir(parents=True, exist_ok=True)
    for name in CORE:
        (target / name).write_bytes((files / name).read_bytes())
    with TemporaryDirectory() as place:
        own = [labnet_wheel(place, left_out), *map(Path, own)]
        wheels = closure(roots, own, files, Path(place), frozenset(without))
        fill(target, wheels, {path.name for path in own}, Path(place))
    entries = {wheel.name: entry(wheel, target) for wheel in wheels}
    (target / "pyodide-lock.json").write_text(lock(entries), "utf-8")
    return entries


def fill(target, wheels, own, place):
    """The wheels without what no page needs, and with the bytecode of that Python."""
    folders = {wheel: place / ("own" if wheel.path.name in own else "others") for wheel in wheels}
    for wheel, folder in folders.items():
        unpack(wheel.path, folder / wheel.name)
    to_bytecode(target, place / "own", place / "others")
    for wheel, folder in folders.items():
        pack(folder / wheel.name, target / wheel.path.name)


def entry(wheel, target):
    packed = target / wheel.path.name
    return {
        "name": wheel.name,
        "version": wheel.version,
        "file_name": packed.name,
        "install_dir": "site",
        "sha256": sha256(packed),
        "package_type": "package",
        "imports": read(packed).imports,
        "depends": wheel.depends,
        "unvendored_tests": False,
    }


def lock(entries):
    return json.dumps({"info": PYTHON, "packages": entries}, indent=1) + "\n"
