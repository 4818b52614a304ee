"""`python -m labnet.nbgrader [folder]`: write the assignments, into nbgrader/ if none is named."""

import sys
from pathlib import Path

from ..support.errors import LabnetError
from .assignments import write


def main(arguments):
    if len(arguments) > 1:
        given = " ".join(arguments)
        raise SystemExit(f'Which folder? For one whose name has blanks: make nbgrader TO="{given}"')
    folder = Path(*arguments or ["nbgrader"])
    try:
        for path in write(folder):
            print(path.as_posix())
    except LabnetError as error:
        raise SystemExit(str(error)) from None
    print(f"Next: cd {folder.as_posix()} && nbgrader generate_assignment 01_sigmoid")


if __name__ == "__main__":
    main(sys.argv[1:])
