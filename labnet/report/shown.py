"""What the cells of a report show: numbered figures and tables, and sentences with numbers.

All are the value at the end of a cell, and print the same words wherever there is no picture.
"""

from html import escape
from io import BytesIO

import numpy as np

from ..experiments.outcome_table import aligned
from ..experiments.outcome_table import rows as rows_of
from ..experiments.outcomes import Results
from ..support import checks

DPI = 115  # finer than on screen, for paper, and small enough to be kept
BLOCKS = 4  # of cases, side by side


class Shown:
    """Words for the page, and the same as plain text."""

    def __init__(self, kind, rich, plain):
        self.kind, self.rich, self.plain = kind, rich, plain

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {self.kind: self.rich, "text/plain": self.plain}

    def __repr__(self):
        return self.plain


def say(text):
    """A text, in Markdown, with numbers that the cell has measured: say(f"... {n} points").

    The page puts it inside the paragraph around it, where no empty line keeps them apart.
    """
    checks.require(isinstance(text, str), f'say was given {text!r}; expected a text, f"...".')
    text = text.strip()
    return Shown("text/markdown", text, text)


def figure(number, caption, axes):
    """Figure `number`: what was drawn on these axes, and below it the caption.

    number : any that is free. The page counts figures in their order, and their mentions follow.
    axes : what the functions of `plots` return, or a Matplotlib figure.
    """
    label = labelled("Figure", number, caption)
    show(drawn(axes))
    return Shown("text/markdown", "**{}** {}".format(*label), " ".join(label))


def table(number, caption, rows):
    """Table `number`, and above it the caption.

    rows : the Results of a sweep, or lists of one length, of which the first names the columns.
    """
    label = labelled("Table", number, caption)
    rows = rows_of(rows) if isinstance(rows, Results) else texts(rows)
    return Shown("text/html", markup(label, rows), "\n".join([" ".join(label), *aligned(rows)]))


def cases(number, caption, p, y):
    """Table `number`: the predictions case by case; an x marks those that are decided wrongly.

    p (n, 1), y (n, 1). Case i is row i, counted from 0; the decision is class 1 where p > 0.5.
    """
    p, y = checks.predictions_and_labels(p, y)
    each = [[str(i), f"{v:.0f}", f"{q:.4f}{mark(q, v)}"] for i, (q, v) in enumerate(pairs(p, y))]
    height = -(-len(each) // BLOCKS)
    each += [[""] * 3] * (BLOCKS * height - len(each))
    blocks = [each[i : i + height] for i in range(0, len(each), height)]
    rows = [sum(row, []) for row in zip(*blocks, strict=True)]
    return table(number, caption, [["case", "y", "p"] * BLOCKS, *rows])


def pairs(p, y):
    return zip(p[:, 0], y[:, 0], strict=True)


def mark(p, y):
    return "" if (p > 0.5) == (y == 1) else " x"


def labelled(kind, number, caption):
    """("Figure 3.", the caption), if both are there."""
    number = checks.positive_whole(number, f"The number of a {kind.lower()}")
    good = isinstance(caption, str) and caption.strip()
    checks.require(
        good,
        f"The caption of {kind} {number} is {caption!r}; expected a sentence that says "
        "what it shows.",
    )
    return f"{kind} {number}.", " ".join(caption.split())


def texts(rows):
    example = '[["epochs", "loss"], [100, 0.25]]'
    each = [checks.listing(row, "a row", example) for row in checks.listing(rows, "rows", example)]
    rows = [list(map(str, row)) for row in each]
    checks.require(
        rows and rows[0] and len(set(map(len, rows))) == 1,
        f"The rows have {sorted(set(map(len, rows)))} entries; expected lists of one length.",
    )
    return rows


def markup(label, rows):
    head, *body = rows
    caption = f"<caption><b>{label[0]}</b> {escape(label[1])}</caption>"
    inner = "\n".join([line("th", head), *(line("td", row) for row in body)])
    return f"<table>{caption}\n{inner}\n</table>"


def line(kind, row):
    return "<tr>" + "".join(f"<{kind}>{escape(one)}</{kind}>" for one in row) + "</tr>"


def drawn(axes):
    """The figure to which these axes belong."""
    from matplotlib.figure import Figure

    first = np.ravel(np.array(axes, dtype=object))[0] if np.size(axes) else None
    found = first if isinstance(first, Figure) else getattr(first, "figure", None)
    checks.require(
        isinstance(found, Figure),
        f"A figure was given {axes!r}; expected axes, as plots.points(X, y) returns them.",
    )
    return found


def show(figure):
    """The picture as PNG, in its own size; the figure is closed, so it stands there once."""
    import matplotlib.pyplot as plt
    from IPython.display import Image, display

    file = BytesIO()
    figure.savefig(file, format="png", dpi=DPI)
    width = round(100 * figure.get_figwidth())
    plt.close(figure)
    display(Image(file.getvalue(), width=width))
