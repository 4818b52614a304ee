"""A real JupyterLab of its own, and a Chromium that looks at it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
from playwright.sync_api import sync_playwright

NAMED = "LABNET_BROWSER"  # in the environment: the browser that must be there, as in .ci/run
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WITHOUT = (
    "no Chromium here: on Debian, apt install chromium; elsewhere, playwright install chromium"
)
START = 60  # seconds in which JupyterLab must answer
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
NO_NEWS = {"fetchNews": "false", "checkForUpdates": False}


def browser_path(chromium):
    """Where Chromium is: the system's, else Playwright's own; None if there is neither."""
    named = os.environ.get(NAMED)
    found = map(shutil.which, [named] if named else BROWSERS)
    own = None if named else shutil.which(chromium.executable_path)
    return next(filter(None, [*found, own]), None)


@contextmanager
def open_browser():
    """A headless Chromium; None where there is none."""
    with sync_playwright() as playwright:
        path = browser_path(playwright.chromium)
        if path is None:
            yield None
            return
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-gpu"])
        yield browser
        browser.close()


def write_notebook(path, cells):
    """A notebook of these cells: code, or text where it begins with #."""
    make = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
    made = [make[not source.startswith("# ")](source) for source in cells]
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=METADATA), path)


class Lab:
    """JupyterLab for one folder, on this machine only, with settings of its own.

    url : where it answers. folder : its notebooks. process : the server's.
    """

    def __init__(self, folder):
        self.folder, self.own = Path(folder) / "notebooks", Path(folder) / "jupyter"
        self.folder.mkdir()
        settings = self.own / "config/lab/user-settings/@jupyterlab/apputils-extension"
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text(json.dumps(NO_NEWS))
        with open(self.own / "log", "w") as log:
            self.process = subprocess.Popen(
                self.command(), env=self.environment(), stdout=log, stderr=subprocess.STDOUT
            )
        self.url = self.answer()

    def command(self):
        options = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": free_port(),
            "ServerApp.root_dir": self.folder,
            "ServerApp.open_browser": False,
            "ServerApp.allow_root": True,
            "IdentityProvider.token": "",
            "LabApp.expose_app_in_browser": True,
        }
        arguments = [f"--{name}={value}" for name, value in options.items()]
        return [sys.executable, "-m", "jupyterlab", *arguments]

    def environment(self):
        kinds = ("CONFIG", "DATA", "RUNTIME")
        folders = {f"JUPYTER_{kind}_DIR": str(self.own / kind.lower()) for kind in kinds}
        return (
            os.environ
            | folders
            | {
                "JUPYTER_PREFER_ENV_PATH": "1",
                "IPYTHONDIR": str(self.own / "ipython"),
            }
        )

    def answer(self):
        stop = time.monotonic() + START
        while time.monotonic() < stop and self.process.poll() is None:
            for path in (self.own / "runtime").glob("jpserver-*.json"):
                url = json.loads(path.read_text())["url"]
                if answers(f"{url}api"):
                    return url
            time.sleep(0.1)
        raise RuntimeError(f"JupyterLab did not start:\n{(self.own / 'log').read_text()}")

    def close(self):
        self.process.terminate()
        self.process.wait(30)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def answers(url):
    try:
        with urlopen(url, timeout=5):
            return True
    except (URLError, ConnectionError):
        return False
