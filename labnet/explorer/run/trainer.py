"""What the explorer asks of a network in training: labnet's own, or the student's."""

from contextlib import nullcontext

import numpy as np

from ...training import passes
from .held_out import held_out

LARGEST = 1e6  # no loss comes down again from there


class Trainer:
    """A network with its data. L is a number, or (R,) for R networks at once.

    X, y : the points that are trained. held_X, held_y : those that no step sees, often none.

    A kind of trainer adds

        network                  what is trained
        net                      a Network of labnet that computes the same, or None
        batches, learner, loss, optimizer
                                 what `passes` of the core drives; the optimizer's own lr is 1
        measure()                L and p (n, 1) of the points that are trained
        measure_held_out()       the same of the others, where there are some
        gradients()              dtheta for the last `measure`, or None
        example_gradients(x, y)  dtheta of one example, or None
        predict(X)               p for other points
        arrays()                 {"W1": W1, "b1": b1, ...} themselves, or {}
        remark()                 what else to say of the network, or ""
    """

    decay = None  # what `passes` of the core is to add for weight decay

    def __init__(self, settings, X, y):
        held = held_out(y, settings["held_out"])
        parts = X[~held], y[~held], X[held], y[held]
        self.X, self.y, self.held_X, self.held_y = map(read_only, parts)

    def remark(self):
        return ""

    @property
    def reached(self):
        """Whether p follows from `arrays()`: a class may keep others than it offers."""
        return True

    def held_out(self):
        """L and p of the points that no step sees; NaN and no p if there are none.

        It comes before the pass that a `backward` follows: a class keeps its last forward.
        """
        return self.measure_held_out() if len(self.held_y) else (np.nan, self.held_y)

    def trusting(self):
        """A context for many epochs, in which what needs one look only is not looked at again."""
        return nullcontext()

    def epoch(self, lr):
        """One pass over all that is trained; returns L and the held-out L before the first step."""
        held_out, _ = self.held_out()
        before = None if self.batches.full else self.measure()[0]
        done = passes(self.learner, self.batches, self.loss, self.optimizer, lr, self.decay)
        *_, (L, _) = done
        return L if before is None else before, held_out


def read_only(array):
    """The same numbers: what is to stay as it is, but goes into the student's hands."""
    view = array.view()
    view.flags.writeable = False
    return view


def diverged(L):
    """Where L, a number or an array, is beyond all bounds or no number at all."""
    return ~(np.abs(L) <= LARGEST)


def fingerprint(trainer):
    """Tells its weights from all others; None where they are not offered, or are no arrays."""
    try:
        arrays = {name: np.asarray(array) for name, array in trainer.arrays().items()}
        return {name: (array.shape, array.tobytes()) for name, array in arrays.items()}
    except Exception:  # of the student's own
        return None
