"""Folders of files as archives for a page to load, each named by its bytes."""

import gzip
import hashlib
import io
import tarfile

from .wheel_files import files_below


def write(target, stem, suffix, data):
    """Write the data, compressed; returns the file's name, which is another one for other data."""
    packed = gzip.compress(data, mtime=0)
    name = f"{stem}-{hashlib.sha256(packed).hexdigest()[:8]}.{suffix}.gz"
    (target / name).write_bytes(packed)
    return name


def tar(folder):
    """Everything below the folder, the same bytes each time."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files_below(folder).items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()
