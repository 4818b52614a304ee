"""`python -m labnet.browser playground` or `site`: build what a browser opens, into site/."""

import argparse
import os
import sys

from ..support.errors import LabnetError
from .course.course_site import build_course
from .play.building import build_playground

BUILDERS = {"playground": build_playground, "site": build_course}
FOLDER = "a folder with Pyodide's files, else its release is downloaded once; or set PYODIDE"


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m labnet.browser", description=__doc__)
    parser.add_argument("what", choices=BUILDERS)
    parser.add_argument("--pyodide", default=os.environ.get("PYODIDE") or None, help=FOLDER)
    asked = parser.parse_args(arguments)
    try:
        BUILDERS[asked.what](asked.pyodide)
    except LabnetError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
