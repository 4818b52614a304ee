"""Whole passes, as they are written in a cell."""

import numpy as np
import pytest
from exercises.cells import checked

from labnet import exercises
from labnet.exercises.engine.judging import is_right
from labnet.exercises.engine.verdict import RAISED
from labnet.exercises.notebook_03.exercises import in_single_precision

BACKWARD = """def backward(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    W2, W3 = params["W2"], params["W3"]
    dz3 = (p - y) / len(y)
    da2 = {da2}
    dz2 = {times} * da2 * (a2 * (1 - a2))
    da1 = {da1}
    dz1 = {dz1}
    dW1, dW2, dW3 = x.mT @ dz1, a1.mT @ dz2, a2.mT @ dz3
    db1, db2, db3 = (dz.sum(axis=0, keepdims=True) for dz in (dz1, dz2, dz3))
    return {{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}}
"""
PARTS = {"da2": "dz3 @ W3.mT", "da1": "dz2 @ W2.mT", "times": 1, "dz1": "da1 * (a1 * (1 - a1))"}
FROM_DZ3 = "`da1` is made from `dz3`; what arrives at layer 2 is `dz2`."
OTHER_WEIGHTS = "goes through the weights of another layer"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"da1": "dz3 @ W2.mT"}, FROM_DZ3),
        ({"da1": "dz3 @ W2"}, FROM_DZ3),
        ({"da1": "dz3 @ W3.mT"}, FROM_DZ3),
        ({"da1": "dz3 @ W2.mT", "times": 2}, FROM_DZ3),
        ({"da1": "da2"}, FROM_DZ3),
        ({"da1": "-dz3 @ W3.mT", "dz1": "da1 * a1"}, FROM_DZ3),
        ({"da2": "dz3 @ W2.mT"}, OTHER_WEIGHTS),
        ({"da1": "dz2 @ W3.mT"}, OTHER_WEIGHTS),
    ],
)
def test_a_gradient_made_from_that_of_another_layer_is_told(parts, told):
    verdict = checked(BACKWARD.format(**PARTS | parts))
    assert verdict.outcome == RAISED and told in verdict.message, verdict


FORWARDS = """def forward(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = {times} * a1 @ params["W2"]{turned} + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {{"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, {p}}}
"""
STOPPED = [
    FORWARDS.format(times=1, turned=".mT", p="'p': p"),
    FORWARDS.format(times=1, turned=".mT", p=""),
    FORWARDS.format(times=2, turned=".mT", p="'p': p"),
    BACKWARD.format(**PARTS | {"da1": "dz2 @ W2"}),
    BACKWARD.format(**PARTS | {"da1": "7 * dz2 @ W2"}),
    BACKWARD.format(**PARTS | {"da2": "dz3 @ W3"}),
]


@pytest.mark.parametrize("source", STOPPED)
def test_where_numpy_stops_nothing_says_that_it_cannot_notice(source):
    verdict = checked(source)
    assert verdict.outcome == RAISED and "ValueError" in repr(verdict)
    assert "is not square, so NumPy stops" in verdict.message and "cannot" not in verdict.message


def test_a_cache_without_p_is_told_so():
    verdict = checked(FORWARDS.format(times=1, turned="", p=""))
    assert "the cache has no `p`." in verdict.message


FLAT = [
    BACKWARD.format(**PARTS).replace("axis=0, keepdims=True", "axis=0"),
]


@pytest.mark.parametrize("source", FLAT)
def test_a_flat_db_gets_a_remark(source):
    verdict = checked(source)
    assert verdict.passed and "has lost its axis" in verdict.message, verdict
    kept = source.replace("axis=0)", "axis=0, keepdims=True)")
    assert checked(kept).message == "That is right."


def test_no_drawn_pass_needs_more_digits_than_single_precision_has():
    rng, draw = np.random.default_rng(), exercises.backward.draw
    for case in (one for _ in range(400) for one in draw(rng) if one.plain):
        rough = exercises.backward.right(*map(in_single_precision, case.args))
        right = exercises.backward.right(*case.args)
        assert all(is_right(rough[name].astype(float), dv) for name, dv in right.items())
