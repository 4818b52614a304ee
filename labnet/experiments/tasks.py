"""Tasks: the trainings of a sweep in portions, each of which trains on one run axis.

How the trainings are portioned depends on the grid and the seeds alone, never on who runs them:
so the results are the same to the last bit wherever they come from.
"""

from dataclasses import dataclass, fields

import numpy as np

from .grid import GridPoint
from .result import Result
from .runs import CURVES, HELD_OUT, KINDS, MEASURE, kept_epochs, summary
from .setup import Setup, generators

CHUNK = 25  # trainings of one task: more would not be faster, and would take longer to repeat
# What may differ between the runs of one task: where they start, and how long their steps are.
APART = ("lr", "init", "bias_init", "title")


@dataclass(frozen=True)
class Part:
    """Some seeds of one GridPoint. number : of the point in the grid."""

    number: int
    point: GridPoint
    seeds: tuple


@dataclass(frozen=True)
class Task:
    """Parts that train together. keep : {part: seed} of what is the same in every run."""

    parts: tuple
    keep: dict
    measures: dict

    @property
    def size(self):
        return sum(len(part.seeds) for part in self.parts)

    @property
    def epochs(self):
        return self.parts[0].point.setup.epochs

    @property
    def points(self):
        """Of each curve."""
        return len(kept_epochs(self.epochs))

    @property
    def curves(self):
        """The names of the arrays that hold some."""
        held_out = self.parts[0].point.setup.held_out
        return [name for name in CURVES.values() if held_out or name not in HELD_OUT]

    def gives(self, runs):
        """Whether these arrays, which are `aligned`, may be what `run` gives."""
        names = {*KINDS, *(MEASURE + name for name in self.measures)}
        return (
            {*runs} == names
            and all(np.array_equal(runs[name], rows) for name, rows in numbered(self).items())
            and all(runs[name].shape[1] >= self.points for name in self.curves)
        )


def portions(grid, seeds, keep, measures):
    """The Tasks of a sweep: points that share an architecture train together."""
    alike = {}
    for number, point in enumerate(grid):
        runs = [(number, point, seed) for seed in seeds]
        alike.setdefault(kind(point), []).extend(runs)
    chunks = [runs[i : i + CHUNK] for runs in alike.values() for i in range(0, len(runs), CHUNK)]
    return [Task(tuple(in_parts(chunk)), keep, measures) for chunk in chunks]


def kind(point):
    """What must be equal in trainings that share a run axis."""
    names = [one.name for one in fields(Setup) if one.name not in APART]
    setup = point.setup
    own_rate = None if isinstance(setup.optimizer, str) else setup.lr  # it may take one rate only
    return point.data, own_rate, *(getattr(setup, name) for name in names)


def in_parts(chunk):
    """The runs of a chunk, point by point."""
    by_number = {}
    for number, point, seed in chunk:
        by_number.setdefault(number, (point, []))[1].append(seed)
    return [Part(number, point, tuple(seeds)) for number, (point, seeds) in by_number.items()]


def run(task, through=iter):
    """Train; {name: array} with a row for each run, or None if that was interrupted.

    through : what goes through the epochs, as for `Training.run`.
    """
    training = prepared(task)
    history = training.run(through=through)
    if "interrupted" in history.stopped:
        return None
    point = task.parts[0].point
    trained = training.net, training.X, training.y, history, training.held_out
    result = Result(point.setup, point.data, None, *trained)
    return numbered(task) | summary(result, task.measures)


def prepared(task):
    """The Training of these runs, at its start."""
    setup, data = task.parts[0].point.setup, task.parts[0].point.data
    for_data, for_weights, for_order = drawn(task)
    X, y, held_out = setup.draw(data, sum(for_data, []))
    net = setup.network([np.random.default_rng(0) for _ in range(task.size)])
    net.theta = np.concatenate(list(map(initial, task.parts, for_weights)))
    apart = {"shuffle": sum(for_order, []), "lr": rates(task), "held_out": held_out}
    return setup.training(net, X, y, **apart)


def drawn(task):
    """For the data, the weights and the order: a list of generators for each part."""
    return zip(*(generators(part.seeds, task.keep) for part in task.parts), strict=True)


def initial(part, rngs):
    """theta as the setup of this part draws it."""
    return part.point.setup.network(rngs).theta


def rates(task):
    """The learning rate of each run; None where the optimizer takes one for all."""
    if not isinstance(task.parts[0].point.setup.optimizer, str):
        return None
    each = [part.point.setup.lr for part in task.parts]
    return np.repeat(each, [len(part.seeds) for part in task.parts])


def numbered(task):
    lengths = [len(part.seeds) for part in task.parts]
    return {
        "setting": np.repeat([part.number for part in task.parts], lengths),
        "seed": np.concatenate([part.seeds for part in task.parts]),
    }
