"""Notebook 02: the loss, its two slopes, and a layer's weighted sums, forward and back."""

import numpy as np

from ..engine import reading, trembling
from ..engine.attempt import Case
from ..engine.exercise import Exercise
from ..notebook_01.exercises import sigmoid


def cross_entropy(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


def cross_entropy_gradient(p, y):
    return (-y / p + (1 - y) / (1 - p)) / np.size(p)


def output_gradient(p, y):
    return (p - y) / np.size(p)


def linear_forward(x, W, b):
    return x @ W + b


def linear_backward(dz, x, W):
    dx = dz @ W.mT
    dW = x.mT @ dz
    db = dz.sum(axis=-2, keepdims=True)
    return dx, dW, db


# What the checks ask of the loss

STEEP = {"loss": 5.0, "slopes": 3.9}  # z of the surest p: an eps of 1e-7 beside p is no mistake
WRONG_ENDS = np.array([[0.0], [1.0]]), np.array([[1.0], [0.0]])
RIGHT_ENDS = np.array([[1.0], [0.0]]), np.array([[1.0], [0.0]])
LARGE = 8.0  # less than the loss of p = 0.0003 where y = 1


def draw_losses(rng):
    return [
        *(Case(args, n=len(args[0])) for args in predictions(rng, STEEP["loss"])),
        nearly_sure(rng, cross_entropy),
        Case(WRONG_ENDS, plain=False, complaint=large),
        Case(RIGHT_ENDS, plain=False, complaint=nothing),
    ]


def draw_slopes(rng):
    return [
        *(with_factors(*args) for args in predictions(rng, STEEP["slopes"])),
        nearly_sure(rng, cross_entropy_gradient),
        Case(WRONG_ENDS, plain=False, complaint=steep),
    ]


def draw_output_slopes(rng):
    ends = tuple(np.vstack(pair) for pair in zip(WRONG_ENDS, RIGHT_ENDS, strict=True))
    told = "Where p is exactly 0 or 1, the result should be −1/n, 1/n, or 0."
    complaint = near(output_gradient(*ends), 1e-4, told)
    plain = [with_factors(*args) for args in predictions(rng, STEEP["slopes"])]
    return [*plain, Case(ends, plain=False, complaint=complaint)]


def predictions(rng, steepest):
    """(p, y) for 1, 2, 3, 5 and 8 examples; the labels are floats, and once whole numbers."""
    yield sigmoid(rng.uniform(0.3, 1.5, size=(1, 1)) * rng.choice([-1, 1])), np.array([[1.0]])
    for n in (2, 3, 5, 8):
        z, y = scores(rng, n, steepest)
        yield sigmoid(z), y.astype(int) if n == 3 else y


def scores(rng, n, steepest):
    """(z, y): each label on both sides of z = 0; the first four of them are sure, one is not."""
    sign, y = np.array([[1, 0], [-1, 1], [1, 1], [-1, 0]] * 2, float)[:n].T[..., None]
    sure = min(n - 1, 4)
    size = np.vstack([rng.uniform(0.94, 1, (sure, 1)), rng.uniform(0.1, 0.6, (n - sure, 1))])
    order = rng.permutation(n)
    return (steepest * sign * size)[order], y[order]


def with_factors(p, y):
    parts = {"p": p, "1 − p": 1 - p, "p (1 − p)": p * (1 - p), "p − y": p - y}
    return Case((p, y), n=len(p), quantities=parts)


def nearly_sure(rng, function):
    """p beyond 0.001 and 0.999, where a safety margin may begin to show; a narrow one does not."""
    z = rng.uniform(8.9, 9.1, size=(4, 1)) * np.array([[1], [-1], [1], [-1]])
    p, y = sigmoid(z), np.array([[0.0], [1.0], [1.0], [0.0]])
    told = "Where p is near 0.0001 or 0.9999, the result is far off."
    return Case((p, y), plain=False, complaint=near(np.asarray(function(p, y)), 0.02, told))


def near(expected, share, told):
    def complaint(values):
        got = values[""]
        same = got.shape == expected.shape and np.allclose(got, expected, rtol=share, atol=share)
        return "" if same else told

    return complaint


def large(values):
    """No complaint about inf, nor about nan: the formula holds no promise here."""
    return "The loss is small where p is sure and wrong." if (values[""] < LARGE).any() else ""


def nothing(values):
    """No complaint about nan, which 0 · ln 0 is."""
    return "The loss is not 0 where p is sure and right." if (abs(values[""]) > 0.01).any() else ""


def steep(values):
    got = values[""]
    right = got.shape == (2, 1) and not (got[0] > -LARGE or got[1] < LARGE)
    return "" if right else "Where p is sure and wrong, the slope is small, or has the other sign."


# What the checks ask of a layer

SIZES = ((1, 2, 2), (2, 4, 3), (4, 3, 2), (5, 3, 3), (6, 4, 1), (3, 3, 3))  # n, inputs, units
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # the XOR data: whole numbers


def draw_layers(rng):
    drawn = [steady(rng, forwards, layer(*size)) for size in SIZES]
    whole = steady(rng, forwards, lambda rng: (CORNERS, *layer(4, 2, 3)(rng)[1:]))
    return [Case(args, n=len(args[0])) for args in (*drawn, whole)]


def draw_backward(rng):
    drawn = [steady(rng, linear_backward, backward_pass(layer(*size))) for size in SIZES]
    corners = backward_pass(lambda rng: (CORNERS, *layer(4, 2, 3)(rng)[1:]))
    return [with_parts(*args) for args in (*drawn, steady(rng, linear_backward, corners))]


def layer(n, n_in, n_out):
    shapes = (n, n_in), (n_in, n_out), (1, n_out)
    return lambda rng: tuple(rng.normal(size=shape) for shape in shapes)


def backward_pass(draw):
    """dz as it comes back to this layer, through its sigmoid and a layer of one unit behind it."""

    def drawn(rng):
        x, W, b = draw(rng)
        a = sigmoid(linear_forward(x, W, b))
        W2, b2 = rng.normal(size=(a.shape[1], 1)), rng.normal(size=(1, 1))
        y = rng.integers(0, 2, size=(len(x), 1)).astype(float)
        da, *_ = linear_backward(output_gradient(sigmoid(a @ W2 + b2), y), a, W2)
        return da * a * (1 - a), x, W

    return drawn


def with_parts(dz, x, W):
    parts = {"x": x * 1.0, "x (1 − x)": x * (1.0 - x), "W": W}
    return Case((dz, x, W), n=len(x), quantities=parts)


def steady(rng, function, draw):
    """Arguments for which no result nearly cancels: there float32 has few digits left."""
    while True:
        args = draw(rng)
        pairs = zip(function(*args), function(*map(np.abs, args)), strict=True)
        if all(np.abs(sum_).max() > 0.4 * bound.max() for sum_, bound in pairs):
            return args


def forwards(x, W, b):
    return (linear_forward(x, W, b),)


# What the student hears


EXERCISES = (
    Exercise(
        cross_entropy,
        "02",
        draw_losses,
        (
            "What should the loss be for y = 1 and p = 0.5? And for y = 0 and p = 0.5?",
            "Minus the logarithm of the probability that p gives to the true class; then the mean "
            "over the examples. Which label switches which of the two terms off?",
            "Two examples, y = 1 with p = 0.8 and y = 0 with p = 0.3: the true classes got 0.8 and "
            "0.7, minus their logarithms are 0.223 and 0.357, and the mean is 0.290.",
        ),
        reading.number,
        relatives={
            "cross_entropy_gradient": cross_entropy_gradient,
            "output_gradient": output_gradient,
        },
        asks="the mean loss of the predictions p, a number",
    ),
    Exercise(
        cross_entropy_gradient,
        "02",
        draw_slopes,
        (
            "For y = 1, does the loss rise or fall when p grows? And for y = 0?",
            "Differentiate the two logarithms with respect to p. The second one has 1 − p inside: "
            "the chain rule brings a factor along. And the loss is a mean.",
            "Another logarithm: the slope of ln(3 − 2p) is −2 / (3 − 2p), since the inside falls "
            "by 2 when p grows by 1.",
        ),
        relatives={"cross_entropy": cross_entropy, "output_gradient": output_gradient},
        weakness=trembling.remark,
        asks="`dp`, the slope of the loss with respect to each prediction",
    ),
    Exercise(
        output_gradient,
        "02",
        draw_output_slopes,
        (
            "Two links of the chain lead from the loss to z. Which are they?",
            "`dp` times the slope of the sigmoid, which is p (1 − p). Multiply it out on paper: "
            "the fractions cancel.",
            "Four examples, the first with y = 1 and p = 0.8. Its `dp` is −1/0.8 / 4 = −0.3125, "
            "the slope of the sigmoid is 0.16, and the product is −0.05.",
        ),
        relatives={
            "cross_entropy": cross_entropy,
            "cross_entropy_gradient": cross_entropy_gradient,
        },
        weakness=trembling.remark,
        asks="`dz`, the slope of the loss with respect to each z behind p = sigmoid(z)",
    ),
    Exercise(
        linear_forward,
        "02",
        draw_layers,
        (
            "What should come out for x = 0? And which shape, for n examples and h units?",
            "Each unit adds up all its inputs, each times its weight, and then its bias. A row of "
            "x meets a column of W.",
            "x = [[1, 2]], W = [[3, 0], [4, 1]], b = [[10, 20]]: the first unit gets 1·3 + 2·4 "
            "+ 10 = 21, the second 1·0 + 2·1 + 20 = 22.",
        ),
        asks="z, a row for each example and a column for each unit",
    ),
    Exercise(
        linear_backward,
        "02",
        draw_backward,
        (
            "Every gradient has the shape of its owner: write the three shapes down first.",
            "Over what is summed? A weight and a bias are used by every example, an input by every "
            "unit.",
            "One unit, two examples: x = [[1, 2], [3, 4]], W = [[5], [6]], dz = [[1], [10]]. The "
            "first weight gets 1·1 + 3·10 = 31, the second 2·1 + 4·10 = 42, the bias 1 + 10 = 11. "
            "The inputs of example 2 get 10·5 = 50 and 10·6 = 60.",
        ),
        reading.several("dx", "dW", "db"),
        order=("dW", "db", "dx"),
        weakness=trembling.remark,
        asks="three gradients: of x, of W and of b",
    ),
)
