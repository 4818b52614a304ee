"""build_playground: writes site/play/, from nothing each time."""

import shutil
from pathlib import Path

from ...explorer import Explorer
from ..distribution import assemble

PAGE = Path(__file__).parent / "page"
PLAY = Path(__file__).resolve().parents[3] / "site" / "play"
WITHOUT = "matplotlib", "tqdm", "ipywidgets", "anywidget", "nbconvert", "latex2mathml"
LEFT_OUT = "browser/distribution", "recorded", "report", "study", "plots"
READY = """{} is ready. To open it:
    python3 -m http.server --bind 127.0.0.1 --directory {}
and then http://127.0.0.1:8000/play/"""


def build_playground(pyodide=None, target=PLAY):
    """Write the playground into the folder `target`; `pyodide` is as in `assemble`."""
    shutil.rmtree(target, ignore_errors=True)
    assemble(target / "pyodide", ["labnet"], without=WITHOUT, left_out=LEFT_OUT, given=pyodide)
    shutil.copytree(PAGE, target, dirs_exist_ok=True)
    (target / "explorer.css").write_text(Explorer._css, "utf-8")
    (target / "explorer.js").write_text(Explorer._esm, "utf-8")
    print(READY.format(target, target.parent))
