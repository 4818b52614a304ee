"""History: what a training recorded; and the Recorder that fills it and sees when to stop."""

from collections import Counter
from dataclasses import dataclass
from math import isfinite

import numpy as np

from .spread import band

REASONS = {
    "epochs": "all epochs done",
    "loss": "the loss reached its goal",
    "accuracy": "the accuracy reached its goal",
    "diverged": "the loss was no longer finite",
    "interrupted": "interrupted",
}


@dataclass(frozen=True, eq=False, repr=False)
class History:
    """The record of one training; for R runs each entry has the run axis.

    losses, accuracies : (epochs,) or (epochs, R); accuracy in 0..1, NaN where y holds no classes. A
        run that stopped early keeps its last network, and so its last values.
    epochs : how many epochs were recorded until it stopped; for R runs an array (R,).
    stopped : why, a key of REASONS; for R runs a list of R.
    ties : how many of the last predictions were exactly 0.5 (they count as class 0).
    held_out_losses, held_out_accuracies : the same of the data that were held out, in each epoch
        with the weights that its loss belongs to; None where none were.
    """

    losses: np.ndarray
    accuracies: np.ndarray
    epochs: int | np.ndarray
    stopped: str | list
    ties: int
    held_out_losses: np.ndarray | None = None
    held_out_accuracies: np.ndarray | None = None

    @property
    def first_solved(self):
        """The first epoch with accuracy 1, NaN if there is none; (R,) for R runs."""
        solved = self.accuracies == 1.0
        return np.where(solved.any(axis=0), solved.argmax(axis=0), np.nan)[()]

    def __repr__(self):
        one = self.losses.ndim == 1
        told, start = (
            (_course_of_one, "") if one else (_course_of_runs, f"{len(self.epochs)} runs, ")
        )
        course = f"{start}{len(self.losses)} epochs: {told(self.losses, self.accuracies)}"
        if self.held_out_losses is not None:
            course += f"; held-out {told(self.held_out_losses, self.held_out_accuracies)}"
        ties = f"; {self.ties} prediction(s) exactly 0.5 (class 0)" if self.ties else ""
        return f"{course}; stopped: {self._why()}{ties}"

    def _why(self):
        if isinstance(self.stopped, str):
            return REASONS[self.stopped]
        return ", ".join(f"{k} x {REASONS[why]}" for why, k in Counter(self.stopped).most_common())


def _course_of_one(losses, accuracies):
    first, last = accuracies[[0, -1]]
    told = "no accuracy" if np.isnan(last) else f"accuracy {first:.4f} to {last:.4f}"
    return f"loss {losses[0]:.4f} to {losses[-1]:.4f}, {told}"


def _course_of_runs(losses, accuracies):
    low, middle, high = band(losses[-1])
    last = accuracies[-1]
    told = f"{np.count_nonzero(last == 1)} at accuracy 1"
    return (
        f"loss median {middle:.4f} [{low:.4f}, {high:.4f}], "
        f"{'no accuracy' if np.isnan(last).all() else told}"
    )


class Recorder:
    """Collects what a History holds, epoch by epoch, and stops the runs that are finished.

    stop_loss, stop_accuracy : the goals, or None.
    """

    def __init__(self, epochs, runs, stop_loss, stop_accuracy):
        self.losses, self.accuracies, self.held_out = [], [], []
        self.goals = [("loss", lambda L, accuracy: stop_loss > L)] * (stop_loss is not None)
        if stop_accuracy is not None:
            self.goals.append(("accuracy", lambda L, accuracy: accuracy >= stop_accuracy))
        self.runs = runs
        self.running, self.done = np.ones(runs or 1, bool), False
        self.frozen = None  # a mask of the runs that have stopped, once there is one
        self.reasons = np.full(runs or 1, "epochs", object)
        self.epochs = np.full(runs or 1, epochs)

    def add(self, L, reported, accuracy, held_out=None):
        """Record one epoch; `L` is the loss that is trained, `reported` the one that is shown.

        held_out : loss and accuracy of the held-out data, or None.
        """
        self.losses.append(reported)
        self.accuracies.append(accuracy)
        self.held_out.append(held_out)
        if self.runs or not isfinite(L):
            self.stop(~np.isfinite(L), "diverged")
        for reason, reached in self.goals:
            self.stop(reached(reported, accuracy), reason)

    def stop(self, which, reason):
        """Freeze the runs `which` that are still running."""
        if not np.count_nonzero(which):  # sooner than any()
            return
        now = which & self.running
        self.reasons[now], self.epochs[now] = reason, len(self.losses)
        self.running &= ~now
        self.frozen = ~self.running if self.runs else None
        self.done = not self.running.any()

    def stopped_at(self, reason):
        """The epochs, counted from 0, in which runs stopped for this reason."""
        return self.epochs[self.reasons == reason] - 1

    def history(self, ties):
        beside = zip(*self.held_out, strict=True) if self.held_out[0] else ()
        return History(
            np.array(self.losses),
            np.array(self.accuracies),
            self.epochs if self.runs else int(self.epochs[0]),
            list(self.reasons) if self.runs else self.reasons[0],
            ties,
            *map(np.array, beside),
        )
