"""Plan: one sweep that tests claims, as data. It is trained once, however many claims read it."""

from dataclasses import dataclass, field

from ..experiments.preset import Preset
from ..experiments.sweep import sweep
from .measures import MEASURES

SEEDS = 40
FEW = 10  # where a layer has 100 units, and where a training has a million epochs


@dataclass(frozen=True)
class Plan:
    """What `sweep` is given. measures : names of MEASURES. Fields as for `sweep`."""

    base: Preset
    over: dict = field(default_factory=dict)
    data: str = "xor"
    seeds: int = SEEDS
    measures: tuple = ()

    def run(self, file=None, executor=None, progress=False):
        measures = {name: MEASURES[name] for name in self.measures}
        return sweep(
            self.base,
            self.over,
            self.data,
            self.seeds,
            measures=measures,
            file=file,
            executor=executor,
            progress=progress,
        )


@dataclass(frozen=True)
class Point:
    """One setting of a plan. plan : its name. values : of what the plan varies."""

    plan: str
    values: dict

    def outcome(self, results):
        """The Outcome of this setting; results : {name of a plan: its Results}."""
        return results[self.plan].only(**self.values)


def at(plan, **values):
    return Point(plan, values)
