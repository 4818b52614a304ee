"""Weight decay: that of `train` for labnet's networks, and the same for a class with params."""

import explorer_networks as networks
import numpy as np
import pytest

from labnet import BinaryCrossEntropy, GradientDescent, LabnetError, Momentum, explore, train
from labnet.explorer.run.labnet_networks import LabnetNetworks

SMALL = {"hidden": (4,), "activation": "tanh", "lr": 0.2}


class Wrapped(networks.Bare):
    """Its params are made anew each time, of the arrays that it uses."""

    def __init__(self, sizes, activation="sigmoid", rng=0):
        self.inner = networks.MyNetwork(sizes, activation, rng)

    @property
    def params(self):
        return dict(self.inner.params)


class Single(networks.MyNetwork):
    def forward(self, x):
        self.params = {name: v.astype(np.float32) for name, v in self.params.items()}
        return super().forward(x)


class Copies(Wrapped):
    @property
    def params(self):
        return {name: v.copy() for name, v in self.inner.params.items()}


class OtherNames(Wrapped):
    @property
    def params(self):
        return {name.lower(): v for name, v in self.inner.params.items()}


class Lists(Wrapped):
    @property
    def params(self):
        return {name: v.tolist() for name, v in self.inner.params.items()}


class Stale(networks.Bare):
    """Its params are the arrays that it began with; each step makes new ones."""

    def __init__(self, sizes):
        super().__init__(sizes)
        self.params = self.inner.params


def trained(network=None, epochs=30, **settings):
    e = explore(network, **SMALL | settings)
    e.train(epochs)
    return e


@pytest.mark.parametrize("batch", [0, 5])
@pytest.mark.parametrize("optimizer", ["gradient descent", "momentum"])
def test_it_is_the_decay_of_train(optimizer, batch):
    e = explore(**SMALL, decay=0.05, optimizer=optimizer, batch=batch)
    trainer = LabnetNetworks().trainer(e.controller.values, *data(e))
    rule = {"gradient descent": GradientDescent, "momentum": Momentum}[optimizer](0.2)
    steps = {"batch_size": batch or None, "shuffle": trainer.batches.rngs if batch else None}
    history = train(
        trainer.net, *data(e), BinaryCrossEntropy(), rule, 20, weight_decay=0.05, **steps
    )
    e.train(20)
    assert np.allclose(e.net.theta, trainer.net.theta, rtol=1e-12)
    assert batch or np.allclose(e.losses[:-1], history.losses, rtol=1e-12)


def data(e):
    return e.controller.session.X, e.controller.session.y


@pytest.mark.parametrize("network", [networks.MyNetwork, Wrapped, Single])
@pytest.mark.parametrize("more", [{}, {"batch": 5}, {"held_out": 0.3}])
def test_a_class_gets_the_same(network, more):
    own, labnets = (trained(one, decay=0.05, **more) for one in (network, None))
    assert own.error == ""
    assert np.allclose(own.losses, labnets.losses, rtol=1e-5 if network is Single else 1e-9)
    assert not np.allclose(own.losses, trained(network, **more).losses, rtol=1e-4)


def test_a_step_shortens_the_weights_and_leaves_the_biases():
    e, plain = (explore(networks.MyNetwork, **SMALL, decay=decay) for decay in (0.5, 0))
    before = {name: v.copy() for name, v in e.net.params.items()}
    for one in (e, plain):
        one.train(1)
    for name, v in plain.net.params.items():
        less = 0.2 * 0.5 * before[name] if name[0] == "W" else 0
        assert np.allclose(e.net.params[name], v - less, rtol=1e-12)


@pytest.mark.parametrize("network", [None, networks.MyNetwork])
def test_loss_and_gradients_are_shown_without_it(network):
    e, plain = (explore(network, **SMALL, decay=decay) for decay in (0.5, 0))
    assert e.loss == plain.loss
    for _ in range(2):
        shown = [np.frombuffer(one.picture["net"]["dW"], "f4") for one in (e, plain)]
        assert np.array_equal(*shown)
        e.train(1)
        plain.net.__dict__.update(e.net.__dict__)
        plain.controller.session.measure()
        plain._present()


@pytest.mark.parametrize("network", [networks.Bare, Copies, Stale, OtherNames, Lists])
def test_where_the_weights_are_out_of_reach_it_is_refused(network):
    e = trained(network, activation="sigmoid", epochs=5)
    before = e.state
    for act in (
        lambda: setattr(e, "decay", 0.1),
        lambda: setattr(e, "state", f"{before}; decay=0.1"),
        lambda: explore(network, decay=0.1),
    ):
        with pytest.raises(LabnetError, match=r"decay is 0\.1; expected 0 for .* params"):
            act()
    assert e.error == "" and e.state == before and e.decay == 0
    e.train(1)
    assert e.epoch == 6


def test_an_object_is_asked_without_being_changed():
    given = networks.MyNetwork([2, 3, 1], rng=np.random.default_rng(0))
    e, before = explore(given), given.params["W1"].copy()
    e.decay = 0.1
    plain = explore(given)
    assert e.loss == plain.loss and np.array_equal(given.params["W1"], before)


def test_what_fails_in_the_class_is_told_by_the_training():
    e = explore(networks.Raises, hidden=(4,), decay=0.1)
    assert "ValueError" in e.error and e.decay == 0.1


def test_over_seeds_decays_too():
    for network in (None, networks.MyNetwork):
        e = trained(network, decay=0.1, epochs=20)
        assert np.allclose(e.over_seeds(2).losses[:, 0], e.losses)
        assert "weight decay 0.1" in e.band["text"] and "weight decay 0.1" in repr(e)


def test_a_state_brings_it_back():
    e = trained(networks.MyNetwork, decay=0.03)
    again = explore(networks.MyNetwork, state=e.state)
    assert "decay=0.03" in e.state and np.array_equal(again.losses, e.losses)
