"""Mistakes in `numerical_gradient` of notebook 01."""

import numpy as np

from ...engine.catalogue import rows_of
from .sigmoid_slopes import at, nudged, rise, without_brackets

wrong, weak = rows_of("numerical_gradient")


wrong(
    "gradient-one-sided",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: (at(f, x, entry, x[entry] + h) - f(x)) / h),
).says(
    "Almost: you look on one side only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)


wrong(
    "gradient-one-sided-below",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: (f(x) - at(f, x, entry, x[entry] - h)) / h),
).says(
    "Almost: you look below only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)


wrong(
    "gradient-one-sided-over-two",
    lambda f, x, h=1e-5: nudged(
        x, lambda x, entry: (at(f, x, entry, x[entry] + h) - f(x)) / (2 * h)
    ),
).says(
    "You look on one side only, but divide as if you had looked on both.",
    "Which two points do you compare, and how far are they apart?",
)


wrong(
    "gradient-divided-by-h",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h) / h),
).says(
    "Exactly twice too large: the two points are further apart than what you divide by.",
    "How far is it from x − h to x + h?",
)


wrong(
    "gradient-brackets",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h) / 2 * h),
).says(
    "Python goes from left to right: you divide by 2 and then multiply by h.",
    "Put brackets around all that divides.",
)


wrong(
    "gradient-no-brackets",
    lambda f, x, h=1e-5: without_brackets(f, x, h, lambda below: below / 2 * h),
).says(
    "Without brackets only the second value is divided: Python divides before it subtracts.",
    "What is to be divided, and by what? Each of the two wants brackets of its own.",
)


wrong(
    "gradient-no-brackets-above",
    lambda f, x, h=1e-5: without_brackets(f, x, h, lambda below: below / (2 * h)),
).says(
    "Only the second value is divided by the run: the difference above wants brackets too.",
    "What is to be divided? Python divides before it subtracts.",
)


wrong(
    "gradient-not-divided", lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h))
).says(
    "This is the rise alone: it still waits to be divided by the run.", "A slope is rise over run."
)


wrong(
    "gradient-only-halved",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h) / 2),
).says(
    "The rise has been halved, but not divided by the step.",
    "A slope is rise over run: how long is the run?",
)


def put_back_the_wrong_way(f, x, h=1e-5):
    def slope(x, entry):
        x[entry] += h
        above = f(x)
        x[entry] -= 2 * h
        below = f(x)
        x[entry] -= h
        return (above - below) / (2 * h)

    return nudged(x, slope)


wrong("gradient-put-back-the-wrong-way", put_back_the_wrong_way).says(
    "Each entry ends up two steps below where it was, so the next slopes belong to other points.",
    "Add up the moves of one entry. Where does the last one leave it?",
)


def one_sided_not_put_back(f, x, h=1e-5, once=False):
    x = np.array(x, float)
    start = f(x)

    def slope(x, entry):
        before = start if once else f(x)
        x[entry] += h
        return (f(x) - before) / h

    return nudged(x, slope)


wrong("gradient-one-sided-not-put-back", one_sided_not_put_back, once=(True,)).says(
    "You look on one side only, and each entry stays where it was moved.",
    "Two questions: to which sides should the entry go, and where does it end?",
)


def not_put_back(f, x, h=1e-5):
    def slope(x, entry):
        x[entry] += h
        above = f(x)
        x[entry] -= 2 * h
        return (above - f(x)) / (2 * h)

    return nudged(x, slope)


wrong("gradient-not-put-back", not_put_back).says(
    "An entry stays moved while the next ones are nudged: it is not put back.",
    "What does x look like after the first round of your loop?",
)


def left_above(f, x, h=1e-5):
    def slope(x, entry):
        kept = x[entry]
        x[entry] = kept - h
        below = f(x)
        x[entry] = kept + h
        return (f(x) - below) / (2 * h)

    return nudged(x, slope)


wrong("gradient-left-above", left_above).says(
    "An entry stays moved while the next ones are nudged: it is left above where it was.",
    "What does x look like after the first round of your loop?",
)


def whole_rows(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for i in range(len(x)):
        kept = x[i].copy()
        dx[i] = (at(f, x, i, kept + h) - at(f, x, i, kept - h)) / (2 * h)
        x[i] = kept
    return dx


wrong("gradient-whole-rows", whole_rows).says(
    "Each row of your gradient is constant: the loop walks over rows, and moves a whole one.",
    "A matrix has two indices. Which loop visits every entry?",
)


def view_kept(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for i in range(len(x)):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        dx[i] = (above - f(x)) / (2 * h)
        x[i] = kept
    return dx


wrong("gradient-view-kept", view_kept).says(
    "The row that you keep moves along: it is a view into x, not a number of its own.",
    "Does the kept value still show the old numbers after x has changed?",
)


wrong(
    "gradient-step-too-large",
    lambda f, x, h=1e-5, step=0.1: nudged(x, lambda x, entry: rise(f, x, entry, step) / (2 * step)),
    step=(0.01, 0.001),
).says(
    "The step is far too large: over such a distance the function bends.",
    "Is the step the one that was handed over?",
)


wrong(
    "gradient-divided-twice",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h) / (2 * h * h)),
).says(
    "The run stands under the bar twice: you have divided by h, and by h again.",
    "A slope is rise over run, once.",
)


def all_at_once(f, x, h=1e-5):
    x = np.array(x, float)
    return (f(x + h) - f(x - h)) / (2 * h)


wrong("gradient-all-at-once", all_at_once).says(
    "All entries move at the same time, so you get one slope for all of them together.",
    "Nudge one entry, and leave the others where they are.",
)


def all_at_once_spread(f, x, h=1e-5):
    x = np.array(x, float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


wrong("gradient-all-at-once-spread", all_at_once_spread).says(
    "All entries move at the same time, and each is given the slope of all of them together.",
    "Nudge one entry, and leave the others where they are.",
)


wrong(
    "gradient-step-too-small",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, 1e-16) / (2e-16)),
).says(
    "Mostly zeros: a number has 16 digits, and so small a step is lost when it is added.",
    "Is the step the one that was handed over? Smaller is not always better.",
)


wrong(
    "gradient-own-step",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, 1e-5) / (2e-5)),
).says(
    "Your function takes a step of its own: called with another h, it does not use that one.",
    "Is there a number in it that should be h?",
)


wrong(
    "gradient-two-steps",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h) / (2e-5)),
).says(
    "The step and what you divide by are not the same: one of them is h, the other one fixed.",
    "Is there a number in it that should be h?",
)


def single_precision(f, x, h=1e-5):
    x = np.array(x, np.float32)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        dx[entry] = rise(f, x, entry, h) / (2 * h)
    return dx


wrong("gradient-single-precision", single_precision).says(
    "In `float32` a number has only 7 digits, and the difference of two keeps hardly any of them.",
    "Which kind of numbers does your copy of x hold?",
)


wrong(
    "gradient-relative-step",
    lambda f, x, h=1e-5: nudged(x, lambda x, entry: rise(f, x, entry, h * x[entry]) / (2 * h)),
).says(
    "The step grows with the entry, but you divide by a step that does not.",
    "How far are the two points really apart?",
)


def mean_of_values(f, x, h=1e-5):
    def slope(x, entry):
        return (at(f, x, entry, x[entry] + h) + at(f, x, entry, x[entry] - h)) / (2 * h)

    return nudged(x, slope)


wrong("gradient-mean-of-values", mean_of_values).says(
    "You add the two values of f where the one should be taken from the other.",
    "A slope compares two heights.",
)


def first_entry_only(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        dx[entry] = rise(f, x, entry, h) / (2 * h)
        break
    return dx


wrong("gradient-first-entry-only", first_entry_only).says(
    "Only the first entry has a slope, and the others are still 0: the loop ends too early.",
    "How far is the `return` indented?",
)
