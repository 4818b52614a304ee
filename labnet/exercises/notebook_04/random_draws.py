"""What can be seen of a function that is handed a generator of random numbers."""

from copy import deepcopy
from dataclasses import dataclass

import numpy as np

SIGMAS = 8  # a right answer is further off once in 10^15 draws


@dataclass(frozen=True)
class Drawn:
    """What several calls gave, each as {name: array or text}.

    sizes : the first arguments of the calls. first, further : two calls with one generator, one
    after the other. again : one with a generator in the state that the first call met.
    large : {sizes: what came of a call with many numbers}.
    """

    sizes: tuple
    first: dict
    further: dict
    again: dict
    large: dict

    @property
    def ignores_generator(self):
        """Whether the same state of the generator does not give the same numbers."""
        return not alike(self.first, self.again)

    @property
    def starts_again(self):
        """Whether a second call gives the first one's numbers once more."""
        return not self.ignores_generator and alike(self.first, self.further)


def alike(one, other):
    return all(np.array_equal(one[name], other[name]) for name in one)


def drawing(read, *large):
    """A trial for function(*sizes, rng). large : sizes for which it draws many numbers."""

    def trial(function):
        def call(*args):
            *sizes, rng = args
            kept = deepcopy(rng)
            given = [read(function(*sizes, one)) for one in (rng, rng, kept)]
            many = {one: read(function(*one, spawned(kept))) for one in large}
            return Drawn(tuple(sizes), *given, many)

        return call

    return trial


def spawned(rng):
    return np.random.default_rng(rng.integers(2**62))
