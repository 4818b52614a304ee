"""Your own copies of the notebooks, in my-notebooks/, where `git pull` never meets your work.

`python -m labnet.copies` copies what is missing, and overwrites nothing.
`python -m labnet.copies fresh 03` brings a clean copy of 03, and keeps your old one beside it.
"""

import itertools
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ORIGINALS = ROOT / "notebooks"
COPIES = ROOT / "my-notebooks"


def find(number, originals=ORIGINALS):
    """The notebook whose name starts with this number: 3 and 03 both mean 03_..."""
    for path in sorted(originals.glob("*.ipynb")):
        if path.name.startswith(number.zfill(2) + "_"):
            return path
    existing = ", ".join(path.stem for path in sorted(originals.glob("*.ipynb")))
    raise SystemExit(f"There is no notebook {number!r} in {originals.name}/: it has {existing}.")


def copy_missing(originals=ORIGINALS, copies=COPIES):
    """Copy every notebook that the student does not have yet; return the new copies."""
    copies.mkdir(exist_ok=True)
    pairs = [(path, copies / path.name) for path in sorted(originals.glob("*.ipynb"))]
    return [copy_whole(path, copy) for path, copy in pairs if not copy.exists()]


def copy_whole(source, target):
    """Copy under another name first: half a notebook must never stand under the real one."""
    unfinished = target.with_suffix(".unfinished")
    shutil.copyfile(source, unfinished)
    return unfinished.rename(target)


def fresh(number, originals=ORIGINALS, copies=COPIES):
    """Bring a clean copy of one notebook; return it, and where the old one is kept."""
    original = find(number, originals)
    copy, kept = copies / original.name, None
    if copy.exists():
        kept = copy.rename(free_name(copy))
    copy_missing(originals, copies)
    return copy, kept


def free_name(path):
    """The first of 03_x.kept-1.ipynb, 03_x.kept-2.ipynb, ... that nobody has taken."""
    names = (path.with_name(f"{path.stem}.kept-{n}.ipynb") for n in itertools.count(1))
    return next(name for name in names if not name.exists())


def main(arguments):
    match arguments:
        case []:
            for copy in copy_missing():
                print(f"{COPIES.name}/{copy.name} is new")
        case ["fresh", number]:
            copy, kept = fresh(number)
            print(f"{COPIES.name}/{copy.name} is clean")
            if kept:
                print(f"{COPIES.name}/{kept.name} is your old one")
        case _:
            raise SystemExit("Which notebook? For number 03 that is: make fresh NB=03")


if __name__ == "__main__":
    main(sys.argv[1:])
