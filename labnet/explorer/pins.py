"""A run that was pinned, for comparison with later ones."""

from dataclasses import dataclass

import numpy as np

from . import state


@dataclass(frozen=True, eq=False)
class Pin:
    """The losses of a run, and the Run that would bring it back."""

    name: str
    label: str
    losses: np.ndarray
    run: state.Run


def label(table, values):
    """What a reader tells runs apart by: the rate, the network, and what is not as usual."""
    shape = "-".join(map(str, (2, *values["hidden"], 1))) if "hidden" in values else ""
    usual = ("lr", "hidden", "activation")
    others = [
        f"{table[name].text(values[name])}"
        for name in values
        if name in table
        and table[name].rebuilds
        and name not in usual
        and values[name] != table[name].default
    ]
    parts = [f"lr {table['lr'].write(values['lr'])}", shape, values.get("activation", ""), *others]
    return ", ".join(part for part in parts if part)
