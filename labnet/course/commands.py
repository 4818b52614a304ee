"""What the course does for you when you type a command, and what it says of it."""

import os
import re
from functools import cache
from pathlib import Path

from . import copies, whereabouts
from .carrying import source
from .ways import way

SHOWN = 8  # cells, at most: the rest is counted
NEWER = "install the newer one before you go on."
CHANGED = "The course changed or added"
BOTH = "You and the course both changed this; yours stays, and the course's is below it"
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
    """A sentence on a copy that is outdated, or newer than labnet."""
    its, here = copies.remembered(copy, "labnet"), copies.installed_version()
    if is_newer(its, here):
        return f"{whereabouts.shown(copy)} is of labnet {its}, and here is {here}: {NEWER}"
    update = way("update", copy.name[:2])
    since = f" since labnet {its}" if its != here and its else " since"
    return f"{whereabouts.shown(copy)} is yours and stays; the course has changed{since}. {update}"


def is_newer(version, other):
    """Whether 0.10.0 is the first and 0.9.1 the second; nothing is newer than what is unknown."""
    return bool(version and other) and parts(version) > parts(other)


def parts(version):
    return [int(digits) for digits in re.findall(r"\d+", str(version))]


@cache
def tell_of_session():
    """Say once if the notebook that runs this is a copy of another version than labnet's own.

    Jupyter's server tells a kernel the notebook that it belongs to; a test's kernel has none.
    """
    copy = Path(os.environ.get("JPY_SESSION_NAME") or "none")
    original = copies.ORIGINALS / copy.name
    if original.is_file() and copies.is_outdated(original, copy):
        print(changed(copy))


def bring_fresh(*numbers):
    """Get a clean copy of one notebook, and keep your old one beside it."""
    copy, kept = copies.fresh(only(numbers, "clean copy"))
    print(f"{whereabouts.shown(copy)} is clean")
    if kept:
        print(f"{whereabouts.shown(kept)} is your old one")
        print(RELOAD)


def bring_update(*numbers):
    """Carry your cells over into the course's new version of a notebook, and keep your old one."""
    copy = copies.copy_with(only(numbers, "update"))
    if copies.copy_of(copy) and copy not in copies.outdated():
        return print(f"{whereabouts.shown(copy)} is of the course's newest version")
    if is_newer(copies.remembered(copy, "labnet"), copies.installed_version()):
        raise SystemExit(changed(copy))
    return tell_carried(copy, *copies.update(copy))


def tell_carried(copy, kept, told):
    print(f"{whereabouts.shown(copy)} is new, with what you wrote: {cells(told.yours)}")
    print(f"{whereabouts.shown(kept)} is your old one")
    for what, found in ((CHANGED, told.changed), (BOTH, told.both)):
        if found:
            print(f"{what}: {cells(found)}")
    print(f"Run it from the top. {RELOAD}")


def cells(found):
    """How many, and how each of the first begins."""
    lines = [" ".join(source(cell).split())[:40] for cell in found[:SHOWN]]
    count = f"{len(found)} cell{'s' if len(found) != 1 else ''}"
    return count + "".join(f"\n    {line}" for line in lines) + ("\n    ..." * (len(found) > SHOWN))


def only(numbers, to):
    """The one number that is given."""
    if len(numbers) != 1:
        raise SystemExit(f"Which notebook, by its number? {way(to, '03')}")
    return numbers[0]
