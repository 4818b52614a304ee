"""Extracted: a function or class out of a notebook, and with it what it needs from there.

Python's own tree of each cell tells which names a statement binds and which it looks up. Nothing
is run here.
"""

import ast
import builtins
import re
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from symtable import symtable

SAME_CELL = ("time", "timeit", "capture", "prun")  # cell magics whose body is Python
MAGIC = re.compile(r"^(\s*)(?=[%!?]|\w[\w., ]*=\s*[%!]|[\w.]+\?{1,2}\s*$)")  # and `name?`
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)


@dataclass
class Cell:
    """A code cell. label : its id, or its place in the notebook. text : as Python reads it."""

    label: str
    source: str

    @cached_property
    def text(self):
        """The source without magics and shell commands; each line stays in its place."""
        first, *rest = self.source.split("\n") if self.source else [""]
        if first.startswith("%%"):
            kept = first[2:].split()[:1]
            return "\n".join(["", *rest]) if kept and kept[0] in SAME_CELL else ""
        if parsed(self.source)[0] is not None:
            return self.source
        return "\n".join(MAGIC.sub(r"\1pass  # ", line) for line in self.source.split("\n"))

    @cached_property
    def tree(self):
        """Its statements; None where Python cannot read them."""
        return parsed(self.text)[0]

    @property
    def problem(self):
        """Why Python cannot read it, in words."""
        return parsed(self.text)[1]


def parsed(text):
    try:
        return ast.parse(text), ""
    except SyntaxError as error:
        return None, f"line {error.lineno}: {error.msg}"
    except (ValueError, RecursionError, MemoryError) as error:
        return None, f"{type(error).__name__}: {error}"


@dataclass(frozen=True)
class Statement:
    """One statement of a cell. cell, place : where it stands.

    An import of several names is as many statements; which : the place of its name among them.
    """

    cell: int
    place: int
    node: ast.AST
    which: int = None

    @cached_property
    def binds(self):
        """The names of the notebook that it gives a value."""
        return set(bound(self.node))

    @cached_property
    def changes(self):
        """The names of which it changes a part, as `x[0] = 1` and `MyNetwork.step = step` do."""
        return set(changed(self.node))

    @cached_property
    def needs(self):
        """The names that it looks up in the notebook, now or when a function in it is called."""
        try:
            table = symtable(ast.unparse(self.node), "", "exec")
        except (SyntaxError, RecursionError, ValueError):
            return set()
        found = {one.get_name() for one in table.get_symbols() if one.is_referenced()}
        return (found | set(globals_in(table))) - set(dir(builtins))

    @property
    def is_use(self):
        call = getattr(self.node, "value", None)
        return isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "use"

    def begins(self, name):
        """Whether nothing that stood under this name before matters any more."""
        if isinstance(self.node, (*DEFINITIONS, *IMPORTS)):
            return name in self.binds
        plain = isinstance(self.node, (ast.Assign, ast.AnnAssign))
        return plain and name in self.binds and name not in self.needs


def globals_in(table):
    for inner in table.get_children():
        yield from (one.get_name() for one in inner.get_symbols() if one.is_global())
        yield from globals_in(inner)


def bound(node):
    """The names that a statement binds where it stands, not inside of a function or class."""
    if isinstance(node, DEFINITIONS):
        yield node.name
        return
    if isinstance(node, IMPORTS):
        yield from (one.asname or one.name.partition(".")[0] for one in node.names)
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if isinstance(node, ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        yield from bound(child)


def changed(node):
    """The names of what a statement writes into, where it stands."""
    if isinstance(node, (*DEFINITIONS, ast.Lambda)):
        return
    if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
        yield from (one.id for one in ast.walk(node.value) if isinstance(one, ast.Name))
    for child in ast.iter_child_nodes(node):
        yield from changed(child)


def parts(cell, place, node):
    if not isinstance(node, IMPORTS):
        return [Statement(cell, place, node)]
    return [Statement(cell, place, with_name(node, i), i) for i in range(len(node.names))]


def with_name(node, which):
    """An import of one of its names alone."""
    one = copy(node)
    one.names = [node.names[which]]
    return one


class Cells:
    """The code cells of one submission."""

    def __init__(self, cells):
        self.cells = cells
        self.statements = [
            one
            for i, cell in enumerate(cells)
            for place, node in enumerate(cell.tree.body if cell.tree else ())
            for one in parts(i, place, node)
        ]

    def taken_out(self, name):
        """The Extract of this name; None if the notebook does not define it."""
        own = self.binding(name, ())
        own = [one for one in own if not one.is_use]
        if not any(name in one.binds for one in own):
            return None
        seen = {name}
        needs = [need for one in own for need in sorted(one.needs)]
        order = [one for need in needs for one in self.needed(need, seen)]
        return Extract(name, self.cells, list(dict.fromkeys([*order, *own])), own)

    def needed(self, name, seen):
        """The statements that give this name its value, each after those that it needs itself."""
        if name in seen:
            return
        seen.add(name)
        for one in self.binding(name, self.stars):
            for need in sorted(one.needs):
                yield from self.needed(need, seen)
            yield one

    def binding(self, name, otherwise):
        """What makes the value of a name: from its last definition on, with what changes it later.

        An assignment that uses the name itself goes on from the statement before.
        """
        there = [one for one in self.statements if name in one.binds | one.changes]
        starts = [i for i, one in enumerate(there) if one.begins(name)]
        return there[max(starts, default=0) :] or list(otherwise)

    @property
    def stars(self):
        """`from numpy import *` may bring any name."""
        return [one for one in self.statements if "*" in one.binds]

    def unreadable(self, name):
        """(cell, why) of the last cell that Python cannot read and that defines this name."""
        pattern = re.compile(rf"(?m)^\s*(?:def|class)\s+{name}\b|^\s*{name}\s*=")
        broken = [cell for cell in self.cells if cell.tree is None and pattern.search(cell.source)]
        return (broken[-1], broken[-1].problem) if broken else None

    def names(self):
        """Every name that the notebook binds."""
        return set().union(*(one.binds for one in self.statements))


@dataclass
class Extract:
    """A definition, and what it needs. statements : in the order in which they are to be run.

    own : those of them that make the value of the name itself.
    """

    name: str
    cells: list
    statements: list
    own: list

    @property
    def source(self):
        """The definition as the student has written it, without comments."""
        return "\n".join(ast.unparse(one.node) for one in self.own)

    @property
    def message(self):
        """What a child is told: the cells, and which of their statements to run."""
        used = sorted({one.cell for one in self.statements})
        return {
            "name": self.name,
            "cells": [[self.cells[i].label, self.cells[i].text] for i in used],
            "picked": [[used.index(one.cell), one.place, one.which] for one in self.statements],
        }
