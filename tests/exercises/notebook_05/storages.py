"""One class, its arrays kept in five ways: STORAGES makes of a subclass of MyNetwork one that
keeps them in `params`, in attributes, in lists, in layer objects or in one vector.

The methods of the subclass go on using self.params and self.grads. In the last four these are
properties, and behind them lies nothing but the arrays.
"""

from collections.abc import MutableMapping
from math import prod

import numpy as np

KINDS = "Wb"


class Storage:
    def set_all(self, net, arrays, d):
        for name, value in arrays.items():
            self.set(net, name, value, d)


class Attributes(Storage):
    """self.W1, self.b1, ... and self.dW1, self.db1, ..."""

    def start(self, net):
        pass

    def names(self, net, d):
        found = (name for name in vars(net) if is_parameter(name.removeprefix(d)))
        return [name for name in found if name.startswith(d)]

    def get(self, net, name, d):
        return getattr(net, name)

    def set(self, net, name, value, d):
        setattr(net, name, value)

    def drop(self, net, name, d):
        delattr(net, name)


def is_parameter(name):
    return name[:1] in KINDS and name[1:].isdigit() if name else False


class Lists(Storage):
    """self.weights and self.biases, self.dweights and self.dbiases; layer k stands at k - 1."""

    WORDS = {"W": "weights", "b": "biases"}

    def start(self, net):
        for d in ("", "d"):
            for word in self.WORDS.values():
                setattr(net, d + word, [])

    def names(self, net, d):
        layers = range(len(self.kept(net, "W", d)))
        pairs = [(kind, k) for k in layers for kind in KINDS]
        return [
            f"{d}{kind}{k + 1}"
            for kind, k in pairs
            if k < len(self.kept(net, kind, d)) and self.kept(net, kind, d)[k] is not None
        ]

    def kept(self, net, kind, d):
        return getattr(net, d + self.WORDS[kind])

    def get(self, net, name, d):
        kind, k = parsed(name, d)
        return self.kept(net, kind, d)[k]

    def set(self, net, name, value, d):
        kind, k = parsed(name, d)
        kept = self.kept(net, kind, d)
        kept.extend([None] * (k + 1 - len(kept)))
        kept[k] = value

    def drop(self, net, name, d):
        self.set(net, name, None, d)


def parsed(name, d):
    name = name.removeprefix(d)
    return name[0], int(name[1:]) - 1


class Layer:
    """One layer: W and b, dW and db."""


class Layers(Storage):
    """self.layers, a list of objects."""

    def start(self, net):
        net.layers = []

    def names(self, net, d):
        pairs = [(k, kind) for k in range(len(net.layers)) for kind in KINDS]
        return [f"{d}{kind}{k + 1}" for k, kind in pairs if hasattr(net.layers[k], d + kind)]

    def get(self, net, name, d):
        kind, k = parsed(name, d)
        return getattr(net.layers[k], d + kind)

    def set(self, net, name, value, d):
        kind, k = parsed(name, d)
        net.layers.extend(Layer() for _ in range(k + 1 - len(net.layers)))
        setattr(net.layers[k], d + kind, value)

    def drop(self, net, name, d):
        kind, k = parsed(name, d)
        delattr(net.layers[k], d + kind)


class Vector(Storage):
    """self.theta and self.dtheta; self.cuts tells where each array lies, and its shape."""

    def start(self, net):
        for d in ("", "d"):
            setattr(net, f"{d}theta", np.zeros(0))
            setattr(net, f"{d}cuts", {})

    def names(self, net, d):
        return list(getattr(net, f"{d}cuts"))

    def get(self, net, name, d):
        start, shape = getattr(net, f"{d}cuts")[name]
        return getattr(net, f"{d}theta")[start : start + prod(shape)].reshape(shape)

    def set(self, net, name, value, d):
        arrays = {one: self.get(net, one, d) for one in self.names(net, d)}
        self.fill(net, arrays | {name: np.asarray(value)}, d)

    def set_all(self, net, arrays, d):
        self.fill(net, {name: np.asarray(value) for name, value in arrays.items()}, d)

    def fill(self, net, arrays, d):
        ends = np.cumsum([0, *(array.size for array in arrays.values())])
        cuts = zip(arrays.items(), ends, strict=False)
        setattr(net, f"{d}cuts", {name: (int(i), array.shape) for (name, array), i in cuts})
        theta = [np.ravel(array) for array in arrays.values()]
        setattr(net, f"{d}theta", np.concatenate(theta) if theta else np.zeros(0))

    def drop(self, net, name, d):
        arrays = {one: self.get(net, one, d) for one in self.names(net, d) if one != name}
        self.fill(net, arrays, d)


class Live(MutableMapping):
    """A mapping of the names to the arrays, wherever the storage has them."""

    def __init__(self, storage, net, d):
        self.storage, self.net, self.d = storage, net, d

    def __getitem__(self, name):
        try:
            return self.storage.get(self.net, name, self.d)
        except (AttributeError, IndexError):
            raise KeyError(name) from None

    def __setitem__(self, name, value):
        self.storage.set(self.net, name, value, self.d)

    def __delitem__(self, name):
        self.storage.drop(self.net, name, self.d)

    def __iter__(self):
        return iter(self.storage.names(self.net, self.d))

    def __len__(self):
        return len(self.storage.names(self.net, self.d))

    def __or__(self, other):
        return dict(self) | dict(other)


def live(storage, d):
    def get(net):
        return Live(storage, net, d)

    def set_all(net, mapping):
        values = dict(mapping)
        if not vars(net).get("started"):
            net.started = True
            storage.start(net)
        for name in set(get(net)) - set(values):
            del get(net)[name]
        storage.set_all(net, values, d)

    return property(get, set_all)


def stored(storage):
    """A function class -> the class with its arrays in this storage."""

    def keep(cls):
        names = {"params": live(storage, ""), "grads": live(storage, "d"), "backward": silent(cls)}
        return type("MyNetwork", (cls,), names)

    return keep


def silent(cls):
    """Its `backward`, which returns nothing: the gradients are where they are kept."""

    def backward(self, y):
        cls.backward(self, y)

    return backward


STORAGES = {
    "params": lambda cls: cls,
    "attributes": stored(Attributes()),
    "lists": stored(Lists()),
    "layers": stored(Layers()),
    "vector": stored(Vector()),
}
