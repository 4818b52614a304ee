"""What a kernel runs before the first cell, in `make notebooks` and in the strict test alike."""

# Left to itself, each front end collects what is printed inside `Output` or `interact` in its own
# way: JupyterLab and nbclient put it into the widget, nbval into the cell. Here the kernel
# keeps it, and shows an exception only, so that a broken slider can't look like a working one.
# A progress bar shows after some seconds: whether it does depends on the machine, so none is shown.
CAPTURE_WIDGET_OUTPUT = """
def _capture_widget_output():
    import os

    from IPython import get_ipython
    from IPython.utils.capture import capture_output
    from ipywidgets import Output

    os.environ["TQDM_DISABLE"] = "1"
    open_captures = []

    def enter(self):
        open_captures.append(capture_output())
        open_captures[-1].__enter__()

    def leave(self, kind, error, traceback):
        open_captures.pop().__exit__(None, None, None)
        if kind is not None:
            get_ipython().showtraceback((kind, error, traceback), tb_offset=0)
        return True

    Output.__enter__, Output.__exit__ = enter, leave

_capture_widget_output()
del _capture_widget_output
"""
