"""What one frame of the explorer shows, as numbers and bytes that the browser draws."""

from time import perf_counter

import numpy as np

from ..plots import inputs
from . import chain
from .lesson import floats, lesson, number

SIDE, LEAST_SIDE, UNIT_SIDE = 50, 10, 16  # of the decision map, and of a unit's
PATIENCE = 0.02  # seconds for a decision map
MOST_SAMPLES = 240  # of a loss curve: about one for each pixel
RANGES = {"Sigmoid": (0.0, 1.0), "Tanh": (-1.0, 1.0)}


class Painter:
    """Makes the pictures of sessions; slow networks get a coarser map."""

    def __init__(self):
        self.side = SIDE

    def picture(self, session, settings):
        """Everything that the browser draws."""
        box = 2 * inputs.extent(session.X)
        heat = self.heat(session, box)
        shown = settings["show_network"] or settings["example"] is not None
        return {
            "epoch": session.epoch,
            "loss": number(session.loss),
            "accuracy": number(session.accuracy),
            "side": round(len(heat) ** 0.5),
            "box": list(box),
            "heat": heat,
            "X": floats(session.X),
            "y": session.y.astype(np.uint8).tobytes(),
            "p": floats(session.p),
            **thinned(session.before, session.loss),
            "net": network(session, box) if shown else None,
            "example": lesson(session, settings["example"], settings["stage"]),
        }

    def heat(self, session, box):
        start = perf_counter()
        heat = shades(session.predict(inputs.grid(box, self.side)), 0.0, 1.0)
        taken = max(perf_counter() - start, 1e-6)
        fitting = int(self.side * (PATIENCE / taken) ** 0.5)
        self.side = int(np.clip(fitting, LEAST_SIDE, SIDE))
        return heat


def network(session, box):
    """The network's shape, weights, gradients, and a map for each hidden unit; None if unknown."""
    net, dtheta = session.network(), session.dtheta
    if net is None:
        return None
    blocks = chain.blocks(net)
    maps, ranges = unit_maps(net, blocks, inputs.grid(box, UNIT_SIDE))
    return {
        "sizes": [net.n_in, *(linear.n_out for linear, _ in blocks)],
        "biased": "b" in blocks[0][0].shapes,
        "map_side": UNIT_SIDE,
        "maps": maps,
        "ranges": ranges,
        "W": floats(net.theta),
        "dW": b"" if dtheta is None else floats(dtheta),
    }


def unit_maps(net, blocks, points):
    """(bytes, [[low, high], ...]): a of every hidden unit over the points, and what 0 and 255 mean.

    Where an activation has no bounds, each unit has its own: as far as it goes, on both sides of 0.
    """
    maps, ranges = [], []
    hidden = zip(blocks[:-1], chain.activations(net, points), strict=False)
    for (_, activation), a in hidden:
        for column in a.T:
            reach = float(np.abs(np.nan_to_num(column)).max()) or 1.0
            low, high = RANGES.get(type(activation).__name__, (-reach, reach))
            maps.append(shades(column, low, high))
            ranges.append([low, high])
    return b"".join(maps), ranges


def shades(values, low, high):
    """0 for `low` and below, 255 for `high` and above; the middle for what is no number."""
    shares = np.nan_to_num((values - low) / (high - low), nan=0.5)
    return np.clip(255 * shares, 0, 255).astype(np.uint8).tobytes()


def thinned(before, last):
    """Every k-th loss and the last one, as few as a screen can show; no time for the others."""
    every = 1 + len(before) // MOST_SAMPLES
    return {"losses": floats([*before[::every], last]), "every": every}
