"""The slope of the sigmoid drawn twice: over z, where it is taken, and over a, as it is written."""

import numpy as np
from matplotlib.patches import ConnectionPatch

from ..layers import sigmoid
from ..support import checks
from . import style


def slopes(z, ax=None):
    """da/dz over z (a bell) and over a (the parabola a (1 - a)), with the same points in both.

    Look at one number at a time: it stands at the same height left and right.

    z (k,) : where the k numbered points are; ax : two axes, returned.
    """
    z = checks.finite(checks.as_floats(z, "z"), "z")
    checks.require(z.ndim == 1 and z.size, f"z has shape {z.shape}; expected (k,), k points.")
    left, right = axes = style.panels(ax, 1, 2, 9.0, 3.9)
    a, slope = sigmoid(z), slope_at(z)
    far, inside = np.linspace(-6.0, 6.0, 601), np.linspace(0.0, 1.0, 201)
    view(left, far, slope_at(far), "$z$", r"slope taken at $z$:  $\sigma'(z)$")
    view(right, inside, inside * (1.0 - inside), "$a$", r"written with $a$:  $a\,(1 - a)$")
    left.set_ylabel("slope $da/dz$")
    right.tick_params(labelleft=False)  # the heights are those of the left panel
    for i, height in enumerate(slope):
        connect(left, (z[i], height), right, (a[i], height))
        mark(left, z[i], height, i)
        mark(right, a[i], height, i)
    return axes


def slope_at(z):
    """sigmoid'(z)"""
    return sigmoid(z) * (1.0 - sigmoid(z))


def view(ax, x, slope, symbol, text):
    ax.plot(x, slope, color=style.INK, linewidth=2)
    ax.set(xlabel=symbol, ylim=(-0.012, 0.28))
    style.title(ax, text)


def mark(ax, x, height, i):
    """The point number i + 1: a disc with its number."""
    ax.plot(x, height, "o", color=style.BLUE, markersize=14, zorder=4)
    ax.text(
        x, height, i + 1, color="white", ha="center", va="center_baseline", fontsize=9, zorder=5
    )


def connect(left, start, right, end):
    """A level line from a point on the left to the same point on the right."""
    line = ConnectionPatch(
        start, end, "data", "data", axesA=left, axesB=right, color=style.GREY, linestyle=":"
    )
    left.figure.add_artist(line)
