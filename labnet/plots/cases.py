"""The predictions, case by case, as a table."""

from matplotlib.patches import Rectangle

from .. import planar
from . import style

COLUMNS = {"case": 0.4, "$x_1$": 0.82, "$x_2$": 1.22, "$y$": 1.46, "$p$": 2.02, "decision": 2.76}
BLOCK, ROW = 3.15, 0.2  # inches: the width of a block, with the space behind it, and of a row
LINE = 3.0  # how far a row reaches
MOST_BLOCKS, USUAL_ROWS = 3, 25
TINT = "#FBE0CF"


def predictions(predict, X, y, ax=None):
    """The cases one by one: x, the label y, the prediction p, the decision (1 where p > 0.5).

    Look at the tinted rows with a cross: they are wrong. Case i is row i of X, counted from 0.

    Parameters
    ----------
    predict : a network, or a function that takes X (n, 2) and returns p (n, 1).
    X (n, 2), y (n, 1) : the data.
    ax : returned; without it, the figure grows with the number of rows.
    """
    X, y = planar.data(X, y)
    p = planar.predictions(predict, X)
    blocks = min(MOST_BLOCKS, -(-len(X) // USUAL_ROWS))
    rows = -(-len(X) // blocks)
    height = (rows + 3.2) * ROW
    ax = style.sheet(ax, blocks * BLOCK, height)
    ax.text(0.05, height - ROW, heading(p, y), fontsize=11, va="center", color=style.INK)
    for block in range(blocks):
        cases = range(rows * block, min(len(X), rows * (block + 1)))
        draw_block(ax, (block * BLOCK, height - 2.2 * ROW), cases, X, y, p)
    return ax


def heading(p, y):
    return f"{planar.right_text(p, y)}, accuracy {1 - planar.wrong(p, y).mean():.4f}"


def draw_block(ax, corner, cases, X, y, p):
    """The head of the table at this corner, and a row below it for each of the cases."""
    left, top = corner
    wrong = planar.wrong(p, y)
    write_row(ax, left, top, COLUMNS, weight="bold")
    ax.plot([left + 0.05, left + LINE], [top - 0.55 * ROW] * 2, color=style.GREY, linewidth=1)
    for row, case in enumerate(cases):
        height = top - (row + 1.2) * ROW
        write_row(ax, left, height, cells(case, X, y, p))
        if wrong[case]:
            mark_wrong(ax, left, height)


def cells(case, X, y, p):
    x1, x2 = X[case]
    p = p[case, 0]
    return f"{case}", f"{x1:.2f}", f"{x2:.2f}", f"{y[case, 0]:.0f}", f"{p:.4f}", f"{p > 0.5:d}"


def write_row(ax, left, height, texts, **kwargs):
    for text, right in zip(texts, COLUMNS.values(), strict=True):
        ax.text(left + right, height, text, ha="right", va="center_baseline", fontsize=9, **kwargs)


def mark_wrong(ax, left, height):
    """A tint under the row, and a cross at its end."""
    corner = (left + 0.05, height - ROW / 2)
    ax.add_patch(Rectangle(corner, LINE - 0.05, ROW, color=TINT, linewidth=0, zorder=0))
    ax.text(left + 2.9, height, "\N{BALLOT X}", ha="center", va="center", color=style.ORANGE)
