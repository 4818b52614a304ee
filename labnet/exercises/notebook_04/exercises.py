"""Notebook 04: data, a start, a step, and a count of what is right."""

import numpy as np

from ..engine import reading
from ..engine.attempt import Case
from ..engine.exercise import Exercise
from ..engine.kinds import TRUTHS, kinds_in
from ..engine.properties import as_seen, judged
from . import limits
from .random_draws import SIGMAS, drawing


def make_linear(n, rng):
    x = rng.random((n, 2))
    y = (x[:, :1] <= x[:, 1:]).astype(float)
    return x, y


def init_layer(n_in, n_out, rng):
    W = rng.normal(0.0, 1 / np.sqrt(n_in), (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


def gradient_step(params, grads, lr):
    return {name: v - lr * grads[f"d{name}"] for name, v in params.items()}


def accuracy(p, y):
    return np.mean((p > 0.5) == (y == 1))


# make_linear: random points, judged by what all such points have in common

MANY = 4000  # points
CLOSE = 1e-6  # to the diagonal: single precision may move a point across
FAR = 0.06  # of two distribution functions; it happens by chance once in 10^12 draws
CORRELATED = SIGMAS / np.sqrt(MANY)


def read_points(value):
    """x and y, and what is told of their kinds."""
    return reading.several("x", "y")(value) | {"kinds": kinds(value)}


def kinds(points):
    """Which weaknesses points and labels have that the loss, or an index, will meet."""
    arrays = all(isinstance(one, np.ndarray) for one in points)
    truths = TRUTHS in kinds_in(points[1])
    return [TRUTHS] * truths + ["lists"] * (not arrays)


def complaint_of_points(seen):
    """What is wrong with the points, the labels, or the use of the generator; or ""."""
    calls = {seen.sizes: seen.first} | seen.large
    told = (told_shapes(n, drawn) or told_labels(n, **drawn) for (n,), drawn in calls.items())
    told = next(filter(None, told), "") or told_many(seen.large[MANY,]["x"])
    return told or told_use(seen)


def told_shapes(n, drawn):
    x, y = drawn["x"].shape, drawn["y"].shape
    if (x, y) == ((n, 2), (n, 1)):
        return ""
    return f"for n = {n} the shapes are {x} and {y}; expected {(n, 2)} and {(n, 1)}"


def told_labels(n, x, y, **_):
    clear = np.abs(x[:, :1] - x[:, 1:]) > CLOSE
    wrong = np.flatnonzero(clear & (y != labels(x)))
    if not wrong.size:
        return ""
    k = wrong[0]
    place = "({:.4g}, {:.4g})".format(*x[k])
    return (
        f"for n = {n:,} the point {place} has the label {y[k, 0]:g}; expected {labels(x)[k, 0]:g}"
    )


def labels(x):
    return (x[:, :1] <= x[:, 1:]).astype(float)


def told_many(x):
    told = told_points(x)
    return told and f"for n = {MANY:,} {told}"


def told_points(x):
    """What is wrong with many points that should be uniform in the unit square; or ""."""
    if is_outside(x):
        return f"the coordinates go from {x.min():.4g} to {x.max():.4g}, not from 0 to 1"
    if is_coarse(x):
        return f"{x.size} coordinates have only {np.unique(x).size} different values"
    if unevenness(x) > FAR:
        shares = ", ".join(f"{share:.0%}" for share in quarters(x))
        return f"the four quarters from 0 to 1 hold {shares} of the coordinates, not 25% each"
    return "the coordinates depend on each other" if is_dependent(x) else ""


def is_outside(x):
    return not ((x >= 0) & (x <= 1)).all()  # so also where it is no number


def is_coarse(x):
    """Whether there are few different values, as after rounding to a grid."""
    return np.unique(x).size < 0.3 * x.size


def unevenness(x):
    """The largest distance from the uniform distribution function, over the coordinates."""
    ranks = np.arange(len(x) + 1) / len(x)
    distances = (np.abs(np.sort(x, axis=0) - ranks[k:][: len(x), None]) for k in (0, 1))
    return max(one.max() for one in distances)


def quarters(x):
    return np.histogram(x, bins=4, range=(0, 1))[0] / x.size


def is_dependent(x):
    """Whether the coordinates, or points that follow each other, are correlated."""
    pairs = [x.T, np.array([x[1:, 0], x[:-1, 0]]), np.array([x[1:, 1], x[:-1, 1]])]
    return any(abs(np.corrcoef(pair)[0, 1]) > CORRELATED for pair in pairs)


def told_use(seen):
    if seen.ignores_generator:
        return "two generators in the same state gave different numbers"
    if seen.starts_again:
        return "two calls with one generator gave the same numbers"
    return ""


# init_layer: judged by mean and spread of many weights

LAYERS = ((2, 5000), (100, 100), (30, 900), (400, 30))
SPREAD = 0.06  # of the scale, relatively: 8 standard deviations for 10,000 normal numbers


def complaint_of_layer(seen):
    """What is wrong with the weights, the bias, or the use of the generator; or ""."""
    calls = {seen.sizes: seen.first} | seen.large
    told = (told_layer(sizes, **drawn) for sizes, drawn in calls.items())
    return next(filter(None, told), "") or told_weights(seen) or told_use(seen)


def told_layer(sizes, W, b):
    row = (1, sizes[1])
    if (W.shape, b.shape) != (sizes, row):
        return f"the shapes are {W.shape} and {b.shape}; expected {sizes} and {row}"
    return f"b is not 0 but {b[0, 0]:.4f}, for instance" if b.any() else ""


def told_weights(seen):
    """What is wrong with many weights; or ""."""
    for (n_in, n_out), drawn in seen.large.items():
        W, right = drawn["W"], 1 / np.sqrt(n_in)
        of = f"for n_in = {n_in} and n_out = {n_out}"
        if not np.isfinite(W).all():
            return f"{of} some weights are infinite, or no numbers (nan)"
        if abs(W.mean()) > SIGMAS * max(right, W.std()) / np.sqrt(W.size):
            return f"{of} the mean of the weights is {W.mean():.4f}; expected about 0"
        if abs(W.std() / right - 1) > SPREAD:
            return f"{of} the scale of the weights is {W.std():.4f}; expected about {right:.4f}"
        if is_repeated(W):
            return f"{of} rows or columns are equal"
    return ""


def is_repeated(W):
    """Whether each column holds the same numbers, or each row."""
    return bool((np.ptp(W, axis=0) == 0).all() or (np.ptp(W, axis=1) == 0).all())


# gradient_step: networks of one to four layers

DEEPEST = 4
NAMES = tuple(f"{kind}{k}" for k in range(DEEPEST, 0, -1) for kind in "Wb")


def draw_steps(rng):
    shallow = step_case(rng, [2, 1], 0.1)
    whole = step_case(rng, [3, 3, 1], 1)
    deep = step_case(rng, [2, 4, 3, 2, 1], rng.uniform(0.2, 0.7))
    return [shallow, step_case(rng, [2, 3, 3, 1], rng.uniform(0.2, 0.7)), whole, deep]


def step_case(rng, sizes, lr):
    """One call; the gradients come as a backward pass meets them, the last layer first."""
    params, grads = {}, {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        params |= {f"W{k}": rng.normal(size=(n_in, n_out)), f"b{k}": rng.normal(size=(1, n_out))}
    for name in reversed(params):
        grads[f"d{name}"] = rng.normal(scale=0.5, size=params[name].shape)
    return Case((params, grads, lr))


def with_all_names(gradient_step):
    """What it returns, and 0 for the layers that the case does not have."""

    def step(params, grads, lr):
        new = reading.named(*params)(gradient_step(params, grads, lr))
        return dict.fromkeys(NAMES, 0.0) | new

    return step


# accuracy: shares of right decisions, some at 0.5, 0 and 1 exactly


def draw_predictions(rng):
    four = np.array([[0.9], [0.2], [0.5], [0.6]]), np.array([[1], [1], [0], [1]])
    few = np.array([[0.0], [0.55], [1.0], [0.5], [0.8]]), np.array([[0.0], [1], [1], [1], [0]])
    return [accuracy_case(*few), accuracy_case(*four)] + [
        accuracy_case(*predictions(rng, n)) for n in (7, 40, 101)
    ]


def predictions(rng, n):
    """More ones than zeros, and about three of four right, so that nothing agrees by chance.

    One example is at one half, and one as good as sure, where even a strict limit is passed.
    """
    y = (rng.random((n, 1)) < 0.6).astype(float)
    p = np.where(rng.random((n, 1)) < 0.75, (y + rng.random((n, 1))) / 2, rng.random((n, 1)))
    p[:2], y[:2] = [[0.5], [1 - 1e-6]], [[0.0], [1.0]]
    return p, y


def accuracy_case(p, y):
    return Case((p, y), n=len(p))


# What the student hears


EXERCISES = (
    Exercise(
        make_linear,
        "04",
        lambda rng: [judged((5, rng), complaint_of_points)],
        (
            "Two things come out: the points, a row for each, and a column with their labels. "
            "Draw a few by hand: on which side of the diagonal is (0.2, 0.7)?",
            "All numbers come from the generator that you are handed: two for each point, uniform "
            "from 0 to 1. A comparison gives true and false; labels are 1.0 and 0.0.",
            "Heights, and whether they reach 1.5: `h = rng.uniform(1, 2, (3, 1))` gives a column, "
            "and `(h >= 1.5).astype(float)` a column of ones and zeros beside it.",
        ),
        sample=lambda: (100, np.random.default_rng(34)),
        read=as_seen,
        trial=drawing(read_points, (1,), (2,), (MANY,)),
        asks="n points of the unit square, and their labels",
    ),
    Exercise(
        gradient_step,
        "04",
        draw_steps,
        (
            "Uphill or downhill? And who still needs the old numbers?",
            "Every parameter, weight or bias, goes its own small step against its gradient. The "
            "gradient of `W1` is called `dW1`. The result is a new dictionary.",
            "For W1 = 2, dW1 = 0.5 and lr = 0.1 the step is 0.05, and the new W1 is 1.95.",
        ),
        read=reading.named(*NAMES),
        order=NAMES,
        trial=with_all_names,
        asks="the parameters after one step against the gradients",
    ),
    Exercise(
        init_layer,
        "04",
        lambda rng: [judged((8, 5, rng), complaint_of_layer)],
        (
            "How many numbers does one unit add up? Look at the size of z, not at that of W.",
            "Weights are random with mean 0, so that units differ. Variances add, and the scale "
            "is a standard deviation: that of a sum of n_in terms grows like the root of n_in. "
            "Biases start at 0.",
            "A sum of 25 independent numbers of scale s has the scale 5 s. For a sum of scale 1 "
            "each number needs the scale 1/5 = 0.2, so the variance 0.04.",
        ),
        sample=lambda: (10, 10, np.random.default_rng(0)),
        read=as_seen,
        trial=drawing(reading.several("W", "b"), *LAYERS),
        asks="the weights and the bias with which a layer starts",
    ),
    Exercise(
        accuracy,
        "04",
        draw_predictions,
        (
            "First a decision for every example, then how many of them are right.",
            "The decision is class 1 where p is above one half, at exactly one half it is class "
            "0. The mean of a column of true and false is the share of true ones.",
            "Decisions 1, 0, 1, 1 and labels 1, 1, 1, 0: the first and the third are right, two "
            "of four, so 0.5.",
        ),
        read=reading.number,
        explain=limits.explain,
        asks="the share of right decisions",
    ),
)
