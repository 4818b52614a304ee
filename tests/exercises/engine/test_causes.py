"""Exceptions and their likely causes."""

import numpy as np
import pytest
from exercises.engine.handed_in import MuteError, right, sigmoid, throwing

from labnet.exercises.engine.causes import CAUSES, likely
from labnet.exercises.engine.verdict import RAISED


def no_return(z):
    right(z)


def caused(source):
    """The exception that a line raises, with numpy as np and an array of three as z."""
    try:
        exec(source, {"np": np, "z": np.arange(3.0), "none": no_return})
    except BaseException as error:
        return error
    raise AssertionError(source)


RAISING = {
    "name-without-value": "def f():\n x = y\n y = 1\nf()",
    "unknown-name": "expp(z)",
    "dots-left": "... * 2",
    "two-arguments-needed": "np.maximum(z)",
    "called-with-others": "(lambda a: a)(1, 2)",
    "no-power": "z ^ 2",
    "used-none": "none(z) * 2",
    "one-number-only": "import math; math.exp(z)",
    "array-into-entry": "z[0] = np.ones(3)",
    "whole-numbers-only": "a = np.arange(3); a += 0.5",
    "no-function": "z(3)",
    "index-into-number": "a = 1.0\na[0]",
    "loop-over-number": "for one in np.array(1.0): pass",
    "arithmetic-on-others": "[1] - z.tolist()",
    "tuple-for-array": "-(z, z)",
    "uneven-rows": "np.array([[1], [1, 2]])",
    "shape-in-brackets": "np.zeros(2, 3)",
    "one-thing-at-a-time": "[].append(1, 2)",
    "inner-sizes": "np.ones((2, 3)) @ np.ones((2, 3))",
    "shapes-apart": "np.ones(2) + z",
    "array-cannot-grow": "np.add(np.ones((3, 2)), 1, out=np.ones(2))",
    "if-on-array": "if z > 0: pass",
    "wrong-unpacking": "a, b = z",
    "reshaped-wrongly": "z.reshape(2, 2)",
    "log-of-nothing": "import math; math.log(0)",
    "unknown-entry": "{}['a']",
    "name-for-position": "z['a']",
    "index-too-far": "z[3]",
    "zero-below": "1 / 0",
    "natural-logarithm": "np.ln(z)",
    "unknown-in-module": "np.sigmoid(z)",
    "unknown-attribute": "z.nothing",
    "calls-itself": "f = lambda: f()\nf()",
    "own-assertion": "assert False",
    "leaves-python": "raise SystemExit",
    "out-of-memory": "raise MemoryError",
}
MORE_RAISING = [
    ("shape-in-brackets", "np.random.default_rng(0).random(4, 2)"),
    ("shape-in-brackets", "np.random.default_rng(0).normal(0.0, 1.0, 4, 2)"),
    ("shape-in-brackets", "np.random.default_rng(0).uniform(0, 1, 4, 2)"),
    ("one-thing-at-a-time", "[].extend([1], [2])"),
    ("tuple-for-array", "pair = (z, {})\npair['p']"),
    ("tuple-for-array", "(z, {}).shape"),
    ("tuple-for-array", "1 - (z, {})"),
    ("tuple-for-array", "(z, {}) > 0.5"),
    ("tuple-for-array", "pair = (z, {})\nnp.log(pair)"),
    ("tuple-for-array", "params = {'W': (z, 0.0)}\nnp.ones((2, 3)) @ params['W']"),
    ("tuple-for-array", "pair = (z, {})\npair * 2.0"),
    ("arithmetic-on-others", "[1.0] * 2.0"),
    ("used-none", "none(z).shape"),
    ("called-with-others", "(lambda a: a)(b=1)"),
    ("name-for-position", "steps = [z]\nsteps['a']"),
    ("one-number-only", "import math; math.exp(1000)"),
    ("one-number-only", "import math; math.exp('a')"),
    ("whole-numbers-only", "3 ** -np.arange(3)"),
    ("inner-sizes", "np.dot(np.ones((2, 3)), np.ones((2, 3)))"),
    ("index-into-number", "(1, 2)[0] = 3"),
    ("loop-over-number", "for one in 1.0: pass"),
    ("loop-over-number", "len(1.0)"),
    ("loop-over-number", "len(np.array(1.0))"),
    ("out-of-memory", "np.zeros(2**61)"),
    ("out-of-memory", "np.ones((2**40, 2**40))"),
    ("out-of-memory", "np.zeros(10**30)"),
    ("out-of-memory", "np.arange(1e300)"),
    ("out-of-memory", "np.broadcast_to(1.0, (2**40, 2**40))"),
    ("out-of-memory", "a = np.broadcast_to(1.0, 2**33)\nnp.meshgrid(a, a)"),
    ("out-of-memory", "[0] * 10**20"),
]


@pytest.mark.parametrize(("id", "source"), [*RAISING.items(), *MORE_RAISING])
def test_a_cause_is_named(id, source):
    assert likely(caused(source))[0] == id


def test_every_cause_is_reached_by_an_example():
    assert RAISING.keys() == {cause[0] for cause in CAUSES}


@pytest.mark.parametrize("source", ["np.zeros(-3)", "z.reshape(2**40, 2)", "np.int8(10**30)"])
def test_not_every_large_or_negative_number_is_a_large_array(source):
    assert (likely(caused(source)) or ("",))[0] != "out-of-memory"


def test_what_nobody_foresaw_has_no_cause():
    assert likely(ValueError("something else")) is None and likely(MuteError()) is None
    verdict = sigmoid.check(throwing(ValueError("something else")))
    assert (verdict.outcome, verdict.mistake) == (RAISED, None)
    assert "ValueError: something else" in verdict.evidence
