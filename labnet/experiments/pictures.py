"""Pictures of a sweep: bands over seeds, small multiples, and how often it worked."""

import numpy as np

from ..plots import style
from ..plots.curves import WHAT, draw
from ..spread import band
from .grid import text
from .runs import CURVES

ROW, MARGIN = 0.42, 1.1  # inches: of a bar, and around them
ACROSS = 3  # panels side by side


def bands(results, what="loss", log=True, ax=None):
    """Median and middle 90 % of the runs of each setting, labelled at the end of the line."""
    ax = style.axes(ax)
    dress(ax, what, log)
    draw(ax, {one.label: curve(one, what) for one in with_runs(results)})
    return ax


def panels(results, name, what="loss", log=True, axes=None):
    """A panel for each setting of the others; in it a band for each value of `name`."""
    groups = grouped(results, name)
    columns = min(len(groups), ACROSS)
    rows = -(-len(groups) // columns)
    size = 3.9 * columns + 0.4, 3.1 * rows
    axes = style.panels(axes, rows, columns, *size)
    heights = limits(
        [curve(one, what)[1] for one in with_runs(results)], what.endswith("loss") and log
    )
    for ax, (title, outcomes) in zip(axes, groups.items(), strict=False):
        dress(ax, what, log)
        ax.set_ylim(*heights)
        draw(ax, {short(name, one.varied[name]): curve(one, what) for one in with_runs(outcomes)})
        style.title(ax, title)
    for ax in axes[len(groups) :]:
        ax.set_axis_off()
    return axes


def with_runs(outcomes):
    """Those that have some: an interrupted sweep may have none of a setting."""
    return [one for one in outcomes if len(one.seeds)]


def short(name, value):
    """A word speaks for itself; a number needs the name."""
    return value if isinstance(value, str) else f"{name} {text(value)}"


def grouped(results, name):
    """{the others in words: their outcomes}, in the order of the grid."""
    groups = {}
    for one in results:
        others = {key: value for key, value in one.varied.items() if key != name}
        words = ", ".join(f"{key} {text(value)}" for key, value in others.items())
        groups.setdefault(words, []).append(one)
    return groups


def limits(curves, log):
    """The same heights for all panels, so that they can be compared."""
    found = np.concatenate([band(values).ravel() for values in curves])
    found = found[np.isfinite(found) & (found > 0 if log else True)]
    low, high = (found.min(), found.max()) if found.size else (0.1, 1.0)
    if log:
        return low / 1.5, high * 1.5
    margin = 0.05 * (high - low) or 0.05
    return low - margin, high + margin


def dress(ax, what, log):
    ax.set(xlabel="epoch", ylabel=WHAT[CURVES[what]])
    if what.endswith("loss") and log:
        ax.set_yscale("log")
    if what.endswith("accuracy"):
        ax.set_ylim(-0.03, 1.03)


def curve(one, what):
    """(epochs, values (K, R)), up to where the last run stopped."""
    shown = one.at < max(2, int(one.epochs.max()))
    return one.at[shown], getattr(one, CURVES[what])[shown]


def bars(results, ax=None):
    """The share of runs with every point right, and Wilson's 95 % interval for the true rate."""
    rows = with_runs(results)
    ax = style.axes(ax, style.WIDTH, MARGIN + ROW * len(rows))
    rates, low, high = np.array([one.rate for one in rows]).T
    y = np.arange(len(rows))
    ax.barh(y, rates, height=0.62, color=style.CYCLE[4], edgecolor=style.BLUE)
    ax.errorbar(rates, y, xerr=[rates - low, high - rates], fmt="none", color=style.INK, capsize=3)
    for place, end, one in zip(y, high, rows, strict=True):
        ax.text(end + 0.02, place, one.tally, va="center", fontsize=9, color=style.INK)
    ax.set(xlim=(0, 1.18), xlabel="share of runs with every point right")
    ax.set_yticks(y, [one.label for one in rows])
    ax.set_xticks(np.linspace(0, 1, 6))
    ax.invert_yaxis()
    ax.grid(False, axis="y")
    return ax
