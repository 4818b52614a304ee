"""`python -m labnet.report [notebook]`: export a report, your own if none is named."""

import sys

from ..course.ways import way
from ..support.errors import LabnetError
from .candidates import chosen, others
from .export import export, tell


def main(arguments):
    if len(arguments) > 1:
        given = f'"{" ".join(arguments)}"'
        raise SystemExit(f"Which notebook? For one whose name has blanks: {way('report', given)}")
    try:
        path = chosen(*arguments)
        export(path)
    except LabnetError as error:
        raise SystemExit(str(error)) from None
    if not arguments and others(path):
        tell(f"{path.name} was taken. {others(path)}")


if __name__ == "__main__":
    main(sys.argv[1:])
