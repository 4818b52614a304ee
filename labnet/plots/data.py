"""Pictures in the plane of the data: the points, and what a network makes of them."""

import numpy as np

from . import inputs, style


def points(X, y, ax=None):
    """The data: class 0 as blue circles, class 1 as orange squares.

    X (n, 2), y (n, 1); returns the axes.
    """
    X, y = inputs.data(X, y)
    ax = plane(style.axes(ax, 4.6, 4.2), X)
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
    X, y = inputs.data(X, y)
    p = inputs.predictions(predict, X)
    truth, prediction = axes = style.panels(ax, 1, 2, 7.6, 3.9)
    for panel, ones in ((truth, y == 1), (prediction, p > 0.5)):
        scatter(plane(panel, X), X, ones)
    ring(prediction, X[inputs.wrong(p, y)])
    style.title(truth, "ground truth")
    style.title(prediction, f"prediction: {inputs.right_text(p, y)}")
    class_legend(prediction)
    return axes


def decision_surface(predict, X, y, ax=None):
    """p over the square, and the data. Look at the dark line: there p = 0.5, the decision turns.

    Parameters
    ----------
    predict : a network, or a function that takes X (n, 2) and returns p (n, 1).
    X (n, 2), y (n, 1) : the data.
    ax : returned; a colour bar for p is added beside it.
    """
    X, y = inputs.data(X, y)
    low, high = inputs.extent(X)
    p = inputs.predictions(predict, inputs.square_grid(low, high))
    ax = plane(style.axes(ax, 5.4, 4.2), X)
    image = surface(ax, p, (low, high), 0.5, 0.5)
    boundary(ax, p, (low, high), 0.5)
    bar = ax.figure.colorbar(image, ax=ax, ticks=[0, 0.25, 0.5, 0.75, 1])
    bar.set_label("$p$", rotation=0)
    bar.ax.axhline(0.5, color=style.INK)
    scatter(ax, X, y == 1)
    return ax


def plane(ax, X):
    """The square in which the data lie, with its axes x1 and x2."""
    ax.set(xlim=inputs.extent(X), ylim=inputs.extent(X), aspect="equal")
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
    """Beside the axes, without entries that no point belongs to."""
    drawn = [artist for artist in ax.collections if len(artist.get_offsets())]
    ax.legend(handles=drawn, loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)


def surface(ax, values, extent, centre, reach):
    """The values (n * n,) of a square grid as colours: white at `centre`, full at +- `reach`."""
    n = round(values.size**0.5)
    return ax.imshow(
        values.reshape(n, n),
        extent=(*extent, *extent),
        origin="lower",
        cmap=style.SURFACE,
        vmin=centre - reach,
        vmax=centre + reach,
        interpolation="bilinear",
    )


def boundary(ax, values, extent, level):
    """A dark line where the values (n * n,) of a square grid cross `level`, if they do."""
    if values.min() < level < values.max():
        n = round(values.size**0.5)
        steps = np.linspace(*extent, n)
        ax.contour(
            steps, steps, values.reshape(n, n), levels=[level], colors=style.INK, linewidths=1.8
        )
