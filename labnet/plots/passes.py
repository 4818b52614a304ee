"""The forward pass above, the backward pass below, and what goes down from one to the other."""

from dataclasses import dataclass

from matplotlib.patches import Rectangle

from ..support import checks
from . import style

BOX, HEIGHT = 0.66, 0.5  # inches: one array
GAPS = {"linear": 0.84, "bend": 0.52, "loss": 0.44}  # before z, a and L
FORWARD, MIDDLE, BACKWARD = 3.25, 1.95, 0.65


@dataclass
class Place:
    """One array of the forward pass: its symbol, its shape, how it is made, its left edge."""

    symbol: str
    shape: tuple
    kind: str
    left: float

    @property
    def right(self):
        return self.left + BOX


def passes(sizes, n, wrong=(), ax=None):
    """Each array with its shape: above on its way forward, below its gradient on the way back.

    Follow the upper row to the right, then the lower row to the left. In between stands what the
    backward pass takes from the forward pass.

    Parameters
    ----------
    sizes : how many numbers each layer holds, such as (2, 3, 3, 1); a sigmoid follows each layer.
    n : the number of examples.
    wrong : names of gradients to mark as wrong, such as ("dW1", "db1").
    ax : returned.
    """
    n = checks.positive_whole(n, "n")
    sizes = checks.listing(sizes, "sizes", "(2, 3, 1)")
    checks.require(len(sizes) > 1, f"sizes is {sizes}; expected two layers or more.")
    places = arrange([checks.positive_whole(size, "each of sizes") for size in sizes], n)
    wrong = checks.listing(wrong, "wrong", '("dW1", "db1")')
    check_names(wrong, places)
    width = places[-1].right + 0.1
    ax = style.sheet(ax, width, BACKWARD + FORWARD)
    for before, after in zip(places, places[1:], strict=False):
        DRAW[after.kind](ax, before, after, wrong)
    for place in places:
        draw_box(ax, place.left, FORWARD, place.symbol, place.shape)
        if place.symbol not in ("x", "L"):
            draw_box(ax, place.left, BACKWARD, "d" + place.symbol, place.shape, wrong)
    ax.text(0.1, FORWARD + 0.5, "forward →", fontsize=10, color=style.GREY)
    ax.text(0.1, BACKWARD - 0.62, "← backward", fontsize=10, color=style.GREY)
    return ax


def arrange(sizes, n):
    """x, z1, a1, ..., p, L from left to right."""
    last = len(sizes) - 1
    kinds = [("x", (n, sizes[0]), "data")]
    for k, size in enumerate(sizes[1:], 1):
        kinds.append((f"z{k}", (n, size), "linear"))
        kinds.append((f"a{k}" if k < last else "p", (n, size), "bend"))
    places, left = [], 0.1
    for symbol, shape, kind in [*kinds, ("L", "a number", "loss")]:
        left += GAPS.get(kind, 0)
        places.append(Place(symbol, shape, kind, left))
        left += BOX
    return places


def check_names(wrong, places):
    layers = range(1, sum(place.kind == "linear" for place in places) + 1)
    known = [f"d{place.symbol}" for place in places[1:-1]]
    known += [f"d{name}{k}" for k in layers for name in "Wb"]
    unknown = [name for name in wrong if not isinstance(name, str) or name not in known]
    checks.require(not unknown, f"wrong names {unknown}; expected names among {known}.")


def draw_box(ax, left, middle, symbol, shape, wrong=()):
    bad = symbol in wrong
    plain = style.GRADIENT if symbol.startswith("d") else style.VALUE
    fill = style.ORANGE if bad else plain
    ink = "white" if bad else style.INK
    ax.add_patch(
        Rectangle((left, middle - HEIGHT / 2), BOX, HEIGHT, facecolor=fill, edgecolor=style.INK)
    )
    look = {"ha": "center", "va": "center", "color": ink, "zorder": 5}
    ax.text(left + BOX / 2, middle + HEIGHT / 5, f"${symbol}$", fontsize=11, **look)
    ax.text(left + BOX / 2, middle - HEIGHT / 4, str(shape), fontsize=8, **look)
    if bad:
        ax.text(left + 0.09, middle + HEIGHT / 4, "\u2717", fontsize=10, **look)


def draw_linear(ax, before, after, wrong):
    """x -> z: forward with W and b; back to dx through W.T; dW where both passes meet."""
    k, across = after.symbol[1:], (before.right + after.left) / 2
    arrow(ax, (before.right, FORWARD), (after.left, FORWARD), f"$W{k},\\ b{k}$", 0.14)
    if before.symbol != "x":
        label = f"$W{k}^\\top$"
        arrow(ax, (after.left, BACKWARD), (before.right, BACKWARD), label, -0.2)
    thread(ax, (before.left + BOX / 2, FORWARD - HEIGHT / 2), (across, MIDDLE + HEIGHT))
    thread(ax, (after.left + BOX / 2, BACKWARD + HEIGHT / 2), (across, MIDDLE - HEIGHT))
    n_in, n_out = before.shape[1], after.shape[1]
    left = across - BOX / 2
    draw_box(ax, left, MIDDLE + HEIGHT / 2, f"dW{k}", (n_in, n_out), wrong)
    draw_box(ax, left, MIDDLE - HEIGHT / 2, f"db{k}", (1, n_out), wrong)


def draw_bend(ax, before, after, wrong):
    """z -> a by the sigmoid; back through its slope, which is written with a."""
    a, across = after.symbol, (before.right + after.left) / 2
    arrow(ax, (before.right, FORWARD), (after.left, FORWARD), r"$\sigma$", 0.14)
    arrow(ax, (after.left, BACKWARD), (before.right, BACKWARD), "", 0)
    thread(ax, (after.left + 0.2, FORWARD - HEIGHT / 2), (across, BACKWARD + 0.04))
    ax.text(
        across + 0.14,
        MIDDLE,
        f"${a}\\,(1 - {a})$",
        fontsize=9,
        ha="center",
        va="center",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )


def draw_loss(ax, before, after, wrong):
    arrow(ax, (before.right, FORWARD), (after.left, FORWARD), "$y$", 0.14)
    turn = after.left + BOX / 2
    ax.plot([turn, turn], [FORWARD - HEIGHT / 2, BACKWARD], color=style.INK, linewidth=1)
    arrow(ax, (turn, BACKWARD), (before.right, BACKWARD), "", 0)


def arrow(ax, start, end, label, above):
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": style.INK, "shrinkA": 0})
    middle = (start[0] + end[0]) / 2
    ax.text(middle, start[1] + above, label, ha="center", va="center", fontsize=10)


def thread(ax, start, end):
    """What is kept from the forward pass, or joins it: a dashed line with a head."""
    look = {"arrowstyle": "-|>", "color": style.GREY, "linestyle": "--", "shrinkA": 0}
    ax.annotate("", end, start, arrowprops=look | {"shrinkB": 0})


DRAW = {"linear": draw_linear, "bend": draw_bend, "loss": draw_loss}
