"""Meter: the bar of a sweep, under a sentence that says how long it takes."""

from time import monotonic

from ..support.bars import above, bar
from .pace import in_words, seconds_each

DELAY = 2.0  # seconds before the bar shows
GLANCE = 0.1  # seconds between two looks at it
SOON = 5.0  # seconds; what ends sooner needs no sentence
FORMAT = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}<{remaining}"


class Meter:
    """How far the tasks {number: Task} are, shown once they have taken two seconds.

    The bar goes by the time that each task takes, which is tried out only then.
    """

    def __init__(self, tasks, wanted):
        self.tasks, self.wanted = tasks, wanted
        self.parts = dict.fromkeys(tasks, 0.0)  # of each task that are done, in 0..1
        self.seconds = None  # that each task takes, once it is known

    def __enter__(self):
        how = {"total": 1.0, "smoothing": 0, "miniters": 0, "delay": DELAY, "leave": False}
        self.bar = bar(desc="trainings", bar_format=FORMAT, disable=not self.wanted, **how)
        self.begun = monotonic()
        self.next = self.begun + DELAY if self.wanted else float("inf")
        return self

    def __exit__(self, *error):
        self.bar.close()

    def through(self, number):
        """What goes through the epochs of this task, and takes down how far they are."""

        def each(epochs):
            for epoch in epochs:
                yield epoch
                self.parts[number] = (epoch + 1) / len(epochs)
                self.look()

        return each

    def finish(self, number):
        self.parts[number] = 1.0
        self.look()

    def look(self):
        """Show how far it is, now and then."""
        if monotonic() < self.next:
            return
        first = self.seconds is None
        if first:
            self.seconds = seconds_each(self.tasks)
        self.bar.update(self.share() - self.bar.n)
        if first:
            self.say()
        self.next = monotonic() + GLANCE

    def share(self):
        """Of the whole work that is done, in 0..1."""
        done = sum(self.parts[number] * seconds for number, seconds in self.seconds.items())
        return done / sum(self.seconds.values())

    def say(self):
        """How long the rest takes, if it has not nearly ended."""
        share, elapsed = self.share(), monotonic() - self.begun
        left = elapsed * (1 - share) / share if share else sum(self.seconds.values())
        if left > SOON:
            work = "" if share else " of work, which the workers share"
            above(self.bar, told(self.tasks.values(), f"{in_words(left)}{work}"))


def told(tasks, duration):
    """How much is trained and how long it takes; less, where a run may stop at a small loss."""
    runs, epochs = sum(task.size for task in tasks), max(task.epochs for task in tasks)
    setups = [part.point.setup for task in tasks for part in task.parts]
    some_less = any(setup.stop_loss is not None for setup in setups)
    up_to = "up to " if some_less or any(task.epochs < epochs for task in tasks) else ""
    at_most = "at most " if some_less else ""
    return (
        f"{runs:,} runs of {up_to}{epochs:,} epochs: {at_most}{duration}; epochs=... shortens it."
    )
