"""Suspicions: what a person should look at; none of it changes a verdict."""

import ast

from .extracted import bound

MODULES = "assigns to an attribute of a module: {}"
ENDS = "calls what ends the process: {}"
SWALLOWS = "has a loop that swallows every exception"
LABNETS = "labnet's own function: {}"
ENDING, NAMED = {"exit", "quit"}, {"_exit", "abort", "kill", "killpg", "SystemExit"}
EVERYTHING = {"BaseException", "KeyboardInterrupt", "SystemExit"}
ANSWERS = {"right", "solution"}
SETTERS = {"setattr", "delattr"}


def suspicions(notebook):
    """The flags of a whole notebook."""
    nodes = [one.node for one in notebook.statements]
    modules = set().union(*map(imported, nodes))
    found = [flag for node in nodes for flag in flags_of(node, modules)]
    return tuple(dict.fromkeys(found))


def imported(node):
    """The names under which a statement imports modules, or things of labnet."""
    for one in ast.walk(node):
        if isinstance(one, ast.Import):
            yield from (each.asname or each.name.partition(".")[0] for each in one.names)
        if isinstance(one, ast.ImportFrom):
            whole = (one.module or "").partition(".")[0] in ("labnet", "numpy")
            yield from (each.asname or each.name for each in one.names if whole)


def flags_of(node, modules):
    for one in ast.walk(node):
        if is_assigned(one) and root(one) in modules:
            yield MODULES.format(ast.unparse(one))
        if NAMED & set(names_in(one)):
            yield ENDS.format(ast.unparse(one))
        if isinstance(one, ast.Call):
            yield from flags_of_call(one, modules)
        if isinstance(one, (ast.While, ast.For)) and any(map(swallows, ast.walk(one))):
            yield SWALLOWS


def names_in(node):
    """The names that one part of a tree has itself."""
    if isinstance(node, ast.alias):
        return [node.name]
    return [getattr(node, "attr", ""), getattr(node, "id", "")]


def flags_of_call(call, modules):
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in ENDING:
        yield ENDS.format(ast.unparse(call.func))
    if name in SETTERS and call.args and root(call.args[0]) in modules:
        yield MODULES.format(ast.unparse(call)[:80])


def root(node):
    """The name at the beginning of `np.random.rand`, or of `sys.modules["numpy"].exp`."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return getattr(node, "id", "")


def swallows(node):
    """Whether it is a `try` that takes in everything, and does not go out of the loop then."""
    if not isinstance(node, ast.Try):
        return False
    if any(isinstance(one, ast.Continue) for each in node.finalbody for one in ast.walk(each)):
        return True
    return any(takes_all(one) and not leaves(one) for one in node.handlers)


def takes_all(handler):
    kinds = ast.walk(handler.type) if handler.type else ()
    return not handler.type or bool(EVERYTHING & {getattr(one, "id", "") for one in kinds})


def leaves(handler):
    return any(isinstance(one, (ast.Raise, ast.Return, ast.Break)) for one in ast.walk(handler))


def labnets_own(extract):
    """The flags for an answer that is made with labnet's own: `exercises.sigmoid.right`."""
    found = [
        LABNETS.format(ast.unparse(one))
        for statement in extract.statements
        if not statement.is_use
        for one in ast.walk(statement.node)
        if isinstance(one, ast.Attribute)
        and one.attr in ANSWERS
        and "exercises" in ast.unparse(one)
    ]
    return tuple(dict.fromkeys([*found, *imported_own(extract)]))


def imported_own(extract):
    """What has the exercise's name in labnet itself, imported or called."""
    nodes = [one for statement in extract.statements for one in ast.walk(statement.node)]
    ours = {"labnet"}.union(*(map(bound, filter(is_of_labnet, nodes))))
    for one in filter(is_of_labnet, nodes):
        if any(each.name == extract.name for each in one.names):
            yield LABNETS.format(ast.unparse(one))
    for one in nodes:
        called = isinstance(one, ast.Attribute) and one.attr == extract.name
        if called and root(one) in ours - {"exercises"}:
            yield LABNETS.format(ast.unparse(one))


def is_of_labnet(node):
    return isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "labnet"


def is_assigned(node):
    return isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)
