"""Wire: what carries the explorer's traits to the browser. In a notebook that is anywidget."""

from ..support.page import in_page

try:
    from anywidget import AnyWidget as Wire
    from IPython import get_ipython as shell
except ModuleNotFoundError:
    if not in_page():
        raise
    from .page_wire import PageWire as Wire  # the playground: no notebook, and less to load

    def shell():
        return None


__all__ = ["Wire", "shell"]
