"""Whether Python runs in a web page: the one place that knows."""

import sys


def in_page():
    """Whether this is a web page's own Python, Pyodide: no signals, no threads, no processes."""
    return sys.platform == "emscripten"
