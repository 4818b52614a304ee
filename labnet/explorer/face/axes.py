"""How far the axes of the browser's plots go, and where their ticks are."""

import numpy as np
from matplotlib.ticker import LogLocator, MaxNLocator

FEW = 5  # ticks on an axis
LEAST = 1e-12  # the smallest loss that a logarithmic axis shows
LINEAR = MaxNLocator(FEW, steps=[1, 2, 5, 10])
POWERS = LogLocator(numticks=FEW + 1)


def axis(low, high, locator=LINEAR):
    """{"range": [low, high], "ticks": [...]}, with round numbers that lie between."""
    ticks = locator.tick_values(low, high)
    shown = ticks[(ticks >= low) & (ticks <= high)]
    return {"range": [float(low), float(high)], "ticks": (shown + 0.0).tolist()}


def plane(box):
    """The axes x1 and x2 of the decision map."""
    return [axis(*box[:2]), axis(*box[2:])]


def loss_axes(curves, last, log):
    """The axes of the plot of these losses: epochs up to `last`, and the loss."""
    losses = np.concatenate([np.ravel(curve) for curve in curves])
    shown = losses[np.isfinite(losses) & (losses > (LEAST if log else -np.inf))]
    return [axis(0, max(1, last)), loss_axis(shown, log)]


def loss_axis(losses, log):
    """From 0, with room above; a logarithmic axis has room below too, and powers of ten if many."""
    low, high = (losses.min(), losses.max()) if losses.size else (0.1, 1.0)
    if not log:
        return axis(0.0, 1.05 * high or 1.0)
    return axis(low / 1.3, 1.3 * high, POWERS if high > 100 * low else LINEAR)
