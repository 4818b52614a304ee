"""A progress bar that leaves no widget behind.

tqdm's own bar for notebooks is a widget: where the notebook is opened again, JupyterLab would show
an error in its place.
"""

import os

from .page import in_page


def bar(steps=None, **options):
    """tqdm, with a bar of text: in a notebook as an output of the cell, else on stderr.

    steps : what is gone through, or None for `update`. options : those of tqdm.
    """
    from tqdm import tqdm  # takes longer than all else that is imported here

    if in_page():
        tqdm.monitor_interval = 0  # no second thread, which a page cannot start: tqdm would say so
    hidden = options.pop("disable", False) or "TQDM_DISABLE" in os.environ
    return tqdm(steps, file=CellOutput() if in_notebook() else None, disable=hidden, **options)


def above(shown, sentence):
    """Write a sentence above a bar, unless that is hidden; in a notebook both go together."""
    if not shown.disable:
        shown.write(sentence, file=shown.fp)


def in_notebook():
    """Whether a kernel runs the code: JupyterLab's, nbval's or a page's; not in a terminal."""
    from IPython import get_ipython

    return getattr(get_ipython(), "kernel", None) is not None


class CellOutput:
    """A file whose latest line is an output of the cell; after an empty line nothing is left.

    tqdm begins each line with a return, and ends a bar that stays with a newline. Any other text
    stands above the line.
    """

    encoding = "utf-8"  # or tqdm would draw with # alone

    def __init__(self):
        self.output, self.above = None, ""

    def write(self, text):
        from IPython.display import display

        if not text.startswith("\r"):
            self.above = f"{text}\n" if text.strip() else self.above
            return
        line = text.strip()
        shown = {"text/plain": self.above + line} if line else {}
        if self.output:
            self.output.update(shown, raw=True)
        elif line:
            self.output = display(shown, raw=True, display_id=True)

    def flush(self):
        """Nothing is held back."""
