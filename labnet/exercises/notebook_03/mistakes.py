"""The mistakes of notebook 03. Those of one step in a pass are in ..passes, each with its words."""

import numpy as np

from ...layers import sigmoid
from ..engine.catalogue import ENTRIES, Mistake, mistake
from ..engine.judging import is_same
from ..engine.reading import is_relaid
from .exercises import backward, forward
from .slips import forward as forward_slips
from .slips import hidden_layers, output_layer, parameters
from .slips.slip import backward_with, forward_with


def enter(exercise, slip, with_slips):
    k = slip.layers[0]
    id, sentence, hint = slip.told(k)
    code = with_slips({(slip.place, k): slip.formula()})
    _, stopped, _ = slip.told(k, stopped=True)
    ENTRIES.append(Mistake(id, exercise, code, sentence, hint, stopped=stopped))


for one in forward_slips.SLIPS:
    enter("forward", one, forward_with)
for one in (*output_layer.SLIPS, *hidden_layers.SLIPS, *parameters.SLIPS):
    enter("backward", one, backward_with)


# forward(x, params)


@mistake(
    "forward",
    "forward-only-p",
    "The prediction is right, but it comes back alone: the cache is missing.",
    "`backward` needs the arrays of the way. Give back two things, p and a dictionary.",
)
def _(x, params):
    return forward(x, params)[0]


@mistake(
    "forward",
    "forward-overflow",
    "Right, except where z is large: there `np.exp` overflows, and infinity divided by infinity "
    "is no number.",
    "Use the `sigmoid` you have written: it is safe.",
)
def _(x, params):
    def unsafe(z):
        return np.exp(z) / (1 + np.exp(z))

    z1 = x @ params["W1"] + params["b1"]
    z2 = unsafe(z1) @ params["W2"] + params["b2"]
    z3 = unsafe(z2) @ params["W3"] + params["b3"]
    arrays = {"x": x, "z1": z1, "a1": unsafe(z1), "z2": z2, "a2": unsafe(z2), "z3": z3}
    return unsafe(z3), arrays | {"p": unsafe(z3)}


@mistake(
    "forward",
    "forward-cache-p",
    "The p that you give back is right, but the `p` in the cache is another array.",
    "The cache is made of the same arrays, each under its own name.",
)
def _(x, params):
    p, cache = forward(x, params)
    return p, cache | {"p": cache["z3"]}


@mistake(
    "forward",
    "forward-cache-incomplete",
    "The prediction is right, but not all arrays are in the cache.",
    "Compare the names in the cache with the lines of the pass.",
)
def _(x, params):
    p, cache = forward(x, params)
    return p, {name: cache[name] for name in ("x", "a1", "a2", "p")}


@mistake(
    "forward",
    "forward-prediction-wrong",
    "Only p comes back, without the cache, and the prediction is not right yet either.",
    "Return every array by its name: then it can be told where they begin to be wrong.",
)
def _(x, params):
    p, cache = forward(x, params)
    return 0.3 * p + 0.7 * sigmoid(cache["z3"] ** 2)


# backward(y, cache, params)


@mistake(
    "backward",
    "backward-cache-overwritten",
    "The cache itself was changed, and a later line still needed what stood there. Two names can "
    "point to one array.",
    "`s *= 2` writes into the array that s points to; `s = s * 2` makes a new one.",
)
def _(y, cache, params):
    slope = cache["a2"]
    a2 = slope
    slope *= 1 - slope
    dz3 = (cache["p"] - y) / len(y)
    dz2 = dz3 @ params["W3"].T * slope
    dz1 = dz2 @ params["W2"].T * cache["a1"] * (1 - cache["a1"])
    grads = {"dW3": a2.T @ dz3, "db3": dz3.sum(axis=0)}
    grads |= {"dW2": cache["a1"].T @ dz2, "db2": dz2.sum(axis=0)}
    return grads | {"dW1": cache["x"].T @ dz1, "db1": dz1.sum(axis=0)}


@mistake(
    "backward",
    "backward-names-without-d",
    "The gradient of `W1` is called `dW1`; your dictionary has the names without the d.",
    "For any array v, dv is the gradient of the loss with respect to it.",
)
def _(y, cache, params):
    return {name[1:]: dv for name, dv in backward(y, cache, params).items()}


@mistake(
    "backward",
    "backward-weights-and-biases-swapped",
    "The gradients are right, but those of weights and biases have changed places.",
    "Compare each name in your dictionary with the shape of its array.",
    shows=lambda case, answer: are_weights_and_biases_swapped(backward(*case.args), answer.values),
)
def _(y, cache, params):
    grads = backward(y, cache, params)
    return {other_kind(name): dv for name, dv in grads.items()}


def other_kind(name):
    """dW1 for db1, and the other way round."""
    return f"d{'W' if name[1] == 'b' else 'b'}{name[2]}"


def are_weights_and_biases_swapped(right, given):
    return given is not None and all(
        is_same(given[name].ravel(), right[other_kind(name)].ravel()) for name in right
    )


@mistake(
    "backward",
    "backward-layers-swapped",
    "The gradients are right, but they come back under the names of other layers.",
    "Compare each name in your dictionary with the shape of its array.",
)
def _(y, cache, params):
    grads = backward(y, cache, params)
    return {f"{name[:-1]}{4 - int(name[-1])}": dv for name, dv in grads.items()}


@mistake(
    "backward",
    "backward-stepped-in-place",
    "`params` is changed on the way: a step is taken inside, though only gradients are asked for.",
    "The step comes later, in a function of its own, and makes new parameters.",
)
def _(y, cache, params):
    grads = backward(y, cache, params)
    for name in params:
        params[name] -= 0.1 * grads[f"d{name}"]
    return grads


@mistake(
    "backward",
    "backward-divides-by-slope",
    "where a prediction is exactly 0 or 1 you divide 0 by 0. The short form of `dz3`, in which "
    "the slope has cancelled, never does.",
    note=True,
)
def _(y, cache, params):
    p = cache["p"]
    dp = (p - y) / (p * (1 - p)) / len(y)
    dz3 = dp * (p * (1 - p))
    return backward(y, cache | {"p": dz3 * len(y) + y}, params)


@mistake(
    "backward",
    "backward-db-flat",
    "Each `db` has lost its axis: with `keepdims=True` it keeps the shape of its b.",
    note=True,
    shows=is_relaid,
)
def _(y, cache, params):
    return {name: dv[0] if "b" in name else dv for name, dv in backward(y, cache, params).items()}


# relative_error(a, b)


def sizes(a, b):
    return np.abs(a) + np.abs(b)


def held(below):
    """What the difference is divided by."""
    return np.maximum(1e-8, below)


WITH_SIGNS = (
    lambda a, b: a + b,
    lambda a, b: np.abs(a) + b,
    lambda a, b: a + np.abs(b),
    lambda a, b: np.abs(a + b),
)
OTHER_FLOORS = (
    *(lambda size, k=k: np.maximum(10.0**-k, size) for k in (2, 3, 4, 5, 6, 9, 10, 12, 15, 16)),
    *(lambda size, k=k: size + 10.0**-k for k in (4, 5, 6, 7, 10, 12, 15, 16)),
)


@mistake(
    "relative_error",
    "error-signed",
    "The difference keeps its sign: where a is the smaller one, an error looks negative and slips "
    "through.",
    "Distances are never negative.",
    way=(
        *(lambda a, b, one=one: np.max((a - b) / held(one(a, b))) for one in WITH_SIGNS),
        lambda a, b: np.max(a - b) / held(np.max(sizes(a, b))),
        lambda a, b: np.max(a - b) / held(np.max(np.abs(a)) + np.max(np.abs(b))),
        lambda a, b: np.max(a - b) / held(sizes(a, b)),
    ),
)
def _(a, b, way=lambda a, b: np.max((a - b) / held(sizes(a, b)))):
    return way(a, b)


@mistake(
    "relative_error",
    "error-averaged",
    "You take the mean over the entries: one bad entry among a thousand disappears in it.",
    "Which entry should decide whether two gradients agree?",
)
def _(a, b):
    return np.mean(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-summed",
    "You add up the errors of all entries: a large array looks worse than a small one.",
    "Which entry should decide whether two gradients agree?",
)
def _(a, b):
    return np.sum(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-best-entry",
    "You let the best entry count. It should be the worst one.",
    "Which entry should decide whether two gradients agree?",
)
def _(a, b):
    return np.min(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-median",
    "You take the entry in the middle. It should be the worst one.",
    "Which entry should decide whether two gradients agree?",
)
def _(a, b):
    return np.median(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-missing",
    "Where both numbers are 0 you divide 0 by 0, and the result is nan, though they agree.",
    "What keeps the denominator from being 0?",
)
def _(a, b):
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-each-entry",
    "There is still one number for each entry: one for the whole array is asked for.",
    "Which entry should decide whether two gradients agree?",
)
def _(a, b):
    return np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))


@mistake(
    "relative_error",
    "error-not-in-proportion",
    "This is the absolute error: nothing is divided by the size of the numbers.",
    "A difference of 0.001 is nothing beside 50, and much beside 0.002.",
)
def _(a, b):
    return np.max(np.abs(a - b))


@mistake(
    "relative_error",
    "error-beside-a-alone",
    "You divide by the size of a alone. Both sizes belong under the bar, added up.",
    "Exchange a and b: the error should stay the same.",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a)))


@mistake(
    "relative_error",
    "error-beside-b-alone",
    "You divide by the size of b alone. Both sizes belong under the bar, added up.",
    "Exchange a and b: the error should stay the same.",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(b)))


@mistake(
    "relative_error",
    "error-beside-the-larger",
    "You divide by the larger one of the two sizes. They should be added up.",
    "How large is the result for 2 and −2?",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(b))))


@mistake(
    "relative_error",
    "error-beside-the-sum",
    "Under the bar a sign is still there: a and b of opposite signs cancel.",
    "Sizes are never negative.",
    below=WITH_SIGNS[1:3],
)
def _(a, b, below=WITH_SIGNS[0]):
    return np.max(np.abs(a - b) / held(below(a, b)))


@mistake(
    "relative_error",
    "error-beside-size-of-sum",
    "Under the bar a and b are added before their size is taken: with opposite signs they cancel.",
    "First the size of each, then the sum.",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a + b)))


@mistake(
    "relative_error",
    "error-sizes-compared",
    "You compare the sizes of a and b: a wrong sign cannot be seen any more.",
    "How large is the result for 2 and −2?",
)
def _(a, b):
    return np.max(np.abs(np.abs(a) - np.abs(b)) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-largest-by-each",
    "You look for the largest difference alone, and divide it by every sum of sizes.",
    "First divide, entry by entry, and only then look for the worst: where does its bracket close?",
)
def _(a, b):
    return np.max(np.abs(a - b)) / held(sizes(a, b))


@mistake(
    "relative_error",
    "error-largest-by-largest",
    "You divide the largest difference by the largest sum: these may belong to two entries.",
    "First divide, entry by entry, and only then look for the worst.",
    hold=(lambda size: size + 1e-8,),
)
def _(a, b, hold=held):
    return np.max(np.abs(a - b)) / hold(np.max(sizes(a, b)))


@mistake(
    "relative_error",
    "error-largest-by-sizes",
    "You divide the largest difference by the largest a and the largest b: these may belong to "
    "three entries.",
    "First divide, entry by entry, and only then look for the worst.",
)
def _(a, b):
    return np.max(np.abs(a - b)) / np.maximum(1e-8, np.max(np.abs(a)) + np.max(np.abs(b)))


@mistake(
    "relative_error",
    "error-of-lengths",
    "You compare the lengths of the whole arrays, as `check_gradients` does. Here each entry "
    "counts on its own.",
    "First divide, entry by entry, and only then look for the worst.",
)
def _(a, b):
    sizes = np.linalg.norm(a) + np.linalg.norm(b)
    return np.linalg.norm(np.asarray(a) - b) / np.maximum(1e-8, sizes)


@mistake(
    "relative_error",
    "error-sums-divided",
    "You divide the sum of all differences by the sum of all sizes: small entries drown in it.",
    "First divide, entry by entry, and only then look for the worst.",
)
def _(a, b):
    return np.sum(np.abs(a - b)) / np.maximum(1e-8, np.sum(np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-squared-entries",
    "The differences are squared, but what they are divided by is not.",
    "The size of a difference is not its square.",
)
def _(a, b):
    return np.max((a - b) ** 2 / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-too-high",
    "The floor of the denominator is far too high, so small numbers are not seen in proportion.",
    "How small may the denominator get before it is held?",
    floor=(0.1, 1e8, 1e7, 1e-8 + 1),
)
def _(a, b, floor=1.0):
    return np.max(np.abs(a - b) / np.maximum(floor, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-ten-times-too-high",
    "Right, except for tiny numbers: the floor is another one (10e-8 is 1e-7).",
    "Count: 10e-3 is 0.010, and 1e-3 is 0.001.",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.maximum(10e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-other-floor",
    "Right, except for tiny numbers: the floor is not the one that is asked for.",
    "How small may the denominator get before it is held?",
    below=OTHER_FLOORS[1:],
)
def _(a, b, below=OTHER_FLOORS[0]):
    return np.max(np.abs(a - b) / below(np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-smaller-of-two",
    "You take the smaller one of 1e-8 and the sizes. The denominator should be no less than 1e-8.",
    "Which of the two counts for large numbers?",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.minimum(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-as-axis",
    "`np.max` looks for the largest number of one array; its second argument is an axis.",
    "Another function of NumPy compares two things entry by entry.",
)
def _(a, b):
    return np.max(np.abs(a - b) / np.max(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-of-python",
    "Python's own `max` cannot choose entry by entry between a number and an array.",
    "NumPy has a function that compares two things entry by entry.",
)
def _(a, b):
    return np.max(np.abs(a - b) / max(1e-8, np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-floor-added",
    "1e-8 is added to the sizes, not held against them: for tiny numbers the result is a little "
    "smaller than ours.",
    note=True,
)
def _(a, b):
    return np.max(np.abs(a - b) / (1e-8 + np.abs(a) + np.abs(b)))


@mistake(
    "relative_error",
    "error-as-array",
    "Your result is an array with one entry; a relative error is a single number.",
    note=True,
    shows=is_relaid,
)
def _(a, b):
    return np.max(np.abs(a - b) / held(sizes(a, b)), keepdims=True)
