"""One example's pass: the numbers are the chain rule's, and each formula computes what it says."""

import re

import numpy as np
import pytest
from helpers import X, Y

from labnet import numerical_gradient, sigmoid
from labnet.experiments.setup import ACTIVATIONS
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
    assert len(tall) == 9 and tall[0].endswith("…") and tall[-1] == "…"
    assert tall[0].count("0.0000") == 3 and " " not in tall[0]
