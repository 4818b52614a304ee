"""One example on its way through a network, forward and backward, as a computational graph."""

from copy import copy, deepcopy
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle

from .. import checks, gradients
from ..layers import Layer
from . import style
from .hidden import one_network

BOX, HALF = 0.98, 0.21  # inches: the width of a box, and the height of each of its halves
GAP, LINEAR_GAP, BARE_GAP = 0.28, 1.3, 0.9  # between columns; where weights stand; without texts
MOST_LABELLED = 2  # units on both sides for which each weight still has room for its numbers


@dataclass
class Column:
    """One array on the way: its name, its numbers (n,), their gradients, and where they come from."""

    name: str
    values: np.ndarray
    gradients: np.ndarray | None
    layer: Layer | None
    formula: str


def graph(net, x, y, loss, ax=None):
    """One example as a computational graph: in each box above the value, below its gradient.

    Read the values from left to right, then the gradients from right to left: dz is dL/dz. The
    weights stand on their lines, solid where W > 0, dashed where W < 0, the wider the larger; in
    layers of more than two units only the lines are drawn.

    Parameters
    ----------
    net : a Network (without runs).
    x (1, n_in), y (1, n_out) : one example.
    loss : such as BinaryCrossEntropy().
    ax : returned.
    """
    one_network(net)
    x, y = one_example(net, x, y, loss)
    columns = walk(deepcopy(net), x, y, copy(loss))
    lefts, width = places(columns)
    most = max(len(column.values) for column in columns)
    pitch = 1.5 if with_texts(columns) else 0.75
    height = pitch * (most - 1) + 2.0
    ax = style.axes(ax, width, height)
    ax.set(xlim=(0, width), ylim=(-height / 2 - 0.1, height / 2 - 0.1), aspect="equal")
    ax.set_axis_off()
    for i, column in enumerate(columns):
        if i:
            draw_edges(ax, columns[i - 1], column, lefts[i - 1] + BOX, lefts[i], pitch)
        draw_column(ax, column, lefts[i], pitch, pitch * (most - 1) / 2 + 0.5)
    ax.text(lefts[-1] + BOX / 2, -HALF - 0.18, f"$y$ = {number(y[0, 0])}", ha="center", fontsize=9)
    return ax


def one_example(net, x, y, loss):
    x, y = checks.data(net, x, y, loss)
    checks.require(
        len(x) == 1, f"x holds {len(x)} examples; the graph shows one: give x[:1] and y[:1]."
    )
    return x, y


def walk(net, x, y, loss):
    """The columns x, z1, a1, ..., p, L, with the gradients that `loss_and_gradient` uses too."""
    values = [x]
    for layer in net.layers:
        values.append(layer.forward(values[-1]))
    L, _ = gradients.loss_and_gradient(net, x, y, loss)
    downs = backward(net, values[-1], y, loss)
    names = symbols(net.layers)
    columns = [Column("x", x[0], None, None, "$x$")]
    for i, layer in enumerate(net.layers):
        text = formula(layer, names[i + 1], names[i])
        columns.append(Column(names[i + 1], values[i + 1][0], downs[i][0], layer, text))
    columns.append(Column("L", np.array([L]), np.array([1.0]), None, "$L(p, y)$"))
    return columns


def backward(net, p, y, loss):
    """dL/d(output) of each layer, first layer first."""
    loss.forward(p, y)
    downs = [loss.backward()]
    for layer in reversed(net.layers[1:]):
        downs.append(layer.backward(downs[-1]))
    if gradients._joined(net, loss):
        downs[1:] = [loss.backward_to_logits(p, y)]
        for layer in reversed(net.layers[1:-1]):
            downs.append(layer.backward(downs[-1]))
    return downs[::-1]


def symbols(layers):
    """x, z1, a1, z2, ..., p: the name of each array between the layers."""
    names, k = ["x"], 0
    for layer in layers:
        k += bool(layer.shapes)
        names.append(f"{'z' if layer.shapes else 'a'}{k}")
    return [*names[:-1], "p"]


def formula(layer, name, source):
    if layer.shapes:
        k = name[1:] if name != "p" else ""
        return f"${name} = {source}\\,W{k} + b{k}$"
    return f"${name}$ = {type(layer).__name__.lower()}(${source}$)"


def with_texts(columns):
    return max(len(column.values) for column in columns) <= MOST_LABELLED


def places(columns):
    """The left edge of each column, and the width of all."""
    lefts, left = [], 0.1
    wide = LINEAR_GAP if with_texts(columns) else BARE_GAP
    for column in columns:
        if column.name != "x":
            left += wide if is_linear(column) else GAP
        lefts.append(left)
        left += BOX
    return lefts, left + 0.1


def is_linear(column):
    return column.layer is not None and bool(column.layer.shapes)


def heights(n, pitch):
    """Where the n units of a column stand, the first on top."""
    return pitch * ((n - 1) / 2 - np.arange(n))


def subscript(name, *indices):
    """z1 and 1 -> z1_2: counted from 1; `name` alone where there is only one."""
    return f"{name}_{{{''.join(str(i + 1) for i in indices)}}}" if indices else name


def draw_column(ax, column, left, pitch, top):
    n = len(column.values)
    ax.text(left + BOX / 2, top, column.formula, ha="center", va="center", fontsize=8.5)
    for j, height in enumerate(heights(n, pitch)):
        name = subscript(column.name, *[j] * (n > 1))
        gradient = None if column.gradients is None else column.gradients[j]
        draw_box(ax, left, height, name, column.values[j], gradient)
        if is_linear(column) and column.layer.bias and with_room(pitch):
            layer, k = column.layer, column.formula.split("b")[-1].rstrip("$")
            draw_bias(ax, left, height, f"b{k}", j, layer)


def with_room(pitch):
    return pitch > 1


def draw_box(ax, left, height, name, value, gradient):
    ax.add_patch(
        Rectangle((left, height), BOX, HALF, facecolor="#EAF3FA", edgecolor=style.INK, zorder=3)
    )
    write(ax, left, height + HALF / 2, name, value)
    if gradient is not None:
        ax.add_patch(
            Rectangle(
                (left, height - HALF), BOX, HALF, facecolor="#FDF1E7", edgecolor=style.INK, zorder=3
            )
        )
        write(ax, left, height - HALF / 2, f"d{name}", gradient)


def write(ax, left, height, name, value, size=9):
    look = {"va": "center_baseline", "fontsize": size, "zorder": 5}
    ax.text(left + 0.05, height, f"${name}$", ha="left", **look)
    ax.text(left + BOX - 0.05, height, number(value), ha="right", **look)


def draw_bias(ax, left, height, name, j, layer):
    n = layer.n_out
    name = subscript(name, *[j] * (n > 1))
    ax.plot([left + BOX / 2] * 2, [height - HALF - 0.1, height - HALF], color=style.GREY)
    write(ax, left, height - HALF - 0.2, name, layer.b[0, j], 8.5)
    write(ax, left, height - HALF - 0.37, f"d{name}", layer.db[0, j], 8.5)


def draw_edges(ax, source, target, start, end, pitch):
    ins, outs = (heights(len(column.values), pitch) for column in (source, target))
    if not is_linear(target):
        for below, above in zip(np.broadcast_to(ins, outs.shape), outs, strict=True):
            ax.annotate("", (end, above), (start, below), arrowprops={"arrowstyle": "->"})
        return
    W, dW = target.layer.W, target.layer.dW
    k = target.formula.split("b")[-1].rstrip("$")
    for i, j in np.ndindex(W.shape):
        draw_weight(ax, (start, ins[i]), (end, outs[j]), W[i, j], np.abs(W).max())
        if with_room(pitch):
            name = subscript(f"W{k}", *([i, j] if W.size > 1 else []))
            share = 0.36 if W.shape == (2, 2) and i != j else 0.5
            across = start + share * (end - start)
            height = ins[i] + share * (outs[j] - ins[i])
            label_weight(ax, across, height, name, W[i, j], dW[i, j])


def draw_weight(ax, start, end, W, largest):
    ax.plot(
        *zip(start, end, strict=True),
        color=style.ORANGE if W > 0 else style.BLUE,
        linestyle="-" if W > 0 else "--",
        linewidth=0.6 + 2.4 * abs(W) / (largest or 1.0),
        zorder=1,
    )


def label_weight(ax, across, height, name, W, dW):
    left = across - BOX / 2
    ax.add_patch(
        Rectangle((left, height - 0.17), BOX, 0.34, facecolor="white", linewidth=0, zorder=2)
    )
    write(ax, left, height + 0.085, name, W, 8.5)
    write(ax, left, height - 0.085, f"d{name}", dW, 8.5)


def number(value):
    """4 decimals, never -0.0000; 4 digits where that would be too long."""
    return f"{round(value, 4) + 0.0:.4f}" if abs(value) < 1000 else f"{value:.3g}"
