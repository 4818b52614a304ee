"""A second `backward` after one `forward`, as the explorer calls it."""

import numpy as np

from ...engine.properties import Found
from ..training_faults import close
from .found_parameters import parameters
from .offered_gradients import offered
from .places import at, is_array, places, written

LR = 0.1


def repeated(lab):
    """It must not change what the first one gave."""
    once, lost = passes(lab, 1), overwritten(lab)
    try:
        twice = passes(lab, 2)
    except Exception:
        yield from lost
        raise
    if close(once, twice):
        return
    told = "two calls of `backward` after one `forward` gave different gradients"
    if close(2 * once, twice):
        yield Found("network-gradients-add-up", told)
    yield from lost
    yield Found("network-backward-unsteady", told)


def passes(lab, count):
    """What so many calls of `backward` lead to: the gradients offered, or else the step."""
    net, one = lab.new(), parameters(lab, lab.sizes, lab.activation)
    lab.p(net)
    for _ in range(count):
        grads = offered(net, net.backward(lab.y.copy()))
    if grads:
        return np.concatenate([np.ravel(grads[name]) for name in sorted(grads)])
    moved = one.moved(net, lambda: net.step(LR))
    return np.zeros(0) if moved is None else moved  # that some are gone is told later


def overwritten(lab):
    """What `forward` kept, and `backward` has changed."""
    net = lab.new()
    before = dict(places(net))
    lab.p(net)
    kept = {path: np.array(v) for path, v in places(net) if path not in before and is_array(v)}
    net.backward(lab.y.copy())
    for path, value in kept.items():
        if not np.array_equal(held(net, path), value):
            name = written(path)
            told = f"after `backward`, `{name}` no longer holds what `forward` kept there"
            yield Found("network-cache-overwritten", told, f"`{name}`")


def held(net, path):
    try:
        return at(net, path)
    except Exception:  # gone
        return None
