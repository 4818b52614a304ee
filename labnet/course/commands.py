"""What the course does for you when you type a command, and what it says of it."""

import os

from . import copies, whereabouts
from .ways import way

RELOAD = "If it is open in JupyterLab, choose File > Reload Notebook from Disk there."


def lab(*flags):
    """Open JupyterLab with your own copies of the notebooks; flags : such as "--no-browser"."""
    bring_missing()
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # this Python, whatever the user's are
    try:
        from jupyterlab.labapp import main
    except ImportError:
        raise SystemExit("JupyterLab is not here; install it: pip install jupyterlab") from None
    main([str(copies.COPIES), *flags])


def bring_missing():
    """Copy the notebooks that you do not have yet, and overwrite nothing."""
    for copy in copies.copy_missing():
        print(f"{whereabouts.shown(copy)} is new")
    tell_outdated()


def tell_outdated():
    """Say which copies are outdated; nothing where labnet came without the course's notebooks."""
    for copy in copies.outdated() if copies.ORIGINALS.is_dir() else ():
        print(changed(copy))


def changed(copy):
    """A sentence on a copy that is outdated."""
    clean = way("clean copy", copy.name[:2])
    return (
        f"{whereabouts.shown(copy)} is yours and stays; the course has changed since. "
        f"A clean copy: {clean}"
    )


def bring_fresh(*numbers):
    """Get a clean copy of one notebook, and keep your old one beside it."""
    copy, kept = copies.fresh(only(numbers, "clean copy"))
    print(f"{whereabouts.shown(copy)} is clean")
    if kept:
        print(f"{whereabouts.shown(kept)} is your old one")
        print(RELOAD)


def only(numbers, to):
    """The one number that is given."""
    if len(numbers) != 1:
        raise SystemExit(f"Which notebook? For number 03 that is: {way(to, '03')}")
    return numbers[0]
