"""Dictionary names: code that goes through a dictionary, and takes its names for its arrays."""

import ast
import builtins
from typing import NamedTuple

from .given import own_calls
from .source import tree_of

ID = "names-for-arrays"
SENTENCE = "Going through a dictionary gives its names: `{}` gives {}, and no arrays."
HINT = "`{0}.values()` gives its arrays, `{0}.items()` both, and `{0}[{1!r}]` the one of that name."
LOOPS = (ast.For, ast.comprehension)
SAME = {"list", "tuple", "sorted", "reversed", "iter"}  # what they go through, they give
ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
TEXTS = (ast.Constant, ast.JoinedStr)
SEVERAL = (ast.Tuple, ast.List)
KINDS = (TypeError, ValueError, AttributeError)  # what arithmetic with a text leads to
MOST = 2  # names that are told


class Passage(NamedTuple):
    """A place where code goes through something.

    node : the loop or the assignment. targets : what takes the names. source : what is gone
    through. split : whether each name is taken apart, as in `for a, b in grads`.
    """

    node: ast.AST
    targets: ast.AST
    source: ast.AST
    split: bool = False


def told_by_names(error):
    """(id, sentence, hint) where names in place of arrays have stopped a function, or None."""
    calls = list({(one.f_code, line): (one, line) for one, line in own_calls(error)}.values())
    frames = [frame for frame, _ in calls][::-1]
    for frame, line in reversed(calls):
        code = function_around(tree_of(frame.f_code.co_filename), line)
        for one in passages(code):
            found = value_of(one.source, frames)
            stopped = innermost(code, line, ast.stmt)
            if is_of_names(found) and is_blamed(one, stopped, frame, error):
                return told(ast.unparse(one.source), list(found))
    return None


def told(source, names):
    more = ", …" if len(names) > MOST else ""
    listed = ", ".join(map(repr, names[:MOST])) + more
    return ID, SENTENCE.format(source, listed), HINT.format(source, names[0])


def is_of_names(value):
    return isinstance(value, dict) and value and all(isinstance(name, str) for name in value)


# Where the code goes through something


def innermost(tree, line, *kinds):
    """The innermost node of these kinds around a line; the tree itself if there is none."""
    nodes = (one for one in ast.walk(tree) if isinstance(one, kinds))
    around = [one for one in nodes if one.lineno <= line <= one.end_lineno]
    return around[-1] if around else tree


def function_around(tree, line):
    return innermost(tree, line, ast.FunctionDef, ast.Lambda)


def passages(tree):
    for node in ast.walk(tree):
        if isinstance(node, LOOPS):
            yield from in_loop(node, node.target, node.iter)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], SEVERAL):
            yield Passage(node, node.targets[0], inside(node.value))


def in_loop(node, target, source):
    """The passages of a loop: of `zip` and `enumerate` one for each thing that they go through."""
    kind = called(source)
    if kind == "zip" and isinstance(target, SEVERAL):
        for one, other in zip(target.elts, source.args, strict=False):
            yield from in_loop(node, one, other)
    elif kind == "enumerate" and isinstance(target, SEVERAL) and len(target.elts) == 2:
        yield from in_loop(node, target.elts[1], source.args[0])
    else:
        yield Passage(node, target, inside(source), isinstance(target, SEVERAL))


def inside(source):
    """What is gone through, without a `list` or its like around it."""
    return inside(source.args[0]) if called(source) in SAME and source.args else source


def called(node):
    """The name of the function that is called here, or ""."""
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def value_of(source, frames):
    """The value of a name, or of an attribute such as `self.params`; None if it has none."""
    if isinstance(source, ast.Name):
        spaces = [space for frame in frames for space in (frame.f_locals, frame.f_globals)]
        return next((one[source.id] for one in spaces if source.id in one), None)
    if isinstance(source, ast.Attribute):
        kept = getattr(value_of(source.value, frames), "__dict__", {})
        return kept.get(source.attr)
    return None


# Whether a statement takes the names for arrays


def is_blamed(passage, stopped, frame, error):
    """Whether the statement that was stopped could not do with the names from this passage."""
    names = {one for one in names_in([passage.targets]) if is_text(frame.f_locals.get(one, ""))}
    if passage.split or stopped is passage.node:
        return bool(names.intersection(names_in(head(stopped))))
    return isinstance(error, KINDS) and bool(names.intersection(operands(head(stopped))))


def is_text(value):
    return isinstance(value, str)


def head(stopped):
    """The parts of a statement that run before the statements inside it."""
    if isinstance(stopped, ast.For):
        return [stopped.target, stopped.iter]
    return [stopped.test] if isinstance(stopped, (ast.If, ast.While)) else [stopped]


def names_in(nodes):
    found = (one for node in nodes for one in ast.walk(node))
    return [one.id for one in found if isinstance(one, ast.Name)]


def operands(nodes):
    """The names that arithmetic, a comparison of sizes or a function of arrays is applied to."""
    for node in nodes:
        for one in ast.walk(node):
            yield from (part.id for part in applied_to(one) if isinstance(part, ast.Name))


def applied_to(node):
    """What a node of the tree takes for numbers; a text has no place there."""
    if isinstance(node, ast.BinOp):
        both = node.left, node.right
        return () if any(isinstance(one, TEXTS) and not is_number(one) for one in both) else both
    if isinstance(node, ast.AugAssign):
        return node.target, node.value
    if isinstance(node, ast.UnaryOp):
        return (node.operand,)
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ORDERS):
        return node.left, *node.comparators
    if isinstance(node, ast.Attribute):
        return () if hasattr(str, node.attr) else (node.value,)
    return node.args if isinstance(node, ast.Call) and takes_arrays(node.func) else ()


def is_number(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float))


def takes_arrays(function):
    """Whether it is NumPy's, or a function of the notebook's own."""
    if isinstance(function, ast.Attribute):
        return function.attr == "dot" or getattr(function.value, "id", "") in ("np", "numpy")
    return isinstance(function, ast.Name) and not hasattr(builtins, function.id)
