"""Which notebooks are reports: the copy of 08, under its own name or under another."""

import re
from pathlib import Path

from ..course import copies, whereabouts
from ..course.ways import way
from ..support.errors import LabnetError
from ..support.page import in_page
from .notebook import NAME

YOURS = whereabouts.folder_shown(copies.COPIES)
USES = re.compile(r"\breport\.(?:figure|table|cases|say|checklist)\(")


def chosen(name="", folder=copies.COPIES):
    """The report to export: the one of this name, number or path; without a name, your own.

    A copy of 08 that is still as it came gives way to a report under another name beside it.

    Errors: LabnetError if there is none, or if nobody can tell which.
    """
    return named(name, folder) if name else own(folder)


def named(name, folder):
    numbered = sorted(folder.glob(f"{name.zfill(2)}_*.ipynb")) if name.isdecimal() else []
    places = [Path(name), Path(f"{name}.ipynb"), folder / name, folder / f"{name}.ipynb"]
    found = [
        path for path in [*places, *(numbered if len(numbered) == 1 else [])] if path.is_file()
    ]
    if not found:
        raise LabnetError(f"There is no file {name}. {offered(numbered or reports(folder))}")
    return found[0]


def own(folder):
    there, usual = reports(folder), folder / NAME
    if not there:
        raise LabnetError(f"There is no report in {YOURS} yet: {way('copy', NAME)}.")
    likely = begun(there) or there
    if usual not in likely and len(likely) > 1:
        raise LabnetError(f"Which notebook is your report? {offered(likely)}")
    return usual if usual in likely else likely[0]


def begun(paths):
    return [path for path in paths if not is_untouched(path)]


def others(path, folder=copies.COPIES):
    """A sentence on the other reports that somebody has begun there; "" if there are none."""
    found = beside(path, folder)
    return offered(found) if found else ""


def beside(path, folder):
    return [other for other in begun(reports(folder)) if other != path]


def offered(paths):
    """A sentence that names them, and the command for the first."""
    if not paths:
        return f"There is no report in {YOURS} either: {way('copy', NAME)}."
    one = "the first" if len(paths) > 1 else "it"
    return f"In {YOURS} there is {listed(paths)}: {command(paths[0])} takes {one}."


def listed(paths):
    return ", ".join(path.name for path in paths)


def command(path):
    """What to type; for `make`, quoted only where the name has blanks or other signs."""
    bare = re.fullmatch(r"[\w.-]+", path.name) and not in_page()
    return way("report", path.name if bare else f'"{path.name}"')


def reports(folder):
    """The notebooks in this folder that are made of the parts of a report."""
    return [path for path in sorted(folder.glob("*.ipynb")) if is_report(path)]


def is_report(path):
    try:
        cells = copies.read(path)["cells"]
        return any(USES.search("".join(cell["source"])) for cell in cells)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):  # it is none, or damaged
        return False


def is_untouched(path):
    """Whether it says what it said when it was copied from the course."""
    came_as = copies.copy_of(path)
    return came_as is not None and came_as == copies.version(copies.read(path))


def renamed(path):
    """The reports beside a copy that is untouched; one of them will be the real one."""
    return beside(path, path.parent) if is_untouched(path) else []
