"""Every layer against its formula, written here number by number."""

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest

from labnet import LabnetError, LeakyReLU, Linear, Network, ReLU, Sigmoid, Tanh, sigmoid

RNG = np.random.default_rng(0)
Z = np.array([[-30.0, -2.0, -0.5], [0.0, 0.7, 3.0]])
DA = RNG.normal(size=Z.shape)

# layer: (f, its slope), for one number z
ACTIVATIONS = {
    "sigmoid": (
        Sigmoid(),
        lambda z: 1 / (1 + math.exp(-z)),
        lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2,
    ),
    "tanh": (Tanh(), math.tanh, lambda z: 1 / math.cosh(z) ** 2),
    "relu": (ReLU(), lambda z: max(z, 0.0), lambda z: float(z > 0)),
    "leaky": (LeakyReLU(), lambda z: max(z, 0.01 * z), lambda z: 1.0 if z > 0 else 0.01),
    "leaky 0.3": (LeakyReLU(0.3), lambda z: max(z, 0.3 * z), lambda z: 1.0 if z > 0 else 0.3),
    "leaky -1": (LeakyReLU(-1), abs, lambda z: 1.0 if z > 0 else -1.0),
}


def each(function, array):
    """The function of one number, applied to each number."""
    return np.array([function(float(v)) for v in array.flat]).reshape(array.shape)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("shape", [(2, 3), (1, 2, 3), (6, 1)])
def test_activation_and_slope(name, shape):
    layer, f, slope = ACTIVATIONS[name]
    z, da = Z.reshape(shape), DA.reshape(shape)
    np.testing.assert_allclose(layer.forward(z), each(f, z), rtol=1e-14)
    np.testing.assert_allclose(layer.backward(da), da * each(slope, z), rtol=1e-13, atol=1e-16)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_leave_their_arguments_alone(name):
    layer, z, da = ACTIVATIONS[name][0], Z.copy(), DA.copy()
    a = layer.forward(z)
    kept = a.copy()
    layer.backward(da)
    assert (z == Z).all() and (da == DA).all() and (a == kept).all()


@pytest.mark.parametrize("layer", [Sigmoid(), Tanh(), ReLU(), LeakyReLU()], ids=repr)
def test_nan_stays_visible(layer):
    assert np.isnan(layer.forward(np.array([[np.nan]]))).all()


@pytest.mark.parametrize("z", [-700.0, -37.5, -1.0, -1e-9, 0.0, 1e-9, 0.5, 20.0, 36.0, 700.0])
def test_sigmoid_is_exact(z):
    with localcontext() as context:
        context.prec = 60
        expected = 1 / (1 + (-Decimal(z)).exp())
    assert sigmoid(z) == pytest.approx(float(expected), rel=4e-16)


def test_sigmoid_far_out():
    assert sigmoid(1000.0) == 1.0
    assert 0 <= sigmoid(-1000.0) < 1e-300
    np.testing.assert_array_equal(sigmoid(np.array([np.inf])), [1.0])


def test_sigmoid_of_integers_and_lists():
    assert sigmoid(0) == 0.5 and isinstance(sigmoid(0), float)
    np.testing.assert_array_equal(sigmoid([[0, 1]]), sigmoid(np.array([[0.0, 1.0]])))


def linear(n_in=2, n_out=4, **options):
    """A Linear inside a network, for there it gets its weights."""
    return Network(Linear(n_in, n_out, **options), rng=np.random.default_rng(3)).layers[0]


def test_linear_number_by_number():
    layer = linear(bias_init="normal")
    x, dz = RNG.normal(size=(3, 2)), RNG.normal(size=(3, 4))
    z, dx = layer.forward(x), layer.backward(dz)
    for i in range(3):
        for k in range(4):
            expected = sum(x[i, j] * layer.W[j, k] for j in range(2)) + layer.b[0, k]
            assert z[i, k] == pytest.approx(expected, rel=1e-12)
        for j in range(2):
            expected = sum(dz[i, k] * layer.W[j, k] for k in range(4))
            assert dx[i, j] == pytest.approx(expected, rel=1e-12)
    for k in range(4):
        assert layer.db[0, k] == pytest.approx(sum(dz[i, k] for i in range(3)), rel=1e-12)
        for j in range(2):
            expected = sum(x[i, j] * dz[i, k] for i in range(3))
            assert layer.dW[j, k] == pytest.approx(expected, rel=1e-12)


def test_linear_without_bias():
    layer = linear(bias=False)
    x = RNG.normal(size=(3, 2))
    np.testing.assert_array_equal(layer.forward(x), x @ layer.W)
    assert list(layer.shapes) == ["W"]
    assert not hasattr(layer, "db")


# name: mean, variance, bounds for W of shape (400, 100)
INITS = {
    "xavier": (0, 1 / 400, -np.inf, np.inf),
    "he": (0, 2 / 400, -np.inf, np.inf),
    "normal": (0, 1, -np.inf, np.inf),
    "uniform": (0, 1 / 3, -1, 1),
    "positive": (0.5, 1 / 12, 0, 1),
    "zeros": (0, 0, 0, 0),
}


@pytest.mark.parametrize("init", INITS)
def test_inits(init):
    mean, variance, low, high = INITS[init]
    W = linear(400, 100, init=init).W
    assert W.mean() == pytest.approx(mean, abs=5 * (variance / W.size) ** 0.5)
    assert W.var() == pytest.approx(variance, rel=0.03)
    assert W.min() >= low and W.max() <= high
    if np.isfinite([low, high]).all():  # and the range is used to its ends
        assert W.max() - W.min() >= 0.999 * (high - low)


def test_biases_start_at_zero_or_as_told():
    assert (linear(2, 50).b == 0).all()
    assert linear(2, 50, bias_init="positive").b.min() > 0


def test_an_init_function_gets_the_generator_and_the_shape():
    layer = linear(
        2, 3, init=lambda rng, shape: 7 + rng.random(shape), bias_init=lambda *_: [[1, 2, 3]]
    )
    np.testing.assert_array_equal(layer.W, 7 + np.random.default_rng(3).random((2, 3)))
    np.testing.assert_array_equal(layer.b, [[1, 2, 3]])


@pytest.mark.parametrize("layer", [Linear(2, 3), Sigmoid(), Tanh(), ReLU(), LeakyReLU()], ids=repr)
def test_backward_before_forward(layer):
    with pytest.raises(LabnetError, match=r"has no .* call forward first"):
        layer.backward(np.ones((1, 3)))


def test_a_layer_without_a_network_has_no_weights():
    assert not hasattr(Linear(2, 3), "W")
    with pytest.raises(LabnetError, match="has no 'W' yet.*Network it is put into"):
        Linear(2, 3).forward(np.ones((1, 2)))


@pytest.mark.parametrize(
    "text",
    [
        "Linear(2, 3)",
        "Linear(2, 3, bias=False)",
        "Sigmoid()",
        "LeakyReLU(0.01)",
        "LeakyReLU(0.1234567)",
    ],
)
def test_repr_is_the_code_that_makes_the_layer(text):
    assert repr(eval(text)) == text
