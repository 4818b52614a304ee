"""build_course: writes the start page, and the notebooks in JupyterLite, from nothing each time."""

from pathlib import Path
from tempfile import TemporaryDirectory

from ...course import copies
from ..distribution import assemble
from ..output import SITE, anew
from .jupyterlite import build_jupyterlite
from .standins import own_wheels
from .start_page import write_start_page

FOLDER = "course"  # of the notebooks, in the site
KERNEL = "micropip", "piplite", "pyodide-kernel", "ipykernel", "comm", "jedi", "ipython"
ROOTS = (*KERNEL, "labnet", "notebooks")
IMPORTED = "IPython.core.interactiveshell", "ipywidgets", "decimal"  # by every notebook, at once
WITHOUT = "fonttools", "pytz", "jupyterlab-widgets"  # for PDFs; JupyterLab's half of the widgets


def build_course(pyodide=None, target=SITE):
    """Write site/index.html and site/course/; `pyodide` is as in `assemble`."""
    with anew(target / FOLDER) as course, TemporaryDirectory() as folder:
        place = Path(folder)
        copies.copy_missing(copies=place / "files")
        build_jupyterlite(place, course, ROOTS)
        assemble(
            course / "pyodide",
            ROOTS,
            without=WITHOUT,
            left_out=("browser", "grade", "nbgrader"),
            own=own_wheels(place, place / "files"),
            imported=IMPORTED,
            given=pyodide,
        )
    write_start_page(target)
