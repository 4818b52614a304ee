"""Numbers in the text: each should come from a cell, or it will be wrong after the next run."""

import re

from ..notebook import CAPTION, outputs
from .figures import REFERENCE

SMALL = 10  # below this a whole number may be a word of the language: two classes, 3 layers
NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%)?(?!\w)")
NO_RESULTS = (  # what may hold numbers that are not measured
    r"`[^`]*`",
    r"(?s)\$\$.*?\$\$",
    r"\$[^$]*\$",
    r"\]\([^)]*\)",
    r"(?m)^\s*\d+\.\s",  # of a list
    r"\b[Ss]ections?\s+\d+(?:\.\d+)*",
    r"\b\d+(?:-\d+){2,}\b",  # the widths of a network
    r"\(\s*\w+(?: et al\.)?,? (?:19|20)\d\d\)",  # the year of a source
)


def typed(report):
    """In all sections with a number; what stands in the code is known too."""
    known = known_values(report)
    for section in report.headed:
        for number in dict.fromkeys(NUMBER.findall(plain(section.text))):
            if tells(number) and not any(says(number, value) for value in known):
                yield {"section": section.name, "number": number.strip()}


def plain(text):
    text = REFERENCE.sub(" ", CAPTION.sub(" ", text))
    for pattern in NO_RESULTS:
        text = re.sub(pattern, " ", text)
    return text


def tells(number):
    return "." in number or "%" in number or value_of(number) >= SMALL


def says(number, value):
    """Whether the number is this value, rounded to as many digits; 97 % may be 0.97."""
    digits = len(number.rstrip(" %").partition(".")[2])
    near = 0.5000001 * 10**-digits
    factors = (1, 100) if "%" in number else (1,)
    return any(abs(value_of(number) - factor * value) <= near for factor in factors)


def value_of(number):
    return float(number.replace(",", "").rstrip(" %"))


def known_values(report):
    """Every number that the code holds or a cell prints."""
    texts = [cell.source.replace("_", "") for cell in report.code]
    for cell in report.code:
        texts += outputs(cell, "text/plain")
        texts += [output.text for output in cell.outputs if output.output_type == "stream"]
    return {value_of(one) for text in texts for one in NUMBER.findall(text)}
