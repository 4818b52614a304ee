"""The data of the explorer: four toy sets, the arrays that it was given, or drawn points."""

import numpy as np

from ... import planar
from ...data import circles_data, linear_data, spiral_data, xor_data
from ...support import checks

EXAMPLES = 100
DATA = {
    "linear": lambda rng, noise: linear_data(EXAMPLES, rng, noise),
    "xor": xor_data,
    "circles": lambda rng, noise: circles_data(EXAMPLES, rng, noise),
    "spiral": lambda rng, noise: spiral_data(EXAMPLES, rng, noise),
}
YOURS, DRAWN = "yours", "drawn"
NO_POINTS = (
    "data is 'drawn', but there are no points: click points into the map, or set e.points, such as "
    "e.points = [(0.1, 0.9, 1), (0.2, 0.3, 0)]."
)


def sources(data):
    """{name: function of (rng, noise) -> X, y}, and {"data": name} for the one that is meant.

    data : a name of DATA, "drawn", a pair of arrays (X, y), or None.
    """
    known = (*DATA, DRAWN)
    if data is None:
        return DATA, {}
    if isinstance(data, str):
        return DATA, {"data": checks.one_of(data, known, "data")}
    checks.require(
        isinstance(data, (tuple, list)) and len(data) == 2,
        f"data is {data!r}; expected one of {', '.join(map(repr, known))}, or a pair (X, y) with X "
        "of shape (n, 2) and y of shape (n, 1).",
    )
    X, y = (given.copy() for given in planar.data(*data))
    return {YOURS: lambda rng, noise: (jittered(X, rng, noise), y), **DATA}, {"data": YOURS}


def jittered(X, rng, noise):
    """X moved by normal noise, in units of how far the data reach."""
    return X + rng.normal(0.0, noise, X.shape) * np.ptp(X, axis=0) if noise else X


def draw(sources, values):
    """X and y: the same points for the same noise, whatever the seed of the weights."""
    rng, noise = np.random.default_rng(0), values["noise"]
    if values["data"] != DRAWN:
        return sources[values["data"]](rng, noise)
    table = np.array(values["points"])
    return jittered(table[:, :2], rng, noise), table[:, 2:]
