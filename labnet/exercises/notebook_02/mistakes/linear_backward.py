"""Mistakes in `linear_backward` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ...notebook_01.exercises import sigmoid
from ..exercises import (
    linear_backward,
)

# linear_backward(dz, x, W)


wrong, weak = rows_of("linear_backward")


def backward_dw_averaged(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW / len(x), db


wrong("linear-backward-dw-averaged", backward_dw_averaged).says(
    "Your `dW` is divided by n once more. That factor came in with the loss, and `dz` has it "
    "already.",
    "Should this line sum over the examples, or average?",
)


def backward_parameters_averaged(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW / len(x), db / len(x)


wrong("linear-backward-parameters-averaged", backward_parameters_averaged).says(
    "Your `dW` and `db` are both divided by n once more. That factor came in with the loss, and "
    "`dz` has it already.",
    "Should these lines sum over the examples, or average?",
)


wrong("linear-backward-all-averaged", lambda dz, x, W: linear_backward(dz / len(x), x, W)).says(
    "All three gradients are divided by n once more. That factor came in with the loss, and `dz` "
    "has it already.",
    "Where does 1/n live, and who inherits it?",
)


def backward_db_averaged(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW, db / len(x)


wrong("linear-backward-db-averaged", backward_db_averaged).says(
    "Your `db` is the mean over the examples. The 1/n came in with the loss, and `dz` has it "
    "already.",
    "Every example adds its share to the bias.",
)


def backward_dx_averaged(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx / len(x), dW, db


wrong("linear-backward-dx-averaged", backward_dx_averaged).says(
    "Your `dx` is divided by n. `dz` has that factor already, and each row of `dx` belongs to one "
    "example only.",
    "Over what does this line sum: the examples or the units?",
)


def backward_dw_not_summed(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x[:, :, None] * dz[:, None, :], db


wrong("linear-backward-dw-not-summed", backward_dw_not_summed).says(
    "Your `dW` is a whole stack: one matrix for each example. They wait to be summed.",
    "`dW` has the shape of W.",
)


def backward_dw_one_example(dz, x, W, row=-1):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.outer(x[row], dz[row]), db


wrong("linear-backward-dw-one-example", backward_dw_one_example, row=(0,)).says(
    "Your `dW` hears of one example only; the others are lost.",
    "In a loop: what happens to the sum in each round?",
)


def backward_dw_sums_multiplied(dz, x, W, averaged=False):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.outer((np.mean if averaged else np.sum)(x, axis=0), db), db


wrong("linear-backward-dw-sums-multiplied", backward_dw_sums_multiplied, averaged=(True,)).says(
    "Your `dW` multiplies two sums over the examples. Each example's own two numbers belong "
    "together: multiply first, then sum.",
    "Write one entry out for two examples.",
)


def backward_dw_entry_by_entry(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x * dz, db


wrong("linear-backward-dw-entry-by-entry", backward_dw_entry_by_entry).says(
    "For `dW` you multiply entry by entry.", "`dW` has the shape of W. Which index is summed over?"
)


def backward_dw_input_not_turned(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x @ dz, db


wrong("linear-backward-dw-input-not-turned", backward_dw_input_not_turned).says(
    "For `dW`, x stands in the product as it is, so its rows meet the columns of `dz`.",
    "The sum is over the examples: which side of x has to meet which side of `dz`?",
)


def backward_results_swapped(dz, x, W, order=(1, 0, 2)):
    grads = linear_backward(dz, x, W)
    return tuple(grads[i] for i in order)


wrong(
    "linear-backward-results-swapped",
    backward_results_swapped,
    order=((0, 2, 1), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
).says(
    "The three gradients are right, but they come back in another order.",
    "Compare the order with the text above the cell.",
)


def backward_dw_from_weights(dz, x, W, product=lambda dz, W: W.mT @ dz):
    dx, _, db = linear_backward(dz, x, W)
    return dx, product(dz, W), db


wrong(
    "linear-backward-dw-from-weights",
    backward_dw_from_weights,
    product=(
        lambda dz, W: W @ dz,
        lambda dz, W: dz @ W.mT,
        lambda dz, W: dz @ W,
        lambda dz, W: dz.mT @ W,
        lambda dz, W: W * dz,
    ),
).says("For `dW` you use W.", "What does a weight multiply on the way forward?")


def backward_dw_transposed(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, dW.T, db


wrong("linear-backward-dw-transposed", backward_dw_transposed).says(
    "Your `dW` has a row for each unit and a column for each input. It is the right one, turned "
    "around.",
    "`dW` has the shape of W. Which of the two factors comes first?",
)


def backward_dw_without_dz(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x.T @ np.ones(dz.shape), db


wrong("linear-backward-dw-without-dz", backward_dw_without_dz).says(
    "Your `dW` does not depend on `dz`: it is the slope of z alone. What came back from the loss "
    "is still missing.",
    "Each link multiplies what has come so far.",
)


def backward_dw_without_x(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.ones(x.shape).T @ dz, db


wrong("linear-backward-dw-without-x", backward_dw_without_x).says(
    "Your `dW` does not depend on x. A weight is multiplied by its input, so that is its slope.",
    "Notice the exchange: the weight gets the input as its factor, the input gets the weight.",
)


def backward_dw_with_sigmoid_slope(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, (x * (1 - x)).T @ dz, db


wrong("linear-backward-dw-with-sigmoid-slope", backward_dw_with_sigmoid_slope).says(
    "In your `dW` the inputs stand as x (1 − x): the slope of a sigmoid. Here is no sigmoid, only "
    "the weighted sum.",
    "What is the slope of z with respect to one weight?",
)


def backward_db_not_summed(dz, x, W):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz


wrong("linear-backward-db-not-summed", backward_db_not_summed).says(
    "Your `db` has one row per example: it still waits to be summed.",
    "There is one bias for each unit, and every example uses it.",
)


def backward_db_wrong_axis(dz, x, W, kept=False, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, reduce(dz, axis=1, keepdims=kept)


wrong(
    "linear-backward-db-wrong-axis", backward_db_wrong_axis, kept=(True,), reduce=(np.mean,)
).says(
    "Your `db` is summed over the units and keeps the examples. It is the other way round.",
    "`db` has the shape of b. Which axis counts the examples?",
)


def backward_db_one_number(dz, x, W, shape=lambda total, W: total, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, shape(reduce(dz), W)


wrong(
    "linear-backward-db-one-number",
    backward_db_one_number,
    shape=(lambda total, W: np.full((1, 1), total), lambda total, W: np.full(W.shape[1], total)),
    reduce=(np.mean,),
).says(
    "Your `db` is summed over everything. Each unit has a bias, and a gradient, of its own.",
    "`db` has the shape of b: one axis stays.",
)


def backward_db_other_summary(dz, x, W, summary=lambda dz: dz.max(axis=0)):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, summary(dz)


wrong(
    "linear-backward-db-other-summary",
    backward_db_other_summary,
    summary=(
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


def backward_db_one_example(dz, x, W, row=-1):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz[row]


wrong("linear-backward-db-one-example", backward_db_one_example, row=(0,)).says(
    "Your `db` hears of one example only; the others are lost.",
    "In a loop: what happens to the sum in each round?",
)


def backward_db_without_dz(dz, x, W, count=lambda x: 1):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, np.full(W.shape[1], count(x))


wrong("linear-backward-db-without-dz", backward_db_without_dz, count=(len,)).says(
    "Your `db` does not depend on `dz`. The slope of z with respect to b is 1, but it still has to "
    "be multiplied by what came back from the loss.",
    "Each link multiplies what has come so far.",
)


def backward_db_from_dw(dz, x, W, reduce=np.sum):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, reduce(dW, axis=0)


wrong("linear-backward-db-from-dw", backward_db_from_dw, reduce=(np.mean,)).says(
    "Your `db` is made from `dW`, so the inputs are in it. A bias does not meet the inputs.",
    "Where does b occur in z, and with which factor?",
)


def backward_dx_weights_not_turned(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz @ W, dW, db


wrong(
    "linear-backward-dx-weights-not-turned",
    backward_dx_weights_not_turned,
).says(
    "For `dx`, W stands in the product as it does in the forward pass. Going back, the weights are "
    "crossed in the other direction; where W is square NumPy cannot notice.",
    "Write the shapes of `dz` and W down, and the one that `dx` should have.",
    stopped="For `dx`, W stands in the product as it does in the forward pass. In this check W is "
    "not square, so NumPy stops; with a square one it would not notice.",
)


def backward_dx_transposed(dz, x, W):
    dx, dW, db = linear_backward(dz, x, W)
    return dx.T, dW, db


wrong("linear-backward-dx-transposed", backward_dx_transposed).says(
    "Your `dx` has a column for each example. It is the right one, turned around.",
    "`dx` has the shape of x. Which of the two factors comes first?",
)


def backward_dx_with_slope(dz, x, W, slope=lambda x: x * (1 - x)):
    dx, dW, db = linear_backward(dz, x, W)
    return dx * slope(x), dW, db


wrong(
    "linear-backward-dx-with-slope",
    backward_dx_with_slope,
    slope=(lambda x: sigmoid(x) * (1 - sigmoid(x)), lambda x: 1 - x**2, lambda x: x > 0),
).says(
    "Your `dx` has the slope of an activation in it. Here the weighted sum stands alone; that "
    "factor comes in a step of its own, and would be counted twice.",
    "What is the slope of z with respect to one input?",
)


def backward_dx_undone(dz, x, W, inverse=np.linalg.pinv):
    _, dW, db = linear_backward(dz, x, W)
    return dz @ inverse(W), dW, db


wrong("linear-backward-dx-undone", backward_dx_undone, inverse=(np.linalg.inv,)).says(
    "For `dx` you invert W. Going back does not undo the product; it follows each path once more.",
    "By how much does z change if one input does?",
)


def backward_dw_undone(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, np.linalg.pinv(x) @ dz, db


wrong("linear-backward-dw-undone", backward_dw_undone).says(
    "For `dW` you invert x. Going back does not undo the product; each example adds its share.",
    "By how much does z change if one weight does?",
)


def backward_dw_dz_squared(dz, x, W):
    dx, _, db = linear_backward(dz, x, W)
    return dx, x.T @ dz**2, db


wrong("linear-backward-dw-dz-squared", backward_dw_dz_squared).says(
    "In your `dW` the square of `dz` has come in.", "Each link of the chain is multiplied in once."
)


def backward_arguments_exchanged(dz, x, W, order=(1, 0, 2)):
    args = dz, x, W
    return linear_backward(*(args[i] for i in order))


wrong(
    "linear-backward-arguments-exchanged",
    backward_arguments_exchanged,
    order=((0, 2, 1), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
).says(
    "Right formulas, but the arguments have changed places: `dz` comes first, then x, then W.",
    "Compare the first line of your function with the exercise.",
)


def backward_dx_entry_by_entry(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz * W, dW, db


wrong("linear-backward-dx-entry-by-entry", backward_dx_entry_by_entry).says(
    "For `dx` you multiply entry by entry.", "`dx` has the shape of x. Which index is summed over?"
)


def backward_dx_without_dz(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return np.ones(dz.shape) @ W.T, dW, db


wrong("linear-backward-dx-without-dz", backward_dx_without_dz).says(
    "Your `dx` does not depend on `dz`: it holds the weights alone. What came back from the loss "
    "is still missing.",
    "Each link multiplies what has come so far.",
)


def backward_dx_without_weights(dz, x, W):
    _, dW, db = linear_backward(dz, x, W)
    return dz, dW, db


wrong("linear-backward-dx-without-weights", backward_dx_without_weights).says(
    "For `dx` you pass `dz` on as it is. On its way back to the inputs it crosses the weights.",
    "By how much does z change if one input does?",
)


def backward_dx_one_unit(dz, x, W, unit=-1):
    _, dW, db = linear_backward(dz, x, W)
    return dz[:, [unit]] @ W[:, [unit]].T, dW, db


wrong("linear-backward-dx-one-unit", backward_dx_one_unit, unit=(0,)).says(
    "In your `dx` only one unit has a say. An input feeds all units of the layer.",
    "What arrives on several paths is added. In a loop: what happens to the sum in each round?",
)


def backward_dx_summed(dz, x, W, kept=False):
    dx, dW, db = linear_backward(dz, x, W)
    return dx.sum(axis=0, keepdims=kept), dW, db


wrong("linear-backward-dx-summed", backward_dx_summed, kept=(True,)).says(
    "Your `dx` is summed over the examples. Each example has inputs of its own.",
    "`dx` has the shape of x.",
)


def backward_weights_updated(dz, x, W, lr=1.0):
    dx, dW, db = linear_backward(dz, x, W)
    return dx, W - lr * dW, db


wrong("linear-backward-weights-updated", backward_weights_updated, lr=(0.1, 0.01)).says(
    "You return changed weights. This function gives the gradient; the step comes later.",
    "`dW` says how the loss changes with W: it is no new W.",
)


def backward_db_flat(dz, x, W):
    dx, dW, _ = linear_backward(dz, x, W)
    return dx, dW, dz.sum(axis=0)


weak("linear-backward-db-flat", backward_db_flat, shows=is_relaid).says(
    "`db` has lost its axis: with `keepdims=True` it keeps the shape of b."
)
