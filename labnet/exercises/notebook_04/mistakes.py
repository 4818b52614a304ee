"""The mistakes of notebook 04. What is said of them: see ..catalogue."""

import re

import numpy as np

from ...support.errors import own_line
from ..engine.catalogue import mistake
from ..engine.properties import shows
from ..engine.reading import is_relaid
from .exercises import (
    FAR,
    MANY,
    SPREAD,
    is_coarse,
    is_dependent,
    is_outside,
    is_repeated,
    labels,
    unevenness,
)
from .step_factors import factor, kept_names, near

# What the entries look at

FITS = 0.05  # how near a fitted power must be, and the logarithm of a scale to that of the fit


def points(seen):
    """Many points and their labels."""
    return seen.large[MANY,]["x"], seen.large[MANY,]["y"]


def points_shaped(test):
    """Whether test(n, the shape of x, the shape of y) holds for every call."""

    def holds(seen):
        calls = {seen.sizes: seen.first} | seen.large
        return all(test(n, one["x"].shape, one["y"].shape) for (n,), one in calls.items())

    return shows(holds)


def on_points(test):
    """test(x, y) of many points, if their shapes are right."""

    def holds(seen):
        x, y = points(seen)
        return x.shape == (MANY, 2) and y.shape == (MANY, 1) and test(x, y)

    return shows(holds)


def share(x, y):
    """The share of points whose label is right."""
    return np.mean(y == labels(x))


def follows(x, y, some=400):
    """Whether a point mostly has the label of its nearest neighbour, as under any rule."""
    x, y = x[:some], y[:some]
    far = ((x[:, None] - x) ** 2).sum(axis=2)
    np.fill_diagonal(far, np.inf)
    return np.mean(y == y[far.argmin(axis=1)]) > 0.8


def labelled_by(rule):
    """Whether another rule gives the labels: nearly all of them, as ties may be counted so or so.

    Where most right labels agree with it too, it is not told apart.
    """
    return on_points(lambda x, y: np.mean(y == rule(x)) > 0.999 and share(x, y) < 0.99)


# make_linear(n, rng): shapes


@mistake(
    "make_linear",
    "linear-points-as-columns",
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere. Which of the two numbers in a shape counts the rows?",
    shows=points_shaped(lambda n, x, y: x == (2, n)),
)
def _(n, rng):
    x = rng.random((2, n))
    return x, (x[0] <= x[1]).astype(float)[:, None]


@mistake(
    "make_linear",
    "linear-results-swapped",
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
    shows=points_shaped(lambda n, x, y: x == (n, 1) and y == (n, 2)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return labels(x), x


@mistake(
    "make_linear",
    "linear-points-wrong-count",
    "Your function should make n points, whatever n is; it makes another number of them.",
    "Where does `n` appear in your code?",
    shows=points_shaped(lambda n, x, y: n < 5 or x[:1] != (n,)),
)
def _(n, rng):
    x = rng.random((100, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-shape",
    "Each point needs a row of two numbers, x1 and x2; your x has another shape.",
    "Print the shape of your x for n = 5.",
    shows=points_shaped(lambda n, x, y: x != (n, 2)),
)
def _(n, rng):
    x = rng.random(n)
    return x, (x <= 0.5).astype(float)[:, None]


@mistake(
    "make_linear",
    "linear-labels-flat",
    "The labels lie flat, in a shape (n,): they should stand in a column.",
    "Which index gives one column and keeps it a column? Compare the shapes of `x[:, 0]` and "
    "`x[:, :1]`.",
    shows=points_shaped(lambda n, x, y: y == (n,)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, 0] <= x[:, 1]).astype(float)


@mistake(
    "make_linear",
    "linear-labels-every-with-every",
    "Every point was compared with every other one, so your y is a whole table, (n, n).",
    "One side of the comparison is a column and the other one lies flat: print both shapes.",
    shows=lambda case, answer: answer.event == "too-many-numbers",
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= x[:, 1]).astype(float)


@mistake(
    "make_linear",
    "linear-labels-in-a-row",
    "Your labels stand in a row, (1, n): each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
    shows=points_shaped(lambda n, x, y: y == (1, n)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, labels(x).T


@mistake(
    "make_linear",
    "linear-labels-two-columns",
    "Your y has two columns: each point needs a single label.",
    "One comparison for each point: what stands on its left, and what on its right?",
    shows=points_shaped(lambda n, x, y: y == (n, 2)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, np.hstack([labels(x), 1 - labels(x)])


@mistake(
    "make_linear",
    "linear-labels-shape",
    "Your y has another shape than (n, 1), one label in a column for each point.",
    "Print the shape of your y for n = 5.",
    shows=points_shaped(lambda n, x, y: y != (n, 1)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, labels(x)[None]


# make_linear(n, rng): points and generator


@mistake(
    "make_linear",
    "linear-generator-ignored",
    "Two generators in the same state gave different points: your numbers come from elsewhere.",
    "Which object should be asked for random numbers? A function of `np.random` knows nothing of "
    "the generator that you were handed.",
    shows=shows(lambda seen: seen.ignores_generator),
)
def _(n, rng):
    x = np.random.rand(n, 2)
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-generator-made-anew",
    "Every call gives the same points: a generator of your own begins with the same seed each time "
    "(or there is no chance in it at all).",
    "You are handed a generator. Who chose its seed?",
    shows=shows(lambda seen: seen.starts_again),
)
def _(n, rng):
    x = np.random.default_rng(0).random((n, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-one-point-only",
    "All your points are one and the same.",
    "How many numbers do n points need? Count how many you draw.",
    shows=on_points(lambda x, y: (np.ptp(x, axis=0) == 0).all()),
)
def _(n, rng):
    x = np.tile(rng.random(2), (n, 1))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-normal",
    "Your points are scattered around (0, 0) like a bell, and many lie outside of the unit square: "
    "these are normal numbers, not uniform ones.",
    "Which method of the generator gives every number from 0 to 1 the same chance?",
    shows=on_points(lambda x, y: x.min() < -1.5 and abs(x.mean()) < 0.3),
)
def _(n, rng):
    x = rng.normal(size=(n, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-around-zero",
    "Your square goes from −1 to 1 (or below 0 at least): a quarter of it is the unit square.",
    "Between which two numbers do the coordinates of the unit square lie?",
    shows=on_points(lambda x, y: x.min() < 0),
)
def _(n, rng):
    x = rng.uniform(-1, 1, (n, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-outside",
    "Some of your points lie outside of the unit square.",
    "What are the smallest and the largest number that your generator gives?",
    shows=on_points(lambda x, y: is_outside(x)),
)
def _(n, rng):
    x = rng.uniform(0, 10, (n, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-on-a-grid",
    "Your coordinates take a few values only: they are rounded, or whole numbers.",
    "Any number from 0 to 1 should be possible, with all its digits.",
    shows=on_points(lambda x, y: is_coarse(x) and np.ptp(x) > 0),
)
def _(n, rng):
    x = rng.integers(0, 11, (n, 2)) / 10
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-same-coordinates",
    "x1 and x2 are the same number: all your points lie on the diagonal.",
    "How many random numbers does one point need?",
    shows=on_points(lambda x, y: (x[:, 0] == x[:, 1]).all()),
)
def _(n, rng):
    x = np.repeat(rng.random((n, 1)), 2, axis=1)
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-sorted",
    "Your coordinates are sorted, so all points follow one line.",
    "Leave the numbers in the order in which they come.",
    shows=on_points(lambda x, y: any((np.diff(x[:, k]) >= 0).all() for k in (0, 1))),
)
def _(n, rng):
    x = np.sort(rng.random((n, 2)), axis=0)
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-uneven",
    "Your points are not spread evenly: parts of the unit square get more than their share.",
    "Each coordinate is one uniform number, as it comes.",
    shows=on_points(lambda x, y: unevenness(x) > FAR),
)
def _(n, rng):
    x = rng.random((n, 2)) * rng.random((n, 2))
    return x, labels(x)


@mistake(
    "make_linear",
    "linear-points-dependent",
    "Your coordinates depend on each other: from one of them one can guess the other.",
    "Every coordinate of every point is a random number of its own.",
    shows=on_points(lambda x, y: is_dependent(x)),
)
def _(n, rng):
    x1 = rng.random((n, 1))
    x = np.hstack([x1, 1 - x1])
    return x, labels(x)


# make_linear(n, rng): labels


@mistake(
    "make_linear",
    "linear-labels-swapped",
    "The two classes are exchanged: 0 where it should be 1, and 1 where it should be 0.",
    "Which label does the point (0.2, 0.7) get? Which one should it have?",
    shows=labelled_by(lambda x: 1 - labels(x)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] > x[:, 1:]).astype(float)


@mistake(
    "make_linear",
    "linear-labels-minus-one",
    "Your labels are −1 and 1: here the classes are 0 and 1, since p is a probability.",
    "What does the comparison give before you turn it into numbers?",
    shows=on_points(lambda x, y: np.isin(y, (-1, 1)).all() and np.ptp(y) > 0),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, 2 * labels(x) - 1


@mistake(
    "make_linear",
    "linear-labels-all-one-class",
    "All your labels are the same.",
    "Is something cut off before the comparison, such as the digits after the point?",
    shows=on_points(lambda x, y: np.ptp(y) == 0),
)
def _(n, rng):
    x = rng.random((n, 2))
    whole = x.astype(int)
    return x, (whole[:, :1] <= whole[:, 1:]).astype(float)


@mistake(
    "make_linear",
    "linear-labels-not-whole",
    "Your labels are other numbers than 0 and 1.",
    "The label says on which side a point lies, not how far from the diagonal.",
    shows=on_points(lambda x, y: not np.isin(y, (0, 1)).all()),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, x[:, 1:] - x[:, :1]


@mistake(
    "make_linear",
    "linear-labels-other-diagonal",
    "Your border is the other diagonal, where x1 + x2 is 1.",
    "On the diagonal that is meant the two coordinates are equal.",
    shows=labelled_by(lambda x: x.sum(axis=1, keepdims=True) <= 1),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x.sum(axis=1, keepdims=True) <= 1).astype(float)


@mistake(
    "make_linear",
    "linear-labels-beyond-other-diagonal",
    "Your border is the other diagonal, where x1 + x2 is 1, and class 1 lies above it.",
    "On the diagonal that is meant the two coordinates are equal.",
    shows=labelled_by(lambda x: x.sum(axis=1, keepdims=True) > 1),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x.sum(axis=1, keepdims=True) > 1).astype(float)


@mistake(
    "make_linear",
    "linear-labels-xor",
    "These are the labels of XOR: no line parts these classes.",
    "The rule of this exercise compares the two coordinates with each other.",
    shows=labelled_by(lambda x: (x[:, :1] > 0.5) != (x[:, 1:] > 0.5)),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, ((x[:, :1] > 0.5) != (x[:, 1:] > 0.5)).astype(float)


@mistake(
    "make_linear",
    "linear-labels-from-one-coordinate",
    "Your label looks at one coordinate only.",
    "The rule compares x1 with x2.",
    shows=on_points(lambda x, y: share(x, y) < 0.99 and any(map(parted, x.T, (y, y)))),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= 0.5).astype(float)


def parted(coordinate, y):
    """Whether the labels change once, as the coordinate grows."""
    return np.abs(np.diff(y[np.argsort(coordinate), 0])).sum() == 1


@mistake(
    "make_linear",
    "linear-labels-by-chance",
    "Your labels don't follow from the points: right and wrong ones are about as many.",
    "Chance makes the points. From then on the rule decides, for each point from its own row.",
    shows=on_points(lambda x, y: abs(share(x, y) - 0.5) < 0.1 and not follows(x, y)),
)
def _(n, rng):
    return rng.random((n, 2)), rng.integers(0, 2, (n, 1)).astype(float)


@mistake(
    "make_linear",
    "linear-labels-other-rule",
    "Some of your labels are wrong: they follow another rule.",
    "Take the point below: on which side of the diagonal does it lie?",
    shows=on_points(lambda x, y: share(x, y) < 1),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= x[:, 1:] ** 2).astype(float)


@mistake(
    "make_linear",
    "linear-labels-true-and-false",
    "Your labels are true and false; the loss needs `-y`, which NumPy refuses for them.",
    note=True,
    shows=shows(lambda seen: "truths" in seen.first["kinds"]),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x, x[:, :1] <= x[:, 1:]


@mistake(
    "make_linear",
    "linear-lists",
    "You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`.",
    note=True,
    shows=shows(lambda seen: seen.first["kinds"] == ["lists"]),
)
def _(n, rng):
    x = rng.random((n, 2))
    return x.tolist(), labels(x).tolist()


# init_layer(n_in, n_out, rng): shapes and bias


def layers_shaped(test):
    """Whether test(n_in, n_out, the shape of W, the shape of b) holds for every layer."""

    def holds(seen):
        calls = {seen.sizes: seen.first} | seen.large
        return all(test(*sizes, one["W"].shape, one["b"].shape) for sizes, one in calls.items())

    return shows(holds)


@mistake(
    "init_layer",
    "init-results-swapped",
    "You return the bias first and the weights second.",
    "Compare the order with the text above the cell.",
    shows=layers_shaped(lambda n_in, n_out, w, b: w == (1, n_out) and b == (n_in, n_out)),
)
def _(n_in, n_out, rng):
    return np.zeros((1, n_out)), rng.normal(0, n_in**-0.5, (n_in, n_out))


@mistake(
    "init_layer",
    "init-weights-transposed",
    "Your W has a row for each unit and a column for each input: rows and columns are exchanged.",
    "In z = x W + b the row x has n_in numbers, and the row z has n_out.",
    shows=layers_shaped(lambda n_in, n_out, w, b: w == (n_out, n_in)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_out, n_in)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-weights-shape",
    "Your W has another shape than (n_in, n_out).",
    "One weight for each pair of an input and a unit.",
    shows=layers_shaped(lambda n_in, n_out, w, b: w != (n_in, n_out)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, n_in * n_out), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-bias-number",
    "Your b is a single number: every unit needs a bias of its own, to be learned.",
    "The bias is a row with as many numbers as z has.",
    shows=layers_shaped(lambda n_in, n_out, w, b: b in ((), (1, 1))),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), 0.0


@mistake(
    "init_layer",
    "init-bias-column",
    "Your b stands in a column, so it doesn't fit beside x W: there units lie in a row.",
    "The bias is a row, as each row of z is.",
    shows=layers_shaped(lambda n_in, n_out, w, b: b == (n_out, 1)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), np.zeros((n_out, 1))


@mistake(
    "init_layer",
    "init-bias-of-inputs",
    "Your b has one number for each input: biases belong to the units.",
    "In z = x W + b the bias must fit z. How many numbers does a row of z have?",
    shows=layers_shaped(lambda n_in, n_out, w, b: b in ((1, n_in), (n_in, 1))),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), np.zeros((1, n_in))


@mistake(
    "init_layer",
    "init-bias-shape",
    "Your b has another shape than (1, n_out).",
    "One bias for each unit, in a row.",
    shows=layers_shaped(lambda n_in, n_out, w, b: b != (1, n_out)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), np.zeros((n_in, n_out))


# init_layer(n_in, n_out, rng): values


def all_weights(test):
    """Whether test(W) holds for every large layer of the right shape."""

    def holds(seen):
        layers = seen.large.items()
        return all(one["W"].shape == sizes and test(one["W"]) for sizes, one in layers)

    return shows(holds)


@mistake(
    "init_layer",
    "init-all-zero",
    "All weights are 0. Then all units of a layer get the same gradient, and stay equal for ever.",
    "What can make equal units differ?",
    shows=all_weights(lambda W: not W.any()),
)
def _(n_in, n_out, rng):
    return np.zeros((n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-all-equal",
    "All weights are equal. Then all units of a layer get the same gradient, and stay twins.",
    "What can make equal units differ?",
    shows=all_weights(lambda W: np.ptp(W) == 0),
)
def _(n_in, n_out, rng):
    return np.ones((n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-rows-or-columns-equal",
    "Some random numbers are used again and again: all columns of your W are equal, or all rows.",
    "How many random numbers does W need? Each entry has its own.",
    shows=all_weights(is_repeated),
)
def _(n_in, n_out, rng):
    return np.tile(rng.normal(0, n_in**-0.5, (n_in, 1)), n_out), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-generator-ignored",
    "Two generators in the same state gave different weights: your numbers come from elsewhere.",
    "Which object should be asked for random numbers? A function of `np.random` knows nothing of "
    "the generator that you were handed.",
    shows=shows(lambda seen: seen.ignores_generator),
)
def _(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) / np.sqrt(n_in), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-generator-made-anew",
    "Every call gives the same weights: a generator of your own begins with the same seed each "
    "time, or there is no chance in them at all.",
    "You are handed a generator. Which of your numbers come out of it?",
    shows=shows(lambda seen: seen.starts_again),
)
def _(n_in, n_out, rng):
    rng = np.random.default_rng(0)
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-weights-positive",
    "No weight is negative. Then with many inputs all of z is large, and the sigmoids saturate.",
    "Around which number should the weights lie?",
    shows=all_weights(lambda W: (W >= 0).all()),
)
def _(n_in, n_out, rng):
    return rng.random((n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-weights-off-centre",
    "Your weights don't lie around 0: their mean is {}.",
    "A mean other than 0 adds up over the inputs, and does not cancel.",
    shows=all_weights(
        lambda W: (
            abs(W.mean()) > 8 * W.std() / np.sqrt(W.size) and f"{W.mean():.3f} in one of the layers"
        )
    ),
)
def _(n_in, n_out, rng):
    return rng.normal(0.5, n_in**-0.5, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-bias-ones",
    "Your biases start at 1.",
    "The random weights have broken the tie already, so where may the biases start?",
    shows=shows(lambda seen: all((one["b"] == 1).all() for one in seen.large.values())),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), np.ones((1, n_out))


@mistake(
    "init_layer",
    "init-bias-random",
    "Your biases are random (or other numbers than 0): that is not needed here.",
    "The random weights have broken the tie already, so where may the biases start?",
    shows=shows(lambda seen: all(one["b"].any() for one in seen.large.values())),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-0.5, (n_in, n_out)), rng.normal(size=(1, n_out))


# init_layer(n_in, n_out, rng): scales


def scaled(scale):
    """Whether the weights have the scale(n_in, n_out) in every large layer."""

    def holds(seen):
        layers = seen.large.items()
        return all(abs(one["W"].std() / scale(*sizes) - 1) < SPREAD for sizes, one in layers)

    return shows(holds)


@mistake(
    "init_layer",
    "init-scale-of-relu",
    "Your weights are too large by the root of 2: that start was made for ReLU units.",
    "Without a factor of 2, what keeps a sum of n_in terms of size 1?",
    shows=scaled(lambda n_in, n_out: np.sqrt(2 / n_in)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-of-outputs",
    "You scale with the number of units, n_out.",
    "A unit adds up its inputs: which of the two sizes counts them?",
    shows=scaled(lambda n_in, n_out: 1 / np.sqrt(n_out)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_out**-0.5, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-of-both",
    "This is the scale of Glorot and Bengio, a close relative: it looks at both sizes.",
    "Here only one of the two is meant: how many numbers does a unit add up?",
    shows=scaled(lambda n_in, n_out: np.sqrt(2 / (n_in + n_out))),
)
def _(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-of-sum",
    "Your scale belongs to n_in + n_out terms, but a unit does not add up that many.",
    "How many numbers does one unit add up?",
    shows=scaled(lambda n_in, n_out: 1 / np.sqrt(n_in + n_out)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, (n_in + n_out) ** -0.5, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-counts-bias",
    "Your scale belongs to n_in + 1 terms: you count the bias as an input. But it starts at 0, so "
    "it adds nothing.",
    "How many random numbers does one unit add up at the start?",
    shows=scaled(lambda n_in, n_out: 1 / np.sqrt(n_in + 1)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, (n_in + 1) ** -0.5, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-variance-for-scale",
    "Your weights are too small: you use the variance, where the scale is its root.",
    "`rng.normal` asks for the standard deviation. What is it, if the variance is 1/n_in?",
    shows=scaled(lambda n_in, n_out: 1 / n_in),
)
def _(n_in, n_out, rng):
    return rng.normal(0, 1 / n_in, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-multiplied",
    "Your weights grow with the number of inputs: you multiply where you should divide.",
    "With more inputs, should a single weight be larger or smaller?",
    shows=scaled(lambda n_in, n_out: np.sqrt(n_in)),
)
def _(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(n_in), (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-uniform-bound",
    "You took the scale for the largest weight: uniform numbers from −s to s have a standard "
    "deviation of s divided by the root of 3, so yours are too small.",
    "Which standard deviation do uniform numbers from −s to s have, and which one is asked for?",
    shows=scaled(lambda n_in, n_out: 1 / np.sqrt(3 * n_in)),
)
def _(n_in, n_out, rng):
    return rng.uniform(-1, 1, (n_in, n_out)) / np.sqrt(n_in), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-one",
    "The scale is missing: with n_in inputs of size 1 your z has the size of the root of n_in, and "
    "the sigmoids saturate.",
    "By what must a sum of n_in random terms be divided to keep its size?",
    shows=scaled(lambda n_in, n_out: 1.0),
)
def _(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)), np.zeros((1, n_out))


def powers(seen):
    """c, a and b, if the scale is c n_in^a n_out^b in all large layers; else None."""
    sizes = np.log(np.array(list(seen.large), float))
    scales = np.log([one["W"].std() for one in seen.large.values()])
    columns = np.hstack([sizes, np.ones((len(sizes), 1))])
    found = np.linalg.lstsq(columns, scales, rcond=None)[0]
    exact = np.abs(columns @ found - scales).max() < FITS
    return (np.exp(found[2]), *found[:2]) if exact else None


def scaled_by_power(test):
    """test(c, a, b) of the fitted scale c n_in^a n_out^b."""

    def holds(seen):
        found = powers(seen)
        return found is not None and test(*found)

    return shows(holds)


@mistake(
    "init_layer",
    "init-scale-fixed",
    "Your scale is about {}, whatever the number of inputs is: too small for few inputs or too "
    "large for many.",
    "A sum of n_in terms has the size of the root of n_in. How small must each term be?",
    shows=scaled_by_power(lambda c, a, b: near(a, 0, FITS) and near(b, 0, FITS) and f"{c:.2g}"),
)
def _(n_in, n_out, rng):
    return rng.normal(0, 0.01, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-factor",
    "You scale by the right size, but there is a factor too many: about {}.",
    "Which number multiplies your weights besides the root of n_in?",
    shows=scaled_by_power(lambda c, a, b: near(a, -0.5, FITS) and near(b, 0, FITS) and f"{c:.2g}"),
)
def _(n_in, n_out, rng):
    return 0.1 * rng.normal(size=(n_in, n_out)) / np.sqrt(n_in), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-uses-outputs",
    "Your scale depends on n_out, the number of units.",
    "A unit adds up its inputs: does it know how many neighbours it has?",
    shows=scaled_by_power(lambda c, a, b: abs(b) > 0.1),
)
def _(n_in, n_out, rng):
    return rng.normal(0, 1 / n_out, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-other-power",
    "Your scale depends on n_in, but not as one over its root: it goes like n_in to the power {}.",
    "Variances add; and the scale is the root of a variance.",
    shows=scaled_by_power(lambda c, a, b: not near(a, -0.5, FITS) and f"{a:.2g}"),
)
def _(n_in, n_out, rng):
    return rng.normal(0, n_in**-2.0, (n_in, n_out)), np.zeros((1, n_out))


@mistake(
    "init_layer",
    "init-scale-other",
    "The scale of your weights is not the one that is asked for.",
    "Compare the two numbers below: which rule gives the second one from n_in?",
    shows=all_weights(lambda W: True),
)
def _(n_in, n_out, rng):
    return rng.normal(0, 1 / (1 + abs(n_in - n_out)), (n_in, n_out)), np.zeros((1, n_out))


# gradient_step(params, grads, lr)


def factors(case, answer):
    """{name: how many times the right step it has moved}; nan where it has moved otherwise."""
    if answer.values is None or answer.changed:
        return {}
    params, grads, lr = case.args
    return {
        name: factor(value, answer.values[name], lr * grads[f"d{name}"])
        for name, value in params.items()
    }


def steps(test):
    """Whether test(factor, lr) holds for the step of every parameter, biases too."""

    def holds(case, answer):
        found = factors(case, answer)
        return bool(found) and all(test(one, case.args[2]) for one in found.values())

    return holds


def kept(test):
    """Whether test(name) tells which parameters stay where they are; the others move rightly."""

    def holds(case, answer):
        names = kept_names(factors(case, answer))
        return bool(names) and names == [name for name in case.args[0] if test(name)]

    return holds


def missing_key(test):
    """Whether a name was asked for that is in neither dictionary; test(name, params, grads)."""

    def holds(case, answer):
        key = answer.error.args[0] if isinstance(answer.error, KeyError) else None
        return isinstance(key, str) and test(key, *case.args[:2])

    return holds


@mistake(
    "gradient_step",
    "step-uphill",
    "You walk uphill: the loss will grow.",
    "The gradient points to where the loss rises. Which way should the step go?",
    shows=steps(lambda factor, lr: near(factor, -1)),
)
def _(params, grads, lr):
    return {name: v + lr * grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-stands-still",
    "Nothing moves: you return the old numbers.",
    "Where does the step end up? It must reach what you return.",
    shows=steps(lambda factor, lr: near(factor, 0)),
)
def _(params, grads, lr):
    step = {name: lr * grads["d" + name] for name in params}
    return {name: v for name, v in params.items() if name in step}


@mistake(
    "gradient_step",
    "step-biases-stay",
    "The weights move, but the biases stay where they are.",
    "Every parameter has its gradient, biases too.",
    shows=kept(lambda name: name[0] == "b"),
)
def _(params, grads, lr):
    return {k: v - lr * grads["d" + k] if k[0] == "W" else v for k, v in params.items()}


@mistake(
    "gradient_step",
    "step-weights-stay",
    "The biases move, but the weights stay where they are.",
    "Every parameter has its gradient, weights too.",
    shows=kept(lambda name: name[0] == "W"),
)
def _(params, grads, lr):
    return {k: v - lr * grads["d" + k] if k[0] == "b" else v for k, v in params.items()}


@mistake(
    "gradient_step",
    "step-some-stay",
    "Only some of the parameters move; others stay where they are.",
    "Does your loop reach all layers, whatever their number is?",
    shows=lambda case, answer: bool(kept_names(factors(case, answer))),
)
def _(params, grads, lr):
    last = f"W{len(params) // 2}"
    return {k: v - lr * grads["d" + k] if k == last else v for k, v in params.items()}


@mistake(
    "gradient_step",
    "step-rate-missing",
    "The learning rate is missing: your step is the whole gradient.",
    "Which of the three arguments did not appear in your line?",
    shows=steps(lambda factor, lr: near(factor, 1 / lr)),
)
def _(params, grads, lr):
    return {name: v - grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-rate-twice",
    "The learning rate comes in twice.",
    "Is the gradient multiplied with it in one line, and the step once more in another?",
    shows=steps(near),
)
def _(params, grads, lr):
    return {name: v - lr * (lr * grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-divided-by-rate",
    "You divide by the learning rate: then a smaller one makes longer steps.",
    "Should half the rate make the step half as long, or twice?",
    shows=steps(lambda factor, lr: near(factor, 1 / lr**2)),
)
def _(params, grads, lr):
    return {name: v - grads["d" + name] / lr for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-rate-fixed",
    "Your step has a learning rate of its own: a fixed number in place of `lr`.",
    "Which of the three arguments did not appear in your line?",
    rate=(0.5, 0.1, 0.05, 0.03, 0.01, 0.001),
)
def _(params, grads, lr, rate=0.3):
    return {name: v - rate * grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-uphill-without-rate",
    "Two things at once: you walk uphill, and the learning rate is missing.",
    "The gradient points to where the loss rises. And which argument did not appear in your line?",
    shows=steps(lambda factor, lr: near(factor, -1 / lr)),
)
def _(params, grads, lr):
    return {name: v + grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-uphill-other-length",
    "Two things at once: you walk uphill, and the length of your steps is not right either.",
    "The gradient points to where the loss rises. And is there a factor besides the rate?",
    shows=steps(lambda factor, lr: factor < 0),
)
def _(params, grads, lr):
    return {name: v + 2 * lr * grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-other-length",
    "The direction is right, but the length is not: each step is about {} times as long as it "
    "should be.",
    "Look for a factor besides the learning rate, or a fixed number in place of `lr`.",
    shows=lambda case, answer: one_length(list(factors(case, answer).values())),
)
def _(params, grads, lr):
    return {name: v - lr * grads["d" + name] / len(params) for name, v in params.items()}


def one_length(found):
    alike = bool(found) and all(near(one, found[0]) and one > 0 for one in found)
    return alike and f"{found[0]:.3g}"


@mistake(
    "gradient_step",
    "step-some-directions",
    "Some parameters take another step than the others: longer, shorter, or backwards.",
    "Each of them should be treated by the same line.",
    shows=lambda case, answer: (
        bool(found := factors(case, answer)) and (np.isfinite(list(found.values())).all())
    ),
)
def _(params, grads, lr):
    return {k: v + (-lr if k[0] == "W" else lr) * grads["d" + k] for k, v in params.items()}


@mistake(
    "gradient_step",
    "step-alone-returned",
    "You return the step alone: it still has to be taken, from where the parameter is.",
    "What was the old number, and what becomes of it?",
)
def _(params, grads, lr):
    return {name: lr * grads["d" + name] for name in params}


@mistake(
    "gradient_step",
    "step-backwards-returned",
    "You return the step alone, with its minus: it still has to be added to the old number.",
    "What was the old number, and what becomes of it?",
)
def _(params, grads, lr):
    return {name: -lr * grads["d" + name] for name in params}


@mistake(
    "gradient_step",
    "step-difference-reversed",
    "The difference is the wrong way round: you take the old number away from the step.",
    "For a tiny learning rate, should the new number be near the old one, or near its negative?",
)
def _(params, grads, lr):
    return {name: lr * grads["d" + name] - v for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-gradient-returned",
    "You return the gradients themselves.",
    "What was the old number, and how far does it go?",
)
def _(params, grads, lr):
    return {name: grads["d" + name] for name in params}


@mistake(
    "gradient_step",
    "step-sign-only",
    "Every number moves by the same amount, whether its gradient is large or small.",
    "Where it is steep the step should be longer. Is only the sign of the gradient left?",
)
def _(params, grads, lr):
    return {name: v - lr * np.sign(grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-one-direction",
    "Your steps all go the same way: the sign of the gradient is lost.",
    "Is there an absolute value in your line?",
)
def _(params, grads, lr):
    return {name: v - lr * np.abs(grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-gradient-squared",
    "The gradient comes in squared, so its sign is lost.",
    "How often does the gradient stand in your line?",
)
def _(params, grads, lr):
    return {name: v - lr * grads["d" + name] ** 2 for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-unit-length",
    "You have made each gradient one unit long: near the bottom, where it gets short, the step "
    "should get shorter too.",
    "Use the gradient as it is.",
)
def _(params, grads, lr):
    return {k: v - lr * grads["d" + k] / np.linalg.norm(grads["d" + k]) for k, v in params.items()}


@mistake(
    "gradient_step",
    "step-brackets",
    "The learning rate multiplies the old number too.",
    "Which part belongs in brackets: what is it that is made small?",
)
def _(params, grads, lr):
    return {name: lr * (v - grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-rate-on-the-old",
    "The learning rate multiplies the old number, not the gradient.",
    "For a tiny learning rate, should the new number be near the old one, or near 0?",
)
def _(params, grads, lr):
    return {name: lr * v - grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-multiplied",
    "You shrink or stretch the old number in proportion to the gradient: a number that is 0 could "
    "never move.",
    "The step is taken away from the old number, whatever its size is.",
)
def _(params, grads, lr):
    return {name: v * (1 - lr * grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-decays",
    "Every number shrinks by the same share: the gradient does not come in at all.",
    "Which dictionary have you read twice?",
)
def _(params, grads, lr):
    return {name: v - lr * v for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-mean-gradient",
    "All entries of a parameter move by the same amount: you have averaged the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)
def _(params, grads, lr):
    return {name: v - lr * np.mean(grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-summed-gradient",
    "All entries of a parameter move by the same amount: you have summed the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)
def _(params, grads, lr):
    return {name: v - lr * np.sum(grads["d" + name]) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-clipped",
    "Long steps are cut off: the gradient has been limited.",
    "Use the gradient as it is.",
)
def _(params, grads, lr):
    return {name: v - lr * np.clip(grads["d" + name], -0.1, 0.1) for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-into-the-given",
    "You put the new numbers into the dictionary you were handed: begin with an empty one.",
    "Who still looks into `params` after your function, and what should be found there?",
    shows=lambda case, answer: 0 in answer.refilled and moved_rightly(case, answer),
)
def _(params, grads, lr):
    for name in params:
        params[name] = params[name] - lr * grads["d" + name]
    return params


@mistake(
    "gradient_step",
    "step-in-place",
    "The new numbers are right, but they are written into what you were given: nobody can compare "
    "before and after.",
    "Is the dictionary a new one? And the arrays: `v -= step` writes into the old one.",
    shows=lambda case, answer: 0 in answer.changed and moved_rightly(case, answer),
)
def _(params, grads, lr):
    for name in params:
        params[name] -= lr * grads["d" + name]
    return params


def moved_rightly(case, answer):
    params, grads, lr = case.args
    return answer.values is not None and all(
        np.allclose(answer.values[name], v - lr * grads["d" + name]) for name, v in params.items()
    )


@mistake(
    "gradient_step",
    "step-in-place-and-nothing-returned",
    "You have changed what you were given, and returned nothing: a new dictionary is asked for.",
    "`v -= step` writes into the array that is there, and `params[name] = …` into the dictionary. "
    "What makes a new one, and who gets it?",
    shows=lambda case, answer: 0 in answer.changed and answer.event == "returned-nothing",
)
def _(params, grads, lr):
    for name in params:
        params[name] -= lr * grads["d" + name]


@mistake(
    "gradient_step",
    "step-name-of-gradient",
    "You look for the gradient under the name of the parameter; but that of `W1` is called `dW1`.",
    "Which names do the two dictionaries have? Print their keys.",
    shows=missing_key(lambda key, params, grads: key in params),
)
def _(params, grads, lr):
    return {name: v - lr * grads[name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-name-of-parameter",
    "You look for the parameter under the name of its gradient; but that of `dW1` is called `W1`.",
    "Which names do the two dictionaries have? Print their keys.",
    shows=missing_key(lambda key, params, grads: key in grads),
)
def _(params, grads, lr):
    return {name: params[name] - lr * dv for name, dv in grads.items()}


@mistake(
    "gradient_step",
    "step-dictionaries-exchanged",
    "The two dictionaries are exchanged: the first argument holds the parameters, the second one "
    "their gradients.",
    "Compare the order of your arguments with the exercise.",
    shows=missing_key(lambda key, params, grads: key[:2] == "dd"),
)
def _(grads, params, lr):
    return {name: v - lr * grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-no-such-name",
    "There is no {}.",
    "Print the name your loop gives: is `.items()`, or the f of an f-string, missing?",
    shows=lambda case, answer: missing_key(is_no_name)(case, answer) and told_no_name(answer),
)
def _(params, grads, lr):
    return {name: v - lr * grads[f"d{name}"] for name, v in params}


@mistake(
    "gradient_step",
    "step-fixed-names",
    "Your function knows the names of one network only: with another number of layers it fails.",
    "A loop over the dictionary's own names works for any network.",
    shows=lambda case, answer: missing_key(is_unknown)(case, answer) or is_cut(case, answer),
)
def _(params, grads, lr):
    return {
        "W1": params["W1"] - lr * grads["dW1"],
        "b1": params["b1"] - lr * grads["db1"],
        "W2": params["W2"] - lr * grads["dW2"],
        "b2": params["b2"] - lr * grads["db2"],
        "W3": params["W3"] - lr * grads["dW3"],
        "b3": params["b3"] - lr * grads["db3"],
    }


def is_no_name(key, params, grads):
    """Whether no network has such a name, be it of a parameter or of a gradient."""
    return re.fullmatch(r"d*[Wb]\d+", key) is None


def told_no_name(answer):
    key = answer.error.args[0]
    return f"{'gradient' if key[:1] == 'd' else 'entry'} called `{key}`"


def is_unknown(key, params, grads):
    return key not in params and key not in grads and key[:2] != "dd"


def is_cut(case, answer):
    return answer.event == "missing-name" and len(case.args[0]) > 2 and "W1" in answer.told


@mistake(
    "gradient_step",
    "step-results-named-after-gradients",
    "Your new dictionary has the names of the gradients: the parameters keep their own.",
    "Under which name will `forward` look for the new `W1`?",
    shows=lambda case, answer: answer.event == "missing-name" and " dW" in answer.told,
)
def _(params, grads, lr):
    return {"d" + name: v - lr * grads["d" + name] for name, v in params.items()}


@mistake(
    "gradient_step",
    "step-results-missing",
    "Not all parameters come back: some are missing in your new dictionary.",
    "Is your `return` inside the loop? Then it ends with the first parameter.",
    shows=lambda case, answer: answer.event == "missing-name",
)
def _(params, grads, lr):
    new = {}
    for name, v in params.items():
        new[name] = v - lr * grads["d" + name]
        return new


@mistake(
    "gradient_step",
    "step-by-position",
    "You pair parameters and gradients by their position; but the gradients may come in another "
    "order, as a backward pass meets them from the last layer to the first.",
    "The names say which gradient belongs to which parameter.",
)
def _(params, grads, lr):
    pairs = zip(params.items(), grads.values(), strict=True)
    return {name: v - lr * dv for (name, v), dv in pairs}


# accuracy(p, y)


def decided(p):
    return p > 0.5


@mistake(
    "accuracy",
    "accuracy-error-rate",
    "This is the share of wrong decisions.",
    "What does a perfect network get from your function?",
)
def _(p, y):
    return np.mean(decided(p) != (y == 1))


@mistake(
    "accuracy",
    "accuracy-counted",
    "This is the number of right decisions, not their share.",
    "What does a perfect network get from your function, for 4 examples and for 100?",
)
def _(p, y):
    return np.sum(decided(p) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-errors-counted",
    "This is the number of wrong decisions, not the share of right ones.",
    "What does a perfect network get from your function?",
)
def _(p, y):
    return np.sum(decided(p) != (y == 1))


@mistake(
    "accuracy",
    "accuracy-in-percent",
    "This is in percent: the share itself lies between 0 and 1.",
    "What does a perfect network get from your function?",
)
def _(p, y):
    return 100 * np.mean(decided(p) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-cut-off",
    "`int` cuts off the digits, so a p of 0.97 becomes 0.",
    "What should happen to 0.97, and what to 0.3?",
)
def _(p, y):
    return np.mean(p.astype(int) == y)


@mistake(
    "accuracy",
    "accuracy-without-decision",
    "You compare p itself with y; but a p of 0.97 is a good answer, though it is not 1.",
    "What has to be decided before you can compare?",
)
def _(p, y):
    return np.mean(p == y)


@mistake(
    "accuracy",
    "accuracy-tie",
    "Right, except where p is exactly 0.5: the decision is for class 1 only above it.",
    "On which side of your comparison does 0.5 itself end up?",
)
def _(p, y):
    return np.mean((p >= 0.5) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-tie-wrong-for-both",
    "Right, except where p is exactly 0.5: you count it as wrong for both classes; the decision "
    "there is class 0.",
    "Which of your comparisons lets a distance of exactly one half through?",
)
def _(p, y):
    return np.mean(np.abs(p - y) < 0.5)


@mistake(
    "accuracy",
    "accuracy-tie-right-for-both",
    "Right, except where p is exactly 0.5: you count it as right for both classes; the decision "
    "there is class 0.",
    "Which of your comparisons lets a distance of exactly one half through?",
)
def _(p, y):
    return np.mean(np.abs(p - y) <= 0.5)


@mistake(
    "accuracy",
    "accuracy-every-with-every",
    "You compare every decision with every label: a column beside a flat array makes a table.",
    "Print the shapes on both sides of the comparison.",
)
def _(p, y):
    return np.mean(decided(p).ravel() == (y == 1))


@mistake(
    "accuracy",
    "accuracy-largest-column",
    "`argmax` over a single column is always 0, so you decide for class 0 each time.",
    "How many columns does p have? What does the decision look at?",
)
def _(p, y):
    return np.mean(np.argmax(p, axis=1)[:, None] == y)


@mistake(
    "accuracy",
    "accuracy-largest-example",
    "You look for the largest p of all examples: but each example needs its own decision.",
    "With what is each p to be compared?",
)
def _(p, y):
    return np.mean(np.argmax(p, axis=0) == y)


@mistake(
    "accuracy",
    "accuracy-all-or-nothing",
    "You give 1 if all decisions are right, else 0: is there an `all`, or a `//`, which drops the "
    "digits after the point?",
    "What should come out if three of four are right?",
)
def _(p, y):
    return float(np.all(decided(p) == (y == 1)))


@mistake(
    "accuracy",
    "accuracy-always-one",
    "You say 1, all right, in every case: is there an `any`, or an `argmax`, which is always 0 for "
    "a single column?",
    "What should come out if three of four are right?",
)
def _(p, y):
    return float(np.any(decided(p) == (y == 1)))


@mistake(
    "accuracy",
    "accuracy-hits-only",
    "You count class 1 only: a 0 that is rightly told is a right decision too.",
    "What does your function give if all labels are 0, and all decisions too?",
)
def _(p, y):
    return np.mean(decided(p) & (y == 1))


@mistake(
    "accuracy",
    "accuracy-precision",
    "This is the share of right ones among the decisions for class 1, called precision.",
    "Of how many examples is the share to be taken?",
)
def _(p, y):
    return np.sum(decided(p) & (y == 1)) / np.sum(decided(p))


@mistake(
    "accuracy",
    "accuracy-recall",
    "This is the share of class 1 that was found, called recall.",
    "Of how many examples is the share to be taken? Those of class 0 count too.",
)
def _(p, y):
    return np.sum(decided(p) & (y == 1)) / np.sum(y == 1)


@mistake(
    "accuracy",
    "accuracy-of-decisions",
    "This is the share of decisions for class 1: the labels don't come in.",
    "When is a decision right?",
)
def _(p, y):
    return np.mean(decided(p))


@mistake(
    "accuracy",
    "accuracy-of-labels",
    "This is the share of class 1 among the labels: the predictions don't come in.",
    "When is a decision right?",
)
def _(p, y):
    return np.mean(y)


@mistake(
    "accuracy",
    "accuracy-of-confidence",
    "You average how near each p is to its label. That is a kind of loss; here only the side of "
    "0.5 counts.",
    "What has to be decided before you count?",
)
def _(p, y):
    return np.mean(1 - np.abs(p - y))


@mistake(
    "accuracy",
    "accuracy-of-probabilities",
    "You multiply p and y: that gives neither decisions nor how many of them are right.",
    "Two steps: decide, then compare.",
)
def _(p, y):
    return np.mean(p * y)


@mistake(
    "accuracy",
    "accuracy-above-zero",
    "You decide for class 1 wherever p is above 0, so almost everywhere.",
    "Where is the middle between the two classes, for a p between 0 and 1?",
)
def _(p, y):
    return np.mean((p > 0) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-above-mean",
    "You compare each p with the mean of all: then what one example gets depends on the others.",
    "Where is the middle between the two classes, for a p between 0 and 1?",
)
def _(p, y):
    return np.mean((p > np.mean(p)) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-other-way-round",
    "You take every p below 0.5 for class 1, and count what agrees.",
    "For which class does a p of 0.9 speak?",
)
def _(p, y):
    return np.mean((p < 0.5) == (y == 1))


@mistake(
    "accuracy",
    "accuracy-right-minus-wrong",
    "You take the wrong decisions away from the right ones: only the right ones are counted.",
    "What should come out if three of four are right?",
)
def _(p, y):
    right = decided(p) == (y == 1)
    return np.mean(right) - np.mean(~right)


@mistake(
    "accuracy",
    "accuracy-chained",
    "Python reads `p > 0.5 == y` as two comparisons with an `and` between them.",
    "Which comparison should be made first? Put brackets around it.",
    shows=lambda case, answer: "truth value" in answer.told and is_chained(answer.error),
)
def _(p, y):
    return np.mean(p > 0.5 == y)


def is_chained(error):
    """Whether the line, if it can be seen, has two comparisons without brackets between them."""
    line = "".join(own_line(error))
    return not line or re.search(r"[<>][^()\[\]&|]*[!=]=", line) is not None


@mistake(
    "accuracy",
    "accuracy-minus-truths",
    "NumPy does not subtract true from false.",
    "Which operator asks whether two things are equal?",
    shows=lambda case, answer: "boolean subtract" in answer.told,
)
def _(p, y):
    return 1 - np.mean(np.abs((p > 0.5) - (y == 1)))


@mistake(
    "accuracy",
    "accuracy-as-array",
    "Your share is an array with one entry; an accuracy is a single number.",
    note=True,
    shows=is_relaid,
)
def _(p, y):
    return np.mean((p > 0.5) == (y == 1), axis=0)
