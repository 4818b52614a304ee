"""Weight decay: the slope of weight_decay / 2 times all squared weights, and of no bias."""

import numpy as np
import pytest
from helpers import X, Y, flat_backward, flat_forward, flat_parameters, generators, small_network

from labnet import (
    AdaGrad,
    Adam,
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    Linear,
    Momentum,
    Network,
    Sigmoid,
    SquaredError,
    Tanh,
    numerical_gradient,
    train,
)
from labnet.gradients import loss_at

OPTIMIZERS = {
    "descent": lambda: GradientDescent(0.2),
    "momentum": lambda: Momentum(0.05),
    "adagrad": lambda: AdaGrad(0.1),
    "adam": lambda: Adam(0.02),
}


def deep_network(rng=None, runs=None):
    """Biases in some of its layers only, none of them 0."""
    layers = Linear(2, 3, bias_init="normal"), Tanh(), Linear(3, 3, bias=False), Sigmoid()
    last = Linear(3, 1, bias_init="normal"), Sigmoid()
    return Network(*layers, *last, rng=rng or np.random.default_rng(2), runs=runs)


def squared_weights(net):
    return sum((layer.W**2).sum(axis=(-2, -1)) for layer in net.layers if layer.shapes)


@pytest.mark.parametrize("make", [small_network, deep_network])
@pytest.mark.parametrize("runs", [None, 3])
@pytest.mark.parametrize("loss", [SquaredError("sum"), BinaryCrossEntropy()], ids=repr)
@pytest.mark.parametrize("weight_decay", [1e-3, 0.7])
def test_the_whole_gradient_agrees_with_nudging(make, runs, loss, weight_decay):
    net = make(runs=runs)
    before = net.theta.copy()

    def penalised(theta):
        net.theta = theta
        return loss_at(net, X, Y, loss) + weight_decay / 2 * squared_weights(net)

    numeric = numerical_gradient(penalised, before)
    net.theta = before
    plain = loss_at(net, X, Y, loss)
    history = train(net, X, Y, loss, GradientDescent(1), 1, weight_decay=weight_decay)
    np.testing.assert_allclose(before - net.theta, numeric, rtol=1e-6, atol=1e-8)
    np.testing.assert_array_equal(history.losses[0], plain)  # without the penalty


@pytest.mark.parametrize("batch_size", [None, 1, 3])
def test_a_whole_training_beside_plain_numpy(batch_size):
    net = small_network()
    params, size = flat_parameters(net), batch_size or len(X)
    for epoch in range(30):
        for start in range(0, len(X), size):
            rows = slice(start, start + size)
            grads = flat_backward(Y[rows], flat_forward(X[rows], params)[1], params)
            for name in params:
                decay = 0.1 * params[name] if name[0] == "W" else 0
                params[name] -= (0.2 if epoch < 15 else 0.1) * (grads["d" + name] + decay)
    settings = {"batch_size": batch_size, "schedule": "halve at half", "weight_decay": 0.1}
    train(net, X, Y, SquaredError(), GradientDescent(0.2), 30, **settings)
    theta = np.concatenate([array.ravel() for array in params.values()])
    np.testing.assert_allclose(net.theta, theta, rtol=0, atol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_run_of_a_batch_equals_the_single_network(optimizer, batch_size):
    settings = {"batch_size": batch_size, "weight_decay": 0.05}
    many = deep_network(generators())
    given = X, Y, BinaryCrossEntropy()
    history = train(many, *given, OPTIMIZERS[optimizer](), 40, **settings)
    for r, rng in enumerate(generators()):
        one = deep_network(rng)
        single = train(one, *given, OPTIMIZERS[optimizer](), 40, **settings)
        np.testing.assert_allclose(many.theta[r], one.theta, rtol=0, atol=1e-12)
        np.testing.assert_allclose(history.losses[:, r], single.losses, rtol=0, atol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_each_optimizer_ends_with_smaller_weights(optimizer):
    sizes = []
    for weight_decay in (0.0, 0.1):
        net = deep_network()
        steps = OPTIMIZERS[optimizer]()
        train(net, X, Y, BinaryCrossEntropy(), steps, 300, weight_decay=weight_decay)
        sizes.append(squared_weights(net))
    assert sizes[1] < 0.5 * sizes[0]


def test_without_decay_nothing_is_added():
    """Not even 0 times a weight, which is no number where the weight is infinite."""
    net = Network(Linear(1, 1, bias=False), rng=np.random.default_rng(0))
    net.theta = np.inf
    settings = {"weight_decay": 0.0, "batch_size": 1, "shuffle": np.random.default_rng(0)}
    train(net, [[-1.0], [1.0]], [[0.0], [0.0]], Flat(), GradientDescent(1), 1, **settings)
    assert net.theta == np.inf


class Flat(SquaredError):  # noqa: N818  (it is no exception)
    """A loss without a slope."""

    def backward(self):
        return np.zeros_like(self.p)


def test_is_weight_is_as_long_as_theta_and_false_for_biases():
    net = deep_network(runs=2)
    net.theta = net.is_weight
    for layer in net.layers[::2]:
        assert (layer.W == 1).all() and np.all(layer.b == 0)
    assert net.is_weight.shape == net.theta.shape[-1:]


@pytest.mark.parametrize("weight_decay", [-1e-9, np.nan, np.inf, "0.1", None, [0.1], True])
def test_what_is_no_weight_decay_is_refused_before_anything_is_trained(weight_decay):
    net = small_network()
    before = net.theta.copy()
    with pytest.raises(LabnetError, match="weight_decay is"):
        train(net, X, Y, SquaredError(), GradientDescent(1), 1, weight_decay=weight_decay)
    np.testing.assert_array_equal(net.theta, before)
