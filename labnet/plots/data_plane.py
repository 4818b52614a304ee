"""Pictures in the plane of the data: the points, and what a network makes of them."""

import numpy as np

from .. import planar
from . import style

PLAIN = {"frameon": False, "handletextpad": 0.2, "columnspacing": 1.2}  # the look of legends


def points(X, y, ax=None):
    """The data: class 0 as blue circles, class 1 as orange squares.

    X (n, 2), y (n, 1); returns the axes.
    """
    X, y = planar.data(X, y)
    ax = plane(style.axes(ax, 4.2, 4.3), X)
    scatter(ax, X, y == 1)
    class_legend(ax)
    return ax


def comparison(predict, X, y, ax=None):
    """Ground truth beside prediction. Look at the ringed points: there the decision is wrong.

    The decision is class 1 where p > 0.5.

    Parameters
    ----------
    predict : a network, or a function that takes X (n, 2) and returns p (n, 1).
    X (n, 2), y (n, 1) : the data.
    ax : two axes, for example from plt.subplots(1, 2); returned.
    """
    X, y = planar.data(X, y)
    p = planar.predictions(predict, X)
    truth, prediction = axes = style.panels(ax, 1, 2, 7.6, 3.9)
    for panel, ones in ((truth, y == 1), (prediction, p > 0.5)):
        scatter(plane(panel, X), X, ones)
    ring(prediction, X[planar.wrong(p, y)])
    style.title(truth, "ground truth")
    style.title(prediction, f"prediction: {planar.right_text(p, y)}")
    prediction.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), **PLAIN)
    prediction.label_outer()
    return axes


def decision_surface(predict, X, y, ax=None):
    """p over the square, and the data. Look at the dark line: there p = 0.5, the decision turns.

    Parameters
    ----------
    predict : a network, or a function that takes X (n, 2) and returns p (n, 1).
    X (n, 2), y (n, 1) : the data.
    ax : returned; a colour bar for p is added beside it.
    """
    X, y = planar.data(X, y)
    box = planar.box(X)
    p = planar.predictions(predict, planar.grid(box))
    ax = plane(style.axes(ax, 5.2, 4.4), X)
    probability(ax, p, box)
    scatter(ax, X, y == 1)
    class_legend(ax)
    return ax


def plane(ax, X):
    """The square in which the data lie, with its axes x1 and x2, each with a scale of its own."""
    left, right, bottom, top = planar.box(X)
    ax.set(xlim=(left, right), ylim=(bottom, top), aspect="auto", box_aspect=1)
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return ax


def scatter(ax, X, ones, size=38):
    """The points X, drawn as class 1 where `ones`."""
    for k in (0, 1):
        chosen = X[np.ravel(ones) == k]
        ax.scatter(
            *chosen.T,
            s=size,
            color=style.COLORS[k],
            marker=style.MARKERS[k],
            edgecolors="white",
            linewidths=0.8,
            label=f"class {k}",
            zorder=3,
        )


def ring(ax, X):
    """A ring around each point of X."""
    ax.scatter(
        *X.T,
        s=150,
        facecolors="none",
        edgecolors=style.INK,
        linewidths=1.6,
        label="wrong",
        zorder=4,
    )


def class_legend(ax):
    """In one row above the axes."""
    ax.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=2, **PLAIN)


def probability(ax, p, box):
    """p over this box of the plane, with the 0.5 line and a colour bar."""
    image = surface(ax, p, box, 0.5, 0.5)
    boundary(ax, p, box, 0.5)
    probability_bar(ax, image)


def probability_bar(ax, image):
    """The colour bar of p, with a line at 0.5."""
    bar = ax.figure.colorbar(image, ax=ax, ticks=[0, 0.25, 0.5, 0.75, 1])
    bar.ax.set_title("$p$", fontsize=10)
    bar.ax.axhline(0.5, color=style.INK, linewidth=1.8)


def surface(ax, values, box, centre, reach):
    """The values (n * n,) of a grid as colours: white at `centre`, full at centre +- `reach`."""
    n = round(values.size**0.5)
    ax.grid(False)
    return ax.imshow(
        values.reshape(n, n),
        extent=box,
        aspect=ax.get_aspect(),
        origin="lower",
        cmap=style.SURFACE,
        vmin=centre - reach,
        vmax=centre + reach,
        interpolation="bilinear",
    )


def boundary(ax, values, box, level):
    """A dark line where the values (n * n,) of a grid in the box cross `level`, if they do."""
    if values.min() < level < values.max():
        n = round(values.size**0.5)
        x1, x2 = np.linspace(*box[:2], n), np.linspace(*box[2:], n)
        values = values.reshape(n, n)
        ax.contour(x1, x2, values, levels=[level], colors=style.INK, linewidths=1.8)
