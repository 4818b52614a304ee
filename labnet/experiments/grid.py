"""Grid: the points of a sweep, one for each combination of the values that are varied."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import partial
from itertools import product

from ..support import checks
from .fields import DATA
from .setup import System

FIELDS = tuple(one.name for one in fields(System) if one.name not in ("title", "changes", "build"))
NEEDED = ("loss", "lr", "epochs")  # of a builder's training


@dataclass(frozen=True)
class GridPoint:
    """One combination. varied : {name: value}. system, data : what is trained on what."""

    varied: dict
    system: System
    data: str

    @property
    def label(self):
        """Such as "lr 0.1, hidden 4"; the data where nothing is varied."""
        return (
            ", ".join(f"{name} {text(value)}" for name, value in self.varied.items()) or self.data
        )


def points(base, over, data, training):
    """The GridPoints, the last name of `over` varying fastest."""
    checks.require(
        isinstance(over, Mapping) and all(map(is_listing, over.values())),
        f"over is {over!r}; expected lists of values to try, such as "
        '{"lr": [1, 0.1], "hidden": [4, 10]}.',
    )
    checks.one_of(data, DATA, "data")
    first = {name: values[0] for name, values in over.items()}
    system, own = start(base, training | first)
    for name in (*over, *training):
        checks.one_of(name, (*own, *FIELDS, "data"), "A field of the sweep")
    each = [dict(zip(over, values, strict=True)) for values in product(*over.values())]
    return [point(system, own, varied, training, data) for varied in each]


def is_listing(values):
    return isinstance(values, (list, tuple, range)) and len(values) > 0


def start(base, given):
    """The System to vary, and the arguments of the builder if the network comes from one."""
    if isinstance(base, System):
        return base, ()
    checks.require(
        callable(base),
        f"The first argument is {base!r}; expected a System, such as presets['B'], or a function "
        "that makes a Network, build(rng, ...).",
    )
    missing = [name for name in NEEDED if name not in given]
    checks.require(
        not missing,
        f"{', '.join(missing)} is missing: to train the networks of {base.__name__}, give "
        "loss=BinaryCrossEntropy(), lr=0.3 and epochs=1000, or others.",
    )
    own = tuple(inspect.signature(base).parameters)[1:]
    known = {name: v for name, v in given.items() if name in FIELDS and name not in own}
    system = System(title=base.__name__, hidden=1, build=base, **known)
    return system, own


def point(system, own, varied, training, data):
    given = training | varied
    data = checks.one_of(given.pop("data", data), DATA, "data")
    for_builder = {name: given.pop(name) for name in own if name in given}
    if for_builder:
        given["build"] = partial(system.build, **for_builder)
    return GridPoint(varied, system.replace(**given), data)


def text(value):
    """A value as it stands in a table."""
    if isinstance(value, tuple):
        return "-".join(map(text, value))
    if isinstance(value, float):
        return f"{value:g}"
    return getattr(value, "__name__", None) or str(value)
