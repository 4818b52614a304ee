"""Stopped: the line at which a student's function was stopped, and in which function that is."""

import ast
import linecache
import traceback

from ...support.errors import HERE, own_frames
from .given import told_arguments
from .judging import said
from .source import tree_of


def stopped_at(error, function, args=None):
    """Where it stopped, from the innermost line that is not labnet's outwards; what it raised.

    args : (name, value) of each argument of the call, where they are known.
    """
    given = told_arguments(error, name_of(function), args)
    return [*places(error, function), *given, f"{type(error).__name__}: {said(error)}"]


def places(error, function):
    frames = own_frames(error)
    if not frames:
        return []
    name, last = name_of(function), frames[-1]
    inner = called_by(last, error)
    if inner:
        return [f"it stops in labnet's `{inner}`, called at {line_of(last)}"]
    if last.name == name or last.name.startswith("<"):
        return [f"it stops at {line_of(last)}"]
    calls = [frame for frame in frames if frame.name == name][-1:]
    called = [f"called at {line_of(frame)}" for frame in calls]
    return [f"it stops in `{last.name}`, at {line_of(last)}", *called]


def name_of(function):
    try:
        return function.__name__
    except Exception:  # an object that answers no question about itself
        return ""


def called_by(last, error):
    """The name of labnet's function that the student's last line has called, or ""."""
    frames = traceback.extract_tb(error.__traceback__)
    inner = frames[len(frames) - frames[::-1].index(last) :]
    return inner[0].name if inner and inner[0].filename.startswith(HERE) else ""


def line_of(frame):
    return f"line {frame.lineno}:  {frame.line}"


# What took too long


def waiting_at(error):
    """The innermost line, as a list of one text or none."""
    return [f"it was at {line_of(frame)}" for frame in own_frames(error)[-1:]]


def looping_at(error):
    """The line of the loop in which it was, as a list of one text or none."""
    found = [(frame, loop) for frame in own_frames(error) for loop in loops(frame)]
    endless = [one for one in found if isinstance(one[1], ast.While)][-1:] or found[:1]
    return [told_loop(*one) for one in endless] or [
        f"it was at {line_of(frame)}" for frame in own_frames(error)[:1]
    ]


def told_loop(frame, loop):
    line = linecache.getline(frame.filename, loop.lineno).strip()
    return f"it was in the loop of line {loop.lineno}:  {line}"


def loops(frame):
    """The loops around the line of a frame, the outermost first."""
    nodes = ast.walk(tree_of(frame.filename))
    kinds = (one for one in nodes if isinstance(one, (ast.For, ast.While)))
    return sorted(
        (one for one in kinds if one.lineno <= frame.lineno <= one.end_lineno),
        key=lambda one: one.lineno,
    )
