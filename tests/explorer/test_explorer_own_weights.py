"""Weights that are somebody's own: a Network that is given, or weights that are set from Python."""

import numpy as np
import pytest
from explorer_networks import MyNetwork

from labnet import (
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    explore,
    train,
    xor_data,
)

SMALL = {"hidden": (4,), "activation": "tanh"}


def rng():
    return np.random.default_rng(5)


def given(*end):
    return Network(Linear(2, 3), Tanh(), Linear(3, 1), *end, rng=rng())


# A Network of labnet


@pytest.mark.parametrize(
    ("end", "loss"), [([Sigmoid()], BinaryCrossEntropy()), ([], SquaredError())]
)
def test_a_network_that_is_given_is_trained_with_the_loss_that_fits(end, loss):
    net, twin = given(*end), given(*end)
    e = explore(net, lr=0.1)
    e.train(30)
    history = train(twin, *xor_data(), loss, GradientDescent(0.1), 31)
    assert np.allclose(e.losses, history.losses)
    assert np.array_equal(net.theta, given(*end).theta) and e.net is not net
    assert repr(e).startswith(
        "xor data; your network 2-3-1; gradient descent with lr 0.1; epoch 30"
    )


def test_rewind_goes_back_to_the_weights_it_came_with():
    net = given(Sigmoid())
    e = explore(net)
    net.theta[...] = 0.0
    e.train(5)
    e.rewind()
    assert np.array_equal(e.net.theta, given(Sigmoid()).theta)
    assert e.notice == "Back to the weights that were given."


def test_what_a_given_network_decides_has_no_control():
    e = explore(given(Sigmoid()))
    names = {control["name"] for control in e.controls}
    decided = {"hidden", "activation", "output", "init", "seed", "new weights", "over seeds"}
    assert not decided & names and {"data", "noise", "lr", "optimizer", "batch", "pin"} <= names
    for name, value in {"hidden": (3,), "output": "none, squared error", "seed": 3}.items():
        with pytest.raises(LabnetError, match=f"{name} cannot be changed here"):
            setattr(e, name, value)
    for call in (e.new_weights, e.over_seeds):
        with pytest.raises(LabnetError, match="yours has weights of its own"):
            call()
    e.optimizer, e.batch, e.data, e.noise = "adam", 5, "circles", 0.1
    e.train(3)
    e.pin()
    assert e.error == "" and e.pins[0]["text"].startswith("A: lr 0.3, circles, noise 0.1, adam")


def test_its_insides_are_shown_where_they_are_plain():
    e = explore(given(Sigmoid()), example=3)
    assert e.scene["net"]["sizes"] == [2, 3, 1] and "a1 = tanh(z1)" in str(e.picture["example"])
    for layers in ([Linear(2, 3), Tanh(), ReLU(), Linear(3, 1)], [Tanh(), Linear(2, 1), Sigmoid()]):
        e = explore(Network(*layers, rng=rng()), example=3)
        e.train(3)
        assert e.picture["net"] is None and e.picture["example"] and e.error == ""


@pytest.mark.parametrize(
    "net",
    [
        Network(Linear(3, 1), rng=rng()),
        Network(Linear(2, 2), rng=rng()),
        Network(Linear(2, 1), rng=rng(), runs=2),
    ],
)
def test_other_networks_are_refused(net):
    with pytest.raises(LabnetError, match="2 inputs, 1 output and no runs, such as"):
        explore(net)


@pytest.mark.parametrize("net", [given(Sigmoid()), given(), MyNetwork([2, 3, 1], rng=rng())])
def test_its_state_asks_for_it(net):
    e = explore(net, lr=0.5)
    e.train(5)
    e.pin()
    e.train(5)
    assert e.state.count("weights=given") == 2
    again = explore(net, state=e.state)
    assert again.state == e.state and np.array_equal(again.losses, e.losses)
    assert again.pins == e.pins
    for other in (None, MyNetwork):
        with pytest.raises(LabnetError, match=r"somebody's own network.*explore\(net, state="):
            explore(other, state=e.state)
    assert explore(net, state="lr=2; epoch=4").epoch == 4


# Weights that are set from Python


def in_theta(net):
    net.theta[...] = 0.5


def in_a_layer(net):
    net.layers[0].W[0, 0] = 3.0


def new_theta(net):
    net.theta = np.zeros(net.theta.size)


def in_params(net):
    net.params["W1"][...] = 0.5


def one_entry(net):
    net.params["b2"][0, 0] += 1e-9


def new_array(net):
    net.params["W1"] = np.ones((2, 4))


def new_params(net):
    net.params = {name: 0.5 * array for name, array in net.params.items()}


CHANGES = [
    *((None, change) for change in (in_theta, in_a_layer, new_theta)),
    *((MyNetwork, change) for change in (in_params, one_entry, new_array, new_params)),
]


def loss_of(e):
    p, y = e.net.forward(e.controller.session.X), e.controller.session.y
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


LOOKS = {
    "loss": lambda e: e.loss,
    "losses": lambda e: e.losses[-1],
    "repr": lambda e: float(repr(e).split("loss ")[1].split(",")[0]),
    "picture": lambda e: e.step() or e.losses[-2],
    "pin": lambda e: e.pin() or e.losses[-1],
    "view": lambda e: setattr(e, "show", "gradients") or e.picture["loss"],
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("network", "change"), CHANGES)
def test_changed_weights_show_at_the_next_look(network, change, look):
    e = explore(network, **SMALL)
    e.train(20)
    change(e.net)
    expected = loss_of(e)
    assert np.isclose(LOOKS[look](e), expected, rtol=1e-12 if look != "repr" else 1e-3)
    assert "weights=changed" in e.state and e.epoch in (20, 21)


def test_the_run_goes_on_from_there():
    e, twin = explore(**SMALL), given()
    e.train(20)
    in_theta(e.net)
    e.train(10)
    twin = Network(Linear(2, 4), Tanh(), Linear(4, 1), Sigmoid(), rng=rng())
    in_theta(twin)
    history = train(twin, *xor_data(), BinaryCrossEntropy(), GradientDescent(0.3), 11)
    assert e.epoch == 30 and np.allclose(e.losses[21:], history.losses[1:])


def test_its_state_says_that_it_cannot_hold_them():
    e = explore(**SMALL)
    e.train(5)
    before = e.state
    in_theta(e.net)
    changed = e.state
    assert changed == before.replace("epoch", "weights=changed; epoch")
    for call in (lambda: explore(state=changed), lambda: setattr(e, "state", f"lr=1 | {changed}")):
        with pytest.raises(LabnetError, match="Take out weights=changed"):
            call()
    assert e.state == changed
    e.rewind()
    assert "weights" not in e.state


def test_what_the_explorer_does_itself_is_no_change_from_outside():
    class Normalised(MyNetwork):
        """Its forward sets weights."""

        def forward(self, x):
            self.params["b1"] = self.params["b1"] + 0.01
            return super().forward(x)

    for network in (None, MyNetwork, Normalised):
        e = explore(network, **SMALL)
        e.train(5)
        e.example, e.lr = 3, 0.5
        assert "weights" not in e.state and e.epoch == 5 and e.loss == e.loss


def test_weights_that_fail_are_told_and_may_be_mended():
    e = explore(MyNetwork, **SMALL)
    e.train(5)
    e.net.params["W1"] = np.ones((3, 3))
    assert "mismatch" in repr(e) and "self.params" in e.error
    e.net.params["W1"] = np.full((2, 4), np.nan)
    assert "weights that were set in Python give a loss of nan" in repr(e)
    assert "learning rate" not in e.error
    e.net.params["W1"] = np.ones((2, 4))
    e.train(5)
    assert e.epoch == 10 and e.error == ""


def test_the_view_is_up_to_date_when_the_cell_ends(monkeypatch):
    class Shell:
        def __init__(self):
            self.events, self.callbacks = self, {"post_run_cell": []}

        def register(self, name, function):
            self.callbacks[name].append(function)

        def unregister(self, name, function):
            self.callbacks[name].remove(function)

    shell = Shell()
    monkeypatch.setattr("labnet.explorer.live.shell", lambda: shell)
    e = explore(**SMALL)
    (cell_ended,) = shell.callbacks["post_run_cell"]
    frame = e.picture["frame"]
    cell_ended(None)
    assert e.picture["frame"] == frame
    in_theta(e.net)
    cell_ended(None)
    assert np.isclose(e.picture["loss"], loss_of(e)) and "changed in Python" in e.notice
    e.close()
    e.close()
    assert shell.callbacks["post_run_cell"] == []
