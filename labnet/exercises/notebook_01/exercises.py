"""Notebook 01: the sigmoid, its slope, and a gradient by nudging."""

import numpy as np

from ..engine import trembling
from ..engine.attempt import Case
from ..engine.exercise import Exercise
from . import nudges


def sigmoid(z):
    return 1 / (1 + np.exp(np.minimum(-np.asarray(z, float), 709)))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)


def sigmoid_slope_from_output(a):
    return a * (1 - a)


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    dx = np.zeros_like(x)
    for entry in np.ndindex(x.shape):
        kept = x[entry]
        x[entry] = kept + h
        above = f(x)
        x[entry] = kept - h
        below = f(x)
        x[entry] = kept
        dx[entry] = (above - below) / (2 * h)
    return dx


# What the checks ask


def draw_z(rng):
    """Single numbers, whole numbers, both signs, several shapes."""
    arrays = [rng.normal(scale=2, size=shape) for shape in ((3,), (3, 3), (4, 2))]
    numbers = [np.array(z) for z in (0.0, rng.uniform(0.5, 3), -rng.uniform(0.5, 3))]
    return [with_parts(z) for z in (*numbers, np.array([-2, 0, 1, 3]), *arrays)]


def with_parts(z):
    a = sigmoid(z)
    return Case((z,), quantities={"a": a, "1 − a": 1 - a, "z": z * 1.0, "e^(−z)": np.exp(-z)})


def draw_sigmoid(rng):
    """Also far out, where the exponential overflows, and where little is left of a."""
    ends, near = np.array([-1000.0, 1000.0]), np.array([-40.0, -30.0])
    return [*draw_z(rng), extreme(ends, ends_of_sigmoid), extreme(near, finite)]


def draw_slope(rng):
    """Not at 0 first: how steep it is there is a question of the notebook."""
    return [
        with_parts(np.array(1.0)),
        *draw_z(rng),
        extreme(np.array([-1000.0, 1000.0]), flat_ends),
    ]


def draw_a(rng):
    """Outputs of a sigmoid, which may round to its two ends."""
    z = [rng.normal(scale=1.5, size=shape) for shape in ((), (3,), (3, 3), (4, 2))]
    arrays = [np.array(0.5), *map(sigmoid, map(np.array, z))]
    cases = [Case((a,), quantities={"a": a * 1.0, "1 − a": 1.0 - a}) for a in arrays]
    return [*cases, extreme(np.array([0, 1]), flat_ends)]


def extreme(z, complaint):
    return Case((z,), plain=False, complaint=complaint)


def finite(values):
    return "" if np.isfinite(values[""]).all() else "The result is infinite, or no number (nan)."


def ends_of_sigmoid(values):
    told = finite(values)
    right = told or np.allclose(values[""], [0, 1], rtol=0, atol=1e-6)
    return told or ("" if right else "The result should be next to 0, and next to 1.")


def flat_ends(values):
    told = finite(values)
    slopes = values[""]
    right = told or np.allclose(slopes[[0, -1]], 0, rtol=0, atol=1e-6)
    return told or ("" if right else "The slope should be next to 0 at both ends.")


def square(x):
    """x₁² + sin(x₁)"""
    return x[0] ** 2 + np.sin(x[0])


def small(x):
    """2 x₁ x₂ + x₂²"""
    return 2 * x[0] * x[1] + x[1] ** 2


def near_zero(rng):
    """Where x is tiny even the smallest step is not lost in it."""
    w = rng.uniform(1, 2, 3)
    return Case((lambda x: (x @ w) * (2 + x @ w), rng.uniform(1e-9, 2e-9, 3)))


def draw_functions(rng):
    """Functions whose entries meet each other, so that each of them must be put back."""
    away = [rng.choice([-1, 1], size) * rng.uniform(1, 2, size) for size in (1, 4, (3, 3), (2, 3))]
    w, v, u = rng.normal(size=4), rng.normal(size=(3, 3)), rng.normal(size=(2, 3))
    return [
        Case((small, np.array([3, 4]))),
        Case((square, away[0])),
        Case((lambda x: np.exp(x @ w / 4) * (x[0] ** 2 + 2), away[1])),
        Case((lambda x: np.sum(np.sin(x * v) + x[0] ** 2) * x[0, 0], away[2])),
        Case((lambda x: np.sum(np.cos(x * u) * x[:1] ** 2) * x[0, 0], away[3])),
        near_zero(rng),
        wide_step(rng),
    ]


def wide_step(rng, h=0.1):
    """A step of its own: closer to x than that, the function is flat.

    It has no third derivative, so that every symmetric formula is exact, not only the plain one.
    """
    at, slope, bend = rng.normal(size=3), rng.uniform(1, 2, size=3), rng.uniform(1, 2, size=(3, 3))

    def f(x):
        d = np.asarray(x) - at
        return (slope @ d + d @ bend @ d) * (np.abs(d).max() > h / 20)

    return Case((f, at, h))


# What the student hears


def relu(z):
    return np.maximum(z, 0)


def relu_slope(z):
    return np.where(z > 0, 1, 0)


def tanh_slope(z):
    return 1 - np.tanh(z) ** 2


EXERCISES = (
    Exercise(
        sigmoid,
        "01",
        draw_sigmoid,
        (
            "What should come out at z = 0? And far to the left, where −z is large?",
            "`np.exp` overflows above 709. The exponent must never get there; nothing is lost by "
            "that, since the sigmoid is 0 to 300 digits.",
            "Capping another function: for 2^z, `np.minimum([3, 5000], 1000)` gives [3, 1000], and "
            "2^1000 is still a number.",
        ),
        relatives={"tanh": np.tanh, "relu": relu, "sigmoid_slope": sigmoid_slope},
        asks="the sigmoid of z, entry by entry, also far out",
    ),
    Exercise(
        sigmoid_slope,
        "01",
        draw_slope,
        (
            "Where is the curve steepest, and how steep is it there? Compare with your result.",
            "Work out the sigmoid of z first. The slope can be written with that number alone.",
            "For g(z) = e^(−z) it goes the same way: the slope is −e^(−z), which is −g, so one "
            "call of g is enough.",
        ),
        relatives={"sigmoid": sigmoid, "tanh_slope": tanh_slope, "relu_slope": relu_slope},
        weakness=trembling.remark,
        explain=nudges.of_neighbours,
        asks="the slope of the sigmoid at z",
    ),
    Exercise(
        numerical_gradient,
        "01",
        draw_functions,
        (
            "Move one entry at a time, look on both sides, and put it back.",
            "Rise over run: how far are the two points apart?",
            "f(x) = x₁ x₂ at (4, 3), h = 1: f(5, 3) − f(3, 3) = 15 − 9 = 6. The points are 2 "
            "apart, so the first entry is 3.",
        ),
        explain=nudges.explain,
        asks="how steeply f(x), a number, changes with each entry of x",
    ),
    Exercise(
        sigmoid_slope_from_output,
        "01",
        draw_a,
        (
            "The argument is a, which has been through the sigmoid already.",
            "Two factors: how far a is from 0, and how far it is from 1.",
            "With a = 0.9 the two factors are 0.9 and 0.1, and the slope is 0.09.",
        ),
        relatives={"sigmoid": sigmoid, "sigmoid_slope": sigmoid_slope},
        weakness=trembling.remark,
        asks="the same slope, where a = sigmoid(z) is what you hold",
    ),
)
