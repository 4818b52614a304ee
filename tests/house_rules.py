"""The rules of the house: which module of labnet may import which, and which names are taken.

A rule takes a House and returns its complaints; each names the imports, or the places, that it
is about. `RULES` lists them all; test_house.py applies each one to labnet.
"""

import ast
import re
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from house import DEFINITIONS

# The rooms of labnet, from low to high. A room imports from those listed before it, never from one
# listed after it: the core trains a network, and has not heard of pictures, of sweeps or of the
# course. So whoever reads a room needs only what is listed before it, and whoever changes one can
# only break what is listed after it.
ROOMS = (
    "support",
    "spread layers losses saved network optimizers data batches history messages decisions "
    "gradients gradient_doubts gradient_table gradient_check training walk",  # the core
    "planar",
    "plots",
    "experiments",
    "presets",
    "study",
    "recorded",
    "course",
    "exercises",
    "nbgrader",
    "explorer",
    "report",
    "grade",
    "browser",
)
ALONE = ("course",)  # it knows files and no network: it imports from support only
RANK = {name: rank for rank, room in enumerate(ROOMS) for name in room.split()}
FACADE, ENTRANCE = ("__init__",), ("__main__",)  # of labnet itself: they stand in no room

SUPPORT, ENGINE = ("support",), ("exercises", "engine")

# One name in several folders is a plan where each of these modules does the same for its folder.
PARALLEL = (
    r"(.*/)?__(init|main)__",
    r"exercises/notebook_\d\d/(exercises|mistakes)",
    r"exercises/(notebook_\d\d/)?questions",  # the one above shows those of all notebooks
    r"study/(plans|reports)/[^/]+",
)
HIDING = ("import_module", "__import__")  # what imports by a name worked out while it runs
RULES = []


def rule(function):
    RULES.append(function)
    return function


def within(module, *folders):
    return any(module[: len(folder)] == folder for folder in folders)


# What a room may import


@rule
def support_imports_nothing_else(house):
    return leaving(house, SUPPORT, (SUPPORT,), "support imports from support only")


@rule
def engine_imports_support_only(house):
    allowed = (ENGINE, SUPPORT)
    return leaving(house, ENGINE, allowed, "the engine imports from itself and from support only")


def leaving(house, room, allowed, why):
    from_here = [arrow for arrow in house.arrows if within(arrow.source, room)]
    return [f"{arrow}: {why}" for arrow in from_here if not within(arrow.target, *allowed)]


@rule
def nothing_imports_the_facade(house):
    why = "name the module it comes from; the facade is for those outside"
    return [f"{arrow}: {why}" for arrow in house.arrows if arrow.target == FACADE]


@rule
def every_module_stands_in_a_room(house):
    homeless = {module[0] for module in house.trees} - {*RANK, *FACADE, *ENTRANCE}
    return [f"{house.name}/{name} stands in no room of ROOMS" for name in sorted(homeless)]


@rule
def arrows_run_one_way(house):
    ends = [(arrow, arrow.source[0], arrow.target[0]) for arrow in house.arrows]
    return [
        f"{arrow}: {room} may not import from {other}"
        for arrow, room, other in ends
        if room in RANK and other in RANK and not may_import(room, other)
    ]


def may_import(room, other):
    return other in (room, *SUPPORT) if room in ALONE else RANK[other] <= RANK[room]


# These import by name what is first needed later: the facade its rooms, the exercises a notebook's
# folder, the catalogue the mistakes beside an exercise. No rule sees where such an import leads.
BY_NAME = (
    ("__init__",),
    ("exercises", "__init__"),
    ("exercises", "folders"),
    ("exercises", "engine", "catalogue"),
)


@rule
def imports_stand_where_they_are_seen(house):
    found = (
        (module, node)
        for module, tree in house.trees.items()
        for node in ast.walk(tree)
        if module not in BY_NAME and getattr(node, "id", getattr(node, "attr", "")) in HIDING
    )
    return [f"{house.place(*one)}: an import that no rule can see" for one in found]


# No circles


@rule
def no_circle(house):
    """The modules and sub-folders of each folder import each other in no circle.

    Its __init__ is one of them: it may import the others as long as none imports from it.
    """
    folders = defaultdict(lambda: defaultdict(list))
    for arrow in house.arrows:
        folders[arrow.folder][arrow.step].append(arrow)
    found = {folder: (circle_of(steps), steps) for folder, steps in folders.items()}
    named = {"/".join((house.name, *folder)): both for folder, both in found.items()}
    return [told(name, circle, steps) for name, (circle, steps) in named.items() if circle]


def circle_of(steps):
    """[a, b, ..., a], where each imports the next; empty if there is none."""
    order = TopologicalSorter()
    for child, other in steps:
        order.add(child, other)
    try:
        order.prepare()
    except CycleError as error:
        return error.args[1][::-1]
    return []


def told(folder, circle, steps):
    lines = [f"a circle in {folder}: {' -> '.join(circle)}"]
    for step in pairwise(circle):
        first, *others = steps[step]
        lines.append(f"  {first}" + (f" (and {len(others)} more)" if others else ""))
    return "\n".join(lines)


# Names


@rule
def modules_have_names_of_their_own(house):
    modules = defaultdict(list)
    for module in house.trees:
        modules[module[-1]].append(module)
    return [
        f"modules called {name}: {', '.join(map(house.file, each))}"
        for name, each in modules.items()
        if len(each) > 1 and not any(are_parallel(each, plan) for plan in PARALLEL)
    ]


def are_parallel(modules, plan):
    return all(re.fullmatch(plan, "/".join(module)) for module in modules)


@rule
def classes_have_names_of_their_own(house):
    """Within one folder two classes may share a name; in two folders they may not."""
    places = defaultdict(lambda: defaultdict(list))
    for module, node in house.definitions(ast.ClassDef):
        places[node.name][module[:-1]].append(house.place(module, node))
    return [
        f"classes called {name}: {'; '.join(sum(folders.values(), []))}"
        for name, folders in places.items()
        if len(folders) > 1
    ]


@rule
def everything_has_a_name(house):
    found = house.definitions(*DEFINITIONS)
    return [f"{house.place(*one)}: `_` is no name" for one in found if one[1].name == "_"]
