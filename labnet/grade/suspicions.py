"""Suspicions: what a person should look at; none of it changes a verdict."""

import ast

MODULES = "assigns to an attribute of a module: {}"
ENDS = "calls what ends the process: {}"
SWALLOWS = "has a loop that swallows every exception"
LABNETS = "labnet's own function: {}"
ENDING = {"exit", "_exit", "quit", "abort", "kill", "killpg"}
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
        if isinstance(one, ast.Call):
            yield from flags_of_call(one, modules)
        if isinstance(one, (ast.While, ast.For)) and any(map(swallows, ast.walk(one))):
            yield SWALLOWS


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
    """Whether it is an `except` that takes in everything and raises nothing."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    kinds = [] if node.type is None else [getattr(one, "id", "") for one in ast.walk(node.type)]
    takes_all = node.type is None or EVERYTHING & set(kinds)
    leaves = (ast.Raise, ast.Return, ast.Break)
    return bool(takes_all) and not any(isinstance(one, leaves) for one in ast.walk(node))


def labnets_own(extract):
    """The flags for an answer that is made with labnet's own: `exercises.sigmoid.right`."""
    found = [
        LABNETS.format(ast.unparse(one))
        for statement in extract.statements
        if statement is extract.own or not statement.is_use
        for one in ast.walk(statement.node)
        if isinstance(one, ast.Attribute)
        and one.attr in ANSWERS
        and "exercises" in ast.unparse(one)
    ]
    return tuple(dict.fromkeys([*found, *imported_own(extract)]))


def imported_own(extract):
    """What has the exercise's name in labnet itself, imported or called."""
    for statement in extract.statements:
        for one in ast.walk(statement.node):
            of_labnet = isinstance(one, ast.ImportFrom) and (one.module or "").startswith("labnet")
            if of_labnet and any(each.name == extract.name for each in one.names):
                yield LABNETS.format(f"from {one.module} import {extract.name}")
            if is_labnets(one, extract.name):
                yield LABNETS.format(ast.unparse(one))


def is_labnets(node, name):
    return isinstance(node, ast.Attribute) and node.attr == name and root(node) == "labnet"


def is_assigned(node):
    return isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)
