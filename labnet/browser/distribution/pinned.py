"""What is taken from Pyodide: its version, its files, and the sha256 of each (pinned.json)."""

import json
from hashlib import sha256 as hashed
from pathlib import Path

PINNED = json.loads((Path(__file__).parent / "pinned.json").read_text("utf-8"))
VERSION, PYTHON, FILES = PINNED["version"], PINNED["info"], PINNED["files"]
CORE = tuple(name for name in FILES if not name.endswith(".whl"))


def sha256(path):
    return hashed(path.read_bytes()).hexdigest()


def missing(folder):
    """The names of pinned files that the folder lacks."""
    return [name for name in FILES if not (folder / name).is_file()]


def different(folder):
    """The names of those that are there, and are not the pinned ones."""
    there = (name for name in FILES if (folder / name).is_file())
    return [name for name in there if sha256(folder / name) != FILES[name]]
