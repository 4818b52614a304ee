"""SITE: the folder that is built. anew: a part of it, replacing the old one once it is whole."""

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SITE = Path(__file__).resolve().parents[2] / "site"


@contextmanager
def anew(target):
    """An empty folder, which takes the place of `target` at the end.

    Where the build fails, what was there stays as it is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".unfinished-") as place:
        folder = Path(place) / target.name
        folder.mkdir()
        yield folder
        shutil.rmtree(target, ignore_errors=True)
        folder.rename(target)
