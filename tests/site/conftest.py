"""The site, built once, on a server of its own; and a Chromium that reaches nothing else."""

import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))  # its helpers
from course_page import only_here  # noqa: E402
from lab import WITHOUT, open_browser  # noqa: E402

MUST = "LABNET_SITE"  # in the environment: the site must be built here, as in .ci/run
ROOT = HERE.parents[1]
SITE_PYTHON = ROOT / ".site/bin/python"  # as in the Makefile
NOT_HERE = "no Pyodide here: `.ci/pyodide folder` fills a folder; then PYODIDE=folder names it"


def pytest_collection_modifyitems(items):
    """Last: Playwright's event loop runs to the end, and other tests have loops of their own."""
    items.sort(key=lambda item: item.get_closest_marker("site") is not None)


def lacking(sentence):
    """No test of the site runs, unless LABNET_SITE says that it must."""
    (pytest.fail if os.environ.get(MUST) else pytest.skip)(sentence)


@pytest.fixture(scope="session")
def pyodide():
    """The folder with Pyodide's files."""
    if not os.environ.get("PYODIDE"):
        lacking(NOT_HERE)
    if not which("node"):
        lacking("no Node here, in which Pyodide compiles labnet")
    return os.environ["PYODIDE"]


@pytest.fixture(scope="session")
def playground(pyodide, tmp_path_factory):
    """The folder with the playground."""
    from labnet.browser.play.building import build_playground

    target = tmp_path_factory.mktemp("site") / "play"
    build_playground(pyodide, target)
    return target


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    """The address of a server for this folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(playground):
    """Where the playground is served."""
    with served(playground.parent) as site:
        yield f"{site}play/"


@pytest.fixture(scope="session")
def chromium():
    with ExitStack() as stack:
        browser = stack.enter_context(open_browser())
        if browser is None:
            lacking(WITHOUT)
        yield browser


@pytest.fixture(scope="session")
def course(pyodide):
    """The folder with start page and notebooks, built by the Python that `make site` has."""
    if not SITE_PYTHON.exists():
        lacking("no JupyterLite here: `make .site/installed` brings it")
    command = [SITE_PYTHON, "-m", "labnet.browser", "site", "--pyodide", pyodide]
    subprocess.run(command, cwd=ROOT, check=True)
    return ROOT / "site"


@pytest.fixture(scope="session")
def course_address(course):
    with served(course) as address:
        yield address


@pytest.fixture
def profile(chromium):
    """A browser that has never been anywhere."""
    with chromium.new_context(viewport={"width": 1300, "height": 1000}) as context:
        yield context


@pytest.fixture
def asked_elsewhere(profile):
    """What the page has asked of other machines; none of it is answered."""
    return only_here(profile)
