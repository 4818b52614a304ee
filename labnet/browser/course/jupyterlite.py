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
APPS = "lab", "notebooks", "tree"
BUILD = {
    "contents": ["files"],
    "no_sourcemaps": True,
    "apps": APPS,
    "ignore_sys_prefix": ["federated_extensions"],
    "federated_extensions": [str(EXTENSIONS / name) for name in NEEDED],
}
STILL = "<style>.jp-KernelStatus-spinner { animation: none !important; }</style>"
OLD_FONTS = ".eot", ".ttf", ".svg"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
# What no student of the course meets: each is read, started, and asks for its settings.
UNUSED = (
    *("@jupyterlab/lsp-extension", "@jupyterlab/notebook-extension:language-server"),  # no server
    "@jupyterlite/application-extension:lsp-connection-manager",
    *("@jupyterlab/console-extension", "@jupyter-notebook/console-extension"),
    "@jupyterlab/notebook-extension:code-console",
    *("@jupyterlab/tooltip-extension:consoles", "@jupyterlab/tooltip-extension:files"),
    *("@jupyterlab/logconsole-extension", "@jupyterlab/notebook-extension:log-output"),
    *("@jupyterlab/audio-extension", "@jupyterlab/video-extension"),
    *("@jupyterlab/celltags-extension", "@jupyterlab/metadataform-extension"),
    "@jupyterlab/completer-extension:inline-completer",  # grey text of an assistant; Tab completes
    "@jupyterlab/completer-extension:inline-completer-factory",
    "@jupyterlab/completer-extension:inline-history",
)
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
    for app in APPS:
        calm(target / app / "index.html")
    lighten(target)


def calm(page):
    """Let the sign of a starting kernel stand still: drawing it takes half of a processor."""
    text = page.read_text("utf-8")
    require("</head>" in text, f"{page} has no head, to which the course could add its style.")
    page.write_text(text.replace("</head>", f"{STILL}</head>", 1), "utf-8")


def lighten(target):
    """Leave out what only old browsers ask for: fonts in other formats than WOFF."""
    for path in (target / "build").iterdir():
        if path.suffix in OLD_FONTS:
            path.unlink()


def configured(packages):
    return {
        "appName": "labnet",
        "exposeAppInBrowser": True,
        "contentsStorageName": STORED,
        "disabledExtensions": UNUSED,
        "litePluginSettings": {
            KERNEL: {
                "pyodideUrl": "./pyodide/start.mjs",
                "disablePyPIFallback": True,
                "loadPyodideOptions": {"packages": list(packages)},
            }
        },
    }


def write(path, value):
    path.write_text(json.dumps(value, indent=1), "utf-8")
