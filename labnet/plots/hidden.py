"""What the hidden units do: each as a map over the square, and two of them as a new plane."""

from copy import copy

import numpy as np
from contourpy import contour_generator
from matplotlib.colors import LinearSegmentedColormap

from .. import planar
from ..network import Network, run_forward
from ..support import checks
from . import data_plane, style

FINE = 81  # points along each side of a sheet
SHADES = LinearSegmentedColormap.from_list("a", ["#FFFFFF", "#8F8F8F"])  # no colour of a class


def hidden_units(net, X, y, axes=None):
    """Each hidden unit of the first layer as a map: dark where a is large; at the line z is 0.

    Look at the directions of the lines: each unit splits the plane once.

    net : a Network (without runs); X (n, 2), y (n, 1) : the data.
    axes : one for each unit; returned.
    """
    X, y = planar.data(X, y)
    linear, activation = at_the_linear(up_to_activation(net, 1))
    box = planar.box(X)
    z = run_forward(linear, planar.grid(box))
    a = run_forward(activation, z)
    middle, reach = (a.max() + a.min()) / 2, np.ptp(a) / 2 or 1.0
    side, axes = unit_panels(axes, a.shape[1])
    for j, ax in enumerate(axes):
        data_plane.plane(ax, X)
        image = data_plane.surface(ax, a[:, j], box, middle, reach)
        image.set_cmap(SHADES)
        data_plane.boundary(ax, z[:, j], box, 0.0)
        data_plane.scatter(ax, X, y == 1, 10 * side)
        style.title(ax, f"$a1_{{{j + 1}}}$")
        ax.locator_params(nbins=3)
        ax.label_outer()
    bar = axes[0].figure.colorbar(image, ax=list(axes), shrink=0.8)
    bar.ax.set_title("$a1$", fontsize=10)
    handles = axes[0].get_legend_handles_labels()
    bar.ax.figure.legend(*handles, loc="outside upper right", ncols=2, **data_plane.PLAIN)
    return axes


def hidden_space(net, X, y, layer=None, ax=None, units=(0, 1), bend=1.0):
    """The data as two hidden units see them: where the points, and a square grid, are moved to.

    Look whether a straight line can now part the two classes. If the layer has two units and is the
    last before the output, p is drawn over the plane, and the dark line p = 0.5 is that line.
    With `bend` below 1, all is still on its way: each point x is at (1 - bend) x + bend a.

    Parameters
    ----------
    net : a Network (without runs); X (n, 2), y (n, 1) : the data.
    layer : 1 for the first hidden layer (a1), 2 for a2, ...; None takes the last.
    ax : returned.
    units : which two of its units, counted from 0.
    bend : 0 shows the plane as it is, 1 where the units put it.
    """
    X, y = planar.data(X, y)
    bend = checks.finite_number(bend, "bend")
    checks.require(0 <= bend <= 1, f"bend is {bend:g}; expected 0 to 1.")
    layer = len(hidden_layers(net)) if layer is None else layer
    layers = up_to_activation(net, layer)
    units = two_of(units, layers)
    ax = style.axes(ax, 5.2, 4.4)

    def moved(x):
        return (1 - bend) * x + bend * run_forward(layers, x)[:, units]

    draw_grid(ax, moved)
    data_plane.scatter(ax, moved(X), y == 1)
    if bend < 1:
        draw_sheet(ax, net, moved, X)
    elif layer == len(hidden_layers(net)) and layers_out(layers) == 2:
        ax.autoscale(False)
        box = ax.get_xlim() + ax.get_ylim()
        rest = [copy(one) for one in net.layers[len(layers) :]]
        data_plane.probability(ax, run_forward(rest, planar.grid(box)[:, np.argsort(units)]), box)
    names = [axis_name(i, f"a{layer}_{{{unit + 1}}}", bend) for i, unit in enumerate(units, 1)]
    ax.set(xlabel=names[0], ylabel=names[1])
    data_plane.class_legend(ax)
    return ax


def one_network(net):
    checks.require(
        isinstance(net, Network) and net.runs is None,
        f"net is {net!r}; expected one Network, without runs. To look at run r, build the same "
        "network without runs, as one, and copy: one.theta[...] = net.theta[r].",
    )
    return net


def hidden_layers(net):
    """For each hidden layer, how many of net.layers it takes to reach its a."""
    one_network(net)
    linear = [i for i, layer in enumerate(net.layers) if layer.shapes]
    checks.require(
        len(linear) > 1,
        f"{net!r} has no hidden layer; put one in, such as Linear(2, 4), Sigmoid().",
    )
    return linear[1:]


def up_to_activation(net, layer):
    """Copies of the layers from the data up to the a of this hidden layer."""
    ends = hidden_layers(net)
    checks.require(
        checks.is_whole(layer) and layer in range(1, len(ends) + 1),
        f"layer is {layer!r}; this network has {len(ends)} hidden layer(s): expected 1"
        + (f" to {len(ends)}." if len(ends) > 1 else "."),
    )
    checks.require(net.n_in == 2, f"The network takes {net.n_in} inputs; this picture needs 2.")
    return [copy(one) for one in net.layers[: ends[layer - 1]]]


def at_the_linear(layers):
    """The layers up to the last Linear, and the activation behind it."""
    end = 1 + max(i for i, layer in enumerate(layers) if layer.shapes)
    return layers[:end], layers[end:]


def layers_out(layers):
    return next(layer.n_out for layer in reversed(layers) if layer.shapes)


def two_of(units, layers):
    count = layers_out(layers)
    listed = isinstance(units, (list, tuple))
    units = list(units) if listed else np.ravel(checks.as_array(units)).tolist()
    known = all(checks.is_whole(unit) and unit in range(count) for unit in units)
    checks.require(
        known and len(set(units)) == len(units) == 2,
        f"units is {units!r}; expected two of this layer's {count} unit(s), such as (0, 1).",
    )
    return units


def unit_panels(axes, units):
    """The side of a panel in inches, and `axes`, or a grid of which the last may stay empty."""
    columns = units if units < 4 else min(-(-units // 2), 5)
    rows = -(-units // columns)
    side = np.clip(7.0 / columns, 1.75, 3.2)
    if axes is not None:
        return side, style.panels(axes, 1, units)
    made = style.panels(None, rows, columns, side * columns + 0.8, (side + 0.15) * rows + 0.5)
    for ax in made[units:]:
        ax.remove()
    return side, style.Panels(made[:units])


def draw_grid(ax, moved):
    """The lines x1 = 0, 0.1, ..., 1 and x2 = 0, 0.1, ..., 1, where `moved` puts them."""
    along = np.linspace(0.0, 1.0, 101)
    for fixed in np.linspace(0.0, 1.0, 11):
        line = np.stack([np.full_like(along, fixed), along], axis=1)
        for one in (line, line[:, ::-1]):
            ax.plot(*moved(one).T, color="#B5B5B5", linewidth=0.8, zorder=1)


def draw_sheet(ax, net, moved, X):
    """p over the plane, and the line p = 0.5, where `moved` puts them."""
    box = 2 * planar.extent(X)
    across = np.linspace(*box[:2], FINE)
    plane = planar.grid(box, FINE)
    p = net.predict(plane).reshape(FINE, FINE)
    x1, x2 = moved(plane).T.reshape(2, FINE, FINE)
    sheet = ax.pcolormesh(x1, x2, p, cmap=style.SURFACE, vmin=0, vmax=1, shading="gouraud")
    sheet.set_zorder(0)
    ax.grid(False)
    for line in contour_generator(across, across, p).lines(0.5):
        ax.plot(*moved(line).T, color=style.INK, linewidth=1.8)
    data_plane.probability_bar(ax, sheet)


def axis_name(i, unit, bend):
    return f"${unit}$" if bend == 1 else f"$x_{i}$" if bend == 0 else f"$x_{i} \\to {unit}$"
