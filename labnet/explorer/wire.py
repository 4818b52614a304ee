"""Wire: what carries the explorer's traits to the browser. In a notebook that is anywidget."""

from ..support.page import in_page

try:
    from anywidget import AnyWidget as Wire
    from IPython import get_ipython as shell

    NO_ANSWER = "No answer from the kernel: busy, or restarted (then run the cell again)."
except ModuleNotFoundError:
    if not in_page():
        raise
    from .page_wire import PageWire as Wire  # the playground: no notebook, and less to load

    NO_ANSWER = "No answer: your class may be in an endless loop. Stop ends it and keeps your text."

    def shell():
        return None


__all__ = ["NO_ANSWER", "Wire", "shell"]
