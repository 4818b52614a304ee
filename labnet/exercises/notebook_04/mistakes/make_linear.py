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
    make_linear,
    unevenness,
)


def with_points(draw):
    """A make_linear with the points draw(n, rng), rightly labelled."""
    return lambda n, rng: (x := draw(n, rng), labels(x))


def with_labels(rule):
    """A make_linear with the labels rule(x)."""
    return lambda n, rng: (x := rng.random((n, 2)), rule(x))


wrong, weak = rows_of("make_linear")


# make_linear(n, rng): shapes


def shaped(test):
    """Whether test(n, the shape of x, the shape of y) holds for every call."""

    def holds(seen):
        calls = {seen.sizes: seen.first} | seen.large
        return all(test(n, one["x"].shape, one["y"].shape) for (n,), one in calls.items())

    return shows(holds)


wrong(
    "linear-points-as-columns",
    lambda n, rng: (rng.random((2, n)), make_linear(n, rng)[1]),
    shows=shaped(lambda n, x, y: x == (2, n)),
).says(
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere. Which of the two numbers in a shape counts the rows?",
)


wrong(
    "linear-results-swapped",
    lambda n, rng: make_linear(n, rng)[::-1],
    shows=shaped(lambda n, x, y: x == (n, 1) and y == (n, 2)),
).says(
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
)


wrong(
    "linear-points-wrong-count",
    lambda n, rng: make_linear(100, rng),
    shows=shaped(lambda n, x, y: n < 5 or x[:1] != (n,)),
).says(
    "Your function should make n points, whatever n is; it makes another number of them.",
    "Where does `n` appear in your code?",
)


wrong(
    "linear-points-shape",
    lambda n, rng: (rng.random(n), make_linear(n, rng)[1]),
    shows=shaped(lambda n, x, y: x != (n, 2)),
).says(
    "Each point needs a row of two numbers, x1 and x2; your x has another shape.",
    "Print the shape of your x for n = 5.",
)


wrong(
    "linear-labels-flat",
    with_labels(lambda x: labels(x)[:, 0]),
    shows=shaped(lambda n, x, y: y == (n,)),
).says(
    "The labels lie flat, in a shape (n,): they should stand in a column.",
    "Which index gives one column and keeps it a column? Compare the shapes of `x[:, 0]` and "
    "`x[:, :1]`.",
)


wrong(
    "linear-labels-every-with-every",
    with_labels(lambda x: x[:, :1] <= x[:, 1]),
    shows=lambda case, answer: answer.event == "too-many-numbers",
).says(
    "Every point was compared with every other one, so your y is a whole table, (n, n).",
    "One side of the comparison is a column and the other one lies flat: print both shapes.",
)


wrong(
    "linear-labels-in-a-row",
    with_labels(lambda x: labels(x).T),
    shows=shaped(lambda n, x, y: y == (1, n)),
).says(
    "Your labels stand in a row, (1, n): each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
)


wrong(
    "linear-labels-shape",
    with_labels(lambda x: labels(x)[None]),
    shows=shaped(lambda n, x, y: y != (n, 1)),
).says(
    "Your y has another shape than (n, 1), one label in a column for each point.",
    "Print the shape of your y for n = 5.",
)


# make_linear(n, rng): points and generator


def on_points(test):
    """Whether test(x, y) holds for many points, if their shapes are right."""

    def holds(seen):
        x, y = seen.large[MANY,]["x"], seen.large[MANY,]["y"]
        return x.shape == (MANY, 2) and y.shape == (MANY, 1) and test(x, y)

    return shows(holds)


wrong(
    "linear-generator-ignored",
    lambda n, rng: make_linear(n, np.random.default_rng()),
    shows=shows(lambda seen: seen.ignores_generator),
).says(
    "Two generators in the same state gave different points: your numbers come from elsewhere.",
    "Which object should be asked for random numbers? A function of `np.random` knows nothing of "
    "the generator that you were handed.",
)


wrong(
    "linear-generator-made-anew",
    lambda n, rng: make_linear(n, np.random.default_rng(0)),
    shows=shows(lambda seen: seen.starts_again),
).says(
    "Every call gives the same points: a generator of your own begins with the same seed each time "
    "(or there is no chance in it at all).",
    "You are handed a generator. Who chose its seed?",
)


wrong(
    "linear-one-point-only",
    with_points(lambda n, rng: np.tile(rng.random(2), (n, 1))),
    shows=on_points(lambda x, y: (np.ptp(x, axis=0) == 0).all()),
).says(
    "All your points are one and the same.",
    "How many numbers do n points need? Count how many you draw.",
)


wrong(
    "linear-points-normal",
    with_points(lambda n, rng: rng.normal(size=(n, 2))),
    shows=on_points(lambda x, y: x.min() < -1.5 and abs(x.mean()) < 0.3),
).says(
    "Your points are scattered around (0, 0) like a bell, and many lie outside of the unit square: "
    "these are normal numbers, not uniform ones.",
    "Which method of the generator gives every number from 0 to 1 the same chance?",
)


wrong(
    "linear-points-outside",
    with_points(lambda n, rng: rng.uniform(0, 10, (n, 2))),
    shows=on_points(lambda x, y: is_outside(x)),
).says(
    "Some of your points lie outside of the unit square.",
    "What are the smallest and the largest number that your generator gives?",
)


wrong(
    "linear-points-on-a-grid",
    with_points(lambda n, rng: rng.integers(0, 11, (n, 2)) / 10),
    shows=on_points(lambda x, y: is_coarse(x) and np.ptp(x) > 0),
).says(
    "Your coordinates take a few values only: they are rounded, or whole numbers.",
    "Any number from 0 to 1 should be possible, with all its digits.",
)


wrong(
    "linear-points-sorted",
    with_points(lambda n, rng: np.sort(rng.random((n, 2)), axis=0)),
    shows=on_points(lambda x, y: (np.diff(x, axis=0) >= 0).all(axis=0).any()),
).says(
    "Your coordinates are sorted, so all points follow one line.",
    "Leave the numbers in the order in which they come.",
)


wrong(
    "linear-points-uneven",
    with_points(lambda n, rng: rng.random((n, 2)) * rng.random((n, 2))),
    shows=on_points(lambda x, y: unevenness(x) > FAR),
).says(
    "Your points are not spread evenly: parts of the unit square get more than their share.",
    "Each coordinate is one uniform number, as it comes.",
)


wrong(
    "linear-points-dependent",
    with_points(lambda n, rng: np.abs(rng.random((n, 1)) - [0, 1])),
    shows=on_points(lambda x, y: is_dependent(x)),
).says(
    "Your coordinates depend on each other: from one of them one can guess the other.",
    "Every coordinate of every point is a random number of its own.",
)


# make_linear(n, rng): labels


def share(x, y):
    """The share of points whose label is right."""
    return np.mean(y == labels(x))


def wrong_labels(id, rule):
    """A row for nearly all of the labels that rule(x) gives, as ties may be counted so or so.

    Where most right labels agree with it too, it is not told apart.
    """
    shown = on_points(lambda x, y: np.mean(y == rule(x)) > 0.999 and share(x, y) < 0.99)
    return wrong(id, with_labels(rule), shows=shown)


wrong_labels("linear-labels-swapped", lambda x: 1 - labels(x)).says(
    "The two classes are exchanged: 0 where it should be 1, and 1 where it should be 0.",
    "Which label does the point (0.2, 0.7) get? Which one should it have?",
)


wrong(
    "linear-labels-minus-one",
    with_labels(lambda x: 2 * labels(x) - 1),
    shows=on_points(lambda x, y: np.isin(y, (-1, 1)).all() and np.ptp(y) > 0),
).says(
    "Your labels are −1 and 1: here the classes are 0 and 1, since p is a probability.",
    "What does the comparison give before you turn it into numbers?",
)


wrong(
    "linear-labels-all-one-class",
    with_labels(lambda x: labels(x.astype(int))),
    shows=on_points(lambda x, y: np.ptp(y) == 0),
).says(
    "All your labels are the same.",
    "Is something cut off before the comparison, such as the digits after the point?",
)


wrong(
    "linear-labels-not-whole",
    with_labels(lambda x: x[:, 1:] - x[:, :1]),
    shows=on_points(lambda x, y: not np.isin(y, (0, 1)).all()),
).says(
    "Your labels are other numbers than 0 and 1.",
    "The label says on which side a point lies, not how far from the diagonal.",
)


wrong_labels("linear-labels-other-diagonal", lambda x: x[:, :1] + x[:, 1:] <= 1).says(
    "Your border is the other diagonal, where x1 + x2 is 1.",
    "On the diagonal that is meant the two coordinates are equal.",
)


wrong_labels("linear-labels-beyond-other-diagonal", lambda x: x[:, :1] + x[:, 1:] > 1).says(
    "Your border is the other diagonal, where x1 + x2 is 1, and class 1 lies above it.",
    "On the diagonal that is meant the two coordinates are equal.",
)


wrong_labels("linear-labels-xor", lambda x: (x[:, :1] > 0.5) != (x[:, 1:] > 0.5)).says(
    "These are the labels of XOR: no line parts these classes.",
    "The rule of this exercise compares the two coordinates with each other.",
)


def looks_at_one(x, y):
    """Whether the labels change once, as one of the coordinates grows."""
    parted = (np.abs(np.diff(y[np.argsort(one), 0])).sum() == 1 for one in x.T)
    return share(x, y) < 0.99 and any(parted)


wrong(
    "linear-labels-from-one-coordinate",
    with_labels(lambda x: x[:, :1] <= 0.5),
    shows=on_points(looks_at_one),
).says("Your label looks at one coordinate only.", "The rule compares x1 with x2.")


def follows(x, y, some=400):
    """Whether a point mostly has the label of its nearest neighbour, as under any rule."""
    x, y = x[:some], y[:some]
    far = ((x[:, None] - x) ** 2).sum(axis=2)
    np.fill_diagonal(far, np.inf)
    return np.mean(y == y[far.argmin(axis=1)]) > 0.8


wrong(
    "linear-labels-by-chance",
    lambda n, rng: (rng.random((n, 2)), rng.integers(0, 2, (n, 1))),
    shows=on_points(lambda x, y: abs(share(x, y) - 0.5) < 0.1 and not follows(x, y)),
).says(
    "Your labels don't follow from the points: right and wrong ones are about as many.",
    "Chance makes the points. From then on the rule decides, for each point from its own row.",
)


wrong(
    "linear-labels-other-rule",
    with_labels(lambda x: x[:, :1] <= x[:, 1:] ** 2),
    shows=on_points(lambda x, y: share(x, y) < 1),
).says(
    "Some of your labels are not what the rule gives.",
    "Take the point below: on which side of the diagonal does it lie?",
)


weak(
    "linear-labels-true-and-false",
    with_labels(lambda x: x[:, :1] <= x[:, 1:]),
    shows=shows(lambda seen: "truths" in seen.first["kinds"]),
).says("Your labels are true and false; the loss needs `-y`, which NumPy refuses for them.")


weak(
    "linear-lists",
    lambda n, rng: tuple(one.tolist() for one in make_linear(n, rng)),
    shows=shows(lambda seen: seen.first["kinds"] == ["lists"]),
).says("You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`.")
