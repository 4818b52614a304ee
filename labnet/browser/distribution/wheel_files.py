"""Wheels as files: what one says of itself, and how one is packed."""

import re
import zipfile
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@dataclass(frozen=True)
class Wheel:
    """name, version, path; requires : its requirements."""

    name: str
    version: str
    path: Path
    requires: tuple


def read(path):
    """The wheel at this path, as its METADATA describes it."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        found = next(name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        told = BytesParser().parsebytes(archive.read(found))
    requires = tuple(map(Requirement, told.get_all("Requires-Dist", [])))
    name = canonicalize_name(told["Name"])
    return Wheel(name, told["Version"], Path(path), requires)


def pack(folder, path):
    """Write everything below the folder as one wheel, or zip, the same bytes each time."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files_below(folder).items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)


def files_below(folder):
    """{name: bytes} of every file below the folder, in the order of their names."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
