"""Both losses against their formulas; cross-entropy far beyond where p rounds to 0 or 1."""

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest
from helpers import Y

from labnet import (
    BinaryCrossEntropy,
    LabnetError,
    Linear,
    Network,
    Sigmoid,
    SquaredError,
    loss_and_gradient,
    numerical_gradient,
    sigmoid,
)

P = np.random.default_rng(1).uniform(0.05, 0.95, size=(3, 7, 1))

# loss: L of one example, before the mean or sum
LOSSES = {
    "squared": (SquaredError, {}, lambda p, y: (p - y) ** 2),
    "half": (SquaredError, {"half": True}, lambda p, y: (p - y) ** 2 / 2),
    "cross-entropy": (
        BinaryCrossEntropy,
        {},
        lambda p, y: -y * math.log(p) - (1 - y) * math.log(1 - p),
    ),
    "eps": (
        BinaryCrossEntropy,
        {"eps": 0.1},
        lambda p, y: -y * math.log(p + 0.1) - (1 - y) * math.log(1 - p + 0.1),
    ),
}


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_value_and_gradient(name, reduction):
    make, options, one = LOSSES[name]
    loss, p = make(reduction, **options), P[0]
    values = [one(*pair) for pair in zip(p[:, 0], Y[:, 0], strict=True)]
    expected = sum(values) / (7 if reduction == "mean" else 1)
    assert loss.forward(p, Y) == pytest.approx(expected, rel=1e-14)
    dp = loss.backward()
    np.testing.assert_allclose(dp, numerical_gradient(lambda p: loss.forward(p, Y), p), rtol=1e-7)


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("reduction", ["mean", "sum"])
@pytest.mark.parametrize("labels", [Y, np.stack([Y, 1 - Y, Y])], ids=["shared y", "y of each run"])
def test_runs(name, reduction, labels):
    make, options, _ = LOSSES[name]
    loss, one = make(reduction, **options), make(reduction, **options)
    L, dp = loss.forward(P, labels), loss.backward()
    assert L.shape == (3,) and dp.shape == P.shape
    for r, y_r in enumerate(np.broadcast_to(labels, P.shape)):
        assert L[r] == pytest.approx(one.forward(P[r], y_r), rel=1e-14)
        np.testing.assert_allclose(dp[r], one.backward(), rtol=1e-14)


def test_the_mean_is_over_all_outputs():
    p, two = np.array([[0.5, 0.0]]), np.array([[1.0, 0.0]])
    assert SquaredError().forward(p, two) == 0.125
    assert SquaredError("sum").forward(p, two) == 0.25


def test_cross_entropy_where_p_is_0_or_1():
    p, labels = np.array([[0.0], [1.0]]), np.array([[1.0], [0.0]])
    bare, guarded = BinaryCrossEntropy("sum"), BinaryCrossEntropy("sum", eps=1e-9)
    assert bare.forward(p, labels) == math.inf
    np.testing.assert_array_equal(bare.backward(), [[-math.inf], [math.inf]])
    assert guarded.forward(p, labels) == pytest.approx(2 * 20.723, abs=1e-3)  # as report D prints
    np.testing.assert_allclose(guarded.backward(), [[-1e9], [1e9]])
    assert bare.forward(p, 1 - labels) == 0.0
    np.testing.assert_array_equal(bare.backward(), [[1.0], [-1.0]])


def one_weight(z):
    """A network whose only z is the number given, with x = 1 and w = z."""
    return Network(
        Linear(1, 1, bias=False, init=lambda *_: [[z]]), Sigmoid(), rng=np.random.default_rng(0)
    )


LOGITS = [-1000.0, -745.0, -700.0, -40.0, -1.5, -1e-9, 0.0, 1e-9, 1.5, 40.0, 700.0, 745.0, 1000.0]


@pytest.mark.parametrize("z", LOGITS)
@pytest.mark.parametrize("label", [0, 1])
def test_cross_entropy_after_sigmoid_is_exact(z, label):
    with localcontext() as context:
        context.prec = 1000  # so that 1 + exp(-1000) is more than 1
        L = (1 + (Decimal(z) * (1 - 2 * label)).exp()).ln()
        p = 1 / (1 + (-Decimal(z)).exp())
        dz = p - label
    got, dtheta = loss_and_gradient(one_weight(z), [[1]], [[label]], BinaryCrossEntropy())
    assert got == pytest.approx(float(L), rel=1e-14, abs=5e-324)
    assert dtheta[0] == pytest.approx(float(dz), abs=2e-16)


def test_chained_through_a_saturated_sigmoid_the_gradient_is_lost():
    """The textbook's eps keeps L finite, but p (1 - p) is exactly 0 where p rounds to 1."""
    net, wrong_class = one_weight(50.0), [[0]]
    L, dtheta = loss_and_gradient(net, [[1]], wrong_class, BinaryCrossEntropy(eps=1e-9))
    assert sigmoid(50.0) == 1.0
    assert pytest.approx(20.723, abs=1e-3) == L
    assert dtheta[0] == 0.0
    L, dtheta = loss_and_gradient(net, [[1]], wrong_class, BinaryCrossEntropy())
    assert (L, dtheta[0]) == (50.0, 1.0)


def test_chained_and_joined_agree_where_nothing_saturates():
    net, loss = one_weight(0.8), BinaryCrossEntropy()
    L, dtheta = loss_and_gradient(net, [[1]], [[1]], loss)
    L, dtheta = float(L), dtheta.copy()
    assert loss.forward(net.forward([[1]]), [[1]]) == pytest.approx(L, rel=1e-14)
    np.testing.assert_allclose(net.backward(loss.backward()), dtheta, rtol=1e-14)


@pytest.mark.parametrize("loss", [SquaredError(), BinaryCrossEntropy()], ids=repr)
def test_backward_before_forward(loss):
    with pytest.raises(LabnetError, match="call forward first"):
        loss.backward()


@pytest.mark.parametrize(
    "text",
    [
        "SquaredError('mean')",
        "SquaredError('sum', half=True)",
        "BinaryCrossEntropy('mean')",
        "BinaryCrossEntropy('sum', eps=1e-09)",
    ],
)
def test_repr_is_the_code_that_makes_the_loss(text):
    assert repr(eval(text)) == text


def test_the_largest_labels_are_refused_in_words():
    with pytest.raises(LabnetError, match=r"y holds 1e\+200"):
        BinaryCrossEntropy().forward([[0.5]], [[1e200]])
