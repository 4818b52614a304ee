"""python -m labnet.grade handed-in: judge the notebooks of a class, and write what came of it."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from ..support.checks import require
from ..support.errors import LabnetError
from ..support.interrupts import Interrupted
from .classroom import graded
from .handed_in import read
from .nursery import walls
from .pages import write_pages
from .register import register
from .tables import write_tables

WHICH = "Which folder? For notebooks in handed-in/ that is: make grade FOLDER=handed-in"
UNCONFINED = "There is no bubblewrap here: what is graded is not cut off from the network."


def grade(folder, output=None):
    """Judge all notebooks in a folder; return the Register, and where its pages are.

    Parameters
    ----------
    folder : with the submissions, in sub-folders too; students.csv in it may name whose they are.
    output : the folder to write to; beside the other, with -graded behind its name, if left out.

    Errors: LabnetError if there is nothing to grade, or nothing can be written there. Interrupted
    after Ctrl-C; what was done is kept, and the same call goes on.
    """
    folder = Path(folder).resolve()
    output = Path(output) if output else folder.with_name(f"{folder.name}-graded")
    submissions, confined = read(folder), walls()
    if not confined:
        print(UNCONFINED, file=sys.stderr)
    made = register(graded(submissions, made_folder(output), confined))
    write_tables(made, output)
    write_pages(made, output, confined)
    return made, output


def made_folder(output):
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LabnetError(f"{output} cannot be made: {error.strerror}.") from None
    return output


def main(arguments):
    parser = ArgumentParser(prog="python -m labnet grade", description=grade.__doc__.split("\n")[0])
    parser.add_argument("folder", help="the folder with the notebooks handed in", nargs="?")
    parser.add_argument("--output", help="the folder to write to; FOLDER-graded if left out")
    chosen = parser.parse_args(arguments)
    try:
        require(chosen.folder, WHICH)
        made, output = grade(chosen.folder, chosen.output)
    except (LabnetError, Interrupted) as error:
        raise SystemExit(str(error)) from None
    print(f"{len(made.students)} students: {output / 'class.html'}")


if __name__ == "__main__":
    main(sys.argv[1:])
