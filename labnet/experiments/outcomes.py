"""What a sweep found, setting by setting."""

from functools import cached_property

import numpy as np

from ..spread import band, wilson
from ..support import checks
from . import outcome_table
from .runs import CURVES, HELD_OUT, MEASURE, WHY, kept_epochs


class Outcome:
    """The runs of one setting, as arrays with an entry for each seed.

    varied : {name: value}. label : the same as text. setup, data : what was trained on what.
    seeds. accuracy (0..1) of the trained network, loss : the last one. epochs : how many it took.
    solved_at : the first epoch with every point right, NaN for runs that have none; once_solved :
    whether a run has one. solved (at the end), diverged, one_class : True or False.
    losses, accuracies : (K, R), at the epochs `at` (K,).
    held_out_loss, held_out_accuracy, held_out_losses, held_out_accuracies : the same of the data
    that were held out; None where none were.
    """

    def __init__(self, point, runs):
        self.varied, self.label = point.varied, point.label
        self.setup, self.data = point.setup, point.data
        self.at = kept_epochs(self.setup.epochs)
        self.seeds, self.accuracy, self.loss = runs["seed"], runs["accuracy"], runs["loss"]
        self.epochs, self.solved_at, self.one_class = (
            runs[name] for name in ("epochs", "solved_at", "one_class")
        )
        self.solved, self.once_solved = self.accuracy == 1.0, ~np.isnan(self.solved_at)
        self.diverged = runs["why"] == WHY.index("diverged")
        for name in CURVES.values():
            setattr(self, name, runs[name][:, : len(self.at)].T)
        self.held_out_loss, self.held_out_accuracy = (
            runs[name] for name in ("held_out_loss", "held_out_accuracy")
        )
        if not self.setup.held_out:
            vars(self).update(dict.fromkeys(HELD_OUT))
        found = [name for name in runs if name.startswith(MEASURE)]
        self.measures = {name.removeprefix(MEASURE): runs[name] for name in found}

    @property
    def rate(self):
        """The share of runs with every point right at the end, and Wilson's interval for it."""
        k, n = int(self.solved.sum()), len(self.solved)
        return (k / n, *wilson(k, n)) if n else (np.nan, 0.0, 1.0)

    def spread(self, values):
        """(5th percentile, median, 95th percentile); a run that diverged counts as the highest."""
        return tuple(band(values))

    @property
    def tally(self):
        """How many runs have every point right, such as "94 of 100"."""
        return f"{int(self.solved.sum())} of {len(self.solved)}"

    def __repr__(self):
        return f"{self.label}: {self.tally} solved"


class Results:
    """What a sweep found: a table if it is shown, an Outcome for each setting if it is iterated.

    results.plot("loss"), results.compare("hidden") and results.bars() draw it;
    results.select(lr=0.1) has the settings with this value only, and results.only(lr=0.1,
    hidden=4) is the one Outcome that fits.
    """

    def __init__(self, outcomes):
        self.outcomes = list(outcomes)

    def __iter__(self):
        return iter(self.outcomes)

    def __len__(self):
        return len(self.outcomes)

    def __getitem__(self, number):
        return self.outcomes[number]

    @cached_property
    def values(self):
        """{name: its values in the order of the grid} of what is varied."""
        names = self.outcomes[0].varied
        return {name: unique(one.varied[name] for one in self) for name in names}

    def select(self, **values):
        """The Results of the settings that have these values."""
        for name, value in values.items():
            known = self.values[checks.one_of(name, self.values, "What was varied")]
            listed = ", ".join(map(repr, known))
            checks.require(
                any(equal(value, one) for one in known),
                f"{name} is {value!r}; expected one of {listed}.",
            )
        fitting = [
            one
            for one in self
            if all(equal(value, one.varied[name]) for name, value in values.items())
        ]
        return Results(fitting)

    def only(self, **values):
        """The one Outcome with these values."""
        found = self.select(**values)
        checks.require(
            len(found) == 1,
            f"{len(found)} settings have {values}; name more of {list(self.values)}.",
        )
        return found[0]

    def having(self, what):
        """The Results of the settings that have this curve."""
        name = CURVES[checks.one_of(what, CURVES, "what")]
        found = [one for one in self if getattr(one, name) is not None]
        checks.require(
            found,
            f"These results have no {what}: sweep(..., held_out=50) holds out so many points.",
        )
        return Results(found)

    def plot(self, what="loss", log=True, ax=None):
        """Median and middle 90 % of the runs over the epochs, a band for each setting.

        what : "loss", "accuracy", "held_out_loss" or "held_out_accuracy".
        """
        from . import pictures

        return pictures.bands(self.having(what), what, log, ax)

    def compare(self, name, what="loss", log=True, axes=None):
        """Small multiples: a panel for each setting of the others, in it a band for each `name`."""
        from . import pictures

        checks.one_of(name, self.values, "What was varied")
        return pictures.panels(self.having(what), name, what, log, axes)

    def bars(self, ax=None):
        """The share of solved runs as a bar for each setting, with Wilson's interval."""
        from . import pictures

        return pictures.bars(self, ax)

    def __repr__(self):
        return outcome_table.of(self)


def equal(one, other):
    try:
        return bool(one == other)
    except (ValueError, TypeError):  # arrays, of which some entries may be equal
        return False


def unique(values):
    found = []
    for value in values:
        if value not in found:
            found.append(value)
    return found
