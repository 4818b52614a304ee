"""What one frame of the explorer shows, as numbers and bytes that the browser draws."""

from time import perf_counter

import numpy as np
from contourpy import contour_generator

from ... import planar
from ..run import chain
from ..run.standstill import standstill
from .axes import loss_axes, plane
from .bending import space
from .lesson import floats, lesson, number
from .pointed import pointed
from .shading import UNIT_SIDE, scale, shades
from .wording import figures, labels, spoken

SIDE, LEAST_SIDE = 50, 10  # of the decision map
PATIENCE = 0.02  # seconds for a decision map
MOST_SAMPLES = 240  # of a loss curve: about one for each pixel
UNKNOWN = None, None  # how a network is built, and its numbers


class Painter:
    """Makes the pictures of a Controller's run; slow networks get a coarser map.

    with_network : False where the network's panel is hidden.
    """

    def __init__(self, with_network):
        self.with_network, self.side = with_network, SIDE

    def paint(self, known):
        """(scene, picture): what the browser draws; while it trains, only the picture changes."""
        session, box = known.session, planar.box(known.session.X)
        shown = self.with_network and known.values["show_network"]
        built, numbers = network(session, box) if shown else UNKNOWN
        return plane_of(session, box) | {"net": built}, self.picture(known, box) | {"net": numbers}

    def picture(self, known, box):
        session, values = known.session, known.values
        surface = self.surface(session, box)
        return {
            "epoch": session.epoch,
            "goal": known.goal,
            "loss": number(session.loss),
            "accuracy": number(session.accuracy),
            "figures": figures(known),
            "words": spoken(session),
            "labels": labels(known),
            "wrong": wrong(session).tobytes(),
            "held": session.held.astype(np.uint8).tobytes() if session.holds_out else b"",
            "loss_axes": curves_axes(known),
            **surface,
            "space": space(session, values, box, surface["border"]),
            **thinned(session.before, session.loss),
            **held_out_curve(session),
            "example": lesson(session, values["example"], values["stage"], values["entry"]),
            "entry": pointed(session, values["entry"], box, SIDE),
            "state": known.state,
            "still": standstill(session),
        }

    def surface(self, session, box):
        """p over the box as bytes, the lowest row first, and the line p = 0.5."""
        side, start = self.side, perf_counter()
        p = session.predict(planar.grid(box, side)).reshape(side, side)
        taken = max(perf_counter() - start, 1e-6)
        self.side = int(np.clip(side * (PATIENCE / taken) ** 0.5, LEAST_SIDE, SIDE))
        return {"side": side, "heat": shades(p, 0.0, 1.0), "border": border(p)}


def plane_of(session, box):
    """The axes, and the points: their places as shares of the box, from left and from below."""
    left, right, bottom, top = box
    places = (session.X - (left, bottom)) / (right - left, top - bottom)
    y = session.y.astype(np.uint8).tobytes()
    return {"axes": plane(box), "places": floats(places), "y": y}


def wrong(session):
    """(n,) bytes: 1 where the decision is wrong, as far as p is known."""
    return (planar.wrong(session.p, session.y) & ~np.isnan(session.p).ravel()).astype(np.uint8)


def border(p):
    """The line p = 0.5 in shares of the box: across and up in turn, NaN between its pieces."""
    shares = np.linspace(0.0, 1.0, len(p))
    lines = contour_generator(shares, shares, p, line_type="ChunkCombinedNan").lines(0.5)
    return b"" if lines[0][0] is None else floats(lines[0][0])


def curves_axes(known):
    """The axes for all curves that are shown together: this run, the pinned ones, the band."""
    session, seeds = known.session, known.seeds
    every = thinning(session.before)
    curves = [session.before[::every], session.loss]
    curves += [session.held_out_before[::every], session.held_out_loss]
    curves += [pin.losses[:: thinning(pin.losses)] for pin in known.pins]
    lasts = [session.epoch, known.goal or 0, *(pin.run.epochs for pin in known.pins)]
    if seeds:
        curves.append(seeds.band[:, :: thinning(seeds.losses)])
        lasts.append(len(seeds.losses) - 1)
    return loss_axes(curves, max(lasts), known.values["log_loss"])


def network(session, box):
    """How the network is built; and its weights, gradients, and a map for each hidden unit."""
    net, dtheta = session.network(), session.dtheta
    if net is None:
        return UNKNOWN
    blocks = chain.blocks(net)
    maps, ranges = unit_maps(net, blocks, planar.grid(box, UNIT_SIDE))
    sizes = [net.n_in, *(linear.n_out for linear, _ in blocks)]
    return {"sizes": sizes, "arrays": arrays(blocks), "map_side": UNIT_SIDE}, {
        "maps": maps,
        "ranges": ranges,
        "W": floats(net.theta),
        "dW": b"" if dtheta is None else floats(dtheta),
    }


def arrays(blocks):
    """x, W1, b1, a1, ..., p: each array's kind, layer, name and shape; where a parameter starts in
    theta, and which of all hidden units is the first of an `inner` column.
    """
    found, start, first = [named("a", 0, "x", 1, blocks[0][0].n_in, first=0)], 0, 0
    for k, (linear, _) in enumerate(blocks, 1):
        for kind, (rows, columns) in linear.shapes.items():
            found.append(named(kind, k, f"{kind}{k}", rows, columns, start=start))
            start += rows * columns
        inner = k < len(blocks)
        name = f"a{k}" if inner else "p"
        found.append(named("a", k, name, 1, linear.n_out, inner=inner, first=first * inner))
        first += linear.n_out
    return found


def named(kind, k, name, rows, columns, **place):
    return {"kind": kind, "k": k, "name": name, "rows": rows, "columns": columns, **place}


def unit_maps(net, blocks, points):
    """(bytes, [text, ...]): a of every hidden unit over the points, and what 0 and 255 mean.

    Where an activation has no bounds, each unit has its own: as far as it goes, on both sides of 0.
    """
    maps, ranges = [], []
    hidden = zip(blocks[:-1], chain.activations(net, points), strict=False)
    for (_, activation), a in hidden:
        for column in a.T:
            low, high, reading = scale(activation, column)
            maps.append(shades(column, low, high))
            ranges.append(reading)
    return b"".join(maps), ranges


def thinned(before, last):
    """Every k-th loss and the last one, as few as a screen can show; no time for the others."""
    every = thinning(before)
    return {"losses": floats([*before[::every], last]), "every": every}


def held_out_curve(session):
    """The curve of the points that no step sees, thinned in the same way; empty without any."""
    curve = thinned(session.held_out_before, session.held_out_loss)["losses"]
    known = session.holds_out
    return {"held_loss": number(session.held_out_loss), "held_losses": curve if known else b""}


def thinning(losses):
    """Odd, so that a loss which zigzags from epoch to epoch still does."""
    return 1 + len(losses) // MOST_SAMPLES // 2 * 2
