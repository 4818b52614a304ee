"""A student's copy of a notebook of the course, open in the page."""

import re

from playwright.sync_api import expect
from views import Notebook, wait_until

from labnet.course import copies

SECONDS = 300  # for all cells of a notebook on a slow machine
FIND = """(text) => jupyterapp.shell.currentWidget.content.widgets
  .findIndex(({ model }) => model.type === "code" && model.sharedModel.source.includes(text))"""
SOURCE_OF = """(index) =>
  jupyterapp.shell.currentWidget.content.widgets[index].model.sharedModel.source"""
BEGIN = """([command, index]) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.deselectAll();
  content.activeCellIndex = index;
  window.labnetEnded = false;
  jupyterapp.commands.execute(command).finally(() => (window.labnetEnded = true));
}"""
CODE_CELLS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter(({ model }) => model.type === "code")
  .map(({ model, outputArea }) => ({
    source: model.sharedModel.source,
    count: model.executionCount,
    outputs: model.outputs.toJSON(),
    text: [...outputArea.node.querySelectorAll(".jp-OutputArea-output")]
      .filter((output) => output.checkVisibility())
      .map((output) => output.textContent)
      .join("\\n"),
    shown: outputArea.node.querySelector(".jupyter-widgets > *, .lx-root, .widget-slider") !== null,
  }))"""
LOOK = """async () => {
  const { content } = jupyterapp.shell.currentWidget;
  for (const [index, cell] of content.widgets.entries()) {
    await content.scrollToItem(index);
    await cell.ready;
  }
}"""
CHANGED = "() => jupyterapp.shell.currentWidget.context.model.dirty"
ACCEPT = ".jp-Dialog .jp-mod-accept"
LOADING = "Loading widget"
WIDGET = "application/vnd.jupyter.widget-view+json"
BROKEN = re.compile("error (?:displaying|creating) widget.*|javascript error.*", re.I)


class Copy(Notebook):
    """A clean copy of the notebook with this number, made as `make fresh` does."""

    def __init__(self, page, lab, number):
        path, _ = copies.fresh(number, copies=lab.folder)
        super().__init__(page, lab, path.stem)

    def find(self, text):
        """The index of the first code cell with this text."""
        index = self.page.evaluate(FIND, text)
        assert index >= 0, f"{self.path.name} has no code cell with {text!r}"
        return index

    def begin(self, command, index=0):
        """Begin a command of JupyterLab's menus, with this cell active."""
        self.page.evaluate(BEGIN, [command, index])

    def wait_for_end(self):
        self.page.wait_for_function("window.labnetEnded", timeout=1000 * SECONDS)

    def run_above(self, index):
        """Run every cell above this one."""
        self.begin("notebook:run-all-above", index)
        self.wait_for_end()

    def restart_and_run_all(self):
        self.begin("notebook:restart-run-all")
        self.page.locator(ACCEPT).click()
        self.wait_for_end()

    def slider(self, index):
        """The live slider of this cell, which is run first."""
        self.run(index)
        slider = Slider(self.cell(index))
        slider.handle.scroll_into_view_if_needed()
        expect(slider.note).to_be_hidden()
        return slider

    def press(self, name):
        """Click a button of the notebook's toolbar, such as the one that interrupts the kernel."""
        self.page.locator(f'.jp-Toolbar:visible [data-command="{name}"]').click()

    def reopen(self):
        """Save, close, and open it again on the next day: its kernel is gone by then."""
        self.page.keyboard.press("Control+s")
        wait_until(self.page, lambda: not self.page.evaluate(CHANGED))
        self.close()
        self.open()

    def replace(self, index, old, new):
        """Put this in place of the old text of a cell."""
        source = self.page.evaluate(SOURCE_OF, index)
        assert old in source
        self.set_source(index, source.replace(old, new))

    def type_over(self, index, old, lines):
        """Type these lines in place of the old one, as one does: the editor indents."""
        self.cell(index).locator(".cm-line", has_text=old).click()
        keyboard = self.page.keyboard
        keyboard.press("End")
        keyboard.press("Shift+Home")
        for before, line in zip(["", *lines], lines, strict=False):
            if before:
                keyboard.press("Enter")
            for _ in range(steps_back(before, line)):
                keyboard.press("Backspace")
            keyboard.type(line.strip())
        keyboard.press("Shift+Enter")

    def look_at_all(self):
        """Scroll through the notebook: JupyterLab may not show a widget before."""
        self.page.evaluate(LOOK)
        wait_until(self.page, lambda: not any(LOADING in one["text"] for one in self.code_cells))

    @property
    def code_cells(self):
        """Source, count, outputs, visible text of each code cell; whether it shows a widget."""
        return self.page.evaluate(CODE_CELLS)

    @property
    def counts(self):
        """The numbers in the brackets before the cells that are not empty."""
        return [cell["count"] for cell in self.code_cells if cell["source"].strip()]

    @property
    def missing_widgets(self):
        """The cells with a widget that does not show."""
        return [one["source"] for one in self.code_cells if has_widget(one) and not one["shown"]]

    @property
    def errors(self):
        """What the cells have raised, and what JupyterLab says of widgets."""
        cells = self.code_cells
        raised = [said(output) for cell in cells for output in cell["outputs"] if "ename" in output]
        return raised + [text for cell in cells for text in BROKEN.findall(cell["text"])]


class Slider:
    """What `plots.slider` shows in a cell."""

    def __init__(self, cell):
        self.handle = cell.get_by_role("slider")
        self.note, self.figure = cell.locator(".lx-still"), cell.locator("img")

    def press(self, key, times):
        for _ in range(times):
            self.handle.press(key)

    @property
    def src(self):
        """The figure itself."""
        return self.figure.get_attribute("src")


def steps_back(before, line):
    """How far this line stands to the left of where the editor puts it, in steps of 4."""
    placed = depth(before) + 4 * before.endswith(":")
    return (placed - depth(line)) // 4 if before else 0


def depth(line):
    return len(line) - len(line.lstrip())


def has_widget(cell):
    return any(WIDGET in output.get("data", ()) for output in cell["outputs"])


def said(error):
    return f"{error['ename']}: {error['evalue']}"
