"""The most natural wrong attempts: what a newcomer writes first, and what is said to it."""

import linecache
import re

import numpy as np
import pytest

from labnet import exercises, sigmoid
from labnet.exercises.engine import catalogue
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.globals_used import data_read
from labnet.exercises.engine.judging import is_right
from labnet.exercises.engine.progress import SHEETS
from labnet.exercises.engine.reading import article
from labnet.exercises.engine.using import later_changes, with_changes
from labnet.exercises.engine.verdict import RAISED, WRONG
from labnet.exercises.notebook_03.exercises import in_single_precision

EXERCISES = [
    one
    for sheet in SHEETS.values()
    for one in sheet
    if isinstance(one, Exercise) and one.example() and not one.sample
]


def notebook():
    """The variables of a notebook, among which a student writes."""
    rng = np.random.default_rng(0)
    names = {"X": rng.normal(size=(5, 2)), "y": np.ones((5, 1)), "p": np.full((5, 1), 0.5), "n": 5}
    names |= {"W1": np.ones((2, 3)), "b1": np.ones((1, 3)), "a1": np.ones((5, 3)), "z": 1.0}
    names |= {"dp": np.ones((5, 1)), "h": 1e-5, "lr": 0.3, "rng": rng, "grads": {}, "params": {}}
    return names | {
        "np": np,
        "sigmoid": sigmoid,
        "EPS": 1e-7,
        "GRID": np.ones(1),
        "eps": 1e-7,
        "k": 3,
    }


def written(source, name):
    """The function or class that a student has written in such a notebook."""
    names, cell = notebook(), f"<cell {len(linecache.cache)}>"
    linecache.cache[cell] = len(source), None, source.splitlines(keepends=True), cell
    exec(compile(source, cell, "exec"), names)
    return names[name]


def checked(source):
    name = source.split("(")[0].split(":")[0].split()[1]
    return getattr(exercises, name).check(written(source, name))


# Variables of the notebook in place of arguments

FORWARD = """def forward(x, params):
    z1 = {x} @ {W1} + params["b1"]
    return sigmoid(z1), {{}}
"""
NETWORK = """class MyNetwork:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.params = {{"W1": rng.normal(size=sizes[:2])}}
    def forward(self, x):
        self.p = sigmoid(x @ self.params["W1"])
        return self.p
    def backward(self, y):
        return {{"dW1": {p} - y}}
    def step(self, lr):
        self.params["W1"] = self.params["W1"] - lr
"""
READ = {
    FORWARD.format(x="x", W1="W1"): ("`W1`", "Take `W1` from `params`."),
    FORWARD.format(x="X", W1='params["W1"]'): ("`X`", "is called `x`."),
    FORWARD.format(x="X", W1="W1"): ("`X`, `W1`", "is called `x`. Take `W1` from `params`."),
    "def output_gradient(p, y):\n return (p - y) / n": ("`n`", "how many rows has `y`?"),
    "def output_gradient(p, label):\n return (p - y) / len(label)": ("`y`", "called `label`."),
    "def output_gradient(p, y):\n return dp * p * (1 - p)": ("`dp`", "All it needs is in `p`, `y`"),
    "def sigmoid(x):\n return [1 / (1 + np.exp(-z)) for _ in x]": ("`z`", "called `x`."),
    "def make_linear(n):\n x = rng.random((n, 2))\n return x, x[:, :1]": ("`rng`", "`rng`"),
    "def gradient_step(params, g, lr):\n return {k: params[k] - lr * grads[k] for k in params}": (
        "`grads`",
        "called `g`.",
    ),
    NETWORK.format(p="p"): ("class uses the notebook's `p`", "`self`"),
}


@pytest.mark.parametrize("source", READ)
def test_a_variable_of_the_notebook_is_the_first_thing_to_say(source):
    names, hint = READ[source]
    verdict = checked(source)
    assert verdict.mistake == "notebook-variable" and not verdict.passed, verdict
    told, where = verdict.message.split("\n")
    assert f"{names}, not what" in told and hint in where, verdict


@pytest.mark.parametrize(
    "source",
    [
        "def output_gradient(p, y):\n n = len(y)\n return (y - p) / n",
        "def output_gradient(p, y):\n return (y - p * GRID + EPS) / len(y)",
        "def output_gradient(p, y):\n return (y - p + eps) / len(y)",
        "def output_gradient(p, y):\n def half(n):\n  return n\n return half(y - p)",
        "def output_gradient(p, y):\n return [(b - a) / len(p) for a, b in zip(y, p.mT)]",
        "def sigmoid(z):\n return 1 / (1 + np.linalg.norm(z))",
        "def output_gradient(p, y):\n global n\n n = len(y)\n return y / n",
        NETWORK.format(p="self.p"),
    ],
)
def test_constants_own_names_and_attributes_are_no_variables_of_the_notebook(source):
    verdict = checked(source)
    assert verdict.outcome in (WRONG, RAISED) and verdict.mistake != "notebook-variable", verdict


def test_a_right_function_may_read_what_it_likes():
    verdict = checked("def output_gradient(p, y):\n return (p - y) / len(y) + 0 * lr")
    assert verdict.passed


def test_whatever_can_be_called_is_searched():
    for value in (np.exp, 3, None, print, type, np.vectorize(abs)):
        assert data_read(value) == []


# What is taken for something else


LOGARITHM = "-np.mean(y * np.ln(p) + (1 - y) * np.ln(1 - p))"
ERROR = "def relative_error(a, b):\n    return "
NAMED = {
    ERROR + "np.max(np.abs(a - b) / np.maximum(10e-8, np.abs(a) + np.abs(b)))": "10e-8 is 1e-7",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-10, np.abs(a) + np.abs(b)))": "tiny numbers",
    ERROR + "np.max(np.abs(a - b) / (1e-6 + np.abs(a) + np.abs(b)))": "tiny numbers",
    ERROR + "np.max(np.abs(a - b) / np.maximum(10**8, np.abs(a) + np.abs(b)))": "far too high",
    ERROR + "np.max(np.abs(a - b)) / np.maximum(1e-8, np.abs(a) + np.abs(b))": "alone, and divide",
    ERROR + "np.max(np.abs(a - b)) / np.max(np.abs(a) + np.abs(b) + 1e-8)": "two entries",
    ERROR + "np.max((a - b) / np.maximum(1e-8, a + b))": "difference keeps its sign",
    ERROR + "np.max(a - b) / np.maximum(1e-8, np.max(np.abs(a) + np.abs(b)))": "keeps its sign",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + b))": "Under the bar a sign",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, a + np.abs(b)))": "Under the bar a sign",
    ERROR + "max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))": "NumPy's takes numbers",
    ERROR + "np.maximum(np.abs(a - b) / (np.abs(a) + np.abs(b)))": "compare two things",
    ERROR + "np.exp(a) * np.ones(3)": "a single one is asked for",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.maximum(-z, 709)))": "cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.maximum(-z, 30)))": "the cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(max(-z, 709)))": "the cap needs the smaller",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(min(-z, 709)))": "Python's `min` compares whole",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-max(z, -709)))": "Python's `max` compares whole",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(np.min(-z, 709)))": "`np.min` looks through one",
    "def sigmoid(z):\n    if min(z, 9) > 9: z = 9\n    return 1 / (1 + np.exp(-z))": "An `if`",
    "def sigmoid_slope_from_output(a):\n    return sigmoid(a) * (1 - sigmoid(a))": "a second time",
    "def output_gradient(p, y):\n    return np.abs(p - y) / len(p)": "The sign is lost",
    "def cross_entropy(p, y):\n    return " + LOGARITHM: "natural logarithm `np.log`",
}


@pytest.mark.parametrize("source", NAMED)
def test_a_natural_attempt_is_told_what_it_is(source):
    verdict = checked(source)
    assert not verdict.passed and NAMED[source] in verdict.message, verdict


SLOPES = (
    "(-y / p + 1 - y / 1 - p) / len(p)",
    "-y / p + (1 - y / 1 - p)",
    "(-y / p + (1 - y) / 1 - p) / len(p)",
    "-y / p + 1 - y / 1 - p / len(p)",
    "-(y / p - (1 - y) / 1 - p) / len(p)",
    "-(y / p - 1 - y / (1 - p)) / len(p)",
    "-1 / len(p) * (y / p - 1 - y / 1 - p)",
    "(p - y / (p * (1 - p))) / len(p)",
)


@pytest.mark.parametrize("slope", SLOPES)
def test_missing_brackets_are_told_however_the_terms_are_written(slope):
    verdict = checked(f"def cross_entropy_gradient(p, y):\n    return {slope}")
    assert verdict.message.startswith("Brackets are missing: Python divides before it subtracts")


STABLE = """def sigmoid(z):
    return np.where(z > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
"""


@pytest.mark.parametrize(
    "source",
    [
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
        "def sigmoid(z):\n    return 1 / (1 + 1 / np.exp(z))",
        "def sigmoid(z):\n    return 1 / (1 + 2.718281828**-z)",
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.float32(z)))",
        STABLE,
    ],
)
def test_every_uncapped_sigmoid_gets_the_remark(source):
    remark = next(one for one in catalogue.of("sigmoid") if one.id == "sigmoid-warns").sentence
    for _ in range(5):
        verdict = checked(source)
        assert verdict.passed and remark in verdict.message, verdict


def test_a_capped_sigmoid_gets_none():
    source = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.maximum(z, -709)))"
    assert checked(source).message == "That is right."


# A numerical gradient: where it looks

GRADIENT = """def numerical_gradient(f, x, h=1e-5):
    dx = np.zeros({shape})
    for i in {entries}:
        {start}
        {moves}
        dx[i] = (f(up) - f(down)) / (2 * h)
    return dx
"""
MOVES = "up[i] += h; down[i] -= h"
ENTRIES = "np.ndindex(x.shape)"


@pytest.mark.parametrize(
    ("start", "moves", "names"),
    [
        ("up, down = x, x", MOVES, "`x`, `up` and `down`"),
        ("up = x; down = x", MOVES, "`x`, `up` and `down`"),
        ("up = x * 1.0; down = up", MOVES, "`up` and `down`"),
        ("up = down = x.astype(float)", MOVES, "`up` and `down`"),
        ("up = down = x.copy()", "up[i] = x[i] + h; down[i] = x[i] - h", "`up` and `down`"),
    ],
)
def test_two_names_of_one_array_are_told(start, moves, names):
    source = GRADIENT.format(shape="x.shape", entries=ENTRIES, start=start, moves=moves)
    verdict = checked(source)
    assert verdict.mistake == "gradient-no-copy", verdict
    assert verdict.message.startswith(f"{names} are the same array: `=` makes no copy.")


@pytest.mark.parametrize(
    ("start", "moves"),
    [
        ("up, down = x * 1.0, x * 1.0", "up[i] + h; down[i] - h"),
        ("up, down = x * 1.0, x * 1.0", "up[i] += 1e-30; down[i] -= 1e-30"),
    ],
)
def test_points_that_are_not_moved_are_told(start, moves):
    source = GRADIENT.format(shape="x.shape", entries=ENTRIES, start=start, moves=moves)
    assert checked(source).mistake == "gradient-nothing-moved"


@pytest.mark.parametrize(
    ("shape", "start"),
    [
        ("x.shape", "up, down = x * 1.0, x * 1.0"),
        ("len(x)", "up, down = x * 1.0, x * 1.0"),
        ("len(x)", "up, down = x.copy(), x.copy()"),
    ],
)
def test_a_loop_over_rows_is_told(shape, start):
    source = GRADIENT.format(shape=shape, entries="range(len(x))", start=start, moves=MOVES)
    verdict = checked(source)
    assert verdict.mistake in ("gradient-rows-only", "gradient-whole-rows") and not verdict.passed
    assert "rows" in verdict.message and "axis" not in verdict.message


def test_nothing_is_said_of_places_that_are_right():
    source = GRADIENT.format(
        shape="x.shape", entries=ENTRIES, start="up, down = x * 1.0, x * 1.0", moves=MOVES
    )
    assert checked(source).passed
    assert checked(source.replace("2 * h", "3 * h")).mistake == "constant-factor"
    assert checked(source.replace("dx[i] = (", "dx = (")).mistake != "gradient-nothing-moved"


# What the first case gives away


def test_the_first_case_tells_nothing_that_the_notebook_asks_later():
    z, *_ = exercises.sigmoid_slope.check(np.tanh).evidence
    assert z == "z = 1"
    f, x, *_ = exercises.numerical_gradient.check(lambda f, x, h=1: x).evidence
    assert "x₁" in f and "x₁² + 3" not in f and x == "x = [3 4]"
    texts = "".join(exercises.numerical_gradient.hints) + f
    assert "x0" not in texts and "(2, 5)" not in texts


# A layer, and whole passes

LINEAR = """def linear_backward(dz, x, W):
    dx, dW, db = dz @ W.mT, x.mT @ dz, dz.sum(axis=0, keepdims=True)
    {}
"""
LAYERS = {
    "return dx, W.mT @ dz, db": "For `dW` you use W.",
    "return dx, W @ dz, db": "For `dW` you use W.",
    "return dx, dz @ W.mT, db": "For `dW` you use W.",
    "return dx, W.mT @ dz, -db": "For `dW` you use W.",
    "return dW, dx, db": "come back in another order",
    "return dz @ x.mT, dW, db": "`dx`: this is `dz @ x.T`",
}


@pytest.mark.parametrize("line", LAYERS)
def test_what_is_in_the_place_of_what_is_told(line):
    assert LAYERS[line] in checked(LINEAR.format(line)).message


BACKWARD = """def backward(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    W2, W3 = params["W2"], params["W3"]
    dz3 = (p - y) / len(y)
    da2 = {da2}
    dz2 = {times} * da2 * (a2 * (1 - a2))
    da1 = {da1}
    dz1 = {dz1}
    dW1, dW2, dW3 = x.mT @ dz1, a1.mT @ dz2, a2.mT @ dz3
    db1, db2, db3 = (dz.sum(axis=0, keepdims=True) for dz in (dz1, dz2, dz3))
    return {{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}}
"""
PARTS = {"da2": "dz3 @ W3.mT", "da1": "dz2 @ W2.mT", "times": 1, "dz1": "da1 * (a1 * (1 - a1))"}
FROM_DZ3 = "`da1` is made from `dz3`; what arrives at layer 2 is `dz2`."
OTHER_WEIGHTS = "goes through the weights of another layer"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"da1": "dz3 @ W2.mT"}, FROM_DZ3),
        ({"da1": "dz3 @ W2"}, FROM_DZ3),
        ({"da1": "dz3 @ W3.mT"}, FROM_DZ3),
        ({"da1": "dz3 @ W2.mT", "times": 2}, FROM_DZ3),
        ({"da1": "da2"}, FROM_DZ3),
        ({"da1": "-dz3 @ W3.mT", "dz1": "da1 * a1"}, FROM_DZ3),
        ({"da2": "dz3 @ W2.mT"}, OTHER_WEIGHTS),
        ({"da1": "dz2 @ W3.mT"}, OTHER_WEIGHTS),
    ],
)
def test_a_gradient_made_from_that_of_another_layer_is_told(parts, told):
    verdict = checked(BACKWARD.format(**PARTS | parts))
    assert verdict.outcome == RAISED and told in verdict.message, verdict


FORWARDS = """def forward(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = {times} * a1 @ params["W2"]{turned} + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {{"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, {p}}}
"""
STOPPED = [
    FORWARDS.format(times=1, turned=".mT", p="'p': p"),
    FORWARDS.format(times=1, turned=".mT", p=""),
    FORWARDS.format(times=2, turned=".mT", p="'p': p"),
    BACKWARD.format(**PARTS | {"da1": "dz2 @ W2"}),
    BACKWARD.format(**PARTS | {"da1": "7 * dz2 @ W2"}),
    BACKWARD.format(**PARTS | {"da2": "dz3 @ W3"}),
]


@pytest.mark.parametrize("source", STOPPED)
def test_where_numpy_stops_nothing_says_that_it_cannot_notice(source):
    verdict = checked(source)
    assert verdict.outcome == RAISED and "ValueError" in repr(verdict)
    assert "is not square, so NumPy stops" in verdict.message and "cannot" not in verdict.message


def test_where_numpy_does_not_stop_it_is_said_to_be_unable_to_notice():
    verdict = checked(LINEAR.format("return dz @ W, dW, db"))
    assert verdict.outcome == WRONG and "NumPy cannot notice" in verdict.message


def test_a_cache_without_p_is_told_so():
    verdict = checked(FORWARDS.format(times=1, turned="", p=""))
    assert "the cache has no `p`." in verdict.message


# Words


def test_what_comes_back_is_a_gradient_and_no_error():
    entries = [one for one in catalogue.ENTRIES if "backward" in one.exercise]
    texts = [f"{one.sentence} {one.stopped} {one.hint}" for one in entries]
    texts += [" ".join(one.hints) for sheet in SHEETS.values() for one in sheet]
    for text in texts:
        assert not re.search("errors? (that )?(cross|travel|go|come|jump|is lost|arrive)", text)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (np.zeros(2), "an array"),
        ("a", "a text"),
        ({}, "a dictionary"),
        (None, "None"),
        (1.0, "a number"),
        (True, "a truth value"),
        (1j, "a complex"),
    ],
)
def test_kinds_are_told_in_words(value, word):
    assert article(type(value).__name__) == word


def test_behind_the_name_of_an_array_the_sentence_goes_on():
    verdict = checked(LINEAR.format("return dx, 3.7 * dW, db"))
    assert verdict.message.startswith("`dW`: ") and verdict.message[6].islower(), verdict


# Right answers in another shape

ONE_ENTRY = {
    "def cross_entropy(p, y):\n    return np.mean(-np.log(np.where(y == 1, p, 1 - p)), axis=0)": 1,
    "def cross_entropy(p, y):\n    return [np.mean(-np.log(1 - np.abs(p - y)))]": 1,
    "def mean_squared_error(p, y):\n    return (p - y).mT @ (p - y) / len(y)": 2,
    "def accuracy(p, y):\n    return sum((p > 0.5) == (y == 1)) / len(y)": 1,
    ERROR + "np.atleast_1d(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))": 1,
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)), keepdims=True)": 2,
}


@pytest.mark.parametrize("source", ONE_ENTRY)
def test_a_number_in_an_array_gets_a_remark_and_is_handed_on_as_a_number(source):
    verdict = checked(source)
    assert verdict.passed and "an array with one entry" in verdict.message, verdict
    name = verdict.exercise
    given = written(source, name)
    p, y = np.array([[0.25], [0.75]]), np.array([[0.0], [1.0]])
    used = getattr(exercises, name).use(given)
    assert np.ndim(given(p, y)) == ONE_ENTRY[source] and np.ndim(used(p, y)) == 0
    assert np.isclose(used(p, y), getattr(exercises, name).right(p, y))


def test_a_number_gets_no_remark_and_a_function_that_gives_one_is_handed_on_as_it_is():
    source = "def cross_entropy(p, y):\n    return np.mean(-np.log(np.where(y == 1, p, 1 - p)))"
    given = written(source, "cross_entropy")
    assert exercises.cross_entropy.check(given).message == "That is right."
    assert exercises.cross_entropy.use(given) is given


@pytest.mark.parametrize("one", EXERCISES, ids=lambda one: one.name)
def test_what_gives_arrays_as_labnet_does_is_handed_on_as_it_is(one):
    assert with_changes(one.right, later_changes(one, one.right)) is one.right


FLAT = [
    LINEAR.format("return dx, dW, dz.sum(axis=0)"),
    BACKWARD.format(**PARTS).replace("axis=0, keepdims=True", "axis=0"),
]


@pytest.mark.parametrize("source", FLAT)
def test_a_flat_db_gets_a_remark(source):
    verdict = checked(source)
    assert verdict.passed and "has lost its axis" in verdict.message, verdict
    kept = source.replace("axis=0)", "axis=0, keepdims=True)")
    assert checked(kept).message == "That is right."


def test_single_precision_may_be_off_by_more_than_double():
    right, off = np.array([1.0, 1e-3]), np.array([1.0, 1e-3 + 5e-6])
    assert is_right(off.astype(np.float32), right) and not is_right(off, right)
    assert not is_right((right * 1.001).astype(np.float32), right)


def test_no_drawn_pass_needs_more_digits_than_single_precision_has():
    rng, draw = np.random.default_rng(), exercises.backward.draw
    for case in (one for _ in range(400) for one in draw(rng) if one.plain):
        rough = exercises.backward.right(*map(in_single_precision, case.args))
        right = exercises.backward.right(*case.args)
        assert all(is_right(rough[name].astype(float), dv) for name, dv in right.items())
