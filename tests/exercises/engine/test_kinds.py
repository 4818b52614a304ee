"""Right numbers in matrices, masked arrays and truth values: a remark, and plain arrays for use."""

import numpy as np
import pytest
from exercises.engine.handed_in import right, sigmoid

from labnet import exercises
from labnet.exercises.engine.kinds import kinds_in, plain

pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")  # of np.matrix
x, W, b, dz = np.ones((4, 2)), np.ones((2, 3)), np.ones((1, 3)), np.ones((4, 3))
GRADS = {"W1": W}, {"dW1": W}, 0.1


def matrices(name):
    function = getattr(exercises, name).right

    def made(*args):
        given = function(*args)
        if isinstance(given, dict):
            return {key: np.asmatrix(one) for key, one in given.items()}
        return tuple(map(np.asmatrix, given)) if isinstance(given, tuple) else np.asmatrix(given)

    return made


def masked(name):
    function = getattr(exercises, name).right
    return lambda *args: np.ma.array(function(*args))


MEMBERS = [
    ("linear_forward", matrices, (x, W, b), "an `np.matrix`"),
    ("linear_backward", matrices, (dz, x, W), "an `np.matrix`"),
    ("gradient_step", matrices, GRADS, "an `np.matrix`"),
    ("linear_forward", masked, (x, W, b), "a masked array"),
    ("sigmoid", masked, (x,), "a masked array"),
]


@pytest.mark.parametrize(("name", "make", "args", "told"), MEMBERS)
def test_odd_arrays_get_a_remark_and_are_handed_on_as_plain_ones(name, make, args, told, capsys):
    exercise, function = getattr(exercises, name), make(name)
    verdict = exercise.check(function)
    assert verdict.passed and f"A remark: You return {told}" in verdict.message, verdict
    used = exercise.use(function)
    assert capsys.readouterr().out == f"using your `{name}`, made to return plain arrays\n"
    given, expected = used(*args), exercise.right(*args)
    for one, other in zip(entries(given), entries(expected), strict=True):
        assert type(one) is np.ndarray and np.allclose(one, other)


def entries(value):
    value = list(value.values()) if isinstance(value, dict) else value
    return value if isinstance(value, (list, tuple)) else [value]


def forward_with_matrices(x, params):
    p, cache = exercises.forward.right(x, params)
    return p, cache | {"a1": np.asmatrix(cache["a1"])}


def test_a_matrix_in_a_cache_is_found():
    verdict = exercises.forward.check(forward_with_matrices)
    assert verdict.passed and "an `np.matrix`" in verdict.message
    params = {f"W{k}": np.ones((2, 2)) for k in (1, 2, 3)}
    params |= {f"b{k}": np.ones((1, 2)) for k in (1, 2, 3)}
    _, cache = exercises.forward.use(forward_with_matrices)(np.ones((1, 2)), params)
    assert {type(one) for one in cache.values()} == {np.ndarray}


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("relu_slope", lambda z: np.asarray(z) > 0),
        ("relu_slope", lambda z: (np.asarray(z) > 0).tolist()),
        ("make_linear", lambda n, rng: above_the_line(rng.random((n, 2)))),
    ],
)
def test_true_and_false_get_a_remark_and_are_handed_on_as_numbers(name, function):
    exercise = getattr(exercises, name)
    verdict = exercise.check(function)
    assert verdict.passed and "true and false" in verdict.message, verdict
    args = (5, np.random.default_rng(1)) if name == "make_linear" else (np.array([-1.0, 2.0]),)
    used = exercise.use(function)(*args)
    last = used[-1] if name == "make_linear" else used
    assert last.dtype == float and not kinds_in(used)


def above_the_line(X):
    return X, X[:, :1] <= X[:, 1:]


def test_an_ordinary_result_gets_no_remark():
    for function in (right, lambda z: right(z).tolist(), lambda z: np.float32(right(z))):
        assert sigmoid.check(function).message == "That is right."


def test_kinds_are_found_and_made_plain_however_deep():
    deep = [{"a": (np.asmatrix([[1.0]]), [np.ma.array([1.0])])}, [[True]], np.True_]
    assert kinds_in(deep) == {"matrix", "masked", "truths"}
    assert kinds_in(plain(deep)) == {"truths"} and kinds_in([1, 2.0, "a", None]) == set()
