"""Grid: the points of a sweep, one for each combination of the values that are varied."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import partial
from itertools import product

from ..support import checks
from .fields import DATA
from .preset import Preset, for_each_data
from .setup import Setup

FIELDS = tuple(one.name for one in fields(Setup) if one.name not in ("title", "build"))
NEEDED = ("loss", "lr", "epochs")  # of a builder's training


@dataclass(frozen=True)
class GridPoint:
    """One combination. varied : {name: value}. setup, data : what is trained on what."""

    varied: dict
    setup: Setup
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
    base, own = start(base, {*training, *over})
    for name in (*over, *training):
        checks.one_of(name, (*own, *FIELDS, "data"), "A field of the sweep")
    each = [dict(zip(over, values, strict=True)) for values in product(*over.values())]
    return [point(base, own, varied, training, data) for varied in each]


def is_listing(values):
    return isinstance(values, (list, tuple, range)) and len(values) > 0


def start(base, given):
    """The Preset or Setup to vary, and the builder's arguments if the network comes from one."""
    if isinstance(base, (Preset, Setup)):
        return base, ()
    checks.require(
        callable(base),
        f"The first argument is {base!r}; expected a preset, such as presets['B'], a Setup, or a "
        "function that makes a Network, build(rng, ...).",
    )
    own = tuple(inspect.signature(base).parameters)[1:]
    missing = [name for name in NEEDED if name not in given or name in own]
    checks.require(
        not missing,
        f"{', '.join(missing)} is missing: to train the networks of {base.__name__}, give "
        "loss=BinaryCrossEntropy(), lr=0.3 and epochs=1000, or others.",
    )
    return Setup(title=base.__name__, build=base), own


def point(base, own, varied, training, data):
    given = training | varied
    data = checks.one_of(given.pop("data", data), DATA, "data")
    setup = base.on(data) if isinstance(base, Preset) else base
    for_builder = {name: given.pop(name) for name in own if name in given}
    if for_builder:
        given["build"] = partial(setup.build, **for_builder)
    values = {name: for_each_data(name, value)[data] for name, value in given.items()}
    setup = setup.replace(**values)
    setup.check_data(data)
    return GridPoint(varied, setup, data)


def text(value):
    """A value as it stands in a table."""
    if isinstance(value, tuple):
        return "-".join(map(text, value))
    if isinstance(value, float):
        return f"{value:g}"
    return getattr(value, "__name__", None) or str(value)
