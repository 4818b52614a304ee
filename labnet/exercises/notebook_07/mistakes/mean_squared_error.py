"""Mistakes in `mean_squared_error` and its gradient, of notebook 07."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.reading import is_relaid
from ...notebook_01.exercises import sigmoid_slope
from ...notebook_02.exercises import cross_entropy

# mean_squared_error(p, y)


wrong, weak = rows_of("mean_squared_error")


wrong("squared-error-every-with-every", lambda p, y: np.mean((p - y.ravel()) ** 2)).says(
    "You subtract every label from every prediction: n times n differences.",
    "A shape (n, 1) beside a shape (n,) makes NumPy fill a whole (n, n) table.",
)


wrong("squared-error-absolute", lambda p, y: np.mean(np.abs(p - y))).says(
    "That is the mean absolute error: the errors are not squared.",
    "What turns an error of 3 into 9?",
)


wrong("squared-error-root", lambda p, y: np.sqrt(np.mean((p - y) ** 2))).says(
    "You took the root at the end: a handy unit, but another loss.", "Which step is one too many?"
)


wrong("squared-error-not-squared", lambda p, y: np.mean(p - y)).says(
    "The errors are not squared, so those above and those below cancel.",
    "Can your loss be 0 though no prediction is right?",
)


wrong("squared-error-mean-first", lambda p, y: np.mean(p - y) ** 2).says(
    "You take the mean first, and then the square: errors above and below cancel before.",
    "Which comes first, the square or the mean?",
)


wrong("squared-error-sum-first", lambda p, y: np.sum(p - y) ** 2).says(
    "You sum the errors first, and then square: those above and below cancel before.",
    "Which comes first, the square or the sum?",
)


wrong("squared-error-sum-first-averaged", lambda p, y: np.sum(p - y) ** 2 / len(p)).says(
    "You sum the errors, square the sum, and divide by n: errors above and below cancel before.",
    "Which comes first, the square or the sum?",
)


wrong("squared-error-plus", lambda p, y: np.mean((p + y) ** 2)).says(
    "You add prediction and label. A perfect prediction should cost nothing.",
    "What measures how far the two are apart?",
)


wrong("squared-error-squares-first", lambda p, y: np.mean(p**2 - y**2)).says(
    "You square prediction and label first, and subtract then: (p − y)² is not p² − y².",
    "Try p = 0.5 and y = 1: the error is 0.5.",
)


wrong("squared-error-variance", lambda p, y: np.var(p - y)).says(
    "This is the variance: the mean error has been subtracted before squaring.",
    "If every prediction is too large by 1, the loss should be 1.",
)


wrong("squared-error-length", lambda p, y: np.linalg.norm(p - y)).says(
    "This is the length of the vector of errors: the root of a sum.",
    "The mean of the squares is wanted, without a root.",
)


wrong(
    "squared-error-one-squared",
    lambda p, y, labels=False: np.mean(p - y**2) if labels else np.mean(p**2 - y),
    labels=(True,),
).says(
    "Only one of the two is squared: p, or y, instead of the error.",
    "Which part of the line should the exponent act on?",
)


wrong("squared-error-expanded", lambda p, y: np.mean(p**2 - 2 * p * y)).says(
    "You have multiplied the square out, and lost a term.", "(p − y)² has three terms."
)


wrong("squared-error-relative", lambda p, y: np.mean((p / y) ** 2)).says(
    "You divide by the label: where it is 0, the result is infinite.",
    "The error is a difference, not a ratio.",
)


wrong("squared-error-is-cross-entropy", cross_entropy).says(
    "This is the cross-entropy, the loss of the notebooks before.",
    "Here every error is squared, whatever the class is.",
)


wrong("squared-error-class-one-only", lambda p, y: np.mean(y * (p - y) ** 2)).says(
    "Only the examples with label 1 are counted.",
    "What should a prediction of 0.9 cost where the label is 0?",
)


wrong(
    "squared-error-decided",
    lambda p, y, decided=lambda p: p > 0.5: np.mean((decided(p) - y) ** 2),
    decided=(np.round,),
).says(
    "You square the error of the decision, 0 or 1, instead of that of p.",
    "A prediction of 0.6 should cost something, even if the decision is right.",
)


wrong("squared-error-doubled", lambda p, y: np.mean((p - y) * 2)).says(
    "In Python `*` doubles: the error is multiplied by 2, where it should be squared.",
    "How is a power written?",
)


weak("squared-error-as-array", lambda p, y: np.mean((p - y) ** 2, axis=0), shows=is_relaid).says(
    "Your loss is an array with one entry; a loss is a single number."
)


# mean_squared_error_gradient(p, y)


wrong, weak = rows_of("mean_squared_error_gradient")


wrong("squared-error-slope-bare-turned", lambda p, y: y - p).says(
    "The sign is wrong, and two constants are missing: one from the square, one from the mean.",
    "Differentiate the loss with pen and paper, and keep every factor.",
)


wrong("squared-error-slope-with-sigmoid", lambda p, y: 2 * (p - y) * p * (1 - p) / len(p)).says(
    "You went on to z: the slope of the sigmoid is in it already. Asked for is dL/dp.",
    "How far back should this function go?",
)


wrong("squared-error-slope-label-lost", lambda p, y: 2 * p / len(p)).says(
    "The label is gone: you have differentiated p², not the square of the error.",
    "If p is right, how large should the slope be?",
)


wrong("squared-error-slope-plus", lambda p, y: 2 * (p + y) / len(p)).says(
    "You add prediction and label. Where p is right the slope should be 0.",
    "What is inside the square?",
)


wrong("squared-error-slope-is-loss", lambda p, y: (p - y) ** 2 / len(p)).says(
    "These are the terms of the loss itself, not their slopes.",
    "Can your numbers be negative? Should they?",
)


wrong("squared-error-slope-sign-only", lambda p, y: np.sign(p - y) / len(p)).says(
    "You give the sign of each error alone: that is the slope of the absolute error.",
    "A larger error should pull harder.",
)


wrong(
    "squared-error-slope-of-root", lambda p, y: (p - y) / np.sqrt(np.mean((p - y) ** 2)) / len(p)
).says(
    "This is the slope of the root of the mean: another loss.",
    "Is there a root in `mean_squared_error`?",
)


wrong("squared-error-slope-averaged", lambda p, y: np.mean(2 * (p - y))).says(
    "You give one number: the mean over all examples. Each p has a slope of its own.",
    "A gradient has the shape of its array.",
)


wrong("squared-error-slope-mean-for-all", lambda p, y: 2 * np.mean(p - y) * np.ones_like(p)).says(
    "Every example gets the same number, made from the mean error.",
    "Each p has its own error, and so its own slope.",
)


wrong(
    "squared-error-slope-brackets",
    lambda p, y, divided=True: 2 * p - y / len(p) if divided else 2 * p - y,
    divided=(False,),
).says(
    "The factors act on one of the two only: the difference needs brackets.",
    "Which part of the line should be multiplied, and which divided?",
)


wrong("squared-error-slope-upside-down", lambda p, y: 2 / (p - y) / len(p)).says(
    "You divide by the error: the better a prediction, the harder you pull at it.",
    "If p is right, how large should the slope be?",
)


wrong("squared-error-slope-of-cube", lambda p, y: 3 * (p - y) ** 2 / len(p)).says(
    "This is the slope of the error cubed.", "Which power is in the loss?"
)


wrong("squared-error-slope-of-length", lambda p, y: (p - y) / np.linalg.norm(p - y)).says(
    "You divide by the length of all errors: every gradient is equally long then.",
    "Is there a root in `mean_squared_error`?",
)


wrong("squared-error-slope-squares-first", lambda p, y: 2 * (p**2 - y**2) / len(p)).says(
    "You subtract the squares of p and y. The error itself should be in it.",
    "Differentiate (p − y)² as a chain: the outer function first.",
)


wrong(
    "squared-error-slope-sigmoid-of-p", lambda p, y: 2 * (p - y) * sigmoid_slope(p) / len(p)
).says(
    "There is the slope of a sigmoid in it, taken at p, which is an output already. Asked for is "
    "dL/dp: no sigmoid lies between.",
    "How far back should this function go?",
)


wrong("squared-error-slope-sizes", lambda p, y: 2 * np.abs(p - y)).says(
    "You give the sizes without their signs, and the 1/n of the mean is missing.",
    "Where p is too large, should it grow or shrink? The sign tells.",
)


wrong("squared-error-slope-of-cross-entropy", lambda p, y: (p - y) / (p * (1 - p))).says(
    "This is the slope of the cross-entropy, without its 1/n.",
    "Another loss has another slope: differentiate the square.",
)
