"""write_start_page: site/index.html, with the notebooks as README.md lists them."""

import re
import shutil
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from ...course import copies
from ...course.notebooks import NOTEBOOKS
from ...support.checks import require

START = Path(__file__).parent / "start"
README, PICTURES = copies.ROOT / "README.md", copies.ROOT / ".github" / "pictures"
ROW = re.compile(
    r'<img src="[^"]*?(?P<picture>[^"/]+)"[^>]* alt="(?P<alt>[^"]*)"></td>\s*'
    r'<td><a href="notebooks/(?P<file>[^"]+)"><b>.*?</b></a>, (?P<time>[^<]*)<br>(?P<text>.*?)</td>'
)


@dataclass(frozen=True)
class Described:
    """What README.md says of one notebook."""

    file: str
    picture: str
    alt: str
    time: str
    text: str


def write_start_page(target):
    """Write index.html and what it shows into the folder `target`."""
    pictures = target / "pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    described = rows()
    for row in described:
        shutil.copyfile(PICTURES / row.picture, pictures / row.picture)
    shutil.copyfile(PICTURES / "explorer.png", pictures / "explorer.png")
    for name in ("start.css", "start.js"):
        shutil.copyfile(START / name, target / name)
    page = Template((START / "index.html").read_text("utf-8"))
    cards = "\n".join(map(card, described))
    (target / "index.html").write_text(page.substitute(notebooks=cards), "utf-8")


def rows():
    """The rows of README.md's table, in the order of the course."""
    found = [Described(**one.groupdict()) for one in ROW.finditer(README.read_text("utf-8"))]
    listed = [one.file for one in found]
    expected = [one.file for one in NOTEBOOKS]
    require(listed == expected, f"README.md has rows for {listed}; expected is {expected}.")
    return found


def card(row):
    notebook = copies.read_original(copies.ORIGINALS / row.file)
    return Template((START / "card.html").read_text("utf-8")).substitute(
        file=row.file,
        number=row.file[:2],
        title=escape(title(notebook)),
        time=escape(row.time),
        text=row.text,
        alt=row.alt,
        picture=row.picture,
        version=copies.version(notebook),
    )


def title(notebook):
    """The notebook's first line, without its #."""
    return "".join(notebook["cells"][0]["source"]).splitlines()[0].removeprefix("# ")
