"""Mistakes in `make_xor` of notebook 05."""

import numpy as np

from ...engine.properties import finding
from ..exercises import make_xor

wrong, weak = finding("make_xor")

POINTS, LABELS = make_xor()


# Shapes

wrong("xor-results-swapped", lambda: (LABELS, POINTS)).says(
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
)

wrong("xor-points-as-columns", lambda: (POINTS.T, LABELS)).says(
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere.",
)

wrong("xor-points-shape", lambda: (POINTS.ravel(), LABELS)).says(
    "Each point needs a row of two numbers; your x has another shape.",
    "What does your loop append: a number, or a pair?",
)

wrong("xor-labels-flat", lambda: (POINTS, LABELS.ravel())).says(
    "The labels lie flat: they should stand in a column, a row for each.",
    "Is each label a number, or a row with one number in it?",
)

wrong("xor-labels-in-a-row", lambda: (POINTS, LABELS.T)).says(
    "Your labels stand in a row: each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
)

wrong("xor-labels-count", lambda: (POINTS, LABELS[:-1])).says(
    "There are not as many labels as points.",
    "Where you append a point, its label must follow: also at the centre?",
)

wrong("xor-labels-shape", lambda: (POINTS, np.hstack([LABELS, 1 - LABELS]))).says(
    "Your y has another shape than (21, 1), one label in a column for each point.",
    "Print the shape of your y.",
)


# Points

KEPT = []  # a list that outlives its function, as a student's does


def growing():
    KEPT.append(make_xor())
    return tuple(map(np.vstack, zip(*KEPT, strict=True)))


def rows(chosen):
    """A make_xor that gives these of its rows."""
    return lambda: (POINTS[chosen], LABELS[chosen])


GRID = np.indices((11, 11)).reshape(2, -1).T / 10
ADDED_UP = np.cumsum([0.0, *10 * [0.1]])  # 0, 0.1 ... by adding 0.1

wrong("xor-grows", growing).says(
    "With every call there are more points: your lists live outside of the function.",
    "Where are the empty lists made: once, or in every call?",
)

wrong("xor-random", lambda: (np.random.normal(POINTS, 0.01), LABELS)).says(
    "Two calls give different points, but nothing about these data is random.",
    "The 21 points are written down by a rule. Which one?",
)

wrong("xor-not-divided", lambda: (10 * POINTS, LABELS)).says(
    "Your coordinates go from 0 to 10: they are still counted in tenths.",
    "The points lie in the unit square.",
)

wrong("xor-corners-only", rows([0, 1, -2, -1])).says(
    "These are the four corners, the XOR of the textbooks. Here the points fill two diagonals.",
    "In which steps do you walk from corner to corner?",
)

wrong("xor-whole-grid", lambda: (GRID, 1.0 * (GRID[:, :1] != GRID[:, 1:]))).says(
    "You have filled the whole square; only its two diagonals are meant.",
    "For each i there are two points at most.",
)

wrong("xor-whole-division", lambda: (np.floor(POINTS), LABELS)).says(
    "Your coordinates are 0 or 1 only: the digits after the point are cut off.",
    "Which division keeps them, `/` or `//`? And can your array hold them?",
)

wrong("xor-one-point", lambda: (0 * POINTS + [1.0, 0.0], LABELS)).says(
    "All rows of your x are one and the same point.",
    "A list that is appended again and again is the same list each time: who makes a new one?",
)

wrong("xor-centre-missing", rows(np.arange(21) != 10)).says(
    "The point (0.5, 0.5) is missing: it belongs to both diagonals, and stands in the data once.",
    "What does your loop do for i = 5?",
)

wrong(
    "xor-centre-twice", lambda: (np.vstack([POINTS, 2 * [0.5]]), np.vstack([LABELS, [1.0]]))
).says(
    "The point (0.5, 0.5) is there more than once. It lies on both diagonals, and nobody can learn "
    "two labels for it.",
    "What becomes of the centre on the second diagonal? A comparison like `t == 0.5` may fail on "
    "numbers that were added up.",
)

wrong("xor-points-twice", rows([*range(21), *range(21)])).says(
    "Some of the points are there more than once.",
    "Count the points on each diagonal: 11, and one of them on both.",
)

wrong("xor-end-missing", rows(POINTS[:, 0] < 1)).says(
    "The ends of the diagonals are missing: 10 steps need 11 points.",
    "Where does `range` (or `np.arange`) stop?",
)

wrong("xor-one-diagonal", rows(LABELS[:, 0] == 0)).says(
    "All your points lie on one diagonal.", "Two points for each i: where do they lie for i = 0?"
)

wrong("xor-other-steps", lambda: (0.05 + 0.9 * POINTS, LABELS)).says(
    "Your points lie on the diagonals, but not in steps of 0.1.",
    "How many points divide a side into 10 equal steps? `np.linspace` counts points, not steps.",
)

wrong("xor-falling-diagonal", lambda: (POINTS - 0.1 * LABELS * [0, 1], LABELS)).says(
    "The rising diagonal is right, the falling one is not.",
    "Where is its point for i = 0? Its two coordinates always add up to the same number.",
)

wrong("xor-other-points", lambda: (2 * POINTS - 1, LABELS)).says(
    "These are not the 21 points.", "Draw them with `plots.points`, and compare with the text."
)

wrong("xor-tenths-added-up", lambda: (ADDED_UP[np.rint(10 * POINTS).astype(int)], LABELS)).says(
    "Almost: 0.1 added ten times is not exactly 1, so your ends are off by a little. A comparison "
    "such as `t == 0.5` works by luck, if it does.",
    "Count in whole numbers, and divide once.",
)


# Labels

wrong("xor-labels-not-zero-and-one", lambda: (POINTS, 2 * LABELS - 1)).says(
    "Your labels are other numbers than 0 and 1.",
    "p is a probability: which two numbers should it learn?",
)

wrong("xor-centre-class", lambda: (POINTS, LABELS + (np.arange(21)[:, None] == 10))).says(
    "The centre, (0.5, 0.5), is of class 0: it counts with the rising diagonal.",
    "What does your loop do for i = 5?",
)

wrong("xor-labels-swapped", lambda: (POINTS, 1 - LABELS)).says(
    "The two classes are exchanged: the rising diagonal, from (0, 0) to (1, 1), is class 0.",
    "The exclusive or of 1 and 1: is it true?",
)

wrong("xor-labels-all-equal", lambda: (POINTS, 0 * LABELS)).says(
    "All labels are the same.", "Which of the two diagonals is class 1?"
)

wrong("xor-labels-out-of-order", lambda: (POINTS, np.sort(LABELS, axis=0))).says(
    "Each class has as many labels as it should, but on other points: a label belongs to its own "
    "row.",
    "Do the points come diagonal after diagonal, and the labels in turns? Or the other way round?",
)

wrong("xor-labels-other", lambda: (POINTS, 1.0 * (POINTS[:, :1] > 0.3))).says(
    "Some of the labels are wrong.", "Take the point below: on which diagonal does it lie?"
)

weak("xor-labels-true-and-false", lambda: (POINTS, LABELS == 1)).says(
    "Your labels are true and false; the loss needs `-y`, which NumPy refuses for them."
)

weak("xor-lists", lambda: (POINTS.tolist(), LABELS.tolist())).says(
    "You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`."
)
