"""Mistakes in `make_xor` of notebook 05."""

import numpy as np

from ...engine.properties import finding
from ..exercises import make_xor

# make_xor(): shapes

wrong, weak = finding("make_xor")


def results_swapped():
    x, y = make_xor()
    return y, x


wrong("xor-results-swapped", results_swapped).says(
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
)


def points_as_columns():
    x, y = make_xor()
    return x.T, y


wrong("xor-points-as-columns", points_as_columns).says(
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere.",
)


def points_shape():
    x, y = make_xor()
    return x.ravel(), y


wrong("xor-points-shape", points_shape).says(
    "Each point needs a row of two numbers; your x has another shape.",
    "What does your loop append: a number, or a pair?",
)


def labels_flat():
    x, y = make_xor()
    return x, y.ravel()


wrong("xor-labels-flat", labels_flat).says(
    "The labels lie flat: they should stand in a column, a row for each.",
    "What does your loop append for a label: a number, or a row with one number in it?",
)


def labels_in_a_row():
    x, y = make_xor()
    return x, y.T


wrong("xor-labels-in-a-row", labels_in_a_row).says(
    "Your labels stand in a row: each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
)


def labels_count():
    x, y = make_xor()
    return x, y[:-1]


wrong("xor-labels-count", labels_count).says(
    "There are not as many labels as points.",
    "Where you append a point, its label must follow: also at the centre?",
)


def labels_shape():
    x, y = make_xor()
    return x, np.hstack([y, 1 - y])


wrong("xor-labels-shape", labels_shape).says(
    "Your y has another shape than (21, 1), one label in a column for each point.",
    "Print the shape of your y.",
)


# make_xor(): points

KEPT = [], []  # a list that outlives its function, as a student's does


def grows():
    x, y = KEPT
    if len(x) > 500:
        x.clear(), y.clear()
    x.extend(make_xor()[0].tolist())
    y.extend(make_xor()[1].tolist())
    return np.array(x), np.array(y)


wrong("xor-grows", grows).says(
    "With every call there are more points: your lists live outside of the function.",
    "Where are the empty lists made: once, or in every call?",
)


def random():
    x, y = make_xor()
    return x + np.random.normal(0, 0.01, x.shape), y


wrong("xor-random", random).says(
    "Two calls give different points, but nothing about these data is random.",
    "The 21 points are written down by a rule. Which one?",
)


def not_divided():
    x, y = make_xor()
    return 10 * x, y


wrong("xor-not-divided", not_divided).says(
    "Your coordinates go from 0 to 10: they are still counted in tenths.",
    "The points lie in the unit square.",
)


wrong(
    "xor-corners-only",
    lambda: (np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])),
).says(
    "These are the four corners, the XOR of the textbooks. Here the points fill two diagonals.",
    "In which steps do you walk from corner to corner?",
)


def whole_grid():
    x = np.stack(np.meshgrid(*2 * [np.arange(11) / 10]), axis=-1).reshape(-1, 2)
    return x, (np.abs(x[:, :1] - x[:, 1:]) > 1e-9).astype(float)


wrong("xor-whole-grid", whole_grid).says(
    "You have filled the whole square; only its two diagonals are meant.",
    "For each i there are two points at most.",
)


def whole_division():
    x, y = make_xor()
    return np.floor(x), y


wrong("xor-whole-division", whole_division).says(
    "Your coordinates are 0 or 1 only: the digits after the point are cut off.",
    "Which division keeps them: `/` or `//`?",
)


def centre_missing():
    x, y = make_xor()
    return np.delete(x, 10, 0), np.delete(y, 10, 0)


wrong("xor-centre-missing", centre_missing).says(
    "The point (0.5, 0.5) is missing: it belongs to both diagonals, and stands in the data once.",
    "What does your loop do for i = 5?",
)


def centre_twice():
    x, y = make_xor()
    return np.vstack([x, [[0.5, 0.5]]]), np.vstack([y, [[1.0]]])


wrong("xor-centre-twice", centre_twice).says(
    "The point (0.5, 0.5) is there more than once. It lies on both diagonals, and nobody can learn "
    "two labels for it.",
    "What does your loop do for i = 5? A comparison like `t == 0.5` may fail on numbers that were "
    "added up.",
)


def points_twice():
    x, y = make_xor()
    return np.vstack([x, x]), np.vstack([y, y])


wrong("xor-points-twice", points_twice).says(
    "Some of the points are there more than once.",
    "Count the points on each diagonal: 11, and one of them on both.",
)


def end_missing():
    x, y = make_xor()
    kept = x[:, 0] < 1
    return x[kept], y[kept]


wrong("xor-end-missing", end_missing).says(
    "The ends of the diagonals are missing: 10 steps need 11 points.",
    "Where does `range` (or `np.arange`) stop?",
)


def one_diagonal():
    x, y = make_xor()
    return x[y[:, 0] == 0], y[y[:, 0] == 0]


wrong("xor-one-diagonal", one_diagonal).says(
    "All your points lie on one diagonal.", "Two points for each i: where do they lie for i = 0?"
)


def other_steps():
    t = np.linspace(0, 1, 10)[:, None]
    x = np.vstack([np.hstack([t, t]), np.hstack([t, 1 - t])])
    return x, np.repeat([[0.0], [1.0]], 10, axis=0)


wrong("xor-other-steps", other_steps).says(
    "Your points lie on the diagonals, but not in steps of 0.1.",
    "How many points divide a side into 10 equal steps? `np.linspace` counts points, not steps.",
)


def falling_diagonal():
    x, y = make_xor()
    falling = (y == 1) & (np.arange(2) == 1)
    return np.where(falling, np.maximum(x - 0.1, 0), x), y


wrong("xor-falling-diagonal", falling_diagonal).says(
    "The rising diagonal is right, the falling one is not.",
    "Where is its point for i = 0? Its two coordinates always add up to the same number.",
)


def other_points():
    x, y = make_xor()
    return 2 * x - 1, y


wrong("xor-other-points", other_points).says(
    "These are not the 21 points.", "Draw them with `plots.points`, and compare with the text."
)


def tenths_added_up():
    x, y, t = [], [], 0.0
    for i in range(11):
        x.append([t, t])
        y.append([0.0])
        if i != 5:
            x.append([t, 1 - t])
            y.append([1.0])
        t += 0.1
    return np.array(x), np.array(y)


wrong("xor-tenths-added-up", tenths_added_up).says(
    "Almost: 0.1 added ten times is not exactly 1, so your ends are off by a little. A comparison "
    "such as `t == 0.5` works by luck, if it does.",
    "Count in whole numbers, and divide once.",
)


# make_xor(): labels


def labels_not_zero_and_one():
    x, y = make_xor()
    return x, 2 * y - 1


wrong("xor-labels-not-zero-and-one", labels_not_zero_and_one).says(
    "Your labels are other numbers than 0 and 1.",
    "p is a probability: which two numbers should it learn?",
)


def centre_class():
    x, y = make_xor()
    y[10] = 1.0
    return x, y


wrong("xor-centre-class", centre_class).says(
    "The centre, (0.5, 0.5), is of class 0: it counts with the rising diagonal.",
    "What does your loop do for i = 5?",
)


def labels_swapped():
    x, y = make_xor()
    return x, 1 - y


wrong("xor-labels-swapped", labels_swapped).says(
    "The two classes are exchanged: the rising diagonal, from (0, 0) to (1, 1), is class 0.",
    "The exclusive or of 1 and 1: is it true?",
)


def labels_all_equal():
    x, y = make_xor()
    return x, np.zeros_like(y)


wrong("xor-labels-all-equal", labels_all_equal).says(
    "All labels are the same.", "Which of the two diagonals is class 1?"
)


def labels_out_of_order():
    x, y = make_xor()
    return x, np.sort(y, axis=0)


wrong("xor-labels-out-of-order", labels_out_of_order).says(
    "Each class has as many labels as it should, but on other points: a label belongs to its own "
    "row.",
    "Do the points come diagonal after diagonal, and the labels in turns? Or the other way round?",
)


def labels_other():
    x, _ = make_xor()
    return x, (x.sum(axis=1, keepdims=True) > 1.05).astype(float)


wrong("xor-labels-other", labels_other).says(
    "Some of the labels are wrong.", "Take the point below: on which diagonal does it lie?"
)


def labels_true_and_false():
    x, y = make_xor()
    return x, y == 1


weak("xor-labels-true-and-false", labels_true_and_false).says(
    "Your labels are true and false; the loss needs `-y`, which NumPy refuses for them."
)


def lists():
    x, y = make_xor()
    return x.tolist(), y.tolist()


weak("xor-lists", lists).says(
    "You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`."
)
