"""build_playground: writes site/play/, from nothing each time."""

import shutil
from pathlib import Path

from ..distribution import assemble

PLAY = Path(__file__).resolve().parents[3] / "site" / "play"
ROOTS = "labnet", "traitlets"
WITHOUT = "matplotlib", "tqdm", "ipywidgets", "anywidget", "nbconvert", "math-core"


def build_playground(pyodide=None, target=PLAY):
    """Write the playground into the folder `target`; `pyodide` is as in `assemble`."""
    shutil.rmtree(target, ignore_errors=True)
    assemble(target / "pyodide", ROOTS, without=WITHOUT, given=pyodide)
