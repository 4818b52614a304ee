"""One unit of an example's pass on the curve of its activation, with the slope there."""

from copy import copy
from dataclasses import dataclass

import numpy as np

from .entry import parse

POINTS, USUAL = 49, 6.0  # of the curve; how far it goes on each side of 0 at least


@dataclass(frozen=True)
class Tangent:
    """A unit with its z, a and slope, and the curve (n, 2) of (z, a) around it."""

    unit: int
    z: float
    a: float
    slope: float
    curve: np.ndarray


def tangent(seen, k, entry):
    """The Tangent of one unit of layer k in a Pass; None where layer k has no activation.

    It is the unit pointed at, if that is one of this layer, or else the one with the largest dz.
    """
    activation = copy(seen.blocks[k - 1][1])
    if activation is None:
        return None
    unit = pointed(entry, k)
    unit = int(np.abs(seen.arrays[f"dz{k}"][0]).argmax()) if unit is None else unit
    z = seen.arrays[f"z{k}"][:, [unit]]
    a = activation.forward(z).item()
    slope = activation.backward(np.ones((1, 1))).item()
    reach = max(USUAL, 2.0 ** np.ceil(np.log2(max(abs(z.item()), 1.0))))
    along = np.linspace(-reach, reach, POINTS)
    curve = np.column_stack([along, activation.forward(along[:, None])])
    return Tangent(unit, z.item(), a, slope, curve)


def pointed(entry, k):
    """The unit of layer k that is pointed at, or None."""
    found = entry and parse(entry)
    return found.j if found and found.name == f"a{k}" else None
