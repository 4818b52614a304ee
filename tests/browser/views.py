"""What a test does in the page and reads there: in a notebook, and in an explorer in it."""

import ast
import re
import time
from itertools import product
from urllib.parse import urlsplit

from lab import write_notebook
from playwright.sync_api import expect

PATIENCE = 20_000  # ms; a machine may be slow, and no test is about that
expect.set_options(timeout=PATIENCE)
COUNT = re.compile(r"^\d+$")
OPEN = """async (path) => {
  const panel = await jupyterapp.commands.execute("docmanager:open", { path });
  await panel.context.ready;
  await panel.sessionContext.ready;
}"""
CLOSE = """async () => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.sessionContext.shutdown();
  panel.context.model.dirty = false;
  panel.dispose();
}"""
START = """async (index) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.deselectAll();
  content.activeCellIndex = index;
  jupyterapp.commands.execute("notebook:run-cell");
}"""
RUN = START.replace("jupyterapp.commands.execute", "await jupyterapp.commands.execute")
SOURCE = """([index, source]) =>
  jupyterapp.shell.currentWidget.content.widgets[index].model.sharedModel.setSource(source)"""
EXECUTE = """async ([code, expression]) => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const user_expressions = { value: expression };
  const future = kernel.requestExecute({ code, user_expressions, store_history: false });
  const { content } = await future.done;
  const answer = content.user_expressions?.value ?? content;
  return answer.data?.["text/plain"] ?? `${answer.ename}: ${answer.evalue}`;
}"""
RESTART = """async () => {
  const { sessionContext } = jupyterapp.shell.currentWidget;
  await sessionContext.session.kernel.restart();
  await sessionContext.session.kernel.info;
}"""
COMMAND = "(command) => jupyterapp.commands.execute(command)"
BUSY = "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'busy'"
SELECTION = """() => {
  const { activeCellIndex, mode, widgets } = jupyterapp.shell.currentWidget.content;
  return [activeCellIndex, mode, ...widgets.map((cell) => cell.isHidden)];
}"""
PIXELS = "(canvas) => canvas.toDataURL()"
NEXT_FRAME = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(null))))"""
# One of a group of radio buttons, and one of a list of tabs, is reached with Tab; arrows go on.
CONTROLS = """:is(button:not([role=tab]), input:not([type=radio]:not(:checked)), select):enabled,
  summary, [tabindex='0']"""
OVERFLOW = """(root) => {
  const { right } = root.closest(".jp-OutputArea-output").getBoundingClientRect();
  return [root, ...root.querySelectorAll("*")]
    .filter((node) => node.getBoundingClientRect().right > right + 1 && node.checkVisibility())
    .map((node) => node.className || node.tagName);
}"""


def open_lab(page, lab):
    """JupyterLab in this page, ready for notebooks."""
    page.set_default_timeout(PATIENCE)
    page.goto(f"{lab.url}lab?reset")
    page.wait_for_function("window.jupyterapp")
    page.evaluate("jupyterapp.restored.then(() => null)")
    page.evaluate(COMMAND, "application:toggle-left-area")


class Notebook:
    """A notebook of these cells, open in the page, with a kernel of its own.

    Without cells it is the one of this name in the lab's folder.
    """

    def __init__(self, page, lab, name, cells=()):
        self.page, self.path = page, lab.folder / f"{name}.ipynb"
        if cells:
            write_notebook(self.path, cells)
        self.open()

    def open(self):
        self.page.evaluate(OPEN, self.path.name)
        self.tell("None")  # restarted before it ever answered, a kernel may be lost to the page

    def close(self):
        self.page.evaluate(CLOSE)

    def start(self, index):
        """Run a cell, and don't wait for its end."""
        self.page.evaluate(START, index)

    def run(self, index):
        self.page.evaluate(RUN, index)

    def set_source(self, index, source):
        self.page.evaluate(SOURCE, [index, source])

    def show(self, source, index=1):
        """The explorer of a cell with this source."""
        self.set_source(index, source)
        self.run(index)
        return self.explorer(index)

    def explorer(self, index=1):
        explorer = Explorer(self, self.cell(index).locator(".lx-root"))
        explorer.root.scroll_into_view_if_needed()
        expect(explorer.figure("epoch")).to_have_text(COUNT)
        return explorer

    def cell(self, index):
        place = f'[data-windowed-list-index="{index}"]'
        return self.page.locator(f".jp-Notebook:visible .jp-Cell{place}")

    def verdict(self, index):
        """The note of a check, a hint or a question under a cell."""
        return self.cell(index).locator(".jp-OutputArea-output [role=status]")

    def ask(self, expression, code=""):
        """The value of an expression in the kernel, after this code."""
        answer = self.page.evaluate(EXECUTE, [code, expression])
        try:
            return ast.literal_eval(answer)
        except (SyntaxError, ValueError):
            raise AssertionError(f"{expression} gave {answer}") from None

    def expect(self, expression, value):
        """Wait until the kernel agrees: what the user did may reach it after a question."""
        wait_until(self.page, lambda: self.ask(expression) == value)

    def tell(self, code):
        self.ask("None", code)

    def rest(self):
        """Time in which a training that goes on would go on."""
        self.tell("import asyncio; await asyncio.sleep(0.3)")

    def stands_still(self, expression="e.epoch"):
        """Whether the training rests, though the kernel has time for it."""
        self.rest()
        before = self.ask(expression)
        self.rest()
        return self.ask(expression) == before

    def command(self, name):
        self.page.evaluate(COMMAND, name)

    def restart(self):
        self.page.evaluate(RESTART)

    def scroll_to(self, index):
        self.cell(index).evaluate("(cell) => cell.scrollIntoView()")

    @property
    def is_busy(self):
        return self.page.evaluate(BUSY)

    @property
    def selection(self):
        """Which cell is active, in which mode, and which cells are folded away."""
        return self.page.evaluate(SELECTION)


class Explorer:
    """One view of an explorer; `root` holds all of it."""

    def __init__(self, notebook, root):
        self.notebook, self.page, self.root = notebook, notebook.page, root

    def press(self, name):
        self.button(name).click()

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    def slider(self, name):
        return self.root.get_by_role("slider", name=name, exact=True)

    def choice(self, name):
        return self.root.get_by_role("combobox", name=name, exact=True)

    def number(self, name):
        return self.root.get_by_role("spinbutton", name=name, exact=True)

    def picture(self, name):
        """The radio button of this data."""
        return self.root.get_by_role("radio", name=name, exact=True)

    def tab_of(self, name):
        """The tab that brings this panel beside the map."""
        return self.root.get_by_role("tab", name=name, exact=True)

    def unfold(self):
        self.root.locator(".lx-settings details:not([open]) > summary").click()

    def fold(self):
        self.root.locator(".lx-settings details").evaluate("(node) => (node.open = false)")

    @property
    def sheet(self):
        """What "More" unfolds."""
        return self.root.locator(".lx-settings .lx-sheet")

    def figure(self, name):
        """The large number under this name: epoch, loss or accuracy."""
        tile = self.root.locator("dl > div", has=self.page.locator("dt", has_text=name))
        return tile.locator("dd").first

    @property
    def epoch(self):
        return int(self.figure("epoch").inner_text())

    @property
    def status(self):
        return self.root.locator(".lx-status")

    @property
    def spoken(self):
        """What a screen reader is told of changes."""
        return self.root.locator("[aria-live=polite]")

    @property
    def error(self):
        return self.root.get_by_role("alert")

    @property
    def map(self):
        return self.root.locator(".lx-map-canvas")

    @property
    def loss(self):
        return self.root.locator(".lx-loss-canvas")

    @property
    def network(self):
        return self.root.locator(".lx-network-canvas")

    @property
    def example(self):
        return self.root.locator(".lx-example")

    def reading(self, of):
        """What is told of the place that is pointed at, under this canvas."""
        return of.locator("xpath=..").locator(".lx-reading")

    def run_up_to(self, epoch):
        """Run until so many epochs are shown."""
        self.press("Run")
        self.wait_for_epoch(epoch)

    def wait_for_epoch(self, epoch):
        wait_until(self.page, lambda: self.epoch >= epoch)

    def point_at(self, canvas, said):
        """Move the mouse over the canvas until the reading says this; returns the place."""
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        for x, y in product(*(from_the_middle(box[side]) for side in ("width", "height"))):
            self.page.mouse.move(box["x"] + x, box["y"] + y)
            if said in self.reading(canvas).inner_text():
                return {"x": x, "y": y}
        raise AssertionError(f"nowhere on the canvas {said!r} is said")

    @property
    def pointed_example(self):
        """The number of the example that the map's reading names."""
        return int(re.search(r"example (\d+)", self.reading(self.map).inner_text())[1])

    def pixels(self, canvas):
        return canvas.evaluate(PIXELS)

    def frame(self):
        """Let the page paint."""
        self.page.evaluate(NEXT_FRAME)

    def controls(self):
        """Everything that can be operated now."""
        return [one for one in self.root.locator(CONTROLS).all() if one.is_visible()]

    def has_focus(self):
        return self.root.locator(":focus").count() == 1

    def focused(self):
        """Role, name and value of what has the focus, as a screen reader gets them."""
        return self.root.locator(":focus").aria_snapshot().splitlines()[0]

    def tab(self):
        """To the next control; False if this leads out of the explorer."""
        self.page.keyboard.press("Tab")
        return self.has_focus()

    def tab_to(self, control):
        while self.tab():
            if control.evaluate("(node) => node === document.activeElement"):
                return
        raise AssertionError("Tab does not lead there")

    def overflow(self):
        """What stands out of the cell's output at its right."""
        return self.root.evaluate(OVERFLOW)


def from_the_middle(length, step=10):
    return sorted(range(step, int(length), step), key=lambda place: abs(place - length / 2))


def wait_until(page, true, timeout=PATIENCE):
    """Wait for a condition that has to be asked for, and let the page go on meanwhile."""
    stop = time.monotonic() + timeout / 1000
    while not true():
        assert time.monotonic() < stop, "what was waited for did not come"
        page.wait_for_timeout(50)


def is_local(url):
    """Whether this address is on this machine, or in the page itself."""
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "file") or parts.hostname == "127.0.0.1"
