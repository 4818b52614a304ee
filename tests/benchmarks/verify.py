"""Nothing is timed before it is shown that all contenders train the same network."""

from dataclasses import dataclass, field, replace

import numpy as np

from .contenders import LABNET

TOLERANCE = {"float64": 1e-9, "float32": 1e-3}  # relative, of each epoch's loss
LONGEST = 100  # steps
PRODUCTS = 200_000_000  # and no more epochs than take about so many


class DeviationError(Exception):
    """A contender that is listed beside labnet, and trains something else."""


@dataclass
class Verifier:
    """Compares losses with those of labnet, one network alone.

    largest : {dtype: (relative difference, contender, problem)}, the largest that was accepted.
    """

    largest: dict = field(default_factory=dict)

    def check(self, contender, problem, run):
        """Train `run` for some epochs. Errors: DeviationError if a loss is not labnet's."""
        epochs = epochs_of(contender, problem)
        expected = reference(problem, epochs)
        self.accept(contender, problem, np.asarray(run(epochs)), expected)

    def accept(self, contender, problem, found, expected):
        difference = relative_difference(found, expected)
        if not difference <= TOLERANCE[contender.dtype]:  # NaN is no agreement
            raise DeviationError(
                f"{contender.name} does not do what labnet does ({problem}): it differs by "
                f"{difference:.2g} of labnet's value, and {TOLERANCE[contender.dtype]:g} is "
                "allowed. Nothing was timed; mend one of the two."
            )
        worst = self.largest.get(contender.dtype, (-1.0,))
        self.largest[contender.dtype] = max(worst, (difference, contender.name, str(problem)))


def epochs_of(contender, problem):
    """How long a training is compared; shorter where it takes long."""
    steps = problem.examples if problem.batch_size == 1 else 1
    epochs = min(LONGEST // steps, PRODUCTS // problem.products)
    return max(2, min(epochs, 3) if contender.small else epochs)


def reference(problem, epochs):
    """labnet's losses, (epochs,) or (epochs, R), from one training after the other in float64."""
    singles = [replace(one, dtype="float64") for one in problem.singles()]
    losses = np.transpose([LABNET.start(one)(epochs) for one in singles])
    return losses if problem.runs else losses[:, 0]


def relative_difference(found, expected):
    """The largest; infinite for another shape."""
    if found.shape != expected.shape:
        return np.inf
    return float(np.max(np.abs(found - expected) / np.abs(expected)))
