"""Archives: arrays in an npz file, written whole or not at all; reading one runs nothing.

A file may come from anywhere. So its size is looked at before it is unpacked, and what an array's
header claims is compared with what is there before memory is taken for it.
"""

import os
import warnings
from contextlib import suppress
from io import BytesIO
from math import prod
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import numpy as np
from numpy.lib import format as npy

from . import checks
from .errors import LabnetError

ROOM = 2**20  # bytes beyond what is wanted: enough to see that a file holds something else


def path_of(path):
    """`path` with the ending that NumPy's archives have."""
    named = isinstance(path, (str, os.PathLike)) and Path(path).name.strip(".")
    checks.require(named, f"The file is {path!r}; expected its name, such as 'kept.npz'.")
    path = Path(path)
    return path if path.suffix == ".npz" else path.with_name(path.name + ".npz")


def check_folder(path):
    """A file at `path` must have a place, before anything is worked out that should go there."""
    folder = path.parent
    checks.require(os.path.isdir(folder), f"There is no folder {folder}; make it first.")
    checks.require(
        os.access(folder, os.W_OK), f"The folder {folder} is read-only; choose another for {path}."
    )


def write(path, arrays):
    """An older file is replaced once all is written.

    Errors: LabnetError if that cannot be; then the older file is as it was.
    """
    check_folder(path)
    draft, packed = path.with_name(path.name + ".part"), BytesIO()
    np.savez_compressed(packed, **arrays)  # not to the disk: if full, NumPy's file complains twice
    try:
        draft.write_bytes(packed.getvalue())
        draft.replace(path)
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        why = getattr(error, "strerror", None) or error
        raise LabnetError(
            f"{path} cannot be written: {why}. What stood there is as it was; make room, or choose "
            "another name."
        ) from None
    finally:
        with suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)


def read(path, what, wanted):
    """{name: array} of all that is in the file.

    what : it should hold, for the error, such as "a network". wanted : bytes that its arrays take.
    Errors: LabnetError for any other file, or for one that is larger by more than ROOM.
    """
    checks.require(os.path.isfile(path), f"{path} is no file; expected {what} that labnet saved.")
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("error")  # a file of ours gives none
            return unpacked(file, wanted + ROOM)
    except PermissionError:
        raise LabnetError(f"{path} cannot be read: you lack the permission.") from None
    except TooLargeError:
        raise LabnetError(
            f"{path} holds far more than {what} that fits here: it is another one, or damaged."
        ) from None
    except Exception:  # zipfile, zlib and NumPy each have their own errors
        raise LabnetError(f"{path} is not {what} that labnet saved, or it is damaged.") from None


class TooLargeError(Exception):
    """A file that is not unpacked."""


def unpacked(file, most):
    """{name: array} of all that is in an open file of at most so many bytes."""
    if file.seek(0, os.SEEK_END) > most:
        raise TooLargeError
    with ZipFile(file) as zipped:
        members = zipped.infolist()
        if sum(one.file_size for one in members) > most:
            raise TooLargeError
        arrays = {one.filename.removesuffix(".npy"): array_of(zipped, one) for one in members}
    require_like_ours(len(arrays) == len(members))
    return arrays


def array_of(zipped, member):
    require_like_ours(member.compress_type in (ZIP_STORED, ZIP_DEFLATED))
    with zipped.open(member) as packed:
        content = packed.read(member.file_size)  # without a number it might unpack far more
    file = BytesIO(content)
    require_like_ours(npy.read_magic(file) == (1, 0))
    shape, _, dtype = npy.read_array_header_1_0(file)
    require_like_ours(dtype.kind == "U" or np.can_cast(dtype, np.float64))
    require_like_ours(prod(shape) * dtype.itemsize == len(content) - file.tell())
    file.seek(0)
    return npy.read_array(file, allow_pickle=False)


def require_like_ours(condition):
    if not condition:
        raise ValueError
