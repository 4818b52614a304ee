"""Store: the file in which a sweep keeps what is done, and from which it goes on."""

import time

import numpy as np

from .. import archive, checks
from . import runs

PAUSE = 2.0  # seconds between two writings: at most so much is lost to a crash
TASK, SWEEP = "task", "sweep"


class Store:
    """What is done of a sweep: {task: its runs}; in a file too, if there is one.

    sweep : a text that tells this sweep from any other.
    """

    def __init__(self, path, sweep):
        self.path = None if path is None else archive.path_of(path)
        self.sweep = sweep
        self.done = self.read() if self.path and self.path.exists() else {}
        self.written = -np.inf

    def add(self, task, part):
        self.done[task] = part
        if time.monotonic() - self.written > PAUSE:
            self.write()

    def write(self):
        if self.path and self.done:
            numbers = [np.full(len(part["seed"]), task) for task, part in self.done.items()]
            arrays = {TASK: np.concatenate(numbers), SWEEP: np.array(self.sweep)}
            archive.write(self.path, arrays | runs.joined(list(self.done.values())))
        self.written = time.monotonic()

    def read(self):
        arrays = archive.read(self.path, "a sweep")
        same = str(arrays.pop(SWEEP, "")) == self.sweep
        checks.require(
            same and TASK in arrays,
            f"{self.path} holds another sweep. Name another file, or delete this one.",
        )
        tasks = arrays.pop(TASK)
        return {
            int(task): {name: array[tasks == task] for name, array in arrays.items()}
            for task in np.unique(tasks)
        }

    def runs(self):
        """All that is done, in the order of the tasks."""
        return runs.joined([self.done[task] for task in sorted(self.done)])
