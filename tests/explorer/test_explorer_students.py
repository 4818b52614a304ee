"""A student's own network in the explorer: every way to give one, and every way to be wrong."""

import explorer_networks as networks
import numpy as np
import pytest
from explorer_networks import MyNetwork
from matplotlib.figure import Figure

from labnet import LabnetError, Network, explore
from labnet.explorer.face.still import draw_map

# class: the line of theirs that is shown, and what is said
WRONG = {
    "ReturnsNone": ("def forward", "returned None: is its `return` missing?"),
    "ReturnsFlat": ("return super().forward(x)[:, 0]", "shape (21,); expected (21, 1)"),
    "ReturnsText": ('return "p"', "returned str"),
    "ReturnsNaN": ("return super().forward(x) * np.nan", "NaN before any training"),
    "Raises": ("return (self.a[-1] - y) @ np.ones((3, 3))", "ValueError"),
    "WrongShape": ("return grads", "gave dW1 of shape (2, 1); expected (2, 4)"),
    "Linear": ("return super().forward(x) - 3", "between 0 and 1: end with a sigmoid"),
    "NoMethods": ("", "NoMethods has no method 'forward'"),
    "ManyArguments": ("", "missing 1 required positional argument: 'layers'"),
}


def one_hidden_layer(network, **values):
    return explore(network, hidden=(4,), **values)


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_shown_with_the_own_line(name):
    e = one_hidden_layer(getattr(networks, name))
    e.train(2)
    line, sentence = WRONG[name]
    assert line in e.error and sentence in e.error and "Mend it" in e.error
    assert "Traceback" not in e.error and len(e.error) < 400


def test_a_mistake_ends_with_the_setting_that_caused_it():
    e = one_hidden_layer(MyNetwork)
    e.train(5)
    e.activation = "relu"
    assert "KeyError: 'relu'" in e.error and e.epoch == 0 and np.isnan(e.loss)
    assert not e.controller.busy
    e.activation = "tanh"
    assert e.error == "" and e.epoch == 5 and e.loss > 0


def test_a_state_that_asks_for_what_the_class_decides_is_refused():
    e = one_hidden_layer(MyNetwork)
    e.train(5)
    with pytest.raises(LabnetError, match="init cannot be changed here"):
        e.state = "hidden=4; init=he; epoch=3"
    assert e.epoch == 5


def test_where_p_is_unknown_nothing_is_claimed():
    e = one_hidden_layer(networks.ReturnsNaN)
    figures = e.picture["figures"]
    shown = [figures[name] for name in ("loss", "accuracy", "right")]
    assert shown == ["unknown", "unknown", ""]
    assert set(e.picture["heat"]) == {127}
    ax = Figure().subplots()
    draw_map(ax, e.controller.session, 10)
    assert (ax.images[0].get_array() == 0.5).all()


def test_no_number_later_on_is_divergence():
    e = one_hidden_layer(networks.RunsAway)
    e.train(20)
    assert "Stopped at epoch" in e.error and "such as 0.03" in e.error
    assert 0 < e.epoch < 20 and np.isfinite(e.losses[:-1]).all()


def test_the_own_code_is_what_runs():
    values = {"seed": 3, "retrain": False, "activation": "sigmoid"}
    own, labnets = one_hidden_layer(MyNetwork, **values), explore(hidden=(4,), **values)
    for e in (own, labnets):
        e.train(50)
        e.lr = 1.0
        e.train(50)
    assert isinstance(own.net, MyNetwork) and isinstance(labnets.net, Network)
    assert np.allclose(own.losses, labnets.losses, rtol=1e-9)
    assert np.allclose(*(np.frombuffer(e.picture["net"]["dW"], "f4") for e in (own, labnets)))


def test_structural_sliders_build_the_class_anew():
    e = one_hidden_layer(MyNetwork)
    e.train(10)
    e.hidden = (3, 2)
    assert e.epoch == 10 and e.net.params["W2"].shape == (3, 2)


def test_a_class_that_hands_its_arguments_on_gets_all_of_them():
    class HandedOn(MyNetwork):
        def __init__(self, *args, **settings):
            super().__init__(*args, **settings)

    def start(network, **values):
        return explore(network=network, hidden=[3], **values).net.params["W1"]

    for values in ({"seed": 1}, {"seed": 2}, {"activation": "tanh"}):
        assert np.array_equal(start(HandedOn, **values), start(MyNetwork, **values))
    assert not np.array_equal(start(HandedOn, seed=1), start(HandedOn, seed=2))


def test_an_object_is_copied_and_its_structure_is_fixed():
    given = MyNetwork([2, 3, 1], rng=np.random.default_rng(1))
    before = given.params["W1"].copy()
    e = explore(given)
    e.train(10)
    first = e.loss
    e.rewind()
    e.train(10)
    assert e.loss == first and np.array_equal(given.params["W1"], before)
    names = [control["name"] for control in e.controls]
    assert not {"hidden", "activation", "init", "seed", "new weights", "over seeds"} & set(names)
    with pytest.raises(LabnetError, match="cannot be changed here"):
        e.hidden = (3,)


def test_training_an_object_elsewhere_leaves_the_initial_weights_alone():
    given = MyNetwork([2, 3, 1], rng=np.random.default_rng(1))
    e = explore(given)
    first = e.loss
    given.params["W1"] += 1.0
    e.rewind()
    assert e.loss == first


def test_a_pinned_object_is_told_by_its_rate():
    e = explore(MyNetwork([2, 3, 1]))
    e.pin()
    assert e.pins[0]["text"].startswith("A: lr 0.3 · epoch 0, loss ")


def test_picking_an_example_leaves_the_own_network_alone():
    e = one_hidden_layer(MyNetwork)
    e.train(5)
    before = dict(e.net.grads)
    e.example = 3
    assert e.picture["example"]["dW"] and before.keys() == e.net.grads.keys()
    assert all(np.array_equal(before[name], grad) for name, grad in e.net.grads.items())


def test_a_function_makes_the_network():
    e = explore(lambda: MyNetwork([2, 3, 1], rng=np.random.default_rng()))
    first = e.loss
    e.train(3)
    e.rewind()
    assert e.loss == first
    e.new_weights()
    assert e.loss != first and "hidden" not in [control["name"] for control in e.controls]


def test_what_a_class_lacks_is_not_shown():
    e = one_hidden_layer(networks.Bare)
    e.train(5)
    assert e.error == "" and e.picture["net"] is None and len(e.picture["heat"]) == 50 * 50
    assert "activation" not in [control["name"] for control in e.controls]
    e.pin()
    assert "Bare 2-4-1; lr 0.3" in repr(e) and "lr 0.3, 2-4-1 ·" in e.pins[0]["text"]
    e.example = 3
    shown = e.picture["example"]
    assert shown["layers"] == shown["stages"] == [] and shown["dW"] == b"" and e.error == ""


def test_weights_without_a_known_inside_are_not_drawn_as_if_known():
    class Bent(MyNetwork):
        def forward(self, x):
            return super().forward(x) ** 2

    e = one_hidden_layer(Bent)
    assert e.picture["net"] is None and e.error == ""


def test_where_every_activation_fits_the_chosen_one_is_shown():
    class Zero(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng)
            self.params = {name: np.zeros_like(v) for name, v in self.params.items()}

    e = one_hidden_layer(Zero, activation="tanh", example=3)
    assert "a1 = tanh(z1)" in e.picture["example"]["stages"]


def test_biases_may_be_missing():
    class Unbiased(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng)
            self.params = {name: v for name, v in self.params.items() if name[0] == "W"}

        def forward(self, x):
            self.a = [x]
            for k in range(1, self.K + 1):
                self.a.append(self.f(self.a[-1] @ self.params[f"W{k}"]))
            return self.a[-1]

    e = one_hidden_layer(Unbiased)
    e.train(5)
    assert "b" not in [array["kind"] for array in e.scene["net"]["arrays"]] and e.error == ""


def test_a_wrong_gradient_is_named_beside_the_example():
    e = one_hidden_layer(networks.WrongGradient)
    e.example = 3
    assert "in dW2." in e.picture["example"]["note"]
    e = one_hidden_layer(MyNetwork)
    e.example = 3
    assert e.picture["example"]["note"] == "" and e.picture["example"]["stages"]


def test_a_wrong_gradient_is_told_before_an_example_is_picked():
    e = one_hidden_layer(networks.WrongGradient)
    e.train(5)
    told = "other numbers than your backward in dW2."
    assert told in e.picture["figures"]["doubt"] and told in repr(e) and e.error == ""
    right = one_hidden_layer(MyNetwork)
    assert right.picture["figures"]["doubt"] == "" and "backward" not in repr(right)


def test_single_precision_is_no_mistake():
    class Single(MyNetwork):
        def forward(self, x):
            self.params = {name: v.astype(np.float32) for name, v in self.params.items()}
            return super().forward(x.astype(np.float32)).astype(np.float32)

    e = one_hidden_layer(Single)
    e.train(200)
    e.example = 3
    assert e.picture["net"] and e.picture["figures"]["doubt"] == e.picture["example"]["note"] == ""


def test_a_linear_output_is_welcome_with_squared_error():
    e = one_hidden_layer(networks.Linear, output="none, squared error")
    assert e.error == "" and np.isfinite(e.loss)


SQUARED = {"sigmoid, squared error": 2, "sigmoid, half the squared error": 1}


@pytest.mark.parametrize("output", SQUARED)
@pytest.mark.parametrize("factor", SQUARED.values())
def test_whole_or_half_the_squared_error_is_told_apart(output, factor):
    class Squared(MyNetwork):
        def backward(self, y):
            p = self.a[-1]
            return super().backward(p - factor * (p - y) * p * (1 - p))  # so that dz is this

    e = one_hidden_layer(Squared, output=output)
    assert (e.picture["figures"]["doubt"] == "") == (SQUARED[output] == factor)
    whole = np.mean((e.controller.session.p - e.controller.session.y) ** 2)
    assert np.isclose(e.loss, whole * SQUARED[output] / 2)


def test_a_prediction_of_exactly_0_or_1_has_a_finite_loss():
    class Hard(MyNetwork):
        def forward(self, x):
            return np.round(super().forward(x))

    e = one_hidden_layer(Hard)
    e.train(5)
    assert e.error == "" and e.accuracy < 1
    assert np.isclose(e.loss, (1 - e.accuracy) * -np.log(1e-12))


def test_over_seeds_trains_the_own_class():
    e = one_hidden_layer(MyNetwork, data="linear")
    e.train(5)
    seeds = e.over_seeds(4)
    assert seeds.losses.shape == (6, 4) and np.isclose(seeds.losses[5, 0], e.loss)


def test_over_seeds_shows_what_the_own_code_raises():
    e = one_hidden_layer(networks.Raises)
    e.over_seeds(3)
    assert "ValueError" in e.error


@pytest.mark.parametrize("network", [3, "MyNetwork", Network])
def test_what_is_no_network_is_refused(network):
    with pytest.raises(LabnetError, match="class"):
        explore(network)


@pytest.mark.parametrize("name", ["MovesInBackward", "MovesOnceLrIsKnown", "MovesInPlace"])
def test_a_backward_that_moves_the_weights_is_told(name):
    e = one_hidden_layer(getattr(networks, name))
    told = "Your backward moves the weights, which is for step alone"
    assert e.picture["figures"]["doubt"].startswith(told) and told in repr(e)
    assert e.error == ""


@pytest.mark.parametrize("name", ["MyNetwork", "Bare", "Drops"])
def test_one_that_leaves_them_to_step_is_not(name):
    e = one_hidden_layer(getattr(networks, name))
    assert "moves the weights" not in repr(e) and e.controller.session.remark == ""


@pytest.mark.parametrize(
    ("usual", "expected"), [("tanh", "tanh"), ("swish", "sigmoid"), ([], "sigmoid")]
)
def test_a_class_begins_with_its_own_activation(usual, expected):
    class Own(MyNetwork):
        def __init__(self, sizes, activation=usual, rng=None):
            super().__init__(sizes, activation, rng)

    assert explore(Own, hidden=(4,)).activation == expected
    assert explore().activation == "tanh"
