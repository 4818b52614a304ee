"""Variables of the notebook in place of arguments."""

import numpy as np
import pytest
from exercises.cells import checked

from labnet.exercises.engine.globals_used import data_read
from labnet.exercises.engine.verdict import RAISED, WRONG

FORWARD = """def forward(x, params):
    z1 = {x} @ {W1} + params["b1"]
    return sigmoid(z1), {{}}
"""
NETWORK = """class MyNetwork:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.params = {{"W1": rng.normal(size=sizes[:2])}}
    def forward(self, x):
        self.p = sigmoid(x @ self.params["W1"])
        return self.p
    def backward(self, y):
        return {{"dW1": {p} - y}}
    def step(self, lr):
        self.params["W1"] = self.params["W1"] - lr
"""
READ = {
    FORWARD.format(x="x", W1="W1"): ("`W1`", "Take `W1` from `params`."),
    FORWARD.format(x="X", W1='params["W1"]'): ("`X`", "is called `x`."),
    FORWARD.format(x="X", W1="W1"): ("`X`, `W1`", "is called `x`. Take `W1` from `params`."),
    "def output_gradient(p, y):\n return (p - y) / n": ("`n`", "how many rows has `y`?"),
    "def output_gradient(p, label):\n return (p - y) / len(label)": ("`y`", "called `label`."),
    "def output_gradient(p, y):\n return dp * p * (1 - p)": ("`dp`", "All it needs is in `p`, `y`"),
    "def sigmoid(x):\n return [1 / (1 + np.exp(-z)) for _ in x]": ("`z`", "called `x`."),
    "def make_linear(n):\n x = rng.random((n, 2))\n return x, x[:, :1]": ("`rng`", "`rng`"),
    "def gradient_step(params, g, lr):\n return {k: params[k] - lr * grads[k] for k in params}": (
        "`grads`",
        "called `g`.",
    ),
    NETWORK.format(p="p"): ("class uses the notebook's `p`", "`self`"),
}


@pytest.mark.parametrize("source", READ)
def test_a_variable_of_the_notebook_is_the_first_thing_to_say(source):
    names, hint = READ[source]
    verdict = checked(source)
    assert verdict.mistake == "notebook-variable" and not verdict.passed, verdict
    told, where = verdict.message.split("\n")
    assert f"{names}, not what" in told and hint in where, verdict


@pytest.mark.parametrize(
    "source",
    [
        "def output_gradient(p, y):\n n = len(y)\n return (y - p) / n",
        "def output_gradient(p, y):\n return (y - p * GRID + EPS) / len(y)",
        "def output_gradient(p, y):\n return (y - p + eps) / len(y)",
        "def output_gradient(p, y):\n def half(n):\n  return n\n return half(y - p)",
        "def output_gradient(p, y):\n return [(b - a) / len(p) for a, b in zip(y, p.mT)]",
        "def sigmoid(z):\n return 1 / (1 + np.linalg.norm(z))",
        "def output_gradient(p, y):\n global n\n n = len(y)\n return y / n",
        NETWORK.format(p="self.p"),
    ],
)
def test_constants_own_names_and_attributes_are_no_variables_of_the_notebook(source):
    verdict = checked(source)
    assert verdict.outcome in (WRONG, RAISED) and verdict.mistake != "notebook-variable", verdict


def test_a_right_function_may_read_what_it_likes():
    verdict = checked("def output_gradient(p, y):\n return (p - y) / len(y) + 0 * lr")
    assert verdict.passed


def test_whatever_can_be_called_is_searched():
    for value in (np.exp, 3, None, print, type, np.vectorize(abs)):
        assert data_read(value) == []
