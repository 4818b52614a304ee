"""exercises: functions to write, with a check that names the mistake.

from labnet import exercises

exercises.sigmoid.check(sigmoid)     also .hint(), .hint(2), .hint(3), .solution(), .use(...)

Each notebook has a folder here. It is imported when one of its exercises is first used, and its
mistakes when one is first checked.
"""

from ..course import commands, copies, notebooks
from ..support.checks import require
from ..support.page import in_page
from . import folders

__all__ = ["claims", "fresh", "progress", "questions"]

if in_page():
    commands.tell_outdated()
else:  # of all copies it is said when JupyterLab is opened
    commands.tell_of_session()


def fresh(notebook=None):
    """Bring a clean copy of a notebook, such as "03", beside yours, which stays as it is."""
    require(notebook is not None, 'Of which notebook? Type `exercises.fresh("03")`.')
    copy = copies.fresh_beside(notebooks.numbered(notebook).number)
    print(f"{copy.name} is clean, and in the list of files (File > Open). Yours stays as it is.")


def progress(notebook=None):
    """Which exercises of a notebook, such as "03", are done, and which one is next.

    Of those that this kernel has not checked, your saved copy of the notebook tells.
    """
    from . import checks_saved
    from .engine.progress import line

    require(notebook is not None, 'Of which notebook? Type `exercises.progress("03")`.')
    notebook = notebooks.numbered(notebook, "exercises")
    asked = folders.exercises(notebook)
    saved = checks_saved.unknown_here(notebook, asked)
    print(*filter(None, (line(asked, saved), checks_saved.told(saved, notebook))), sep="\n")


def __getattr__(name):
    from importlib import import_module

    if name == "questions":
        return import_module(f".{name}", __package__)
    if name == "claims":
        return import_module(".notebook_07.claims", __package__)
    return folders.named(name, "exercise", everything, folders.aside("exercises"))


def everything():
    """All exercises, in the order of the course, as far as they are asked for."""
    return folders.everything("exercises")


def __dir__():
    return [*(one.name for one in everything()), "claims", "fresh", "progress", "questions"]
