"""What labnet's speed should be, as a ratio of two times of the same run."""

from dataclasses import dataclass

from .contenders import AUTOGRAD, JAX_RUNS, LABNET, LABNET_RUNS, SKLEARN, TORCH, C, Contender
from .problem import LOSSES, Problem

IMPORT_AT_MOST = 1.3


@dataclass(frozen=True)
class Target:
    """time(upper) / time(lower) on 100 points of 2-width-width-1: `aim`, or `least` at the least.

    The ratio may not be above these if `aim` is the smaller of them; otherwise not below.
    """

    upper: Contender
    lower: Contender
    aim: float
    least: float
    width: int = 10

    def ratios(self, timings):
        """One for each loss; None where one of the two was not timed."""
        return [self.ratio(timings, Problem(width=self.width, loss=loss)) for loss in LOSSES]

    def ratio(self, timings, problem):
        upper, lower = (timings.get((one.name, problem)) for one in (self.upper, self.lower))
        return upper.minimum / lower.minimum if upper and lower else None

    def __str__(self):
        return f"{self.upper.name} ÷ {self.lower.name}, width {self.width}"


TARGETS = (
    Target(LABNET, C, 10, 14),
    Target(LABNET, C, 1.6, 1.9, width=100),
    Target(TORCH, LABNET, 8, 5),
    Target(SKLEARN, LABNET, 3, 2.5),
    Target(AUTOGRAD, LABNET, 16, 13),
    Target(LABNET_RUNS, C, 4.5, 7),
    Target(LABNET_RUNS, JAX_RUNS, 1.5, 2),
)


def verdict(ratios, aim, least):
    """The worst of the ratios decides."""
    if None in ratios:
        return "not measured"
    at_most = aim <= least
    worst = max(ratios) if at_most else min(ratios)

    def holds(bound):
        return worst <= bound if at_most else worst >= bound

    return "aim reached" if holds(aim) else "reached" if holds(least) else "not reached"


def bound(aim, least):
    return ("at most " if aim <= least else "at least ") + f"{least:g}"


def rows(results):
    """The table of the targets: what, one ratio for each loss, aim, bound, verdict."""
    lines = [(str(one), one.ratios(results.timings), one.aim, one.least) for one in TARGETS]
    lines.append(
        (
            "import labnet ÷ import numpy",
            [results.import_ratio],
            IMPORT_AT_MOST,
            IMPORT_AT_MOST,
        )
    )
    return [
        [what, *figures(ratios), f"{aim:g}", bound(aim, least), verdict(ratios, aim, least)]
        for what, ratios, aim, least in lines
    ]


def figures(ratios):
    """Two columns; a single ratio leaves the second empty."""
    shown = ["–" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
    return (shown + [""])[:2]
