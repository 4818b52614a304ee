"""The hidden space as the browser shows it: the plane, and where two units put it."""

import numpy as np

from ..run import chain, hidden_space
from .axes import axis
from .lesson import floats
from .shading import scale

MARGIN = 0.05  # of the axes, on each side
UNIT_BOX = 0.0, 1.0, 0.0, 1.0


def space(session, values, box, border):
    """Grid and border as shares of the box, and these and the points bent; None where it is not to
    be seen, or unknown.

    border : bytes, as `surface` gives them.
    """
    net = session.network() if values["panel"] == "hidden space" else None
    chosen = net and hidden_space.chosen(session, values["space"])
    if not chosen:
        return None
    k, across, up = chosen
    (left, right, bottom, top), grid = box, hidden_space.grid(UNIT_BOX)
    line = np.frombuffer(border, np.float32).reshape(-1, 2)
    corner, reach = np.array([left, bottom]), np.array([right - left, top - bottom])
    plane = {"grid": corner + grid * reach, "border": corner + line * reach, "X": session.X}
    with np.errstate(all="ignore"):
        bent = {name: hidden_space.bent(net, chosen, v) for name, v in plane.items()}
    return {
        "k": k,
        "across": across,
        "up": up,
        "names": [f"a{k}[:, {across}]", f"a{k}[:, {up}]"],
        "axes": [all_of(net, k, column) for column in bent["grid"].T],
        "grid": floats(grid),
        "bent": floats(bent["grid"]),
        "border_bent": floats(bent["border"]),
        "X_bent": floats(bent["X"]),
        "layers": [list(one) for one in hidden_space.layers_of(session)],
    }


def all_of(net, k, column):
    """The axis of a unit: all that its activation can give, or as far as it goes, roundly."""
    _, activation = chain.blocks(net)[k - 1]
    seen = column[np.isfinite(column)]
    low, high, _ = scale(activation, 2.0 ** np.ceil(np.log2(np.abs(seen).max(initial=2.0**-20))))
    return axis(low - MARGIN * (high - low), high + MARGIN * (high - low))
