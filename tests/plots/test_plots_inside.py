"""Histograms of the layers, and the slice through the loss surface: what stands in them."""

from copy import deepcopy

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt

from labnet import (
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    loss_and_gradient,
    plots,
    train,
    xor_data,
)
from labnet.plots.histograms import inside
from labnet.plots.surface import directions

X, Y = xor_data()
LOSSES = [BinaryCrossEntropy(), SquaredError(), BinaryCrossEntropy(eps=1e-9)]


@pytest.fixture(autouse=True)
def tidy():
    yield
    plt.close("all")


def network(seed=0):
    layers = Linear(2, 3), Sigmoid(), Linear(3, 4), ReLU(), Linear(4, 1), Sigmoid()
    return Network(*layers, rng=np.random.default_rng(seed))


@pytest.mark.parametrize("loss", LOSSES, ids=repr)
def test_the_gradients_inside_are_those_of_the_backward_pass(loss):
    net = network()
    activations, sums = inside(net, X, Y, loss)
    assert [a.shape[1] for a in activations] == [dz.shape[1] for dz in sums] == [3, 4, 1]
    assert np.allclose(activations[-1], net.predict(X))
    loss_and_gradient(net, X, Y, loss)
    for linear, x, dz in zip(net.layers[::2], [X, *activations], sums, strict=False):
        assert np.allclose(linear.dW, x.mT @ dz) and np.allclose(linear.db, dz.sum(axis=0))


def test_looking_changes_nothing():
    net, loss = network(), BinaryCrossEntropy()
    before = deepcopy(vars(net))
    plots.histograms({"now": net}, X, Y, loss)
    plots.loss_surface(net, X, Y, loss, np.random.default_rng(0))
    assert np.array_equal(net.theta, before["theta"]) and np.array_equal(
        net.dtheta, before["dtheta"]
    )
    assert "parameter_gradients" not in vars(net.layers[0])


def test_a_ridge_for_each_network_in_a_panel_for_each_layer():
    nets = {"start": network(), "later": network(1)}
    axes = plots.histograms(nets, X, Y, SquaredError())
    assert [ax.get_xlabel() for ax in axes[::2]] == ["$a1$", "$a2$", "$p$"]
    for ax in axes:
        assert [one.get_text() for one in ax.get_yticklabels()] == ["start", "later"]
    assert len({ax.get_xlim() for ax in axes[1::2]}) == 1


def test_a_ridge_counts_every_value():
    ax = plots.histograms({"now": network()}, X, Y, SquaredError())[0]
    heights, edges, _ = ax.patches[0].get_data()
    a1 = inside(network(), X, Y, SquaredError())[0][0]
    counts, _ = np.histogram(a1, edges)
    assert counts.sum() == a1.size and np.allclose(heights, 0.85 * counts / counts.max())


def test_a_gradient_of_zero_is_drawn_at_the_edge():
    net = network()
    net.theta[:] = -1.0  # every ReLU is silent
    ax = plots.histograms({"now": net}, X, Y, SquaredError())[3]
    assert ax.get_xlim()[0] < -11


def test_the_directions_are_as_long_as_each_part_of_the_network():
    net = network()
    net.layers[0].b[...] = [[1.0, 2.0, 3.0]]
    for one in directions(net, np.random.default_rng(0)):
        for _, _, where in net.parameters():
            assert np.linalg.norm(one[where]) == pytest.approx(np.linalg.norm(net.theta[where]))


def test_the_surface_holds_the_loss_of_the_network_in_the_middle():
    net, loss = network(), BinaryCrossEntropy()
    train(net, X, Y, loss, GradientDescent(0.3), 200)
    ax = plots.loss_surface(net, X, Y, loss, np.random.default_rng(0), reach=0.5)
    assert ax.get_xlim() == ax.get_ylim() == (-0.5, 0.5)
    (cross,) = (line for line in ax.lines if line.get_marker() == "x")
    assert (cross.get_xdata()[0], cross.get_ydata()[0]) == (0, 0)
    lowest = min(level for one in ax.collections for level in getattr(one, "levels", [np.inf]))
    assert lowest <= loss_and_gradient(net, X, Y, loss)[0]


def test_the_same_generator_gives_the_same_slice():
    pictures = []
    for _ in range(2):
        ax = plots.loss_surface(network(), X, Y, SquaredError(), np.random.default_rng(3))
        ax.figure.canvas.draw()
        pictures.append(np.asarray(ax.figure.canvas.buffer_rgba()).copy())
    assert np.array_equal(*pictures)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: plots.histograms({}, X, Y, SquaredError()), "not empty"),
        (lambda: plots.histograms(network(), X, Y, SquaredError()), "must be a dict"),
        (lambda: plots.histograms({"now": 3}, X, Y, SquaredError()), "one Network"),
        (lambda: plots.loss_surface(network(), X, Y, SquaredError(), 0), "random generator"),
        (
            lambda: plots.loss_surface(
                network(), X, Y, SquaredError(), np.random.default_rng(0), reach=0
            ),
            "above 0",
        ),
    ],
)
def test_bad_input_is_refused_with_a_sentence(call, told):
    with pytest.raises(LabnetError, match=told):
        call()
