"""The predictions, case by case, as a table."""

from matplotlib.patches import Rectangle

from . import inputs, style

COLUMNS = {"case": 0.45, "$x_1$": 0.95, "$x_2$": 1.4, "$y$": 1.7, "$p$": 2.3, "decision": 3.0}
BLOCK_WIDTH, ROW_HEIGHT, MOST_BLOCKS, USUAL_ROWS = 3.5, 0.2, 4, 25  # widths and heights in inches
TINT = "#FBE0CF"


def predictions(predict, X, y, ax=None):
    """The cases one by one: x, the label y, the prediction p, the decision (1 where p > 0.5).

    Look at the tinted rows with a cross: they are wrong. Case i is row i of X, from 0.

    Parameters
    ----------
    predict : a network, or a function that takes X (n, 2) and returns p (n, 1).
    X (n, 2), y (n, 1) : the data.
    ax : returned; without it, the figure grows with the number of rows.
    """
    X, y = inputs.data(X, y)
    p = inputs.predictions(predict, X)
    blocks = min(MOST_BLOCKS, -(-len(X) // USUAL_ROWS))
    rows = -(-len(X) // blocks)
    scale = min(1.0, 9.6 / (BLOCK_WIDTH * blocks))
    ax = style.axes(ax, blocks * BLOCK_WIDTH * scale, (rows + 3) * ROW_HEIGHT)
    ax.set(xlim=(0, blocks * BLOCK_WIDTH), ylim=(rows + 0.5, -1))
    ax.set_axis_off()
    for block in range(blocks):
        draw_block(ax, block, range(rows * block, min(len(X), rows * (block + 1))), X, y, p)
    style.title(ax, f"{inputs.right_text(p, y)}, accuracy {1 - inputs.wrong(p, y).mean():.4f}")
    return ax


def draw_block(ax, block, cases, X, y, p):
    left = block * BLOCK_WIDTH
    write_row(ax, left, -0.6, COLUMNS, weight="bold")
    ax.plot([left + 0.05, left + 3.3], [0, 0], color=style.GREY, linewidth=1)
    wrong = inputs.wrong(p, y)
    for row, case in enumerate(cases):
        write_row(ax, left, row + 0.5, cells(case, X, y, p))
        if wrong[case]:
            mark_wrong(ax, left, row)


def cells(case, X, y, p):
    x1, x2 = X[case]
    return (
        f"{case}",
        f"{x1:.2f}",
        f"{x2:.2f}",
        f"{y[case, 0]:.0f}",
        f"{p[case, 0]:.4f}",
        f"{p[case, 0] > 0.5:d}",
    )


def write_row(ax, left, height, texts, **kwargs):
    for text, right in zip(texts, COLUMNS.values(), strict=True):
        ax.text(left + right, height, text, ha="right", va="center", fontsize=9, **kwargs)


def mark_wrong(ax, left, row):
    """A tint under the row, and a cross at its end."""
    ax.add_patch(Rectangle((left + 0.05, row), 3.25, 1, color=TINT, linewidth=0, zorder=0))
    ax.text(left + 3.15, row + 0.5, "\N{BALLOT X}", ha="center", va="center", color=style.ORANGE)
