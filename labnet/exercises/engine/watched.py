"""Arrays that are watched: each operation on them, and on their offspring, is made by a watcher.

A watcher has `made(name, function, given, others)`: it calls the function of this name with these
ordinary arguments, and returns what comes of it.
"""

import numpy as np


class Watched(np.ndarray):
    """An array whose operations its `watcher` makes."""

    watcher = None

    def __array_finalize__(self, parent):
        self.watcher = getattr(parent, "watcher", None)

    def __array_ufunc__(self, ufunc, method, *inputs, **others):
        return self.watch(ufunc.__name__, getattr(ufunc, method), inputs, others)

    def __array_function__(self, function, types, inputs, others):
        return self.watch(function.__name__, function, inputs, others)

    def dot(self, other):
        return self.watch("dot", np.dot, (self, other), {})

    def watch(self, name, function, inputs, others):
        ordinary = {key: plain(one) for key, one in others.items()}
        return watched(self.watcher.made(name, function, plain(inputs), ordinary), self.watcher)


def plain(value):
    """The value with ordinary arrays in it."""
    if isinstance(value, (tuple, list)):
        return type(value)(map(plain, value))
    return value.view(np.ndarray) if isinstance(value, Watched) else value


def watched(value, watcher):
    """A copy of the value, with arrays that are watched."""
    if isinstance(value, dict):
        return {key: watched(one, watcher) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(watched(one, watcher) for one in value)
    if not isinstance(value, np.ndarray):
        return value
    copy = np.array(value).view(Watched)
    copy.watcher = watcher
    return copy
