"""Notebook 03: both passes of a network with two hidden layers, and a ruler for gradients."""

import numpy as np

from ...layers import sigmoid
from ..engine import trembling
from ..engine.attempt import Case
from ..engine.exercise import Exercise
from ..engine.judging import is_right
from ..engine.reading import UnreadableError, count, named, number, numbers, refuse_nothing
from ..engine.recognise import by_some_cases
from .bug_hunt import FindTheBug
from .slips import explain_backward, explain_forward
from .slips.right_steps import GRADIENTS


def forward(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


def backward(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


def relative_error(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


# What the student returned

KEPT = ("x", "z1", "a1", "z2", "a2", "z3")
IN_CACHE = "p in the cache"
PASS = (*KEPT, "p", IN_CACHE)  # the order in which the arrays are looked at


def read_forward(value):
    """p and the cache. What is not there is an array without numbers."""
    refuse_nothing(value)
    p, cache = parts(value)
    if p is None:
        raise UnreadableError("forward-p-missing", "only the cache came back; p comes first.")
    if cache and not any(name in cache for name in PASS):
        has, asked = ", ".join(map(str, cache)), ", ".join((*KEPT, "p"))
        told = f"the cache has {has}; expected {asked}."
        raise UnreadableError("forward-cache-other-names", told)
    found = {name: numbers(cache.get(name, ()), f"for `{name}` your function") for name in KEPT}
    return found | {"p": numbers(p), IN_CACHE: numbers(cache.get("p", ()))}


def parts(value):
    """(p, cache); the cache is empty if p came back alone."""
    if isinstance(value, dict):
        return None, value
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        return refuse_more(value), {}
    p, cache = value
    if isinstance(p, dict):
        told = "the cache came back first, and p second; expected p, cache."
        raise UnreadableError("forward-order-swapped", told)
    if not isinstance(cache, dict):
        told = "the cache should be a dictionary of arrays, each under its name."
        raise UnreadableError("forward-cache-no-dictionary", told)
    return p, cache


def refuse_more(value):
    if isinstance(value, tuple):
        told = f"your function returned {count(value)}; expected two, p and the cache."
        raise UnreadableError("wrong-count", told)
    return value


def read_backward(value):
    """The six gradients by name."""
    if isinstance(value, dict) and all(name[1:] in value for name in GRADIENTS):
        told = "the gradient of `W1` is called `dW1`; your dictionary has the names without d."
        raise UnreadableError("backward-names-without-d", told)
    return named(*GRADIENTS)(value)


# What the checks ask

SIZES = (  # n, and the widths: not square; W2 square; all square; a layer that widens; one example
    (4, (2, 3, 2, 1)),
    (5, (2, 3, 3, 1)),
    (3, (3, 3, 3, 1)),
    (6, (3, 2, 4, 1)),
    (1, (2, 3, 3, 1)),
)


def draw_params(rng, widths, scale=1.0):
    params = {}
    for k in (1, 2, 3):
        params[f"W{k}"] = rng.normal(0, scale, (widths[k - 1], widths[k]))
        params[f"b{k}"] = rng.normal(0, scale, (1, widths[k]))
    return params


def draw_labels(rng, n):
    """Both classes, in any order, and not equally many: then their errors would cancel."""
    few = rng.permutation(np.arange(n) % 4 == 0)[:, None]
    return (few ^ rng.choice([True, False])) * 1.0


def draw_forward(rng):
    cases = [
        Case((rng.normal(size=(n, widths[0])), draw_params(rng, widths)), n=n)
        for n, widths in SIZES
    ]
    whole = Case((rng.integers(-2, 3, (4, 2)), draw_params(rng, (2, 3, 3, 1))), n=4)
    far = (rng.normal(size=(4, 2)), draw_params(rng, (2, 3, 3, 1), 1000.0))
    return [*cases, whole, Case(far, plain=False, complaint=prediction_in_range, n=4)]


def prediction_in_range(values):
    p = values["p"]
    inside = np.isfinite(p).all() and (p >= 0).all() and (p <= 1).all()
    return "" if inside else "Where z is far from 0, p is no probability any more."


def draw_backward(rng):
    plain = [steady_case(rng, n, widths) for n, widths in SIZES]
    return [*plain, *(sure_case(rng, weight) for weight in (9e3, -9e3))]


def steady_case(rng, n, widths):
    """One in which no sum nearly cancels: single precision is right too."""
    while True:
        case = pass_case(rng, n, draw_params(rng, widths))
        rough = backward(*map(in_single_precision, case.args))
        grads = backward(*case.args)
        if all(is_right(rough[name].astype(float), dv) for name, dv in grads.items()):
            return case


def in_single_precision(value):
    if isinstance(value, dict):
        return {name: in_single_precision(one) for name, one in value.items()}
    return np.asarray(value, np.float32)


def sure_case(rng, weight):
    """Every prediction next to 1, or to 0: some formulas divide by 0 here, and still pass."""
    params = draw_params(rng, (2, 3, 3, 1)) | {"W3": np.full((3, 1), weight)}
    return pass_case(rng, 6, params, plain=False, complaint=lambda values: "")


def pass_case(rng, n, params, **others):
    """A real pass: its labels, its cache, its parameters."""
    _, cache = forward(rng.normal(size=(n, len(params["W1"]))), params)
    return Case((draw_labels(rng, n), cache, params), n=n, **others)


def draw_pairs(rng):
    """Numbers, vectors, matrices; whole numbers; other signs; zeros; numbers below the floor."""
    pairs = [(2.0, 3.0), (rng.uniform(1, 2), -rng.uniform(3, 4)), (0.0, 0.0)]
    pairs += [(np.array([1, -2, 4]), np.array([1, 3, 5])), (np.zeros(3), np.zeros(3))]
    pairs += [two_alike(rng, shape) for shape in ((4,), (3, 3), (2, 5))]
    pairs += [(spread(rng, (3, 2)) * [1e5, 1], spread(rng, (3, 2)) * [1, 1e5])]
    pairs += [with_zeros(*two_alike(rng, (4, 2))), two_alike(rng, (6,), -0.1)]
    tiny = Case((3e-9, 1e-9), plain=False, complaint=floor_acts)
    return [*map(Case, pairs), tiny]


def two_alike(rng, shape, off=0.1):
    """Two arrays that differ by some percent of each number."""
    a = spread(rng, shape)
    return a, a * (1 + off * rng.uniform(-1, 1, shape))


def spread(rng, shape):
    """Numbers of both signs, large and small."""
    return rng.choice([-1, 1], shape) * 10 ** rng.uniform(-2, 3, shape)


def with_zeros(a, b):
    """Both 0 in one place."""
    a[0], b[0] = 0, 0
    return a, b


def floor_acts(values):
    told = "Two numbers far below 1e-8 should count as nearly equal: 3e-9 and 1e-9 give 0.2."
    return "" if 0.1 < float(np.max(values[""])) < 0.4 else told


def explain_error(draws):
    """What is wrong where no denominator is 0, whatever keeps it from being so."""
    return by_some_cases(draws, lambda case: np.abs(case.args[0]).all())


def trained_beside(exercise):
    from .consequence import train_beside  # Matplotlib takes a while, and few checks draw

    return train_beside(exercise)


# What the student hears

EXERCISES = (
    Exercise(
        relative_error,
        "03",
        draw_pairs,
        (
            "Three steps: how far apart, in proportion to what, and which entry counts?",
            "Entry by entry the distance is divided by the sum of the two sizes, but never by less "
            "than 1e-8. The worst entry is the result.",
            "a = (3, 1), b = (5, 1): the distances are 2 and 0, the sums of sizes 8 and 2. Entry "
            "by entry that is 0.25 and 0, so the relative error is 0.25.",
        ),
        read=number,
        explain=explain_error,
        asks="how far a and b are apart, in proportion",
    ),
    Exercise(
        forward,
        "03",
        draw_forward,
        (
            "Two lines for each layer: a sum, and a bend. What does the next layer receive?",
            "The sum of layer k: what it receives, times its weights, plus its bias. The sigmoid "
            "of that is handed on. Every array goes into the cache under its own name.",
            "Two layers with one unit each. x = 2, W = 3, b = −6 give z = 0 and a = 0.5. The next "
            "one, with W = 4 and b = 1, receives 0.5: its z is 4 · 0.5 + 1 = 3.",
        ),
        read=read_forward,
        order=PASS,
        explain=explain_forward,
        asks="p, and the cache {x, z1, a1, z2, a2, z3, p}",
    ),
    Exercise(
        backward,
        "03",
        draw_backward,
        (
            "Begin at the loss. The first wrong gradient, counted from there, shows where to look: "
            "what comes after it has inherited the fault.",
            "Four links for each layer. Through the sigmoid: times its slope. To the weights: what "
            "went in, times what comes back. To the bias: the sum over the examples. To the layer "
            "before: through the same weights, in the other direction.",
            "One unit in each layer, one example with y = 1. p = 0.9 gives dz3 = −0.1. With "
            "a2 = 0.5 and W3 = 2: dW3 = −0.05 and da2 = −0.2. The slope at a2 is 0.25, so "
            "dz2 = −0.05.",
        ),
        read=read_backward,
        order=tuple(GRADIENTS),
        explain=explain_backward,
        picture=trained_beside,
        weakness=trembling.remark,
        asks="the gradients {dW1, db1, dW2, db2, dW3, db3}",
    ),
    FindTheBug("03"),
)
