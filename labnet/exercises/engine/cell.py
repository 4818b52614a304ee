"""Cell: whether the cell that calls a check defines another function than it checks."""

import ast
import sys
from difflib import SequenceMatcher

from ...support.errors import HERE
from .attempt import is_stub
from .globals_used import functions, globals_of
from .progress import SHEETS
from .source import tree_of

OTHER = "This cell defines `{}`, but checks `{}`: give both the same name, and run it again."
LATER = "This cell defines `{}` below its check: what was checked is an older one."
TWICE = "This cell defines `{}` more than once: the last one counts."
ALIKE = 0.75  # of the letters of two names, in the same order


def remark_on_cell(exercise, function):
    """What to say where the cell defines a function that it does not check; or "".

    Only IPython has cells. In a script, and in a module that a notebook imports, all is silent.
    """
    frame = calling_frame()
    if not is_cell(frame):
        return ""
    file = frame.f_code.co_filename
    codes = [one.__code__ for one in functions(function)]
    return told(exercise.name, function, codes, file, tree_of(file)) if codes else ""


def calling_frame():
    """The frame of the code outside labnet that asked for the check."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(HERE):
        frame = frame.f_back
    return frame


def is_cell(frame):
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython and frame else None
    return shell is not None and frame.f_globals is shell.user_ns


def told(name, function, codes, file, tree):
    names, checked = list(defined(tree)), getattr(function, "__name__", name)
    older = all(code.co_filename != file for code in codes)
    if older and name in names:
        return LATER.format(name) if checked == name else OTHER.format(name, checked)
    used = {one for code in codes for one in globals_of(code)} | set(looked_at(tree))
    others = [one for one in names if one not in used and is_meant(one, name)]
    if others and (older or is_stub(function)):
        return OTHER.format(others[-1], checked)
    return TWICE.format(name) if names.count(name) > 1 else ""


def defined(tree):
    """The names of the functions and classes that a cell defines, in their order."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))


def looked_at(tree):
    """The names that the cell hands to a `check` or to `use`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("check", "use"):
            yield from (one.id for one in node.args if isinstance(one, ast.Name))


def is_meant(one, name):
    """Whether a function of this name may have been meant for the exercise of the other name."""
    if one == name:
        return False
    exercises = {each.name for sheet in SHEETS.values() for each in sheet}
    one, name = one.lower(), name.lower()
    same_words = sorted(one.split("_")) == sorted(name.split("_"))
    alike = SequenceMatcher(None, one, name).ratio() >= ALIKE
    return same_words or alike or one in {each.lower() for each in exercises}
