"""Where no browser draws: a still picture of the explorer."""

from base64 import b64encode
from io import BytesIO
from textwrap import fill

import numpy as np

from ... import planar
from ...plots import style
from ...plots.curves import learning_curve
from ...plots.data_plane import class_legend, plane, probability, scatter


def still(session, side, caption):
    """The decision map and the losses so far, as PNG in base64."""
    figure = style.figure(9.0, 4.2)
    try:
        left, right = map(style.dress, figure.subplots(1, 2))
        draw_map(left, session, side)
        draw_losses(right, session)
        figure.suptitle(fill(caption, 130), fontsize=9, x=0.01, ha="left", color=style.INK)
        png = BytesIO()
        figure.savefig(png, format="png")
    finally:
        style.plt.close(figure)
    return b64encode(png.getvalue()).decode()


def draw_map(ax, session, side):
    box = planar.box(session.X)
    p = np.nan_to_num(session.predict(planar.grid(box, side)), nan=0.5)
    probability(plane(ax, session.X), p, box)
    scatter(ax, session.X, session.y == 1)
    class_legend(ax)


def draw_losses(ax, session):
    """The curve, and a dot at its end: before the first epoch there is nothing else."""
    curves = {"training": session.losses, "held out": session.held_out_losses}
    learning_curve(curves if session.holds_out else session.losses, ax=ax)
    ax.plot(session.epoch, session.loss, "o", color=style.BLUE)
    ax.set_xlim(right=max(1.0, 1.02 * session.epoch))
