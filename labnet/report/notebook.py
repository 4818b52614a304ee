"""The notebook of a report, as it was saved: its two fields, its sections, its figures."""

import os
import re
import warnings
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

import nbformat

from ..course import copies
from ..course.ways import way
from ..support.checks import require
from ..support.errors import LabnetError
from .mentions import KINDS, spoken_of
from .prose import blank

NAME = "08_lab_report.ipynb"
EXAMPLE, MINE = copies.ORIGINALS / NAME, copies.COPIES / NAME
ASIDE = "not-in-report"  # the tag of cells that are for the author's eyes
FIELDS = ("Name", "Date")
LEFT_OUT = "Left out"  # a field, too: the numbers of the sections that are not handed in
FIELD = r"(?mi)^[*_ ]*{}[*_ ]*:[*_ ]*(.*?)[*_\\ ]*$"
TITLE = re.compile(r"(?m)^# +(.*?) *$")
HEADING = re.compile(r"(?m)^#{2,6} +(?:(\d+(?:\.\d+)*)\.? +)?(.*?) *$")
COMMENT = re.compile(r"(?s)<!--.*?-->")
FENCED = re.compile(r"(?ms)^ {0,3}(```|~~~).*?^ {0,3}\1")
CAPTION = re.compile(r"(?m)^\**(Figure|Table) (\d{1,6})\.")


@dataclass
class Section:
    """number : such as "4.2", "" if it has none. texts : what is written. code : the cells."""

    number: str
    title: str
    texts: list = field(default_factory=list)
    code: list = field(default_factory=list)

    @property
    def name(self):
        return self.number or f'"{self.title}"'

    @property
    def text(self):
        """What the author wrote under this heading."""
        return "\n\n".join(self.texts).strip()

    @property
    def prose(self):
        """All that a reader reads: what is written, and what the cells say."""
        return "\n\n".join([self.text, *(text for cell in self.code for text in said(cell))])


class Notebook:
    """A notebook as it was saved.

    node : all of it. everything : without the cells that are asides. cells : without the sections
    that are left out, too. What a cell shows as an aside is in none of them.

    Errors: LabnetError if there is no such file, or if it is no notebook.
    """

    def __init__(self, path):
        self.path = Path(path)
        self.node = read(self.path)
        for cell in self.node.cells:
            drop_asides(cell)
        self.everything = [cell for cell in self.node.cells if not is_aside(cell)]
        self.front = sections_of(self.everything)[0].text
        self.left_out = re.findall(r"\d+(?:\.\d+)*", normalize("NFKC", self.field(LEFT_OUT)))
        self.cells = handed_in(self.everything, self.left_out)

    @cached_property
    def sections(self):
        """In their order; the first has no heading: it holds the title and the fields."""
        return sections_of(self.cells)

    @property
    def headed(self):
        return self.sections[1:]

    @property
    def title(self):
        found = TITLE.search(self.front)
        return found[1] if found else self.path.stem

    def field(self, name):
        """What stands behind this name, such as **Name:**, at the top; "" if nothing does."""
        found = re.search(FIELD.format(name), self.front)
        return found[1] if found else ""

    @cached_property
    def numbered(self):
        """[(Figure or Table, its number)] of all captions, in their order."""
        return [one for cell in self.cells for one in captioned(cell)]

    @property
    def new_numbers(self):
        """{(Figure or Table, its number): its place}, of those whose number is not their place."""
        places = {}
        for kind in KINDS:
            each = dict.fromkeys(one for one in self.numbered if one[0] == kind)
            places |= {one: place for place, one in enumerate(each, start=1)}
        return {one: place for one, place in places.items() if one[1] != place}

    @property
    def code(self):
        """All of it: what is left out may make what the others use."""
        return [cell for cell in self.everything if cell.cell_type == "code"]

    @property
    def has_run(self):
        return any(cell.execution_count is not None for cell in self.code)

    @property
    def is_example(self):
        return self.path.resolve() == EXAMPLE.resolve()


def read(path):
    require(
        os.path.isfile(path),
        f"There is no file {path}. {way('copy', NAME)}. Of any other notebook, give the path.",
    )
    try:
        return valid(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LabnetError(f"{path} cannot be read: {error.strerror}.") from None
    except Exception:  # json and nbformat each have their own errors
        raise LabnetError(
            f"{path} is no notebook; expected a file that JupyterLab saved, such as {NAME}."
        ) from None


def valid(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # older notebooks lack what nbformat fills in
        node = nbformat.reads(text, as_version=4)
        nbformat.validate(node, relax_add_props=True)  # reads() only logs what is wrong
    return node


def is_aside(cell):
    return ASIDE in cell.metadata.get("tags", [])


def drop_asides(cell):
    """Drop what `aside` has shown: a link to the last report would make the next one larger."""
    if cell.get("outputs"):
        cell.outputs = [one for one in cell.outputs if ASIDE not in one.get("metadata", {})]


def without_asides(source):
    """The text without comments, which nobody sees, and without code."""
    return FENCED.sub("", COMMENT.sub("", source))


def sections_of(cells):
    found = [Section("", "the title")]
    for cell in cells:
        if cell.cell_type == "code":
            found[-1].code.append(cell)
        if cell.cell_type == "markdown":
            add_text(found, without_asides(cell.source))
    return found


def handed_in(cells, left_out):
    """The cells without these sections, and without the parts of each of them."""
    kept, within = [], None
    for cell in cells:
        if cell.cell_type == "markdown":
            text, within = split(cell.source, left_out, within)
            kept += [with_source(cell, text)] if text.strip() else []
        elif within is None:
            kept.append(cell)
    return kept


def with_source(cell, text):
    cell = deepcopy(cell)
    cell.source = text
    return cell


def split(source, left_out, within):
    """What stays of a text, and the heading level of the section left out in which it ends."""
    text, begin = "", 0
    for found in HEADING.finditer(FENCED.sub(blank, COMMENT.sub(blank, source))):
        if within is None:
            text += source[begin : found.start()]
        within, begin = after(found, left_out, within), found.start()
    return text + (source[begin:] if within is None else ""), within


def after(heading, left_out, within):
    """Its level if the section is left out, or belongs to one of this level that is; else None."""
    level = len(heading[0]) - len(heading[0].lstrip("#"))
    number = f"{heading[1]}."
    if any(number.startswith(f"{one}.") for one in left_out):
        return level if within is None else min(level, within)
    return None if within is None or level <= within else within


def add_text(sections, source):
    """Split the text at its headings; each begins a Section."""
    text, *rest = HEADING.split(source)
    sections[-1].texts.append(text)
    for number, title, text in zip(*[iter(rest)] * 3, strict=True):
        sections.append(Section(number or "", title, [text]))


# What a code cell shows


def said(cell):
    """The sentences that a cell shows, without the captions."""
    return [text for text in outputs(cell, "text/markdown") if not CAPTION.match(text)]


def captioned(cell):
    """[(Figure or Table, its number)] of the captions that a cell shows, or that a text has."""
    if cell.cell_type == "markdown":
        return spoken_of(without_asides(cell.source), captions=True)
    found = (CAPTION.match(text) for text in outputs(cell, "text/plain"))
    return [(one[1], int(one[2])) for one in found if one]


def pictures(cell):
    return [one for one in data(cell) if any(kind.startswith("image/") for kind in one)]


def outputs(cell, kind):
    return [one[kind] for one in data(cell) if isinstance(one.get(kind), str)]


def data(cell):
    return [output.get("data", {}) for output in cell.get("outputs", [])]
