"""What is pointed at, and a weight that is set by hand: in Python, in the browser, in a state."""

import explorer_networks as networks
import numpy as np
import pytest
from explorer_loop import SMALL, in_a_loop, pause, until, viewed

from labnet import LabnetError, explore
from labnet.explorer.run import edits

BOTH = pytest.mark.parametrize("network", [None, networks.MyNetwork])


def weights(e):
    return e.controller.session.arrays()


def dW(e, name):
    """The gradient of a weight or a bias of labnet's network."""
    k = int(name[1:])
    linears = [layer for layer in e.net.layers if layer.shapes]
    return getattr(linears[k - 1], f"d{name[0]}")


# Pointing


@BOTH
@pytest.mark.parametrize("entry", ["W2[3, 0]", "b1[0, 3]", "a1[:, 3]"])
def test_an_entry_that_the_network_has(network, entry):
    e = explore(network, **SMALL, entry=entry.replace(" ", ""))
    assert e.entry == entry and explore(network, state=e.state).entry == entry
    e.hidden = (3,)
    assert e.entry is None and e.panel == "loss"


@BOTH
@pytest.mark.parametrize("entry", ["W3[0, 0]", "W2[4, 0]", "b2[0, 1]", "a1[:, 4]", "a2[:, 0]"])
def test_an_entry_that_it_lacks_is_refused_everywhere(network, entry):
    e = explore(network, **SMALL)
    before = e.state
    with pytest.raises(LabnetError, match="network has|the last is"):
        e.entry = entry
    with pytest.raises(LabnetError, match="network has|the last is"):
        e.state = f"{before}; entry={entry}"
    assert e.state == before


@pytest.mark.parametrize("entry", ["W1[0, 0]", "a1[:, 0]"])
def test_a_class_without_params_says_how_to_offer_them(entry):
    e = explore(networks.Bare, hidden=(4,))
    with pytest.raises(LabnetError, match="Bare.*params|units .* not known"):
        e.entry = entry
    with pytest.raises(LabnetError, match="Bare offers no weights"):
        e.set_weight("W1[0, 0]", 1)


def test_a_network_without_hidden_layers_has_no_units():
    with pytest.raises(LabnetError, match="no hidden layer"):
        explore(hidden=()).entry = "a1[:, 0]"


def test_the_panel_follows_what_is_pointed_at():
    e = explore(**SMALL)
    seen = []
    steps = [("example", 3), ("entry", "W1[0, 0]"), ("example", 4), ("example", None)]
    steps += [("entry", "W1[0, 1]"), ("example", None), ("entry", "a1[:, 0]"), ("example", 2)]
    steps += [("panel", "hidden space"), ("example", None), ("lr", 0.2), ("entry", "b1[0, 0]")]
    for name, value in [*steps, ("entry", None)]:
        setattr(e, name, value)
        seen.append(e.panel)
    loss, example, weight, space = "loss", "example", "weight", "hidden space"
    assert seen[:4] == [example, weight, example, loss]
    assert seen[4:8] == [weight, weight, loss, example]
    assert seen[8:] == [space, space, space, weight, loss]


@pytest.mark.parametrize("values", [{"example": 3}, {"entry": "W1[0, 0]"}, {"entry": "a1[:, 0]"}])
@pytest.mark.parametrize("panel", ["loss", "hidden space", None])
def test_the_state_keeps_the_panel(values, panel):
    e = explore(**SMALL, **values)
    assert e.panel == {"example": "example", "W": "weight"}.get(next(iter(values)), e.panel)
    if panel:
        e.panel = panel
    assert explore(state=e.state).panel == e.panel


def test_an_example_that_is_asked_for_at_first_is_seen():
    assert explore(**SMALL, example=3).panel == "example"
    assert explore(state="example=3").panel == "example"
    assert explore(**SMALL, example=3, panel="loss").panel == "loss"


def test_a_panel_whose_example_the_data_lack_gives_way():
    e = explore(data="linear", **SMALL, example=80)
    e.data = "xor"
    assert (e.example, e.panel) == (None, "loss")


# By hand


@BOTH
@pytest.mark.parametrize("entry", ["W1[1, 2]", "W2[3, 0]", "b1[0, 3]", "b2[0, 0]"])
def test_a_weight_by_hand(network, entry):
    e = explore(network, **SMALL)
    e.train(30)
    before, name, place = e.loss, entry[:2], tuple(map(int, entry[3:-1].split(",")))
    old = weights(e)[name][place]
    slope = explore(**SMALL, state=e.state)
    e.set_weight(entry, old + 1e-3)
    hand = e.controller.session.hand
    assert weights(e)[name][place] == old + 1e-3 == hand.value and hand.start == old
    assert e.loss == e.controller.session.trainer.measure()[0] != before
    assert e.loss - before == hand.real == e.picture["loss"] - before
    assert np.isclose(hand.predicted, 1e-3 * dW(slope, name)[place], rtol=1e-9)
    assert np.isclose(hand.predicted, hand.real, rtol=0.05, atol=1e-7)


@BOTH
def test_what_is_trained_afterwards_begins_at_the_new_weight(network):
    e, other = explore(network, **SMALL), explore(**SMALL)
    e.set_weight("W1[0, 0]", 2)
    other.net.layers[0].W[0, 0] = 2
    assert np.allclose(after(e, 20)[1:], after(other, 20)[1:])


def after(e, epochs):
    e.train(epochs)
    return e.losses


def test_a_drag_is_measured_from_where_it_began():
    e = explore(**SMALL)
    first, dW1 = e.loss, dW(e, "W1")[0, 0]
    start = weights(e)["W1"][0, 0]
    for value in (start + 0.1, start + 0.5, start + 0.3):
        e.set_weight("W1[0, 0]", value)
    hand = e.controller.session.hand
    assert (hand.start, hand.value) == (start, start + 0.3)
    assert hand.real == e.loss - first and np.isclose(hand.predicted, 0.3 * dW1)
    assert len(e.controller.session.edits) == 1
    e.set_weight("W1[0, 1]", 0.2)
    e.set_weight("W1[0, 0]", 0.1)
    assert e.controller.session.hand.start == start + 0.3
    assert len(e.controller.session.edits) == 2
    e.train(1)
    now = weights(e)["W1"][0, 0]
    e.set_weight("W1[0, 0]", 0.2)
    assert e.controller.session.hand.start == now and len(e.controller.session.edits) == 3


@BOTH
def test_the_state_brings_edits_back_bit_for_bit(network):
    e = explore(network, **SMALL, batch=5, lr=0.05, retrain=False)
    e.set_weight("W1[0, 0]", 1 / 3)
    e.train(10)
    e.lr = 0.1
    e.set_weight("b2[0, 0]", -0.7)
    e.train(10)
    e.pin()
    e.set_weight("W2[3, 0]", 2)
    e.train(10)
    e.set_weight("W2[3, 0]", 3)
    again = explore(network, state=e.state)
    assert again.state == e.state and again.pins == e.pins
    assert np.array_equal(again.losses, e.losses)
    assert all(np.array_equal(v, weights(again)[name]) for name, v in weights(e).items())


def test_rewind_and_new_settings_drop_the_edits():
    for act in (lambda e: e.rewind(), lambda e: setattr(e, "seed", 3), lambda e: e.reset()):
        e = explore(**SMALL)
        e.set_weight("W1[0, 0]", 1)
        e.train(3)
        act(e)
        assert "edits" not in e.state and e.controller.session.hand is None and e.notice
    e = explore(**SMALL)
    e.set_weight("W1[0, 0]", 1)
    e.lr = 0.5  # before the first epoch: the same network goes on
    assert "edits=W1[0,0]=1.0@0" in e.state


WRONG = {
    "no entry": ("W1", 1, "expected a weight"),
    "an entry that is not there": ("W1[2, 0]", 1, "the last is 'W1\\[1, 3\\]'"),
    "a unit": ("a1[:, 0]", 1, "is a unit"),
    "infinite": ("W1[0, 0]", np.inf, "finite"),
    "not a number": ("W1[0, 0]", np.nan, "finite"),
    "too large": ("W1[0, 0]", -2e6, "-1e\\+06 to 1e\\+06"),
    "text": ("W1[0, 0]", "0.5", "finite"),
    "none": (None, None, "expected a weight"),
}


@BOTH
@pytest.mark.parametrize("case", WRONG)
def test_other_edits_are_refused_and_change_nothing(network, case):
    entry, value, why = WRONG[case]
    e = explore(network, **SMALL)
    before = e.state, e.loss
    with pytest.raises(LabnetError, match=why):
        e.set_weight(entry, value)
    assert (e.state, e.loss) == before


def test_a_weight_that_makes_the_loss_endless_is_refused():
    e = explore(**SMALL, output="none, squared error")
    e.train(3)
    loss, p, theta = e.loss, e.controller.session.p.copy(), e.net.theta.copy()
    with pytest.raises(LabnetError, match=r"b2\[0, 0\] stays .* would make the loss 1e\+10"):
        e.set_weight("b2[0, 0]", 1e5)
    assert np.array_equal(e.net.theta, theta) and e.loss == loss and e.error == ""
    assert np.array_equal(e.controller.session.p, p) and np.array_equal(e.net.p, p)
    assert "edits" not in e.state


class Particular(networks.MyNetwork):
    """Its forward refuses large weights."""

    def forward(self, x):
        if np.abs(self.params["W1"]).max() > 50:
            raise ValueError("too large for me")
        return super().forward(x)


class Frozen(networks.MyNetwork):
    """Its weights cannot be written to."""

    def forward(self, x):
        self.params["W1"].flags.writeable = False
        return super().forward(x)


class Whole(networks.MyNetwork):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.params["W1"] = np.ones(self.params["W1"].shape, int)


class Copying(networks.Bare):
    """Hands out copies of its weights."""

    @property
    def params(self):
        return {name: v.copy() for name, v in self.inner.params.items()}


class Flat(networks.MyNetwork):
    """Its biases have one axis."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.params = {name: v[0] if name[0] == "b" else v for name, v in self.params.items()}

    def backward(self, y):
        grads = super().backward(y)
        self.grads = {name: v[0] if name[1] == "b" else v for name, v in grads.items()}
        return self.grads


STUBBORN = {
    Particular: "line .*raise ValueError.*\nValueError: too large for me",
    Frozen: "cannot be set",
    Whole: "int64 that cannot be set",
    Copying: "copies",
}


@pytest.mark.parametrize("network", STUBBORN)
def test_a_class_that_cannot_take_a_weight_is_left_as_it_was(network):
    e = explore(network, hidden=(4,))
    before = e.loss, weights(e)["W1"].copy()
    with pytest.raises(LabnetError, match=STUBBORN[network]):
        e.set_weight("W1[0, 0]", 99)
    assert e.loss == before[0] and np.array_equal(weights(e)["W1"], before[1]) and e.error == ""
    e.train(1)
    assert e.epoch == 1


def test_a_bias_of_one_axis():
    e = explore(Flat, **SMALL)
    e.train(4)
    e.set_weight("b1[0, 2]", 0.25)
    dW, hand = explore(Flat, **SMALL), e.controller.session.hand
    dW.train(4)
    assert weights(e)["b1"][2] == 0.25 and hand.gradient == dW.net.grads["db1"][2]


def test_there_is_an_end_of_edits():
    e = explore(**SMALL)
    for _ in range(edits.MOST):
        e.set_weight("W1[0, 0]", 1)
        e.train(1)
    with pytest.raises(LabnetError, match="40 weights .* Rewind"):
        e.set_weight("W1[0, 0]", 2)
    assert explore(state=e.state).state == e.state


def test_a_long_state_is_still_a_state():
    e = explore(**SMALL)
    for _ in range(edits.MOST):
        e.set_weight("W1[0, 0]", -1 / 3)
        e.train(1)
    for _ in range(4):
        e.pin()
    again = explore(state=e.state)
    assert again.state == e.state


def test_a_run_that_has_stopped_takes_no_weight():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", data="linear")
    e.train(60)
    with pytest.raises(LabnetError, match="Rewind"):
        e.set_weight("W1[0, 0]", 0)


def test_an_edit_that_a_replay_cannot_take_is_told():
    e = explore(state="hidden=4; output=none, squared error; edits=b2[0,0]=1e5@2; epoch=4")
    assert (
        "would make the loss" in e.picture["figures"]["doubt"]
        and e.epoch == 4
        and "edits" not in e.state
    )


def test_an_edit_that_the_network_lacks_is_refused():
    with pytest.raises(LabnetError, match=r"A weight in edits is 'W7\[0, 0\]'"):
        explore(state="hidden=4; edits=W7[0,0]=1@2; epoch=4")


# From the browser


@in_a_loop
async def test_the_browser_sets_a_weight():
    async with viewed() as e:
        for _ in range(2):
            e.set_state({"edit": {"entry": "W1[0, 0]", "value": 0.75}})
            assert e.net.layers[0].W[0, 0] == 0.75 and e.edit == {}
            e.rewind()


@in_a_loop
@pytest.mark.parametrize("edit", [{"entry": "W9[0, 0]", "value": 1}, {"entry": "W1[0, 0]"}])
async def test_what_the_browser_cannot_set_is_told(edit):
    async with viewed() as e:
        before = e.state
        e.set_state({"edit": edit})
        assert "expected" in e.notice or "has W1" in e.notice
        assert e.state == before and e.edit == {}


def test_a_training_waits_while_a_hand_is_on_a_weight(monkeypatch):
    monkeypatch.setattr("labnet.explorer.run.controller.HOLD", 600)
    in_a_loop(run_with_a_hand_on_a_weight)()


async def run_with_a_hand_on_a_weight():
    async with viewed() as e:
        e.set_state({"running": True})
        await until(lambda: e.epoch > 10)
        for k in range(5):
            e.set_state({"edit": {"entry": "W1[0, 0]", "value": 0.1 * k}})
            await pause(0.05)
        held = e.epoch
        assert e.running and e.controller.session.edits[0].epoch == held
        assert len(e.controller.session.edits) == 1
        e.controller.released = 0.0
        await until(lambda: e.epoch > held)


@in_a_loop
async def test_setting_a_weight_in_python_while_it_runs():
    async with viewed() as e:
        e.set_state({"running": True})
        await until(lambda: e.epoch > 10)
        e.set_weight("W1[0, 0]", 3)
        await until(lambda: e.epoch > 30)
        e.set_state({"running": False})
        assert np.array_equal(explore(state=e.state).losses, e.losses)
