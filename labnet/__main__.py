"""`python -m labnet`: the commands of the course, in any folder."""

import inspect
import sys

from .course import commands
from .support.errors import LabnetError


def lab(*flags):
    """open JupyterLab with your own copies of the notebooks"""
    commands.lab(*flags)


def copies():
    """make your own copies of the notebooks, those that you do not have yet"""
    commands.bring_missing()


def fresh(*number):
    """get a clean copy of one notebook and keep your old one: fresh 03"""
    commands.bring_fresh(*number)


def update(*number):
    """take a notebook's new version with your own cells in it, and keep your old one: update 03"""
    commands.bring_update(*number)


def report(*notebook):
    """write your lab report, 08 or the notebook of this name, as one HTML file to hand in"""
    from .report.__main__ import main

    main(notebook)


def grade(*arguments):
    """judge the notebooks that a class has handed in: grade FOLDER [--output FOLDER]"""
    from .grade.__main__ import main

    main(arguments)


def progress(number):
    """list the exercises of a notebook, done and open: progress 03"""
    from .exercises import progress

    progress(number)


COMMANDS = {one.__name__: one for one in (lab, copies, fresh, update, report, grade, progress)}


def listed():
    lines = (f"python -m labnet {name:<9} {one.__doc__}" for name, one in COMMANDS.items())
    return "\n".join(lines)


def main(arguments):
    """Run one command; without one, list them. What is wrong is said in a sentence."""
    if not arguments:
        return print(listed())
    name, *rest = arguments
    if name not in COMMANDS:
        raise SystemExit(f"There is no command {name!r}; there are:\n{listed()}")
    command = COMMANDS[name]
    try:
        inspect.signature(command).bind(*rest)
    except TypeError:
        raise SystemExit(f"python -m labnet {name}: {command.__doc__}") from None
    try:
        command(*rest)
    except LabnetError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
