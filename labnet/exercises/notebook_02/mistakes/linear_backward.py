"""Mistakes in `linear_backward` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ...notebook_01.exercises import sigmoid_slope
from ..exercises import linear_backward

ORDERS = (0, 2, 1), (1, 2, 0), (2, 0, 1), (2, 1, 0)

wrong, weak = rows_of("linear_backward")


def but(**formulas):
    """The backward pass, but with other formulas, of dz, x and W, for some of the gradients."""

    def backward(dz, x, W, **settings):
        grads = dict(zip(("dx", "dW", "db"), linear_backward(dz, x, W), strict=True))
        for name, formula in formulas.items():
            grads[name] = formula(dz, x, W, **settings)
        return tuple(grads.values())

    return backward


def reordered(values, order):
    return tuple(values[i] for i in order)


def sums_multiplied(dz, x, W, reduce=np.sum):
    return np.outer(reduce(x, axis=0), dz.sum(axis=0))


wrong("linear-backward-dw-sums-multiplied", but(dW=sums_multiplied), reduce=(np.mean,)).says(
    "Your `dW` multiplies two sums over the examples. Each example's own two numbers belong "
    "together: multiply first, then sum.",
    "Write one entry out for two examples.",
)


wrong("linear-backward-dw-entry-by-entry", but(dW=lambda dz, x, W: x * dz)).says(
    "For `dW` you multiply entry by entry.", "`dW` has the shape of W. Which index is summed over?"
)


wrong("linear-backward-dw-input-not-turned", but(dW=lambda dz, x, W: x @ dz)).says(
    "For `dW`, x stands in the product as it is, so its rows meet the columns of `dz`.",
    "The sum is over the examples: which side of x has to meet which side of `dz`?",
)


def results_swapped(dz, x, W, order=(1, 0, 2)):
    return reordered(linear_backward(dz, x, W), order)


wrong("linear-backward-results-swapped", results_swapped, order=ORDERS).says(
    "The three gradients are right, but they come back in another order.",
    "Compare the order with the text above the cell.",
)


def from_weights(dz, x, W, product=lambda dz, W: W.T @ dz):
    return product(dz, W)


wrong(
    "linear-backward-dw-from-weights",
    but(dW=from_weights),
    product=(
        lambda dz, W: W @ dz,
        lambda dz, W: dz @ W.T,
        lambda dz, W: dz @ W,
        lambda dz, W: dz.T @ W,
        lambda dz, W: W * dz,
        lambda dz, W: W,
    ),
).says("For `dW` you use W.", "What does a weight multiply on the way forward?")


wrong("linear-backward-dw-with-sigmoid-slope", but(dW=lambda dz, x, W: (x * (1 - x)).T @ dz)).says(
    "In your `dW` the inputs stand as x (1 − x): the slope of a sigmoid. Here is no sigmoid, only "
    "the weighted sum.",
    "What is the slope of z with respect to one weight?",
)


def wrong_axis(dz, x, W, kept=False, reduce=np.sum):
    return reduce(dz, axis=1, keepdims=kept)


wrong("linear-backward-db-wrong-axis", but(db=wrong_axis), kept=(True,), reduce=(np.mean,)).says(
    "Your `db` is summed over the units and keeps the examples. It is the other way round.",
    "`db` has the shape of b. Which axis counts the examples?",
)


def one_number(dz, x, W, shape=lambda W: (), reduce=np.sum):
    return np.full(shape(W), reduce(dz))


wrong(
    "linear-backward-db-one-number",
    but(db=one_number),
    shape=(lambda W: (1, 1), lambda W: W.shape[1]),
    reduce=(np.mean,),
).says(
    "Your `db` is summed over everything. Each unit has a bias, and a gradient, of its own.",
    "`db` has the shape of b: one axis stays.",
)


wrong(
    "linear-backward-db-other-summary",
    but(db=lambda dz, x, W, of=lambda dz: dz.max(axis=0): of(dz)),
    of=(
        lambda dz: dz.min(axis=0),
        lambda dz: dz.prod(axis=0),
        lambda dz: np.abs(dz).sum(axis=0),
        lambda dz: (dz**2).sum(axis=0),
        lambda dz: dz.cumsum(axis=0),
    ),
).says(
    "Your `db` is made of the right columns of `dz`, but it is not their sum.",
    "Every example adds its share to the bias, whatever its sign.",
)


def from_dW(dz, x, W, reduce=np.sum):
    return reduce(x.T @ dz, axis=0)


wrong("linear-backward-db-from-dw", but(db=from_dW), reduce=(np.mean,)).says(
    "Your `db` is made from `dW`, so the inputs are in it. A bias does not meet the inputs.",
    "Where does b occur in z, and with which factor?",
)


wrong("linear-backward-dx-weights-not-turned", but(dx=lambda dz, x, W: dz @ W)).says(
    "For `dx`, W stands in the product as it does in the forward pass. Going back, the weights are "
    "crossed in the other direction; where W is square NumPy cannot notice.",
    "Write the shapes of `dz` and W down, and the one that `dx` should have.",
    stopped="For `dx`, W stands in the product as it does in the forward pass. In this check W is "
    "not square, so NumPy stops; with a square one it would not notice.",
)


def with_slope(dz, x, W, slope=lambda x: x * (1 - x)):
    return dz @ W.T * slope(x)


wrong(
    "linear-backward-dx-with-slope",
    but(dx=with_slope),
    slope=(sigmoid_slope, lambda x: 1 - x**2, lambda x: x > 0),
).says(
    "Your `dx` has the slope of an activation in it. Here the weighted sum stands alone; that "
    "factor comes in a step of its own, and would be counted twice.",
    "What is the slope of z with respect to one input?",
)


def undone(dz, x, W, inverse=np.linalg.pinv):
    return dz @ inverse(W)


wrong("linear-backward-dx-undone", but(dx=undone), inverse=(np.linalg.inv,)).says(
    "For `dx` you invert W. Going back does not undo the product; it follows each path once more.",
    "By how much does z change if one input does?",
)


wrong("linear-backward-dw-undone", but(dW=lambda dz, x, W: np.linalg.pinv(x) @ dz)).says(
    "For `dW` you invert x. Going back does not undo the product; each example adds its share.",
    "By how much does z change if one weight does?",
)


wrong("linear-backward-dw-dz-squared", but(dW=lambda dz, x, W: x.T @ dz**2)).says(
    "In your `dW` the square of `dz` has come in.", "Each link of the chain is multiplied in once."
)


def arguments_exchanged(dz, x, W, order=(1, 0, 2)):
    return linear_backward(*reordered((dz, x, W), order))


wrong("linear-backward-arguments-exchanged", arguments_exchanged, order=ORDERS).says(
    "Right formulas, but the arguments have changed places: `dz` comes first, then x, then W.",
    "Compare the first line of your function with the exercise.",
)


wrong("linear-backward-dx-entry-by-entry", but(dx=lambda dz, x, W: dz * W)).says(
    "For `dx` you multiply entry by entry.", "`dx` has the shape of x. Which index is summed over?"
)


wrong("linear-backward-dx-without-weights", but(dx=lambda dz, x, W: dz)).says(
    "For `dx` you pass `dz` on as it is. On its way back to the inputs it crosses the weights.",
    "By how much does z change if one input does?",
)


def one_unit(dz, x, W, unit=-1):
    return np.outer(dz[:, unit], W[:, unit])


wrong("linear-backward-dx-one-unit", but(dx=one_unit), unit=(0,)).says(
    "In your `dx` only one unit has a say. An input feeds all units of the layer.",
    "What arrives on several paths is added. In a loop: what happens to the sum in each round?",
)


def updated(dz, x, W, lr=1.0):
    return W - lr * x.T @ dz


wrong("linear-backward-weights-updated", but(dW=updated), lr=(0.1, 0.01)).says(
    "You return changed weights. This function gives the gradient; the step comes later.",
    "`dW` says how the loss changes with W: it is no new W.",
)


weak("linear-backward-db-flat", but(db=lambda dz, x, W: dz.sum(axis=0)), shows=is_relaid).says(
    "`db` has lost its axis: with `keepdims=True` it keeps the shape of b."
)
