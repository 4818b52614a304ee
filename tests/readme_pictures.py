"""Make the pictures of the README: the live explorer, and one of each notebook.

All of them:            python tests/readme_pictures.py
One notebook's figure:  python tests/readme_pictures.py 03

The explorer and the page of the report are looked at in Chromium; the other pictures are figures
that the notebooks hold, each in the cell with the tag "picture".
"""

import sys
import tempfile
from base64 import b64decode
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from pathlib import Path

import nbformat
from execute_notebooks import in_few_colours
from PIL import Image, ImageOps

from labnet.course.copies import ORIGINALS
from labnet.course.notebooks import NOTEBOOKS

sys.path.append(str(Path(__file__).parent / "browser"))

FOLDER = Path(__file__).parents[1] / ".github" / "pictures"
TAG = "picture"
SIZE = (480, 300)  # of a notebook's picture: shown at half of it, sharp on any screen
LAB = {"width": 1240, "height": 1400}  # no part of the explorer is scrolled away
PAPER = {"width": 640, "height": 400}
EPOCHS = 600
SPIRAL = "data='spiral', hidden=(8, 6), activation='tanh', optimizer='adam', lr=0.03, example=3"
EXPLORE = f"""e = explore({SPIRAL})
e.train({EPOCHS})
e"""


def main(numbers):
    FOLDER.mkdir(parents=True, exist_ok=True)
    drawn = figures()
    if numbers:
        return store({name: drawn[name] for name in drawn if name[:2] in numbers})
    with window() as page:
        explorer, decisions = live(page)
        looked_at = {"08_lab_report": report, "06_explore": lambda page: decisions}
        for name in looked_at.keys() & {one.name for one in NOTEBOOKS}:
            drawn[name] = framed(looked_at[name](page))
    store(drawn | {"explorer": explorer})


def store(pictures):
    for name, picture in pictures.items():
        in_few_colours(picture).save(FOLDER / f"{name}.png", optimize=True)


def figures():
    """{notebook: the framed figure of its tagged cell}, of the notebooks that have one."""
    shown = {one.name: tagged(ORIGINALS / one.file) for one in NOTEBOOKS}
    return {name: framed(opened(b64decode(pngs[0]))) for name, pngs in shown.items() if pngs}


def tagged(path):
    """The figures of the notebook's tagged cell."""
    cells = nbformat.read(path, as_version=4).cells
    outputs = (cell.outputs for cell in cells if TAG in cell.metadata.get("tags", []))
    return [output.data["image/png"] for output in chain(*outputs)]


def framed(picture):
    return ImageOps.pad(picture, SIZE, color="white")


@contextmanager
def window():
    from lab import WITHOUT, open_browser

    with open_browser() as browser:
        if browser is None:
            sys.exit(WITHOUT)
        yield browser.new_page(device_scale_factor=2)


def report(page):
    """The top of the page that `make report` writes."""
    from labnet.report import export

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        export(ORIGINALS / "08_lab_report.ipynb", path)
        page.set_viewport_size(PAPER)
        page.goto(path.as_uri())
        return opened(page.screenshot())


def live(page):
    """The explorer of a spiral, trained, and its decision map."""
    from lab import Lab
    from views import Notebook, open_lab

    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(folder)
        try:
            page.set_viewport_size(LAB)
            open_lab(page, lab)
            notebook = Notebook(page, lab, "explorer", ["# A heading", ""])
            notebook.tell("from labnet import explore")
            explorer = notebook.show(EXPLORE)
            explorer.wait_for_epoch(EPOCHS)
            return opened(explorer.root.screenshot()), opened(explorer.map.screenshot())
        finally:
            lab.close()


def opened(png):
    return Image.open(BytesIO(png)).convert("RGB")


if __name__ == "__main__":
    main(sys.argv[1:])
