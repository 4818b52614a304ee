"""numerical_gradient, and loss_and_gradient beside it."""

import numpy as np
import pytest
from helpers import X, Y, generators, small_network

from labnet import (
    BinaryCrossEntropy,
    LabnetError,
    SquaredError,
    loss_and_gradient,
    numerical_gradient,
)

A = np.array([[2.0, -1.0, 0.5], [0.3, 1.0, 4.0], [-2.0, 0.1, 1.0]])


def test_a_function_whose_entries_depend_on_each_other():
    x = np.array([1.0, -2.0, 0.7])
    got = numerical_gradient(lambda x: x @ A @ x, x)  # exact for a quadratic, but for rounding
    np.testing.assert_allclose(got, (A + A.T) @ x, rtol=1e-9)


def test_the_shape_of_x_is_kept():
    x = np.arange(6.0).reshape(1, 2, 3)
    np.testing.assert_allclose(numerical_gradient(lambda x: (x**2).sum(), x), 2 * x, atol=1e-8)
    assert numerical_gradient(np.sin, 0.3).shape == ()


def test_the_error_is_of_second_order():
    errors = [abs(numerical_gradient(np.exp, 1.0, h=h) - np.e) for h in (1e-2, 1e-3)]
    assert errors[0] == pytest.approx(np.e * 1e-4 / 6, rel=1e-3)
    assert errors[0] / errors[1] == pytest.approx(100, rel=1e-2)


def test_x_stays_as_it_is_whatever_f_does():
    x = np.array([1.0, 2.0])
    seen = []

    def f(v):
        seen.append(v)
        v *= v
        return v.sum()

    np.testing.assert_allclose(numerical_gradient(f, x), [2.0, 4.0])
    np.testing.assert_array_equal(x, [1.0, 2.0])
    assert all(v is not x for v in seen)


def test_integers_and_lists():
    np.testing.assert_allclose(numerical_gradient(lambda x: (x**3).sum(), [1, 2]), [3, 12])
    np.testing.assert_allclose(numerical_gradient(lambda x: (x**3).sum(), np.array([2])), [12])


def test_runs_each_depend_on_their_own_row():
    x = np.random.default_rng(0).normal(size=(4, 3))
    got = numerical_gradient(lambda x: ((x @ A) * x).sum(axis=-1), x)
    np.testing.assert_allclose(got, x @ (A + A.T), rtol=1e-8)


def test_number_by_number_for_an_elementwise_function():
    z = np.array([[-1.0, 0.5], [2.0, 3.0]])
    np.testing.assert_allclose(numerical_gradient(np.tanh, z), 1 / np.cosh(z) ** 2, rtol=1e-8)
    np.testing.assert_allclose(numerical_gradient(lambda z: z, z), np.ones((2, 2)))


def test_f_must_return_a_number():
    with pytest.raises(LabnetError, match=r"f returned an array of shape \(1, 1\).*a number"):
        numerical_gradient(lambda x: x.sum(keepdims=True).reshape(1, 1), np.ones(3))


@pytest.mark.parametrize("loss", [SquaredError(), BinaryCrossEntropy("sum")], ids=repr)
@pytest.mark.parametrize("runs", [None, 3])
def test_loss_and_gradient(loss, runs):
    net = small_network(runs=runs)
    L, dtheta = loss_and_gradient(net, X.tolist(), Y.astype(int), loss)
    np.testing.assert_allclose(L, loss.forward(net.predict(X), Y), rtol=1e-13)

    def at(theta):
        net.theta = theta
        return loss.forward(net.predict(X), Y)

    np.testing.assert_allclose(dtheta, numerical_gradient(at, net.theta), rtol=1e-6, atol=1e-9)
    assert dtheta is net.dtheta


def test_runs_with_data_of_their_own():
    data, labels = np.stack([X, -X, 2 * X]), np.stack([Y, 1 - Y, Y])
    L, dtheta = loss_and_gradient(small_network(generators()), data, labels, SquaredError())
    for r, rng in enumerate(generators()):
        one, gradient = loss_and_gradient(small_network(rng), data[r], labels[r], SquaredError())
        assert L[r] == pytest.approx(one, rel=1e-13)
        np.testing.assert_allclose(dtheta[r], gradient, rtol=1e-12)
