"""Figures, tables and formulas: whether each is there, in order, and spoken of."""

import os
import re
from collections import Counter

from ..mentions import spoken_of
from ..notebook import captioned, outputs, pictures
from ..written import kept, kept_in_page

WITH_FIGURES = ("3.", "4.", "5.")  # the sections that must show something
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
        named += [kind for kind, _ in spoken_of(section.text, captions=True)]
        yield from [{"section": section.name}] * (shown - named.count("Figure"))


def there_twice(report):
    for (kind, number), times in Counter(report.numbered).items():
        if times > 1:
            yield {"kind": kind, "number": number}


def not_mentioned(report):
    text = "\n".join(section.prose for section in report.sections)
    named = mentioned(text)
    for kind, number in dict.fromkeys(report.numbered):
        if (kind, number) not in named:
            yield {"kind": kind, "number": number}


def mentioned_only(report):
    there = set(report.numbered)
    for section in report.sections:
        for kind, number in sorted(mentioned(section.prose) - there):
            yield {"section": section.name, "kind": kind, "number": number}


def mentioned(text):
    """{(Figure or Table, number)} of what the text speaks of; a caption does not count."""
    return set(spoken_of(text))


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
