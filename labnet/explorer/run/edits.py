"""The weights that were set by hand in a run, as a short text: "W2[3,5]=0.52@120,b1[0,0]=1@130"."""

import re
from dataclasses import dataclass

from ...support import checks
from .entry import Entry, parse
from .setting_kinds import as_number

MOST, FARTHEST = 40, 1e6  # edits of a run; how large a weight may be made
BETWEEN = re.compile(r",(?![^\[]*\])")  # commas outside of brackets
EXPECTED = "expected weights with their values and epochs, such as W2[3,5]=0.52@120"


@dataclass(frozen=True)
class Edit:
    """After so many epochs this entry was set to this value."""

    entry: Entry
    value: float
    epoch: int


def checked(entry, value):
    """The Entry and the value, if a weight or a bias can be set to it."""
    entry = parse(entry)
    checks.require(
        entry.is_parameter,
        f"'{entry}' is a unit: its numbers follow from the weights. Set a weight or a bias.",
    )
    value = checks.finite_number(value, str(entry))
    checks.require(
        abs(value) <= FARTHEST, f"{entry} is {value:g}; expected -{FARTHEST:g} to {FARTHEST:g}."
    )
    return entry, value


def write(edits):
    return ",".join(f"{one.entry}={one.value!r}@{one.epoch}" for one in edits).replace(" ", "")


def read(text, epochs):
    """The Edits of a text that `write` made, in a run of so many epochs."""
    parts = BETWEEN.split(text)
    checks.require(len(parts) <= MOST, f"edits has {len(parts)} entries; at most {MOST}.")
    found = [read_one(part) for part in parts]
    order = [one.epoch for one in found]
    checks.require(
        order == sorted(order) and order[-1] <= epochs,
        f"edits is {text[:80]!r}; expected epochs in order, and none beyond {epochs}, "
        "where the run ends.",
    )
    return found


def read_one(text):
    entry, _, rest = text.partition("=")
    value, _, epoch = rest.partition("@")
    whole = epoch.isascii() and epoch.isdigit() and len(epoch) < 10
    checks.require(whole, f"edits has {text[:80]!r}; {EXPECTED}.")
    return Edit(*checked(entry, as_number(float, value, entry)), int(epoch))
