"""Where the course's own notebooks are, and where your copies of them go.

Whoever needs one of them asks here: in a checkout, in what pip has installed, and in a web page.
"""

import os
from pathlib import Path

from ..support.page import in_page

PACKAGE = Path(__file__).resolve().parents[1]
NOTEBOOKS, MINE = "notebooks", "my-notebooks"
INSTALLED = f"{PACKAGE.name}/{NOTEBOOKS}"  # of the course's own, where pip or a page puts labnet
VARIABLE = "LABNET_COPIES"
ELSEWHERE = f"Go to a folder of your own, or name one in the environment: {VARIABLE}=folder"


def originals(package=PACKAGE):
    """notebooks/ of the course: inside of labnet where it is installed, beside it in a checkout."""
    inside = package / NOTEBOOKS
    return inside if inside.is_dir() else package.parent / NOTEBOOKS


def copies(package=PACKAGE):
    """The folder LABNET_COPIES, my-notebooks/ in a checkout of your own, or else where you are."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    return package.parent / MINE if edition(package) == "checkout" else Path()


def edition(package=PACKAGE):
    """How labnet came here: in a "page", as a "checkout" of your own, or "installed" for you.

    A checkout that belongs to somebody else is "installed": their copies are in it, or could be.
    """
    if in_page():
        return "page"
    root = package.parent
    mine = root / MINE if (root / MINE).exists() else root
    return "checkout" if (root / "Makefile").is_file() and is_yours(mine) else "installed"


def is_yours(folder):
    """Whether you may write there, and it is no other user's; root is not a user."""
    you = os.getuid() if hasattr(os, "getuid") else 0
    return os.access(folder, os.W_OK) and (you == 0 or owner(folder) in (you, 0))


def owner(folder):
    return folder.stat().st_uid


def made(folder):
    """The folder, which is there now and takes copies.

    Errors: SystemExit with a sentence if it cannot be made, not be written, or is the course's own.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SystemExit(f"{folder} cannot be made: {error.strerror}. {ELSEWHERE}") from None
    if not os.access(folder, os.W_OK):
        raise SystemExit(f"You may not write into {folder.resolve()}. {ELSEWHERE}")
    if folder.resolve() == originals().resolve():
        raise SystemExit(f"{folder.resolve()} holds the course's own notebooks. {ELSEWHERE}")
    return folder


def shown(path):
    """The path as you read it: from the course's folder on, where it is in there."""
    root = PACKAGE.parent
    return (path.relative_to(root) if root in path.parents else path).as_posix()


def folder_shown(folder):
    """The folder's name in a sentence."""
    return f"{shown(folder)}/" if folder != Path() else "this folder"
