"""What an exception in a method of the class tells, beyond its own words."""

import traceback

import numpy as np

from ...engine.attempt import silence
from ...engine.properties import Found
from ...engine.stopped import stopped_at
from .caches import growing


def cause(lab, error):
    """The Found that an exception amounts to, if it is one that classes are prone to."""
    told = "\n".join(stopped_at(error, lab.cls))
    with silence():  # what the class prints here is no part of the call that was stopped
        single = works_for(lab, 1) and not works_for(lab, len(lab.x))
        grown = grown_lists(lab)
    yield from grown
    yield from self_forgotten(lab, error, told)
    yield from word_called(error, told)
    if single:
        yield Found("network-single-example", told)


def grown_lists(lab):
    try:
        return list(growing(lab))
    except Exception:  # `forward` is what was stopped
        return []


def self_forgotten(lab, error, told):
    """A name that is unknown by itself, and known behind `self.`."""
    name = getattr(error, "name", None) if isinstance(error, NameError) else None
    if name and (hasattr(lab.cls, name) or f"self.{name}" in names_written(lab.cls)):
        yield Found("network-self-forgotten", told, f"`{name}`")


def names_written(cls):
    """Every `self.name` that the methods of the class use, and those that it inherits."""
    methods = [one for kind in cls.__mro__ for one in vars(kind).values()]
    codes = [getattr(one, "__code__", None) for one in methods]
    return {f"self.{name}" for code in codes if code for name in code.co_names}


def word_called(error, told):
    """A text called as a function, such as the name of the activation."""
    if not isinstance(error, TypeError) or "'str' object is not callable" not in str(error):
        return
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    kept = getattr(frame.f_locals.get("self"), "__dict__", {})
    words = [k for k, v in kept.items() if isinstance(v, str) and k in frame.f_code.co_names]
    if words:
        yield Found("network-word-called", told, f"`self.{words[0]}`")


def works_for(lab, n):
    """Whether all goes well with so many examples."""
    x, y = lab.x[:n].copy(), lab.y[:n].copy()
    try:
        net = lab.new()
        p = net.forward(x)
        net.backward(y)
        net.step(0.1)
        return np.size(p) == np.size(net.forward(x)) == n
    except Exception:
        return False
