"""Why a training stands still, in one sentence."""

from copy import copy, deepcopy
from dataclasses import dataclass

import numpy as np

from ...layers import ReLU
from ...losses import BinaryCrossEntropy
from ...walk import walk
from . import chain

WINDOW, STILL = 50, 1e-3  # epochs; by what share of the loss they change it at most
LEFT, STEEP, DEAD = 0.02, 0.1, 0.5  # the shares at which a cause is named: see `standstill`
CANCEL = (
    "On a plateau: each example pulls at the weights, but the pulls cancel, and {:.1%} of them is "
    "left. The way down begins later, or the network can do no better."
)
SATURATED = (
    "Saturated: the slopes in {} are {:.1%} of what they could be, so the gradients die there on "
    "the way back."
)
NO_LIFE = (
    "Dead ReLUs: {} of the {} units of layer {} give a = 0 for every point, and nothing goes back "
    "through them."
)


@dataclass
class Sight:
    """One layer with an activation, as all examples see it.

    steepness : its mean slope, as a share of the steepest; dead : units with a = 0 everywhere.
    """

    k: int
    units: int
    steepness: float
    dead: int


def standstill(session):
    """One sentence, or "" where the training moves, has every point right, or nothing is known.

    It stands still if the mean loss of its last 50 epochs is that of the 50 before, but for
    0.1 %. Then a layer is named where half of the ReLUs are dead, or where the mean slope of the
    activation is below 10 % of its steepest; or the pulls cancel, where the length of the mean
    gradient is below 2 % of the mean length of the single ones.
    Seen over 40 seeds each: on the plateau of XOR (sigmoid, lr 0.3, 500 epochs) less than 1 % is
    left, and the slopes are 85 to 95 %; the best line leaves less than 0.02 %; with positive
    weights the slopes are 1 to 2 %. Of the runs at lr 10, after 1,000 epochs, 20 are called
    saturated, 3 are done, and 17 still jump about. A rate of 0.003, with tanh, leaves over 4 %.
    """
    if session.error or session.accuracy == 1 or moves(session.before):
        return ""
    net = session.network()
    return "" if net is None else cause(net, session)


def moves(before):
    if len(before) < 2 * WINDOW:
        return True
    old, new = np.mean(before[-2 * WINDOW : -WINDOW]), np.mean(before[-WINDOW:])
    return abs(new - old) > STILL * abs(old)


@np.errstate(all="ignore")
def cause(net, session):
    sights, left = seen(deepcopy(net), *session.trained, copy(session.trainer.loss))
    for one in sights:
        if one.dead >= DEAD * one.units:
            return NO_LIFE.format(one.dead, one.units, one.k)
    flat = [one for one in sights if one.steepness < STEEP]
    if flat:
        least = min(flat, key=lambda one: one.steepness)
        last = least.k == len(chain.blocks(net))
        place = "the output" if last else f"layer {least.k}"
        return SATURATED.format(place, least.steepness)
    return CANCEL.format(left) if left < LEFT else ""


def seen(net, X, y, loss):
    """A Sight of each layer whose slopes count, and the share of the pulls that does not cancel."""
    _, values, gradients = walk(net, X, y, loss)
    steps, x, squares = zip(values, gradients, strict=True), X, 0.0
    sights, blocks = [], chain.blocks(net)
    for k, (linear, activation) in enumerate(blocks, 1):
        z, dz = next(steps)
        squares = squares + ((x**2).sum(axis=1) + ("b" in linear.shapes)) * (dz**2).sum(axis=1)
        x = next(steps)[0] if activation else z
        spared = k == len(blocks) and isinstance(loss, BinaryCrossEntropy)  # p - y: no slope in it
        if activation and not spared:
            sights.append(sight(k, activation, z, x))
    return sights, np.linalg.norm(net.dtheta) / np.sqrt(squares).sum()


def sight(k, activation, z, a):
    slopes = activation.backward(np.ones_like(z))
    steepest = copy(activation)
    steepest.forward(np.array([[0.0, 1.0]]))
    share = slopes.mean() / steepest.backward(np.ones((1, 2))).max()
    dead = np.count_nonzero((a == 0).all(axis=0)) if isinstance(activation, ReLU) else 0
    return Sight(k, a.shape[1], float(share), dead)
