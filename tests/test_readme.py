"""What the README names is there, and its pictures are those of the notebooks."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from readme_pictures import FOLDER, figures

from labnet.course import readme
from labnet.course.notebooks import NOTEBOOKS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
FIGURES = figures()
SAME = 2  # of 255, on average: the palette's rounding


def test_every_link_leads_somewhere():
    links = re.findall(r'\]\(([^)]+)\)|(?:src|href)="([^"]+)"', README)
    here = [link for link in map("".join, links) if "://" not in link]
    headings = {
        heading.lower().replace(" ", "-") for heading in re.findall("^## (.*)", README, re.M)
    }
    assert len(here) > len(NOTEBOOKS)
    for link in here:
        assert link[1:] in headings if link[0] == "#" else (ROOT / link).exists(), link


def test_every_link_of_the_instructors_page_leads_somewhere():
    assert "](notebooks/README.md)" in README
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert links and all((ROOT / "notebooks" / link).exists() for link in links)


def test_every_command_of_make_exists():
    named = set(re.findall(r"`(?:time )?make ([a-z]+)", README + PAGE)) | {"lab", "test"}
    assert named - set(TARGETS) == set()


def test_it_says_how_many_notebooks_there_are():
    assert readme.count(len(NOTEBOOKS)) in README


def test_every_notebook_has_a_row_and_a_picture():
    rows = re.findall(r'pictures/(\w+)\.png" width="\d+" alt="[^"]+.*\n.*<b>(\w+)</b>', README)
    assert rows == [(one.name, one.name) for one in NOTEBOOKS]


@pytest.mark.parametrize("name", FIGURES)
def test_the_picture_is_the_notebooks_figure(name):
    """`make pictures` makes it anew."""
    stored, drawn = (
        np.asarray(picture.convert("RGB"), dtype=float)
        for picture in (Image.open(FOLDER / f"{name}.png"), FIGURES[name])
    )
    assert stored.shape == drawn.shape and np.abs(stored - drawn).mean() < SAME
