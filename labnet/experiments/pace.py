"""Pace: how long the trainings of a sweep take, from a few epochs of each kind."""

from time import perf_counter

import numpy as np

from ..support import checks
from .tasks import kind, prepared

TRIAL = 0.1  # seconds: long enough that whatever else is running takes its share of it


def seconds_each(tasks):
    """{number: seconds} that the epochs of each task take in this process, if it needs them all."""
    known = {}
    for task in tasks.values():
        if like(task) not in known:
            known[like(task)] = seconds_of_an_epoch(task)
    return {number: known[like(task)] * task.epochs for number, task in tasks.items()}


def like(task):
    """What two tasks have in common that take equally long."""
    return kind(task.parts[0].point), task.size


@np.errstate(all="ignore")  # as in a training
def seconds_of_an_epoch(task):
    """The mean of the first ones; what they train is thrown away."""
    training, begun = prepared(task), perf_counter()
    with checks.once():
        for epoch in range(task.epochs):
            training.one_epoch(epoch)
            passed = perf_counter() - begun
            if passed > TRIAL:
                break
    return passed / (epoch + 1)


def in_words(seconds):
    """Such as "about 3 minutes"."""
    units = {"days": 86_400, "hours": 3600, "minutes": 60, "seconds": 1}
    unit = next((name for name, size in units.items() if seconds >= 1.5 * size), "seconds")
    return f"about {round(seconds / units[unit]):,} {unit}"
