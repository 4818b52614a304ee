"""A notebook of the site, in a browser that has never been there."""

import json

from course import Copy
from views import is_local

from labnet.course import copies

PATIENCE = 300_000  # ms: Python is loaded into the page
IDLE = "jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
SHOWN = "window.jupyterapp?.shell?.currentWidget?.content?.widgets?.length > 1"
STEP = 250  # ms; asked in each frame, the question would cost as much as the answer


class SiteCopy(Copy):
    """The student's copy of the notebook with this number, in a tab of its own."""

    def __init__(self, context, address, number):
        self.page, self.address, self.path = context.new_page(), address, copies.find(number)
        self.page.set_default_timeout(PATIENCE)
        self.open()

    def open(self):
        self.page.goto(f"{self.address}course/notebooks/index.html?path={self.path.name}")
        self.page.wait_for_function(SHOWN, polling=STEP)
        self.page.wait_for_function(IDLE, polling=STEP)

    def close(self):
        self.page.close()


def stored_cells(number):
    """The code cells as the course stores them, with their outputs."""
    notebook = json.loads(copies.find(number).read_text("utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def only_here(context):
    """Let this browser reach this machine alone; returns what it asked for elsewhere."""
    asked = []

    def answer(route):
        if is_local(route.request.url):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", answer)
    return asked
