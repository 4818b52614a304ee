"""Exercises that no notebook has."""

import numpy as np

from labnet.exercises.engine import reading
from labnet.exercises.engine.attempt import Case
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.progress import SHEETS


def layer(x, w):
    z = x @ w
    return z, z.sum(axis=0, keepdims=True), np.cos(w)


def draw_layer(rng):
    shapes = (3, 2, 4), (2, 3, 3), (5, 2, 3)
    return [layer_case(rng.normal(size=(n, k)), rng.normal(size=(k, m))) for n, k, m in shapes]


def layer_case(x, w):
    return Case((x, w), n=len(x))


def spread(x, y):
    return np.mean((x - y) ** 2)


def draw_spread(rng):
    sizes = (4, 1, 3, 6)
    return [Case(tuple(rng.normal(size=(2, n, 1))), n=n) for n in sizes]


def mix(a, b):
    return a @ b


def draw_mix(rng):
    return [Case(tuple(rng.normal(size=(2, k, k)))) for k in (2, 3, 4)]


def difference(a, b):
    return a - b


def draw_difference(rng):
    return [Case(tuple(rng.normal(size=(2, k)))) for k in (2, 3, 4)]


def made(right, draw, **options):
    """An exercise that no notebook has."""
    one = Exercise(right, "none", draw, ("1", "2", "3"), **options)
    SHEETS.pop("none")
    return one


LAYER = made(layer, draw_layer, read=reading.several("z", "s", "c"), order=("z", "s", "c"))
SPREAD = made(spread, draw_spread, read=reading.number)
MIX = made(mix, draw_mix)
DIFFERENCE = made(difference, draw_difference)
