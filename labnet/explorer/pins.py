"""A run that was pinned, for comparison with later ones."""

from dataclasses import dataclass

import numpy as np

from . import state
from .systems import shape

SHAPE = ("hidden", "activation")


@dataclass(frozen=True, eq=False)
class Pin:
    """The losses of a run, and the Run that would bring it back."""

    name: str
    label: str
    losses: np.ndarray
    run: state.Run


def label(table, values):
    """What a reader tells runs apart by: the rate, the network, and what is not as usual."""
    unusual = [
        named(table[name], value)
        for name, value in values.items()
        if table[name].rebuilds and name not in SHAPE and value != table[name].default
    ]
    network = shape(values) if set(SHAPE) <= set(values) else ""
    parts = [f"lr {table['lr'].write(values['lr'])}", network, *unusual]
    return ", ".join(part for part in parts if part)


def named(setting, value):
    """A choice speaks for itself; a number needs its name."""
    return value if setting.kind == "choice" else f"{setting.label} {setting.text(value)}"
