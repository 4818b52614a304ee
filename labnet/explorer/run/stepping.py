"""The step as the last operations of a pass: what an optimizer makes of one example's gradients."""

from copy import deepcopy
from math import prod

import numpy as np

from ...optimizers import AdaGrad, Adam, GradientDescent, Momentum, Optimizer
from .chain import Operation

STEP = "step"
ALONE = (
    "This is where the one example would take them; a step of the training goes by the mean over "
    "all examples of its batch."
)
YOURS = "What your step does is its own affair; this is gradient descent."
RULES = {
    GradientDescent: ("{v} − lr d{v}", "Against the gradient, so that L falls."),
    Momentum: (
        "{v} − lr v",
        "Momentum keeps a v for each weight, v = {beta:g} v + d{v}, and steps along v: so earlier "
        "gradients still count.",
    ),
    AdaGrad: (
        "{v} − lr d{v} / (√s + eps)",
        "AdaGrad keeps an s for each weight, s = s + d{v}², so that the steps become shorter.",
    ),
    Adam: (
        "{v} − lr m / (√v + eps)",
        "Adam keeps two means for each weight, m = {beta1:g} m + {rest1:g} d{v} and "
        "v = {beta2:g} v + {rest2:g} d{v}², and divides them by 1 − {beta1:g}ᵗ and 1 − {beta2:g}ᵗ "
        "in step t. So each weight moves by about lr, even where its gradient is small.",
    ),
}


def take(seen, theta, optimizer, lr, decay):
    """Add the step to a Pass: the arrays "new W1", "new b1", ... and lr, and how they come about.

    decay : for each entry of theta, what weight decay multiplies it by.
    theta and the optimizer stay as they are. A student's network steps by gradient descent here.
    """
    own = isinstance(optimizer, Optimizer)
    apart = deepcopy(optimizer) if own else GradientDescent(1.0)
    moved = theta.copy() if apart.theta is None else apart.theta
    apart.step(moved, seen.dtheta + decay * theta, lr)
    seen.arrays["lr"], start = np.array(lr), 0
    for k, (linear, _) in enumerate(seen.blocks, 1):
        for kind, shape in linear.shapes.items():
            name, end = f"{kind}{k}", start + prod(shape)
            seen.arrays[f"new {name}"] = moved[start:end].reshape(shape)
            words = [ALONE, *([] if own else [YOURS]), *decayed(decay[start:end], name)]
            seen.steps.append(operation(apart, k, name, " ".join(words)))
            start = end


def decayed(factors, name):
    if factors.any():
        yield f"Weight decay adds {factors.max():g} times {name} to d{name} first."


def operation(optimizer, k, name, remark):
    formula, words = (text.format(v=name, **betas(optimizer)) for text in RULES[type(optimizer)])
    inputs, result = (name, f"d{name}", "lr"), f"new {name}"
    return Operation(STEP, k, f"{result} = {formula}", inputs, result, f"{words} {remark}")


def betas(optimizer):
    """The constants that its words name, and what they leave of 1."""
    found = {name: v for name, v in vars(optimizer).items() if name.startswith("beta")}
    return found | {name.replace("beta", "rest"): 1 - v for name, v in found.items()}
