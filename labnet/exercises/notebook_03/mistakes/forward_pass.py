"""Mistakes in `forward_pass` of notebook 03."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import forward
from ..slips.catalogued import enter_slips
from ..slips.forward import SLIPS
from ..slips.slip import forward_with

# forward(x, params)


wrong, weak = rows_of("forward")

enter_slips("forward", SLIPS, forward_with)


wrong("forward-only-p", lambda x, params: forward(x, params)[0]).says(
    "The prediction is right, but it comes back alone: the cache is missing.",
    "`backward` needs the arrays of the way. Give back two things, p and a dictionary.",
)


def overflow(x, params):
    def unsafe(z):
        return np.exp(z) / (1 + np.exp(z))

    z1 = x @ params["W1"] + params["b1"]
    z2 = unsafe(z1) @ params["W2"] + params["b2"]
    z3 = unsafe(z2) @ params["W3"] + params["b3"]
    arrays = {"x": x, "z1": z1, "a1": unsafe(z1), "z2": z2, "a2": unsafe(z2), "z3": z3}
    return unsafe(z3), arrays | {"p": unsafe(z3)}


wrong("forward-overflow", overflow).says(
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
