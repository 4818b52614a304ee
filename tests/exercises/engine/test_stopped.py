"""Where a function stopped: the student's own line, in whatever cell it stands."""

import re
import signal

import numpy as np
import pytest
from exercises.engine.handed_in import sigmoid, unfortunate

from labnet import exercises
from labnet.exercises.engine.verdict import RAISED
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import forward
from labnet.exercises.notebook_05.exercises import start


def test_an_exception_is_told_with_the_students_own_line_and_a_cause():
    verdict = sigmoid.check(unfortunate)
    assert (verdict.outcome, verdict.mistake) == (RAISED, "unknown-name")
    assert "misspelt" in verdict.message
    line, given, told = verdict.evidence
    assert given == "`unfortunate` was given  z 0"
    assert re.fullmatch(r"it stops at line \d+:  height = z / undefined_name.*", line)
    assert told == "NameError: name 'undefined_name' is not defined"


def test_the_line_is_the_last_one_of_the_student_not_of_a_library():
    def calls_a_library(z):
        return np.linalg.inv(z)

    first = sigmoid.check(calls_a_library).evidence[0]
    assert "np.linalg.inv(z)" in first


def test_a_product_of_matrices_that_fails_tells_the_sizes_only():
    told = sigmoid.check(lambda z: np.ones((2, 3)) @ np.ones((2, 3))).evidence[-1]
    assert "core dimension 0 (size 2 is different from 3)" in told


# A notebook's cells are modules of their own

LOOP = """def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p[0], y[:, :, 0, 0]))
    return losses, p
"""


def test_the_function_of_another_cell_is_named(cell):
    notebook = cell("def cross_entropy(p, y):\n    return np.mean(-y * np.log(p))\n")
    cell("def cross_entropy(p, y):\n    return len(1.0)\n")
    notebook |= {"start": start, "forward": lambda x, params: (np.ones((1, 1)), {})}
    notebook = cell(LOOP.replace("y[:, :, 0, 0]", "y"))
    first, second, *_, told = exercises.train.check(notebook["train"]).evidence
    assert first == "it stops in `cross_entropy`, at line 2:  return len(1.0)"
    assert second == "called at line 5:  losses.append(cross_entropy(p[0], y))"
    assert told.startswith("TypeError: ")


def test_labnets_own_function_is_named(cell):
    notebook = cell("")
    notebook |= {"start": start, "forward": forward, "cross_entropy": cross_entropy}
    notebook = cell(LOOP.replace("y[:, :, 0, 0]", "'y'"))
    first, *_ = exercises.train.check(notebook["train"]).evidence
    assert first.startswith("it stops in labnet's `cross_entropy`, called at line 5:  losses.app")


def test_ones_own_line_is_told_without_a_name(cell):
    notebook = cell("")
    notebook |= {"start": start, "forward": forward, "cross_entropy": cross_entropy}
    notebook = cell(LOOP)
    first, *_ = exercises.train.check(notebook["train"]).evidence
    assert first == "it stops at line 5:  losses.append(cross_entropy(p[0], y[:, :, 0, 0]))"


def test_a_method_is_named(cell):
    notebook = cell(
        "class MyNetwork:\n"
        "    def __init__(self, sizes, activation='sigmoid', rng=None):\n"
        "        self.a = sizes[7]\n"
    )
    first, *_ = exercises.MyNetwork.check(notebook["MyNetwork"]).evidence
    assert first == "it stops in `__init__`, at line 3:  self.a = sizes[7]"


ENDLESS = {
    "while True:": "def accuracy(p, y):\n    k = 0\n    while True:\n        k = helper(k)\n",
    "for k in range(10**12):": (
        "def accuracy(p, y):\n    for k in range(10**12):\n        for j in range(3):\n"
        "            helper(j)\n"
    ),
}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("line", ENDLESS)
def test_an_endless_loop_is_shown_by_its_first_line(cell, line, monkeypatch):
    monkeypatch.setattr(exercises.accuracy, "seconds", 0.2)
    cell("def helper(k):\n    for i in range(3):\n        k = k + 1\n    return k\n")
    notebook = cell(ENDLESS[line])
    verdict = exercises.accuracy.check(notebook["accuracy"])
    number = ENDLESS[line].split("\n").index(f"    {line}") + 1
    assert verdict.mistake == "endless-loop"
    assert verdict.evidence == (f"it was in the loop of line {number}:  {line}",)
