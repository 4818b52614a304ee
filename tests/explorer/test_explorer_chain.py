"""One example's pass: the numbers are the chain rule's, and each formula computes what it says."""

import re

import explorer_networks as networks
import numpy as np
import pytest
from helpers import X, Y

from labnet import explore, numerical_gradient, sigmoid
from labnet.experiments.setup import ACTIVATIONS, OPTIMIZERS
from labnet.explorer.face.lesson import written
from labnet.explorer.run import chain
from labnet.explorer.run.doubt import doubt, telling
from labnet.explorer.run.labnet_networks import OUTPUTS, LabnetNetworks
from labnet.explorer.run.settings import settings

DEFAULTS = {name: setting.default for name, setting in settings().items()}
NUMPY = {
    "σ": sigmoid,
    "tanh": np.tanh,
    "ln": np.log,
    "ReLU": lambda z: np.maximum(z, 0),
    "leaky": lambda z: np.where(z > 0, z, 0.01 * z),
}
CURVES = {"sigmoid": "σ", "tanh": "tanh", "relu": "ReLU", "leaky relu": "leaky"}
CASES = [(activation, output) for activation in ACTIVATIONS for output in OUTPUTS]


def trainer(activation="sigmoid", output="sigmoid, cross-entropy", hidden=(4, 3)):
    values = {"activation": activation, "output": output, "hidden": hidden}
    made = LabnetNetworks().trainer(DEFAULTS | values, X, Y)
    for _ in range(20):
        made.epoch(0.3)
    return made


def follow(trained, output="sigmoid, cross-entropy", index=1):
    _, loss = OUTPUTS[output]
    return chain.follow(trained.net, loss, X[index : index + 1], Y[index : index + 1])


def evaluated(formula, arrays):
    """The value of each part of 'dz2 = da2 ⊙ a2 (1 − a2)': names side by side are multiplied."""
    signs = {"ᵀ": ".T", "−": "-", "⊙": "*", "²": "**2", "½": "0.5", "[": "(", "]": ")"}
    for sign, python in signs.items():
        formula = formula.replace(sign, python)
    formula = re.sub(r"\bln p", "ln(p)", formula)
    formula = re.sub(r"\blr ", "lr * ", re.sub(r"new (\w+)", r"new_\1", formula))
    formula = re.sub(r"(\w|\.T) (?=[a-zA-Z])", r"\1 @ ", formula)
    formula = re.sub(r"(\w) (?=\()", r"\1 * ", formula)
    _, *parts = formula.split(" = ")
    return [eval(part, {}, NUMPY | arrays) for part in parts]


@pytest.mark.parametrize(("activation", "output"), CASES)
@pytest.mark.parametrize("index", [0, 1])
def test_each_formula_gives_its_result(activation, output, index):
    seen = follow(trainer(activation, output), output, index)
    for operation in chain.operations(seen):
        slope = np.where(seen.arrays[f"z{operation.layer}"] > 0, 1.0, 0.01)  # of a leaky unit
        for value in evaluated(operation.formula, seen.arrays | {"slope": slope}):
            assert np.allclose(value, seen.arrays[operation.result], rtol=1e-9), operation.formula


@pytest.mark.parametrize(("activation", "output"), CASES)
def test_gradients_agree_with_nudging(activation, output):
    made = trainer(activation, output)
    seen, net = follow(made, output), made.net

    def loss(theta):
        net.theta = theta
        return follow(made, output).arrays["L"]

    numerical = numerical_gradient(loss, net.theta.copy())
    assert np.allclose(seen.dtheta, numerical, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("hidden", [(), (4,), (4, 3, 2)])
def test_every_array_is_made_by_one_operation_from_earlier_ones(hidden):
    seen = follow(trainer(hidden=hidden))
    known = {"x", "y"} | {name for name in seen.arrays if name[0] in "Wb"}
    for operation in chain.operations(seen):
        assert known.issuperset(operation.inputs) and operation.result not in known
        known.add(operation.result)
    assert known == set(seen.arrays)


def test_following_leaves_the_network_as_it_is():
    made = trainer()
    made.gradients()
    theta, dtheta = made.net.theta.copy(), made.net.dtheta.copy()
    follow(made)
    assert np.array_equal(made.net.theta, theta) and np.array_equal(made.net.dtheta, dtheta)


@pytest.mark.parametrize("hidden", [(), (4,), (4, 3, 2)])
def test_the_last_activation_is_the_prediction(hidden):
    net = trainer(hidden=hidden).net
    *units, p = chain.activations(net, X)
    assert [a.shape for a in units] == [(len(X), n) for n in hidden]
    assert np.array_equal(p, net.predict(X))


def test_where_p_is_saturated_dz_is_still_p_minus_y():
    made = trainer(hidden=())
    made.net.theta[...] = 0.0, 0.0, 1000.0
    with np.errstate(all="ignore"):
        seen = follow(made, index=0)
    found = {name: seen.arrays[name].item() for name in ("y", "p", "dz1", "L")}
    assert found == {"y": 0.0, "p": 1.0, "dz1": 1.0, "L": 1000.0}
    assert np.array_equal(seen.dtheta, [*X[0], 1.0])


def test_a_wrong_gradient_is_named():
    seen = follow(trainer(hidden=(4,)))
    own = seen.dtheta.copy()
    assert doubt(seen, own) == doubt(seen, None) == doubt(None, own) == ""
    assert doubt(seen, own.astype(np.float32)) == ""
    own[8:12] *= 1.01  # b1 follows W1, which is (2, 4)
    assert doubt(seen, own).endswith("your backward in db1.")


def test_the_example_to_ask_with_has_no_zero():
    assert telling(np.array([[0.0, 3.0], [-1.0, 1.0], [2.0, -0.5], [4.0, 0.0]])) == 1


def test_numbers_are_written_for_reading():
    assert written(np.array(0.5)).split() == ["0.5000"]
    assert written(np.array(-0.0)).split() == ["0.0000"]
    assert written(np.array([[1.5, -1e-5, 123456.0]])).split() == ["1.5000", "−1.0e−05", "1.2e+05"]
    tall = written(np.zeros((20, 20))).splitlines()
    assert len(tall) == 5 and tall[0].endswith("…") and tall[-1] == "…"
    assert tall[0].count("0.0000") == 2 and " " not in tall[0]


# The step


def stepped(optimizer="gradient descent", epochs=3, **values):
    """An explorer of one example a step, the Pass of example 12, and theta beforehand."""
    e = explore(hidden=(4, 3), activation="tanh", optimizer=optimizer, lr=0.1, **values)
    e.train(epochs) if epochs else None
    seen, _ = e.controller.session.follow(12)
    return e, seen


def moved(seen):
    """The new weights and biases in one vector."""
    names = [f"new {kind}{k}" for k in (1, 2, 3) for kind in "Wb"]
    return np.concatenate([seen.arrays[name].ravel() for name in names])


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("epochs", [0, 3])
def test_the_step_is_the_optimizers_and_leaves_all_as_it_is(optimizer, epochs):
    e, seen = stepped(optimizer, epochs)
    trainer, other = e.controller.session.trainer, explore(state=e.state)
    assert not np.allclose(moved(seen), e.net.theta)
    theta = e.net.theta.copy()
    trainer.optimizer.step(e.net.theta, seen.dtheta, 0.1)
    assert np.array_equal(moved(seen), e.net.theta)
    again, _ = other.controller.session.follow(12)
    assert np.array_equal(other.net.theta, theta)
    other.train(2)
    assert np.array_equal(other.losses, explore(state=other.state).losses)


def test_the_step_of_gradient_descent_is_its_formula():
    _, seen = stepped()
    steps = [one for one in chain.operations(seen) if one.direction == "step"]
    assert [one.result for one in steps] == [f"new {v}{k}" for k in (1, 2, 3) for v in "Wb"]
    assert steps == chain.operations(seen)[-6:] and [one.layer for one in steps] == [
        1,
        1,
        2,
        2,
        3,
        3,
    ]
    for one in steps:
        (value,) = evaluated(one.formula, seen.arrays)
        assert np.allclose(value, seen.arrays[one.result], rtol=1e-12)
        assert set(one.inputs) <= set(seen.arrays) and "mean over all examples" in one.words


SAID = {"momentum": "v = 0.9 v + dW1", "adagrad": "s = s + dW1²", "adam": "m = 0.9 m + 0.1 dW1"}


@pytest.mark.parametrize("optimizer", SAID)
def test_other_optimizers_say_what_they_keep(optimizer):
    _, seen = stepped(optimizer)
    words = next(one.words for one in seen.steps if one.result == "new W1")
    assert SAID[optimizer] in words and "{" not in words


def test_the_step_of_a_class_is_its_own_affair():
    e = explore(networks.MyNetwork, hidden=(4,), activation="tanh", example=3, stage=99)
    seen, own = e.controller.session.follow(3)
    assert np.allclose(seen.arrays["new W1"], e.net.params["W1"] - 0.3 * own[:8].reshape(2, 4))
    assert "What your step does is its own affair" in e.picture["example"]["stage"]["words"]


def test_a_step_marks_what_it_changes():
    e = explore(hidden=(4,), example=3, stage=99)
    shown = e.picture["example"]["stage"]
    assert shown["direction"] == "step" and shown["formula"] == "new b2 = b2 − lr db2"
    assert shown["marks"] == ["b2", "db2", "lr", "b2"] and "new b2" in shown["rows"]


# The slope at z


def stage(e, formula):
    """What is shown of the operation with this result."""
    stages = e.picture["example"]["stages"]
    e.stage = next(i for i, one in enumerate(stages) if one.startswith(f"{formula} ="))
    return e.picture["example"]["stage"]


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "none"])
def test_the_tangent_at_z(activation):
    e = explore(hidden=(4, 3), activation=activation, example=3, entry="a1[:, 2]")
    seen, _ = e.controller.session.follow(3)
    shown = stage(e, "dz1")
    found, arrays = shown["tangent"], seen.arrays
    assert found["unit"] == 2 and f"At unit 2, z is {found['z']:.4f}" in shown["words"].replace(
        "−", "-"
    )
    assert (found["z"], found["a"]) == (arrays["z1"][0, 2], arrays["a1"][0, 2])
    assert np.isclose(found["slope"] * arrays["da1"][0, 2], arrays["dz1"][0, 2])
    z, a = np.frombuffer(found["curve"], "f4").reshape(-1, 2).T
    assert z[0] <= -6 and z[-1] >= 6 and z[0] < found["z"] < z[-1]
    assert np.allclose(a, NUMPY[CURVES[activation]](z), atol=1e-6)


def test_the_tangent_is_of_the_unit_with_the_largest_dz():
    e = explore(hidden=(4, 3), example=3)
    seen, _ = e.controller.session.follow(3)
    assert stage(e, "dz1")["tangent"]["unit"] == np.abs(seen.arrays["dz1"]).argmax()
    assert stage(e, "dz3")["tangent"]["unit"] == 0
    for formula in ("dW1", "z1", "new W1"):
        shown = stage(e, formula)
        assert shown["tangent"] is None and "At unit" not in shown["words"]


def test_a_line_has_no_tangent():
    e = explore(hidden=(4,), activation="none", output="none, squared error", example=3)
    assert stage(e, "dz1")["tangent"] is stage(e, "dz2")["tangent"] is None


def test_the_curve_reaches_far_z():
    e = explore(hidden=(4,), example=3, entry="a1[:, 0]")
    e.set_weight("b1[0, 0]", 30)
    z, _ = np.frombuffer(stage(e, "dz1")["tangent"]["curve"], "f4").reshape(-1, 2).T
    assert z[-1] == 32
