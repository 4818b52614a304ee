"""to_bytecode: has that Python, in Node, compile what its pages would compile at each start."""

import shutil
import subprocess
from pathlib import Path

from ...support.errors import LabnetError

SCRIPT = Path(__file__).parent / "bytecode.mjs"


def to_bytecode(pyodide, own, others):
    """Compile every module below two folders: beside the sources in `own`, for them in `others`.

    Errors: LabnetError where there is no Node, or one that cannot run Pyodide.
    """
    command = [node(), SCRIPT, *(Path(one).resolve() for one in (pyodide, own, others))]
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
