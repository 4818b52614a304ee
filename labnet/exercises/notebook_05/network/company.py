"""A network beside others, in the long run, and in the notebooks to come."""

from copy import deepcopy

import numpy as np

from ...engine.properties import Found
from ...notebook_02.exercises import cross_entropy
from ..training_faults import ATTEMPTS, LEARNED, close, easy
from .class_passes import names_in_params
from .offered_gradients import offered


def company(lab):
    """Networks that train side by side, and copies, must not disturb each other."""
    one = lab.new(seed=0)
    p, other = lab.p(one), lab.new(seed=1)
    for _ in range(3):
        other.forward(lab.x[:3].copy())
        other.backward(1 - lab.y[:3])
        other.step(1.0)
    if not close(lab.p(one), p):
        yield Found("network-shared-state", "training one network has changed another one's p")
    first = deepcopy(offered(one, one.backward(lab.y.copy())))
    other.forward(lab.x[:3].copy())
    second = offered(one, one.backward(lab.y.copy()))
    if first and not all(close(first[name], second[name]) for name in first):
        yield Found("network-shared-state", "a forward of one network has changed another's cache")
    copied = deepcopy(one)
    copied.forward(lab.x.copy())
    copied.backward(1 - lab.y)
    copied.step(1.0)
    if not close(lab.p(one), p):
        yield Found("network-copy-tied", "training a copy has changed the original's p")


def learning(lab):
    x, y = easy(21)
    for epochs, lr in ATTEMPTS:
        net = lab.new([2, 4, 3, 1])
        for _ in range(epochs):
            net.forward(x)
            net.backward(y)
            net.step(lr)
        loss = cross_entropy(np.clip(lab.p(net, x), 1e-12, 1 - 1e-12), y)
        if loss < LEARNED:
            return
    yield Found("network-learns-nothing", f"after {epochs} epochs the loss is still {loss:.4f}")


# Weaknesses of right classes


def weaknesses(lab):
    net = lab.new()
    kept = ", ".join(getattr(net, "__dict__", ()))  # one with `__slots__` has none
    params, told = getattr(net, "params", None), f"it keeps {kept or 'nothing'}"
    if not names_in_params(net, lab.sizes):
        yield Found("network-without-params", told, note=True)
    p = net.forward(lab.x.copy())
    returned = net.backward(lab.y.copy())
    if not isinstance(returned, dict):
        yield Found("network-backward-returns-nothing", told, note=True)
    if np.ndim(params.get("b1", 0)) == 2 and np.ndim(returned.get("db1", 0)) == 1:
        yield Found("network-gradient-flat", told, note=True)
    if not keeps_activations(lab, net, p):
        yield Found("network-activations-elsewhere", told, note=True)


def keeps_activations(lab, net, p):
    """Whether `a` holds x, what each layer gives, and p, as 06 needs it."""
    a = getattr(net, "a", None)
    if not isinstance(a, (list, tuple)) or len(a) != len(lab.sizes):
        return False
    return np.array_equal(a[0], lab.x) and np.array_equal(a[-1], p)
