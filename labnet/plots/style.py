"""One look for every picture: sizes, colours, markers, and labels beside the curves.

Start a new picture with ``ax = axes(ax)``, or ``panels(axes, rows, columns)`` for several, or
``sheet(ax, width, height)`` for boxes and text. All is set on the axes themselves, so that nobody
else's figures change.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.patheffects import withStroke

from ..support import checks

WIDTH, HEIGHT = 7.0, 4.0  # inches, at 100 dots each: fits the column of a notebook
BLUE, ORANGE, INK, GREY = "#0072B2", "#D55E00", "#222222", "#767676"
CYCLE = (BLUE, ORANGE, "#009E73", "#CC79A7", "#56B4E9", "#E69F00", INK)  # Okabe and Ito's colours
DASHES = ("-", "--", "-.", ":")  # one for each round through CYCLE
VALUE, GRADIENT = "#EAF3FA", "#FDF1E7"  # the ground of a number, and of its gradient
COLORS, MARKERS = (BLUE, ORANGE), ("o", "s")  # of class 0 and class 1
SURFACE = LinearSegmentedColormap.from_list("p", ["#5FA5D0", "#FFFFFF", "#F3B187"])
HALO = [withStroke(linewidth=3, foreground="white")]  # keeps text legible on top of lines


def axes(ax=None, width=WIDTH, height=HEIGHT):
    """`ax` in the common look; a new figure of that size if there is none."""
    if ax is None:
        ax = figure(width, height).add_subplot()
    return dress(ax)


def panels(axes, rows, columns, width=WIDTH, height=HEIGHT):
    """`axes` as a flat tuple in the common look; a new figure with rows x columns if None."""
    if axes is None:
        axes = figure(width, height).subplots(rows, columns)
    axes = Panels(np.ravel(axes))
    checks.require(
        len(axes) == rows * columns,
        f"This picture has {rows * columns} panel(s), but {len(axes)} axes were given; make them "
        f"with plt.subplots({rows}, {columns}), or leave them out.",
    )
    for ax in axes:
        dress(ax)
    return axes


def sheet(ax, width, height):
    """Empty axes for boxes and text, in inches from (0, 0) below; they fill the new figure."""
    if ax is None:
        ax = figure(width, height, layout=None).add_axes((0, 0, 1, 1))
    dress(ax).set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.set_axis_off()
    return ax


def figure(width=WIDTH, height=HEIGHT, layout="constrained"):
    """An empty figure; white also where the page around it is dark."""
    return plt.figure(figsize=(width, height), dpi=100, layout=layout, facecolor="white")


class Panels(tuple):
    """Several axes. As the last line of a cell they print nothing: the figure speaks."""

    def _ipython_display_(self):
        pass


def dress(ax):
    ax.set_facecolor("white")
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(GREY)
    ax.grid(True, color="#E6E6E6", linewidth=0.8)
    ax.set_axisbelow(True)
    ax.tick_params(color=GREY, labelsize=9)
    ax._ipython_display_ = print_nothing
    return ax


def print_nothing():
    """What IPython calls for axes that end a cell, instead of printing `<Axes: ...>`."""


def title(ax, text):
    ax.set_title(text, loc="left", fontsize=11, color=INK)


def line_style(i):
    """Colour and dashes of the i-th curve."""
    return {"color": CYCLE[i % len(CYCLE)], "linestyle": DASHES[i // len(CYCLE) % len(DASHES)]}


def label_ends(ax, labels):
    """Write each label, (text, line), beside the end of its line, or a legend if they don't fit."""
    ends = [(text, line, *last_point(ax, line)) for text, line in labels]
    room = ax.get_window_extent().height / ax.figure.dpi * 72 / 13  # lines of text
    if len(ends) > room:
        legend_beside(ax, labels, room)
        return
    heights = spread([y for *_, y in ends], 1 / room)
    for (text, line, x, _), y in zip(ends, heights, strict=True):
        ax.annotate(
            text,
            (x, y),
            xytext=(6, 0),
            xycoords="axes fraction",
            textcoords="offset points",
            va="center",
            color=darker(line.get_color()),
            path_effects=HALO,
        )


def legend_beside(ax, labels, room):
    texts, lines = zip(*labels, strict=True)
    columns = -(-len(texts) // max(1, int(0.8 * room)))
    ax.legend(lines, texts, loc="upper left", bbox_to_anchor=(1, 1), fontsize=8, ncols=columns)


def darker(color):
    """The same hue, legible as thin letters on white."""
    return tuple(0.75 * part for part in to_rgb(color))


def last_point(ax, line):
    """Where the line ends, in fractions of the axes."""
    points = ax.transAxes.inverted().transform(ax.transData.transform(line.get_xydata()))
    seen = points[np.isfinite(points).all(axis=1)]
    return tuple(np.clip(seen[-1], 0.0, 1.0)) if len(seen) else (1.0, 0.0)


def spread(heights, gap):
    """`heights`, moved as little as needed so that neighbours are `gap` apart, within 0..1."""
    order = np.argsort(heights, kind="stable")
    steps = gap * np.arange(len(order))
    # Without the steps, "a gap apart" is "not falling": pool neighbours until that holds.
    blocks = []
    for value in np.asarray(heights, float)[order] - steps:
        blocks.append([value, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (upper, m), (lower, n) = blocks.pop(), blocks.pop()
            blocks.append([(upper * m + lower * n) / (m + n), m + n])
    placed = np.repeat([value for value, _ in blocks], [count for _, count in blocks])
    moved = np.empty(len(order))
    moved[order] = np.clip(placed, 0.0, max(0.0, 1.0 - gap * (len(order) - 1))) + steps
    return moved
