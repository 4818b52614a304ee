"""Mistakes in `linear_forward` of notebook 02."""

import numpy as np

from ...engine.catalogue import rows_of
from ...notebook_01.exercises import sigmoid
from ..exercises import linear_forward

wrong, weak = rows_of("linear_forward")


wrong("linear-without-bias", lambda x, W, b: x @ W).says(
    "The bias does not show in your result.", "What should come out for x = 0?"
)


wrong("linear-factors-exchanged", lambda x, W, b: W @ x + b).says(
    "The two factors of your product have changed places.",
    "The inner sizes must meet: (n, n_in) and (n_in, n_out). Which one comes first?",
)


wrong("linear-entry-by-entry", lambda x, W, b: x * W + b).says(
    "You multiply entry by entry. Each unit should mix all inputs of its row.",
    "`*` and `@` are two different products.",
)


ACTIVATIONS = np.tanh, lambda z: np.maximum(z, 0), lambda z: sigmoid(-z), np.exp


def activated(x, W, b, f=sigmoid):
    return f(linear_forward(x, W, b))


wrong("linear-activated", activated, f=ACTIVATIONS).says(
    "You went one step too far: this function is the weighted sum alone, the activation is a step "
    "of its own.",
    "Can your result be above 1, or below 0?",
)


wrong("linear-activated-before-bias", lambda x, W, b: sigmoid(x @ W) + b).says(
    "An activation is in it, and even before the bias comes in. This function is the weighted sum "
    "alone.",
    "The activation is a step of its own.",
)


wrong("linear-input-activated", lambda x, W, b: linear_forward(sigmoid(x), W, b)).says(
    "You send x through the sigmoid first. Here x comes as it is.",
    "The activation is a step of its own, in the layer before.",
)


wrong("linear-bias-subtracted", lambda x, W, b: x @ W - b).says(
    "The bias comes in with the wrong sign.", "What should come out for x = 0?"
)


wrong("linear-bias-multiplied", lambda x, W, b: (x @ W) * b).says(
    "You multiply by the bias.", "What should come out for x = 0?"
)


wrong("linear-bias-into-weights", lambda x, W, b: x @ (W + b)).says(
    "You add the bias to the weights, so that it is multiplied by the inputs too.",
    "What should come out for x = 0?",
)


wrong("linear-bias-to-inputs", lambda x, W, b: (x + b) @ W).says(
    "You add the bias to the inputs, before the weights. It belongs to the units.",
    "b has one number for each unit: where in z = … is there one for each?",
)


wrong("linear-bias-at-every-example", lambda x, W, b: x @ W + len(x) * b).says(
    "The bias is multiplied by the number of examples. Each row of the result gets it once.",
    "What should come out for x = 0?",
)


wrong("linear-sum-of-all", lambda x, W, b: np.sum(x @ W) + b).says(
    "You add up everything, over examples and units too. Only the inputs of one row are summed.",
    "The result has a row for each example and a column for each unit.",
)


wrong("linear-bias-at-every-input", lambda x, W, b: x @ W + x.shape[1] * b).says(
    "The bias is added once for each input. A unit has one bias, whatever the number of inputs.",
    "Where does the loop over the inputs end?",
)


def one_bias_for_all(x, W, b, one=lambda b: b[0, 0]):
    return x @ W + one(b)


wrong("linear-one-bias-for-all", one_bias_for_all, one=(lambda b: b[0, -1], np.sum, np.mean)).says(
    "All units get the same bias.", "b is a row, with one number for each unit."
)


wrong("linear-bias-as-column", lambda x, W, b: x @ W + b.T).says(
    "You have stood the bias up as a column, so its numbers go down the examples.",
    "Each column of the result belongs to a unit, and so does each number of b.",
)


wrong("linear-bias-appended", lambda x, W, b: np.vstack([x @ W, b])).says(
    "The bias is attached to the result instead of added to it.",
    "What should come out for x = 0, and in which shape?",
)


wrong("linear-input-transposed", lambda x, W, b: x.T @ W + b).says(
    "x is transposed. It has a row for each example already.",
    "A row of x meets a column of W: is there anything to be turned?",
)


wrong("linear-examples-as-columns", lambda x, W, b: W.T @ x.T + b).says(
    "You compute with examples as columns. In this course a row is an example.",
    "Which size should the result have downwards, and which across?",
)


wrong("linear-one-example", lambda x, W, b, row=0: x[row] @ W + b, row=(-1,)).says(
    "Only one of the examples is in the result.", "There should be a row for each row of x."
)


wrong("linear-input-left-out", lambda x, W, b, i=-1: x @ W - x[:, [i]] @ W[[i]] + b, i=(0,)).says(
    "One of the inputs does not count.",
    "In a loop: which numbers does `range` give, and which does it not?",
)


wrong("linear-one-input", lambda x, W, b, i=-1: x[:, [i]] @ W[[i]] + b, i=(0,)).says(
    "Only one of the inputs counts: what the others bring is overwritten, or never reached.",
    "In a loop: what happens to the sum in each round?",
)


wrong("linear-averaged", lambda x, W, b: x @ W / x.shape[1] + b).says(
    "You take the mean over the inputs. A unit adds them up.",
    "By how much is the result too small, apart from the bias?",
)
