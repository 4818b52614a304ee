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
MAGIC = re.compile(r"^(\s*)(?:[%!?]|\w[\w., ]*=\s*[%!])")
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
        return "\n".join(MAGIC.sub(r"\1pass  # ", line, 1) for line in self.source.split("\n"))

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
        """The names of the notebook that it gives a value, or part of one, as `x[0] = 1` does."""
        return set(bound(self.node))

    @cached_property
    def needs(self):
        """The names that it looks up in the notebook, now or when a function in it is called."""
        try:
            table = symtable(ast.unparse(self.node), "", "exec")
        except (SyntaxError, RecursionError, ValueError):
            return set()
        found = {one.get_name() for one in table.get_symbols() if one.is_referenced()}
        return (found | set(globals_in(table))) - set(dir(builtins))

    def defines(self, name):
        """Whether it makes a function or class of this name: not by `exercises.x.use(...)`."""
        return name in self.binds and not self.is_use

    @property
    def is_use(self):
        call = getattr(self.node, "value", None)
        return isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "use"

    @property
    def is_definition(self):
        return isinstance(self.node, (*DEFINITIONS, *IMPORTS))


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
    if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
        yield from (one.id for one in ast.walk(node.value) if isinstance(one, ast.Name))
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if isinstance(node, ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        yield from bound(child)


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
        last = [one for one in self.statements if one.defines(name)][-1:]
        if not last:
            return None
        picked = {last[0]: None}
        seen = {name}
        order = [one for need in sorted(last[0].needs) for one in self.needed(need, seen)]
        return Extract(name, self.cells, list(dict.fromkeys([*order, *picked])))

    def needed(self, name, seen):
        """The statements that give this name its value, each after those that it needs itself."""
        if name in seen:
            return
        seen.add(name)
        for one in self.binding(name):
            for need in sorted(one.needs):
                yield from self.needed(need, seen)
            yield one

    def binding(self, name):
        """The last definition; or else all that gives the name, or part of it, a value."""
        there = [one for one in self.statements if name in one.binds] or self.stars
        if not there or there[-1].is_definition:
            return there[-1:]
        if there[-1].is_use:
            return [one for one in there if not one.is_use][-1:] + there[-1:]
        return [one for one in there if not one.is_definition and not one.is_use]

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
    """A definition, and what it needs. statements : in the order in which they are to be run."""

    name: str
    cells: list
    statements: list

    @property
    def own(self):
        """The statement that defines it."""
        return self.statements[-1]

    @property
    def source(self):
        """The definition as the student has written it, without comments."""
        return ast.unparse(self.own.node)

    @property
    def message(self):
        """What a child is told: the cells, and which of their statements to run."""
        used = sorted({one.cell for one in self.statements})
        return {
            "name": self.name,
            "cells": [[self.cells[i].label, self.cells[i].text] for i in used],
            "picked": [[used.index(one.cell), one.place, one.which] for one in self.statements],
        }
