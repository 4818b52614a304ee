"""How hints, solutions and failing cases look, in the notebook and as plain text."""

import inspect
from dataclasses import dataclass
from html import escape

import numpy as np

from ...support import checks
from .judging import blamed, is_right
from .verdict import PRE, cut, framed, marked, paragraph

MOST = 40  # numbers of an array that are written out
ROWS = 3  # of a matrix
LINE = 76  # letters of an input
BLUE = "#0072b2"
KINDS = ("where to look", "which rule", "an example on other numbers")


@dataclass(frozen=True, repr=False)
class Hint:
    """A text about an exercise; code : lines of Python below it."""

    title: str
    text: str = ""
    code: str = ""

    def __repr__(self):
        return "\n".join(filter(None, (self.title, self.text, self.code)))

    def _repr_html_(self):
        code = f'<pre style="{PRE}">{escape(self.code)}</pre>' if self.code else ""
        return framed(BLUE, marked(self.title), paragraph(self.text) + code)


def hint(exercise, level):
    """One of the three hints; before the first one, what the latest check has recognised."""
    known = checks.is_whole(level) and level in (1, 2, 3)
    checks.require(known, f"level is {level!r}; expected 1, 2 or 3.")
    title = f"hint {level} for `{exercise.name}`: {KINDS[level - 1]}"
    latest = exercise.latest
    recognised = latest is not None and latest.mistake is not None
    known = [latest.message] if level == 1 and recognised else []
    return Hint(title, "\n".join([*known, exercise.hints[level - 1]]))


def solution(exercise, reveal):
    """The source of the right function, or how to see it."""
    title = f"the solution of `{exercise.name}`"
    if not checks.switch(reveal, "reveal"):
        return Hint(title, f"To see it: `exercises.{exercise.name}.solution(reveal=True)`")
    return Hint(title, code=inspect.getsource(exercise.right).rstrip())


def evidence(exercise, case, given, right):
    """The case in lines: what went in, what was expected, what came out.

    Where a trial makes calls of its own, what a complaint tells of need not be the first of them.
    """
    if case.complaint is not None and given.values is not None and exercise.makes_calls:
        told = blamed(case, given.values)
        return [told] if told else []
    names = zip(exercise.names, case.args, strict=False)
    inputs = [line for name, value in names for line in input_line(name, value)]
    if given.values is None:
        return inputs
    if case.complaint is not None:
        told = blamed(case, given.values)
        return [*inputs, *([told] if told else [])]
    return [*inputs, *differences(exercise, given, right)]


def input_line(name, value):
    """A number, an array, or a function that is documented, on one line; nothing for others."""
    if isinstance(value, (np.ndarray, int, float)):
        yield cut(f"{name} = {' '.join(written(value).split())}", LINE)
    elif callable(value) and value.__doc__:
        yield cut(f"{name} = {value.__doc__}", LINE)


def differences(exercise, given, right):
    """The first array that is wrong; one that is missing only if nothing else is."""
    for name in sorted(exercise.order, key=lambda name: given.values[name].size == 0):
        got, expected = given.values[name], right.values[name]
        if not is_right(got, expected):
            title = f" {name}" if name else ""
            digits = digits_apart(got, expected)
            yield shaped(f"expected{title} ", expected, digits)
            yield shaped(f"received{title} ", got, digits) if got.size else f"no{title}"
            return


def digits_apart(got, expected):
    """How many digits it takes to see that the two differ: 4 if that is enough."""
    return next((k for k in (4, 6, 8, 10) if written(got, k) != written(expected, k)), 12)


def shaped(title, array, digits):
    """The array below or beside its title, with its shape."""
    head = title + (f"{array.shape}: " if array.ndim else "")
    return head + written(array, digits).replace("\n", "\n" + " " * len(head))


def written(value, digits=4):
    """The numbers; of a large array the first and last ones, and of a matrix the first rows."""
    if np.ndim(value) == 0:
        return f"{float(value):.{digits + 2}g}"
    with np.printoptions(precision=digits, threshold=MOST, edgeitems=2, linewidth=LINE):
        lines = str(np.asarray(value)).split("\n")
    return "\n".join(lines if len(lines) <= ROWS + 1 else [*lines[:ROWS], " …"])
