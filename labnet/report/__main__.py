"""`python -m labnet.report [notebook]`: export a report, your copy of 08 if none is named."""

import sys

from ..support.errors import LabnetError
from .export import export
from .notebook import MINE


def main(arguments):
    if len(arguments) > 1:
        raise SystemExit("Which notebook? For your copy of 08: make report")
    try:
        export(*arguments or [MINE])
    except LabnetError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
