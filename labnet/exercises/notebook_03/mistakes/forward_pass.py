"""Mistakes in `forward` of notebook 03."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import forward
from ..slips.catalogued import enter_slips
from ..slips.forward import SLIPS
from ..slips.slip import forward_with

wrong, weak = rows_of("forward")


enter_slips("forward", SLIPS, forward_with)


wrong("forward-only-p", lambda x, params: forward(x, params)[0]).says(
    "The prediction is right, but it comes back alone: the cache is missing.",
    "`backward` needs the arrays of the way. Give back two things, p and a dictionary.",
)


def overflowing(e, k):
    return np.exp(e.z(k)) / (1 + np.exp(e.z(k)))


wrong("forward-overflow", forward_with({("a", k): overflowing for k in (1, 2, 3)})).says(
    "Right, except where z is large: there `np.exp` overflows, and infinity divided by infinity "
    "is no number.",
    "Use the `sigmoid` you have written: it is safe.",
)


def cache_p(x, params):
    p, cache = forward(x, params)
    return p, cache | {"p": cache["z3"]}


wrong("forward-cache-p", cache_p).says(
    "The p that you give back is right, but the `p` in the cache is another array.",
    "The cache is made of the same arrays, each under its own name.",
)
