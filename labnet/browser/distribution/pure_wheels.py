"""Wheels of PyPI without compiled code: wheels.txt names each with its version and its hash."""

import subprocess
import sys
from pathlib import Path

from packaging.utils import canonicalize_name

from ...support.errors import LabnetError

LINES = (Path(__file__).parents[1] / "wheels.txt").read_text("utf-8").splitlines()
PURE = {
    canonicalize_name(line.split("==")[0]): line.split(" # ")[0]
    for line in LINES
    if "==" in line and not line.startswith("#")
}
OPTIONS = (  # the same wheels on every machine, whatever its own Python is
    "--quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: "
    "--python-version=3.14 --platform=manylinux2014_x86_64"
)


def fetch(names, place):
    """Download the wheels of these names into the folder, held by their hashes; their paths."""
    if not names:
        return []
    folder = place / f"pure-{names[0]}"
    folder.mkdir()
    wanted = folder / "wanted.txt"
    wanted.write_text("\n".join(PURE[name] for name in names), "utf-8")
    command = [sys.executable, "-m", "pip", "download", *OPTIONS.split(), "--dest", folder]
    done = subprocess.run(
        [*command, "--requirement", wanted], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise LabnetError(
            f"pip could not download {', '.join(names)}: {done.stderr.strip()}. Expected are the "
            "wheels that wheels.txt names, from PyPI: is there a network?"
        )
    return sorted(folder.glob("*.whl"))
