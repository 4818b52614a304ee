"""What that Python does before its pages: compile the modules, and start once. It runs in Node."""

import shutil
import subprocess
from pathlib import Path

from ...support.errors import LabnetError

HERE = Path(__file__).parent


def to_bytecode(pyodide, library, own, *others):
    """Compile every module below these folders: beside the sources in `own`, for them elsewhere.

    library : the modules of python_stdlib.zip.
    Errors: LabnetError where there is no Node, or one that cannot run Pyodide.
    """
    run("bytecode.mjs", pyodide, library, own, *others)


def started(pyodide, modules, target):
    """Write Python's memory, once it has imported these modules, to the path `target`.

    They are in the archives there, and must need nothing compiled, and nothing of JavaScript:
    neither is part of the memory.
    Errors: as in to_bytecode, and where a module does need it.
    """
    run("memory.mjs", pyodide, target, *modules)


def run(script, *arguments):
    command = [node(), HERE / script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "nothing was said").splitlines()[-1]
        raise LabnetError(
            f"Node could not run Pyodide: {last}. Expected is Node 20 or newer; `node --version` "
            "tells what is there."
        )


def node():
    path = shutil.which("node")
    if path is None:
        raise LabnetError(
            "There is no Node here, and Pyodide compiles labnet in it. Expected is Node 20 or "
            "newer: on Debian, apt install nodejs; elsewhere, nodejs.org."
        )
    return path
