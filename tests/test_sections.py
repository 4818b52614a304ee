"""Where a text names a section of a notebook, that section is there."""

import re
from pathlib import Path

import pytest
import sections

ROOT = Path(__file__).parents[1]
TEXTS = [
    *ROOT.glob("*.md"),
    *ROOT.glob("notebooks/*.md"),
    *(path for path in ROOT.glob("labnet/**/*.py") if "report" not in path.parts),
]


def own(path):
    """The number of the notebook whose folder the text is in, or None."""
    found = re.search(r"notebook_(\d\d)", path.as_posix())
    return found and found[1]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_section_that_a_text_names_is_there(path):
    assert sections.complaints(path.read_text("utf-8"), own(path)) == []


NAMED = {
    "Section 6 of 04 has the loop.": [("04", "6")],
    "as in section 4. Are they right?": [(None, "4")],
    "saturates (06, section 7). See 05 section 2.": [("06", "7"), ("05", "2")],
    "sections 1 to 5, then 6 to 8.": [(None, one) for one in "1568"],
    "section 2, 07 section 3": [(None, "2"), ("07", "3")],
    "sections 4.2 and 4.3": [(None, "4.2"), (None, "4.3")],
    "Section 5 here and section 9 of 04": [(None, "5"), ("04", "9")],
    "in section\n3, 10 points": [(None, "3"), (None, "10")],
    "no sections, section by section, 3 sections": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_sections_are_found_however_they_are_named(text):
    assert sections.named(text) == NAMED[text]


def test_a_section_that_is_not_there_is_named():
    known = {"07": {"1", "2"}}
    assert sections.complaints("section 2, 07 section 3 and section 4", "07", known) == [
        "section 3 of 07 is named, and is not there",
        "section 4 of 07 is named, and is not there",
    ]
    assert sections.complaints("section 2 of 99") == ["section 2 of 99 is named, and is not there"]


def test_sections_of_a_notebook_that_is_left_out_are_not_known():
    assert sections.complaints("section 200 of 96", known={"96": None}) == []
