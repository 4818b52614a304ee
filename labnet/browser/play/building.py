"""build_playground: writes site/play/, from nothing each time."""

import shutil
from pathlib import Path

from ...explorer import Explorer
from ..distribution import assemble
from ..output import SITE, anew

PAGE = Path(__file__).parent / "page"
WITHOUT = "matplotlib", "tqdm", "ipywidgets", "anywidget", "nbconvert", "jinja2", "latex2mathml"
LEFT_OUT = "browser/distribution", "recorded", "report", "study", "plots", "grade", "nbgrader"
READY = """{} is ready. To open it:
    python3 -m http.server --bind 127.0.0.1 --directory {}
and then http://127.0.0.1:8000/play/"""


def build_playground(pyodide=None, target=SITE / "play"):
    """Write the playground into the folder `target`; `pyodide` is as in `assemble`."""
    with anew(target) as play:
        assemble(play / "pyodide", ["labnet"], without=WITHOUT, left_out=LEFT_OUT, given=pyodide)
        shutil.copytree(PAGE, play, dirs_exist_ok=True)
        (play / "explorer.css").write_text(Explorer._css, "utf-8")
        (play / "explorer.js").write_text(Explorer._esm, "utf-8")
    print(READY.format(target, target.parent))
