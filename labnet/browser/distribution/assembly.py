"""assemble: puts Python, labnet and all that they need into one folder, for a page to load."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from . import archives
from .closure import closure
from .in_node import started, to_bytecode
from .labnet_wheel import labnet_wheel
from .pinned import CORE, PYTHON
from .pyodide_files import pyodide_files
from .stripping import unpack
from .wheel_files import pack

START = Path(__file__).parent / "start.mjs"
LIBRARY = "python_stdlib.zip"  # Pyodide has its sources, which each page would compile


def assemble(target, roots, *, without=(), left_out=(), own=(), imported=(), given=None):
    """Fill the folder `target`, for start.mjs in it to load Python from; twice the same bytes.

    roots : what the page needs, as requirements, such as "labnet" and "nbconvert>=7".
    without : names of distributions that somebody requires, and no page needs.
    left_out : folders of labnet that no page needs, such as "recorded".
    own : wheels that are made here; they keep their sources, and labnet's is always among them.
    imported : modules in the memory of a started Python; with none, it starts in the page.
    given : a folder with Pyodide's files; None takes Pyodide's release, downloaded once.

    Errors: LabnetError where there is no Pyodide, other files than expected, or no Node.
    """
    target, files = Path(target), pyodide_files(given)
    target.mkdir(parents=True, exist_ok=True)
    for path in (START, *map(files.joinpath, CORE)):
        shutil.copyfile(path, target / path.name)
    (target / "pyodide-lock.json").write_text(dumped({"info": PYTHON, "packages": {}}), "utf-8")
    with TemporaryDirectory() as folder:
        place = Path(folder)
        own = [labnet_wheel(place, left_out), *map(Path, own)]
        wheels = closure(roots, own, files, place, frozenset(without))
        listed = fill(target, place / "unpacked", grouped(wheels, own, files), imported)
    (target / "files.json").write_text(dumped(listed), "utf-8")


def grouped(wheels, own, files):
    """{archive: [path of a wheel, ...]}, of which Pyodide's are large, and have one each."""
    found = {"own": []}
    for wheel in wheels:
        others = wheel.name if wheel.path.parent == files else "pypi"
        found.setdefault("own" if wheel.path in own else others, []).append(wheel.path)
    return found


def fill(target, place, groups, imported):
    """Write the archives, as the wheels have it but for what no page needs, and the memory."""
    folders = {group: place / group for group in groups}
    for group, folder in folders.items():
        folder.mkdir(parents=True)
        for path in groups[group]:
            unpack(path, folder)
    library = place / "library"
    shutil.unpack_archive(target / LIBRARY, library)
    to_bytecode(target, library, *folders.values())
    pack(library, target / LIBRARY)
    names = [archives.write(target, group, "tar", archives.tar(folders[group])) for group in groups]
    kept = memory(target, place / "memory", imported) if imported else None
    return {"archives": names, "memory": kept}


def memory(target, path, imported):
    started(target, imported, path)
    return archives.write(target, "memory", "bin", path.read_bytes())


def dumped(value):
    return json.dumps(value, indent=1) + "\n"
