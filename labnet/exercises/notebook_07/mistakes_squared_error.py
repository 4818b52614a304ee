"""The mistakes in the squared error and its slope, of notebook 07. See ..catalogue."""

import numpy as np

from ..engine.catalogue import mistake
from ..engine.reading import is_relaid

# mean_squared_error(p, y)


@mistake(
    "mean_squared_error",
    "squared-error-every-with-every",
    "You subtract every label from every prediction: n times n differences.",
    "A shape (n, 1) beside a shape (n,) makes NumPy fill a whole (n, n) table.",
)
def _(p, y):
    return np.mean((p - y.ravel()) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-absolute",
    "That is the mean absolute error: the errors are not squared.",
    "What turns an error of 3 into 9?",
)
def _(p, y):
    return np.mean(np.abs(p - y))


@mistake(
    "mean_squared_error",
    "squared-error-root",
    "You took the root at the end: a handy unit, but another loss.",
    "Which step is one too many?",
)
def _(p, y):
    return np.sqrt(np.mean((p - y) ** 2))


@mistake(
    "mean_squared_error",
    "squared-error-summed",
    "You give the sum of the squares. It grows with the number of examples.",
    "The loss is a mean.",
)
def _(p, y):
    return np.sum((p - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-half",
    "Your loss is half as large: some books put a factor 1/2 in front, this course does not.",
    "What should an error of 3 alone cost?",
)
def _(p, y):
    return np.mean((p - y) ** 2) / 2


@mistake(
    "mean_squared_error",
    "squared-error-half-sum",
    "This is half the sum of the squares. The course takes the mean, without a factor 1/2.",
    "What becomes of your loss if every example is there twice?",
)
def _(p, y):
    return np.sum((p - y) ** 2) / 2


@mistake(
    "mean_squared_error",
    "squared-error-not-squared",
    "The errors are not squared, so those above and those below cancel.",
    "Can your loss be 0 though no prediction is right?",
)
def _(p, y):
    return np.mean(p - y)


@mistake(
    "mean_squared_error",
    "squared-error-labels-first-unsquared",
    "The errors are not squared, so those above and those below cancel.",
    "Can your loss be 0 though no prediction is right? And can it be negative?",
)
def _(p, y):
    return np.mean(y - p)


@mistake(
    "mean_squared_error",
    "squared-error-mean-first",
    "You take the mean first, and then the square: errors above and below cancel before.",
    "Which comes first, the square or the mean?",
)
def _(p, y):
    return np.mean(p - y) ** 2


@mistake(
    "mean_squared_error",
    "squared-error-sum-first",
    "You sum the errors first, and then square: those above and below cancel before.",
    "Which comes first, the square or the sum?",
)
def _(p, y):
    return np.sum(p - y) ** 2


@mistake(
    "mean_squared_error",
    "squared-error-sum-first-averaged",
    "You sum the errors, square the sum, and divide by n: errors above and below cancel before.",
    "Which comes first, the square or the sum?",
)
def _(p, y):
    return np.sum(p - y) ** 2 / len(p)


@mistake(
    "mean_squared_error",
    "squared-error-plus",
    "You add prediction and label. A perfect prediction should cost nothing.",
    "What measures how far the two are apart?",
)
def _(p, y):
    return np.mean((p + y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-squares-first",
    "You square prediction and label first, and subtract then: (p − y)² is not p² − y².",
    "Try p = 0.5 and y = 1: the error is 0.5.",
)
def _(p, y):
    return np.mean(p**2 - y**2)


@mistake(
    "mean_squared_error",
    "squared-error-variance",
    "This is the variance: the mean error has been subtracted before squaring.",
    "If every prediction is too large by 1, the loss should be 1.",
)
def _(p, y):
    return np.var(p - y)


@mistake(
    "mean_squared_error",
    "squared-error-deviation",
    "This is the standard deviation of the errors: their mean is subtracted, and a root is taken.",
    "If every prediction is too large by 1, the loss should be 1.",
)
def _(p, y):
    return np.std(p - y)


@mistake(
    "mean_squared_error",
    "squared-error-one-fewer",
    "You divide by n − 1, as for a variance. Here nothing was estimated from the same data.",
    "How many errors are averaged?",
)
def _(p, y):
    return np.sum((p - y) ** 2) / (len(p) - 1)


@mistake(
    "mean_squared_error",
    "squared-error-length",
    "This is the length of the vector of errors: the root of a sum.",
    "The mean of the squares is wanted, without a root.",
)
def _(p, y):
    return np.linalg.norm(p - y)


@mistake(
    "mean_squared_error",
    "squared-error-length-averaged",
    "The length of the vector of errors, divided by n: there is a root in it.",
    "The mean of the squares is wanted, without a root.",
)
def _(p, y):
    return np.linalg.norm(p - y) / len(p)


@mistake(
    "mean_squared_error",
    "squared-error-largest",
    "You give the worst error only.",
    "Every example has its share in the loss.",
)
def _(p, y):
    return np.max((p - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-largest-absolute",
    "You give the size of the worst error only, not even squared.",
    "Every example has its share in the loss.",
)
def _(p, y):
    return np.max(np.abs(p - y))


@mistake(
    "mean_squared_error",
    "squared-error-other-power",
    "The errors have another power than 2.",
    "What turns an error of 3 into 9?",
    power=(4,),
)
def _(p, y, power=3):
    return np.mean((p - y) ** power)


@mistake(
    "mean_squared_error",
    "squared-error-product",
    "You multiply prediction and label. A perfect prediction should cost nothing.",
    "What measures how far the two are apart?",
    power=(2,),
)
def _(p, y, power=1):
    return np.mean((p * y) ** power)


@mistake(
    "mean_squared_error",
    "squared-error-one-squared",
    "Only one of the two is squared: p, or y, instead of the error.",
    "Which part of the line should the exponent act on?",
    labels=(True,),
)
def _(p, y, labels=False):
    return np.mean(p - y**2) if labels else np.mean(p**2 - y)


@mistake(
    "mean_squared_error",
    "squared-error-classes-swapped",
    "You measure the error of 1 − p: the classes have changed places.",
    "What should p = 0.9 cost where the label is 1?",
)
def _(p, y):
    return np.mean((1 - p - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-expanded",
    "You have multiplied the square out, and lost a term.",
    "(p − y)² has three terms.",
)
def _(p, y):
    return np.mean(p**2 - 2 * p * y)


@mistake(
    "mean_squared_error",
    "squared-error-above-only",
    "Only predictions that are too large cost something.",
    "An error below is as bad as one above.",
)
def _(p, y):
    return np.mean(np.maximum(p - y, 0) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-relative",
    "You divide by the label: where it is 0, the result is infinite.",
    "The error is a difference, not a ratio.",
)
def _(p, y):
    return np.mean((p / y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-is-cross-entropy",
    "This is the cross-entropy, the loss of the notebooks before.",
    "Here every error is squared, whatever the class is.",
)
def _(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


@mistake(
    "mean_squared_error",
    "squared-error-median",
    "You take the median. The mean lets large errors weigh more.",
    "Every example has its share in the loss.",
)
def _(p, y):
    return np.median((p - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-class-one-only",
    "Only the examples with label 1 are counted.",
    "What should a prediction of 0.9 cost where the label is 0?",
)
def _(p, y):
    return np.mean(y * (p - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-decided",
    "You square the error of the decision, 0 or 1, instead of that of p.",
    "A prediction of 0.6 should cost something, even if the decision is right.",
    decided=(np.round,),
)
def _(p, y, decided=lambda p: p > 0.5):
    return np.mean((decided(p) - y) ** 2)


@mistake(
    "mean_squared_error",
    "squared-error-doubled",
    "In Python `*` doubles: the error is multiplied by 2, where it should be squared.",
    "How is a power written?",
)
def _(p, y):
    return np.mean((p - y) * 2)


@mistake(
    "mean_squared_error",
    "squared-error-as-array",
    "Your loss is an array with one entry; a loss is a single number.",
    note=True,
    shows=is_relaid,
)
def _(p, y):
    return np.mean((p - y) ** 2, axis=0)


# mean_squared_error_gradient(p, y)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-bare",
    "Two constants are missing: one from the square, one from the mean. For n = 2 they cancel.",
    "Differentiate the loss with pen and paper, and keep every factor.",
)
def _(p, y):
    return p - y


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-bare-turned",
    "The sign is wrong, and two constants are missing: one from the square, one from the mean.",
    "Differentiate the loss with pen and paper, and keep every factor.",
)
def _(p, y):
    return y - p


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-without-n",
    "Too large by n: the loss is a mean.",
    "Each p stands in one term of the sum. What stands in front of the sum?",
)
def _(p, y):
    return 2 * (p - y)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-half",
    "Half as large as it should be: the exponent has come down as a factor, or should have.",
    "Differentiate (p − y)² once more.",
)
def _(p, y):
    return (p - y) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-half-turned",
    "Half as large as it should be, and with the wrong sign.",
    "Where p is too large the slope is positive. And what becomes of the exponent?",
)
def _(p, y):
    return (y - p) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-turned-without-n",
    "The sign is wrong, and the 1/n of the mean is missing.",
    "Where p is too large, should it grow or shrink?",
)
def _(p, y):
    return 2 * (y - p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-with-sigmoid",
    "You went on to z: the slope of the sigmoid is in it already. Asked for is dL/dp.",
    "How far back should this function go?",
)
def _(p, y):
    return 2 * (p - y) * p * (1 - p) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-label-lost",
    "The label is gone: you have differentiated p², not the square of the error.",
    "If p is right, how large should the slope be?",
)
def _(p, y):
    return 2 * p / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-plus",
    "You add prediction and label. Where p is right the slope should be 0.",
    "What is inside the square?",
)
def _(p, y):
    return 2 * (p + y) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-still-squared",
    "The exponent came down, but stayed above too: the square should be gone.",
    "The derivative of u² has which power of u?",
)
def _(p, y):
    return 2 * (p - y) ** 2 / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-is-loss",
    "These are the terms of the loss itself, not their slopes.",
    "Can your numbers be negative? Should they?",
)
def _(p, y):
    return (p - y) ** 2 / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-sign-only",
    "You give the sign of each error alone: that is the slope of the absolute error.",
    "A larger error should pull harder.",
)
def _(p, y):
    return np.sign(p - y) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-of-root",
    "This is the slope of the root of the mean: another loss.",
    "Is there a root in `mean_squared_error`?",
)
def _(p, y):
    return (p - y) / np.sqrt(np.mean((p - y) ** 2)) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-one-fewer",
    "You divide by n − 1. The mean has n terms.",
    "Which number stands in front of the sum?",
)
def _(p, y):
    return 2 * (p - y) / (len(p) - 1)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-averaged",
    "You give one number: the mean over all examples. Each p has a slope of its own.",
    "A gradient has the shape of its array.",
)
def _(p, y):
    return np.mean(2 * (p - y))


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-mean-for-all",
    "Every example gets the same number, made from the mean error.",
    "Each p has its own error, and so its own slope.",
)
def _(p, y):
    return 2 * np.mean(p - y) * np.ones_like(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-is-whole-loss",
    "This is the loss itself, one number. Each p has a slope of its own.",
    "A gradient has the shape of its array.",
)
def _(p, y):
    return np.mean((p - y) ** 2)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-brackets",
    "The factors act on one of the two only: the difference needs brackets.",
    "Which part of the line should be multiplied, and which divided?",
    divided=(False,),
)
def _(p, y, divided=True):
    return 2 * p - y / len(p) if divided else 2 * p - y


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-upside-down",
    "You divide by the error: the better a prediction, the harder you pull at it.",
    "If p is right, how large should the slope be?",
)
def _(p, y):
    return 2 / (p - y) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-of-cube",
    "This is the slope of the error cubed.",
    "Which power is in the loss?",
)
def _(p, y):
    return 3 * (p - y) ** 2 / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-of-length",
    "You divide by the length of all errors: every gradient is equally long then.",
    "Is there a root in `mean_squared_error`?",
)
def _(p, y):
    return (p - y) / np.linalg.norm(p - y)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-squares-first",
    "You subtract the squares of p and y. The error itself should be in it.",
    "Differentiate (p − y)² as a chain: the outer function first.",
)
def _(p, y):
    return 2 * (p**2 - y**2) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-sigmoid-of-p",
    "There is the slope of a sigmoid in it, taken at p, which is an output already. Asked for is "
    "dL/dp: no sigmoid lies between.",
    "How far back should this function go?",
)
def _(p, y):
    a = 1 / (1 + np.exp(-p))
    return 2 * (p - y) * a * (1 - a) / len(p)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-sizes",
    "You give the sizes without their signs, and the 1/n of the mean is missing.",
    "Where p is too large, should it grow or shrink? The sign tells.",
)
def _(p, y):
    return 2 * np.abs(p - y)


@mistake(
    "mean_squared_error_gradient",
    "squared-error-slope-of-cross-entropy",
    "This is the slope of the cross-entropy, without its 1/n.",
    "Another loss has another slope: differentiate the square.",
)
def _(p, y):
    return (p - y) / (p * (1 - p))
