"""Given: the arguments of a call that was stopped, each by its name and its shape."""

import inspect
import traceback

import numpy as np

from ...support.errors import HERE, libraries
from .reading import article
from .verdict import WIDEST, cut

MOST = 12  # entries that are told
WORD = 20  # letters of a text


def told_arguments(error, name, args=None):
    """Lines for the function in which it stopped, and for the checked one, which has this name.

    args : (name, value) of each argument of the checked one; None if only its frame tells them.
    """
    frames = [frame for frame, _ in own_calls(error)]
    outer = next((one for one in frames[::-1] if one.f_code.co_name == name), None)
    inner = innermost(error, frames)
    if args is None and outer is not None:
        args = arguments_of(outer)
    told = [] if inner is None or inner.f_code.co_name == name else [inner]
    lines = [line for one in told for line in listed(one.f_code.co_name, arguments_of(one))]
    return [*lines, *listed(name, args or [])]


def own_calls(error):
    """(frame, line) of each call of the user's own functions, the outermost first."""
    calls, others = traceback.walk_tb(error.__traceback__), libraries()
    return [one for one in calls if not one[0].f_code.co_filename.startswith(others)]


def innermost(error, frames):
    """The frame in which it stopped: labnet's, if the last of these frames called it; or None."""
    if not frames:
        return None
    walked = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    after = walked[walked.index(frames[-1]) + 1 :][:1]
    if after and after[0].f_code.co_filename.startswith(HERE):
        return after[0]
    functions = [one for one in frames if one.f_code.co_name[0] != "<" or arguments_of(one)]
    return functions[-1] if functions else None


def arguments_of(frame):
    """(name, value) of each argument of a call, as it stands where the function was stopped."""
    code = frame.f_code
    starred = [inspect.CO_VARARGS, inspect.CO_VARKEYWORDS]
    count = (
        code.co_argcount + code.co_kwonlyargcount + sum(bool(code.co_flags & k) for k in starred)
    )
    there = [name for name in code.co_varnames[:count] if name in frame.f_locals]
    return [(name, frame.f_locals[name]) for name in there if name not in ("self", "cls", ".0")]


# In words


def listed(function, args):
    """What a function was given: on a line, and one more for each dictionary if it grows long."""
    told = [one for one in (described(*pair) for pair in args) if one]
    head = f"`{function}` was given" if function.isidentifier() else "it was given"
    line = "  ".join([head, *told])
    if not told or len(line) <= WIDEST:
        return [line] if told else []
    long = [one for one in told if ": " in one]
    short = [one for one in told if one not in long]
    return [*(["  ".join([head, *short])] if short else [head]), *(f"  {one}" for one in long)]


def described(name, value):
    """The name, and the shape of an array, the entries of a dictionary, or what else it is."""
    if isinstance(value, (dict, tuple, list)):
        return f"{name}: {'  '.join(entries(value)) or 'empty'}"
    return f"{name} {short(value)}"


def entries(value):
    pairs = value.items() if isinstance(value, dict) else [("", one) for one in value]
    told = [f"{name} {short(one)}".strip() for name, one in list(pairs)[: MOST + 1]]
    return [*told[:MOST], "…"] if len(told) > MOST else told


def short(value):
    """A shape, a number, or a word for anything else."""
    try:
        if isinstance(value, (np.ndarray, np.generic)):
            return str(value.shape) if np.ndim(value) else f"{value:.4g}"
        if value is None or isinstance(value, (int, float, str)):
            return f"{value:.4g}" if isinstance(value, float) else cut(repr(value), WORD)
        return article(type(value).__name__)
    except Exception:  # an object that answers no question about itself
        return "?"
