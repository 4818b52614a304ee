"""Rules: mistakes recognised in any exercise, from how a result differs from the right one.

Each rule sees one array that is wrong, `got`, the right one, and the case; it counts only if it
holds in every ordinary case in which the array is wrong, and in two independent draws.
"""

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from .judging import is_same

RULES = []
SOME = 1e-3  # two numbers this far apart, relatively, are no accident


@dataclass(frozen=True)
class Rule:
    """One entry: `holds(seen)` for what one case shows; a text it gives fills the sentence."""

    id: str
    holds: object
    sentence: str
    hint: str = ""


@dataclass(frozen=True)
class Seen:
    """One wrong array in one case, and all that it may be compared with.

    exercise : the Exercise. case : the Case. name : of the array. got, expected : the arrays.
    others : the right values of the other names, {name: array}.
    """

    exercise: object
    case: object
    name: str
    got: np.ndarray
    expected: np.ndarray
    others: dict

    @property
    def n(self):
        """How many examples the case has; 1 where there are none."""
        return self.case.n

    def is_(self, other):
        """Whether the student's array is this one."""
        with np.errstate(all="ignore"):
            return is_same(self.got, np.asarray(other, float))


def rule(id, sentence, hint=""):
    def enter(holds):
        RULES.append(Rule(id, holds, sentence, hint))
        return holds

    return enter


# Right numbers in another shape


@rule(
    "transposed",
    "The numbers are right, but rows and columns have changed places.",
    "Rows are examples. Compare the shapes, received and expected.",
)
def _(seen):
    return seen.is_(seen.expected.T)


@rule(
    "other-shape",
    "The numbers are right, but they lie in another shape.",
    "Compare the shapes, received and expected: which step has dropped or added an axis?",
)
def _(seen):
    changed = seen.got.shape != seen.expected.shape
    return changed and is_same(seen.got.ravel(), seen.expected.ravel())


@rule(
    "not-summed",
    "There is still one number for each example: they wait to be summed.",
    "What is shared by all examples collects a share from each of them.",
)
def _(seen):
    return any(is_same(total, seen.expected) for total in sums(seen.got, np.sum))


@rule(
    "not-averaged",
    "There is still one number for each example: they wait to be averaged.",
    "The loss is the mean over the examples.",
)
def _(seen):
    return any(is_same(total, seen.expected) for total in sums(seen.got, np.mean))


@rule(
    "summed-too-far",
    "You have summed over an axis that should have stayed.",
    "Which axis counts the examples, and which one the units?",
)
def _(seen):
    return any(map(seen.is_, sums(seen.expected, np.sum)))


@rule(
    "averaged-too-far",
    "You have averaged over an axis that should have stayed.",
    "Each example keeps its own number here.",
)
def _(seen):
    return any(map(seen.is_, sums(seen.expected, np.mean)))


def sums(array, reduce):
    """The array reduced over each of its axes, and over all; with the axis kept, and without."""
    axes = [None, *range(array.ndim)] if array.ndim else []
    return [reduce(array, axis=axis, keepdims=kept) for axis in axes for kept in (True, False)]


@rule(
    "every-with-every",
    "Every example has met every other one: the result has a row and a column for each.",
    "A shape (n, 1) beside a shape (n,) makes NumPy fill a whole (n, n) table.",
)
def _(seen):
    return seen.n > 1 and seen.got.shape == (seen.n, seen.n) != seen.expected.shape


# A constant factor


@rule(
    "sign",
    "Every number has the opposite sign.",
    "Follow the minus signs: one is lost, or one is too many.",
)
def _(seen):
    return seen.is_(-seen.expected)


@rule(
    "n-times",
    "Every number is too large by exactly n, the number of examples.",
    "The loss is a mean: where does its 1/n come in?",
)
def _(seen):
    return seen.n > 1 and seen.is_(seen.n * seen.expected)


@rule(
    "divided-by-n",
    "Every number is too small by exactly n, the number of examples: the mean is taken again.",
    "The factor 1/n lives in the loss and nowhere else.",
)
def _(seen):
    return seen.n > 1 and seen.is_(seen.expected / seen.n)


@rule(
    "twice",
    "Every number is exactly twice what it should be.",
    "Where does a factor 2 come from, and does it belong to this function?",
)
def _(seen):
    return seen.is_(2 * seen.expected)


@rule(
    "half",
    "Every number is exactly half of what it should be.",
    "Where does a factor 1/2 come from, and does it belong to this function?",
)
def _(seen):
    return seen.is_(seen.expected / 2)


@rule(
    "log-base",
    "You have taken the logarithm to another base: the natural one is meant.",
    "Every number is off by the same factor, the logarithm of the base.",
)
def _(seen):
    return seen.is_(seen.expected / np.log(2)) or seen.is_(seen.expected / np.log(10))


@rule(
    "constant-factor",
    "Every number is off by the same factor.",
    "Divide what you received by what was expected: which constant is it?",
)
def _(seen):
    ratio = factor(seen)
    return ratio is not None and abs(ratio - 1) > SOME and seen.expected.size > 1


def factor(seen):
    """got / expected, if that is the same everywhere, and not 0."""
    if seen.got.shape != seen.expected.shape or not seen.expected.size:
        return None
    largest = np.abs(seen.expected).argmax()
    with np.errstate(all="ignore"):
        ratio = seen.got.flat[largest] / seen.expected.flat[largest]
    same = np.isfinite(ratio) and ratio != 0 and seen.is_(ratio * seen.expected)
    return float(ratio) if same else None


# Something else of the right numbers


@rule(
    "absolute",
    "All signs are gone: no number is negative any more.",
    "Two terms should pull in opposite directions.",
)
def _(seen):
    return (seen.expected < 0).any() and seen.is_(np.abs(seen.expected))


@rule(
    "complement",
    "You give 1 minus what is asked for.",
    "Try the simplest input by hand: which way round is it?",
)
def _(seen):
    return seen.is_(1 - seen.expected)


@rule("reciprocal", "You give 1 divided by what is asked for.", "What is under the fraction bar?")
def _(seen):
    return seen.is_(1 / seen.expected)


@rule("squared", "The right number has been squared.", "Has a factor been multiplied in twice?")
def _(seen):
    return seen.is_(seen.expected**2)


@rule("root", "You give the square root of what is asked for.", "One step too many, at the end.")
def _(seen):
    return seen.is_(np.sqrt(np.abs(seen.expected)))


@rule(
    "rounded",
    "The numbers are rounded, or cut to whole ones.",
    "Leave rounding to the eye that reads: the next function needs all digits.",
)
def _(seen):
    digits = (np.round(seen.expected, k) for k in range(7))
    return any(map(seen.is_, (np.trunc(seen.expected), *digits)))


@rule(
    "all-the-same",
    "You give the same number everywhere, whatever the input is.",
    "Does the result use the argument at all?",
)
def _(seen):
    got = seen.got
    flat = got.shape == seen.expected.shape and got.size > 1 and (got == got.flat[0]).all()
    return bool(flat and np.ptp(seen.expected) > 0)


# A factor too many, or one missing


@rule(
    "factor-missing",
    "The factor {} is missing.",
    "Divide what was expected by what was received, number by number.",
)
def _(seen):
    fits = (name for name, one in quantities(seen) if is_same(seen.got * one, seen.expected))
    return next(fits, "")


@rule(
    "factor-too-many",
    "There is one factor too many: {}.",
    "Divide what was received by what was expected, number by number.",
)
def _(seen):
    return next((name for name, one in quantities(seen) if seen.is_(seen.expected * one)), "")


def quantities(seen):
    """What the array may have been multiplied with: the case's own quantities, if they fit."""
    shape = seen.expected.shape
    fit = seen.got.shape == shape
    return [pair for pair in seen.case.quantities.items() if fit and np.shape(pair[1]) == shape]


# The wrong thing altogether


@rule(
    "argument-returned",
    "You give back one of the arguments as it came.",
    "What has to happen to it?",
)
def _(seen):
    arrays = [one for one in seen.case.args if isinstance(one, (np.ndarray, float))]
    return any(map(seen.is_, arrays))


@rule(
    "arguments-swapped",
    "The right formula, with its arguments in each other's places.",
    "Which argument is which? Read the first line of the function again.",
)
def _(seen):
    return any(map(seen.is_, swapped(seen)))


def swapped(seen):
    """The right values for the arguments in every other order."""
    first, *others = permutations(seen.case.args) if 2 <= len(seen.case.args) <= 3 else [()]
    for args in others:
        values = seen.exercise.right_values(args)
        if values is not None and seen.name in values:
            yield values[seen.name]


@rule(
    "results-swapped",
    "The numbers are right, but they are returned under another name or in another order.",
    "Compare the order of the results with what the exercise asks for.",
)
def _(seen):
    return any(map(seen.is_, seen.others.values()))


@rule(
    "another-function",
    "This is what `{}` is for: another exercise asks for it.",
    "Read the question once more: which number is meant, and with respect to what?",
)
def _(seen):
    relatives = seen.exercise.relatives.items()
    found = (name for name, function in relatives if seen.is_(function(*seen.case.args)))
    return next(found, "")
