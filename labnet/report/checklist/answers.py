"""What is not answered yet: fields, sections, prompts, and text that is still the example's."""

import ast
import re
from unicodedata import normalize

from .. import candidates
from ..notebook import EXAMPLE, FIELDS, LEFT_OUT, Notebook, sections_of, without_asides
from ..prose import length
from .code import parsed

SECTIONS = {  # without the Extras
    "1": "Introduction",
    "2": "Experiment set-up",
    "2.1": "The sigmoid",
    "2.2": "The network",
    "2.3": "Backpropagation",
    "3": "Results",
    "3.1": "Linear data",
    "3.2": "XOR data",
    "4": "Discussion",
    "4.1": "Learning rates",
    "4.2": "Hidden units",
    "4.3": "No activation function",
    "4.4": "A question of my own",
}
LEAST = 10  # words of an answer
OWN = 8  # words that nobody writes alike by chance
PROMPT = re.compile(
    r"(?im)^\W*prompt:.*|\bTODO\b.*|\bXXX+\b.*|^\s*(?:\.{3,}|[…⋯]+|。{3,})\s*$|"
    r"\byour (?:text|answer) here\b"
)


def renamed_reports(report):
    found = candidates.renamed(report.path)
    if found:
        about = {"others": candidates.listed(found), "command": candidates.command(found[0])}
        yield about | {"name": report.path.name, "first": found[0].name}


def missing_fields(report):
    return [named(name) for name in FIELDS if not report.field(name)]


def named(field):
    return {"field": field, "word": field.lower()}


def missing_sections(report):
    there = {section.number for section in report.headed}
    missing = [number for number in SECTIONS if number not in there]
    return [{"number": n, "title": SECTIONS[n]} for n in missing if not is_left_out(n, report)]


def is_left_out(number, report):
    return any(f"{number}.".startswith(f"{one}.") for one in report.left_out)


def left_out_in_words(report):
    """What stands behind **Left out:** and is no number of a section."""
    known = {section.number for section in sections_of(report.everything)} | SECTIONS.keys()
    value = report.field(LEFT_OUT)
    listed = re.sub(r"(?i)\b(?:and|sections?)\b", " ", normalize("NFKC", value))
    each = (word.rstrip(".") for word in re.split(r"[\s,;、，]+", listed))
    return [{"word": word} for word in each if word and word not in known]


def empty_sections(report):
    for section in report.headed:
        numbers = [*(one.number for one in report.headed), *report.left_out]
        has_parts = section.number and any(one.startswith(f"{section.number}.") for one in numbers)
        if not has_parts and length(section.prose) < LEAST:
            yield {"section": section.name}


def prompts(report):
    for section in report.sections:
        for found in PROMPT.finditer(section.text):
            yield {"section": section.name, "words": found[0].strip()}


# What a copy still shares with the example that it began as


def fields_of_the_example(report):
    example = the_example(report)
    for name in FIELDS if example else ():
        if report.field(name) and report.field(name) == example.field(name):
            yield named(name) | {"value": report.field(name)}


def title_of_the_example(report):
    example = the_example(report)
    return [{"title": report.title}] if example and report.title == example.title else []


def texts_of_the_example(report):
    example = the_example(report)
    known = {one for section in example.sections for one in paragraphs(section)} if example else ()
    for section in report.sections:
        shared = [one for one in paragraphs(section) if one in known]
        if shared:
            yield {"section": section.name, "words": " ".join(shared[0].split()[:OWN])}


def the_example(report):
    """The Notebook that a copy began as; None for the example itself, and where there is none."""
    return Notebook(EXAMPLE) if EXAMPLE.is_file() and not report.is_example else None


def paragraphs(section):
    """Its longer paragraphs, in the text and in what its cells say, with single spaces."""
    texts = [section.text, *(text for cell in section.code for text in templates(cell))]
    each = (" ".join(one.split()) for text in texts for one in re.split(r"\n\s*\n", text))
    return [one for one in each if len(re.findall(r"[A-Za-z]{2,}", one)) >= OWN]


def templates(cell):
    """The texts handed to `say`, with {} where a value is filled in."""
    for node in ast.walk(parsed(cell)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say":
            yield "".join(map(constant, parts_of(node.args)))


def parts_of(args):
    return [part for arg in args for part in getattr(arg, "values", [arg])]


def constant(node):
    value = getattr(node, "value", None)
    return without_asides(value) if isinstance(value, str) else "{}"
