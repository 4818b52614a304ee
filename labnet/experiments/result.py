"""Result: what a Setup's run leaves, and how it prints."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..decisions import accuracy
from ..history import History
from ..messages import log_line
from ..network import Network
from ..spread import band


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """One run of a Setup, or R: the network as it ended, its data (X, y) and its History.

    held_out : the data (X, y) that were held out, or None.
    """

    setup: Any
    data: str
    seed: int
    net: Network
    X: np.ndarray
    y: np.ndarray
    history: History
    held_out: tuple | None = None

    @property
    def p(self):
        """The trained network's predictions, (n, 1) or (R, n, 1)."""
        return self.net.predict(self.X)

    @property
    def accuracy(self):
        """The share of cases that the trained network decides rightly: a number, or (R,)."""
        return accuracy(self.p, self.y, self.setup.decision)

    @property
    def held_out_accuracy(self):
        """The same share of the held-out cases; None without any."""
        if self.held_out is None:
            return None
        X, y = self.held_out
        return accuracy(self.net.predict(X), y, self.setup.decision)

    def print(self):
        """What the report prints after its training; runs have no listing, but print(result)."""
        if self.setup.log_end is not None:
            print(self._last_log_line())
        if not self.net.runs:
            print(self.listing())

    def listing(self):
        """The cases of a single run one by one, and the accuracy, as text."""
        lines = [
            f"Case {case:>3}   Ground truth: {y:.1f}   Prediction: {_prediction(p)}"
            for case, (y, p) in enumerate(zip(self.y[:, 0], self.p[:, 0], strict=True), start=1)
        ]
        return "\n".join([*lines, f"Accuracy: {self.accuracy:.2%}"])

    def _last_log_line(self):
        history, held_out = self.history, None
        if self.held_out:
            held_out = history.held_out_losses[-1], history.held_out_accuracies[-1]
        loss, accuracy = history.losses[-1], history.accuracies[-1]
        return log_line(self.setup.log_end, len(history.losses) - 1, loss, accuracy, held_out)

    def __repr__(self):
        runs = self.net.runs
        seeds = f"seeds {self.seed} to {self.seed + runs - 1}" if runs else f"seed {self.seed}"
        started = [self.setup.title, f"{self.data} data, {seeds}"]
        return (
            f"{'; '.join(filter(None, started))}: "
            f"epochs {_spread(self.history.epochs, '.0f')}, "
            f"loss {_spread(self.history.losses[-1], '.5f')}, "
            f"accuracy {_spread(self.accuracy, '.2%')}{self._held_out()}"
            f"{self._counts() if runs else ''}"
        )

    def _held_out(self):
        if self.held_out is None:
            return ""
        loss = _spread(self.history.held_out_losses[-1], ".5f")
        right = _spread(self.held_out_accuracy, ".2%")
        return f", held-out loss {loss}, held-out accuracy {right}"

    def _counts(self):
        right = np.count_nonzero(self.accuracy == 1)
        diverged = self.history.stopped.count("diverged")
        told = f", {diverged} diverged" if diverged else ""
        return f", all cases right in {right} of {self.net.runs} runs{told}"


def _spread(values, spec):
    """A number, or for runs: median [5th percentile, 95th percentile]."""
    if np.ndim(values) == 0:
        return format(values, spec)
    low, middle, high = band(values)
    return f"median {middle:{spec}} [{low:{spec}}, {high:{spec}}]"


def _prediction(p):
    """p at five decimals, without -0.0; where a run has diverged, short or nan."""
    return f"{np.round(p, 5) + 0.0:.5f}" if abs(p) < 1e6 else f"{p:.1e}"
