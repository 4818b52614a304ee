"""What a network predicts: one p for each example, from what it was told at its birth."""

import numpy as np

from ...engine.properties import Found
from ...engine.reading import numbers
from ..training_faults import close
from .caches import growing
from .found_parameters import parameters
from .lab import OTHERS

STARTS = 20  # networks whose first predictions are looked at


def prediction(lab):
    net, x, n = lab.new(), lab.x.copy(), len(lab.x)
    given = net.forward(x)
    if isinstance(given, tuple):
        yield Found("network-forward-returns-more", f"`forward` returned {len(given)} things")
    p = numbers(given, "`forward`")
    if p.shape != (n, 1):
        kinds = {(n,): "network-forward-flat", (1, n): "network-forward-in-a-row"}
        told = f"for x of shape {x.shape} and sizes {lab.sizes} p has the shape {p.shape}"
        yield Found(kinds.get(p.shape, "network-forward-shape"), told)
    if not np.array_equal(x, lab.x):
        yield Found("network-changes-data", "after `forward` x holds other numbers")
    if not np.isfinite(p).all():
        yield Found("network-forward-no-number", f"p is {p.ravel()}")
    told = f"p goes from {p.min():.4g} to {p.max():.4g}"
    if not close(lab.p(net), p):
        yield Found("network-forward-unsteady", "two calls with the same x gave different p")
    if not close(lab.p(net, x[:2]), p[:2]):
        yield from growing(lab)
        yield Found("network-forward-mixes-rows", "the first two rows alone gave another p")
    if np.ptp(p) == 0:
        yield Found("network-forward-ignores-data", told)


def probabilities(lab):
    p = np.hstack([lab.p(lab.new(seed=seed)) for seed in range(STARTS)])
    if not ((p >= 0) & (p <= 1)).all():
        told = f"in {STARTS} networks p goes from {p.min():.4g} to {p.max():.4g}"
        yield Found("network-forward-range", told)


# What it is told at its birth


def chance(lab):
    p, same, other = (lab.p(lab.new(seed=seed)) for seed in (0, 0, 1))
    if not close(p, same):
        yield Found("network-generator-ignored", "two generators in the same state, different p")
    if close(p, other):
        yield Found("network-generator-made-anew", "two generators in different states, the same p")


def activations(lab):
    try:
        p = lab.p(lab.new(activation="tanh"), np.vstack([lab.x, -lab.x]))
    except Exception as error:
        yield Found("network-activation-unknown", f"{type(error).__name__}: {error}")
        return
    if not ((p >= 0) & (p <= 1)).all():
        yield Found("network-output-activation", f"with tanh p goes from {p.min():.4g}")
    if close(p[: len(lab.x)], lab.p(lab.new())):
        yield Found("network-activation-ignored", "with sigmoid and with tanh p is the same")


def depth(lab):
    p = lab.p(lab.new())
    wider = lab.p(lab.new(sizes=[2, 5, 4, 1]))
    if close(p, wider):
        yield Found("network-sizes-ignored", f"[2, 5, 4, 1] gives the same p as {lab.sizes}")
    for sizes in OTHERS:
        try:
            p = lab.p(lab.new(sizes))
        except Exception as error:
            yield Found("network-fixed-depth", f"{sizes}: {type(error).__name__}: {error}")
            return
        if p.shape != (len(lab.x), 1):
            yield Found("network-fixed-depth", f"{sizes}: p has the shape {p.shape}")


def begins_alike(lab):
    """Units that begin alike stay alike; inputs that are weighed alike are one input."""
    one = parameters(lab, lab.sizes, lab.activation)
    if one.layout is None:
        return
    for name in ("W1", "W2"):
        starts = [one.named(one.read(lab.new(seed=seed)))[name] for seed in range(3)]
        if not any(np.ptp(W, axis=1).any() for W in starts):
            told = f"the units of layer {name[1]} begin alike"
            yield Found("network-start-alike", told, told)
        if not any(np.ptp(W, axis=0).any() for W in starts):
            told = f"each unit of layer {name[1]} weighs all its inputs alike"
            yield Found("network-start-alike", told, told)
