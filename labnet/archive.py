"""Archives: arrays in an npz file, written whole or not at all; reading one runs nothing."""

import os
from pathlib import Path

import numpy as np

from . import checks
from .errors import LabnetError


def path_of(path):
    """`path` with the ending that NumPy's archives have."""
    path = Path(path)
    return path if path.suffix == ".npz" else path.with_name(path.name + ".npz")


def write(path, arrays):
    """An older file is replaced once all is written."""
    checks.require(path.parent.is_dir(), f"There is no folder {path.parent}; make it first.")
    draft = path.with_name(path.name + ".part")
    with open(draft, "wb") as file:
        np.savez_compressed(file, **arrays)
    os.replace(draft, path)


def read(path, what):
    """{name: array} of all that is in the file; `what` it should hold, for the error."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except Exception:  # zipfile, zlib, pickle and NumPy each have their own errors
        raise LabnetError(f"{path} is not {what} that labnet saved, or it is damaged.") from None
