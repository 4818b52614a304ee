"""Notebook 07: other activations, the squared error, AdaGrad and Adam."""

from functools import partial

import numpy as np

from ...layers import Linear, Sigmoid
from ...losses import BinaryCrossEntropy
from ...network import Network
from ..engine import reading, trembling
from ..engine.attempt import Case
from ..engine.exercise import Exercise
from ..engine.judging import is_right
from ..notebook_01.exercises import sigmoid, sigmoid_slope
from ..notebook_02.exercises import cross_entropy, cross_entropy_gradient
from . import squared_error


def relu(z):
    return np.maximum(z, 0)


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu(z, alpha):
    return np.where(z > 0, z, alpha * z)


def leaky_relu_slope(z, alpha):
    return np.where(z > 0, 1.0, alpha)


def tanh(z):
    return np.tanh(z)


def tanh_slope(z):
    return 1 - np.tanh(z) ** 2


def mean_squared_error(p, y):
    return np.mean((p - y) ** 2)


def mean_squared_error_gradient(p, y):
    return 2 * (p - y) / np.size(p)


def adagrad(params, grads_per_step, lr, eps=1e-8):
    params = dict(params)
    s = {name: np.zeros_like(value) for name, value in params.items()}
    for grads in grads_per_step:
        for name in params:
            g = grads[f"d{name}"]
            s[name] = s[name] + g**2
            params[name] = params[name] - lr * g / (np.sqrt(s[name]) + eps)
    return params


def adam(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params = dict(params)
    m = {name: np.zeros_like(value) for name, value in params.items()}
    v = {name: np.zeros_like(value) for name, value in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            params[name] = params[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return params


# What the checks ask: activations


def signed(rng, low, high, shape):
    """Numbers between low and high, every other one negative, in any order."""
    size = np.prod(shape)
    z = rng.uniform(low, high, size) * np.resize([-1, 1], size)
    return rng.permutation(z).reshape(shape)


def draw_arrays(rng):
    """Both signs everywhere, both sides of 1/2 and of 1, whole numbers; never exactly 0."""
    near = np.array([-1, 1]) * rng.uniform(0.6, 0.9, 2)
    several = [signed(rng, 0.2, 3, shape) for shape in ((3, 3), (4, 2))]
    beside, far = signed(rng, 0.002, 0.009, 4), signed(rng, 1.2, 3, 4)
    return [near, np.array([-3, -1, 1, 2]), far, beside, *several]


def draw_relu(rng):
    cases = [Case((z,), quantities={"z": z * 1.0}) for z in draw_arrays(rng)]
    wide, at_zero = np.array([-1000.0, 1000.0]), np.array([-0.5, 0.0, 2.0])
    return [*cases, Case((wide,), plain=False), Case((at_zero,), plain=False)]


def draw_relu_slope(rng):
    return [*draw_relu(rng)[:-1], at_kink(np.array([-0.5, 0.0, 2.0]))]


def at_kink(z, *alpha):
    """At exactly 0 any value between the slopes on the two sides will do."""
    left = alpha[0] if alpha else 0.0
    low, high = min(left, 0.0), max(left, 1.0)

    def complaint(values):
        got = values[""]
        if got.shape != z.shape or not np.allclose(got[[0, 2]], [left, 1], rtol=1e-5):
            return f"Expected the slope {left:g} on the left, and 1 on the right."
        within = low - 1e-6 <= got[1] <= high + 1e-6
        return "" if within else "At z = 0 it should be one of the two slopes, or in between."

    return Case((z, *alpha), plain=False, complaint=complaint)


def draw_alphas(rng):
    """An ordinary alpha, one above 1, and a negative one."""
    return rng.uniform(0.05, 0.4), rng.uniform(1.2, 2), -rng.uniform(0.2, 0.8)


def draw_leaky(rng):
    """Every array with the ordinary alpha; with the other two those of fractions."""
    arrays = draw_arrays(rng)
    ordinary, *others = draw_alphas(rng)
    pairs = [(z, ordinary) for z in arrays]
    pairs += [(z, alpha) for alpha in others for z in (arrays[0], arrays[-1])]
    return [with_leak(*pair) for pair in pairs]


def with_leak(z, alpha):
    parts = {"z": z * 1.0, "alpha": np.full(z.shape, alpha)}
    return Case((z, alpha), quantities=parts)


def draw_leaky_relu(rng):
    wide, at_zero = np.array([-1000.0, 1000.0]), np.array([-0.5, 0.0, 2.0])
    return [*draw_leaky(rng), Case((wide, 0.1), plain=False), Case((at_zero, 0.1), plain=False)]


def draw_leaky_relu_slope(rng):
    at_zero = np.array([-0.5, 0.0, 2.0])
    return [*draw_leaky(rng), *(at_kink(at_zero, alpha) for alpha in draw_alphas(rng))]


def draw_tanh(rng):
    ends = np.array([-1000.0, 1000.0])
    return [*map(with_parts, draw_arrays(rng)), far_out(ends, np.array([-1.0, 1.0]))]


def draw_tanh_slope(rng):
    ends = np.array([-1000.0, 0.0, 1000.0])
    return [*map(with_parts, draw_arrays(rng)), far_out(ends, np.array([0.0, 1.0, 0.0]))]


def with_parts(z):
    a = np.tanh(z)
    return Case((z,), quantities={"a": a, "1 − a": 1 - a, "1 + a": 1 + a, "z": z * 1.0})


def far_out(z, right):
    def complaint(values):
        if not np.isfinite(values[""]).all():
            return "The result is infinite, or no number (nan)."
        close = values[""].shape == right.shape and np.allclose(values[""], right, atol=1e-6)
        return "" if close else f"Expected next to {right}."

    return Case((z,), plain=False, complaint=complaint)


# What the checks ask: the squared error


def draw_predictions(rng):
    """p of a sigmoid beside labels, also whole ones; then of a straight line beside numbers."""
    cases = [with_error(sigmoid(one_layer(rng, n)), labels(rng, n)) for n in (3, 7, 4)]
    whole = with_error(sigmoid(one_layer(rng, 5)), labels(rng, 5).astype(int))
    p = np.array([[0.0], [1.0], [0.25]])
    sure = with_error(p, np.array([[1.0], [1.0], [0.0]]))
    return [*cases, whole, sure, with_error(one_layer(rng, 6), rng.normal(size=(6, 1)))]


def one_layer(rng, n):
    return rng.normal(size=(n, 3)) @ rng.normal(size=(3, 1)) + rng.normal()


def labels(rng, n):
    """Both classes, in any order."""
    return rng.permutation(np.resize([0.0, 1.0], n))[:, None]


def with_error(p, y):
    parts = {"p (1 − p)": p * (1 - p), "p − y": p - y, "p": p, "y": y, "1 − p": 1 - p}
    parts["√n"] = np.full(p.shape, np.sqrt(len(p)))
    return Case((p, y), n=len(p), quantities=parts)


# What the checks ask: AdaGrad and Adam

NAMES = ("W3", "b3", "W2", "b2", "W1", "b1")


def draw_steps(rng, rights, betas):
    """One step, two, many; an input that is always 0; then the cases that depend on eps.

    In the ordinary cases eps is so small that it doesn't matter where it is added.
    rights : functions that are right in all cases. betas : those of each ordinary case.
    """
    one, two = run(rng, (2, 3, 3, 1), 4, 1), run(rng, (2, 2, 3, 1), 5, 2)
    six, dark = run(rng, (3, 4, 2, 1), 6, 6), run(rng, (2, 4, 2, 1), 8, 12, dark=True)
    ordinary = zip((one, two, six, dark), (0.5, 0.4, 0.15, 0.08), betas, strict=True)
    return [
        *(Case((*made, lr, *own, 1e-12)) for made, lr, own in ordinary),
        with_eps(rights, run(rng, (2, 3, 2, 1), 4, 3), 0.1),
        with_eps(rights, run(rng, (2, 3, 2, 1), 4, 3, share=1e-6), 0.1),
        with_eps(rights, run(rng, (2, 3, 2, 1), 4, 3), 0.1, *betas[0], 1e-2),
    ]


def run(rng, sizes, n, steps, share=1.0, dark=False):
    """The parameters of a network, and its gradients along a few steps downhill.

    share : what the gradients are multiplied with. dark : whether the first input is always 0.
    """
    net, x = network(rng, sizes), rng.normal(size=(n, sizes[0]))
    x[:, 0] *= not dark
    y, params, steps_grads = labels(rng, n), copied(net, ""), []
    loss = BinaryCrossEntropy("sum")
    for _ in range(steps):
        loss.forward(net.forward(x), y)
        net.backward(loss.backward())
        steps_grads.append({name: share * g for name, g in copied(net, "d").items()})
        net.theta -= 0.2 * net.dtheta
    return params, steps_grads


def network(rng, sizes):
    pairs = zip(sizes[:-1], sizes[1:], strict=True)
    layers = [layer for pair in pairs for layer in (Linear(*pair), Sigmoid())]
    net = Network(*layers, rng=rng)
    net.theta[...] = signed(rng, 1.3, 2.2, net.theta.shape)  # none ends near 0, after any step
    return net


def copied(net, d):
    """{name: array} of the parameters, or with d = "d" of their gradients."""
    linears = enumerate(net.layers[::2], start=1)
    pairs = ((f"{d}{v}{k}", getattr(one, d + v)) for k, one in linears for v in "Wb")
    return {name: array.copy() for name, array in pairs}


def adam_with_eps_scaled(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """Kingma & Ba's shorter order of the same steps: both corrections in the learning rate."""
    params = dict(params)
    m, v = dict.fromkeys(params, 0.0), dict.fromkeys(params, 0.0)
    for t, grads in enumerate(grads_per_step, start=1):
        rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            params[name] = params[name] - rate * m[name] / (np.sqrt(v[name]) + eps)
    return params


def with_eps(functions, made, *settings):
    """A case in which eps matters: what any of the functions gives is right."""
    args = (*made, *settings)

    def complaint(values):
        rights = (one(*args) for one in functions)
        fits = (all(is_right(values[name], right[name]) for name in NAMES) for right in rights)
        return "" if any(fits) else "The steps have another length where `eps` matters."

    return Case(args, plain=False, complaint=complaint)


BETAS = ((0.9, 0.999), (0.9, 0.999), (0.8, 0.99), (0.7, 0.95))
draw_adagrad = partial(draw_steps, rights=(adagrad,), betas=((),) * len(BETAS))
draw_adam = partial(draw_steps, rights=(adam, adam_with_eps_scaled), betas=BETAS)


# What the student hears


EXERCISES = (
    Exercise(
        mean_squared_error,
        "07",
        draw_predictions,
        (
            "What should come out if every prediction is right? And if each is off by 0.1?",
            "Three words, three steps, read from the right: the error, its square, the mean.",
            "Errors of 1, −2 and 3 have the squares 1, 4 and 9, whose mean is 14/3.",
        ),
        read=reading.number,
        relatives={"cross_entropy": cross_entropy},
        explain=squared_error.explain,
        asks="the mean of the squared errors, a number",
    ),
    Exercise(
        mean_squared_error_gradient,
        "07",
        draw_predictions,
        (
            "One number for each example. Which sign should it have where p is too large?",
            "Each p stands in one term of the mean only: differentiate that term.",
            "For L = (3 − p)³ / 5 the slope is −3 (3 − p)² / 5: the exponent came down, the inner "
            "derivative gave the sign, and the 1/5 stayed.",
        ),
        relatives={"cross_entropy_gradient": cross_entropy_gradient},
        weakness=trembling.remark,
        asks="`dp`, the slope of that loss with respect to each prediction",
    ),
    Exercise(
        adagrad,
        "07",
        draw_adagrad,
        (
            "Do two steps by hand, with a single weight: what must the second one know of the "
            "first?",
            "For each parameter keep the sum of the squares of its gradients, entry by entry, from "
            "0. Add the newest square first; then divide the newest gradient by the root.",
            "The entries 3, 4 and 12 have the squares 9, 16 and 144. The sums are 9, 25 and 169, "
            "their roots 3, 5 and 13: with lr = 1 the steps are 3/3, 4/5 and 12/13 long.",
        ),
        read=reading.named(*NAMES),
        order=NAMES,
        relatives={"adam": lambda params, grads, lr, eps: adam(params, grads, lr, eps=eps)},
        asks="the parameters after all steps",
    ),
    Exercise(
        adam,
        "07",
        draw_adam,
        (
            "Do one step by hand, with a single weight: by how much should it move?",
            "Two running averages for each parameter, of g and of g², both from 0. Divide each by "
            "1 minus its own beta to the power t, then step: t counts the steps from 1.",
            "A running average with beta = 0.5 of 8, 8: after one step 4, after two 6. Divided by "
            "1 − 0.5 and by 1 − 0.25 both become 8.",
        ),
        read=reading.named(*NAMES),
        order=NAMES,
        asks="the parameters after all steps",
    ),
    Exercise(
        relu,
        "07",
        draw_relu,
        (
            "Two halves: what should come out for z = −2, and what for z = 3?",
            "It is the larger of two numbers, z and one other, entry by entry.",
            "The larger of z and 5, for [2, 8]: [5, 8]. NumPy has a function that compares two "
            "arrays entry by entry, and one that finds the largest entry of a single array.",
        ),
        relatives={"relu_slope": relu_slope, "tanh": tanh, "sigmoid": sigmoid},
        asks="z where it is positive, else 0, entry by entry",
    ),
    Exercise(
        relu_slope,
        "07",
        draw_relu_slope,
        (
            "Draw the curve: two straight pieces. How steep is each of them?",
            "A straight piece has the same slope everywhere. Which of the two it is depends on z.",
            "For |z| the two slopes are −1 and 1: at [−4, 0.5, 9] they are [−1, 1, 1].",
        ),
        relatives={"relu": relu, "sigmoid_slope": sigmoid_slope, "sigmoid": sigmoid, "tanh": tanh},
        weakness=trembling.remark,
        asks="the slope of `relu` at z",
    ),
    Exercise(
        leaky_relu,
        "07",
        draw_leaky_relu,
        (
            "For positive z nothing differs from `relu`. And for negative z?",
            "Let the sign of z decide, not the size of the results: alpha may be above 1, or "
            "negative.",
            "With alpha = 0.2 the value at −10 is −2. With alpha = 3 it is −30, and the value at "
            "10 is still 10.",
        ),
        relatives={
            "leaky_relu_slope": leaky_relu_slope,
            "relu_slope": lambda z, alpha: relu_slope(z),
            "tanh": lambda z, alpha: np.tanh(z),
        },
        asks="like `relu`, but on the left alpha z comes through",
    ),
    Exercise(
        leaky_relu_slope,
        "07",
        draw_leaky_relu_slope,
        (
            "Two straight pieces again. How steep is the left one?",
            "Each piece has the same slope everywhere: no z is left in it. The sign of z decides.",
            "For a curve that is 3z on the left and 7z on the right, the slopes at [−4, 0.5] are "
            "[3, 7].",
        ),
        relatives={"leaky_relu": leaky_relu, "relu": lambda z, alpha: relu(z)},
        weakness=trembling.remark,
        asks="the slope of `leaky_relu` at z",
    ),
    Exercise(
        tanh,
        "07",
        draw_tanh,
        (
            "What should come out at z = 1000? And what at z = −1000?",
            "tanh z = (e^z − e^(−z)) / (e^z + e^(−z)), but the exponentials overflow far out: "
            "NumPy has it ready, and safe.",
            "The same way `np.sinh` is (e^z − e^(−z)) / 2: at z = 1 it gives 1.1752.",
        ),
        relatives={"sigmoid": sigmoid, "tanh_slope": tanh_slope},
        asks="the hyperbolic tangent of z, also far out",
    ),
    Exercise(
        tanh_slope,
        "07",
        draw_tanh_slope,
        (
            "How steep is tanh at z = 0, and how steep far out?",
            "Work out a = tanh z first. The slope can be written with a alone.",
            "For the sigmoid with a = 0.8 the slope is 0.8 · 0.2 = 0.16. For tanh with a = 0.8 it "
            "is 0.36.",
        ),
        relatives={"tanh": tanh, "sigmoid_slope": sigmoid_slope, "sigmoid": sigmoid},
        weakness=trembling.remark,
        asks="the slope of tanh at z",
    ),
)
