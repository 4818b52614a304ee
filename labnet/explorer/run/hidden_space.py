"""Two units of a hidden layer as coordinates: where they put the points of the plane."""

import numpy as np

from ...support import checks
from . import chain
from .entry import units

LINES, ALONG = 11, 41  # of the grid: lines each way, points on each
NEEDS_TWO = "A hidden space needs two units in a hidden layer, in a network whose units are known."


def present(session, space):
    """The space (layer, across, up), if the present network has it; or a LabnetError."""
    k, across, up = space
    layers = {f"a{k}": count for k, count in layers_of(session)}
    listed = ", ".join(f"layer {name[1:]} with {count}" for name, count in layers.items())
    checks.require(
        layers.get(f"a{k}", 0) > max(across, up),
        f"space is {space}; this network has {listed} units, counted from 0."
        if listed
        else f"space is {space}. {NEEDS_TWO}",
    )
    return space


def layers_of(session):
    """[(k, units), ...]: the hidden layers that have two units or more."""
    return [(int(name[1:]), count) for name, (_, count) in units(session).items() if count > 1]


def chosen(session, space):
    """The space to show: the one that is set, or two units of the last such layer; else None."""
    layers = layers_of(session)
    return space or ((layers[-1][0], 0, 1) if layers else None)


def of_points(session, space):
    """(a (n, 2), p (n, 1)) of the points, or a LabnetError where there is no hidden space."""
    found = chosen(session, space)
    checks.require(found, NEEDS_TWO)
    return bent(session.network(), found, session.X), session.p.copy()


def bent(net, space, points):
    """(n, 2): a of the two units for points (n, 2); NaN where these are NaN."""
    k, *pair = space
    return chain.activations(net, points)[k - 1][:, pair]


def grid(box):
    """(m, 2): the lines of a square grid in the box, one after the other, NaN between them."""
    across, up = np.linspace(*box[:2], LINES), np.linspace(*box[2:], LINES)
    along_across, along_up = np.linspace(*box[:2], ALONG), np.linspace(*box[2:], ALONG)
    lines = [np.column_stack([np.full(ALONG, x1), along_up]) for x1 in across]
    lines += [np.column_stack([along_across, np.full(ALONG, x2)]) for x2 in up]
    return np.concatenate([np.vstack([line, [[np.nan, np.nan]]]) for line in lines])
