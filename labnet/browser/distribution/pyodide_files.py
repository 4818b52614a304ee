"""pyodide_files: where Pyodide's files come from, and that they are the right ones."""

import shutil
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from ...support.checks import require
from ...support.errors import LabnetError
from .pinned import FILES, VERSION, different, missing

KEPT = Path(__file__).resolve().parents[3] / ".pyodide"  # what was downloaded, by its version
RELEASE = (
    f"https://github.com/pyodide/pyodide/releases/download/{VERSION}/pyodide-{VERSION}.tar.bz2"
)
OTHERWISE = (
    f"Expected is a folder with the files of Pyodide {VERSION}: make playground PYODIDE=folder; "
    "`.ci/pyodide folder` fills one from package registries."
)
QUIET = 60  # seconds without a byte after which a download counts as broken


def pyodide_files(given=None):
    """The folder with Pyodide's files: the given one, else its release, downloaded once.

    Errors: LabnetError where a file is missing or is another one, and where nothing can be
    downloaded.
    """
    if given is not None:
        return held(Path(given))
    kept = KEPT / VERSION
    if not kept.is_dir():
        download(kept)
    return held(kept)


def held(folder):
    """The folder, if it holds every pinned file with the pinned hash."""
    require(folder.is_dir(), f"PYODIDE names {folder}, and there is no such folder. {OTHERWISE}")
    lacking, others = missing(folder), different(folder)
    require(not lacking, f"{folder} lacks {', '.join(lacking)}. {OTHERWISE}")
    require(
        not others,
        f"In {folder} {', '.join(others)} is not what Pyodide {VERSION} has (its sha256 differs). "
        f"{OTHERWISE}",
    )
    return folder


def download(folder):
    """The pinned files of the release; the folder is there once all of them are."""
    folder.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as unfinished:
        place = Path(unfinished) / "files"
        place.mkdir()
        try:
            with urlopen(RELEASE, timeout=QUIET) as answer:
                take(answer, place)
        except (OSError, EOFError, tarfile.TarError) as error:
            raise LabnetError(
                f"Pyodide {VERSION} could not be downloaded from {RELEASE}: {error}. {OTHERWISE}"
            ) from None
        held(place).rename(folder)


def take(answer, place):
    """Write the pinned files of the archive, whose other files are large and not needed."""
    with tarfile.open(fileobj=answer, mode="r|*") as archive:
        for member in archive:
            name = Path(member.name).name
            if member.isfile() and name in FILES:
                with open(place / name, "wb") as file:
                    shutil.copyfileobj(archive.extractfile(member), file)
