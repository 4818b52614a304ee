"""Wheels as files: what one says of itself, and how it is packed the same way each time."""

import base64
import hashlib
import re
import zipfile
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

DATE = (2020, 1, 1, 0, 0, 0)  # of every file in a wheel that is written here
CODE = (".py", ".pyc", ".so")


@dataclass(frozen=True)
class Wheel:
    """name, version, path; requires : its requirements; imports : its top modules."""

    name: str
    version: str
    path: Path
    requires: tuple
    imports: tuple
    depends: tuple = ()


def read(path):
    """The wheel at this path, as its METADATA describes it."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        found = next(name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        told = BytesParser().parsebytes(archive.read(found))
    requires = tuple(map(Requirement, told.get_all("Requires-Dist", [])))
    name = canonicalize_name(told["Name"])
    return Wheel(name, told["Version"], Path(path), requires, top_modules(names))


def top_modules(names):
    """What can be imported: ("numpy",), or ("mpl_toolkits", "matplotlib", "pylab")."""
    code = (name for name in names if name.endswith(CODE) and "." not in name.split("/")[0][:-4])
    return tuple(sorted({re.split(r"[/.]", name)[0] for name in code}))


def pack(folder, path):
    """Write everything below the folder as one wheel, its RECORD included."""
    files = {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.name != "RECORD"
    }
    info = next(name.split("/")[0] for name in files if ".dist-info/" in name)
    files[f"{info}/RECORD"] = record(files, f"{info}/RECORD")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), data, zipfile.ZIP_DEFLATED, 9)


def record(files, own):
    lines = [f"{name},sha256={digest(data)},{len(data)}\n" for name, data in files.items()]
    return "".join([*lines, f"{own},,\n"]).encode()


def digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
