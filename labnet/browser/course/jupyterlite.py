"""build_jupyterlite: JupyterLab as static files, with the settings that the course needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ...support.checks import require

EXTENSIONS = Path(sys.prefix) / "share/jupyter/labextensions"
NEEDED = "@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget"
DATE = 1577836800  # seconds: of every file in the listing, so that two builds are the same
BUILD = {
    "contents": ["files"],
    "no_sourcemaps": True,
    "apps": ["lab", "notebooks", "tree"],
    "ignore_sys_prefix": ["federated_extensions"],
    "federated_extensions": [str(EXTENSIONS / name) for name in NEEDED],
}
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
STORED = "labnet"  # the name of the browser's storage that holds the student's work


def build_jupyterlite(place, target, packages):
    """Write it into the folder `target`, with the notebooks in `place`/files.

    packages : what is loaded before the first cell.
    """
    settings = {"jupyter-lite-schema-version": 0, "jupyter-config-data": configured(packages)}
    write(place / "jupyter-lite.json", settings)
    write(place / "jupyter_lite_config.json", {"LiteBuildConfig": BUILD})
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--output-dir", target.resolve()]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(DATE)}
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    require(
        done.returncode == 0,
        f"JupyterLite could not be built: {(done.stderr or done.stdout).strip()[-2000:]}",
    )


def configured(packages):
    return {
        "appName": "labnet",
        "exposeAppInBrowser": True,
        "contentsStorageName": STORED,
        "litePluginSettings": {
            KERNEL: {
                "pyodideUrl": "./pyodide/pyodide.mjs",
                "disablePyPIFallback": True,
                "loadPyodideOptions": {"packages": list(packages)},
            }
        },
    }


def write(path, value):
    path.write_text(json.dumps(value, indent=1), "utf-8")
