"""Found: what our runs gave for a Number or a Share, as it is printed, judged and compared."""

from dataclasses import dataclass
from functools import singledispatch

import numpy as np

from ..spread import wilson
from . import survey
from .claim import Number, Share


@dataclass(frozen=True)
class Spread:
    """low, median, high : 5th, 50th, 95th percentile, as far as printed; NaN of no runs."""

    low: float
    median: float
    high: float
    form: str

    def holds(self, value):
        return self.low <= value <= self.high

    def agrees(self, theirs):
        return survey.spreads_agree(self, survey.read(theirs))

    def __str__(self):
        if np.isnan(self.median):
            return "none"
        low, median, high = (f"{each:{self.form}}" for each in (self.low, self.median, self.high))
        return f"{median} [{low}, {high}]"


@dataclass(frozen=True)
class Count:
    """k of n runs."""

    k: int
    n: int

    @property
    def rate(self):
        return self.k / self.n if self.n else np.nan

    @property
    def interval(self):
        return wilson(self.k, self.n) if self.n else (0.0, 1.0)

    def agrees(self, theirs):
        return survey.share_fits(theirs, *self.interval)

    def __str__(self):
        low, high = (round(each, 2) + 0.0 for each in self.interval)  # never -0.00
        return f"{self.k} of {self.n}: {self.rate:.2f} [{low:.2f}, {high:.2f}]"


@singledispatch
def found(line, results):
    """The Spread of a Number or the Count of a Share; results : {name of a plan: its Results}."""
    raise NotImplementedError(type(line))


@found.register
def spread_found(line: Number, results):
    outcome = line.at.outcome(results)
    values = outcome.spread(chosen(line, line.values(outcome), outcome))
    return Spread(*(float(f"{each:{line.form}}") + 0.0 for each in values), line.form)


@found.register
def count_found(line: Share, results):
    outcome = line.at.outcome(results)
    holds = chosen(line, line.holds(outcome), outcome)
    return Count(int(np.count_nonzero(holds)), len(holds))


def chosen(line, values, outcome):
    """The values of the runs that the line is among."""
    return values[line.among(outcome)] if line.among else values


def all_found(claim, results):
    """{name: Spread or Count} of a claim."""
    return {line.name: found(line, results) for line in claim.found}
