"""How the results were made: in which order, without errors, and over how many seeds."""

import ast
from math import inf

from .code import parsed

DISCUSSION = "4."
LEAST = 20  # seeds behind a claim
USUAL = 100  # of a sweep that does not say


def not_run(report):
    return [] if report.has_run or not report.code else [{}]


def out_of_order(report):
    counts = [cell.execution_count for cell in report.code if cell.source.strip()]
    increasing = None not in counts and counts == sorted(set(counts))
    return [] if increasing else [{}]


def errors(report):
    for section in report.sections:
        for cell in section.code:
            for output in cell.outputs:
                if output.output_type == "error":
                    yield {"section": section.name, "error": f"{output.ename}: {output.evalue}"}


def one_run_only(report):
    """The parts of the discussion in which no cell trains, or uses, many runs."""
    many = cells_of_many_runs(report)
    for section in report.headed:
        discussed = section.number.startswith(DISCUSSION)
        if discussed and not any(id(cell) in many for cell in section.code):
            yield {"section": section.name, "least": LEAST}


def cells_of_many_runs(report):
    """The id() of the cells that train many runs, or use what such a cell has made."""
    settings, names, found = {}, set(), set()
    for cell in report.code:
        for statement in parsed(cell).body:
            settings |= constants(statement)
            if trains_many(statement, settings) or names & used(statement):
                names |= bound(statement)
                found.add(id(cell))
            else:
                names -= bound(statement)
    return found


def constants(statement):
    """{name: number} of a line such as SEEDS = 30."""
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
        return dict.fromkeys(bound(statement), size(statement.value, {}))
    return {}


def trains_many(statement, settings):
    calls = (node for node in ast.walk(statement) if isinstance(node, ast.Call))
    return any(seeds(call, settings) >= LEAST for call in calls)


def seeds(call, settings):
    """How many runs a call trains: of a sweep its seeds, elsewhere `runs`; 1 for any other."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = {one.arg: one.value for one in call.keywords}
    if name == "sweep":
        listed = given.get("seeds", call.args[3] if len(call.args) > 3 else None)
        return USUAL if listed is None else size(listed, settings)
    if name == "over_seeds":
        return size(call.args[0], settings) if call.args else USUAL
    return size(given["runs"], settings) if "runs" in given else 1


def size(node, settings):
    """The number that this code stands for, or the length of its list; inf where one can't see."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, int) else 1
    if isinstance(node, ast.Name):
        return settings.get(node.id, inf)
    if isinstance(node, (ast.List, ast.Tuple)):
        return len(node.elts)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range" and node.args:
        ends = [size(one, settings) for one in node.args]
        return ends[0] if len(ends) == 1 else ends[1] - ends[0]
    return inf


def used(statement):
    return names_in(statement, ast.Load)


def bound(statement):
    """What has a value after it; not what is bound inside of a function only."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    return names_in(statement, ast.Store)


def names_in(statement, context):
    """Without those of its comprehensions, as in [one for one in results]."""
    inner = (node for node in ast.walk(statement) if isinstance(node, ast.comprehension))
    local = {name.id for node in inner for name in names_of(node.target)}
    return {name.id for name in names_of(statement) if isinstance(name.ctx, context)} - local


def names_of(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
