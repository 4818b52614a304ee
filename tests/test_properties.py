"""What must hold for every network: tried on networks, data and losses that are drawn at random."""

import copy
import pickle
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from labnet import (
    BinaryCrossEntropy,
    GradientDescent,
    LeakyReLU,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    check_gradients,
    loss_and_gradient,
    numerical_gradient,
    train,
)

KINKED = (ReLU, LeakyReLU)
WIDTHS = st.integers(1, 8)
ACTIVATIONS = st.sampled_from([None, Sigmoid, Tanh, ReLU, LeakyReLU, lambda: LeakyReLU(-0.5)])
REDUCTIONS = st.sampled_from(["mean", "sum"])
RUNS = st.sampled_from([None, 1, 3])
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def stacks(draw):
    """A function that makes the layers anew, and the widths at both ends."""
    widths = draw(st.lists(WIDTHS, min_size=2, max_size=5))
    pairs = list(zip(widths, widths[1:], strict=False))
    biases = [draw(st.booleans()) for _ in pairs]
    activations = [draw(ACTIVATIONS) for _ in pairs]
    squash = draw(st.booleans())

    def layers():
        chain = [Sigmoid()] if squash else []
        for (n_in, n_out), bias, activation in zip(pairs, biases, activations, strict=True):
            chain.append(Linear(n_in, n_out, bias=bias, bias_init="normal"))
            chain += [activation()] if activation else []
        return chain

    return layers, widths[0], widths[-1]


@st.composite
def problems(draw, runs=RUNS):
    """A network, X, y and a loss that fits its output."""
    layers, n_in, n_out = draw(stacks())
    rng = np.random.default_rng(draw(SEEDS))
    n, runs, reduction = draw(st.integers(1, 7)), draw(runs), draw(REDUCTIONS)
    crossed = draw(st.booleans())
    eps = draw(st.sampled_from([0.0, 1e-9, 0.1]))
    half = draw(st.booleans())
    loss = BinaryCrossEntropy(reduction, eps) if crossed else SquaredError(reduction, half)
    lead = () if runs is None or draw(st.booleans()) else (runs,)
    X = rng.normal(size=(*lead, n, n_in))
    y = rng.integers(0, 2, size=(n, n_out)).astype(float)

    def make(rng, runs=None):
        return Network(*layers(), *([Sigmoid()] if crossed else []), rng=rng, runs=runs)

    return make, rng, runs, X, y, loss


def nearest_kink(net, X):
    """The smallest |z| that meets a ReLU or LeakyReLU."""
    net.forward(X)
    v, distance = X, np.inf
    for layer in net.layers:
        if isinstance(layer, KINKED):
            distance = min(distance, np.abs(v).min())
        v = layer.forward(v)
    return distance


@given(problems())
def test_gradients_agree_with_central_differences(problem):
    make, rng, runs, X, y, loss = problem
    net = make(rng, runs)
    assume(nearest_kink(net, X) >= 1e-3)
    L, g = loss_and_gradient(net, X, y, loss)
    g, theta = g.copy(), net.theta.copy()

    def at(values):
        net.theta = values
        return loss_and_gradient(net, X, y, loss)[0]

    numeric = numerical_gradient(at, theta)
    norm = np.linalg.norm
    error = norm(g - numeric, axis=-1) / np.maximum(norm(g, axis=-1) + norm(numeric, axis=-1), 1e-8)
    assert np.max(error) < 1e-6, error
    net.theta = theta
    assert check_gradients(net, X, y, loss)


@given(problems(runs=st.just(3)), st.sampled_from([None, 1, 2]))
def test_runs_equal_single_networks(problem, batch_size):
    make, rng, runs, X, y, loss = problem
    net, rngs = make(rng.spawn(3)), copy.deepcopy(rng).spawn(3)
    net.theta, start = 0.5 * net.theta, 0.5 * net.theta
    settings = {"batch_size": batch_size, "schedule": "halve at half"}
    rates = np.array([1e-3, 2e-3, 5e-4])
    history = train(net, X, y, loss, GradientDescent(rates), 4, **settings)
    p = net.predict(X)
    for r in range(runs):
        one = make(rngs[r])
        one.theta, X_r = start[r], X[r] if X.ndim == 3 else X
        single = train(one, X_r, y, loss, GradientDescent(rates[r]), 4, **settings)
        np.testing.assert_allclose(p[r], one.predict(X_r), rtol=1e-10, atol=1e-12)
        np.testing.assert_allclose(history.losses[:, r], single.losses, rtol=1e-10, atol=1e-12)
        np.testing.assert_array_equal(history.accuracies[:, r], single.accuracies)


@given(problems(), st.integers(2, 4))
def test_duplicating_the_batch_leaves_a_mean_and_multiplies_a_sum(problem, times):
    make, rng, runs, X, y, loss = problem
    net, factor = make(rng, runs), times if loss.reduction == "sum" else 1
    L, dtheta = loss_and_gradient(net, X, y, loss)
    dtheta = dtheta.copy()
    copies = np.concatenate([X] * times, axis=-2), np.concatenate([y] * times, axis=-2)
    many, gradient = loss_and_gradient(net, *copies, loss)
    np.testing.assert_allclose(many, factor * L, rtol=1e-12)
    size = np.abs(dtheta).max() + 1e-300
    np.testing.assert_allclose(gradient / size, factor * dtheta / size, rtol=0, atol=1e-12)


@given(problems())
def test_the_order_of_the_examples_does_not_matter(problem):
    make, rng, runs, X, y, loss = problem
    net, order = make(rng, runs), rng.permutation(y.shape[-2])
    L, dtheta = loss_and_gradient(net, X, y, loss)
    dtheta = dtheta.copy()
    again, gradient = loss_and_gradient(net, X[..., order, :], y[..., order, :], loss)
    np.testing.assert_allclose(again, L, rtol=1e-12)
    size = np.abs(dtheta).max() + 1e-300
    np.testing.assert_allclose(gradient / size, dtheta / size, rtol=0, atol=1e-12)


@given(problems())
def test_predict_leaves_a_pending_backward_unchanged(problem):
    make, rng, runs, X, y, loss = problem
    net = make(rng, runs)
    p = net.forward(X)
    dp = rng.normal(size=p.shape)
    expected = net.backward(dp).copy()
    net.forward(X)
    np.testing.assert_array_equal(net.predict(X), p)
    net.predict(rng.normal(size=(2, net.n_in)))
    np.testing.assert_array_equal(net.backward(dp), expected)


@given(problems())
@settings(max_examples=30)
def test_save_and_load_is_the_identity(problem):
    make, rng, runs, X, *_ = problem
    net, other = make(rng, runs), make(rng, runs)
    with tempfile.TemporaryDirectory() as folder:
        net.save(Path(folder) / "net")
        other.load(Path(folder) / "net")
    np.testing.assert_array_equal(other.theta, net.theta)
    np.testing.assert_array_equal(other.predict(X), net.predict(X))


@given(problems(), st.sampled_from([copy.deepcopy, lambda net: pickle.loads(pickle.dumps(net))]))
def test_copies_are_whole_and_independent(problem, copied):
    make, rng, runs, X, y, loss = problem
    net = make(rng, runs)
    p, theta = net.predict(X), net.theta.copy()
    twin = copied(net)
    np.testing.assert_array_equal(twin.predict(X), p)
    for layer, name, _ in twin.parameters():
        assert np.shares_memory(getattr(layer, name), twin.theta)
        assert np.shares_memory(getattr(layer, "d" + name), twin.dtheta)
    train(twin, X, y, loss, GradientDescent(1e-3), 2)
    np.testing.assert_array_equal(net.theta, theta)
