"""Variables of notebook 05 in place of arguments."""

import numpy as np
import pytest

from labnet import exercises
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step
from labnet.exercises.notebook_05.exercises import MyNetwork, make_xor, start

GLOBAL_X = """def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(X, params)
        losses.append(cross_entropy(p, Y))
        params = gradient_step(params, backward(Y, cache, params), lr)
    return losses, forward(X, params)[0]
"""
GLOBAL_P = """class MyNetwork(Right):
    def backward(self, y):
        self.a[-1] = p
        return super().backward(y)
"""
GLOBAL_K = """class MyNetwork(Right):
    def backward(self, y):
        dW1 = self.a[0].mT @ dz1
        return super().backward(y) | {"dW1": dW1}
"""


@pytest.mark.parametrize(
    ("name", "source", "variable"),
    [("train", GLOBAL_X, "X"), ("MyNetwork", GLOBAL_P, "p"), ("MyNetwork", GLOBAL_K, "dz1")],
)
def test_a_variable_of_the_notebook_comes_first(cell, name, source, variable):
    notebook = cell("")
    x, y = make_xor()
    notebook |= {"start": start, "forward": forward, "backward": backward, "Right": MyNetwork}
    notebook |= {"gradient_step": gradient_step, "cross_entropy": cross_entropy}
    notebook |= {"X": x + 0.01, "Y": y, "p": np.full((21, 1), 0.5), "dz1": np.ones((21, 3))}
    verdict = getattr(exercises, name).check(cell(source)[name])
    assert verdict.mistake == "notebook-variable" and f"`{variable}`" in verdict.message
