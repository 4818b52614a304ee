"""A network as circles and lines: who is connected with whom, and which array holds the weights."""

from matplotlib.patches import Circle

from ..support import checks
from . import style

RADIUS, PITCH, GAP = 0.2, 0.6, 1.5  # inches: a unit, from unit to unit, from layer to layer


def architecture(sizes, ax=None):
    """Layers of units, and every weight as a line. Look at the shapes under the lines.

    sizes : how many numbers each layer holds, such as (2, 3, 3, 1), the data first; ax : returned.
    """
    sizes = checks.listing(sizes, "sizes", "(2, 3, 1)")
    sizes = [checks.positive_whole(n, "each of sizes") for n in sizes]
    checks.require(len(sizes) > 1, f"sizes is {sizes}; expected two layers or more.")
    left, right = 0.5, 0.5 + GAP * (len(sizes) - 1)
    top = PITCH * (max(sizes) - 1) / 2 + RADIUS
    ax = style.sheet(ax, right + left, 2 * top + 1.1)
    ax.set(ylim=(-top - 0.6, top + 0.5))  # 0 is the middle of every layer
    names = ["x", *(f"a{k}" for k in range(1, len(sizes) - 1)), "p"]
    for k, (n, name) in enumerate(zip(sizes, names, strict=True)):
        across = left + GAP * k
        if k:
            draw_weights(ax, across - GAP, across, sizes[k - 1], n)
            label_weights(ax, across - GAP / 2, -top - 0.2, k, (sizes[k - 1], n))
        draw_units(ax, across, n, name)
        ax.text(across, top + 0.28, f"${name}$", ha="center", va="center", fontsize=12)
    return ax


def heights(n):
    """Where n units stand, the first on top."""
    return [PITCH * ((n - 1) / 2 - i) for i in range(n)]


def draw_units(ax, across, n, name):
    """The data open, since nothing is computed there; all other units filled."""
    for i, height in enumerate(heights(n)):
        fill = "white" if name == "x" else style.VALUE
        ax.add_patch(Circle((across, height), RADIUS, facecolor=fill, edgecolor=style.INK))
        symbol = name if n == 1 else f"{name}_{{{i + 1}}}"
        ax.text(across, height, f"${symbol}$", ha="center", va="center_baseline", fontsize=10)


def draw_weights(ax, start, end, n_in, n_out):
    for below in heights(n_in):
        for above in heights(n_out):
            ax.plot([start, end], [below, above], color=style.GREY, linewidth=1, zorder=0)


def label_weights(ax, across, height, k, shape):
    look = {"ha": "center", "va": "center", "fontsize": 10}
    ax.text(across, height, f"$W{k}$  {shape}", **look)
    ax.text(across, height - 0.25, f"$b{k}$  {(1, shape[1])}", **look)
