"""One example on its way through a network, forward and backward, as a computational graph."""

from copy import copy, deepcopy
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle

from ..gradients import checked
from ..layers import Layer
from ..support import checks
from ..walk import walk
from . import style
from .hidden import one_network

BOX, HALF = 1.06, 0.21  # inches: the width of a box, and the height of each of its halves
GAP, WEIGHTS_GAP, LINES_GAP = 0.24, 1.5, 0.85  # between columns: plain; with weights; lines only
ABOVE, BELOW, BELOW_BIAS = 0.65, 0.7, 1.1  # from the outermost units to the edges of the picture
PITCH, PITCH_LABELLED = 0.62, 1.65  # from unit to unit
MOST_LABELLED = 2  # units on both sides for which each weight still has room for its numbers
BOXED, BARE = (9, 0.05), (8.5, 0.0)  # font size of numbers, and their distance from the sides
KEY = (
    "In each box: above, the value, from left to right; below, the gradient, from right to left.\n"
    "Lines: solid where W > 0, dashed where W < 0; in each layer, the wider the larger |W|."
)


@dataclass
class Column:
    """One array on the way: its numbers and their gradients, (n,), and the layer they come from."""

    name: str
    formula: str
    values: np.ndarray
    gradients: np.ndarray | None = None
    layer: Layer | None = None
    number: int = 0  # the 2 of W2 and b2
    left: float = 0.0
    heights: np.ndarray | None = None

    @property
    def linear(self):
        return self.layer is not None and bool(self.layer.shapes)


def graph(net, x, y, loss, ax=None):
    """One example as a computational graph: in each box the value, and below it its gradient.

    Read the values from left to right, then the gradients from right to left: dz is dL/dz. The
    weights stand on their lines, solid where W > 0, dashed where W < 0, in each layer the wider the
    larger |W|; with layers of more than two units there is room for the lines only.

    Parameters
    ----------
    net : a Network (without runs); it is left as it was.
    x (1, n_in), y (1, n_out) : one example.
    loss : such as BinaryCrossEntropy().
    ax : returned.
    """
    one_network(net)
    x, y = one_example(net, x, y, loss)
    columns = columns_of(deepcopy(net), x, y, copy(loss))
    labelled = max(len(column.values) for column in columns) <= MOST_LABELLED
    width, height = place(columns, labelled)
    ax = style.sheet(ax, width, height)
    for source, target in zip(columns, columns[1:], strict=False):
        (draw_weights if target.linear else draw_arrows)(ax, source, target)
    for column in columns:
        draw_column(ax, column, height - 0.2)
    if labelled:
        write_parameters(ax, columns)
    write_label(ax, columns[-1], y[0])
    ax.text(0.1, 0.08, KEY, fontsize=10, color=style.INK)
    return ax


def one_example(net, x, y, loss):
    x, y = checked(net, x, y, loss)
    checks.require(
        len(x) == 1, f"x holds {len(x)} examples; the graph shows one: give x[:1] and y[:1]."
    )
    return x, y


def columns_of(net, x, y, loss):
    """The columns x, z1, a1, ..., p, L; dW and db stand in the layers of this net afterwards."""
    L, values, found = walk(net, x, y, loss)
    columns, k = [Column("x", "$x$", x[0])], 0
    for layer, v, dv in zip(net.layers, values, found, strict=True):
        k += bool(layer.shapes)
        name = "p" if layer is net.layers[-1] else f"{'z' if layer.shapes else 'a'}{k}"
        text = formula(layer, name, columns[-1].name, k)
        columns.append(Column(name, text, v[0], dv[0], layer, k))
    return [*columns, Column("L", "$L(p, y)$", np.array([L]), np.ones(1))]


def formula(layer, name, source, k):
    """How this column comes from the one before it."""
    if layer.shapes:
        return f"${name} = {source}\\,W{k}{f' + b{k}' if layer.bias else ''}$"
    return f"${name}$ = {type(layer).__name__.lower()}(${source}$)"


def place(columns, labelled):
    """Give each column its place, in inches; return the width and the height of all."""
    pitch, below = (PITCH_LABELLED, BELOW_BIAS) if labelled else (PITCH, BELOW)
    most = max(len(column.values) for column in columns)
    edge = 0.1 - GAP
    for column in columns:
        wide = WEIGHTS_GAP if labelled else LINES_GAP
        column.left = edge + (wide if column.linear else GAP)
        edge = column.left + BOX
        n = len(column.values)
        column.heights = below + pitch * ((most + n) / 2 - 1 - np.arange(n))
    return edge + 0.1, below + pitch * (most - 1) + ABOVE


def draw_column(ax, column, top):
    ax.text(column.left + BOX / 2, top, column.formula, ha="center", va="center", fontsize=8.5)
    for j, height in enumerate(column.heights):
        name = subscript(column.name, j, of=len(column.values))
        if column.gradients is None:
            draw_half(ax, column.left, height - HALF / 2, style.VALUE)
            write(ax, column.left, height, name, column.values[j])
        else:
            draw_half(ax, column.left, height, style.VALUE)
            draw_half(ax, column.left, height - HALF, style.GRADIENT)
            write_pair(ax, (column.left, height), name, column.values[j], column.gradients[j])


def draw_half(ax, left, bottom, color):
    ax.add_patch(
        Rectangle((left, bottom), BOX, HALF, facecolor=color, edgecolor=style.INK, zorder=3)
    )


def draw_arrows(ax, source, target):
    """One arrow for each unit; all of p go into the one L."""
    for j, height in enumerate(source.heights):
        end = (target.left, target.heights[min(j, len(target.heights) - 1)])
        arrow = {"arrowstyle": "-|>", "color": style.INK, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", end, (source.left + BOX, height), arrowprops=arrow)


def draw_weights(ax, source, target):
    """One line for each weight."""
    W = target.layer.W
    largest = np.abs(W).max() or 1.0
    for i, j in np.ndindex(W.shape):
        ax.plot(
            [source.left + BOX, target.left],
            [source.heights[i], target.heights[j]],
            color=style.ORANGE if W[i, j] > 0 else style.BLUE,
            linestyle="-" if W[i, j] > 0 else (0, (4, 2)),
            linewidth=0.7 + 2.3 * abs(W[i, j]) / largest,
            zorder=1,
        )


def write_parameters(ax, columns):
    for source, target in zip(columns, columns[1:], strict=False):
        if target.linear:
            write_weights(ax, source, target)
            if target.layer.bias:
                write_biases(ax, target)


def write_weights(ax, source, target):
    """The numbers of each weight: above and below a level line, or on a sloping one."""
    W, dW = target.layer.W, target.layer.dW
    for i, j in np.ndindex(W.shape):
        start, end = source.heights[i], target.heights[j]
        crossing = W.shape == (2, 2) and i != j
        along = 0.3 if crossing else 0.5  # off the middle, where two lines cross
        left = source.left + BOX + along * (target.left - source.left - BOX) - BOX / 2
        place = (left, start + along * (end - start))
        name = subscript(f"W{target.number}", i, j, of=W.size)
        if start != end:
            draw_ground(ax, *place)
        write_pair(ax, place, name, W[i, j], dW[i, j], BARE)


def draw_ground(ax, left, height):
    """White below numbers, so that the line doesn't cross them out."""
    corner = (left - 0.04, height - 0.17)
    ax.add_patch(Rectangle(corner, BOX + 0.08, 0.34, facecolor="white", linewidth=0, zorder=2))


def write_biases(ax, column):
    """The numbers of each bias, below the unit that they enter."""
    b, db = column.layer.b[0], column.layer.db[0]
    for j, height in enumerate(column.heights):
        middle, bottom = column.left + BOX / 2, height - HALF
        ax.plot([middle, middle], [bottom - 0.08, bottom], color=style.GREY, linewidth=1)
        name = subscript(f"b{column.number}", j, of=b.size)
        write_pair(ax, (column.left, bottom - 0.26), name, b[j], db[j], BARE)


def write_pair(ax, place, name, value, gradient, look=BOXED):
    """A value above, and its gradient below, the height of this place."""
    left, height = place
    write(ax, left, height + HALF / 2, name, value, look)
    write(ax, left, height - HALF / 2, f"d{name}", gradient, look)


def write(ax, left, height, name, value, look=BOXED):
    size, pad = look
    font = {"va": "center_baseline", "fontsize": size, "zorder": 5}
    ax.text(left + pad, height, f"${name}$", ha="left", **font)
    ax.text(left + BOX - pad, height, number(value), ha="right", **font)


def write_label(ax, column, y):
    """y below L: the loss compares p with it."""
    text = ", ".join(f"{one:g}" for one in y)
    below = column.heights[0] - HALF - 0.18
    ax.text(column.left + BOX / 2, below, f"$y$ = {text}", ha="center", fontsize=9)


def subscript(name, *indices, of):
    """z1 and index 0 -> z1_1, counted from 1; `name` alone where it is the only one."""
    return f"{name}_{{{''.join(str(i + 1) for i in indices)}}}" if of > 1 else name


def number(value):
    """4 decimals, never -0.0000; 3 digits where that would be too long."""
    text = f"{round(value, 4) + 0.0:.4f}" if abs(value) < 100 else f"{value:.3g}"
    return text.replace("-", "\N{MINUS SIGN}")
