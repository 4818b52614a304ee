"""Mistakes in `adagrad` of notebook 07, besides those in optimizers_alike.py."""

import numpy as np

from ...engine.catalogue import rows_of
from ..lookups import two_meet
from .adam import adam_of, corrected, uncorrected, with_one_average_for_all

BETAS = (0.5, 0.8, 0.95, 0.99, 0.999)  # besides 0.9


def newest(s, before, t):
    return s


def adagrad_of(total=np.add, size=lambda g, w: g**2, under=newest, step=None, start=0.0):
    """AdaGrad with other parts: s becomes total(s, size(g, w)), from start.

    under(s, before, t) : what is under the root. step(g, s, eps) : instead of g / (√s + eps).
    """

    def steps(params, grads_per_step, lr, eps=1e-8, start=start, **setting):
        params, s = dict(params), dict.fromkeys(params, start)
        for t, grads in enumerate(grads_per_step, start=1):
            for name, w in params.items():
                g, before = grads[f"d{name}"], s[name]
                s[name] = total(before, size(g, w), **setting)
                seen = under(s[name], before, t)
                moved = step(g, seen, eps) if step else g / (np.sqrt(seen) + eps)
                params[name] = w - lr * moved
        return params

    return steps


def summed(g, w):
    return g


def absolute(g, w):
    return np.abs(g)


wrong, weak = rows_of("adagrad")


# What is added


wrong("adagrad-weights-squared", adagrad_of(size=lambda g, w: w**2)).says(
    "You add up the squares of the parameters, not those of their gradients.",
    "Whose size should make the steps shorter?",
)


wrong("adagrad-not-squared", adagrad_of(size=summed)).says(
    "You add up g itself: the sum can become negative, and the root of that is no number.",
    "What is added to s, so that it can only grow?",
)


wrong("adagrad-sum-squared", adagrad_of(size=summed, under=lambda s, *rest: s**2)).says(
    "You square the sum of the gradients: in it those of opposite signs cancel.",
    "After the gradients 3 and −3, should s be 0, or 18?",
)


wrong("adagrad-absolute", adagrad_of(size=absolute)).says(
    "You add up |g|, and the root makes another scale of it.",
    "After one gradient the root of s should be as large as g.",
)


wrong("adagrad-absolute-no-root", adagrad_of(size=absolute, under=lambda s, *rest: s**2)).says(
    "You divide by the sum of |g|: the first step is right, later ones are too short.",
    "After the gradients 3 and 4 you divide by 7. It should be by 5.",
)


# What is kept


def forgetful(params, grads, lr, eps=1e-8, beta=0.9, hat=uncorrected):
    return adam_of(hat=hat)(params, grads, lr, 0.0, beta, eps)


wrong("adagrad-forgets", forgetful, beta=BETAS, hat=(corrected,)).says(
    "Your s is a running mean, as in RMSProp: it forgets the squares of long ago.",
    "Which factor should the old sum have?",
)


wrong("adagrad-overwritten", adagrad_of(lambda s, square: square)).says(
    "Every step has the length `lr`: s holds the newest square alone.",
    "Before which loop is s made? And is the square added to it, or put in its place?",
)


wrong("adagrad-mean", adagrad_of(under=lambda s, before, t: s / t)).says(
    "You divide by the root of the mean of the squares, not of their sum.",
    "With the same gradient every time, should the steps become shorter?",
)


wrong("adagrad-step-before-sum", adagrad_of(under=lambda s, before, t: before)).says(
    "The step comes before the sum: it divides by the squares of earlier gradients, and the first "
    "one by next to nothing.",
    "What should s know when the step is taken?",
)


wrong("adagrad-start", adagrad_of(start=1.0), start=(0.1, 0.5)).says(
    "Your s does not begin at 0, so the first step is too short.",
    "After one step s should be g², and no more.",
)


# One sum for each number


wrong(
    "adagrad-sum-per-array", adagrad_of(lambda s, square, of=np.sum: s + of(square)), of=(np.mean,)
).says("All numbers of an array share one s.", "Which shape should s have, and why?")


def with_one_sum(params, grads_per_step, lr, eps=1e-8):
    s = 0.0
    for grads in grads_per_step:
        s += sum(np.sum(g**2) for g in grads.values())
        params = {k: w - lr * grads[f"d{k}"] / (np.sqrt(s) + eps) for k, w in params.items()}
    return params


wrong("adagrad-sum-of-all", with_one_sum).says(
    "One number s serves all parameters.", "How many numbers should s have, and why?"
)


wrong("adagrad-shared-sum", with_one_average_for_all, shows=two_meet).says(
    "The shapes of two parameters meet, and don't fit each other: do all share one s?",
    "How many sums are there: one, or one for each parameter?",
)


# The step


wrong("adagrad-sign-lost", adagrad_of(step=lambda g, s, eps: np.abs(g) / (np.sqrt(s) + eps))).says(
    "The sign of g is lost: every parameter can only become smaller.",
    "Where in the step does g stand as it is?",
)


wrong("adagrad-plain-descent", adagrad_of(step=lambda g, s, eps: g)).says(
    "This is plain gradient descent: s plays no part.", "What is s for?"
)
