"""Notebook 05: the points of XOR, the loop that trains, and a network class of one's own."""

from collections import Counter

import numpy as np

from ...layers import sigmoid
from ..engine import reading
from ..engine.exercise import Exercise
from ..engine.properties import Found, as_seen, first_found, found_case
from ..engine.using import OTHER
from ..notebook_02.exercises import cross_entropy
from ..notebook_03.exercises import backward, forward
from ..notebook_04.exercises import gradient_step, init_layer, kinds
from .network.faults import explain, faults_of_network
from .training_faults import faults_of_training


def make_xor():
    x, y = [], []
    for i in range(11):
        x.append([i / 10, i / 10])
        y.append([0.0])
        if i != 5:
            x.append([i / 10, (10 - i) / 10])
            y.append([1.0])
    return np.array(x), np.array(y)


def start(seed):
    """A 2-10-10-1 network, untrained."""
    rng, params = np.random.default_rng(seed), {}
    for k, (n_in, n_out) in enumerate([(2, 10), (10, 10), (10, 1)], start=1):
        params[f"W{k}"], params[f"b{k}"] = init_layer(n_in, n_out, rng)
    return params


def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
}


class MyNetwork:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.f, self.slope = ACTIVATIONS[activation]
        self.K, self.params, self.grads = len(sizes) - 1, {}, {}
        rng = np.random.default_rng(rng)
        for k in range(1, self.K + 1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(sizes[k - 1], sizes[k], rng)

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]

    def backward(self, y):
        dz = (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            self.grads[f"dW{k}"] = self.a[k - 1].mT @ dz
            self.grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
            dz = dz @ self.params[f"W{k}"].mT * self.slope(self.a[k - 1])
        return self.grads

    def step(self, lr):
        self.params = gradient_step(self.params, self.grads, lr)


# make_xor: a set of points with their labels, in any order of the rows

WEAK_KINDS = {"truths": "xor-labels-true-and-false", "lists": "xor-lists"}
TENTHS = 4  # digits to which coordinates, counted in tenths, are compared
CENTRE = (5.0, 5.0)


def faults_of_xor(make_xor):
    points = make_xor()
    x, y = read_points(points)
    again = read_points(make_xor())
    yield from faults_of_shapes(x, y)
    if len(again[0]) > len(x):
        yield Found("xor-grows", f"the first call gave {len(x)} points, the next {len(again[0])}")
    if not (np.array_equal(x, again[0]) and np.array_equal(y, again[1])):
        yield Found("xor-random", "two calls gave different points or labels")
    yield from faults_of_points(x)
    yield from faults_of_labels(x, y)
    ends = x[(np.abs(x - np.round(x)) < 1e-6) & (x != np.round(x))]
    if ends.size:
        yield Found("xor-tenths-added-up", f"one of the coordinates is {ends[0]!r}")
    for kind in kinds(points):
        yield Found(WEAK_KINDS[kind], f"the kinds are {kinds(points)}", note=True)


def read_points(value):
    return list(reading.several("x", "y")(value).values())


def faults_of_shapes(x, y):
    n, told = x.shape[0] if x.ndim else 0, f"the shapes are {x.shape} and {y.shape}"
    if (x.ndim, y.ndim) == (2, 2) and (x.shape[1], y.shape[1]) == (1, 2):
        yield Found("xor-results-swapped", told)
    if x.ndim == 2 and x.shape[0] == 2:
        yield Found("xor-points-as-columns", told)
    if x.ndim != 2 or x.shape[1] != 2:
        yield Found("xor-points-shape", told)
    kinds = {(n,): "xor-labels-flat", (1, n): "xor-labels-in-a-row"}
    if y.shape in kinds:
        yield Found(kinds[y.shape], told)
    if y.shape[0:1] != (n,):
        yield Found("xor-labels-count", told)
    if y.shape != (n, 1):
        yield Found("xor-labels-shape", told)


def tenths(x):
    """The points as pairs of tenths, in the order of the rows."""
    return [tuple(float(t) + 0.0 for t in row) for row in np.round(10 * x, TENTHS)]


RIGHT = dict(zip(tenths(make_xor()[0]), make_xor()[1][:, 0], strict=True))
GRID = {(i, j) for i in range(11) for j in range(11)}
CORNERS = {(i, j) for i in (0, 10) for j in (0, 10)}


def faults_of_points(x):
    """What is wrong with the points: known ways first, then any."""
    found = Counter(tenths(x))
    missing, extra = set(RIGHT) - set(found), found - Counter(RIGHT.keys())
    told = told_points(missing, extra)
    yield from coarse(found, told)
    yield from centre_or_ends(missing, extra, told)
    points = set(found)
    if missing and is_one_diagonal(points):
        yield Found("xor-one-diagonal", told)
    if is_cross(points) and not points <= set(RIGHT):
        yield Found("xor-other-steps", told)
    if len(missing) > 3 and all(i + j == 10 for i, j in missing):
        yield Found("xor-falling-diagonal", told)
    if missing or extra:
        yield Found("xor-other-points", told)


def coarse(found, told):
    """Whole sets of other points. found : how often each one is there."""
    points = set(found)
    if points == {(10.0 * i, 10.0 * j) for i, j in RIGHT}:
        yield Found("xor-not-divided", told)
    if len(points) == 1 < found.total():
        yield Found("xor-one-point", told)
    if points <= CORNERS and found.total() <= 4:
        yield Found("xor-corners-only", told)
    if found == Counter((i // 10 * 10, j // 10 * 10) for i, j in RIGHT):
        yield Found("xor-whole-division", told)
    if points >= GRID:
        yield Found("xor-whole-grid", told)


def centre_or_ends(missing, extra, told):
    if missing == {CENTRE} and not extra:
        yield Found("xor-centre-missing", told)
    if not missing and set(extra) == {CENTRE}:
        yield Found("xor-centre-twice", told)
    if not missing and extra and set(extra) <= set(RIGHT):
        yield Found("xor-points-twice", told)
    if missing and missing <= CORNERS | {(5.0, 5.0)} and not set(extra) - {CENTRE}:
        yield Found("xor-end-missing", told)


def is_one_diagonal(points):
    return points <= {one for one in RIGHT if one[0] == one[1]} or points <= {
        (i, j) for i, j in RIGHT if i + j == 10
    }


def is_cross(points):
    """Whether all points lie on the two diagonals of the unit square."""
    return all(abs(i - j) < 1e-2 or abs(i + j - 10) < 1e-2 for i, j in points)


def told_points(missing, extra):
    parts = [f"{point(one)} is missing" for one in sorted(missing)[:2]]
    return ", ".join([*parts, *(f"{point(one)} is one too many" for one in sorted(extra)[:2])])


def point(pair):
    return "({:.4g}, {:.4g})".format(*(t / 10 for t in pair))


def faults_of_labels(x, y):
    """What is wrong with the labels of the right points."""
    points, right = tenths(x), np.array([RIGHT[one] for one in tenths(x)])
    wrong = [i for i in range(len(y)) if y[i, 0] != right[i]]
    if not wrong:
        return
    told = f"{point(points[wrong[0]])} has the label {y[wrong[0], 0]:g}, and should have "
    told += f"{right[wrong[0]]:g}"
    others = [i for i in range(len(y)) if points[i] != CENTRE]
    if not np.isin(y, (0, 1)).all():
        yield Found("xor-labels-not-zero-and-one", told)
    if [points[i] for i in wrong] == [CENTRE]:
        yield Found("xor-centre-class", told)
    if set(others) <= set(wrong):
        yield Found("xor-labels-swapped", told)
    if np.ptp(y) == 0:
        yield Found("xor-labels-all-equal", told)
    if y.sum() in (10, 11):
        yield Found("xor-labels-out-of-order", told)
    yield Found("xor-labels-other", told)


def draw_training(rng):
    """The 21 points, most of them of class 1: so the first steps are long, whatever the start."""
    y = np.ones((21, 1))
    y[rng.permutation(21)[:4]] = 0.0
    return make_xor()[0], y, 6, 0.3, int(rng.integers(1, 1000))


STARTLESS = "with 0 epochs, which the text asks for later, yours gives no `p`"


def train_in_the_text(train):
    """Why the text cannot go on with a right loop: it also asks for the start alone."""
    try:
        _, p = train(*make_xor(), 0, 0.3, 0)
    except Exception:
        return STARTLESS
    return "" if np.shape(p) == (21, 1) else STARTLESS


def network_in_the_text(network):
    """Why the text cannot go on with a right class; or "".

    It reads `params`, knows their start, and compares what `backward` returns with them.
    """
    made, right = (one([2, 3, 1], "tanh", np.random.default_rng(0)) for one in (network, MyNetwork))
    own = getattr(made, "params", None)
    if not isinstance(own, dict) or own.keys() != right.params.keys():
        return "the text needs a dictionary `params` with W1, b1, ..."
    flat = [name for name, v in right.params.items() if np.shape(own[name]) == v.shape[1:]]
    if flat:
        return f"`{flat[0]}` lies flat, and the text needs a row"
    made.forward(np.ones((4, 2)))
    grads = made.backward(np.ones((4, 1)))
    if not isinstance(grads, dict):
        return "`backward` returns nothing, and the gradient check needs `grads`"
    flat = [name for name in own if np.shape(grads[f"d{name}"]) != np.shape(own[name])]
    if flat:
        return f"`d{flat[0]}` lies flat, `{flat[0]}` is a row"
    return "" if all(same_row(own[name], v) for name, v in right.params.items()) else OTHER


def same_row(own, v):
    return np.shape(own) == v.shape and np.allclose(own, v)


# What the student hears


EXERCISES = (
    Exercise(
        make_xor,
        "05",
        lambda rng: [found_case()],
        (
            "Draw the square and its two diagonals. How many points lie on each, and which one "
            "lies on both?",
            "Count in whole numbers and divide by 10. The point on both diagonals stands in the "
            "data once, as class 0.",
            "With 5 steps instead of 10, the rising diagonal is (0, 0), (0.2, 0.2), … (1, 1), and "
            "the falling one (0, 1), (0.2, 0.8), … (1, 0). They do not meet in a point of the "
            "list; with 10 steps they do.",
        ),
        read=as_seen,
        trial=first_found(faults_of_xor),
        asks="the 21 points of XOR, and their labels",
        sample=lambda: (),
    ),
    Exercise(
        train,
        "05",
        lambda rng: [found_case(*draw_training(rng))],
        (
            "Section 6 of 04 has the loop. Which of its numbers are arguments now? What comes "
            "before it, and what after?",
            "Four words, again and again: forward, loss, backward, step. The parameters that come "
            "out of one epoch go into the next; the start, from the seed, comes before the loop.",
            "One weight w with the loss w² and lr 0.1: from w = 1 the losses are 1, then 0.64, "
            "then 0.4096, since each step makes w 0.8 times as large. After three epochs w is "
            "0.512.",
        ),
        read=as_seen,
        trial=first_found(faults_of_training),
        asks="the loss of every epoch, and the last predictions",
        sample=lambda: (*make_xor(), 5, 0.3, 0),
        fits=train_in_the_text,
        seconds=20.0,
    ),
    Exercise(
        MyNetwork,
        "05",
        lambda rng: [found_case([2, 3, 2, 1], "sigmoid", rng)],
        (
            "Begin with `__init__`: make [2, 3, 1] and print the shapes in `params`. Then "
            "`forward` alone.",
            "Each method is a function you know: `forward` and `backward` from 03, `step` is "
            "`gradient_step`. What they share lives in `self`. `rng` may be None: then the class "
            "makes a generator of its own, and one it is given serves for all layers.",
            "A class with the same skeleton, for a single number: `__init__` sets `self.w = 2.0`, "
            "`forward(x)` keeps `self.x = x` and returns `x * self.w`, `backward(dp)` sets "
            "`self.dw = self.x * dp`, and `step(lr)` moves `self.w` against `self.dw`.",
        ),
        read=as_seen,
        trial=first_found(faults_of_network),
        explain=explain,
        asks="a network of any number of layers, with forward, backward and step",
        fits=network_in_the_text,
        seconds=20.0,
    ),
)
