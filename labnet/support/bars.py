"""A progress bar that leaves no widget behind.

tqdm's own bar for notebooks is a widget: where the notebook is opened again, JupyterLab would show
an error in its place.
"""

import os


def bar(steps=None, **options):
    """tqdm, with a bar of text: in a notebook as an output of the cell, else on stderr.

    steps : what is gone through, or None for `update`. options : those of tqdm.
    """
    from tqdm import tqdm  # takes longer than all else that is imported here

    hidden = options.pop("disable", False) or "TQDM_DISABLE" in os.environ
    return tqdm(steps, file=CellOutput() if in_notebook() else None, disable=hidden, **options)


def in_notebook():
    from IPython import get_ipython

    return "IPKernelApp" in getattr(get_ipython(), "config", ())


class CellOutput:
    """A file whose latest line is an output of the cell; after an empty line nothing is left.

    tqdm begins each line with a return, and ends a bar that stays with a newline.
    """

    encoding = "utf-8"  # or tqdm would draw with # alone

    def __init__(self):
        self.output = None

    def write(self, text):
        from IPython.display import display

        if not text.startswith("\r"):
            return
        line = text.strip()
        shown = {"text/plain": line} if line else {}
        if self.output:
            self.output.update(shown, raw=True)
        elif line:
            self.output = display(shown, raw=True, display_id=True)

    def flush(self):
        """Nothing is held back."""
