"""Figures, tables and formulas: whether each is there, in order, and spoken of."""

import os
import re

from ..notebook import CAPTION, captioned, outputs, pictures
from ..written import kept, kept_in_page

MOST = 100  # figures of which one mention speaks
WITH_FIGURES = ("3.", "4.", "5.")  # the sections that must show something
REFERENCE = re.compile(
    r"\b(Fig(?:ure)?|Tab(?:le)?)(?:s\b|\b\.?)"
    r"\s+(\d{1,6}(?:(?:\s*,\s*|\s*[–-]\s*|\s+(?:and|or|to)\s+)\d{1,6})*)",
    re.IGNORECASE,
)
PICTURE = re.compile(r"!\[[^\]]*\]\(<?([^)\s>]+)|<img[^>]*\ssrc=[\"']([^\"']+)")
INSIDE = ("attachment:", "data:")


def sections_without(report):
    """A figure that is shown, whatever its caption."""
    for section in report.headed:
        wanted = section.number.startswith(WITH_FIGURES)
        if wanted and not any(pictures(cell) for cell in section.code):
            yield {"section": section.name}


def without_caption(report):
    """A cell's pictures are as many as its captions; those in the text below it count too."""
    for section in report.sections:
        shown = sum(len(pictures(cell)) for cell in section.code)
        named = [kind for cell in section.code for kind, _ in captioned(cell)]
        named += [found[1] for found in CAPTION.finditer(section.text)]
        yield from [{"section": section.name}] * (shown - named.count("Figure"))


def numbered(report):
    """[(Figure or Table, its number)] in their order."""
    found = []
    for section in report.sections:
        found += [one for cell in section.code for one in captioned(cell)]
        found += [(one[1], int(one[2])) for one in CAPTION.finditer(section.text)]
    return found


def out_of_order(report):
    for kind in ("Figure", "Table"):
        numbers = [number for each, number in numbered(report) if each == kind]
        wrong = ((n, k) for k, n in enumerate(numbers, start=1) if n != k)
        for number, expected in list(wrong)[:1]:  # the others follow from the first
            yield {"kind": kind, "number": number, "expected": expected}


def not_mentioned(report):
    text = "\n".join(section.prose for section in report.sections)
    spoken_of = mentioned(text)
    for kind, number in dict.fromkeys(numbered(report)):
        if (kind, number) not in spoken_of:
            yield {"kind": kind, "number": number}


def mentioned_only(report):
    there = set(numbered(report))
    for section in report.sections:
        for kind, number in sorted(mentioned(section.prose) - there):
            yield {"section": section.name, "kind": kind, "number": number}


def mentioned(text):
    """{(Figure or Table, number)} of what the text speaks of; a caption does not count."""
    found = set()
    for kind, listed in REFERENCE.findall(CAPTION.sub("", text)):
        name = "Figure" if kind.lower().startswith("fig") else "Table"
        found |= {(name, number) for number in expanded(listed)}
    return found


def expanded(listed):
    """The numbers in "2, 4 and 5", or in "2 to 5"."""
    numbers = [int(one) for one in re.findall(r"\d+", listed)]
    for low, high in re.findall(r"(\d+)\s*(?:[–-]|to)\s*(\d+)", listed):
        numbers += range(int(low), min(int(high), int(low) + MOST))
    return numbers


def pictures_elsewhere(report):
    """Pictures on the web, and files that are not there."""
    for section in report.sections:
        for found in PICTURE.findall(section.text):
            target = "".join(found)
            if not target.startswith(INSIDE) and not is_beside(report.path, target):
                yield {"section": section.name, "target": target}


def is_beside(path, target):
    """Whether it is a file in the notebook's folder, and no address."""
    return not re.match(r"\w+:|//", target) and os.path.isfile(path.parent / target)


def unknown_formulas(report):
    for section in report.sections:
        written = [section.text, *shown(section, "text/markdown"), *shown(section, "text/latex")]
        found = [one for text in written for one in kept(text)]
        found += [one for page in shown(section, "text/html") for one in kept_in_page(page)]
        yield from ({"section": section.name, "formula": one.strip()} for one in found)


def shown(section, kind):
    """What its cells show of this kind, captions too."""
    return [text for cell in section.code for text in outputs(cell, kind)]
