"""The present settings over many seeds: how often it works, and how the losses spread."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ... import spread
from .trainer import diverged


@dataclass(frozen=True, eq=False, repr=False)
class OverSeeds:
    """What training from the seeds 0, 1, ... gave.

    losses : (epochs + 1, seeds); solved : (seeds,), where every point that is trained is right at
    the end. held_out_losses : like losses, of the points that no step sees; NaN without any.
    label : the settings in words.
    """

    losses: np.ndarray
    held_out_losses: np.ndarray
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
        held_out = spread.median(self.held_out_losses[-1])
        some = not np.isnan(self.held_out_losses[0]).all()
        points = "training point" if some else "point"
        return (
            f"{k} of {seeds} seeds have every {points} right after {epochs} epochs (the true rate "
            f"is likely {low:.0%} to {high:.0%}); median loss {self.band[1, -1]:.4f}"
            + (f"; median held-out loss {held_out:.4f}" if some else "")
            + (f"; {lost} diverged" if lost else "")
        )


def over_seeds(networks, settings, X, y, seeds, epochs):
    """Train from each seed; a generator that yields the share done.

    It returns (losses, held_out_losses, solved), as OverSeeds has them.
    """
    courses, solved, done = [], [], 0
    for trainer in networks.trainers(settings, X, y, seeds):
        course = []
        for _ in range(epochs):
            course.append(rows(*trainer.epoch(settings["lr"])))
            yield (done + course[0].shape[1] * len(course) / epochs) / seeds
        held_out, _ = trainer.held_out()
        L, p = trainer.measure()
        courses.append(np.stack([*course, rows(L, held_out)], axis=1))
        solved.append(np.atleast_1d(((p > 0.5) == (trainer.y == 1)).all(axis=(-2, -1))))
        done += len(solved[-1])
    return *np.concatenate(courses, axis=2), np.concatenate(solved)


def rows(L, held_out):
    """(2, seeds): the losses of one epoch."""
    return np.reshape(np.broadcast_arrays(L, held_out), (2, -1))
