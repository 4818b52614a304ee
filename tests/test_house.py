"""labnet keeps the rules of its house, and every rule names what breaks it."""

from pathlib import Path

import house_rules as rules
import pytest
from house import House

import labnet

LABNET = House(Path(labnet.__file__).parent)


def named(rule):
    return rule.__name__


@pytest.mark.parametrize("rule", rules.RULES, ids=named)
def test_labnet_keeps(rule):
    complaints = rule(LABNET)
    assert not complaints, "\n".join(complaints)


def test_labnet_is_read_as_a_whole():
    assert ("exercises", "notebook_03", "slips", "search") in LABNET.trees
    assert ("network",) in {arrow.source for arrow in LABNET.arrows}


def test_every_room_of_the_table_is_there():
    assert set(rules.RANK) <= {module[0] for module in LABNET.trees}


@pytest.fixture
def build(tmp_path):
    def build(files):
        """A House of these files, {"report/page.py": code}, with an __init__ in every folder."""
        root = tmp_path / "labnet"
        for name, code in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code, "utf-8")
        for folder in {root, *(path.parent for path in root.rglob("*.py"))}:
            (folder / "__init__.py").touch()
        return House(root)

    return build


# Everything here is allowed, though some of it comes close to what is not.
SOUND = {
    "__init__.py": "from .layers import Layer\nfrom .presets import presets\n",
    "support/__init__.py": "from . import checks\n",
    "support/checks/__init__.py": "from .values import require\n",
    "support/checks/values.py": "import numpy\nfrom ..errors import LabnetError\n",
    "support/errors.py": "class LabnetError(Exception): ...\n",
    "layers.py": "from .support import checks\n\n\nclass Layer: ...\n",
    "training.py": "from .layers import Layer\n",
    "presets.py": "from .layers import Layer\n\n\ndef presets(): ...\n",
    "plots/__init__.py": "from .graph import graph\n",
    "plots/graph.py": "from ..training import train\n\n\ndef graph(): ...\n",
    "recorded/__init__.py": "SWEEPS = {}\n",
    "recorded/__main__.py": "from . import SWEEPS\n",
    "study/__main__.py": "from .plans import a\nfrom .reports import a\n",
    "study/plans/a.py": "from ...presets import presets\n",
    "study/reports/a.py": "from ..plans import a\n",
    "course/copies.py": "from ..support import errors\n",
    "exercises/engine/rules.py": "from . import judging\nfrom ...support.checks import values\n",
    "exercises/engine/judging.py": "class Seen: ...\n",
    "exercises/notebook_01/exercises.py": "from ..engine import rules\n",
    "exercises/notebook_01/mistakes.py": "from . import exercises\n",
    "exercises/notebook_01/questions.py": "",
    "exercises/notebook_02/exercises.py": "from ..notebook_01.exercises import sigmoid\n",
    "exercises/notebook_02/mistakes.py": "from . import exercises\n",
    "exercises/notebook_02/questions.py": "",
    "exercises/folders.py": "from importlib import import_module\nimport_module('os')\n",
    "report/page.py": "class Page: ...\n",
    "report/export.py": "class Page: ...\n",  # two of one name, in one folder
}


@pytest.mark.parametrize("rule", rules.RULES, ids=named)
def test_a_sound_house_keeps(rule, build):
    assert rule(build(SOUND)) == []


# (rule, files that break it, what the complaint must say)
BROKEN = [
    (
        rules.support_imports_nothing_else,
        {"support/bars.py": "import os\n\nfrom ..layers import Layer", "layers.py": ""},
        ["labnet/support/bars.py, line 3: from ..layers import Layer"],
    ),
    (
        rules.engine_imports_support_only,
        {"exercises/engine/rules.py": "from ...layers import sigmoid", "layers.py": ""},
        ["labnet/exercises/engine/rules.py, line 1: from ...layers import sigmoid"],
    ),
    (
        rules.engine_imports_support_only,
        {"exercises/engine/rules.py": "from .. import questions", "exercises/questions.py": ""},
        ["labnet/exercises/engine/rules.py, line 1: from .. import questions"],
    ),
    (
        rules.nothing_imports_the_facade,
        {"__init__.py": "from .layers import Layer", "report/page.py": "from .. import Layer"},
        ["labnet/report/page.py, line 1: from .. import Layer"],
    ),
    (
        rules.nothing_imports_the_facade,
        {
            "__init__.py": "from .presets import presets",  # hides the module
            "presets.py": "",
            "report/page.py": "from .. import presets",
        },
        ["labnet/report/page.py, line 1: from .. import presets"],
    ),
    (
        rules.every_module_stands_in_a_room,
        {"cellar.py": "", "attic/trunk.py": ""},
        ["labnet/attic stands in no room", "labnet/cellar stands in no room"],
    ),
    (
        rules.arrows_run_one_way,
        {"training.py": "\nfrom .plots import graph", "plots/graph.py": ""},
        [
            "labnet/training.py, line 2: from .plots import graph: "
            "training may not import from plots"
        ],
    ),
    (
        rules.arrows_run_one_way,
        {"course/copies.py": "from ..layers import Layer", "layers.py": ""},
        ["labnet/course/copies.py, line 1: from ..layers import Layer"],
    ),
    (
        rules.imports_stand_where_they_are_seen,
        {"layers.py": "import importlib\nimportlib.import_module('labnet.plots')"},
        ["labnet/layers.py, line 2: an import that no rule can see"],
    ),
    (
        rules.no_circle,
        {"layers.py": "from . import losses", "losses.py": "def f():\n    from . import layers"},
        [
            "a circle in labnet: ",
            "labnet/layers.py, line 1: from . import losses",
            "labnet/losses.py, line 2: from . import layers",
        ],
    ),
    (
        rules.no_circle,
        {  # of the folders run and face; their modules form none
            "explorer/run/pins.py": "from ..face.wording import short",
            "explorer/run/seeds.py": "",
            "explorer/face/wording.py": "",
            "explorer/face/still.py": "from ..run import seeds",
        },
        [
            "a circle in labnet/explorer: ",
            "labnet/explorer/run/pins.py, line 1: from ..face.wording import short",
            "labnet/explorer/face/still.py, line 1: from ..run import seeds",
        ],
    ),
    (
        rules.no_circle,
        {  # of three, two floors down
            "exercises/notebook_03/slips/a.py": "from . import b",
            "exercises/notebook_03/slips/b.py": "from .c import value",
            "exercises/notebook_03/slips/c.py": "from .a import value",
        },
        ["a circle in labnet/exercises/notebook_03/slips: ", "a.py, line", "b.py, line", "c.py, l"],
    ),
    (
        rules.no_circle,
        {"plots/__init__.py": "from .graph import graph", "plots/graph.py": "from . import graph"},
        [
            "a circle in labnet/plots: ",
            "labnet/plots/__init__.py, line 1: from .graph import graph",
            "labnet/plots/graph.py, line 1: from . import graph",
        ],
    ),
    (
        rules.modules_have_names_of_their_own,
        {"plots/passes.py": "", "explorer/passes.py": ""},
        ["modules called passes: labnet/explorer/passes.py, labnet/plots/passes.py"],
    ),
    (
        rules.modules_have_names_of_their_own,
        {"exercises/notebook_01/questions.py": "", "study/questions.py": ""},
        ["labnet/exercises/notebook_01/questions.py, labnet/study/questions.py"],
    ),
    (
        rules.modules_have_names_of_their_own,
        {"study/plans/a.py": "", "study/reports/a.py": "", "study/a.py": ""},
        ["labnet/study/a.py, labnet/study/plans/a.py, labnet/study/reports/a.py"],
    ),
    (
        rules.classes_have_names_of_their_own,
        {"plots/passes.py": "class Place: ...", "report/page.py": "\nclass Place: ..."},
        ["classes called Place: labnet/plots/passes.py, line 1; labnet/report/page.py, line 2"],
    ),
    (
        rules.everything_has_a_name,
        {"report/page.py": "def _(): ...", "plots/graph.py": "def f():\n    class _: ..."},
        ["labnet/report/page.py, line 1: `_`", "labnet/plots/graph.py, line 2: `_`"],
    ),
]


@pytest.mark.parametrize(("rule", "files", "parts"), BROKEN)
def test_a_rule_names_what_breaks_it(rule, files, parts, build):
    complaints = "\n".join(rule(build(files)))
    assert all(part in complaints for part in parts), complaints


def test_every_rule_is_broken_once():
    assert {rule for rule, *_ in BROKEN} == set(rules.RULES)


WAYS = {
    "from ..layers import Layer": ("layers",),
    "from .. import layers": ("layers",),
    "from ..layers import *": ("layers",),
    "from labnet.layers import Layer": ("layers",),
    "from labnet import layers": ("layers",),
    "import labnet.layers as L": ("layers",),
    "def f():\n    from ..layers import Layer": ("layers",),
    "try:\n    pass\nfinally:\n    from ..layers import Layer": ("layers",),
    "import labnet.layers": ("__init__",),  # binds the name labnet
    "from ..support import checks": ("support", "checks", "__init__"),
    "from ..support.checks import values": ("support", "checks", "values"),
    "from ..support.checks import require": ("support", "checks", "__init__"),
    "from .page import Page": ("report", "page"),
    "from . import page": ("report", "page"),
}


@pytest.mark.parametrize("code", WAYS)
def test_every_way_to_import_is_seen(code, build):
    house = build(SOUND | {"report/export.py": code})
    ends = [arrow.target for arrow in house.arrows if arrow.source == ("report", "export")]
    assert ends == [WAYS[code]]


@pytest.mark.parametrize("code", ["import numpy", "from os.path import join", "import layers"])
def test_other_packages_draw_no_arrow(code, build):
    assert build({"layers.py": "", "report/export.py": code}).arrows == []
