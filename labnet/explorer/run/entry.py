"""An entry of an array of the network, as the picture names it: a weight, a bias or a unit."""

import re
from dataclasses import dataclass

import numpy as np

from ...support import checks
from . import chain

FORM = re.compile(r"\s*([Wba])\s*(\d+)\s*\[\s*(\d+|:)\s*,\s*(\d+)\s*\]\s*", re.ASCII)
LONGEST = 40
EXAMPLES = "'W2[3, 5]', a bias such as 'b1[0, 2]', or a hidden unit such as 'a1[:, 3]'"
NO_PARAMS = (
    "{} offers no weights: they have to stand in its params, a dictionary of arrays such as "
    '{{"W1": W1, "b1": b1}}.'
)
COPIES = "the params are no more than copies of the weights, so they cannot be {} from here."
UNKNOWN = "the units of this network are not known: its params and its p do not tell them"


@dataclass(frozen=True)
class Entry:
    """Entry [i, j] of the array `kind` of layer k; a hidden unit, of kind "a", is a column j."""

    kind: str
    k: int
    i: int
    j: int

    @property
    def name(self):
        return f"{self.kind}{self.k}"

    @property
    def is_parameter(self):
        return self.kind != "a"

    @property
    def place(self):
        return self.i, self.j

    def inside(self, arrays):
        """The array that it belongs to, of these {name: array}, as a matrix of the same memory."""
        return np.atleast_2d(arrays[self.name])

    def __str__(self):
        return f"{self.name}[{self.i if self.is_parameter else ':'}, {self.j}]"


def parse(text, name="entry"):
    """The Entry of a text such as 'W2[3, 5]', or a LabnetError."""
    found = FORM.fullmatch(text) if isinstance(text, str) and len(text) <= LONGEST else None
    fitting = found and (found[3] == ":") == (found[1] == "a")
    given = repr(text)[: LONGEST + 2]
    checks.require(fitting, f"{name} is {given}; expected a weight such as {EXAMPLES}.")
    i = 0 if found[3] == ":" else int(found[3])
    return Entry(found[1], int(found[2]), i, int(found[4]))


def present(session, entry, name="entry"):
    """The entry, if the present network has it; or a LabnetError that says what it has."""
    shapes = parameters(session) if entry.is_parameter else units(session)
    given = f"{name} is '{entry}'"
    checks.require(entry.name in shapes, f"{given}; {instead(session, entry, shapes)}")
    rows, columns = shapes[entry.name]
    last = Entry(entry.kind, entry.k, rows - 1, columns - 1)
    checks.require(
        entry.i < rows and entry.j < columns,
        f"{given}, but {entry.name} has {rows} x {columns} entries: the last is '{last}'."
        if entry.is_parameter
        else f"{given}, but layer {entry.k} has {columns} units: the last is '{last}'.",
    )
    return entry


def parameters(session):
    """{name: (rows, columns)} of the weights and biases, W1, b1, W2, ..."""
    return {
        name: np.atleast_2d(array).shape
        for name, array in ordered(session.arrays()).items()
        if isinstance(array, np.ndarray) and array.ndim in (1, 2)
    }


def ordered(arrays):
    """The arrays W1, b1, W2, ... of a dictionary, in the order in which theta has them."""
    names = [f"{kind}{k}" for k in range(1, 1 + len(arrays)) for kind in "Wb"]
    return {name: arrays[name] for name in names if name in arrays}


def units(session):
    """{name: (1, units)} of the hidden layers, a1, a2, ...; none where they are not known."""
    net = session.network()
    hidden = chain.blocks(net)[:-1] if net else []
    return {f"a{k}": (1, linear.n_out) for k, (linear, _) in enumerate(hidden, 1)}


def instead(session, entry, shapes):
    if shapes:
        return f"this network has {', '.join(shapes)}."
    if session.trainer is None:
        return "this network could not be built."
    if entry.is_parameter:
        return NO_PARAMS.format(type(session.trainer.network).__name__)
    return "this network has no hidden layer." if session.network() else f"{UNKNOWN}."


def of_theta(session, entry):
    """Where the entry stands in theta, and in dtheta; None if these have other sizes."""
    arrays, start = ordered(session.arrays()), 0
    for name, array in arrays.items():
        if name == entry.name:
            return start + int(np.ravel_multi_index(entry.place, np.atleast_2d(array).shape))
        start += np.size(array)


def gradient(session, entry):
    """dL/d(entry) of the latest `measure`, as backward gave it; None if it is not offered."""
    sizes = sum(np.size(array) for array in ordered(session.arrays()).values())
    if session.dtheta is None or session.dtheta.size != sizes:
        return None
    return float(session.dtheta[of_theta(session, entry)])
