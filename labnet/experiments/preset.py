"""Preset: a Setup for each data set, and variations of them, by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..support import checks
from ..support.errors import MissingError
from .choices import Choices
from .fields import DATA
from .setup import CHECKS, ROWS, Setup, known_field, listing, shown


@dataclass(frozen=True, repr=False)
class Preset:
    """What one report decided: its Setups and its variations.

    linear, xor : the Setup for each data set.
    changes : {name of a variation: the fields that differ}.

    preset.on("xor") is the Setup for these data, and preset.run("xor") trains it.
    Errors: LabnetError for a field, a value or a data set that does not exist.
    """

    linear: Setup
    xor: Setup
    changes: Mapping = field(default_factory=dict, compare=False)

    def __post_init__(self):
        for data in DATA:
            checks.instance(self.on(data), Setup, data, "Setup(lr=0.1)")
        object.__setattr__(self, "changes", frozen(self.changes))

    @classmethod
    def of(cls, changes, **fields):
        """The Preset with these fields of a Setup; the others have its defaults.

        A field holds one value for both data sets, or {"linear": ..., "xor": ...}.
        """
        return cls(Setup(), Setup(), changes).replace(**fields)

    @property
    def title(self):
        return self._row("title")

    def on(self, data):
        """The Setup for this data set."""
        return getattr(self, checks.one_of(data, DATA, "data"))

    def replace(self, **changes):
        """A Preset with these fields changed: presets["B"].replace(lr=0.1, activation="tanh").

        A field holds one value for both data sets, or {"linear": ..., "xor": ...}.
        """
        values = {name: for_each_data(name, value) for name, value in changes.items()}
        setups = {
            data: self.on(data).replace(**{name: each[data] for name, each in values.items()})
            for data in DATA
        }
        return replace(self, **setups)

    @property
    def variations(self):
        """What the report varies, by name, each as a Preset."""
        varied = {
            name: self.replace(title="; ".join(filter(None, [self.title, name])), **changed)
            for name, changed in self.changes.items()
        }
        return Choices("variation", varied)

    def run(self, data, seed=0, runs=None, log=True):
        """Train the Setup for this data set, as its `run` does; return a Result."""
        return self.on(data).run(data, seed, runs, log)

    def __getattr__(self, name):
        """Say where a Setup's own fields and methods are found: `lr` may differ by data set."""
        told = f"a preset has no {name!r}"
        if hasattr(Setup, name):
            told += f'; a Setup has it: .on("xor").{name}, or .on("linear").{name}'
        raise MissingError(f"{told}.")

    def _row(self, name):
        """The value of a field as text; both, if it differs between the data sets."""
        linear, xor = (shown(getattr(self.on(data), name)) for data in DATA)
        return xor if linear == xor else f"{linear} linear, {xor} xor"

    def __str__(self):
        return self.title

    def __repr__(self):
        rows = {name: self._row(name) for name in ROWS}
        return listing(self.title or "Preset", rows | {"variations": ", ".join(self.changes)})


def for_each_data(name, value):
    """{data: the value of this field}, checked."""
    check = CHECKS[known_field(name)]
    if not isinstance(value, Mapping):
        return dict.fromkeys(DATA, check(value, name))
    checks.require(
        set(value) == set(DATA),
        f"{name} is {value!r}; expected one value, or one for each of {list(DATA)}.",
    )
    return {data: check(one, f"{name} for {data}") for data, one in value.items()}


def frozen(changes):
    """Variation -> the fields it changes, frozen like the Preset they belong to."""
    checks.require(
        isinstance(changes, Mapping) and all(isinstance(one, Mapping) for one in changes.values()),
        f'changes is {changes!r}; expected such as {{"10 hidden units": {{"hidden": 10}}}}.',
    )
    return Choices("variation", {name: Choices("field", one) for name, one in changes.items()})
