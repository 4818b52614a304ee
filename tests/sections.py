"""The sections that a text names, as in "sections 1 to 3", "06, section 7" and "section 2 of 05".

A number of a notebook is two digits. Without one, the text's own notebook is meant.
"""

import re
from functools import cache

import nbformat

from labnet.course.copies import ORIGINALS
from labnet.course.notebooks import ASIDE, NOTEBOOKS

NUMBER = r"[1-9]\d*(?:\.\d+)?(?!\w)"
NAMED = re.compile(
    rf"(?:\b(?P<before>\d\d),?\s+)?\b[Ss]ections?\s+(?P<first>{NUMBER})"
    rf"(?P<others>(?:(?:,| to| and| or|, then)\s+{NUMBER})*)"
    r"(?:\s+(?:of|in)\s+(?P<after>\d\d)\b)?"
)
HEADING = re.compile(r"^#+ (\d+(?:\.\d+)?)\.?\s", re.MULTILINE)


def named(text, own=None):
    """[(notebook, section)] of all sections that a text names; notebook: `own` where it is not."""
    return [
        (found["before"] or found["after"] or own, section)
        for found in NAMED.finditer(text)
        for section in [found["first"], *re.findall(NUMBER, found["others"])]
    ]


def numbers_of(notebook):
    """The numbers of a notebook's sections."""
    cells = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return set(HEADING.findall("\n".join(cells)))


@cache
def sections():
    """{number of a notebook: the numbers of its sections}"""
    paths = {one.number: ORIGINALS / one.file for one in NOTEBOOKS}
    return {number: numbers_of(nbformat.read(path, 4)) for number, path in paths.items()}


def complaints(text, own=None, known=None):
    """A sentence on each section that is not there; those of notebooks left out are not known."""
    known = sections() | {one.number: None for one in ASIDE} | (known or {})
    return [
        f"section {section} of {notebook} is named, and is not there"
        for notebook, section in named(text, own)
        if notebook is not None and not is_there(section, known.get(notebook, ()))
    ]


def is_there(section, among):
    return among is None or section in among
