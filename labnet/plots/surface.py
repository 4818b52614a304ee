"""A slice through the loss surface: the loss over two directions around a trained network."""

from copy import deepcopy

import numpy as np

from ..gradients import loss_and_gradient
from ..support import checks
from . import style
from .hidden import one_network

STEPS, LEVELS = 41, 12


def loss_surface(net, X, y, loss, rng, reach=1.0, ax=None):
    """L on a plane through theta, along two random directions as long as the weights themselves.

        L(theta + s u + t v),  each of u and v with the norm of theta in every W and every b
        (Li and others 2018; there filter by filter)

    Look at the shape around the cross, which is the network: a round bowl, a long valley, a flat.

    Parameters
    ----------
    net : a Network (without runs), usually a trained one; it stays as it is.
    X (n, n_in), y (n, n_out), loss : what L is computed from.
    rng : np.random.Generator that draws the two directions.
    reach : how far s and t go, in lengths of theta.
    ax : returned.
    """
    net, loss = deepcopy(one_network(net)), deepcopy(loss)
    rng, reach = checks.generator(rng), checks.finite_number(reach, "reach")
    checks.require(reach > 0, f"reach is {reach!r}; expected a number above 0, such as 1.")
    theta, steps = net.theta.copy(), np.linspace(-reach, reach, STEPS)
    with np.errstate(all="ignore"):
        u, v = directions(net, rng)
        L = [[loss_at(net, theta + s * u + t * v, X, y, loss) for s in steps] for t in steps]
    L = checks.finite(np.array(L), "L around the network")
    checks.require(np.ptp(L) > 0, "L is the same all around the network: all its weights are 0.")
    ax = style.axes(ax, 5.4, 4.6)
    draw(ax, steps, L)
    return ax


def directions(net, rng):
    """Two random vectors; each W and each b of them is as long as the network's own."""
    made = rng.normal(size=(2, net.theta.size))
    for _, _, where in net.parameters():
        own = np.linalg.norm(net.theta[where])
        made[:, where] *= own / np.linalg.norm(made[:, where], axis=1, keepdims=True)
    return made


def loss_at(net, theta, X, y, loss):
    net.theta = theta
    return loss_and_gradient(net, X, y, loss)[0]


def draw(ax, steps, L):
    """Lines of equal loss, closer where it is low; the network itself is a cross."""
    low, high = max(L.min(), 1e-12), L.max()
    levels = np.geomspace(low, high, LEVELS) if high > 20 * low else np.linspace(low, high, LEVELS)
    ax.contourf(steps, steps, L, levels, cmap="Blues_r", extend="both", alpha=0.8)
    lines = ax.contour(steps, steps, L, levels[::2], colors=style.INK, linewidths=0.8)
    ax.clabel(lines, fmt="%.2g", fontsize=8)
    ax.plot(0, 0, "x", color=style.ORANGE, markersize=10, markeredgewidth=2.5)
    ax.set(xlabel="$s$", ylabel="$t$", aspect="equal")
    style.title(ax, "loss $L$ around the network")
