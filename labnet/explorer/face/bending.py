"""The hidden space as the browser shows it: the plane, and where two units put it."""

import numpy as np

from ..run import chain, hidden_space
from .axes import axis
from .lesson import floats
from .shading import scale

MARGIN = 0.05  # of the axes, on each side


def space(session, values, box, border):
    """Grid, border and points in the plane, and bent; None where it is not to be seen, or unknown.

    border : bytes, as `surface` gives them.
    """
    net = session.network() if values["panel"] == "hidden space" else None
    chosen = net and hidden_space.chosen(session, values["space"])
    if not chosen:
        return None
    k, across, up = chosen
    plane = {
        "grid": hidden_space.grid(box),
        "border": np.frombuffer(border, np.float32).reshape(-1, 2),
        "X": session.X,
    }
    with np.errstate(all="ignore"):
        bent = {name: hidden_space.bent(net, chosen, v) for name, v in plane.items()}
    return {
        "k": k,
        "across": across,
        "up": up,
        "names": [f"a{k}[:, {across}]", f"a{k}[:, {up}]"],
        "axes": [reach(net, k, column) for column in bent["grid"].T],
        "grid": floats(plane["grid"]),
        "bent": floats(bent["grid"]),
        "border": border,
        "border_bent": floats(bent["border"]),
        "X_bent": floats(bent["X"]),
        "layers": [list(one) for one in hidden_space.layers_of(session)],
    }


def reach(net, k, column):
    """The axis of a unit: all that its activation can give, or as far as it goes, roundly."""
    _, activation = chain.blocks(net)[k - 1]
    seen = column[np.isfinite(column)]
    low, high, _ = scale(activation, 2.0 ** np.ceil(np.log2(np.abs(seen).max(initial=2.0**-20))))
    return axis(low - MARGIN * (high - low), high + MARGIN * (high - low))
