"""Checks saved: what your copy of a notebook tells of checks that another kernel has made."""

import re

from ..course import copies
from .engine.verdict import MARKS

OUTCOMES = {mark: outcome for outcome, mark in MARKS.items()}
HEAD = re.compile(r"^(\S) (\w+): (.+)$", re.MULTILINE)  # of a Verdict, in plain text
TOLD = "This kernel has not checked {}: that is what your saved {} shows. Nothing was run again."


def unknown_here(notebook, exercises):
    """{name: outcome} of the exercises that this kernel has not checked, but the copy shows."""
    unchecked = {one.name for one in exercises if one.latest is None}
    found = outcomes(copies.COPIES / notebook.file)
    return {name: outcome for name, outcome in found.items() if name in unchecked}


def outcomes(path):
    """{name: outcome} of the last verdict on each exercise in the file; {} if it is unreadable."""
    try:
        cells = copies.read(path)["cells"]
        texts = [text for cell in cells for text in shown(cell)]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
    return verdicts_in(texts)


def verdicts_in(texts):
    """{name: outcome} of the last verdict on each exercise or claim that is shown as text."""
    heads = (head for text in texts for head in HEAD.findall(text))
    return {name: told for mark, name, told in heads if OUTCOMES.get(mark) == told}


def shown(cell):
    """What the cell has shown, as plain text."""
    for one in cell.get("outputs", ()):
        yield "".join(one.get("text") or one.get("data", {}).get("text/plain", ""))


def told(saved, notebook):
    """A sentence on where the outcomes come from; or "" if there are none."""
    return TOLD.format(", ".join(saved), notebook.file) if saved else ""
