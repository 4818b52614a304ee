"""Values that somebody might hand over by mistake, or to see what happens, for Hypothesis."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
from helpers import X, Y, small_network
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from labnet import BinaryCrossEntropy, GradientDescent, Linear, Sigmoid, SquaredError, presets

TOO_MANY = 10**12  # of anything; what a machine might just manage is not drawn, for it would hang
NUMBERS = st.sampled_from(
    [0, 1, -1, 2, 3, 7, TOO_MANY, -TOO_MANY, 2**31, 2**63, 2**64, 10**30, 10**400]
    + [0.0, -0.0, 0.5, 1.0, -0.5, 1.5, 1e-320, 1e-8, 1e8, 1e160, 1e308, -1e308]
    + [np.nan, np.inf, -np.inf, 1j, True, False]
    + [Fraction(1, 3), Decimal("0.5"), np.float32(0.5), np.int64(3), np.uint8(2), np.bool_(True)]
    + [np.longdouble(2), np.float16(0.5), np.complex128(1)]
)
TEXTS = st.sampled_from(
    ["", "a", "1", "0.5", "xor", "linear", "mean", "p > 0.5", "nan", "None", "\0", "{epoch}", "{}"]
    + ["{0}", "{epoch.__class__}", "{loss:d}", "{loss:>999999}", "é" * 50, b"xor", np.str_("xor")]
)
OTHERS = st.sampled_from(
    [None, ..., NotImplemented, (), [], {}, set(), range(3), range(0), slice(None), object(), int]
    + [print, np.mean, Linear, Linear(2, 1), Sigmoid(), Sigmoid, SquaredError(), SquaredError]
    + [BinaryCrossEntropy(), GradientDescent(0.1), presets, presets["B"], np.random]
    + [np.random.default_rng(1), np.random.RandomState(1), [np.random.default_rng(1)] * 2]
    + [{"linear": 1, "xor": 2}, {"lr": 1}, {1: 2}, {"a": None}, iter([1]), np.datetime64("2020")]
)
LISTS = st.sampled_from(
    [[1], [1, 2], [[1, 2], [3]], [[1, 2]], [["1", "2"]] * 7, [None], [[]], [[[1]]], (10, 10)]
    + [[[0.5, 0.5]] * 7, [[1.0]] * 7, [[True]] * 7, [0.1, -0.1], [np.nan], [[0.1, 10**400]]]
    + [["a", 1], [object()], [[1, [2]]], (3, 0), (2.5, 1), [{}], [1j], ["xor", "linear"]]
)
SHAPES = st.sampled_from(
    [(), (0,), (1,), (7,), (2,), (0, 2), (7, 0), (7, 1), (1, 7), (7, 2), (2, 7), (7, 3), (1, 1)]
    + [(3, 7, 2), (3, 7, 1), (1, 7, 2), (0, 7, 2), (3, 1, 1), (1, 1, 1, 1)]
)
DTYPES = st.sampled_from(
    ["f8", ">f8", "f4", "f2", "g", "i8", "u1", "?", "c16", "U2", "S2", "O", "M8[s]", "m8[s]", "V4"]
)
ODD = [np.nan, np.inf, -np.inf, 1e308, -1e308, 1e160, 1e-320, 2.0, 0.5, -0.0, 0.0, 1.0]


@st.composite
def arrays(draw):
    """Arrays of all kinds, most of them of numbers, in every layout."""
    shape, dtype = draw(SHAPES), np.dtype(draw(DTYPES))
    if dtype.kind == "f":
        values = np.array(draw(st.lists(st.sampled_from(ODD), min_size=1, max_size=3)))
        with np.errstate(over="ignore"):
            array = np.resize(values, shape).astype(dtype)
    elif dtype.kind in "biu":
        array = np.resize(np.array([0, 1]), shape).astype(dtype)
    else:
        array = (
            draw(arrays_of.arrays(dtype, shape)) if dtype.kind in "cUS" else np.empty(shape, dtype)
        )
    return draw(LAYOUTS)(array)


def read_only(array):
    array.flags.writeable = False
    return array


LAYOUTS = st.sampled_from(
    [
        lambda array: array,
        np.asfortranarray,
        read_only,
        lambda array: np.repeat(array, 2, axis=-1)[..., ::2] if array.ndim else array,
        lambda array: array[..., ::-1] if array.ndim else array,
        lambda array: np.ma.masked_array(array, mask=True),
        lambda array: np.ma.masked_array(array, mask=False),
        lambda array: array.tolist(),
        lambda array: np.broadcast_to(array, (3, *array.shape)),
        lambda array: array.view(Subclass),
    ]
)


class Subclass(np.ndarray):
    """An array of somebody's own kind."""


PLAIN = st.one_of(NUMBERS, TEXTS, OTHERS, LISTS, arrays())
NEAR = st.sampled_from([X, Y, X[:3], Y[:, 0], X.T, X.tolist(), Y.astype(int), Y > 0, -Y, 1e200 * X])


@st.composite
def functions(draw):
    """A function that takes anything and returns anything."""
    value = draw(PLAIN)
    return lambda *args, **named: value


@st.composite
def networks(draw):
    """A network whose weights are not what they should be."""
    net = small_network(runs=draw(st.sampled_from([None, 3])))
    net.theta = draw(st.sampled_from(ODD))
    return net


ANYTHING = st.one_of(PLAIN, PLAIN, NEAR, functions(), networks())
