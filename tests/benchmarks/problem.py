"""What all contenders train: the same data, the same network, from the same weights."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from labnet import linear_data, xor_data

SQUARED_ERROR, CROSS_ENTROPY = LOSSES = ("squared error", "cross-entropy")
BETA1, BETA2, EPS = 0.9, 0.999, 1e-8  # of Adam


@dataclass(frozen=True)
class Problem:
    """A training of 2-width-width-1, hidden layers sigmoid, the mean of `loss` over the examples.

    data : "linear" (n points) or "xor" (21).
    adam : True takes Adam with learning rate 0.01; otherwise gradient descent, 2/width.
    batch_size : None for full batches; 1 for one example at a time, in the order of the data.
    runs : None for one network, R for R networks, of which run r starts as seed r does.
    output : "sigmoid", or "identity" for a prediction p = z.
    """

    data: str = "linear"
    n: int = 100
    width: int = 10
    loss: str = SQUARED_ERROR
    adam: bool = False
    batch_size: int | None = None
    runs: int | None = None
    seed: int = 0
    output: str = "sigmoid"
    dtype: str = "float64"

    @property
    def lr(self):
        return 0.01 if self.adam else 2 / self.width

    @cached_property
    def X(self):
        return self._data[0].astype(self.dtype)

    @cached_property
    def y(self):
        return self._data[1].astype(self.dtype)

    @cached_property
    def _data(self):
        return xor_data() if self.data == "xor" else linear_data(self.n, np.random.default_rng(0))

    @cached_property
    def sizes(self):
        """(n_in, n_out) of each layer."""
        return ((2, self.width), (self.width, self.width), (self.width, 1))

    @cached_property
    def start(self):
        """[W1, b1, W2, b2, W3, b3], each with the run axis in front if there are runs."""
        if not self.runs:
            return self._draw(np.random.default_rng(self.seed))
        each = [one.start for one in self.singles()]
        return [np.stack(arrays) for arrays in zip(*each, strict=True)]

    def singles(self):
        """The same training for each run alone."""
        seeds = range(self.runs) if self.runs else [self.seed]
        return [replace(self, runs=None, seed=seed) for seed in seeds]

    @property
    def examples(self):
        return 21 if self.data == "xor" else self.n

    @property
    def products(self):
        """How many products x W takes, over all layers and examples."""
        return self.examples * sum(n_in * n_out for n_in, n_out in self.sizes)

    def __str__(self):
        parts = f"{self.data}, n = {self.examples:,}, width {self.width:,}, {self.loss}"
        adam = ", Adam" if self.adam else ""
        return parts + adam + (", one at a time" if self.batch_size == 1 else "")

    def _draw(self, rng):
        arrays = []
        for n_in, n_out in self.sizes:
            arrays += [rng.normal(0, n_in**-0.5, (n_in, n_out)), rng.normal(size=(1, n_out))]
        return [array.astype(self.dtype) for array in arrays]
