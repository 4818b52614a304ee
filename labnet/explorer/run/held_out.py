"""Which points no step sees, so that their loss tells what was learned and what was memorised."""

import numpy as np

SEED = 20_140_605  # of no data and no weights


def held_out(y, share):
    """(n,): True for the points that are held out, about this share of each class.

    They are the same whatever the seed of the weights, and a larger share keeps those of a smaller
    one. Of a class with two points or more, both parts have one at least; a single one is trained.
    """
    held = np.zeros(len(y), bool)
    for label, rng in enumerate(np.random.default_rng(SEED).spawn(2)):
        rows = np.flatnonzero(y[:, 0] == label)
        order = rows[np.argsort(rng.random(len(rows)))]
        held[order[: how_many(len(rows), share)]] = True
    return held


def how_many(n, share):
    """Of n points of one class."""
    return min(max(round(share * n), 1), n - 1) if share and n else 0
