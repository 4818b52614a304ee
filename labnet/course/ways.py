"""What a student does to get a file: in a terminal, or in a page, which has none.

The one place that holds both, so that no message names a command that is not there.
"""

from ..support.page import in_page

WAYS = {  # what for: (with `make`, in a page)
    "copy": (
        "`make lab` brings your copy, my-notebooks/{}",
        "{} is in the list of files on the left; in a private window no cell can read it",
    ),
    "clean copy": ("make fresh NB={}", 'exercises.fresh("{}")'),
    "report": ("`make report NB={}`", "`report.export({})`"),
    "open": (
        "Open it in a browser; print it there, or save it as PDF",
        "It is in this browser alone: the link saves it on your computer. Print it from there",
    ),
}


def way(to, *names):
    """The words for one of WAYS, with these names in it."""
    return WAYS[to][in_page()].format(*names)
