"""The way back through a layer."""

import pytest
from exercises.cells import checked

from labnet.exercises.engine.verdict import WRONG

LINEAR = """def linear_backward(dz, x, W):
    dx, dW, db = dz @ W.mT, x.mT @ dz, dz.sum(axis=0, keepdims=True)
    {}
"""
LAYERS = {
    "return dx, W.mT @ dz, db": "For `dW` you use W.",
    "return dx, W @ dz, db": "For `dW` you use W.",
    "return dx, dz @ W.mT, db": "For `dW` you use W.",
    "return dx, W.mT @ dz, -db": "For `dW` you use W.",
    "return dW, dx, db": "come back in another order",
    "return dz @ x.mT, dW, db": "`dx`: this is `dz @ x.T`",
}


@pytest.mark.parametrize("line", LAYERS)
def test_what_is_in_the_place_of_what_is_told(line):
    assert LAYERS[line] in checked(LINEAR.format(line)).message


def test_where_numpy_does_not_stop_it_is_said_to_be_unable_to_notice():
    verdict = checked(LINEAR.format("return dz @ W, dW, db"))
    assert verdict.outcome == WRONG and "NumPy cannot notice" in verdict.message


def test_behind_the_name_of_an_array_the_sentence_goes_on():
    verdict = checked(LINEAR.format("return dx, 3.7 * dW, db"))
    assert verdict.message.startswith("`dW`: ") and verdict.message[6].islower(), verdict


FLAT = [
    LINEAR.format("return dx, dW, dz.sum(axis=0)"),
]


@pytest.mark.parametrize("source", FLAT)
def test_a_flat_db_gets_a_remark(source):
    verdict = checked(source)
    assert verdict.passed and "has lost its axis" in verdict.message, verdict
    kept = source.replace("axis=0)", "axis=0, keepdims=True)")
    assert checked(kept).message == "That is right."
