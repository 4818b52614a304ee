"""The kinds of settings: what each may hold, and how it stands in a state and in a control."""

import reprlib
from dataclasses import dataclass

import numpy as np

from ...support import checks
from ...support.errors import LabnetError
from .datasets import YOURS
from .entry import parse

ALL = 0  # the batch of all examples
MOST_LAYERS, MOST_UNITS, MOST_STAGES = 3, 20, 100
MOST_POINTS, FARTHEST = 200, 1000.0
STANDSTILL = (
    "lr is 0, so no step would change a weight; expected a positive number, such as 0.1. To halt "
    "the training, pause it."
)


@dataclass(frozen=True)
class Setting:
    """One control: its name in Python, its label in the browser, and what it may hold.

    This is a choice among `values`; the kinds below differ in what they check and write.

    group : what it belongs to. values : what a slider or a list offers. first : visible at
    once; the others unfold. rebuilds : a change asks for a new network.
    """

    name: str
    label: str
    group: str
    default: object
    values: tuple = ()
    first: bool = False
    rebuilds: bool = True

    kind = "choice"

    def check(self, value):
        """The value in its final form, or a LabnetError."""
        return checks.one_of(value, self.values, self.name)

    def write(self, value):
        """The value as it stands in a state."""
        return value

    def read(self, text):
        """The value of a text that `write` made."""
        return self.check(text)

    def text(self, value):
        """The value as a control shows it."""
        return self.write(value)

    def control(self):
        """What the browser needs in order to build the control."""
        kept = {name: getattr(self, name) for name in ("name", "label", "group", "kind", "first")}
        texts = [self.text(value) for value in self.values]
        return kept | {"values": list(self.values), "texts": texts}


class Data(Setting):
    kind = "pictures"

    def read(self, text):
        missing = text == YOURS and YOURS not in self.values
        checks.require(not missing, "This state is of somebody's own data: add data=(X, y).")
        return super().read(text)


class Real(Setting):
    """A slider over `values`; from Python any number from 0 to `most` will do."""

    kind = "slider"
    most = 1.0

    def check(self, value):
        value = checks.not_negative(value, self.name)
        expected = f"expected at most {self.most:g}"
        checks.require(value <= self.most, f"{self.name} is {value:g}; {expected}.")
        return value

    def write(self, value):
        short = f"{value:g}"
        return short if float(short) == value else repr(value)

    def read(self, text):
        return self.check(as_number(float, text, self.name))


class HeldOutShare(Real):
    most = 0.8


class Decay(Real):
    most = float("inf")


class Rate(Real):
    """A positive number, and no upper end: a rate that is too high has something to teach."""

    def check(self, value):
        value = checks.finite_number(value, self.name)
        checks.require(value != 0, STANDSTILL)
        return checks.learning_rate(value)


class Whole(Setting):
    """A whole number, 0 or more."""

    kind = "slider"

    def check(self, value):
        return checks.count(value, self.name)

    def write(self, value):
        return str(value)

    def read(self, text):
        return self.check(as_number(int, text, self.name))


class Speed(Whole):
    def check(self, value):
        return checks.positive_whole(value, self.name)


class Batch(Whole):
    """How many examples a step takes; 0 takes all."""

    def text(self, value):
        return "all" if value == ALL else str(value)


class Seed(Whole):
    kind = "seed"


class Stage(Whole):
    """Chosen in the picture itself, so without a control."""

    kind = "none"

    def check(self, value):
        value = super().check(value)
        expected = f"expected 0 to {MOST_STAGES - 1}, the place of an operation"
        checks.require(value < MOST_STAGES, f"{self.name} is {value}; {expected}.")
        return value


class Index(Whole):
    """The row of an example, or None."""

    kind = "none"

    def check(self, value):
        return None if value is None else super().check(value)


class Pointed(Stage):
    """An entry of the network, such as "W2[3, 5]", or None."""

    def check(self, value):
        return None if value is None else str(parse(value, self.name))

    def write(self, value):
        return value

    def read(self, text):
        return self.check(text)


class Panel(Setting):
    kind = "none"


class Bend(Real):
    """How far the plane is bent: 0 leaves it as it is, 1 puts each point where the units do."""

    kind = "none"


class Space(Setting):
    """Two units of a hidden layer, (layer, across, up), or None."""

    kind = "none"

    def check(self, value):
        if value is None:
            return None
        three = isinstance(value, (tuple, list)) and len(value) == 3
        checks.require(
            three
            and all(checks.is_whole(number) and number >= 0 for number in value)
            and value[0] > 0
            and value[1] != value[2],
            f"{self.name} is {value!r}; expected a hidden layer, counted from 1, and two of its "
            "units, counted from 0, such as (2, 0, 1); or None.",
        )
        return tuple(map(int, value))

    def write(self, value):
        return ",".join(map(str, value))

    def read(self, text):
        return self.check([as_number(int, part, self.name) for part in text.split(",")])


class Switch(Setting):
    kind = "switch"

    def check(self, value):
        return checks.switch(value, self.name)

    def write(self, value):
        return "yes" if value else "no"

    def read(self, text):
        return checks.one_of(text, ("yes", "no"), self.name) == "yes"


class Layers(Setting):
    """The units of each hidden layer: (10, 10), or () for none."""

    kind = "layers"

    def check(self, value):
        few = isinstance(value, (tuple, list)) and len(value) <= MOST_LAYERS
        checks.require(
            few and all(is_width(units) for units in value),
            f"{self.name} is {value!r}; expected the units of up to {MOST_LAYERS} hidden layers, "
            f"1 to {MOST_UNITS} in each, such as (10, 10), or () for none.",
        )
        return tuple(map(int, value))

    def write(self, value):
        return ",".join(map(str, value)) or "none"

    def read(self, text):
        parts = [] if text == "none" else text.split(",")
        return self.check([as_number(int, part, self.name) for part in parts])


class Points(Setting):
    """The points of the data "drawn": (x1, x2, class) for each."""

    kind = "none"

    def check(self, value):
        """At most MOST_POINTS, with numbers of four digits: what is clicked, and short to write."""
        rows = checks.listing(value, self.name, "[(0.1, 0.9, 1), (0.2, 0.3, 0)]")
        number = len(rows)
        checks.require(
            number <= MOST_POINTS,
            f"{self.name} has {number} points; expected at most {MOST_POINTS}.",
        )
        return tuple(self.point(row) for row in rows)

    def point(self, row):
        row = row.tolist() if isinstance(row, np.ndarray) else row
        fits = isinstance(row, (tuple, list)) and len(row) == 3
        fits = fits and all(map(checks.is_number, row)) and row[2] in (0, 1)
        checks.require(
            fits and all(abs(x) <= FARTHEST for x in row[:2]),
            f"{self.name} has {reprlib.repr(row)}; expected (x1, x2, class) with x1 and x2 from "
            f"{-FARTHEST:g} to {FARTHEST:g} and the class 0 or 1, such as (0.1, 0.9, 1).",
        )
        x1, x2 = (float(f"{x:.4g}") + 0.0 for x in row[:2])
        return x1, x2, int(row[2])

    def write(self, value):
        return "/".join(",".join(f"{x:g}" for x in point) for point in value) or "none"

    def read(self, text):
        rows = [] if text == "none" else text.split("/")
        numbers = ([as_number(float, x, self.name) for x in row.split(",")] for row in rows)
        return self.check(list(numbers))


def is_width(units):
    return checks.is_number(units) and units in range(1, MOST_UNITS + 1)


def as_number(kind, text, name):
    try:
        return kind(text.replace("_", "no digit"))  # which Python would take
    except ValueError:
        raise LabnetError(f"{name} is {text!r}; expected a number.") from None
