"""Right answers as text, as they would stand in a cell: each with the helpers that it names."""

import ast
import builtins
import inspect
import re
import symtable
import textwrap
from functools import cache
from importlib import import_module

import nbformat
import notebook_rules as rules
from exercises.listed import SHEETS

from labnet.course import copies


@cache
def right_sources(number):
    """{exercise: the sources of right answers}, as far as they name what the notebook has.

    One that goes on with labnet.train, say, is right, but a person may be told of it.
    """
    module = import_module(f"exercises.notebook_{number}.right_answers")
    others = {one.name for one in SHEETS[number]}
    known = (names_bound(number) | set(dir(builtins))) - others - {"labnet"}
    return {
        name: [text for one in answers if (text := self_contained(one, name, module, known))]
        for name, answers in module.ANSWERS.items()
    }


def names_bound(number):
    """What the cells of a notebook define, import and assign."""
    notebook = nbformat.read(copies.find(number), as_version=4)
    tree = ast.parse("\n".join(cell.source for cell in rules.code_cells(notebook)))
    return set().union(*map(names_of, tree.body))


def names_of(statement):
    """The names that one statement binds."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(one.asname or one.name).split(".")[0] for one in statement.names}
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return {node.id for one in targets for node in ast.walk(one) if isinstance(node, ast.Name)}


def self_contained(answer, name, module, known):
    """The source under the exercise's name, its helpers first; None if it needs more than that.

    None, too, where it calls what labnet has of the same name: that is to be told of.
    """
    if not inspect.isroutine(answer) and not inspect.isclass(answer):
        return None
    text = textwrap.dedent(inspect.getsource(answer))
    if f"labnet.{name}" in text:
        return None
    own, helpers = answer.__name__, dict(top_level(module))
    while missing := free_names(text) - known - {own}:
        if not missing <= helpers.keys():
            return None
        text = "\n\n\n".join([*(helpers.pop(one) for one in sorted(missing)), text])
    return re.sub(rf"(?<!\.)\b{own}\b", name, text)


@cache
def top_level(module):
    """{name: source} of what a module defines or assigns, but for its imports and its ANSWERS."""
    text = inspect.getsource(module)
    made = (
        one for one in ast.parse(text).body if not isinstance(one, (ast.Import, ast.ImportFrom))
    )
    return {name: ast.get_source_segment(text, one) for one in made for name in names_of(one)}


def free_names(text):
    """The names that a source takes from outside."""
    table = symtable.symtable(text, "cell", "exec")
    made = {one.get_name() for one in table.get_symbols() if one.is_assigned()}
    return set(names_used(table)) - made


def names_used(table):
    """The global names that a scope, or one inside it, reads."""
    at_top = table.get_type() == "module"
    yield from (one.get_name() for one in table.get_symbols() if at_top or one.is_global())
    for child in table.get_children():
        yield from names_used(child)
