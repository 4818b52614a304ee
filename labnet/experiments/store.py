"""Store: the file in which a sweep keeps what is done, and from which it goes on."""

import os
import time

import numpy as np

from ..support import archive, checks
from . import runs

PAUSE = 2.0  # seconds between two writings: at most so much is lost to a crash
TASK, SWEEP = "task", "sweep"


class Store:
    """What is done of a sweep: {number of a task: its runs}; in a file too, if there is one.

    sweep : a text that tells this sweep from any other. tasks : all of them, {number: Task}.
    """

    def __init__(self, path, sweep, tasks):
        self.path = None if path is None else archive.path_of(path)
        self.sweep, self.tasks = sweep, tasks
        self.done = self.found() if self.path else {}
        self.written, self.complete = -np.inf, True

    def add(self, task, part):
        self.done[task], self.complete = part, False
        if time.monotonic() - self.written > PAUSE:
            self.write()

    def write(self):
        """Unless the file has everything already."""
        if self.path and not self.complete:
            numbers = [np.full(len(part["seed"]), task) for task, part in self.done.items()]
            arrays = {TASK: np.concatenate(numbers), SWEEP: np.array(self.sweep)}
            archive.write(self.path, arrays | runs.joined(list(self.done.values())))
        self.written, self.complete = time.monotonic(), True

    def found(self):
        """What the file has; nothing if it is still to be made, and can be made there."""
        if os.path.lexists(self.path):
            return self.read()
        archive.check_folder(self.path)
        return {}

    def read(self):
        arrays = archive.read(self.path, "a sweep", self.most_bytes())
        checks.require(
            str(arrays.pop(SWEEP, "")) == self.sweep and TASK in arrays,
            f"{self.path} holds another sweep. Name another file, or delete this one.",
        )
        numbers = arrays.pop(TASK)
        parts = self.parted(numbers, runs.nothing_held_out(numbers.size) | arrays)
        checks.require(
            parts is not None,
            f"{self.path} is not a sweep that labnet saved, or it is damaged.",
        )
        return parts

    def parted(self, numbers, arrays):
        """{number of a task: its runs}; None if one of them is not what the task gives."""
        if not runs.aligned(arrays, numbers):
            return None
        parts = {
            task: {name: array[numbers == task] for name, array in arrays.items()}
            for task in np.unique(numbers).tolist()
        }
        known = (task in self.tasks and self.tasks[task].gives(parts[task]) for task in parts)
        return parts if all(known) else None

    def most_bytes(self):
        each = (task.size * runs.most_bytes(task.measures) for task in self.tasks.values())
        return sum(each) + np.array(self.sweep).nbytes

    def runs(self):
        """All that is done, in the order of the tasks."""
        return runs.joined([self.done[task] for task in sorted(self.done)])
