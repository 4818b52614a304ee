"""What a student does to get a file: with `make`, with labnet as it is installed, or in a page.

The one place that holds all three, so that no message names a command that is not there.
"""

from . import whereabouts

WAYS = {  # what for: {edition: what to do}
    "copy": {
        "checkout": "`make lab` brings your copy, my-notebooks/{}",
        "installed": "`python -m labnet lab` brings your copy, {}",
        "page": "{} is in the list of files, under File > Open; in a private window no cell can "
        "read it",
    },
    "clean copy": {
        "checkout": "For a clean copy: make fresh NB={}",
        "installed": "For a clean copy: python -m labnet fresh {}",
        "page": 'For a clean copy: exercises.fresh("{}")',
    },
    "update": {
        "checkout": "To take over what you wrote: make update NB={}",
        "installed": "To take over what you wrote: python -m labnet update {}",
        "page": 'For a clean copy: exercises.fresh("{}")',
    },
    "report": {
        "checkout": "`make report NB={}`",
        "installed": "`python -m labnet report {}`",
        "page": "`report.export({})`",
    },
    "open": {
        "checkout": "Open it in a browser; print it there, or save it as PDF",
        "installed": "Open it in a browser; print it there, or save it as PDF",
        "page": "It is in this browser alone: the link saves it on your computer. Print it from "
        "there",
    },
    "course again": {
        "checkout": "With git: git checkout notebooks",
        "installed": "Install labnet again",
        "page": "Load the page again",
    },
}


def way(to, *names):
    """The words for one of WAYS, with these names in it."""
    return WAYS[to][whereabouts.edition()].format(*names)
