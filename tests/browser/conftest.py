"""One JupyterLab and one page for all tests, and a fresh kernel for each module of them."""

import os
from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree

import pytest
from lab import NAMED, WITHOUT, Lab, open_browser
from playwright.sync_api import Error
from views import Notebook, is_local, open_lab

HERE = Path(__file__).parent
SHOTS = HERE.parents[1] / ".screenshots"  # of the tests that failed in the latest run
SIZE = {"width": 1400, "height": 1000}
CELLS = ["# A heading", "", "# Another heading", "", "# The end" + 60 * "\n\nand more"]
OTHERS = (  # JupyterLab's, where a kernel ends, and where one has ended that made a widget
    "Could not restore the debugger state",
    "Error: widget model not found",
)
THEME = """async (theme) => {
  await jupyterapp.commands.execute("apputils:change-theme", { theme });
  const fading = () => document.getElementById("jupyterlab-splash");  // it covers the page
  while (document.body.dataset.jpThemeName !== theme || fading())
    await new Promise((done) => requestAnimationFrame(done));
}"""


def pytest_collection_modifyitems(items):
    """Last: Playwright's event loop runs to the end, and other tests have loops of their own."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def browser():
    """Chromium; where there is none, no test of it runs, unless LABNET_BROWSER names one."""
    with ExitStack() as stack:
        browser, missing = start_browser(stack)
        if missing and os.environ.get(NAMED):
            pytest.fail(f"{NAMED} names {os.environ[NAMED]!r}: {missing}")
        if missing:
            pytest.skip(missing.splitlines()[0])
        rmtree(SHOTS, ignore_errors=True)
        yield browser


def start_browser(stack):
    """Chromium, and why there is none."""
    try:
        browser = stack.enter_context(open_browser())
    except Error as error:
        return None, f"Chromium does not start: {error}"
    return browser, None if browser else WITHOUT


@pytest.fixture(scope="session")
def lab(browser, tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    yield lab
    lab.close()


@pytest.fixture(scope="session")
def faults():
    """What went wrong in the page since the last test."""
    return []


@pytest.fixture(scope="session")
def page(browser, lab, faults):
    with browser.new_context(viewport=SIZE) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.extend(thrown(error)))
        page.on("console", lambda message: faults.extend(errors(message)))
        page.on("request", lambda request: faults.extend(strangers(request)))
        open_lab(page, lab)
        yield page


@pytest.fixture
def in_theme(page):
    """A function that puts JupyterLab into its Dark or Light theme."""

    def change(name):
        page.evaluate(THEME, f"JupyterLab {name}")

    yield change
    change("Light")


@pytest.fixture
def in_size(page):
    """A function that makes the window so large, and everything in it `zoom` times as large."""
    session = page.context.new_cdp_session(page)

    def change(width, height, zoom):
        metrics = {"width": width // zoom, "height": height // zoom, "deviceScaleFactor": zoom}
        session.send("Emulation.setDeviceMetricsOverride", metrics | {"mobile": False})

    yield change
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()


def thrown(error):
    return [error.stack] if "blob:" in error.stack else []  # else it is JupyterLab's own


def errors(message):
    return [message.text] if message.type == "error" and not is_others(message.text) else []


def is_others(text):
    """Whether JupyterLab said this of itself: of a kernel, or of its own code without ours."""
    return text.startswith(OTHERS) or ("jlab_core" in text and "blob:" not in text)


def strangers(request):
    return [] if is_local(request.url) else [f"fetched {request.url}"]


@pytest.fixture(scope="module")
def notebook(page, lab, request):
    """A notebook with room for two explorers, each under a heading."""
    notebook = Notebook(page, lab, request.module.__name__, CELLS)
    notebook.tell("from labnet import explore")
    yield notebook
    notebook.close()


@pytest.fixture(autouse=True)
def faultless(page, faults):
    """No test may leave an error in the console, or fetch anything from another machine."""
    yield
    found = faults.copy()
    faults.clear()
    assert not found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep what the page looked like when a test failed."""
    report = yield
    if report.failed and call.when != "teardown" and "page" in item.funcargs:
        path = SHOTS / f"{item.name}.png"
        item.funcargs["page"].screenshot(path=path)
        report.sections.append(("screenshot", str(path)))
    return report
