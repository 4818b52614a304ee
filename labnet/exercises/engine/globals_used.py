"""Globals used: variables of the notebook that a function reads in place of its arguments."""

import dis
import inspect
import re
from functools import partial

import numpy as np

ID = "notebook-variable"
SENTENCE = "Your {} uses the notebook's {}, not what it was given."
METHODS = "A method has its own arguments, and what `self` has kept for it."
MOST = 3  # names that are told

# The names of the course: n, x, W1, dz2, params, dtheta, ... but e may be Euler's number.
NOTATION = re.compile(
    "d?([abghijkmnptvwxyzLWX]|theta)[0-9]?|d?W_?[a-z]*|n_in|n_out|lrs?|epochs?|seed|alpha|beta[12]"
    "|sizes|params|grads|cache|loss(es)?"
)
CONSTANT = re.compile("[A-Z]{2}[A-Z0-9_]*")
LOADS, STORES = {"LOAD_GLOBAL", "LOAD_NAME"}, {"STORE_GLOBAL", "STORE_NAME"}


def by_globals(draws):
    """(id, sentence, hint) if the function reads data that belong to the notebook, or None."""
    draw = draws[0]
    names = data_read(draw.function) if draw.exercise.names else []
    if not names:
        return None
    more = ", …" if len(names) > MOST else ""
    listed = ", ".join(f"`{name}`" for name in names[:MOST]) + more
    if isinstance(draw.function, type):
        return ID, SENTENCE.format("class", listed), METHODS
    return ID, SENTENCE.format("function", listed), hints(names[:MOST], draw)


def data_read(function):
    """The names of all data of the notebook that the code of a function or class reads."""
    found = {}
    for one in functions(function):
        space = getattr(one, "__globals__", {})
        names = globals_of(one.__code__)
        found |= {name: None for name in names if name in space and is_data(name, space[name])}
    return list(found)


def functions(value):
    """The functions in it: its own, those of a class, or those of an object that can be called."""
    try:
        if isinstance(value, partial):
            value = value.func
        value = inspect.unwrap(getattr(value, "__func__", value))
        if inspect.isfunction(value):
            return [value]
        kind = value if isinstance(value, type) else type(value)
        members = (getattr(one, "__func__", one) for one in vars(kind).values())
        return [one for one in members if inspect.isfunction(one)]
    except Exception:  # an object that answers no question about itself
        return []


def globals_of(code):
    """The names that the code, and the functions in it, read without giving them a value."""
    steps = list(dis.get_instructions(code))
    own = {step.argval for step in steps if step.opname in STORES}
    read = [step.argval for step in steps if step.opname in LOADS and step.argval not in own]
    inner = (one for one in code.co_consts if inspect.iscode(one))
    return [*read, *(name for one in inner for name in globals_of(one) if name not in own)]


def is_data(name, value):
    """Whether it is an array or a generator, or a number or dictionary of the course's name."""
    if CONSTANT.fullmatch(name):
        return False
    if isinstance(value, (np.ndarray, np.random.Generator)):
        return True
    known = isinstance(value, (int, float, np.number, dict)) and not isinstance(value, bool)
    return known and NOTATION.fullmatch(name) is not None


def hints(names, draw):
    """Where the function finds what it should use: one sentence for each place."""
    given = arguments(draw)
    found = {place: told for place, told in (place_of(name, given) for name in reversed(names))}
    return " ".join(reversed(found.values()))


def arguments(draw):
    """(the exercise's name, the student's name, value) of each argument of the first case."""
    exercise, args = draw.exercise, draw.cases[0].args
    return list(zip(exercise.names, exercise.own_names(draw.function), args, strict=False))


def place_of(name, given):
    """(place, a sentence): the argument that holds it, or is it, or from which it is made."""
    holds = [own for _, own, value in given if isinstance(value, dict) and name in value]
    if holds:
        return holds[0], f"Take `{name}` from `{holds[0]}`."
    same = [own for known, own, _ in given if known.lower() == name.lower()]
    if same:
        return same[0], f"The one it was given is called `{same[0]}`."
    rows = [own for _, own, value in given if isinstance(value, np.ndarray) and value.ndim == 2]
    if name == "n" and rows:
        return name, f"`n` is the number of examples it was given: how many rows has `{rows[-1]}`?"
    listed = ", ".join(f"`{own}`" for _, own, _ in given)
    return "", f"All it needs is in {listed}, or is worked out from that inside."
