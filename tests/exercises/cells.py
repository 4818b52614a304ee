"""Functions as students write them: text in a cell, with the variables of a notebook around."""

import linecache

import numpy as np

from labnet import exercises, sigmoid


def notebook():
    """The variables of a notebook, among which a student writes."""
    rng = np.random.default_rng(0)
    names = {"X": rng.normal(size=(5, 2)), "y": np.ones((5, 1)), "p": np.full((5, 1), 0.5), "n": 5}
    names |= {"W1": np.ones((2, 3)), "b1": np.ones((1, 3)), "a1": np.ones((5, 3)), "z": 1.0}
    names |= {"dp": np.ones((5, 1)), "h": 1e-5, "lr": 0.3, "rng": rng, "grads": {}, "params": {}}
    return names | {
        "np": np,
        "sigmoid": sigmoid,
        "EPS": 1e-7,
        "GRID": np.ones(1),
        "eps": 1e-7,
        "k": 3,
    }


def written(source, name):
    """The function or class that a student has written in such a notebook."""
    names, cell = notebook(), f"<cell {len(linecache.cache)}>"
    linecache.cache[cell] = len(source), None, source.splitlines(keepends=True), cell
    exec(compile(source, cell, "exec"), names)
    return names[name]


def checked(source):
    name = source.split("(")[0].split(":")[0].split()[1]
    return getattr(exercises, name).check(written(source, name))


# The beginning of a function whose last line is to come.
ERROR = "def relative_error(a, b):\n    return "
