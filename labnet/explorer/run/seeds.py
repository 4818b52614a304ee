"""The present settings over many seeds: how often it works, and how the losses spread."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ... import spread
from .trainer import diverged


@dataclass(frozen=True, eq=False, repr=False)
class OverSeeds:
    """What training from the seeds 0, 1, ... gave.

    losses : (epochs + 1, seeds); solved : (seeds,), where every point is right at the end.
    label : the settings in words.
    """

    losses: np.ndarray
    solved: np.ndarray
    label: str

    @cached_property
    def band(self):
        """The loss after each epoch at 5, 50 and 95 % of the seeds, (3, epochs + 1).

        A run that has diverged counts as the highest.
        """
        return spread.band(np.where(diverged(self.losses), np.inf, self.losses))

    @property
    def text(self):
        return f"{self.label}: {self!r}"

    def __repr__(self):
        k, seeds, epochs = self.solved.sum(), self.solved.size, len(self.losses) - 1
        low, high = spread.wilson(k, seeds)
        lost = np.count_nonzero(diverged(self.losses[-1]))
        return (
            f"{k} of {seeds} seeds have every point right after {epochs} epochs (the true rate is "
            f"likely {low:.0%} to {high:.0%}); median loss {self.band[1, -1]:.4f}"
            + (f"; {lost} diverged" if lost else "")
        )


def over_seeds(networks, settings, X, y, seeds, epochs):
    """Train from each seed; a generator that yields the share done.

    It returns (losses, solved), as OverSeeds has them.
    """
    losses, solved, done = [], [], 0
    for trainer in networks.trainers(settings, X, y, seeds):
        course = []
        for _ in range(epochs):
            course.append(np.atleast_1d(trainer.epoch(settings["lr"])))
            yield (done + len(course[0]) * len(course) / epochs) / seeds
        L, p = trainer.measure()
        losses.append(np.array([*course, np.atleast_1d(L)]))
        solved.append(np.atleast_1d(((p > 0.5) == (y == 1)).all(axis=(-2, -1))))
        done += losses[-1].shape[1]
    return np.hstack(losses), np.concatenate(solved)
