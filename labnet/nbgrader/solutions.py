"""Solutions: labnet's answers, in the regions that nbgrader takes out for the students."""

import ast
import inspect
from textwrap import dedent, indent

from .. import exercises

REGION = "### BEGIN SOLUTION\n{}\n### END SOLUTION"
BUG, NEW = exercises.find_the_bug, "exercises.find_the_bug.new({})"
SEED = 1  # grading runs the notebook again, and must plant the same mistake
FOUND = "layer, what = {!r}, {!r}"
CLAIM = """from labnet import BinaryCrossEntropy

{}
evidence = {}()
verdict = exercises.{}.judge(evidence)[0].split(" or ")[0]"""


def answer(source, path, name, given):
    """(the student's part with labnet's answer, what the check is given).

    source : the cell above the check. path, name : of the exercise. given : what it is given there.
    """
    if path != name:
        return claimed(path, name), "verdict, evidence"
    if name == BUG.name:
        return f"{source}\n\nlayer = what = ...\n{REGION.format(found())}", "layer, what"
    return written(source, inspect.getsource(getattr(exercises, name).right)), given


def claimed(path, name):
    code = inspect.getsource(getattr(exercises.claims, name).experiment)
    return f"evidence = verdict = ...\n{REGION.format(CLAIM.format(code, name, path))}"


def seeded(source):
    """The cell, with the same planted mistake in every run."""
    return source.replace(NEW.format(""), NEW.format(SEED))


def found():
    BUG.new(SEED)
    slip, layer = BUG.planted
    return FOUND.format(layer, slip.what)


def written(source, right):
    """The source, where the body of each function is that of the right one."""
    lines, right = source.splitlines(), dedent(right)
    bodies = {one.name: body(one, right.splitlines()) for one in functions(right)}
    for one in reversed(functions(source)):
        header = [*lines[one.lineno - 1 : one.body[0].lineno]]
        header[-1] = header[-1][: one.body[0].col_offset].rstrip()
        region = indent(REGION.format(bodies[one.name]), " " * (one.col_offset + 4))
        header = [line for line in header if line and "# your code" not in line]
        lines[one.lineno - 1 : one.end_lineno] = [*header, region]
    return "\n".join(lines)


def functions(source):
    """The functions that are defined at the top, or in a class there, in their order."""
    nodes = [one for node in ast.parse(source).body for one in (node, *getattr(node, "body", ()))]
    tops = [one for one in nodes if isinstance(one, ast.FunctionDef)]
    return [one for one in tops if not any(one in each.body for each in tops)]


def body(function, lines):
    """The lines of its body, without their indentation."""
    return dedent("\n".join(lines[function.body[0].lineno - 1 : function.end_lineno]))
