"""build_course: writes the start page, and the notebooks in JupyterLite, from nothing each time."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from ...course import copies
from ..distribution import assemble
from .jupyterlite import build_jupyterlite
from .standins import own_wheels
from .start_page import write_start_page

SITE = Path(__file__).resolve().parents[3] / "site"
FOLDER = "course"  # of the notebooks, in the site
KERNEL = "micropip", "piplite", "pyodide-kernel", "ipykernel", "comm", "jedi", "ipython"
ROOTS = (*KERNEL, "labnet", "notebooks")
IMPORTED = "IPython.core.interactiveshell", "ipywidgets", "decimal"  # by every notebook, at once
WITHOUT = "fonttools", "pytz", "jupyterlab-widgets"  # for PDFs; JupyterLab's half of the widgets


def build_course(pyodide=None, target=SITE):
    """Write site/index.html and site/course/; `pyodide` is as in `assemble`."""
    shutil.rmtree(target / FOLDER, ignore_errors=True)
    write_start_page(target)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        copies.copy_missing(copies=place / "files")
        build_jupyterlite(place, target / FOLDER, ROOTS)
        own = own_wheels(place)
        assemble(
            target / FOLDER / "pyodide",
            ROOTS,
            without=WITHOUT,
            left_out=("browser",),
            own=own,
            imported=IMPORTED,
            given=pyodide,
        )
