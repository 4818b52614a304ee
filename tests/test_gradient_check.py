"""check_gradients passes what is right, catches what is planted wrong, and names the place."""

import inspect

import helpers
import numpy as np
import pytest
from helpers import X, Y, flat_backward, flat_forward, flat_parameters, small_network

from labnet import (
    BinaryCrossEntropy,
    LabnetError,
    LeakyReLU,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    check_gradients,
    sigmoid,
)

ACTIVATIONS = [Sigmoid, Tanh, ReLU, LeakyReLU]
LOSSES = [
    SquaredError(),
    SquaredError("sum", half=True),
    BinaryCrossEntropy(),
    BinaryCrossEntropy("sum", eps=1e-9),
]


def network(linear=Linear, activation=Tanh, output=Sigmoid, runs=None):
    """Five linear and activation layers, with a square W in the middle for `linear`."""
    layers = (
        *(Linear(2, 4, bias_init="normal"), activation()),
        *(linear(4, 4, bias_init="normal"), Tanh()),
        *(Linear(4, 1, bias_init="normal"), output()),
    )
    return Network(*layers, rng=np.random.default_rng(2), runs=runs)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("loss", LOSSES, ids=repr)
@pytest.mark.parametrize("runs", [None, 3])
def test_what_is_right_passes(activation, loss, runs):
    net = network(activation=activation, runs=runs)
    theta = net.theta.copy()
    check = check_gradients(net, X, Y, loss)
    assert check and check.passed and len(check.rows) == 6
    assert "All 6 gradients agree" in repr(check)
    np.testing.assert_array_equal(net.theta, theta)


@pytest.mark.parametrize("output", ACTIVATIONS)
def test_every_activation_passes_at_the_output_too(output):
    assert check_gradients(network(output=output), X, Y, SquaredError())


def planted(base, **methods):
    """The class `base` with methods of its own."""
    return type("Planted", (base,), methods)


def gradients_of(dW=None, db=None):
    """A parameter_gradients with one wrong line; each line is a function of (x, dz, W)."""

    def parameter_gradients(self, dz):
        Linear.parameter_gradients(self, dz)
        if dW:
            self.dW[...] = dW(self.x, dz, self.W)
        if db:
            self.db[...] = db(self.x, dz, self.W)

    return planted(Linear, parameter_gradients=parameter_gradients)


def input_gradient(dx):
    """A Linear with a wrong dx, a function of (dz, W, dW)."""

    def backward(self, dz):
        Linear.backward(self, dz)
        return dx(dz, self.W, self.dW)

    return planted(Linear, backward=backward)


def unwritten(self, dz):
    self.dW[...] = self.x.mT @ dz


def added(self, dz):
    self.dW += self.x.mT @ dz
    self.db[...] = dz.sum(axis=-2, keepdims=True)


WRONG_LINEAR = {
    "db is a mean": (gradients_of(db=lambda x, dz, W: dz.mean(axis=-2, keepdims=True)), "db"),
    "db of the first example": (gradients_of(db=lambda x, dz, W: dz[..., :1, :]), "db"),
    "db is 0": (gradients_of(db=lambda x, dz, W: 0.0), "db"),
    "db is the sum of x": (gradients_of(db=lambda x, dz, W: x.sum(axis=-2, keepdims=True)), "db"),
    "db is never written": (planted(Linear, parameter_gradients=unwritten), "db"),
    "dW of the last example": (gradients_of(dW=lambda x, dz, W: x[-1:].mT @ dz[-1:]), "dW"),
    "dW transposed": (gradients_of(dW=lambda x, dz, W: dz.mT @ x), "dW"),
    "dW with 1/n again": (gradients_of(dW=lambda x, dz, W: x.mT @ dz / len(x)), "dW"),
    "dW with the other sign": (gradients_of(dW=lambda x, dz, W: -x.mT @ dz), "dW"),
    "dW with W added": (gradients_of(dW=lambda x, dz, W: x.mT @ dz + 1e-4 * W), "dW"),
    "dW only added to": (planted(Linear, parameter_gradients=added), "dW"),
    "dW off by 1e-5 of itself": (gradients_of(dW=lambda x, dz, W: (1 + 1e-5) * x.mT @ dz), "dW"),
    "dW is NaN": (gradients_of(dW=lambda x, dz, W: np.nan), "dW"),
    "dW is infinite": (gradients_of(dW=lambda x, dz, W: np.inf), "dW"),
}
WRONG_INPUT_GRADIENT = {
    "dx without the transpose": input_gradient(lambda dz, W, dW: dz @ W),
    "dx with the updated W": input_gradient(lambda dz, W, dW: dz @ (W - 0.1 * dW).mT),
    "dx with dW": input_gradient(lambda dz, W, dW: dz @ dW.mT),
    "dx without W": input_gradient(lambda dz, W, dW: dz),
}


@pytest.mark.parametrize("name", WRONG_LINEAR)
def test_a_wrong_parameter_gradient_is_named(name):
    linear, wrong = WRONG_LINEAR[name]
    (other,) = {"dW", "db"} - {wrong}
    check = check_gradients(network(linear), X, Y, BinaryCrossEntropy())
    assert [row.passed for row in check.rows] == [
        True,
        True,
        wrong != "dW",
        wrong != "db",
        True,
        True,
    ]
    told = f"look first at {wrong} of layers[2] Planted(4, 4), at its own line: {other} agrees"
    assert "1 of 6 gradients is wrong" in repr(check) and told in repr(check)


@pytest.mark.parametrize("name", WRONG_INPUT_GRADIENT)
def test_a_wrong_dx_shows_in_the_layer_below(name):
    check = check_gradients(network(WRONG_INPUT_GRADIENT[name]), X, Y, BinaryCrossEntropy())
    assert [row.passed for row in check.rows] == [False, False, True, True, True, True]
    assert "look first at db of layers[0] Linear(2, 4), and at the dz" in repr(check)


def activation(base, slope):
    """An activation that multiplies by another slope, a function of (z, a)."""

    def forward(self, z):
        self.z, self.output = z, base.forward(self, z)
        return self.output

    return planted(base, forward=forward, backward=lambda self, da: da * slope(self.z, self.output))


WRONG_ACTIVATIONS = {
    "sigmoid: z (1 - z)": activation(Sigmoid, lambda z, a: z * (1 - z)),
    "sigmoid: its slope at a": activation(Sigmoid, lambda z, a: sigmoid(a) * (1 - sigmoid(a))),
    "sigmoid: only 1 - a": activation(Sigmoid, lambda z, a: 1 - a),
    "sigmoid: a (1 + a)": activation(Sigmoid, lambda z, a: a * (1 + a)),
    "sigmoid: slope twice": activation(Sigmoid, lambda z, a: (a * (1 - a)) ** 2),
    "sigmoid: no slope": activation(Sigmoid, lambda z, a: 1.0),
    "sigmoid: sign": activation(Sigmoid, lambda z, a: a * (a - 1)),
    "tanh: 1 - z^2": activation(Tanh, lambda z, a: 1 - z * z),
    "tanh: 1 - a": activation(Tanh, lambda z, a: 1 - a),
    "tanh: the sigmoid's": activation(Tanh, lambda z, a: a * (1 - a)),
    "relu: a >= 0, always 1": activation(ReLU, lambda z, a: a >= 0),
    "relu: z < 0": activation(ReLU, lambda z, a: z < 0),
    "relu: a instead of 1": activation(ReLU, lambda z, a: a),
    "leaky: alpha forgotten": activation(LeakyReLU, lambda z, a: z > 0),
    "leaky: alpha added": activation(LeakyReLU, lambda z, a: (z > 0) + 0.01),
}


@pytest.mark.parametrize("name", WRONG_ACTIVATIONS)
@pytest.mark.parametrize("runs", [None, 3])
def test_a_wrong_slope_is_caught_below_it(name, runs):
    net = network(activation=WRONG_ACTIVATIONS[name], runs=runs)
    check = check_gradients(net, X, Y, SquaredError())
    assert [row.passed for row in check.rows] == [False, False, True, True, True, True]
    assert "2 of 6 gradients are wrong" in repr(check)


def test_a_wrong_slope_at_the_output_is_not_hidden_by_cross_entropy():
    net = network(output=WRONG_ACTIVATIONS["sigmoid: only 1 - a"])
    assert not check_gradients(net, X, Y, BinaryCrossEntropy())


def loss(base, dp):
    """A loss with a wrong dp, a function of (p, y), before the factor 1/n."""
    return planted(base, backward=lambda self: dp(self.p, self.y) / self.n)()


WRONG_LOSSES = {
    "without the 2": loss(SquaredError, lambda p, y: p - y),
    "y - p": loss(SquaredError, lambda p, y: 2 * (y - p)),
    "the class 0 term forgotten": loss(BinaryCrossEntropy, lambda p, y: -y / p),
    "p - y as dp": loss(BinaryCrossEntropy, lambda p, y: p - y),
    "sign of the class 0 term": loss(BinaryCrossEntropy, lambda p, y: -y / p - (1 - y) / (1 - p)),
}


@pytest.mark.parametrize("name", WRONG_LOSSES)
def test_a_wrong_loss_makes_every_gradient_wrong(name):
    check = check_gradients(network(), X, Y, WRONG_LOSSES[name])
    assert not any(row.passed for row in check.rows)
    assert "look first at db of layers[4] Linear(4, 1), and at the dz that reaches it" in repr(
        check
    )


@pytest.mark.parametrize("factor", [7, 1 / 7], ids=["sum instead of mean", "1/n twice"])
def test_a_factor_n_too_much_or_too_little(factor):
    loss = planted(SquaredError, backward=lambda self: factor * SquaredError.backward(self))
    assert not check_gradients(network(), X, Y, loss())


def test_one_wrong_run_among_many():
    class Planted(Linear):
        def parameter_gradients(self, dz):
            super().parameter_gradients(dz)
            self.dW[1] *= 1 + 1e-5

    check = check_gradients(network(Planted, runs=100), X, Y, SquaredError())
    assert [row.name for row in check.rows if not row.passed] == ["dW"]


# the same in flat code: a line of helpers.flat_backward, what stands there instead, what is wrong
WRONG_LINES = {
    "dp without the 2": ("2 * (p - y)", "(p - y)", "dW1 db1 dW2 db2"),
    "dp with the other sign": ("(p - y)", "(y - p)", "dW1 db1 dW2 db2"),
    "dp without 1/n": ("/ len(y)", "", "dW1 db1 dW2 db2"),
    "dz2 without the slope": ("dp * p * (1 - p)", "dp", "dW1 db1 dW2 db2"),
    "dz2 with the slope at p": (
        "dp * p * (1 - p)",
        "dp / (1 + np.exp(-p)) * (1 - 1 / (1 + np.exp(-p)))",
        "dW1 db1 dW2 db2",
    ),
    "dW2 with x": ("a1.T @ dz2", "x.T @ dz2", "dW2"),
    "dW2 with dp": ("a1.T @ dz2", "a1.T @ dp", "dW2"),
    "dW2 of the last example": ("a1.T @ dz2", "a1[-1:].T @ dz2[-1:]", "dW2"),
    "db2 is a mean": ("db2 = dz2.sum(", "db2 = dz2.mean(", "db2"),
    "da1 without W2": ('params["W2"].T', "np.ones((1, 2))", "dW1 db1"),
    "da1 with W1": ('dz2 @ params["W2"].T', 'dz2 @ params["W1"][:1]', "dW1 db1"),
    "dz1 without the slope": ("da1 * a1 * (1 - a1)", "da1", "dW1 db1"),
    "dz1 with tanh's slope": ("da1 * a1 * (1 - a1)", "da1 * (1 - a1**2)", "dW1 db1"),
    "dW1 with a1": ("x.T @ dz1", "a1.T @ dz1", "dW1"),
    "dW1 transposed": ("x.T @ dz1", "dz1.T @ x", "dW1"),
    "dW1 with da1": ("x.T @ dz1", "x.T @ da1", "dW1"),
    "db1 of the first example": ("dz1.sum(axis=0, keepdims=True)", "dz1[:1]", "db1"),
    "db1 is NaN": ("dz1.sum(axis=0, keepdims=True)", "dz1[:1] * np.nan", "db1"),
    "db1 is infinite": ("dz1.sum(axis=0, keepdims=True)", "np.full((1, 2), np.inf)", "db1"),
    "dW1 and dW2 mixed up": ('"dW1": dW1', '"dW1": dW1 + dW2', "dW1"),
}


def flat_backward_with(right, wrong):
    source = inspect.getsource(flat_backward)
    assert source.count(right) == 1
    names = vars(helpers).copy()
    exec(source.replace(right, wrong), names)
    return names["flat_backward"]


def check_flat(forward=flat_forward, backward=flat_backward, loss=None, **changes):
    params = flat_parameters(small_network()) | changes
    return check_gradients((forward, backward), X, Y, loss or SquaredError(), params)


def test_a_right_pair_of_functions_passes():
    check = check_flat()
    assert check and "All 4 gradients agree" in repr(check)
    assert check_flat(W1=[[1, 2], [3, -1]])


def test_the_caller_s_parameters_stay_as_they_are():
    def updating(y, cache, params):
        params["W1"] -= 1.0
        return flat_backward(y, cache, params)

    W1 = np.eye(2)
    check_flat(backward=updating, W1=W1)
    np.testing.assert_array_equal(W1, np.eye(2))


@pytest.mark.parametrize("name", WRONG_LINES)
def test_a_wrong_line_is_caught(name):
    right, wrong, names = WRONG_LINES[name]
    check = check_flat(backward=flat_backward_with(right, wrong))
    assert " ".join(row.name for row in check.rows if not row.passed) == names
    assert not check and f"look first at {names.split()[-1]} of your backward" in repr(check)


@pytest.mark.parametrize(
    "right, wrong, shape, expected",
    [
        ("dz1.sum(axis=0, keepdims=True)", "dz1", "(7, 2)", "(1, 2)"),
        ("dz1.sum(axis=0, keepdims=True)", "dz1.sum(axis=0)", "(2,)", "(1, 2)"),
        ("a1.T @ dz2", "(a1.T @ dz2).T", "(1, 2)", "(2, 1)"),
        ("a1.T @ dz2", "dz2.sum()", "()", "(2, 1)"),
    ],
)
def test_a_wrong_shape_is_shown_as_such(right, wrong, shape, expected):
    check = check_flat(backward=flat_backward_with(right, wrong))
    (line,) = [line for line in repr(check).splitlines() if "WRONG" in line]
    assert shape in line and f"expected shape {expected}" in line


def test_the_functions_own_errors_pass_through():
    with pytest.raises(ValueError, match="matmul"):
        check_flat(backward=flat_backward_with("x.T @ dz1", "x @ dz1"))


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"backward": flat_backward_with('"db1": db1, ', "")}, r"no \['db1'\], only \['dW1'.*add"),
        (
            {"backward": lambda y, cache, params: None},
            "backward returned NoneType; expected a dict",
        ),
        ({"forward": lambda x, params: None}, "forward returned NoneType.*return p, cache"),
        ({"backward": flat_backward_with('"db1": db1', '"db1": None')}, "db1 is None.*of numbers"),
        ({"backward": 3}, r"net is .*3\); expected a Network, or a pair of functions"),
        ({"loss": "mse"}, "loss is 'mse'; expected an object such as"),
        ({"W1": "W1"}, "W1 is 'W1'.*expected an array of numbers"),
    ],
)
def test_a_pair_that_cannot_be_checked(changes, message):
    with pytest.raises(LabnetError, match=message):
        check_flat(**changes)


@pytest.mark.parametrize(
    "net, params, message",
    [
        ((flat_forward, flat_backward), None, "params is None; expected a dictionary"),
        ((flat_forward, flat_backward), {}, "params is {}; expected a dictionary"),
        ((flat_forward,), {"W1": 1}, "expected a Network, or a pair"),
        (flat_forward, {"W1": 1}, "expected a Network, or a pair"),
        (Network, None, "expected a Network, or a pair"),
    ],
)
def test_what_is_neither_a_network_nor_a_pair(net, params, message):
    with pytest.raises(LabnetError, match=message):
        check_gradients(net, X, Y, SquaredError(), params)


def test_an_error_in_the_middle_leaves_theta_as_it_was():
    """p is 0 and may be, but nudged it is below 0, where cross-entropy has no value."""
    net = Network(Linear(2, 1, init="zeros"), rng=np.random.default_rng(0))
    with pytest.raises(LabnetError, match="between 0 and 1"):
        check_gradients(net, X, 0 * Y, BinaryCrossEntropy())
    assert (net.theta == 0).all()


def test_gradients_too_small_for_central_differences_pass():
    """All units saturated: the gradients are below rounding noise, and right."""
    net = network(output=Sigmoid)
    net.theta *= 30
    assert check_gradients(net, X, Y, SquaredError())


def test_the_table():
    net = network(gradients_of(db=lambda x, dz, W: 0.0))
    lines = repr(check_gradients(net, X, Y, SquaredError())).splitlines()
    assert lines[0].split() == ["layer", "shape", "relative", "error", "verdict"]
    assert lines[1].split() == [
        "layers[0]",
        "Linear(2,",
        "4)",
        "dW",
        "(2,",
        "4)",
        "<",
        "1e-06",
        "agrees",
    ]
    assert lines[4].endswith("1               WRONG")
    assert len({line.find("dW") for line in lines[:-1] if "dW" in line}) == 1  # one column
    assert len(lines) == 9
