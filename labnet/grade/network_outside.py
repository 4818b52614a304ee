"""A network class judged from outside: by the arrays that its objects keep, step after step.

A right class shows a training whose every number is known beforehand: p follows from the
parameters, and the next parameters follow from p. Where the parameters stand is found by trying.
"""

from functools import cached_property, partial
from itertools import islice, product

import numpy as np

from ..exercises.notebook_05.network.lab import OTHERS, SQUARE
from ..exercises.notebook_05.network.layouts import layouts, shaped, shapes_of
from ..exercises.notebook_05.nonlinearities import NAMED, gradients, predicted

SIZES = ([2, 4, 3, 1], *OTHERS, *SQUARE)
STEPS, LR = 3, 0.7
MOST = 20_000  # ways of telling which array is which that are tried
FITTING = 4  # of those that give the right p, such as one through copies of the parameters
CLOSE, SINGLE = 1e-6, 1e-3  # in double and in single precision
UNSEEN = "its parameters could not be found from outside: its own check alone says it is right"


def faults(remote, rng):
    """What is wrong with the class, in a word for a person; "" where its training is right."""
    for sizes, activation in product(SIZES, NAMED):
        found = Walk(remote, sizes, activation, rng).fault()
        if found:
            return found
    return ""


class Walk:
    """A few steps of one network. states : its arrays before each step, and after the last."""

    def __init__(self, remote, sizes, activation, rng):
        self.sizes, self.bend = sizes, NAMED[activation]
        self.x = rng.uniform(-1, 1, (5, sizes[0]))
        self.y = (rng.random((5, 1)) < 0.5) * 1.0
        seed = int(rng.integers(2**31))
        self.net = remote.ask("build", sizes=sizes, activation=activation, seed=seed)["value"]
        self.states, self.p = [self.arrays(remote)], []
        for _ in range(STEPS):
            self.step(remote)
        self.p.append(self.method(remote, "forward", self.x))

    def arrays(self, remote):
        found = remote.ask("arrays", net=self.net)["value"]
        return {str(where): np.asarray(array, float) for where, array in found}

    def method(self, remote, name, given):
        return remote.ask("method", net=self.net, name=name, given=given)["value"]

    def step(self, remote):
        self.p.append(np.asarray(self.method(remote, "forward", self.x), float))
        self.method(remote, "backward", self.y)
        self.method(remote, "step", LR)
        self.states.append(self.arrays(remote))

    def fault(self):
        known = filter(self.predicts, islice(self.ways(), MOST))
        learned = [self.learns(way) for way in islice(known, FITTING)]
        if not learned:
            return UNSEEN
        return "" if any(learned) else "its steps do not go down the slope"

    @cached_property
    def kept(self):
        """{where: array} at the end, of those arrays that are there all the time."""
        ends = self.states[-1]
        shapes = [{k: v.shape for k, v in state.items()} for state in self.states]
        return {k: v for k, v in ends.items() if all(one.get(k) == v.shape for one in shapes)}

    def ways(self):
        """Every way of reading the parameters out of a state, the likeliest first."""
        shapes = shapes_of(self.sizes)
        each = [list(self.readings(name, shape)) for name, shape in shapes.items()]
        for chosen in product(*each):
            yield partial(read_each, dict(zip(shapes, chosen, strict=True)))
        yield from self.packed_ways()

    def readings(self, name, shape):
        """(where, which turn) of each array that may be this parameter."""
        for where in sorted(self.kept, key=lambda one: name not in one):
            turns = len(list(shaped(self.kept[where], shape)))
            yield from ((where, turn, shape) for turn in range(turns))

    def packed_ways(self):
        """All parameters in one vector, or each layer's in one matrix."""
        layers = product(self.kept, repeat=len(self.sizes) - 1)
        for group in (*((where,) for where in self.kept), *islice(layers, MOST)):
            for layout in layouts([self.kept[where].shape for where in group], self.sizes):
                yield partial(read_layout, group, layout)

    def predicts(self, way):
        """Whether p follows from these parameters, at the end first: there no bias is 0."""
        pairs = list(zip(self.states, self.p, strict=True))[::-1]
        return all(self.close(p, predicted(self.bend, self.x, way(state))) for state, p in pairs)

    def learns(self, way):
        params = [way(state) for state in self.states]
        return all(map(self.is_step, params, params[1:]))

    def is_step(self, before, after):
        slopes = gradients(self.bend, self.x, self.y, before)
        return all(self.close(after[k], before[k] - LR * slopes[f"d{k}"]) for k in before)

    def close(self, one, other):
        margin = SINGLE if getattr(one, "dtype", float) == np.float32 else CLOSE
        return np.shape(one) == np.shape(other) and np.allclose(one, other, margin, margin)


def read_each(readings, state):
    """{name: parameter}. readings : {name: (where, which turn, shape)}."""
    items = readings.items()
    return {name: list(shaped(state[where], shape))[i] for name, (where, i, shape) in items}


def read_layout(group, layout, state):
    vector = np.concatenate([state[where].ravel() for where in group])
    return {name: vector[places] for name, places in layout.items()}
