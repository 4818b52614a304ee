"""A weight that is pointed at: its slope by nudging, the loss along it, what is told of it."""

import json

import explorer_networks as networks
import numpy as np
import pytest
from explorer_loop import SMALL

from labnet import LabnetError, explore
from labnet.experiments.setup import ACTIVATIONS
from labnet.explorer.face.pointed import finite, heights
from labnet.explorer.run import nudging
from labnet.explorer.run.entry import parse
from labnet.explorer.run.labnet_networks import OUTPUTS

ENTRIES = ("W1[1, 2]", "W2[3, 0]", "b1[0, 3]", "b2[0, 0]")
BOTH = pytest.mark.parametrize("network", [None, networks.MyNetwork])


class Single(networks.MyNetwork):
    """Its weights are numbers of 32 bits."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.params = {name: v.astype(np.float32) for name, v in self.params.items()}

    def forward(self, x):
        return super().forward(x.astype(np.float32))


class Doubling(networks.MyNetwork):
    """No known activation gives its p, so only its own forward can tell L."""

    def forward(self, x):
        return super().forward(2 * np.sin(x))


class Breaking(networks.MyNetwork):
    """Its forward breaks where W1[1, 2] is not as it was."""

    first = None

    def forward(self, x):
        self.first = self.first or self.params["W1"][1, 2]
        if self.params["W1"][1, 2] != self.first:
            raise RuntimeError("no nudging, please")
        return super().forward(x)

    def step(self, lr):
        """Stays."""


class NoGradients(networks.MyNetwork):
    def backward(self, y):
        self.grads = {}
        super().backward(y)
        self.grads = None


def numbers(data):
    return np.frombuffer(data, "f4")


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_backward_and_nudging_agree(activation, output):
    e = explore(hidden=(4, 3), activation=activation, output=output, seed=1, lr=0.01)
    e.train(20)
    for entry in ("W1[0, 2]", "W2[3, 1]", "b3[0, 0]"):
        backward, nudging = e.check_weight(entry)
        assert np.isclose(backward, nudging, rtol=1e-6, atol=1e-9), entry


@pytest.mark.parametrize("entry", ENTRIES)
def test_they_agree_for_a_class_too(entry):
    e = explore(networks.MyNetwork, **SMALL)
    e.train(20)
    backward, nudging = e.check_weight(entry)
    assert np.isclose(backward, nudging, rtol=1e-6, atol=1e-9)
    assert backward == e.net.grads[f"d{entry[:2]}"][parse(entry).place]


def test_a_wrong_gradient_is_seen():
    e = explore(networks.WrongGradient, **SMALL)
    backward, nudging = e.check_weight("W2[1, 0]")
    assert np.isclose(backward, 2 * nudging, rtol=1e-6)
    shown = explore(networks.WrongGradient, **SMALL, entry="W2[1, 0]").picture["entry"]
    assert (shown["gradient"], shown["check"]) == (backward, nudging)


@pytest.mark.parametrize("entry", ENTRIES)
def test_numbers_of_32_bits_are_nudged_farther(entry):
    backward, nudging = explore(Single, **SMALL).check_weight(entry)
    assert np.isclose(backward, nudging, rtol=1e-3)


def test_a_class_without_gradients_is_still_nudged():
    e, plain = explore(NoGradients, **SMALL), explore(networks.MyNetwork, **SMALL)
    assert e.check_weight("W2[1, 0]") == (None, plain.check_weight("W2[1, 0]")[1])
    e.entry = "W2[1, 0]"
    shown = e.picture["entry"]
    assert shown["gradient"] is shown["along"]["next"] is shown["along"]["next_loss"] is None
    e.set_weight("W2[1, 0]", 1)
    assert e.picture["entry"]["edit"]["predicted"] is None


@BOTH
@pytest.mark.parametrize("act", ["check_weight", "along", "picture"])
def test_looking_changes_nothing(network, act):
    e, other = explore(network, **SMALL), explore(network, **SMALL)
    e.train(5), other.train(5)
    before = {name: v.copy() for name, v in e.controller.session.arrays().items()}
    remembered = [np.copy(a) for a in e.net.a] if network else e.net.p.copy()
    for entry in ENTRIES:
        if act == "picture":
            e.entry = entry
        else:
            getattr(e, act)(entry)
    now = e.controller.session.arrays()
    assert all(np.array_equal(v, now[name]) for name, v in before.items())
    if network:
        assert act == "picture" or all(map(np.array_equal, remembered, e.net.a))
    else:
        assert np.array_equal(remembered, e.net.p)
    e.train(5), other.train(5)
    assert np.array_equal(e.losses, other.losses)


def test_a_class_that_breaks_when_nudged_is_told_of_and_left_alone():
    e = explore(Breaking, **SMALL)
    with pytest.raises(LabnetError, match="line .*\nRuntimeError: no nudging, please"):
        e.check_weight("W1[1, 2]")
    e.entry = "W1[1, 2]"
    shown = e.picture["entry"]
    assert shown["check"] is None and shown["value"] == e.net.first and e.error == ""
    e.train(1)


@pytest.mark.parametrize("entry", ["W1[9, 0]", "a1[:, 0]", "W1", None, 3])
@pytest.mark.parametrize("act", ["check_weight", "along"])
def test_only_weights_that_are_there(act, entry):
    with pytest.raises(LabnetError, match="expected a weight|the last is"):
        getattr(explore(**SMALL), act)(entry)


@pytest.mark.parametrize("network", [None, networks.MyNetwork, Doubling])
@pytest.mark.parametrize("entry", ENTRIES)
def test_the_loss_along_a_weight(network, entry):
    e = explore(network, **SMALL)
    e.train(5)
    values, losses = e.along(entry)
    w = nudging.value(e.controller.session, parse(entry))
    assert values[0] < w < values[-1] and len(values) == len(losses) >= 9
    for i in (0, len(values) // 2, -1):
        other = explore(network, state=e.state)
        other.set_weight(entry, values[i])
        assert np.isclose(losses[i], other.loss, rtol=1e-6)


def test_as_many_values_as_time_allows():
    assert len(explore(**SMALL).along("W1[0, 0]")[0]) == 41
    assert len(explore(networks.Slow, **SMALL).along("W1[0, 0]")[0]) == 41  # its insides are known

    class Slow(networks.Slow):
        def forward(self, x):
            return super().forward(x + 0.1)

    assert len(explore(Slow, **SMALL).along("W1[0, 0]")[0]) == 9


@BOTH
def test_the_step_of_the_weight_alone(network):
    e = explore(network, **SMALL, lr=3)
    e.train(5)
    e.entry = "W2[1, 0]"
    shown = e.picture["entry"]
    assert shown["along"]["next"] == shown["value"] - 3 * shown["gradient"]
    other = explore(network, state=e.state)
    other.set_weight("W2[1, 0]", shown["along"]["next"])
    assert np.isclose(shown["along"]["next_loss"], other.loss, rtol=1e-6)


def test_the_range_holds_the_weight_and_its_step_and_stands():
    rng = np.random.default_rng(0)
    for _ in range(500):
        w = rng.normal() * 10.0 ** rng.integers(-3, 4)
        step = w + rng.normal() * 10.0 ** rng.integers(-4, 4)
        low, high = nudging.span(w, step)
        assert low < min(w, step) and max(w, step) < high
        assert np.log2((high - low) / 4) % 1 == 0 and high - low >= max(4, abs(w))
        assert (high - low) < 40 * max(1, abs(w), abs(step - w))
    ends = {nudging.span(w, w - 0.1) for w in np.linspace(0.0, 0.4, 50)}
    assert ends == {(-2.0, 2.0)}


@pytest.mark.parametrize("step", [np.nan, np.inf, 1e300, None])
def test_a_step_beyond_all_bounds_leaves_the_range(step):
    low, high = nudging.span(0.1, step)
    assert -3e6 < low < 0.1 < high < 3e6
    assert step == 1e300 or (low, high) == (-2.0, 2.0)


def test_the_axis_of_losses_stands_on_round_ends():
    for losses in ([0.69, 0.691], [0.5, 0.5], [0.0, 0.0], [1e-9, 3e5], [np.nan, 2.0], [np.nan]):
        low, high = heights(np.array(losses))["range"]
        seen = np.array(losses)[np.isfinite(losses)]
        assert low < high and (low < seen).all() and (seen < high).all()
        assert high - low > 4e-4 * seen.max(initial=0.0)
        assert high - low <= max(2 * np.ptp(seen) if seen.size else 2, 0.002 * abs(high), 1e-8)


KEPT = {"gradient descent": [], "momentum": ["v"], "adagrad": ["s"], "adam": ["m", "v"]}


@pytest.mark.parametrize("optimizer", KEPT)
def test_what_the_optimizer_keeps(optimizer):
    e = explore(**SMALL, optimizer=optimizer, entry="W2[3, 0]")
    assert e.picture["entry"]["moments"] == []
    e.train(4)
    moments = e.picture["entry"]["moments"]
    own = e.controller.session.trainer.optimizer
    where = 2 * 4 + 4 + 3
    assert moments == [[name, getattr(own, name)[where]] for name in KEPT[optimizer]]
    text = e.picture["entry"]["text"]
    assert ("The optimizer keeps" in text) == bool(moments)


def test_a_class_keeps_no_moments():
    e = explore(networks.MyNetwork, **SMALL, entry="W2[3, 0]")
    e.train(4)
    assert e.picture["entry"]["moments"] == []


def test_what_the_browser_is_told_of_a_weight():
    e = explore(**SMALL, entry="W2[3, 0]")
    e.train(3)
    assert e.picture["entry"]["edit"] is None
    start = e.picture["entry"]
    e.set_weight("W2[3, 0]", start["value"] + 0.01)
    shown = e.picture["entry"]
    edit = shown["edit"]
    assert (edit["from"], edit["to"]) == (start["value"], shown["value"])
    assert edit["predicted"] == start["gradient"] * (edit["to"] - edit["from"])
    assert np.isclose(edit["real"], edit["predicted"], rtol=0.05)
    assert {name: shown[name] for name in ("name", "kind", "k", "i", "j")} == {
        "name": "W2",
        "kind": "W",
        "k": 2,
        "i": 3,
        "j": 0,
    }
    values, losses = e.along("W2[3, 0]")
    assert np.array_equal(numbers(shown["along"]["values"]), values.astype("f4"))
    assert np.array_equal(numbers(shown["along"]["losses"]), losses.astype("f4"))
    for said in (
        "W2[3, 0] is ",
        "by backward",
        "by nudging",
        "Set by hand from",
        "this weight alone",
    ):
        assert said in shown["text"]
    e.entry = "W2[2, 0]"
    assert e.picture["entry"]["edit"] is None


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_what_the_browser_is_told_of_a_unit(activation):
    e = explore(hidden=(4, 3), activation=activation, entry="a2[:, 1]")
    e.train(3)
    shown, net = e.picture["entry"], e.picture["net"]
    assert shown["side"] ** 2 == len(shown["map"]) == 2500
    small = np.frombuffer(net["maps"], np.uint8).reshape(7, -1)[4 + 1]
    large = np.frombuffer(shown["map"], np.uint8)
    assert (small[0], small[-1]) == (large[0], large[-1])
    assert shown["text"] == f"a2[:, 1] over x1 and x2, {net['ranges'][5]}."
    assert e.panel == "loss"


def test_a_unit_has_the_shades_of_its_small_map():
    e = explore(hidden=(2, 2), activation="relu", entry="a2[:, 0]")
    first, second = e.net.layers[0], e.net.layers[2]
    first.W[...], first.b[...] = [[1.0, -1.0], [0.0, 0.0]], [[-0.33, 0.33]]
    second.W[...], second.b[...] = -5.0, 1.0  # highest along x1 = 0.33, between the points
    e._present()
    assert e.picture["entry"]["text"].endswith(f"{e.picture['net']['ranges'][2]}.")


def test_what_json_cannot_say_is_not_sent():
    assert [finite(value) for value in (None, np.nan, np.inf, 0.5)] == [None, None, None, 0.5]


def test_a_picture_with_an_entry_can_be_sent():
    for values in ({"entry": "W1[0, 0]"}, {"entry": "a1[:, 0]"}):
        e = explore(lr=10, activation="relu", init="he", output="none, squared error", **values)
        e.train(100)
        assert e.error and e.picture["entry"]
        json.dumps(e.picture, default=len, allow_nan=False)


def test_the_picture_has_the_state():
    e = explore(**SMALL)
    e.train(3)
    assert e.picture["state"] == e.state
