"""An epoch: the methods that the notebooks name are those that train, and their results count."""

import warnings
from importlib import import_module

import numpy as np
import pytest
from helpers import X, Y, small_network

from labnet import (
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    Linear,
    Network,
    Sigmoid,
    SquaredError,
    Tanh,
    explore,
    train,
)
from labnet.explorer.run import chain
from labnet.gradients import loss_and_gradient
from labnet.layers import MANY
from labnet.support import checks
from labnet.walk import walk

graph, histograms = (import_module(f"labnet.plots.{name}") for name in ("graph", "histograms"))
WORDS = (  # of the course, in their order
    (Network, "forward"),
    ("loss", "forward"),
    ("loss", "backward"),
    (Network, "backward"),
    (GradientDescent, "step"),
)
PASS = [f"{getattr(kind, '__name__', kind)}.{name}" for kind, name in WORDS]
LOSSES = [SquaredError, BinaryCrossEntropy]


@pytest.fixture
def told(monkeypatch):
    """A function of a class of loss; it returns the list of all calls: word, arguments, result."""

    def listen(loss):
        calls = []
        for (kind, name), word in zip(WORDS, PASS, strict=True):
            owner = loss if kind == "loss" else kind
            monkeypatch.setattr(owner, name, listening(getattr(owner, name), word, calls))
        return calls

    return listen


def listening(method, word, calls):
    def heard(self, *arguments):
        result = method(self, *arguments)
        calls.append((word, arguments, result))
        return result

    return heard


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize(("batch_size", "batches"), [(None, 1), (3, 3), (1, 7)])
def test_each_word_is_said_once_a_batch(told, loss, batch_size, batches):
    calls = told(loss)
    train(small_network(), X, Y, loss(), GradientDescent(0.1), 2, batch_size=batch_size)
    measured = [] if batch_size is None else PASS[:2]
    assert [word for word, _, _ in calls] == 2 * (batches * PASS + measured)


@pytest.mark.parametrize("loss", LOSSES)
def test_each_result_is_the_next_one_s_argument(told, loss):
    calls, net = told(loss), small_network()
    history = train(net, X, Y, loss(), GradientDescent(0.1), 1)
    (_, _, p), (_, given, L), (_, _, dp), (_, back, dtheta), (_, step, _) = calls
    assert given[0] is p and back[0] is dp and step[1] is dtheta and step[0] is net.theta
    assert history.losses[0] == L
    assert back[1] == ("z" if loss is BinaryCrossEntropy else "p")
    assert [one is net.z for one in given[2:]] == ([True] if loss is BinaryCrossEntropy else [])


@pytest.mark.parametrize("loss", LOSSES)
def test_a_gradient_twice_as_long_is_a_step_twice_as_long(monkeypatch, loss):
    steps = []
    for factor in (1, 2):
        monkeypatch.setattr(
            loss, "backward", lambda self, was=loss.backward, by=factor: by * was(self)
        )
        net = small_network()
        before = net.theta.copy()
        train(net, X, Y, loss(), GradientDescent(0.1), 1)
        steps.append(net.theta - before)
        monkeypatch.undo()
    np.testing.assert_allclose(steps[1], 2 * steps[0], rtol=1e-12)


@pytest.mark.parametrize("loss", LOSSES)
def test_the_explorer_says_the_same_words(told, loss):
    output = "sigmoid, cross-entropy" if loss is BinaryCrossEntropy else "sigmoid, squared error"
    e, calls = explore(output=output, hidden=(3,)), told(loss)
    e.train(4)
    spoken = [word for word, _, _ in calls]
    assert spoken[: 4 * len(PASS)] == 4 * PASS  # then it looks at what came out


@pytest.mark.parametrize("loss", LOSSES)
def test_pictures_and_explanations_walk_the_same_pass(monkeypatch, loss):
    """A layer that goes back otherwise is seen by all of them."""
    monkeypatch.setattr(Sigmoid, "backward", lambda self, da: 7 * da)
    net, one = small_network(), (X[:1], Y[:1])
    _, dtheta = loss_and_gradient(net, *one, loss())
    expected = dtheta[4:6]  # db1, which is dz1 of a single example
    _, _, gradients = walk(net, *one, loss())
    np.testing.assert_array_equal(gradients[0], [expected])
    np.testing.assert_array_equal(graph.columns_of(net, *one, loss())[1].gradients, expected)
    np.testing.assert_array_equal(histograms.inside(net, *one, loss())[1][0], [expected])
    np.testing.assert_array_equal(chain.follow(net, loss(), *one).arrays["dz1"], [expected])


@pytest.mark.parametrize("z", [-1000.0, 1000.0])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_far_out_the_cross_entropy_takes_z(z, label):
    net, loss = small_network(), BinaryCrossEntropy()
    net.theta = 0
    net.layers[2].b[...] = z
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        p = net.forward(X)
        L = loss.forward(p, np.full_like(p, label), net.z)
        dz = loss.backward()
        dtheta = net.backward(dz, loss.of)
        history = train(net, X, np.full_like(p, label), loss, GradientDescent(1e-9), 1)
    np.testing.assert_array_equal(dz, (p - label) / len(X))
    wrong = (z > 0) != (label == 1)
    assert L == history.losses[0] == (abs(z) if wrong else 0.0)
    assert np.isfinite(dtheta).all() and net.layers[2].db[0, 0] == pytest.approx(wrong * np.sign(z))


def test_the_gradient_of_z_needs_a_sigmoid_at_the_end():
    net = Network(Linear(2, 1), Tanh(), rng=np.random.default_rng(0))
    p = net.forward(X)
    with pytest.raises(LabnetError, match=r"no Sigmoid has made this network's p: Linear\(2, 1\)"):
        net.backward(p, of="z")
    with pytest.raises(LabnetError, match="of is 'a'; expected one of 'p', 'z'"):
        net.backward(p, of="a")
    with pytest.raises(LabnetError, match=r"z has shape \(1, 1\) and p has shape \(7, 1\)"):
        BinaryCrossEntropy().forward(abs(np.tanh(p)), Y, np.ones((1, 1)))


@pytest.mark.parametrize("runs", [(), (5,)])
@pytest.mark.parametrize("n", [1, MANY - 1, MANY, 100])
def test_db_is_the_plain_sum(runs, n):
    x, dz = (np.random.default_rng(0).normal(size=(*runs, n, k)) for k in (2, 3))
    net = Network(Linear(2, 3), rng=np.random.default_rng(0), runs=len(x) if runs else None)
    net.forward(x)
    net.layers[0].parameter_gradients(dz)
    expected = dz.sum(axis=-2, keepdims=True)
    np.testing.assert_allclose(net.layers[0].db, expected, rtol=1e-13, atol=1e-14)


def test_data_are_checked_without_a_forward_pass(told):
    calls = told(SquaredError)
    net, bad = small_network(), X.copy()
    bad[3, 0] = np.nan
    with pytest.raises(LabnetError, match="NaN or infinite"):
        train(net, bad, Y, SquaredError(), GradientDescent(0.1), 5)
    assert calls == []


def test_the_checks_stand_aside_within_a_training_only():
    net, bad = small_network(), np.full_like(X, np.inf)

    def schedule(epoch):
        net.forward(bad)  # as it comes from data that were checked
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        train(net, X, Y, SquaredError(), GradientDescent(0.1), 5, schedule=schedule)
    with pytest.raises(LabnetError, match="NaN or infinite"):
        net.forward(bad)
    with checks.once(), checks.once():
        pass
    with pytest.raises(LabnetError, match="NaN or infinite"):
        net.forward(bad)
