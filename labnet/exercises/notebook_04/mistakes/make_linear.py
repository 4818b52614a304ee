"""Mistakes in `make_linear` of notebook 04."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.properties import shows
from ..exercises import (
    FAR,
    MANY,
    is_coarse,
    is_dependent,
    is_outside,
    labels,
    unevenness,
)


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


wrong, weak = rows_of("make_linear")


def points_as_columns(n, rng):
    x = rng.random((2, n))
    return x, (x[0] <= x[1]).astype(float)[:, None]


wrong(
    "linear-points-as-columns", points_as_columns, shows=points_shaped(lambda n, x, y: x == (2, n))
).says(
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere. Which of the two numbers in a shape counts the rows?",
)


def results_swapped(n, rng):
    x = rng.random((n, 2))
    return labels(x), x


wrong(
    "linear-results-swapped",
    results_swapped,
    shows=points_shaped(lambda n, x, y: x == (n, 1) and y == (n, 2)),
).says(
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
)


def points_wrong_count(n, rng):
    x = rng.random((100, 2))
    return x, labels(x)


wrong(
    "linear-points-wrong-count",
    points_wrong_count,
    shows=points_shaped(lambda n, x, y: n < 5 or x[:1] != (n,)),
).says(
    "Your function should make n points, whatever n is; it makes another number of them.",
    "Where does `n` appear in your code?",
)


def points_shape(n, rng):
    x = rng.random(n)
    return x, (x <= 0.5).astype(float)[:, None]


wrong("linear-points-shape", points_shape, shows=points_shaped(lambda n, x, y: x != (n, 2))).says(
    "Each point needs a row of two numbers, x1 and x2; your x has another shape.",
    "Print the shape of your x for n = 5.",
)


def labels_flat(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, 0] <= x[:, 1]).astype(float)


wrong("linear-labels-flat", labels_flat, shows=points_shaped(lambda n, x, y: y == (n,))).says(
    "The labels lie flat, in a shape (n,): they should stand in a column.",
    "Which index gives one column and keeps it a column? Compare the shapes of `x[:, 0]` and "
    "`x[:, :1]`.",
)


def labels_every_with_every(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= x[:, 1]).astype(float)


wrong(
    "linear-labels-every-with-every",
    labels_every_with_every,
    shows=lambda case, answer: answer.event == "too-many-numbers",
).says(
    "Every point was compared with every other one, so your y is a whole table, (n, n).",
    "One side of the comparison is a column and the other one lies flat: print both shapes.",
)


def labels_in_a_row(n, rng):
    x = rng.random((n, 2))
    return x, labels(x).T


wrong(
    "linear-labels-in-a-row", labels_in_a_row, shows=points_shaped(lambda n, x, y: y == (1, n))
).says(
    "Your labels stand in a row, (1, n): each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
)


def labels_shape(n, rng):
    x = rng.random((n, 2))
    return x, labels(x)[None]


wrong("linear-labels-shape", labels_shape, shows=points_shaped(lambda n, x, y: y != (n, 1))).says(
    "Your y has another shape than (n, 1), one label in a column for each point.",
    "Print the shape of your y for n = 5.",
)


# make_linear(n, rng): points and generator


def generator_ignored(n, rng):
    x = np.random.rand(n, 2)
    return x, labels(x)


wrong(
    "linear-generator-ignored", generator_ignored, shows=shows(lambda seen: seen.ignores_generator)
).says(
    "Two generators in the same state gave different points: your numbers come from elsewhere.",
    "Which object should be asked for random numbers? A function of `np.random` knows nothing of "
    "the generator that you were handed.",
)


def generator_made_anew(n, rng):
    x = np.random.default_rng(0).random((n, 2))
    return x, labels(x)


wrong(
    "linear-generator-made-anew", generator_made_anew, shows=shows(lambda seen: seen.starts_again)
).says(
    "Every call gives the same points: a generator of your own begins with the same seed each time "
    "(or there is no chance in it at all).",
    "You are handed a generator. Who chose its seed?",
)


def one_point_only(n, rng):
    x = np.tile(rng.random(2), (n, 1))
    return x, labels(x)


wrong(
    "linear-one-point-only",
    one_point_only,
    shows=on_points(lambda x, y: (np.ptp(x, axis=0) == 0).all()),
).says(
    "All your points are one and the same.",
    "How many numbers do n points need? Count how many you draw.",
)


def points_normal(n, rng):
    x = rng.normal(size=(n, 2))
    return x, labels(x)


wrong(
    "linear-points-normal",
    points_normal,
    shows=on_points(lambda x, y: x.min() < -1.5 and abs(x.mean()) < 0.3),
).says(
    "Your points are scattered around (0, 0) like a bell, and many lie outside of the unit square: "
    "these are normal numbers, not uniform ones.",
    "Which method of the generator gives every number from 0 to 1 the same chance?",
)


def points_outside(n, rng):
    x = rng.uniform(0, 10, (n, 2))
    return x, labels(x)


wrong("linear-points-outside", points_outside, shows=on_points(lambda x, y: is_outside(x))).says(
    "Some of your points lie outside of the unit square.",
    "What are the smallest and the largest number that your generator gives?",
)


def points_on_a_grid(n, rng):
    x = rng.integers(0, 11, (n, 2)) / 10
    return x, labels(x)


wrong(
    "linear-points-on-a-grid",
    points_on_a_grid,
    shows=on_points(lambda x, y: is_coarse(x) and np.ptp(x) > 0),
).says(
    "Your coordinates take a few values only: they are rounded, or whole numbers.",
    "Any number from 0 to 1 should be possible, with all its digits.",
)


def points_sorted(n, rng):
    x = np.sort(rng.random((n, 2)), axis=0)
    return x, labels(x)


wrong(
    "linear-points-sorted",
    points_sorted,
    shows=on_points(lambda x, y: any((np.diff(x[:, k]) >= 0).all() for k in (0, 1))),
).says(
    "Your coordinates are sorted, so all points follow one line.",
    "Leave the numbers in the order in which they come.",
)


def points_uneven(n, rng):
    x = rng.random((n, 2)) * rng.random((n, 2))
    return x, labels(x)


wrong(
    "linear-points-uneven", points_uneven, shows=on_points(lambda x, y: unevenness(x) > FAR)
).says(
    "Your points are not spread evenly: parts of the unit square get more than their share.",
    "Each coordinate is one uniform number, as it comes.",
)


def points_dependent(n, rng):
    x1 = rng.random((n, 1))
    x = np.hstack([x1, 1 - x1])
    return x, labels(x)


wrong(
    "linear-points-dependent", points_dependent, shows=on_points(lambda x, y: is_dependent(x))
).says(
    "Your coordinates depend on each other: from one of them one can guess the other.",
    "Every coordinate of every point is a random number of its own.",
)


# make_linear(n, rng): labels


def labels_swapped(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] > x[:, 1:]).astype(float)


wrong("linear-labels-swapped", labels_swapped, shows=labelled_by(lambda x: 1 - labels(x))).says(
    "The two classes are exchanged: 0 where it should be 1, and 1 where it should be 0.",
    "Which label does the point (0.2, 0.7) get? Which one should it have?",
)


def labels_minus_one(n, rng):
    x = rng.random((n, 2))
    return x, 2 * labels(x) - 1


wrong(
    "linear-labels-minus-one",
    labels_minus_one,
    shows=on_points(lambda x, y: np.isin(y, (-1, 1)).all() and np.ptp(y) > 0),
).says(
    "Your labels are −1 and 1: here the classes are 0 and 1, since p is a probability.",
    "What does the comparison give before you turn it into numbers?",
)


def labels_all_one_class(n, rng):
    x = rng.random((n, 2))
    whole = x.astype(int)
    return x, (whole[:, :1] <= whole[:, 1:]).astype(float)


wrong(
    "linear-labels-all-one-class",
    labels_all_one_class,
    shows=on_points(lambda x, y: np.ptp(y) == 0),
).says(
    "All your labels are the same.",
    "Is something cut off before the comparison, such as the digits after the point?",
)


def labels_not_whole(n, rng):
    x = rng.random((n, 2))
    return x, x[:, 1:] - x[:, :1]


wrong(
    "linear-labels-not-whole",
    labels_not_whole,
    shows=on_points(lambda x, y: not np.isin(y, (0, 1)).all()),
).says(
    "Your labels are other numbers than 0 and 1.",
    "The label says on which side a point lies, not how far from the diagonal.",
)


def labels_other_diagonal(n, rng):
    x = rng.random((n, 2))
    return x, (x.sum(axis=1, keepdims=True) <= 1).astype(float)


wrong(
    "linear-labels-other-diagonal",
    labels_other_diagonal,
    shows=labelled_by(lambda x: x.sum(axis=1, keepdims=True) <= 1),
).says(
    "Your border is the other diagonal, where x1 + x2 is 1.",
    "On the diagonal that is meant the two coordinates are equal.",
)


def labels_beyond_other_diagonal(n, rng):
    x = rng.random((n, 2))
    return x, (x.sum(axis=1, keepdims=True) > 1).astype(float)


wrong(
    "linear-labels-beyond-other-diagonal",
    labels_beyond_other_diagonal,
    shows=labelled_by(lambda x: x.sum(axis=1, keepdims=True) > 1),
).says(
    "Your border is the other diagonal, where x1 + x2 is 1, and class 1 lies above it.",
    "On the diagonal that is meant the two coordinates are equal.",
)


def labels_xor(n, rng):
    x = rng.random((n, 2))
    return x, ((x[:, :1] > 0.5) != (x[:, 1:] > 0.5)).astype(float)


wrong(
    "linear-labels-xor",
    labels_xor,
    shows=labelled_by(lambda x: (x[:, :1] > 0.5) != (x[:, 1:] > 0.5)),
).says(
    "These are the labels of XOR: no line parts these classes.",
    "The rule of this exercise compares the two coordinates with each other.",
)


def labels_from_one_coordinate(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= 0.5).astype(float)


wrong(
    "linear-labels-from-one-coordinate",
    labels_from_one_coordinate,
    shows=on_points(lambda x, y: share(x, y) < 0.99 and any(map(parted, x.T, (y, y)))),
).says("Your label looks at one coordinate only.", "The rule compares x1 with x2.")


def parted(coordinate, y):
    """Whether the labels change once, as the coordinate grows."""
    return np.abs(np.diff(y[np.argsort(coordinate), 0])).sum() == 1


wrong(
    "linear-labels-by-chance",
    lambda n, rng: (rng.random((n, 2)), rng.integers(0, 2, (n, 1)).astype(float)),
    shows=on_points(lambda x, y: abs(share(x, y) - 0.5) < 0.1 and not follows(x, y)),
).says(
    "Your labels don't follow from the points: right and wrong ones are about as many.",
    "Chance makes the points. From then on the rule decides, for each point from its own row.",
)


def labels_other_rule(n, rng):
    x = rng.random((n, 2))
    return x, (x[:, :1] <= x[:, 1:] ** 2).astype(float)


wrong(
    "linear-labels-other-rule", labels_other_rule, shows=on_points(lambda x, y: share(x, y) < 1)
).says(
    "Some of your labels are wrong: they follow another rule.",
    "Take the point below: on which side of the diagonal does it lie?",
)


def labels_true_and_false(n, rng):
    x = rng.random((n, 2))
    return x, x[:, :1] <= x[:, 1:]


weak(
    "linear-labels-true-and-false",
    labels_true_and_false,
    shows=shows(lambda seen: "truths" in seen.first["kinds"]),
).says("Your labels are true and false; the loss needs `-y`, which NumPy refuses for them.")


def lists(n, rng):
    x = rng.random((n, 2))
    return x.tolist(), labels(x).tolist()


weak("linear-lists", lists, shows=shows(lambda seen: seen.first["kinds"] == ["lists"])).says(
    "You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`."
)


# init_layer(n_in, n_out, rng): shapes and bias


def layers_shaped(test):
    """Whether test(n_in, n_out, the shape of W, the shape of b) holds for every layer."""

    def holds(seen):
        calls = {seen.sizes: seen.first} | seen.large
        return all(test(*sizes, one["W"].shape, one["b"].shape) for sizes, one in calls.items())

    return shows(holds)
