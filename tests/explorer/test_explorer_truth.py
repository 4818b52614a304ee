"""What an explorer tells is of the weights that are there, in every order of events."""

import explorer_networks as networks
import numpy as np
import pytest

from labnet import LabnetError, explore
from labnet.explorer.run.controller import Controller
from labnet.explorer.run.datasets import sources
from labnet.explorer.run.labnet_networks import LabnetNetworks
from labnet.explorer.run.returned import within_reach

SMALL = {"hidden": (4,), "activation": "tanh"}


class Rebinds(networks.MyNetwork):
    """Its step makes arrays of its own, and leaves params as they were at first."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.own, self.shown = self.params, {k: v.copy() for k, v in self.params.items()}

    def forward(self, x):
        self.params = self.own
        p = super().forward(x)
        self.params = self.shown
        return p

    def backward(self, y):
        self.params = self.own
        grads = super().backward(y)
        self.params = self.shown
        return grads

    def step(self, lr):
        self.params = self.own
        super().step(lr)
        self.own, self.params = self.params, self.shown


class Exits(networks.MyNetwork):
    def backward(self, y):
        raise SystemExit(3)


class MovesLater(networks.MyNetwork):
    """Changes x in place, but not in its first forward."""

    stepped = False

    def forward(self, x):
        if self.stepped:
            x -= 0.01
        return super().forward(x)

    def step(self, lr):
        self.stepped = True
        super().step(lr)


def test_all_answers_are_of_weights_that_were_just_changed():
    e = explore(held_out=0.3, **SMALL)
    e.train(20)
    e.net.theta *= 3
    own, nudged = e.check_weight("W1[0, 0]")
    assert own == pytest.approx(nudged, rel=1e-5)
    e.net.theta[...] = 0
    assert e.held_out_loss == pytest.approx(np.log(2))
    e.net.theta[...] = 0.5
    a, p = e.hidden_space()
    assert np.allclose(p, e.net.predict(e.session.X)) and len(a) == len(p)


def test_a_hand_is_the_same_in_a_state_that_comes_back():
    e = explore(entry="W1[0, 0]", **SMALL)
    e.train(200)
    e.set_weight("W1[0, 0]", 1.5)
    again = explore(state=e.state)
    assert again.picture["entry"]["edit"] == e.picture["entry"]["edit"]
    assert again.loss == e.loss


@pytest.mark.parametrize("act", ["set_running", "pin", "train", "start_over_seeds"])
def test_a_state_on_its_way_that_is_stopped_can_be_read_back(act):
    known = Controller(LabnetNetworks(), sources(None)[0])
    known.open({}, "lr=0.01,1@500; hidden=4; edits=W1[0,0]=0.5@500; epoch=600", 0.001)
    arguments = {"set_running": [False], "train": [1]}
    getattr(known, act)(*arguments.get(act, []))
    text = known.state
    known.stop()
    known.bring_back(text)
    known.complete()
    assert known.session.lr == known.values["lr"]


def test_a_picked_weight_of_a_network_that_cannot_be_built():
    e = explore(Picky, **SMALL)
    e.entry = "W1[0, 0]"
    e.hidden = (5, 5, 5)
    assert "three" in e.error and e.entry is None


class Picky(networks.MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        if len(sizes) > 4:
            raise ValueError("not with three hidden layers")
        super().__init__(sizes, activation, rng)


def test_a_weight_that_is_no_number_is_sent_as_none():
    e = explore(entry="W1[0, 0]", **SMALL)
    e.net.theta[0] = np.nan
    assert np.isnan(e.loss) and e.picture["entry"]["value"] is None


def test_params_that_are_copies_are_neither_nudged_nor_set():
    network = Rebinds([2, 4, 1], "tanh", np.random.default_rng(0))
    assert not within_reach(network)
    e = explore(Rebinds, **SMALL)
    for act in (lambda: e.check_weight("W1[0, 0]"), lambda: e.set_weight("W1[0, 0]", 3.0)):
        with pytest.raises(LabnetError, match="no more than copies"):
            act()
    assert "edits" not in e.state


@pytest.mark.parametrize("held_out", [0, 0.3])
def test_x_is_not_for_change_in_a_later_forward_either(held_out):
    e = explore(MovesLater, held_out=held_out, **SMALL)
    e.train(3)
    assert "read-only" in e.error and e.epoch <= 1


def test_an_exit_does_not_leave_through_the_decay():
    e = explore(Exits, **SMALL)
    e.set_state({"decay": 0.01})
    assert "SystemExit" in e.error


def test_the_step_knows_weight_decay():
    stages = explore(decay=0.1, lr=1, example=0, **SMALL).picture["example"]["stages"]
    place = next(i for i, text in enumerate(stages) if text.startswith("new W1"))
    e = explore(decay=0.1, lr=1, example=0, stage=place, **SMALL)
    assert "Weight decay adds 0.1 times W1 to dW1 first." in e.picture["example"]["stage"]["words"]
    seen, _ = e.session.follow(0)
    arrays = seen.arrays
    expected = arrays["W1"] - (arrays["dW1"] + 0.1 * arrays["W1"])
    assert np.allclose(arrays["new W1"], expected) and np.allclose(
        arrays["new b1"], arrays["b1"] - arrays["db1"]
    )


def test_two_hundred_points_can_be_drawn():
    e = explore(data="circles", **SMALL)
    points = [(*x, int(y)) for x, (y,) in zip(e.session.X, e.session.y, strict=True)]
    e.points = [*points, (0.5, 0.5, 1)]
    assert len(e.points) == 101 and explore(state=e.state).loss == e.loss
