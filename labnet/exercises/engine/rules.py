"""Rules: mistakes recognised in any exercise, from how a result differs from the right one.

Each rule sees one array that is wrong, `got`, the right one, and the case; it counts only if it
holds in every ordinary case in which the array is wrong, and in two independent draws.
"""

from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, permutations, product

import numpy as np

from .catalogue import Draft
from .judging import is_right, is_same

RULES = []  # of any exercise
OWN = {}  # {exercise: rules of its own}
SOME = 1e-3  # two numbers this far apart, relatively, are no accident
NEAR = 0.03  # of the largest number: what looks right in a figure


@dataclass(frozen=True)
class Rule:
    """One entry. holds(seen), for what one case shows: whether it does, or the texts that fit.

    A text fills the braces of the sentence; it must be the same one in every case.
    before : (number of a notebook, sentence, hint): in the notebooks before that one, which has
    the words, these are said.
    """

    id: str
    holds: object
    sentence: str
    hint: str = ""
    before: tuple = ()

    def words(self, notebook):
        """(sentence, hint) in words that this notebook has."""
        early = self.before and notebook < self.before[0]
        return self.before[1:] if early else (self.sentence, self.hint)

    def texts(self, seen):
        told = self.holds(seen)
        return told if isinstance(told, list) else [""] * bool(told)


@dataclass(frozen=True)
class Seen:
    """One wrong array in one case, and all that it may be compared with.

    draw : the Draw. case : the Case. name : of the array. got, expected : the arrays.
    others : the right values of the other names, {name: array}.
    """

    draw: object
    case: object
    name: str
    got: np.ndarray
    expected: np.ndarray
    others: dict

    @property
    def exercise(self):
        return self.draw.exercise

    @property
    def n(self):
        """How many examples the case has; 1 where there are none."""
        return self.case.n

    @property
    def alone(self):
        """Whether it is one example, where other cases have more."""
        return self.n == 1 < max(case.n for case in self.draw.cases)

    @property
    def is_constant(self):
        """Whether all cases, also those that are right, show one and the same number."""
        answers = [one.values for one in self.draw.given if one.values is not None]
        numbers = np.concatenate([one[self.name].ravel() for one in answers])
        return bool((numbers == numbers[:1]).all())

    def is_(self, other):
        """Whether the student's array is this one."""
        with np.errstate(all="ignore"):
            return is_same(self.got, np.asarray(other, float))

    def got_for(self, args):
        """What the student's function gives for other arguments, or None."""
        values = self.exercise.answered(self.draw.function, replace(self.case, args=args)).values
        return None if values is None else values[self.name]

    def values_of(self, function):
        """What another function gives for the same arguments."""
        values = self.exercise.answered(function, self.case).values
        return [] if values is None else values.values()

    def right_for(self, args):
        """What is right for other arguments, or None if they don't fit."""
        values = self.exercise.right_values(args)
        return None if values is None else values.get(self.name)


def rule(id, holds, *exercises):
    """A Draft for RULES; or, with the names of some exercises, of their own rules, tried last."""

    def enter(sentence, hint, **others):
        one = Rule(id, holds, sentence, hint, **others)
        for rules in [OWN.setdefault(name, []) for name in exercises] or [RULES]:
            rules.append(one)

    return Draft(id, enter)


def rules_of(exercise):
    """The rules of an Exercise, in the order in which they are tried."""
    return [*RULES, *OWN.get(exercise.name, ())]


# Wrong for some kinds of numbers only


def whole_numbers(seen):
    floats = tuple(map(as_floats, seen.case.args))
    got = seen.got_for(floats) if has_whole_numbers(seen.case.args) else None
    return got is not None and is_right(got, seen.expected)


rule("whole-numbers", whole_numbers).says(
    "Right, except for whole numbers: an array that is made from them cannot hold any others.",
    "Which kind of numbers does `np.zeros_like` make, or a copy, from an array of whole numbers?",
)


def as_floats(value):
    return value.astype(float) if is_whole(value) else value


def has_whole_numbers(args):
    return any(map(is_whole, args))


def is_whole(value):
    return isinstance(value, np.ndarray) and value.dtype.kind in "iu"


# Right numbers in another shape


TURNED = "The numbers are right, but rows and columns have changed places."
TOO_MANY = "There are more numbers than asked for: summed up, they would be right."
SUMMED, MEANT = (
    f"You give the {what} of the right numbers along an axis that should have stayed."
    for what in ("sum", "mean")
)
ONE_EACH = "Each number that goes in keeps its own number here."
SHAPES = "Compare the shapes, received and expected."

rule("transposed", lambda seen: seen.is_(seen.expected.T)).says(
    TURNED,
    "Rows are examples. Compare the shapes, received and expected.",
    before=("02", TURNED, SHAPES),
)


def other_shape(seen):
    changed = seen.got.shape != seen.expected.shape
    return changed and is_same(seen.got.ravel(), seen.expected.ravel())


rule("other-shape", other_shape).says(
    "The numbers are right, but they lie in another shape.",
    "Compare the shapes, received and expected: which step has dropped or added an axis?",
)


rule(
    "not-summed",
    lambda seen: any(is_same(total, seen.expected) for total in sums(seen.got, np.sum)),
).says(
    "There is still one number for each example: they wait to be summed.",
    "What is shared by all examples collects a share from each of them.",
    before=("02", TOO_MANY, SHAPES),
)


rule(
    "not-averaged",
    lambda seen: any(is_same(total, seen.expected) for total in sums(seen.got, np.mean)),
).says(
    "There is still one number for each example: they wait to be averaged.",
    "What is asked for is a mean over the examples: one number.",
    before=("02", TOO_MANY.replace("summed up", "averaged"), SHAPES),
)


rule("summed-too-far", lambda seen: any(map(seen.is_, sums(seen.expected, np.sum)))).says(
    SUMMED,
    "Which axis counts the examples, and which one the units?",
    before=("02", SUMMED, ONE_EACH),
)


rule("averaged-too-far", lambda seen: any(map(seen.is_, sums(seen.expected, np.mean)))).says(
    MEANT,
    "Each example keeps its own number here.",
    before=("02", MEANT, ONE_EACH),
)


def sums(array, reduce):
    """The array reduced over each of its axes, and over all; with the axis kept, and without."""
    axes = [None, *range(array.ndim)] if array.ndim else []
    return [reduce(array, axis=axis, keepdims=kept) for axis in axes for kept in (True, False)]


rule("one-number-for-all", lambda seen: seen.got.size == 1 < seen.expected.size).says(
    "You give a single number, where there should be one for each entry.",
    "Which step has taken all entries together, or kept only the last one?",
)


rule(
    "every-with-every",
    lambda seen: (
        seen.got.shape == (seen.n, seen.n)
        and (seen.alone or seen.n > 1 and seen.expected.shape != (seen.n, seen.n))
    ),
).says(
    "Every example has met every other one: the result has a row and a column for each.",
    "A shape (n, 1) beside a shape (n,) makes NumPy fill a whole (n, n) table.",
)


# A constant factor


rule("sign", lambda seen: seen.is_(-seen.expected)).says(
    "Every number has the opposite sign.",
    "Follow the minus signs: one is lost, or one is too many.",
)


rule("n-times", lambda seen: seen.n > 1 and seen.is_(seen.n * seen.expected)).says(
    "Every number is too large by exactly n, the number of examples.",
    "The loss is a mean: where does its 1/n come in?",
)


rule("divided-by-n", lambda seen: seen.n > 1 and seen.is_(seen.expected / seen.n)).says(
    "Every number is too small by exactly n, the number of examples: the mean is taken again.",
    "The factor 1/n lives in the loss and nowhere else.",
)


def divided_by_n_minus_1(seen):
    if seen.n == 1:
        return seen.alone and not np.isfinite(seen.got).all()
    return seen.is_(seen.expected * (seen.n / (seen.n - 1)))


rule("divided-by-n-minus-1", divided_by_n_minus_1).says(
    "You divide by n − 1. That is for the spread of measurements; a mean divides by n.",
    "What comes out for a single example?",
)


rule("twice", lambda seen: seen.is_(2 * seen.expected)).says(
    "In this check every number is exactly twice what it should be.",
    "Is there a factor 2 that does not belong here, or is a 1/2 missing?",
)


rule("half", lambda seen: seen.is_(seen.expected / 2)).says(
    "In this check every number is exactly half of what it should be.",
    "Is there a factor 1/2 that does not belong here, or is a 2 missing?",
)


rule(
    "log-base",
    lambda seen: seen.is_(seen.expected / np.log(2)) or seen.is_(seen.expected / np.log(10)),
).says(
    "You have taken the logarithm to another base: the natural one is meant.",
    "Every number is off by the same factor, the logarithm of the base.",
)


# Something else of the right numbers


rule("absolute", lambda seen: (seen.expected < 0).any() and seen.is_(np.abs(seen.expected))).says(
    "All signs are gone: no number is negative any more.",
    "Two terms should pull in opposite directions.",
)


rule("complement", lambda seen: seen.is_(1 - seen.expected)).says(
    "You give 1 minus what is asked for.", "Try the simplest input by hand: which way round is it?"
)


rule("reciprocal", lambda seen: seen.is_(1 / seen.expected)).says(
    "You give 1 divided by what is asked for.", "What is under the fraction bar?"
)


rule("squared", lambda seen: seen.is_(seen.expected**2)).says(
    "The right number has been squared.", "Has a factor been multiplied in twice?"
)


rule("root", lambda seen: seen.is_(np.sqrt(np.abs(seen.expected)))).says(
    "You give the square root of what is asked for.", "One step too many, at the end."
)


rule("only-zeros", lambda seen: seen.got.size and not seen.got.any()).says(
    "All your numbers are 0.",
    "Is the result ever written into what you return? Or is it cut to whole numbers?",
)


def rounded(seen):
    digits = (np.round(seen.expected, k) for k in range(7))
    return any(map(seen.is_, (np.trunc(seen.expected), *digits)))


rule("rounded", rounded).says(
    "The numbers are rounded, or cut to whole ones.",
    "Leave rounding to the eye that reads: the next function needs all digits.",
)


def all_the_same(seen):
    got = seen.got
    flat = got.shape == seen.expected.shape and np.isfinite(got).all() and np.ptp(got) == 0
    return [f"{got.flat[0]:.4g}"] if flat and seen.is_constant else []


rule("all-the-same", all_the_same).says(
    "You give {} everywhere, whatever the input is.", "Does the result use the argument at all?"
)


# The wrong thing altogether


rule("not-finite", lambda seen: not np.isfinite(seen.got).all()).says(
    "The result is infinite, or no number (nan).",
    "Look for a division by 0, a logarithm or a root of less than 0, a large exponential.",
)


def argument_returned(seen):
    arrays = [one for one in seen.case.args if isinstance(one, (np.ndarray, float))]
    return any(map(seen.is_, arrays))


rule("argument-returned", argument_returned).says(
    "You give back one of the arguments as it came.", "What has to happen to it?"
)


def arguments_swapped(seen):
    first, *others = permutations(seen.case.args) if 2 <= len(seen.case.args) <= 3 else [()]
    return any(seen.is_(one) for one in map(seen.right_for, others) if one is not None)


rule("arguments-swapped", arguments_swapped).says(
    "The right formula, with its arguments in each other's places.",
    "Which argument is which? Read the first line of the function again.",
)


def applied_twice(seen):
    twice = seen.right_for((seen.expected, *seen.case.args[1:]))
    return twice is not None and seen.is_(twice)


rule("applied-twice", applied_twice).says(
    "The right formula, but it has been applied to its own result once more.",
    "How many times does the argument go through it?",
)


def argument_cut(seen):
    cut = seen.right_for(tuple(map(without_digits, seen.case.args)))
    return cut is not None and seen.is_(cut)


rule("argument-cut", argument_cut).says(
    "The right formula, but for whole numbers: the digits after the point are cut off beforehand.",
    "Which line turns the argument into whole numbers?",
)


def without_digits(value):
    return np.trunc(value) if isinstance(value, (np.ndarray, float)) else value


rule(
    "results-swapped",
    lambda seen: any(is_same(seen.got.ravel(), one.ravel()) for one in seen.others.values()),
).says(
    "The numbers are right, but they are returned under another name or in another order.",
    "Compare the order of the results with what the exercise asks for.",
)


def another_function(seen):
    relatives = seen.exercise.relatives.items()
    return [name for name, one in relatives if any(map(seen.is_, seen.values_of(one)))]


rule("another-function", another_function).says(
    "This is what `{}` is for: another exercise asks for it.",
    "Read the question once more: which number is meant, and with respect to what?",
)


# A factor too many, or one missing


rule(
    "factor-missing",
    lambda seen: [name for name, one in quantities(seen) if is_same(seen.got * one, seen.expected)],
).says(
    "The factor {} is missing.", "Divide what was expected by what was received, number by number."
)


rule(
    "factor-too-many",
    lambda seen: [name for name, one in quantities(seen) if seen.is_(seen.expected * one)],
).says(
    "There is one factor too many: {}.",
    "Divide what was received by what was expected, number by number.",
)


rule(
    "two-factors",
    lambda seen: [
        f"{one[0]}, and {other[0]}" if one is not other else f"{one[0]}, twice"
        for one, other in combinations_with_replacement(parts(seen), 2)
        if is_same(seen.got * one[1] * other[1], seen.expected * one[2] * other[2])
    ],
).says(
    "Two things at once: {}.",
    "Divide what was received by what was expected, number by number: which two factors are left?",
)


def parts(seen):
    """(text, what is missing, what is too much) of each single thing that may be wrong."""
    if seen.got.shape != seen.expected.shape:
        return []
    missing = [(f"{name} is missing", one, 1) for name, one in quantities(seen)]
    extra = [(f"{name} is a factor too many", 1, one) for name, one in quantities(seen)]
    n = [("it is n times too large", 1, seen.n), ("it is divided by n once too often", seen.n, 1)]
    bases = [(f"the logarithm is to base {base}", np.log(base), 1) for base in (2, 10)]
    constants = [("the sign is wrong", 1, -1), ("it is doubled", 1, 2), ("it is halved", 2, 1)]
    return [*constants, *n, *missing, *extra, *bases]


def quantities(seen):
    """What the array may have been multiplied with: the case's own quantities, if they fit."""
    if seen.got.shape != seen.expected.shape:
        return []
    return [pair for pair in seen.case.quantities.items() if fits(pair[1], seen.expected)]


def fits(quantity, array):
    """Whether it can be multiplied with the array, entry by entry."""
    return shape_of_both(quantity, array) == array.shape


def shape_of_both(one, other):
    """The shape that two arrays have together, entry by entry; None if they don't fit."""
    try:
        return np.broadcast_shapes(np.shape(one), np.shape(other))
    except ValueError:
        return None


# Another sum or product


def other_term(seen):
    if seen.got.shape != seen.expected.shape:
        return []
    terms = [pair for pair in named_arrays(seen) if fits(pair[1], seen.expected)]
    return [
        name
        for name, one in terms
        if any(seen.is_(seen.expected + sign * one) for sign in (1, -1, 2, -2))
    ]


rule("other-term", other_term).says(
    "The result is off by exactly `{}`: it is missing, or one too many, or has the other sign.",
    "Which terms should the result have, and with which sign?",
)


rule("other-product", lambda seen: [text for text, one in products(seen) if seen.is_(one)]).says(
    "This is `{}`: another product is asked for.",
    "Write the shapes of both factors down. Which index is summed over: examples, inputs, units?",
)


def products(seen):
    """(text, array) of each product of two arguments, as they are or turned, with a third added."""
    arrays = [(name, one) for name, one in named_arrays(seen) if one.ndim == 2]
    for (name, A), (other, B) in permutations(arrays, 2):
        added = [(f" + {third}", C) for third, C in arrays if third not in (name, other)]
        for one, two in product(turned(name, A), turned(other, B)):
            if one[1].shape[1] == two[1].shape[0]:
                result = one[1] @ two[1]
                yield f"{one[0]} @ {two[0]}", result
                yield from (
                    (f"{one[0]} @ {two[0]}{text}", result + C)
                    for text, C in added
                    if shape_of_both(C, result)
                )


def turned(name, array):
    return (name, array), (f"{name}.T", array.T)


def named_arrays(seen):
    """(name, array) of the arguments that are arrays."""
    pairs = zip(seen.exercise.names, seen.case.args, strict=False)
    return [(name, one) for name, one in pairs if isinstance(one, np.ndarray)]


# Something left out


rule(
    "one-example-only",
    lambda seen: [name for name, i in (("first", 0), ("last", seen.n - 1)) if shows_only(seen, i)],
).says(
    "Only the {} of the examples is in the result.",
    "Does a loop end too early, or does each round overwrite the one before?",
)


def shows_only(seen, i):
    """Whether the result is that of example i alone; n may divide it nevertheless."""
    if seen.n == 1:
        return False
    right = seen.right_for(tuple(only(i, one, seen.n) for one in seen.case.args))
    return right is not None and (seen.is_(right) or seen.is_(right / seen.n))


def only(i, value, n):
    """The argument with one example left."""
    if isinstance(value, dict):
        return {name: only(i, one, n) for name, one in value.items()}
    has_rows = isinstance(value, np.ndarray) and value.ndim and len(value) == n
    return value[i : i + 1] if has_rows else value


def argument_unused(seen):
    alone = len(seen.case.args) == 1  # then what is not constant depends on it, if not everywhere
    return [
        name
        for name, args in other_arguments(seen)
        if unchanged(seen.got_for(args), seen.got)
        and not unchanged(seen.right_for(args), seen.expected)
        and (seen.is_constant or not alone)
    ]


rule("argument-unused", argument_unused).says(
    "The result does not depend on `{}`, and it should.", "Where does the formula need it?"
)


def other_arguments(seen):
    """(name, arguments) where one of them has other numbers, or one array in a dictionary has."""
    for i, (name, value) in enumerate(zip(seen.exercise.names, seen.case.args, strict=False)):
        for part, other in other_numbers(name, value, seen.n):
            yield part, (*seen.case.args[:i], other, *seen.case.args[i + 1 :])


def other_numbers(name, value, n):
    """In a dictionary only parameters count: of a and z, either may be used to tell the slope."""
    if isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, np.ndarray) and len(one) != n:
                yield key, {**value, key: one * 1.25 + 0.125}
    elif isinstance(value, (np.ndarray, float)):
        yield name, 0.9 - 0.8 * value


def unchanged(array, before):
    """Whether there is a result, and it is the one from before, to the last digit."""
    alike = array is not None and array.shape == before.shape
    return alike and np.allclose(array, before, rtol=1e-14, atol=0, equal_nan=True)


# By the numbers alone


def constant_factor(seen):
    ratio = factor(seen)
    return [f"{ratio:.4g}"] if ratio is not None and abs(ratio - 1) > SOME else []


rule("constant-factor", constant_factor).says(
    "Every number is {} times what it should be.",
    "Which constant is that, and where does it come from?",
)


def factor(seen):
    """got / expected, if that is the same everywhere, and not 0."""
    if seen.got.shape != seen.expected.shape or not seen.expected.size:
        return None
    largest = np.abs(seen.expected).argmax()
    with np.errstate(all="ignore"):
        ratio = seen.got.flat[largest] / seen.expected.flat[largest]
    same = np.isfinite(ratio) and ratio != 0 and seen.is_(ratio * seen.expected)
    return float(ratio) if same else None


rule(
    "factor-of-batch",
    lambda seen: (seen.alone or seen.expected.size > 1) and factor(seen) is not None,
).says(
    "Within one batch every number is off by one factor, but not by the same one in all batches.",
    "Divide what was received by what was expected: what is that number in this batch?",
    before=(
        "02",
        "Within one array every number is off by the same factor, but in each array it is another.",
        "Divide what was received by what was expected: what is that number in this array?",
    ),
)


def constant_offset(seen):
    if seen.got.shape != seen.expected.shape or not seen.got.size:
        return []
    apart = (seen.got - seen.expected).flat[0]
    return [f"{apart:.4g}"] if np.isfinite(apart) and seen.is_(seen.expected + apart) else []


rule("constant-offset", constant_offset).says(
    "Every number is off by {}, whatever the input is.",
    "Which term is one too many, or one too few?",
)


def nearly_right(seen):
    if seen.got.shape != seen.expected.shape:
        return False
    return np.abs(seen.got - seen.expected).max() < NEAR * np.abs(seen.expected).max()


rule("nearly-right", nearly_right).says(
    "Close, but off by more than rounding.",
    "Is a constant typed with too few digits, or a step too large, or a small number added?",
)


rule("several-numbers", lambda seen: seen.expected.ndim == 0 and seen.got.size > 1).says(
    "There are several numbers, where a single one is asked for.",
    "Which step should make one number of them, and does it reach all of the line?",
)


rule("wrong-shape", lambda seen: seen.got.shape != seen.expected.shape).says(
    "The result has another shape than it should have.",
    "Compare the shapes, received and expected: which axis counts the examples?",
    before=("02", "The result has another shape than it should have.", SHAPES),
)
