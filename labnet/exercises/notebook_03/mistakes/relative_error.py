"""Mistakes in `relative_error` of notebook 03."""

import numpy as np
from numpy.linalg import norm

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid


def sizes(a, b):
    return np.abs(a) + np.abs(b)


def held(size, floor=1e-8):
    """What a difference is divided by."""
    return np.maximum(floor, size)


def each(a, b):
    """The error of each entry."""
    return np.abs(a - b) / held(sizes(a, b))


def worst(a, b, size, floor=1e-8):
    """The error of the worst entry, in proportion to another size."""
    return np.max(np.abs(a - b) / held(size, floor))


def size_of_sum(a, b):
    return np.abs(a + b)


def largest_sum(a, b):
    return np.max(sizes(a, b))


def largest_sizes(a, b):
    return np.max(np.abs(a)) + np.max(np.abs(b))


# Where a sign is left in the sum
SIGNED = (lambda a, b: a + b, lambda a, b: np.abs(a) + b, lambda a, b: a + np.abs(b))


wrong, weak = rows_of("relative_error")


def signed(a, b, size=sizes, early=False):
    """early : the largest difference is looked for before it is divided."""
    below = held(size(a, b))
    return np.max(a - b) / below if early else np.max((a - b) / below)


wrong(
    "error-signed", signed, size=(*SIGNED, size_of_sum, largest_sum, largest_sizes), early=(True,)
).says(
    "The difference keeps its sign: where a is the smaller one, an error looks negative and slips "
    "through.",
    "Distances are never negative.",
)


wrong("error-averaged", lambda a, b: np.mean(each(a, b))).says(
    "You take the mean over the entries: one bad entry among a thousand disappears in it.",
    "Which entry should decide whether two gradients agree?",
)


wrong("error-summed", lambda a, b: np.sum(each(a, b))).says(
    "You add up the errors of all entries: a large array looks worse than a small one.",
    "Which entry should decide whether two gradients agree?",
)


wrong("error-best-entry", lambda a, b: np.min(each(a, b))).says(
    "You let the best entry count. It should be the worst one.",
    "Which entry should decide whether two gradients agree?",
)


wrong("error-median", lambda a, b: np.median(each(a, b))).says(
    "You take the entry in the middle. It should be the worst one.",
    "Which entry should decide whether two gradients agree?",
)


wrong("error-floor-missing", lambda a, b: np.max(np.abs(a - b) / sizes(a, b))).says(
    "Where both numbers are 0 you divide 0 by 0, and the result is nan, though they agree.",
    "What keeps the denominator from being 0?",
)


wrong("error-not-in-proportion", lambda a, b: np.max(np.abs(a - b))).says(
    "This is the absolute error: nothing is divided by the size of the numbers.",
    "A difference of 0.001 is nothing beside 50, and much beside 0.002.",
)


wrong("error-beside-a-alone", lambda a, b: worst(a, b, np.abs(a))).says(
    "You divide by the size of a alone. Both sizes belong under the bar, added up.",
    "Exchange a and b: the error should stay the same.",
)


wrong("error-beside-b-alone", lambda a, b: worst(a, b, np.abs(b))).says(
    "You divide by the size of b alone. Both sizes belong under the bar, added up.",
    "Exchange a and b: the error should stay the same.",
)


wrong("error-beside-the-larger", lambda a, b: worst(a, b, np.maximum(np.abs(a), np.abs(b)))).says(
    "You divide by the larger one of the two sizes. They should be added up.",
    "How large is the result for 2 and −2?",
)


wrong(
    "error-beside-the-sum", lambda a, b, size=SIGNED[0]: worst(a, b, size(a, b)), size=SIGNED[1:]
).says(
    "Under the bar a sign is still there: a and b of opposite signs cancel.",
    "Sizes are never negative.",
)


wrong("error-beside-size-of-sum", lambda a, b: worst(a, b, size_of_sum(a, b))).says(
    "Under the bar a and b are added before their size is taken: with opposite signs they cancel.",
    "First the size of each, then the sum.",
)


wrong("error-sizes-compared", lambda a, b: worst(np.abs(a), np.abs(b), sizes(a, b))).says(
    "You compare the sizes of a and b: a wrong sign cannot be seen any more.",
    "How large is the result for 2 and −2?",
)


wrong("error-largest-by-each", lambda a, b: np.max(np.abs(a - b)) / held(sizes(a, b))).says(
    "You look for the largest difference alone, and divide it by every sum of sizes.",
    "First divide, entry by entry, and only then look for the worst: where does its bracket close?",
)


wrong(
    "error-largest-by-largest",
    lambda a, b, hold=held: np.max(np.abs(a - b)) / hold(largest_sum(a, b)),
    hold=(lambda size: size + 1e-8,),
).says(
    "You divide the largest difference by the largest sum: these may belong to two entries.",
    "First divide, entry by entry, and only then look for the worst.",
)


wrong("error-largest-by-sizes", lambda a, b: worst(a, b, largest_sizes(a, b))).says(
    "You divide the largest difference by the largest a and the largest b: these may belong to "
    "three entries.",
    "First divide, entry by entry, and only then look for the worst.",
)


LENGTHS = (
    lambda a, b: norm(a) + norm(b),
    lambda a, b: np.maximum(norm(a), norm(b)),
    lambda a, b: norm(a),
    lambda a, b: norm(b),
    lambda a, b: norm(a + b),
    lambda a, b: 1,
)


wrong(
    "error-of-lengths",
    lambda a, b, size=LENGTHS[0]: norm(a - b) / held(size(a, b)),
    size=LENGTHS[1:],
).says(
    "You compare whole arrays by their lengths, as `check_gradients` does. Here each entry counts "
    "on its own.",
    "First divide, entry by entry, and only then look for the worst.",
)


wrong(
    "error-lengths-compared",
    lambda a, b: np.abs(norm(a) - norm(b)) / held(norm(a) + norm(b)),
).says(
    "You compare the lengths of a and b: arrays that point elsewhere may be as long.",
    "How far are 2 and −2 apart? First take the difference, entry by entry.",
)


wrong("error-sums-divided", lambda a, b: np.sum(np.abs(a - b)) / held(np.sum(sizes(a, b)))).says(
    "You divide the sum of all differences by the sum of all sizes: small entries drown in it.",
    "First divide, entry by entry, and only then look for the worst.",
)


wrong("error-squared-entries", lambda a, b: np.max((a - b) ** 2 / held(sizes(a, b)))).says(
    "The differences are squared, but what they are divided by is not.",
    "The size of a difference is not its square.",
)


wrong(
    "error-floor-too-high",
    lambda a, b, floor=1.0: worst(a, b, sizes(a, b), floor),
    floor=(0.1, 1e8, 1e7, 1e-8 + 1),
).says(
    "The floor of the denominator is far too high, so small numbers are not seen in proportion.",
    "How small may the denominator get before it is held?",
)


wrong("error-floor-ten-times-too-high", lambda a, b: worst(a, b, sizes(a, b), 10e-8)).says(
    "Right, except for tiny numbers: the floor is another one (10e-8 is 1e-7).",
    "Count: 10e-3 is 0.010, and 1e-3 is 0.001.",
)


wrong(
    "error-other-floor",
    lambda a, b, floor=1e-2, added=0.0: worst(a, b, sizes(a, b) + added, added or floor),
    floor=(1e-3, 1e-4, 1e-5, 1e-6, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16),
    added=(1e-4, 1e-5, 1e-6, 1e-7, 1e-10, 1e-12, 1e-15, 1e-16),
).says(
    "Right, except for tiny numbers: the floor is not the one that is asked for.",
    "How small may the denominator get before it is held?",
)


wrong(
    "error-smaller-of-two", lambda a, b: np.max(np.abs(a - b) / np.minimum(1e-8, sizes(a, b)))
).says(
    "You take the smaller one of 1e-8 and the sizes. The denominator should be no less than 1e-8.",
    "Which of the two counts for large numbers?",
)


weak("error-floor-added", lambda a, b: np.max(np.abs(a - b) / (1e-8 + sizes(a, b)))).says(
    "1e-8 is added to the sizes, not held against them: for tiny numbers the result is a little "
    "smaller than ours."
)


weak("error-as-array", lambda a, b: np.max(each(a, b), keepdims=True), shows=is_relaid).says(
    "Your result is an array with one entry; a relative error is a single number."
)
