"""Your own copies of the notebooks, where a newer course never meets your work.

whereabouts.py says where they are.
"""

import itertools
import json
from hashlib import sha256

from . import whereabouts
from .carrying import carried, fingerprints
from .notebooks import NOTEBOOKS
from .ways import way

ROOT = whereabouts.PACKAGE.parent
ORIGINALS = whereabouts.originals()
COPIES = whereabouts.copies()
UNREADABLE = "is not there, or is damaged; expected is your copy of a notebook."


def find(number, originals=ORIGINALS):
    """The notebook whose name starts with this number: 3 and 03 both mean 03_..."""
    found = notebooks_in(originals)
    for path in found:
        if path.name.startswith(number.zfill(2) + "_"):
            return path
    existing = ", ".join(path.stem for path in found)
    raise SystemExit(f"There is no notebook {number!r} in {originals.name}/: it has {existing}.")


def notebooks_in(originals):
    """The notebooks of the course's list that are there, in its order."""
    found = [originals / one.file for one in NOTEBOOKS if (originals / one.file).is_file()]
    if not found:
        expected = ", ".join(one.file for one in NOTEBOOKS)
        raise SystemExit(f"There are no notebooks in {originals}; expected in it are {expected}.")
    return found


def pairs(originals, copies):
    """Each original, and where the student's copy of it is or will be."""
    return [(path, copies / path.name) for path in notebooks_in(originals)]


def copy_missing(originals=ORIGINALS, copies=COPIES):
    """Copy every notebook that the student does not have yet; return the new copies."""
    both = pairs(originals, copies)
    whereabouts.made(copies)
    return [copy_whole(path, copy) for path, copy in both if not copy.exists()]


def copy_whole(source, target):
    """Write under another name first: half a notebook must never stand under the real one."""
    return write_beside(target, without_outputs(source)).rename(target)


def write_beside(target, text):
    unfinished = target.with_suffix(".unfinished")
    unfinished.write_text(text, encoding="utf-8")
    return unfinished


def without_outputs(path):
    """The notebook before its first run, or the answers would stand below the questions.

    It also remembers which version of the original it comes from.
    """
    return as_text(clean(path))


def clean(path):
    notebook = read_original(path)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    notebook["metadata"]["labnet"] = origin(notebook)
    return notebook


def origin(notebook):
    """What a copy remembers: the version it is a copy of, labnet's, and each cell as it came."""
    return {
        "copy_of": version(notebook),
        "labnet": installed_version(),
        "cells": fingerprints(notebook["cells"]),
    }


def installed_version():
    """labnet's, such as "0.1.0"; None if it was never installed."""
    from importlib import metadata  # costs every start some milliseconds

    try:
        return metadata.version("labnet")
    except metadata.PackageNotFoundError:
        return None


def as_text(notebook):
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def read_original(path):
    try:
        notebook = read(path)
        notebook["cells"], notebook["metadata"]  # as far as they are needed here
    except (ValueError, LookupError, TypeError):
        raise SystemExit(
            f"{path} is no notebook, or it is damaged; expected in {path.parent} is the course's "
            f"own {path.name}. {way('course again')}"
        ) from None
    return notebook


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def version(notebook):
    """The same for two notebooks whose cells say the same, whatever they have printed."""
    sources = json.dumps(["".join(cell["source"]) for cell in notebook["cells"]])
    return sha256(sources.encode()).hexdigest()[:12]


def outdated(originals=ORIGINALS, copies=COPIES):
    """The copies of notebooks that the course has changed since."""
    return [copy for path, copy in pairs(originals, copies) if is_outdated(path, copy)]


def is_outdated(path, copy):
    return copy_of(copy) not in (None, version(read_original(path)))


def copy_of(copy):
    """The version that a copy comes from; None if it does not say."""
    return remembered(copy, "copy_of")


def remembered(copy, what):
    """What a copy remembers of its origin; None if it does not."""
    try:
        return read(copy)["metadata"]["labnet"][what]
    except (OSError, ValueError, LookupError, TypeError):
        return None


def fresh(number, originals=ORIGINALS, copies=COPIES):
    """Bring a clean copy of one notebook; return it, and where the old one is kept."""
    original = find(number, originals)
    copy, kept = copies / original.name, None
    if copy.exists():
        kept = copy.rename(free_name(copy))
    copy_missing(originals, copies)
    return copy, kept


def copy_with(number, originals=ORIGINALS, copies=COPIES):
    """Where the student's copy of the notebook with this number is, or would be."""
    return copies / find(number, originals).name


def update(copy, originals=ORIGINALS):
    """Carry the student's cells over into the course's new version of this notebook.

    Returns (where the old copy is kept, what was Carried).

    Errors: SystemExit if there is no such copy, or if it is damaged.
    """
    new = clean(originals / copy.name)
    try:
        own = read(copy)
        told = carried(new["cells"], own["cells"], remembered(copy, "cells") or {})
        new["metadata"] = own["metadata"] | {"labnet": new["metadata"]["labnet"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        raise SystemExit(f"{copy.name} {UNREADABLE} {way('clean copy', copy.name[:2])}") from None
    new["cells"] = told.cells
    unfinished = write_beside(copy, as_text(new))
    kept = copy.rename(free_name(copy))
    unfinished.rename(copy)
    return kept, told


def fresh_beside(number, originals=ORIGINALS, copies=COPIES):
    """Bring a clean copy of one notebook under a name of its own, and return it.

    The student's copy may be open, and would be saved over one of the same name.
    """
    original = find(number, originals)
    return copy_whole(original, free_name(copies / original.name, "new"))


def free_name(path, kind="kept"):
    """The first of 03_x.kept-1.ipynb, 03_x.kept-2.ipynb, ... that nobody has taken."""
    names = (path.with_name(f"{path.stem}.{kind}-{n}.ipynb") for n in itertools.count(1))
    return next(name for name in names if not name.exists())
