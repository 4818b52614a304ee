"""How hints, solutions and failing cases look, in the notebook and as plain text."""

import inspect
from dataclasses import dataclass

import numpy as np

from .. import checks
from .judging import is_right
from .verdict import marked, paragraph

MOST = 40  # numbers of an array that are written out
KINDS = ("where to look", "which rule", "an example on other numbers")


@dataclass(frozen=True, repr=False)
class Hint:
    """A text about an exercise."""

    title: str
    text: str

    def __repr__(self):
        return f"{self.title}\n{self.text}".replace("`", "")

    def _repr_html_(self):
        frame = "border-left: 5px solid #0072b2; padding: 4px 12px; max-width: 52em"
        head = f"<strong>{marked(self.title)}</strong>"
        return f'<div style="{frame}">{head}{paragraph(self.text)}</div>'


def hint(exercise, level):
    """One of the three hints; before the first one, what the latest check has recognised."""
    checks.require(level in (1, 2, 3), f"level is {level!r}; expected 1, 2 or 3.")
    title = f"hint {level} for `{exercise.name}`: {KINDS[level - 1]}"
    latest = exercise.latest
    known = [latest.message] if level == 1 and latest and latest.mistake else []
    return Hint(title, "\n".join([*known, exercise.hints[level - 1]]))


def solution(exercise, reveal):
    """The source of the right function, or how to see it."""
    if not reveal:
        ask = f"To see it: `exercises.{exercise.name}.solution(reveal=True)`"
        return Hint(f"the solution of `{exercise.name}`", ask)
    return Hint(f"the solution of `{exercise.name}`", inspect.getsource(exercise.right).rstrip())


def evidence(exercise, case, given, right):
    """The case in lines: what went in, what was expected, what came out."""
    names = zip(exercise.names, case.args, strict=False)
    inputs = [f"{name} = {written(value)}" for name, value in names if is_shown(value)]
    if given.values is None:
        return inputs
    if case.complaint is not None:
        told = case.complaint(given.values)
        return [*inputs, *([told] if told else [])]
    return [*inputs, *differences(exercise, given, right)]


def differences(exercise, given, right):
    for name in exercise.order:
        got, expected = given.values[name], right.values[name]
        if not is_right(got, expected):
            title = f" {name}" if name else ""
            yield f"expected{title} {shaped(expected)}"
            yield f"received{title} {shaped(got)}"
            return


def is_shown(value):
    return isinstance(value, (np.ndarray, int, float)) and np.size(value) <= MOST


def shaped(array):
    shape = f"{array.shape}: " if array.ndim else ""
    return shape + (written(array) if array.size <= MOST else "...")


def written(value):
    with np.printoptions(precision=4, suppress=False, threshold=MOST, linewidth=76):
        return str(np.asarray(value)) if np.ndim(value) else f"{value:.6g}"
