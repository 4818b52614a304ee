"""Histograms of the inside of a network: its activations, and the gradients that come back."""

from copy import deepcopy

import numpy as np

from ..gradients import checked
from ..support import checks
from ..walk import walk
from . import style
from .hidden import one_network

BINS = 41
SMALLEST = 1e-12  # |dz| below it is drawn there
ROW, RIDGE = 0.8, 0.3  # inches: of a panel, and of each ridge in it
FULL = 0.85  # height of the highest bar of a ridge


def histograms(nets, X, y, loss, axes=None):
    """For each layer the activations a and the sizes of dz, a ridge for each network.

    Take the same network at several epochs, {0: start, 1000: later}, or several networks. Look for
    activations that crowd at the ends, which is saturation, and for gradients that move to the left
    from layer to layer towards the data: they vanish.

    Parameters
    ----------
    nets : {label: Network}; keep a network of an earlier epoch with copy.deepcopy(net).
    X (n, n_in), y (n, n_out), loss : what the passes are run with; the networks stay as they are.
    axes : 2 for each layer, a and dz side by side; returned.
    """
    checks.require(
        isinstance(nets, dict) and nets, "nets must be a dict, {label: Network}, not empty."
    )
    passes = {label: inside(net, X, y, loss) for label, net in nets.items()}
    layers = min(len(a) for a, _ in passes.values())
    height = layers * (ROW + RIDGE * len(nets)) + 0.4
    axes = style.panels(axes, layers, 2, 8.4, height)
    for k in range(layers):
        name = "p" if k == layers - 1 else f"a{k + 1}"
        activations = {label: a[k] for label, (a, _) in passes.items()}
        sizes = {label: logs(dz[k]) for label, (_, dz) in passes.items()}
        ridges(axes[2 * k], activations, f"${name}$", style.BLUE)
        ridges(axes[2 * k + 1], sizes, rf"$\log_{{10}}|dz{k + 1}|$", style.ORANGE)
    together(axes[::2])
    together(axes[1::2])
    return axes


def inside(net, X, y, loss):
    """([a1, a2, ..., p], [dz1, dz2, ..., the last dz]) of one pass forward and back."""
    net, loss = deepcopy(one_network(net)), deepcopy(loss)
    _, values, gradients = walk(net, *checked(net, X, y, loss), loss)
    sums = [i for i, layer in enumerate(net.layers) if layer.shapes]
    activations = [values[i - 1] for i in [*sums[1:], len(values)]]
    return activations, [gradients[i] for i in sums]


def logs(dz):
    return np.log10(np.maximum(np.abs(dz), SMALLEST))


def ridges(ax, values, xlabel, color):
    """A histogram for each label, one above the other, the first one on top."""
    ends = np.array([(v.min(), v.max()) for v in values.values()])
    low, high = ends[:, 0].min(), ends[:, 1].max()
    margin = 0.02 * (high - low) or 0.05
    edges = np.linspace(low - margin, high + margin, BINS + 1)
    places = range(len(values))[::-1]
    for place, v in zip(places, values.values(), strict=True):
        counts, _ = np.histogram(v, edges)
        heights = place + FULL * counts / counts.max()
        ax.stairs(heights, edges, baseline=place, fill=True, color=color, alpha=0.45)
        ax.stairs(heights, edges, baseline=place, color=color, linewidth=1.2)
    ax.set_yticks(places, [str(label) for label in values])
    ax.set(xlabel=xlabel, ylim=(-0.1, len(values)))
    ax.grid(False, axis="x")


def together(axes):
    """The same width for all, so that the layers can be compared."""
    low, high = zip(*(ax.get_xlim() for ax in axes), strict=True)
    for ax in axes:
        ax.set_xlim(min(low), max(high))
