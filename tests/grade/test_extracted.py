"""What a function needs goes with it, wherever it stands; the last definition counts."""

import pytest

from labnet.grade.child import compiled
from labnet.grade.extracted import Cell, Cells


def cells(*sources):
    return Cells([Cell(f"c{i}", source) for i, source in enumerate(sources)])


def value(*sources, name="f"):
    """What the function gives that is taken out of these cells."""
    message, space = cells(*sources).taken_out(name).message, {}
    for code in compiled(message["cells"], message["picked"]):
        exec(code, space)
    return space[name]()


SEVEN = {
    "alone": ["def f():\n    return 7"],
    "the last counts": ["def f():\n    return 1", "def f():\n    return 7"],
    "the last of one cell": ["def f():\n    return 1\ndef f():\n    return 7"],
    "constant below": ["def f():\n    return a", "a = 7"],
    "constant of a constant below": ["a = b + 1", "def f():\n    return a", "b = 6"],
    "helper": ["def g():\n    return h()\ndef h():\n    return 7", "def f():\n    return g()"],
    "import": ["import math as m, os", "def f():\n    return int(m.sqrt(49))"],
    "star": ["from math import *", "def f():\n    return int(sqrt(49))"],
    "lambda": ["f = lambda: 7"],
    "another name": ["def g():\n    return 7", "f = g"],
    "wrapped": ["def f():\n    return 6", "more = lambda h: lambda: h() + 1", "f = more(f)"],
    "dictionary filled": ["d = {}\nfor i in range(8):\n    d[i] = i", "def f():\n    return d[7]"],
    "in a condition": ["if True:\n    def f():\n        return 7"],
    "default": ["a = 7", "def f(b=a):\n    return b"],
    "class": ["class C:\n    pass", "C.__call__ = lambda self: 7", "f = C()"],
    "magic": ["%matplotlib inline\na = 7", "%%time\ndef f():\n    return a\n"],
    "help": ["def f():\n    return 7\nf?\n!ls"],
    "another cell is broken": ["def g(:\n", "def f():\n    return 7"],
    "use does not count": ["def f():\n    return 7", "f = exercises.f.use(f)"],
}  # fmt: skip


@pytest.mark.parametrize("sources", SEVEN.values(), ids=SEVEN)
def test_all_that_a_function_needs(sources):
    assert value(*sources) == 7


def test_local_names_bring_nothing():
    there = cells("a = print('no')", "def f():\n    a = 7\n    return a").taken_out("f")
    assert len(there.statements) == 1


def test_only_the_names_that_are_needed_are_imported():
    there = cells("from math import (sin,\n    cos)", "def f():\n    return sin(0)").taken_out("f")
    assert len(there.statements) == 2
    assert value("from math import (cos,\n    ceil)", "def f():\n    return ceil(6.5)") == 7


@pytest.mark.parametrize("source", ["", "g = 1", "f = exercises.f.use(f)", "f()", "def f(:"])
def test_what_does_not_define_it(source):
    assert cells(source).taken_out("f") is None


def test_a_cell_that_python_cannot_read_is_told_of():
    cell, why = cells("a = 1", "def f(z):\n    return z +\n").unreadable("f")
    assert cell.label == "c1" and why == "line 2: invalid syntax"
    assert cells("def g(:").unreadable("f") is None
