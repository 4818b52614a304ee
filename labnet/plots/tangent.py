"""One point of a curve, and the line that its slope makes there."""

import numpy as np

from ..support import checks
from . import style

FARTHEST, EDGE = 6.0, 8.0  # z of the outermost points; where the picture ends
REACH = 2.0  # the line runs from z - REACH to z + REACH


def tangent(f, slope, z, ax=None):
    """The curve a = f(z), and through its point at z a line with the slope slope(z).

    Look where they meet: there the line must follow the curve. The axes are the same for each z.

    f, slope : functions of z, such as sigmoid; f also takes an array (n,).
    z : from -6 to 6; ax : returned.
    """
    checks.require(abs(checks.finite_number(z, "z")) <= FARTHEST, f"z is {z}; expected -6 to 6.")
    a = checks.finite_number(f(z), "f(z)")
    steepness = checks.finite_number(slope(z), "slope(z)")
    ax = style.axes(ax)
    draw_curve(ax, f)
    aside = np.array([-REACH, REACH])
    ax.plot(z + aside, a + steepness * aside, color=style.ORANGE, linewidth=2, linestyle="--")
    ax.plot(z, a, "o", color=style.INK, markersize=8, zorder=4)
    style.title(ax, f"z = {z:.2f}    a = {a:.4f}    slope = {steepness:.4f}")
    return ax


def draw_curve(ax, f):
    """The curve alone says how high the axes are, so that they stay when the point moves."""
    z = np.linspace(-EDGE, EDGE, 801)
    a = checks.finite(checks.as_floats(f(z), "f(z)"), "f(z)")
    checks.require(a.shape == z.shape, "f returns one number; expected one for each z of an array.")
    ax.plot(z, a, color=style.BLUE, linewidth=2)
    margin = 0.15 * np.ptp(a)
    ax.set(xlim=(-EDGE, EDGE), ylim=(a.min() - margin, a.max() + margin))
    ax.set(xlabel="$z$", ylabel="$a$")
