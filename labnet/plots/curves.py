"""Curves: learning curves, activations, and any others over a common x."""

from copy import copy

import numpy as np

from ..history import History
from ..layers import Layer
from ..spread import band
from ..support import checks
from . import style

EDGES = ("--", ":", "-", "-.")  # of bands that overlap
WHAT = {
    "losses": "loss $L$",
    "accuracies": "accuracy",
    "held_out_losses": "held-out loss $L$",
    "held_out_accuracies": "held-out accuracy",
}


def learning_curve(history, what="losses", log=False, ax=None):
    """The loss or accuracy over the epochs: for runs the median and the middle 90 %.

    A run that diverged counts as the highest; where a line would be infinite, it is left out.

    Parameters
    ----------
    history : a History, an array (epochs,) or (epochs, R), or several as {label: history}.
    what : "losses" or "accuracies" of a History, or "held_out_losses", "held_out_accuracies".
    log : True for a logarithmic loss axis.
    ax : returned.
    """
    checks.one_of(what, WHAT, "what")
    several = history if isinstance(history, dict) else {"": history}
    checks.require(several, "history is an empty dict; expected {label: history}.")
    values = {label: recorded(one, what) for label, one in several.items()}
    ax = style.axes(ax)
    ax.set(xlabel="epoch", ylabel=WHAT[what], yscale="log" if log else "linear")
    if what.endswith("accuracies"):
        ax.set_ylim(-0.03, 1.03)
    draw(ax, {label: (np.arange(len(v)), v) for label, v in values.items()})
    return ax


def curves(curves, x, xlabel, ylabel, ax=None):
    """Several curves over the same x, each labelled at its end.

    Parameters
    ----------
    curves : {label: array (len(x),)}, or (len(x), R) for runs: their median and middle 90 %.
    x : (len(x),); xlabel, ylabel : the axes' labels; ax : returned.
    """
    x = checks.as_floats(x, "x")
    checks.require(
        isinstance(curves, dict) and curves, "curves must be a dict: {label: array}, not empty."
    )
    values = {label: checks.as_floats(v, f"the curve {label!r}") for label, v in curves.items()}
    for label, v in values.items():
        checks.require(
            v.ndim in (1, 2) and x.shape == v.shape[:1],
            f"The curve {label!r} has shape {v.shape}, but x has shape {x.shape}; expected one "
            "value for each x.",
        )
    ax = style.axes(ax)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    draw(ax, {label: (x, v) for label, v in values.items()})
    return ax


def activation(layer, ax=None):
    """a = f(z) and its slope da/dz, both from the layer itself. Look where the slope is small.

    layer : an activation, such as Sigmoid(); ax : returned.
    """
    checks.require(
        isinstance(layer, Layer) and not layer.shapes,
        f"layer is {layer!r}; expected an activation layer, such as Sigmoid() or ReLU().",
    )
    z = np.linspace(-6.0, 6.0, 1201)[:, None]
    layer = copy(layer)
    a, slope = layer.forward(z), layer.backward(np.ones_like(z))
    ax = style.axes(ax)
    ax.set(xlabel="$z$", ylabel="$a$ and its slope")
    z, a, unbroken = z[:, 0], a[:, 0], without_jumps(slope[:, 0])
    draw(ax, {"$a = f(z)$": (z, a), "slope $da/dz$": (z, unbroken)})
    style.title(ax, f"{layer!r}: the largest slope is {slope.max():.4g}")
    return ax


def without_jumps(values):
    """NaN where the next value is far away: a gap in the line instead of a wall."""
    return np.where(np.abs(np.diff(values, append=values[-1])) > 0.1, np.nan, values)


def recorded(history, what):
    """The array of a History, or the array that was given instead."""
    values = getattr(history, what) if isinstance(history, History) else history
    checks.require(
        values is not None or history is None,
        f"This History has no {what}: train(..., held_out=(X, y)) measures them.",
    )
    values = checks.as_floats(values, "history")
    checks.require(
        values.ndim in (1, 2) and values.size,
        f"history has shape {values.shape}; expected a History, an array (epochs,) or "
        "(epochs, runs), or a dict {label: history}.",
    )
    return values


def draw(ax, curves):
    """Draw {label: (x, values)} and write the labels at the ends."""
    bands = sum(v.ndim == 2 for _, v in curves.values())
    lines = [(label, curve(ax, x, v, i, bands)) for i, (label, (x, v)) in enumerate(curves.items())]
    ax.margins(x=0.01)
    ax.autoscale_view()
    style.label_ends(ax, [(label, line) for label, line in lines if label])
    runs = sorted({v.shape[1] for _, v in curves.values() if v.ndim == 2})
    if runs:
        count = " or ".join(map(str, runs))
        style.title(ax, f"median of {count} runs; the band holds the middle 90 % of them")


def curve(ax, x, values, i, bands):
    """One line; for runs, values (len(x), R), the median and the band. Returns the line."""
    look = style.line_style(i)
    if values.ndim == 1:
        return ax.plot(x, values, linewidth=2, **look)[0]
    low, middle, high = band(values)
    alpha = 0.2 if bands == 1 else 0.07  # several would blend to one grey: they get edges
    ax.fill_between(x, low, high, color=look["color"], alpha=alpha, linewidth=0)
    line = ax.plot(x, middle, linewidth=2, **look)[0]
    if bands > 1:
        edges = np.stack([low, high], axis=1)
        ax.plot(x, edges, color=look["color"], linewidth=1, linestyle=EDGES[i % len(EDGES)])
    return line
