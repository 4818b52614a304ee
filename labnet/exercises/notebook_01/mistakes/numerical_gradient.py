"""Mistakes in `numerical_gradient` of notebook 01."""

from functools import partial

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import numerical_gradient

wrong, weak = rows_of("numerical_gradient")


def nudged(slope, left=lambda v, h: v, kind=float):
    """The gradient of slope(f, v, h), where f takes the value of one entry, which is v.

    left(v, h) : the value that the entry is left with. kind : of the numbers in the copy of x.
    """

    def gradient(f, x, h=1e-5):
        x = np.array(x, kind)
        dx = np.zeros_like(x)
        for entry in np.ndindex(x.shape):
            v = x[entry]
            dx[entry] = slope(partial(at, f, x, entry), v, h)
            x[entry] = left(v, h)
        return dx

    return gradient


def at(f, x, entry, value):
    x[entry] = value
    return f(x)


def rise(f, v, h):
    return f(v + h) - f(v - h)


def both_sides(f, v, h=1e-5):
    return rise(f, v, h) / (2 * h)


wrong("gradient-one-sided", nudged(lambda f, v, h: (f(v + h) - f(v)) / h)).says(
    "Almost: you look on one side only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)


wrong("gradient-one-sided-below", nudged(lambda f, v, h: (f(v) - f(v - h)) / h)).says(
    "Almost: you look below only, so the error shrinks like h, not like h squared.",
    "Move the entry to both sides of where it was.",
)


wrong("gradient-one-sided-over-two", nudged(lambda f, v, h: (f(v + h) - f(v)) / (2 * h))).says(
    "You look on one side only, but divide as if you had looked on both.",
    "Which two points do you compare, and how far are they apart?",
)


wrong("gradient-divided-by-h", nudged(lambda f, v, h: rise(f, v, h) / h)).says(
    "Exactly twice too large: the two points are further apart than what you divide by.",
    "How far is it from x − h to x + h?",
)


wrong("gradient-brackets", nudged(lambda f, v, h: rise(f, v, h) / 2 * h)).says(
    "Python goes from left to right: you divide by 2 and then multiply by h.",
    "Put brackets around all that divides.",
)


wrong("gradient-no-brackets", nudged(lambda f, v, h: f(v + h) - f(v - h) / 2 * h)).says(
    "Without brackets only the second value is divided: Python divides before it subtracts.",
    "What is to be divided, and by what? Each of the two wants brackets of its own.",
)


wrong("gradient-no-brackets-above", nudged(lambda f, v, h: f(v + h) - f(v - h) / (2 * h))).says(
    "Only the second value is divided by the run: the difference above wants brackets too.",
    "What is to be divided? Python divides before it subtracts.",
)


wrong("gradient-not-divided", nudged(rise)).says(
    "This is the rise alone: it still waits to be divided by the run.", "A slope is rise over run."
)


wrong("gradient-only-halved", nudged(lambda f, v, h: rise(f, v, h) / 2)).says(
    "The rise has been halved, but not divided by the step.",
    "A slope is rise over run: how long is the run?",
)


wrong("gradient-put-back-the-wrong-way", nudged(both_sides, left=lambda v, h: v - 2 * h)).says(
    "Each entry ends up two steps below where it was, so the next slopes belong to other points.",
    "Add up the moves of one entry. Where does the last one leave it?",
)


def one_sided_not_put_back(f, x, h=1e-5, once=False):
    x = np.array(x, float)
    dx, before = np.zeros_like(x), f(x)
    for entry in np.ndindex(x.shape):
        x[entry] += h
        after = f(x)
        dx[entry], before = (after - before) / h, before if once else after
    return dx


wrong("gradient-one-sided-not-put-back", one_sided_not_put_back, once=(True,)).says(
    "You look on one side only, and each entry stays where it was moved.",
    "Two questions: to which sides should the entry go, and where does it end?",
)


wrong("gradient-not-put-back", nudged(both_sides, left=lambda v, h: v - h)).says(
    "An entry stays moved while the next ones are nudged: it is not put back.",
    "What does x look like after the first round of your loop?",
)


wrong("gradient-left-above", nudged(both_sides, left=lambda v, h: v + h)).says(
    "An entry stays moved while the next ones are nudged: it is left above where it was.",
    "What does x look like after the first round of your loop?",
)


def view_kept(f, x, h=1e-5):
    x = np.array(x, float)
    dx = np.zeros_like(x)
    for i, kept in enumerate(x):
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        dx[i] = (above - f(x)) / (2 * h)
        x[i] = kept
    return dx


wrong("gradient-view-kept", view_kept).says(
    "The row that you keep moves along: it is still a part of x, not a copy of its own.",
    "Does the kept value still show the old numbers after x has changed?",
)


wrong("gradient-divided-twice", nudged(lambda f, v, h: rise(f, v, h) / (2 * h * h))).says(
    "The run stands under the bar twice: you have divided by h, and by h again.",
    "A slope is rise over run, once.",
)


wrong("gradient-own-step", lambda f, x, h=1e-5: numerical_gradient(f, x)).says(
    "Your function takes a step of its own: called with another h, it does not use that one.",
    "Is there a number in it that should be h?",
)


wrong("gradient-two-steps", nudged(lambda f, v, h: rise(f, v, h) / 2e-5)).says(
    "The step and what you divide by are not the same: one of them is h, the other one fixed.",
    "Is there a number in it that should be h?",
)


wrong("gradient-single-precision", nudged(both_sides, kind=np.float32)).says(
    "In `float32` a number has only 7 digits, and the difference of two keeps hardly any of them.",
    "Which kind of numbers does your copy of x hold?",
)


wrong("gradient-relative-step", nudged(lambda f, v, h: rise(f, v, h * v) / (2 * h))).says(
    "The step grows with the entry, but you divide by a step that does not.",
    "How far are the two points really apart?",
)


wrong("gradient-mean-of-values", nudged(lambda f, v, h: (f(v + h) + f(v - h)) / (2 * h))).says(
    "You add the two values of f where the one should be taken from the other.",
    "A slope compares two heights.",
)


def first_entry_only(f, x, h=1e-5):
    dx = numerical_gradient(f, x, h)
    dx.flat[1:] = 0
    return dx


wrong("gradient-first-entry-only", first_entry_only).says(
    "Only the first entry has a slope, and the others are still 0: the loop ends too early.",
    "How far is the `return` indented?",
)
