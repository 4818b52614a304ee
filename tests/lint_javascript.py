"""Look for mistakes in JavaScript: the explorer's files together, as a browser has them."""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from labnet.explorer import Explorer

ROOT = Path(__file__).parents[1]
CONFIG = ROOT / ".oxlintrc.json"


def lint(text):
    """The exit code of oxlint, which prints what it finds."""
    oxlint = shutil.which("oxlint", path=sysconfig.get_path("scripts"))
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "explorer.mjs"
        module.write_text(text, "utf-8")
        others = sorted((ROOT / "labnet" / "browser").rglob("*.*js"))
        command = [oxlint, "--deny-warnings", "--config", CONFIG, module, *others]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(lint(Explorer._esm))
