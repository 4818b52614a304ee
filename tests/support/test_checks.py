"""Bad input: each message names the value and the cure, and nothing has changed before it."""

import pickle

import numpy as np
import pytest
from helpers import X, Y, generators, small_network

from labnet import (
    Adam,
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    LeakyReLU,
    Linear,
    Momentum,
    Network,
    Sigmoid,
    SquaredError,
    accuracy,
    circles_data,
    linear_data,
    loss_and_gradient,
    numerical_gradient,
    plots,
    presets,
    sigmoid,
    spiral_data,
    sweep,
    train,
    xor_data,
)
from labnet.spread import wilson

NAN, INF = X.copy(), X.copy()
NAN[2, 1], INF[0, 0] = np.nan, -np.inf
RAGGED, TEXT = [[1, 2], [3]], [["1", "2"]] * 7
OBJECTS = np.array([[1, None]] * 7)


def rng():
    return np.random.default_rng(0)


def check(call, *words):
    with pytest.raises(LabnetError) as error:
        call()
    message = str(error.value)
    assert [word for word in words if word not in message] == [], message
    assert message.endswith(".") and len(message) < 450


# what is wrong with X: (X, the value, the cure)
BAD_X = {
    "NaN": (NAN, "1 value(s) that are NaN or infinite", "remove or replace them"),
    "infinite": (INF, "1 value(s) that are NaN or infinite", "remove or replace them"),
    "three columns": (np.ones((7, 3)), "3 number(s)", "takes 2: Linear(2, 2)"),
    "one example": (X[0], "shape (2,)", "reshape(1, -1)"),
    "a number": (0.5, "shape ()", "expected (n, columns)"),
    "a run axis": (X[None], "shape (1, 7, 2)", "expected (n, columns)"),
    "empty": (X[:0], "empty (shape (0, 2))", "at least one example"),
    "ragged": (RAGGED, "[[1, 2], [3]]", "all rows of one length"),
    "text": (TEXT, "['1', '2']", "array of numbers"),
    "objects": (OBJECTS, "dtype=object", "array of numbers"),
    "None": (None, "None", "array of numbers"),
    "complex": (X * 1j, "j", "array of numbers"),
}
# what it is called there, and the use
USES_OF_X = {
    "train": ("X ", lambda net, X: train(net, X, Y, SquaredError(), GradientDescent(0.1), 3)),
    "gradient": ("X ", lambda net, X: loss_and_gradient(net, X, Y, SquaredError())),
    "forward": ("x ", lambda net, X: net.forward(X)),
    "predict": ("x ", lambda net, X: net.predict(X)),
}


@pytest.mark.parametrize("use", USES_OF_X)
@pytest.mark.parametrize("name", BAD_X)
def test_bad_x(use, name):
    (title, call), (X, *words) = USES_OF_X[use], BAD_X[name]
    check(lambda: call(small_network(), X), title, *words)


@pytest.mark.parametrize("axis", [2, 4])
def test_data_for_another_number_of_runs(axis):
    net, data = small_network(generators()), np.stack([X] * axis)
    check(lambda: net.predict(data), f"shape ({axis}, 7, 2)", f"so {axis} runs", "expected 3")
    labels = np.stack([Y] * axis)
    check(
        lambda: loss_and_gradient(net, X, labels, SquaredError()),
        f"y has shape ({axis}, 7, 1)",
        "3",
    )


# what is wrong with a training: (the settings that differ from a good one, the value, the cure)
BAD_TRAINING = {
    "y is flat": ({"y": Y[:, 0]}, "shape (7,)", "y.reshape(-1, 1)"),
    "y is too short": ({"y": Y[:5]}, "shape (5, 1)", "expected (7, 1)"),
    "y is too wide": ({"y": np.hstack([Y, Y])}, "shape (7, 2)", "expected (7, 1)"),
    "y has runs": ({"y": Y[None]}, "shape (1, 7, 1)", "expected (n, columns)"),
    "y is NaN": ({"y": NAN[:, 1:]}, "y has 1 value(s) that are NaN", "remove or replace"),
    "y is text": ({"y": [["yes"]] * 7}, "y is [['yes'], ", "array of numbers"),
    "y is ragged": ({"y": RAGGED}, "y is [[1, 2], [3]]", "all rows of one length"),
    "labels 1 and 2": ({"y": Y + 1}, "y holds 2", "0 or 1"),
    "labels -1 and 1": ({"y": 2 * Y - 1}, "y holds -1", "SquaredError()"),
    "labels 0.9": ({"y": 0.9 * Y}, "y holds 0.9", "0 or 1"),
    "labels for report": (
        {"y": 0.9 * Y, "loss": SquaredError(), "report": BinaryCrossEntropy(), "batch_size": 1},
        "y holds 0.9",
        "0 or 1",
    ),
    "epochs 0": ({"epochs": 0}, "epochs is 0", "positive whole number"),
    "epochs -1": ({"epochs": -1}, "epochs is -1", "positive whole number"),
    "epochs 2.5": ({"epochs": 2.5}, "epochs is 2.5", "positive whole number"),
    "epochs text": ({"epochs": "10"}, "epochs is '10'", "positive whole number"),
    "epochs True": ({"epochs": True}, "epochs is True", "positive whole number"),
    "epochs None": ({"epochs": None}, "epochs is None", "positive whole number"),
    "epochs NaN": ({"epochs": float("nan")}, "epochs is nan", "positive whole number"),
    "batch_size 0": ({"batch_size": 0}, "batch_size is 0", "positive whole number"),
    "batch_size -1": ({"batch_size": -1}, "batch_size is -1", "positive whole number"),
    "batch_size 2.5": ({"batch_size": 2.5}, "batch_size is 2.5", "positive whole number"),
    "batch_size text": ({"batch_size": "all"}, "batch_size is 'all'", "positive whole number"),
    "batch_size True": ({"batch_size": True}, "batch_size is True", "positive whole number"),
    "log_every 0": ({"log_every": 0}, "log_every is 0", "positive whole number"),
    "log_every 0.5": ({"log_every": 0.5}, "log_every is 0.5", "positive whole number"),
    "log_format": ({"log_every": 1, "log_format": "{step}"}, "'{step}'", "fields {epoch}, {loss}"),
    "log_format %": ({"log_every": 1, "log_format": "{loss:%%}"}, "'{loss:%%}'", "{accuracy}"),
    "log_format 3": ({"log_every": 1, "log_format": 3}, "log_format is 3", "expected text"),
    "loss is text": ({"loss": "bce"}, "loss is 'bce'", "BinaryCrossEntropy()"),
    "loss is a class": (
        {"loss": SquaredError},
        "class SquaredError",
        "make an object of it: SquaredError(...)",
    ),
    "loss is None": ({"loss": None}, "loss is None", "BinaryCrossEntropy()"),
    "report is text": ({"report": "mse"}, "report is 'mse'", "BinaryCrossEntropy()"),
    "report is False": ({"report": False}, "report is False", "BinaryCrossEntropy()"),
    "optimizer is a number": ({"optimizer": 0.1}, "optimizer is 0.1", "GradientDescent(0.1)"),
    "optimizer is text": ({"optimizer": "adam"}, "optimizer is 'adam'", "GradientDescent(0.1)"),
    "optimizer is a class": ({"optimizer": Adam}, "class Adam", "make an object of it: Adam(...)"),
    "net is a class": ({"net": Network}, "class Network", "make an object of it: Network(...)"),
    "net is a list": ({"net": [1]}, "net is [1]", "Network("),
    "lr of runs": ({"optimizer": Adam([0.1, 0.2])}, "lr has 2 values", "expected one number"),
    "shuffle 1": ({"shuffle": 1}, "shuffle is 1", "np.random.default_rng(seed)"),
    "shuffle True": ({"shuffle": True}, "shuffle is True", "np.random.default_rng(seed)"),
    "shuffle of runs": ({"shuffle": [rng()]}, "shuffle is [Generator", "one generator"),
    "schedule word": ({"schedule": "halve"}, "schedule", "'halve at half'"),
    "schedule value": ({"schedule": lambda e: "fast"}, "schedule(0) is 'fast'", "finite number"),
    "schedule NaN": ({"schedule": lambda e: np.nan}, "schedule(0) is nan", "finite number"),
    "schedule uphill": ({"schedule": lambda e: -1}, "schedule(0) is -1", "0 or more"),
    "stop_loss text": ({"stop_loss": "low"}, "stop_loss is 'low'", "finite number"),
    "stop_loss NaN": ({"stop_loss": np.nan}, "stop_loss is nan", "finite number"),
    "stop_accuracy 100": ({"stop_accuracy": 100}, "stop_accuracy is 100", "up to 1"),
    "stop_accuracy 0": ({"stop_accuracy": 0}, "stop_accuracy is 0", "above 0"),
    "stop_accuracy True": ({"stop_accuracy": True}, "stop_accuracy is True", "a share"),
    "decision": ({"decision": "p >= 0.5"}, "decision is 'p >= 0.5'", "'p > 0.5', 'round'"),
    "decision function": ({"decision": np.round}, "decision is <", "'p > 0.5', 'round'"),
}


@pytest.mark.parametrize("name", BAD_TRAINING)
@pytest.mark.parametrize("batch_size", [None, 1])
def test_bad_training(name, batch_size):
    changes, *words = BAD_TRAINING[name]
    net = small_network()
    theta = net.theta.copy()
    good = {"net": net, "X": X, "y": Y, "loss": BinaryCrossEntropy(), "epochs": 3}
    good |= {"optimizer": GradientDescent(0.1), "batch_size": batch_size}
    check(lambda: train(**good | changes), *words)
    np.testing.assert_array_equal(net.theta, theta)


@pytest.mark.parametrize("batch_size", [None, 1])
def test_cross_entropy_of_what_is_no_probability(batch_size):
    """Only the last example is out of range, which one at a time would meet after six steps."""
    net = Network(Linear(2, 1, bias=False, init=lambda *_: [[0], [1]]), rng=rng())
    X = np.full((7, 2), 0.5)
    X[-1] = 1.25
    step = GradientDescent(0.1)

    def call():
        train(net, X, Y, BinaryCrossEntropy(), step, 3, batch_size=batch_size)

    check(call, "p runs from 0.5 to 1.25", "end the network with Sigmoid()", "SquaredError()")
    np.testing.assert_array_equal(net.theta, [0, 1])


@pytest.mark.parametrize("shuffle", [[], generators(2), [1, 2, 3]], ids=["none", "two", "numbers"])
def test_shuffle_for_another_number_of_runs(shuffle):
    net = small_network(runs=3)

    def call():
        train(net, X, Y, SquaredError(), Adam(), 3, shuffle=shuffle)

    check(call, "shuffle", "runs is 3" if len(shuffle) == 2 else "a list of one for each run")


@pytest.mark.parametrize("make", [GradientDescent, Momentum, Adam])
@pytest.mark.parametrize(
    "lr",
    [
        0,
        -0.1,
        float("nan"),
        float("inf"),
        "0.1",
        "fast",
        None,
        True,
        [],
        [0.1, -1],
        [[0.1]],
        {},
        1j,
    ],
)
def test_bad_lr(make, lr):
    check(lambda: make(lr), "lr is " + repr(lr)[:5], "a positive number such as 0.1")


def test_an_lr_for_another_number_of_runs():
    net = small_network(runs=3)

    def call():
        train(net, X, Y, SquaredError(), Adam([0.1, 0.2]), 3)

    check(call, "lr has 2 values", "one for each", "(3)")


# what cannot be made: (a function that tries, the value, the cure)
BAD_PARTS = {
    "beta 1": (lambda: Momentum(0.1, beta=1), "beta is 1", "not including, 1"),
    "beta -0.1": (lambda: Momentum(0.1, beta=-0.1), "beta is -0.1", "from 0"),
    "beta1 NaN": (lambda: Adam(beta1=np.nan), "beta1 is nan", "from 0"),
    "beta2 text": (lambda: Adam(beta2="0.9"), "beta2 is '0.9'", "from 0"),
    "eps negative": (lambda: Adam(eps=-1e-8), "eps is -1e-08", "0 or more"),
    "reduction": (lambda: SquaredError("avg"), "reduction is 'avg'", "'mean', 'sum'"),
    "reduction None": (lambda: BinaryCrossEntropy(None), "reduction is None", "'mean', 'sum'"),
    "loss eps": (lambda: BinaryCrossEntropy(eps=-1), "eps is -1", "0 or more"),
    "loss eps text": (lambda: BinaryCrossEntropy(eps="1e-9"), "eps is '1e-9'", "finite number"),
    "alpha": (lambda: LeakyReLU("0.1"), "alpha is '0.1'", "finite number"),
    "alpha NaN": (lambda: LeakyReLU(np.nan), "alpha is nan", "finite number"),
    "n_in 0": (lambda: Linear(0, 3), "n_in is 0", "positive whole number"),
    "n_out 2.0": (lambda: Linear(2, 2.0), "n_out is 2.0", "positive whole number"),
    "n_out True": (lambda: Linear(2, True), "n_out is True", "positive whole number"),
    "init": (lambda: Linear(2, 3, init="glorot"), "init is 'glorot'", "'xavier', 'he'"),
    "init number": (lambda: Linear(2, 3, init=0.1), "init is 0.1", "'xavier', 'he'"),
    "bias_init": (lambda: Linear(2, 3, bias_init="ones"), "bias_init is 'ones'", "'zeros'"),
    "n": (lambda: linear_data(2.5, rng()), "n is 2.5", "positive whole number"),
    "n 0": (lambda: circles_data(0, rng()), "n is 0", "positive whole number"),
    "data rng": (lambda: spiral_data(5, 1), "rng is 1", "np.random.default_rng(seed)"),
    "data rng None": (lambda: linear_data(5, None), "rng is None", "np.random.default_rng(seed)"),
    "noise": (lambda: linear_data(5, rng(), noise=-1), "noise is -1", "0 or more"),
    "noise text": (lambda: xor_data(rng(), noise="some"), "noise is 'some'", "finite number"),
    "noise without rng": (
        lambda: xor_data(noise=0.1),
        "rng is None",
        "np.random.default_rng(seed)",
    ),
}


@pytest.mark.parametrize("name", BAD_PARTS)
def test_bad_parts(name):
    check(*BAD_PARTS[name])


SHARED = Sigmoid()

# layers that make no network: (the layers, the value, the cure)
BAD_LAYERS = {
    "sizes": ((Linear(2, 10), Sigmoid(), Linear(4, 1)), "gives 10 numbers", "make them equal"),
    "a class": ((Linear(2, 1), Sigmoid), "class Sigmoid", "make an object of it: Sigmoid(...)"),
    "a word": ((Linear(2, 1), "sigmoid"), "'sigmoid'", "Linear(2, 10) or Sigmoid()"),
    "a function": ((Linear(2, 1), np.tanh), "tanh", "Linear(2, 10) or Sigmoid()"),
    "a list": (([Linear(2, 1), Sigmoid()],), "[Linear(2, 1), Sigmoid()]", "without a list around"),
    "twice": (
        (Linear(2, 2), SHARED, Linear(2, 1), SHARED),
        "same Sigmoid()",
        "one object for each",
    ),
    "nothing to learn": ((Sigmoid(),), "[Sigmoid()]", "expected a Linear(n_in, n_out)"),
    "nothing": ((), "[]", "expected a Linear(n_in, n_out)"),
    "init shape": (
        (Linear(2, 3, init=lambda rng, shape: np.ones(3)),),
        "init of W in Linear(2, 3) returned shape (3,)",
        "expected (2, 3)",
    ),
    "bias_init shape": (
        (Linear(2, 3, bias_init=lambda rng, shape: np.ones(3)),),
        "init of b in Linear(2, 3) returned shape (3,)",
        "expected (1, 3)",
    ),
    "init NaN": (
        (Linear(2, 3, init=lambda rng, shape: np.full(shape, np.nan)),),
        "init of W in Linear(2, 3) has 6 value(s) that are NaN",
        "replace",
    ),
    "init text": ((Linear(2, 3, init=lambda *_: "xavier"),), "W is 'xavier'", "array of numbers"),
}


@pytest.mark.parametrize("name", BAD_LAYERS)
def test_bad_layers(name):
    layers, *words = BAD_LAYERS[name]
    check(lambda: Network(*layers, rng=rng()), *words)


# generators and runs that do not fit: (rng, runs, the value, the cure)
BAD_RNG = {
    "int": (0, None, "rng is 0", "np.random.default_rng(seed)"),
    "None": (None, 3, "rng is None", "np.random.default_rng(seed)"),
    "module": (np.random, None, "rng is <module", "np.random.default_rng(seed)"),
    "empty list": ([], None, "rng is []", "one for each run"),
    "ints": ([1, 2], 2, "rng is [1, 2]", "one for each run"),
    "too few": (generators(2), 3, "lists 2 generators", "runs is 3"),
    "runs 0": (rng(), 0, "runs is 0", "positive whole number"),
    "runs 2.0": (rng(), 2.0, "runs is 2.0", "positive whole number"),
    "runs True": (rng(), True, "runs is True", "positive whole number"),
}


@pytest.mark.parametrize("name", BAD_RNG)
def test_bad_rng(name):
    generator, runs, *words = BAD_RNG[name]
    check(lambda: Network(Linear(2, 1), rng=generator, runs=runs), *words)


def test_rng_must_be_given():
    with pytest.raises(TypeError, match="rng"):
        Network(Linear(2, 1))


@pytest.mark.parametrize(
    "dp, value, cure",
    [
        (np.ones((7, 2)), "dp has shape (7, 2)", "gave p of shape (7, 1)"),
        (np.ones(7), "dp has shape (7,)", "expected the same"),
        (1.0, "dp has shape ()", "expected the same"),
        ("up", "dp is 'up'", "array of numbers"),
    ],
)
def test_bad_dp(dp, value, cure):
    net = small_network()
    net.forward(X)
    check(lambda: net.backward(dp), value, cure)


def test_backward_before_forward():
    check(
        lambda: small_network().backward(Y),
        "backward needs what forward keeps",
        "call forward first",
    )
    check(lambda: BinaryCrossEntropy().backward(), "call forward first")


@pytest.mark.parametrize(
    "p, y, value, cure",
    [
        (Y, Y[:, 0], "y has shape (7,)", "y.reshape(-1, 1)"),
        (Y, Y[:3], "y has shape (3, 1)", "the same shape (n, 1)"),
        (Y[:, 0], Y[:, 0], "p has shape (7,)", "(n, 1)"),
        (Y[:0], Y[:0], "p has shape (0, 1)", "(n, 1)"),
        (0.5, 1, "p has shape ()", "(n, 1)"),
        ("0.5", Y, "p is '0.5'", "array of numbers"),
    ],
)
@pytest.mark.parametrize("use", [SquaredError().forward, BinaryCrossEntropy().forward, accuracy])
def test_bad_p_and_y(use, p, y, value, cure):
    check(lambda: use(p, y), value, cure)


@pytest.mark.parametrize("label", [2, -1, 0.5, np.nan])
def test_cross_entropy_of_other_labels(label):
    check(lambda: BinaryCrossEntropy().forward([[0.5]], [[label]]), f"y holds {label}", "0 or 1")


@pytest.mark.parametrize("p", [-1e-9, 1 + 1e-9, np.inf])
def test_cross_entropy_beyond_0_and_1(p):
    check(
        lambda: BinaryCrossEntropy().forward([[p]], [[1]]), "between 0 and 1", "p runs", "Sigmoid()"
    )


def test_bad_decision_of_accuracy():
    check(lambda: accuracy(Y, Y, "argmax"), "decision is 'argmax'", "'p > 0.5', 'round'")


# found by handing over anything (test_fuzz.py): (the call, the value, the cure)
HUGE = 10**400
ODD = {
    "whole number without end": (lambda: LeakyReLU(HUGE), "alpha is 1000", "a finite number"),
    "far too many": (lambda: linear_data(10**12, rng()), "n is 1000000000000", "less than 2147483"),
    "yes or no": (lambda: Linear(2, 1, bias=Y), "bias is array", "True or False"),
    "half in words": (lambda: SquaredError(half="no"), "half is 'no'", "True or False"),
    "a masked array": (
        lambda: small_network().predict(np.ma.masked_array(X, X > 0)),
        "type MaskedArray",
        "an array of numbers",
    ),
    "a list of huge numbers": (lambda: small_network().predict([[HUGE, 1]]), "x is [[", "numbers"),
    "text for a sigmoid": (lambda: sigmoid("1"), "z is '1'", "an array of numbers"),
    "complex": (lambda: sigmoid(1j), "z is 1j", "an array of numbers"),
    "theta of another shape": (
        lambda: setattr(small_network(), "theta", X),
        "theta has shape (7, 2)",
        "expected (9,)",
    ),
    "theta in words": (lambda: setattr(small_network(), "theta", "a"), "theta is 'a'", "numbers"),
    "rates without runs": (
        lambda: GradientDescent([0.1, 0.2]).step(np.ones(3), np.ones(3)),
        "lr has 2 values",
        "it has no run axis",
    ),
    "theta as a list": (lambda: Adam().step([1.0], [1.0]), "theta is [1.0]", "net.theta"),
    "another gradient": (
        lambda: Adam().step(np.ones(3), np.ones(4)),
        "dtheta has shape (4,)",
        "expected the same",
    ),
    "f that is none": (lambda: numerical_gradient(3, X), "f is 3", "expected a function"),
    "f in words": (lambda: numerical_gradient(lambda x: "a", X), "What f returned", "a number"),
    "half a layer": (
        lambda: plots.hidden_space(small_network(), X, Y, layer=1.0),
        "layer is 1.0",
        "expected 1",
    ),
    "half a unit": (
        lambda: plots.hidden_space(small_network(), X, Y, units=(0.0, 1)),
        "units is [0.0, 1]",
        "such as (0, 1)",
    ),
    "gradients for their names": (
        lambda: plots.passes((2, 1), 5, wrong=X),
        "wrong names [array",
        "expected names among",
    ),
    "no list": (lambda: plots.passes(3, 5), "sizes is 3", "expected a list, such as (2, 3, 1)"),
    "flat": (
        lambda: plots.loss_surface(all_zero(), X, Y, SquaredError(), rng()),
        "L is the same all around",
        "weights are 0",
    ),
    "h of 0": (lambda: numerical_gradient(np.sum, X, h=0), "h is 0", "more than 0"),
    "more than all": (lambda: wilson(3, 2), "k is 3 and n is 2", "k <= n"),
    "none of none": (lambda: wilson(0, 0), "n is 0", "positive whole number"),
    "preset in a list": (lambda: presets[["B"]], "There is no preset ['B']", "'A'"),
    "log in an array": (lambda: presets["B"].run("xor", log=X), "log is array", "True or False"),
    "progress in an array": (
        lambda: train(small_network(), X, Y, SquaredError(), Adam(), 1, progress=X),
        "progress is array",
        "True or False",
    ),
    "executor that is none": (
        lambda: sweep(presets["B"], {"lr": [1]}, executor=4),
        "executor is 4",
        "ProcessPoolExecutor()",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_values(name):
    call, *words = ODD[name]
    with pytest.raises(LabnetError) as error:
        call()
    assert [word for word in words if word not in str(error.value)] == [], error.value


@pytest.mark.parametrize("values", [X, X.tolist(), np.ma.masked_array(X), np.asfortranarray(X)])
def test_any_layout_of_the_same_numbers_is_the_same(values):
    net = small_network()
    np.testing.assert_array_equal(net.predict(values), net.predict(X))


def all_zero():
    net = small_network()
    net.theta = 0.0
    return net


def test_numbers_that_overflow_give_no_warning():
    assert SquaredError().forward(1e200 * Y, Y) == np.inf
    net = small_network()
    net.theta = 1e308
    net.backward(net.forward(X))
    loss_and_gradient(net, 1e200 * X, Y, SquaredError())
    assert np.isnan(numerical_gradient(lambda x: np.inf, np.ones(1))).all()


USES_OF_NET = {
    "train": lambda net: train(net, X, Y, SquaredError(), Adam(), 3),
    "loss_and_gradient": lambda net: loss_and_gradient(net, X, Y, SquaredError()),
}


@pytest.mark.parametrize("use", USES_OF_NET)
def test_a_replaced_weight_would_not_be_trained(use):
    net = small_network()
    net.layers[2].b = np.ones((1, 1))
    check(lambda: USES_OF_NET[use](net), "b of Linear(2, 1)", "layer.b[...] = values")


@pytest.mark.parametrize("use", USES_OF_NET)
def test_a_layer_that_went_into_a_second_network(use):
    layer = Linear(2, 1)
    first, second = (Network(layer, rng=rng()) for _ in range(2))
    check(lambda: USES_OF_NET[use](first), "W of Linear(2, 1)", "its own layers")
    USES_OF_NET[use](second)


def saved(path, **changes):
    """A good file, but for the changes."""
    net = small_network()
    np.savez(path, **{"theta": net.theta, "layers": net.layers_text()} | changes)


def one_array(path):
    with path.open("wb") as file:
        np.save(file, X)


def truncated(path):
    saved(path)
    path.write_bytes(path.read_bytes()[:-60])


def flipped(path):
    saved(path)
    content = bytearray(path.read_bytes())
    content[content.index(b"NUMPY") + 140] ^= 255  # a bit of theta: the checksum is wrong now
    path.write_bytes(content)


# files that cannot be loaded: (a function that writes one, the cure)
BAD_FILES = {
    "missing": (lambda path: None, "save a network with net.save(path)"),
    "a folder": (lambda path: path.mkdir(), "save a network with net.save(path)"),
    "empty": (lambda path: path.write_bytes(b""), "is not a network that labnet saved"),
    "text": (lambda path: path.write_text("theta"), "is not a network that labnet saved"),
    "truncated": (truncated, "or it is damaged"),
    "damaged": (flipped, "or it is damaged"),
    "pickled": (
        lambda path: path.write_bytes(pickle.dumps(X)),
        "is not a network that labnet saved",
    ),
    "pickled inside": (
        lambda path: saved(path, theta=OBJECTS),
        "is not a network that labnet saved",
    ),
    "another array": (lambda path: np.savez(path, X=X), "is not a network that labnet saved"),
    "one array": (one_array, "is not a network that labnet saved"),
    "no numbers": (lambda path: saved(path, theta=["a"] * 9), "is not a network that labnet saved"),
    "other layers": (lambda path: saved(path, layers="Linear(2, 9)"), "Build the same network"),
    "other size": (lambda path: saved(path, theta=np.ones((3, 9))), "Build the same network"),
    "NaN": (lambda path: saved(path, theta=np.full(9, np.nan)), "remove or replace them"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files(name, tmp_path):
    write, cure = BAD_FILES[name]
    path, net = tmp_path / "net.npz", small_network()
    write(path)
    theta = net.theta.copy()
    check(lambda: net.load(path), "net.npz", cure)
    np.testing.assert_array_equal(net.theta, theta)


def test_a_file_of_another_architecture_names_both(tmp_path):
    small_network(runs=3).save(tmp_path / "net")
    other = Network(Linear(2, 3), LeakyReLU(0.2), rng=rng())
    words = "Linear(2, 2), Sigmoid()", "(3, 9)", "Linear(2, 3), LeakyReLU(0.2)", "(9,)"
    check(lambda: other.load(tmp_path / "net"), *words)


def test_save_into_a_folder_that_is_not_there(tmp_path):
    path = tmp_path / "missing" / "net"
    check(lambda: small_network().save(path), f"no folder {path.parent}", "make it first")


def test_a_notebook_shows_the_students_line_and_the_sentence():
    with pytest.raises(LabnetError) as error:
        small_network().forward("seven")  # this line
    line, sentence = error.value._render_traceback_()
    assert line.endswith("# this line")
    assert sentence == f"LabnetError: {error.value}"
