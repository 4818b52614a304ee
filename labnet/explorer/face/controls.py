"""Which controls an explorer offers, and which of them are locked."""

from ...support import checks
from ..run.controller import SEEDS

BUTTONS = {
    "run": "Run",
    "step": "Step",
    "rewind": "Rewind",
    "new weights": "New weights",
    "reset": "Reset",
    "copy state": "Copy state",
    "pin": "Pin",
    "unpin": "Unpin all",
    "over seeds": f"Over {SEEDS} seeds",
}
PANELS = {
    "network": "the network",
    "weight": "one weight",
    "example": "one example",
    "hidden space": "two units of a layer",
}


def controls(controller, hide, lock):
    """All controls but the hidden ones and those that this network has no use for."""
    entries = {name: entry(name, label, "button") for name, label in BUTTONS.items()}
    settings = controller.table.items()
    entries |= {name: one.control() for name, one in settings if one.kind != "none"}
    entries |= {name: entry(name, label, "panel") for name, label in PANELS.items()}
    hidden, locked = known(hide, entries, "hide"), known(lock, entries, "lock")
    kept = set(entries) - hidden - controller.networks.without
    return [entries[name] | {"locked": name in locked} for name in entries if name in kept]


def kept_away(controller, controls):
    """(names that are hidden, names that are locked), of an explorer with these controls."""
    everything = [*BUTTONS, *(name for name, one in controller.table.items() if one.kind != "none")]
    there = {one["name"] for one in controls} | controller.networks.without
    hidden = (name for name in [*everything, *PANELS] if name not in there)
    return tuple(hidden), tuple(one["name"] for one in controls if one["locked"])


def entry(name, label, kind):
    return {"name": name, "label": label, "kind": kind}


def known(names, entries, title):
    names = [names] if isinstance(names, str) else checks.listing(names, title, "['lr']")
    for name in names:
        checks.one_of(name, entries, f"A name in {title}")
    return set(names)
