"""Places: where an object keeps its numbers, be it attributes, lists, other objects, one vector.

A path leads from the network to an array or a number, step by step. It holds for every network of
the class with the same sizes, and after a step too.
"""

import inspect
from collections.abc import Mapping
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

CONTAINERS = (dict, list, tuple, np.ndarray)
MOST = 10_000  # numbers in an array; larger ones are no parameters of networks as small as ours


class Attribute(NamedTuple):
    name: str

    def __str__(self):
        return f".{self.name}"

    def get(self, owner):
        return getattr(owner, self.name)

    def set(self, owner, value):
        setattr(owner, self.name, value)


class Item(NamedTuple):
    key: object

    def __str__(self):
        return f"[{self.key!r}]"

    def get(self, owner):
        return owner[self.key]

    def set(self, owner, value):
        owner[self.key] = value


def places(net):
    """(path, value) of every array of numbers and every decimal number, the nearest first."""
    seen, waiting = set(), [((), net)]
    for path, one in waiting:  # which grows
        if isinstance(one, (float, np.floating)):
            yield path, one
        elif id(one) not in seen:
            seen.add(id(one))
            if is_array(one):
                yield path, one
            else:
                waiting += [((*path, step), step.get(one)) for step in steps(one)]


def is_array(value):
    return isinstance(value, np.ndarray) and value.dtype.kind in "iuf" and value.size <= MOST


def steps(one):
    """The ways from a container or an object to what it consists of."""
    if isinstance(one, Mapping):
        return [Item(key) for key in one]
    if isinstance(one, (list, tuple)):
        return [Item(i) for i in range(len(one))]
    if isinstance(one, np.ndarray):
        return [Item(i) for i in np.ndindex(one.shape)] if one.dtype == object else []
    if inspect.ismethod(one):
        return [Attribute("__self__")]
    if inspect.isroutine(one) or inspect.ismodule(one) or inspect.isclass(one):
        return []
    return [Attribute(name) for name in attributes(one)]


def attributes(one):
    """The names of what it keeps for itself, and of what its class keeps for all."""
    kinds = type(one).__mro__
    slots = [name for kind in kinds for name in np.atleast_1d(vars(kind).get("__slots__", ()))]
    shared = [k for kind in kinds for k, v in vars(kind).items() if isinstance(v, CONTAINERS)]
    names = dict.fromkeys([*getattr(one, "__dict__", ()), *map(str, slots), *shared])
    return [name for name in names if name[:2] != "__" and hasattr(one, name)]


def at(net, path):
    """What is there."""
    for step in path:
        net = step.get(net)
    return net


def written(path):
    """The path as a student writes it, such as `layers[0].W`."""
    return "".join(map(str, path)).lstrip(".")


def put(net, path, value):
    """Write the numbers into the array that is there, or put new ones in its place."""
    owner, here = at(net, path[:-1]), at(net, path)
    if isinstance(here, np.ndarray) and here.dtype == float and here.flags.writeable:
        here[...] = value
    else:
        path[-1].set(owner, np.array(value) if np.ndim(value) else float(value))


@contextmanager
def holding(net, path, value):
    """Have other numbers there for a while."""
    here = at(net, path)
    before = np.array(here)
    put(net, path, value)
    try:
        yield
    finally:
        if at(net, path) is here:
            here[...] = before
        else:
            path[-1].set(at(net, path[:-1]), here)
