"""Messages: what a training prints."""

import numpy as np

from .spread import median

OVERSHOT = (
    "The steps were too long: each overshot, and made the weights and so the next step larger "
    "still."
)


HELD_OUT = "   held-out loss {loss:.4f}   held-out accuracy {accuracy:.4f}"


def log_line(text, epoch, loss, accuracy, held_out=None):
    """A log line filled in; for runs with the medians. held_out : their loss and accuracy."""
    known = not np.isnan(accuracy).all()
    line = text.format(
        epoch=epoch, loss=median(loss), accuracy=median(accuracy) if known else NoAccuracy()
    )
    return line if held_out is None else line + log_line(HELD_OUT, epoch, *held_out)


class NoAccuracy:
    """Stands in a log line in place of a number, in any format: y holds no classes."""

    def __format__(self, form):
        return "none"


def diverged(at, lr, runs):
    who = f"{len(at)} of {runs} runs stopped, the first" if runs else "Stopped"
    return (
        f"{who} at epoch {min(at)}: the loss is no longer a finite number. {OVERSHOT} Build the "
        f"network anew and try a smaller learning rate, such as {np.max(lr) / 10:g}."
    )


def interrupted(epoch):
    return (
        f"Interrupted after epoch {epoch}. The network, the optimizer's state and the history up "
        "to here are kept; train with the same optimizer goes on from here."
    )
