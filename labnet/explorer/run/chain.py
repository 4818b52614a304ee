"""One example through a network and back: every array of the pass, and every operation in words."""

from copy import copy, deepcopy
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from ...layers import LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from ...losses import BinaryCrossEntropy
from ...network import run_forward
from ...walk import walk

FORWARD, BACKWARD = "forward", "backward"
FUNCTIONS = {Sigmoid: "σ", Tanh: "tanh", ReLU: "ReLU", LeakyReLU: "leaky"}
SLOPES = {
    Sigmoid: ("{a} (1 − {a})", "which is small where {a} is near 0 or 1"),
    Tanh: ("(1 − {a}²)", "which is small where {a} is near −1 or 1"),
    ReLU: ("[{z} > 0]", "1 where {z} is above 0, and 0 elsewhere: there the gradient ends"),
    LeakyReLU: ("slope", "1 where {z} is above 0, and a small number elsewhere"),
}


@dataclass
class Pass:
    """Every array of one example's pass by its symbol; for any array v, "dv" is dL/dv.

    blocks : (linear, activation or None) for each layer of weights.
    steps : the Operations of a step of the weights, where there is one.
    """

    blocks: list
    arrays: dict
    dtheta: np.ndarray
    loss: object
    steps: list = field(default_factory=list)

    @property
    def last(self):
        return len(self.blocks)

    @property
    def exact(self):
        """Cross-entropy after a sigmoid: the last dz comes straight from p - y."""
        return self.loss.of == "z"

    def a(self, k):
        """The symbol of what layer k gives."""
        return "x" if k == 0 else "p" if k == self.last else f"a{k}"


@dataclass
class Operation:
    """One line of the pass: `formula` computes `result` from `inputs`; `words` explain it."""

    direction: str
    layer: int
    formula: str
    inputs: tuple
    result: str
    words: str


def readable(net):
    """Whether each layer is a Linear, with one of the known activations behind it or none."""
    kinds = [type(layer) for layer in net.layers]
    known = all(kind is Linear or kind in FUNCTIONS for kind in kinds)
    return known and kinds[0] is Linear and all(Linear in pair for pair in pairwise(kinds))


def blocks(net):
    """Each Linear of a network with the activation behind it, or None."""
    found = []
    for layer in net.layers:
        if layer.shapes:
            found.append((layer, None))
        else:
            found[-1] = (found[-1][0], layer)
    return found


def activations(net, x):
    """a of each layer for x (n, 2), the last one p; nothing is kept in the layers."""
    outputs, ends = [], [activation or linear for linear, activation in blocks(net)]
    run_forward(map(copy, net.layers), x, outputs)
    return [a for layer, a in zip(net.layers, outputs, strict=True) if layer in ends]


def follow(net, loss, x, y):
    """The Pass of one example, x (1, n_in) and y (1, 1), through copies of the network and loss."""
    net, loss = deepcopy(net), copy(loss)
    L, values, gradients = walk(net, x, y, loss)
    seen = Pass(blocks(net), {"x": x, "y": y, "L": np.array(L)}, net.dtheta, loss)
    steps = zip(values, gradients, strict=True)
    for k, (linear, activation) in enumerate(seen.blocks, 1):
        z, dz = next(steps)
        a, da = next(steps) if activation else (z, dz)
        seen.arrays |= {f"z{k}": z, f"dz{k}": dz, seen.a(k): a, f"d{seen.a(k)}": da}
        for name in linear.shapes:
            seen.arrays |= {f"{v}{k}": getattr(linear, v) for v in (name, f"d{name}")}
    return seen


def operations(seen):
    """Every Operation of the pass: forward, then backward, then the step."""
    layers = range(1, seen.last + 1)
    forward = [operation for k in layers for operation in layer_forward(seen, k)]
    backward = [operation for k in reversed(layers) for operation in layer_backward(seen, k)]
    return [*forward, *at_the_loss(seen), *backward, *seen.steps]


def layer_forward(seen, k):
    linear, activation = seen.blocks[k - 1]
    before, a, z = seen.a(k - 1), seen.a(k), f"z{k}"
    bias = f" + b{k}" if "b" in linear.shapes else ""
    inputs = (before, f"W{k}", f"b{k}") if bias else (before, f"W{k}")
    words = f"Each unit adds up the numbers in {before}, each times its weight"
    words += ", and its bias." if bias else "."
    yield Operation(FORWARD, k, f"{z} = {before} W{k}{bias}", inputs, z, words)
    if activation:
        name = FUNCTIONS[type(activation)]
        words = f"The activation bends every number of {z} by itself."
        yield Operation(FORWARD, k, f"{a} = {name}({z})", (z,), a, words)
    elif k == seen.last:
        words = f"The output has no activation: the prediction is {z} itself."
        yield Operation(FORWARD, k, f"p = {z}", (z,), "p", words)
    else:
        words = f"There is no activation: {a} is {z} itself."
        yield Operation(FORWARD, k, f"{a} = {z}", (z,), a, words)


def at_the_loss(seen):
    one = seen.arrays["y"].item() == 1
    if isinstance(seen.loss, BinaryCrossEntropy):
        loss, dp = ("L = −ln p", "dp = −1 / p") if one else ("L = −ln(1 − p)", "dp = 1 / (1 − p)")
        why = f"The loss is −y ln p − (1 − y) ln(1 − p), and y is {int(one)}"
    elif seen.loss.half:
        loss, dp, why = "L = ½ (p − y)²", "dp = p − y", "The loss is half the square of the error"
    else:
        loss, dp, why = "L = (p − y)²", "dp = 2 (p − y)", "The loss is the square of the error"
    k = seen.last
    yield Operation(FORWARD, k, loss, ("p", "y"), "L", f"{why}: the price of this prediction.")
    words = "Here the way back begins: how much L changes for a small change of p."
    yield Operation(BACKWARD, k, dp, ("p", "y"), "dp", words)


def layer_backward(seen, k):
    linear, _ = seen.blocks[k - 1]
    before, dz = seen.a(k - 1), f"dz{k}"
    yield through_activation(seen, k)
    words = (
        f"The factor is {before}: it is what a weight of W{k} is multiplied by, so it is how much "
        f"z{k} changes as that weight changes. Each entry is an input times a dz."
    )
    yield Operation(BACKWARD, k, f"dW{k} = {before}ᵀ {dz}", (before, dz), f"dW{k}", words)
    if "b" in linear.shapes:
        words = f"The factor is 1: z{k} changes by as much as its bias does."
        yield Operation(BACKWARD, k, f"db{k} = {dz}", (dz,), f"db{k}", words)
    if k > 1:
        words = (
            f"The factor is the weight between the two units. {before} reaches L through every "
            f"unit of layer {k}, so the ways add up: dz times weight, summed."
        )
        formula = f"d{before} = {dz} W{k}ᵀ"
        yield Operation(BACKWARD, k, formula, (dz, f"W{k}"), f"d{before}", words)


def through_activation(seen, k):
    activation, a, z = seen.blocks[k - 1][1], seen.a(k), f"z{k}"
    if activation is None:
        words = f"Without an activation the factor is 1: {a} changes by as much as {z}."
        return Operation(BACKWARD, k, f"d{z} = d{a}", (f"d{a}",), f"d{z}", words)
    slope, where = (text.format(a=a, z=z) for text in SLOPES[type(activation)])
    short = " = p − y" if k == seen.last and seen.exact else ""
    words = f"The factor is the slope of the activation at {z}, {where}."
    if short:
        words += " With cross-entropy the product is p − y: the slope cancels."
    inputs = (f"d{a}", a if "{a}" in SLOPES[type(activation)][0] else z)
    return Operation(BACKWARD, k, f"d{z} = d{a} ⊙ {slope}{short}", inputs, f"d{z}", words)
