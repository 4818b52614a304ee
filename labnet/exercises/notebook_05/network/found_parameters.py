"""Parameters: the numbers of a network that p depends on, found by changing them."""

from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ..nonlinearities import NAMED, predicted
from ..training_faults import close
from .layouts import count_of, layouts
from .places import at, holding, places, put, written

NUDGE, ROUGH_NUDGE = 1e-5, 3e-3  # for a numerical slope, in double and in single precision
SURE_Z = 6.0  # the largest |z| of the output of a steep network: p is 0.0025, or 0.9975


@dataclass
class Parameters:
    """paths : where they are. shapes : of what is there. layout : which is W1, b1, ..., or None."""

    paths: list
    shapes: list
    layout: dict = None

    @property
    def count(self):
        return sum(np.prod(shape, dtype=int) for shape in self.shapes)

    def read(self, net):
        """All the numbers in one vector; None where some are gone, or have another shape."""
        try:
            arrays = [np.asarray(at(net, path), float) for path in self.paths]
        except Exception:  # whatever an object of the student's raises where nothing is
            return None
        if [array.shape for array in arrays] != self.shapes:
            return None
        return np.concatenate([array.ravel() for array in arrays])

    @property
    def ends(self):
        """Where each array ends in the vector."""
        return np.cumsum([np.prod(shape, dtype=int) for shape in self.shapes])

    def moved(self, net, step):
        """By how much the numbers fall in this step; None where some are gone."""
        before = self.read(net)
        step()
        after = self.read(net)
        return None if before is None or after is None else before - after

    def write(self, net, vector):
        for path, array in zip(self.paths, self.parts(vector), strict=True):
            put(net, path, array)

    def parts(self, vector):
        """The vector, cut up into the arrays of the object."""
        pieces = np.split(vector, self.ends[:-1])
        return [one.reshape(shape) for one, shape in zip(pieces, self.shapes, strict=True)]

    def holding(self, net, vector):
        """A context in which the network has these numbers."""
        stack = ExitStack()
        for path, array in zip(self.paths, self.parts(vector), strict=True):
            stack.enter_context(holding(net, path, array))
        return stack

    def named(self, vector):
        """{name: part of the vector}: W1, b1, ... where it is known which these are."""
        if self.layout:
            return {name: vector[places] for name, places in self.layout.items()}
        return dict(zip(map(written, self.paths), self.parts(vector), strict=True))

    def place(self, name):
        """Where a student finds this parameter."""
        if not self.layout:
            return f"`{name}`"
        i = int(np.searchsorted(self.ends, self.layout[name].min(), side="right"))
        path = written(self.paths[i])
        if path == f"params[{name!r}]":
            return f"`{name}`"
        return (
            f"`{path}`"
            if self.layout[name].size == np.prod(self.shapes[i])
            else f"{name} in `{path}`"
        )

    def gradient_of(self, name):
        place = self.place(name)
        return f"`d{name}`" if place == f"`{name}`" and self.layout else f"of {place}"


def parameters(lab, sizes, activation):
    """The Parameters of such a network; looked for once."""
    key = tuple(sizes), activation
    if key not in lab.known:
        lab.known[key] = found(lab, sizes, activation)
    return lab.known[key]


def steep(lab, net, one):
    """Numbers with which p comes near 0 or 1: the last layer is larger than the others."""
    vector = lab.values[: one.count].copy()
    with one.holding(net, vector):
        p = lab.p(net)
    for name in list(one.layout or ())[-2:]:
        vector[one.layout[name]] *= SURE_Z / np.abs(np.log(p / (1 - p))).max()
    return vector


def contrary(p):
    """The labels that are wrong everywhere, so that p is sure and far off."""
    return (p < 0.5) * 1.0


def is_single(net, one):
    """Whether some of its numbers are in single precision."""
    return any(getattr(at(net, path), "dtype", float) == np.float32 for path in one.paths)


def itself(p):
    return p


def found(lab, sizes, activation):
    net, x = lab.new(sizes, activation), lab.inputs(sizes)
    kept = moving(lab, net, x, count_of(sizes))
    one = Parameters(kept, [np.shape(at(net, path)) for path in kept])
    one.layout = fitting(lab, one, sizes, activation) if kept else None
    return one


def moving(lab, net, x, count):
    """The paths to what p depends on: arrays, and plain numbers only where these are too few."""
    shaken = [path for path, value in list(places(net)) if shake(lab, net, x, path, value)]
    p = lab.p(net, x)
    there = [(path, at(net, path)) for path in shaken if matters(lab, net, x, path, p)]
    arrays = alone([one for one in there if np.ndim(one[1])])
    if sum(np.size(value) for _, value in arrays) < count:
        arrays += [one for one in there if not np.ndim(one[1])]
    return [path for path, _ in arrays]


def shake(lab, net, x, path, value):
    """Move these numbers, so that no weight is 0 and hides what others do; whether they bear it."""
    some = lab.values[: np.size(value)].reshape(np.shape(value))
    try:
        with holding(net, path, np.asarray(value, float) + 0.1 * some):
            lab.p(net, x)
        put(net, path, np.asarray(value, float) + 0.1 * some)
    except Exception:  # counts and the like
        return False
    return True


def matters(lab, net, x, path, p):
    """Whether p is another if these numbers are."""
    with holding(net, path, np.asarray(at(net, path)) * 1.1 + 0.1):
        return not np.array_equal(lab.p(net, x), p)


def alone(found):
    """Without the views of other arrays."""
    largest = sorted(found, key=lambda one: -one[1].size)
    kept = []
    for path, array in largest:
        if not any(np.shares_memory(array, other) for _, other in kept):
            kept.append((path, array))
    return [one for one in found if any(one[0] == path for path, _ in kept)]


def fitting(lab, one, sizes, activation, right=predicted, change=itself):
    """The first layout with which right(bend, x, params) is change(p), or None."""
    net, vector, x = lab.new(sizes, activation), lab.values[: one.count], lab.inputs(sizes)
    with one.holding(net, vector):
        p = change(lab.p(net, x))
    for layout in layouts(one.shapes, sizes):
        params = {name: vector[places] for name, places in layout.items()}
        if close(p, right(NAMED[activation], x, params)):
            return layout
    return None


def jacobian(lab, net, one):
    """How each p changes with each number of the vector: a row for each example."""
    with one.holding(net, one.read(net)):  # as doubles, all of them
        return np.hstack([slopes(lab, net, path) for path in one.paths])


def slopes(lab, net, path):
    """The slopes of all p along the numbers that are there, each nudged to both sides."""
    here = np.asarray(at(net, path))
    nudge = NUDGE if lab.p(net).dtype == float else ROUGH_NUDGE
    found = []
    for entry in np.ndindex(here.shape):
        sides = []
        for sign in (1, -1):
            moved = here.copy()
            moved[entry] += sign * nudge
            with holding(net, path, moved):
                sides.append(lab.p(net).astype(float))
        found.append((sides[0] - sides[1]) / (2 * nudge))
    return np.hstack(found)
