"""What the explorer asks of a network in training: labnet's own, or the student's."""

import numpy as np

from ...training import passes

LARGEST = 1e6  # no loss comes down again from there


class Trainer:
    """A network with its data. L is a number, or (R,) for R networks at once.

    A kind of trainer adds

        network                  what is trained
        net                      a Network of labnet that computes the same, or None
        learner, loss, optimizer what `passes` of the core drives; the optimizer's own lr is 1
        measure()                L and p (n, 1) of all examples
        gradients()              dtheta for the last `measure`, or None
        example_gradients(x, y)  dtheta of one example, or None
        predict(X)               p for other points
        arrays()                 {"W1": W1, "b1": b1, ...} themselves, or {}
        remark()                 what else to say of the network, or ""
    """

    def __init__(self, X, y, batches):
        self.X, self.y, self.batches = X, y, batches

    def remark(self):
        return ""

    def epoch(self, lr):
        """One pass over all examples; returns L as it was before the first step."""
        before = None if self.batches.full else self.measure()[0]
        done = passes(self.learner, self.batches, self.loss, self.optimizer, lr)
        *_, (L, _) = done
        return L if before is None else before


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
