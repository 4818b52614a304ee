"""Batches: which examples each step of an epoch sees."""

import numpy as np

from .support import checks


class Batches:
    """Iterating gives the (X, y) of one epoch's steps; X and y may carry the run axis.

    size : examples a step, None for all. shuffle : a generator, or one for each of R runs, from
    which each epoch draws its order; None keeps the order of the data.
    """

    def __init__(self, X, y, runs, size=None, shuffle=None):
        self.X, self.y, self.n = X, y, X.shape[-2]
        self.size = self.n if size is None else checks.positive_whole(size, "batch_size")
        self.full = self.size >= self.n  # one step sees all: then their order does not matter
        self.rngs = None if shuffle is None else checks.shufflers(shuffle, runs)

    def __iter__(self):
        if self.full:
            yield self.X, self.y
            return
        order = self.order()
        for start in range(0, self.n, self.size):
            rows = slice(start, start + self.size)
            yield tuple(_take(values, order, rows) for values in (self.X, self.y))

    def order(self):
        if isinstance(self.rngs, list):
            return np.array([rng.permutation(self.n) for rng in self.rngs])
        return self.rngs and self.rngs.permutation(self.n)


def _take(values, order, rows):
    if order is None:
        return values[..., rows, :]
    index = order[..., rows]
    if values.ndim == 3:
        return np.take_along_axis(values, index[..., None], axis=1)
    return values[index]
