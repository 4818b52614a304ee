"""Network: one vector of parameters, passes in the right order, runs side by side, files."""

import copy
import pickle
from pathlib import Path

import numpy as np
import pytest
from helpers import X, Y, flat_backward, flat_forward, flat_parameters, generators, small_network

from labnet import (
    BinaryCrossEntropy,
    LabnetError,
    Layer,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    check_gradients,
    loss_and_gradient,
)

DP = np.random.default_rng(2).normal(size=(7, 1))


def arrays(net, prefix=""):
    return [getattr(layer, prefix + name) for layer, name, _ in net.parameters()]


@pytest.mark.parametrize("runs", [None, 3])
def test_theta_holds_all_parameters_in_order(runs):
    net = small_network(runs=runs)
    lead = () if runs is None else (runs,)
    assert net.theta.shape == net.dtheta.shape == (*lead, 9)
    for vector, prefix in ((net.theta, ""), (net.dtheta, "d")):
        vector[...] = np.arange(9)
        flat = [array.reshape(*lead, -1) for array in arrays(net, prefix)]
        np.testing.assert_array_equal(np.concatenate(flat, axis=-1), vector)
    assert net.layers[0].W.shape == (*lead, 2, 2) and net.layers[2].b.shape == (*lead, 1, 1)


def test_assigning_theta_reaches_the_layers():
    net = small_network()
    theta, expected = net.theta, net.theta - 0.1
    net.theta = net.theta - 0.1
    np.testing.assert_array_equal(net.layers[0].W.ravel(), expected[:4])
    assert net.theta is theta


def test_forward_and_backward_as_in_flat_code():
    net, loss = small_network(), SquaredError()
    params = flat_parameters(net)
    p, cache = flat_forward(X, params)
    np.testing.assert_allclose(net.forward(X), p, rtol=1e-14)
    loss.forward(net.p, Y)
    dtheta = net.backward(loss.backward())
    grads = flat_backward(Y, cache, params)
    expected = np.concatenate([grads["d" + name].ravel() for name in params])
    np.testing.assert_allclose(dtheta, expected, rtol=1e-12)
    assert dtheta is net.dtheta


@pytest.mark.parametrize("runs", [None, 3])
def test_predict_never_disturbs_a_backward_in_progress(runs):
    layers = Linear(2, 3), ReLU(), Linear(3, 3), Tanh(), Linear(3, 1), Sigmoid()
    net = Network(*layers, rng=np.random.default_rng(0), runs=runs)
    p = net.forward(X)
    dp = np.broadcast_to(DP, p.shape)
    expected = net.backward(dp).copy()
    net.forward(X)
    other = net.predict(-5 * X[:3])
    np.testing.assert_array_equal(net.backward(dp), expected)
    np.testing.assert_array_equal(other, net.forward(-5 * X[:3]))


def test_predict_keeps_nothing():
    net = small_network()
    net.predict(X)
    with pytest.raises(LabnetError, match="call forward first"):
        net.backward(DP)


@pytest.mark.parametrize("loss", [SquaredError(), BinaryCrossEntropy()], ids=repr)
def test_backward_belongs_to_the_last_forward_whoever_called_it(loss):
    net = small_network()
    net.forward(X[:3])
    loss_and_gradient(net, X, Y, loss)
    got = net.backward(DP).copy()
    net.forward(X)
    np.testing.assert_array_equal(got, net.backward(DP))


def test_a_diverged_network_predicts_nan_without_a_warning():
    net = Network(Linear(2, 2), ReLU(), Linear(2, 1), rng=np.random.default_rng(0))
    net.theta[...] = np.where(np.arange(9) % 2, 1e300, -1e300)
    assert not np.isfinite(net.predict(1e9 * X)).any()


def test_lists_and_integers_are_accepted():
    net = small_network()
    np.testing.assert_array_equal(net.predict([[1, 0]]), net.predict(np.array([[1.0, 0.0]])))


def test_an_activation_may_come_first():
    squashed = Network(Sigmoid(), Linear(2, 1), Sigmoid(), rng=np.random.default_rng(0))
    assert (squashed.n_in, squashed.n_out) == (2, 1)
    assert check_gradients(squashed, X, Y, SquaredError())
    np.testing.assert_array_equal(squashed.layers[1].x, Sigmoid().forward(X))


class Scale(Layer):
    """z = w x: somebody's own layer, with nothing but the two passes."""

    shapes = {"w": (1, 2)}
    n_in = n_out = 2

    def initial(self, rng):
        return [rng.normal(size=(1, 2))]

    def forward(self, x):
        self.x = x
        return self.w * x

    def backward(self, dz):
        self.dw[...] = (self.x * dz).sum(axis=-2, keepdims=True)
        return self.w * dz


@pytest.mark.parametrize("runs", [None, 3])
def test_own_layers(runs):
    layers = Scale(), Linear(2, 2), Tanh(), Scale(), Linear(2, 1), Sigmoid()
    net = Network(*layers, rng=np.random.default_rng(0), runs=runs)
    assert check_gradients(net, X, Y, BinaryCrossEntropy())


def test_the_first_layer_s_own_backward_is_used():
    class Wrong(Linear):
        def backward(self, dz):
            self.dW[...] = 7.0

    net = Network(Wrong(2, 1, bias=False), rng=np.random.default_rng(0))
    net.forward(X)
    np.testing.assert_array_equal(net.backward(DP), [7.0, 7.0])


def test_the_data_s_gradient_is_not_computed():
    class Lowest(Linear):
        def input_gradient(self, dz):
            raise AssertionError("nobody needs it")

    net = Network(Sigmoid(), Lowest(2, 1), Sigmoid(), rng=np.random.default_rng(0))
    for loss in (SquaredError(), BinaryCrossEntropy()):
        assert check_gradients(net, X, Y, loss)


def test_runs_are_the_networks_of_their_generators():
    net = small_network(generators())
    assert net.runs == 3 and net.predict(X).shape == (3, 7, 1)
    for r, rng in enumerate(generators()):
        np.testing.assert_array_equal(net.theta[r], small_network(rng).theta)
    split_off = small_network(np.random.default_rng(0), runs=3)
    np.testing.assert_array_equal(split_off.theta, net.theta)


def test_one_run_keeps_its_axis():
    net = small_network(generators(1))
    assert net.runs == 1 and net.predict(X).shape == (1, 7, 1)


@pytest.mark.parametrize("own_data", [False, True])
def test_passes_of_runs_are_those_of_single_networks(own_data):
    net = small_network(generators())
    data = np.random.default_rng(0).normal(size=(3, 7, 2)) if own_data else X
    p, dtheta = net.forward(data), net.backward(np.stack([DP, -DP, 2 * DP]))
    for r, rng in enumerate(generators()):
        one = small_network(rng)
        np.testing.assert_allclose(p[r], one.forward(data[r] if own_data else X), rtol=1e-14)
        np.testing.assert_allclose(dtheta[r], one.backward([1, -1, 2][r] * DP), rtol=1e-12)


COPIES = {"deepcopy": copy.deepcopy, "pickle": lambda net: pickle.loads(pickle.dumps(net))}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("runs", [None, 2])
def test_copies_are_whole_and_independent(how, runs):
    net = small_network(runs=runs)
    p, theta = net.predict(X), net.theta.copy()
    twin = COPIES[how](net)
    np.testing.assert_array_equal(twin.predict(X), p)
    twin.theta *= 2
    np.testing.assert_array_equal(twin.layers[0].W, 2 * net.layers[0].W)
    np.testing.assert_array_equal(net.theta, theta)
    loss_and_gradient(twin, X, Y, SquaredError())
    assert np.shares_memory(twin.layers[2].db, twin.dtheta) and (net.dtheta == 0).all()


@pytest.mark.parametrize("runs", [None, 3])
@pytest.mark.parametrize("name", ["net.npz", "net", "v1.2"])
def test_save_and_load(tmp_path, runs, name):
    net = small_network(runs=runs)
    net.save(tmp_path / name)
    other = small_network(np.random.default_rng(9), runs=runs)
    theta = other.theta
    assert other.load(str(tmp_path / name)) is other
    assert other.theta is theta
    np.testing.assert_array_equal(theta, net.theta)
    (file,) = tmp_path.iterdir()
    assert file.suffix == ".npz"


def test_a_saved_network_is_npz_without_pickle(tmp_path):
    net = small_network()
    net.save(tmp_path / "net")
    with np.load(tmp_path / "net.npz", allow_pickle=False) as file:
        np.testing.assert_array_equal(file["theta"], net.theta)
        assert str(file["layers"]) == "Linear(2, 2), Sigmoid(), Linear(2, 1), Sigmoid()"


def test_a_save_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    net = small_network()
    net.save(tmp_path / "net")
    old = net.theta.copy()

    def break_off(path, content):
        with path.open("wb") as file:
            file.write(content[:20])
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", break_off)
    net.theta += 1
    with pytest.raises(LabnetError, match="cannot be written: disk full"):
        net.save(tmp_path / "net")
    assert [file.name for file in tmp_path.iterdir()] == ["net.npz"]
    np.testing.assert_array_equal(net.load(tmp_path / "net").theta, old)


def test_repr():
    assert repr(small_network(runs=3)) == (
        "Network(Linear(2, 2), Sigmoid(), Linear(2, 1), Sigmoid(), runs=3), 9 parameters"
    )
