"""What explorer and sliders share: a note where they are not alive, and the kernel's loop."""

import asyncio
from html import escape

# A widget is an output of its own, the one after the note. Where a notebook is opened again,
# JupyterLab knows the widget no more, and would say so in its place.
STYLE = """<style>
.jp-OutputArea-child:has(.lx-still):has(+ .jp-OutputArea-child :is(.lx-root, .widget-slider)),
.jp-OutputArea-child:has(.lx-still) + .jp-OutputArea-child > .jupyter-widgets:not(:has(*)) {
  display: none;
}
</style>"""


def note(text):
    """An output that is seen only where the widget in the next output is not alive."""
    return {"text/html": f'{STYLE}\n<p class="lx-still">{escape(text)}</p>', "text/plain": text}


def running_loop():
    """The kernel's loop; None in plain Python."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
