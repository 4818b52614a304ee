"""A student's copy of a notebook of the course, open in the page."""

import re

from views import Notebook

from labnet import copies

SECONDS = 300  # for all cells of a notebook on a slow machine
FIND = """(text) => jupyterapp.shell.currentWidget.content.widgets
  .findIndex(({ model }) => model.type === "code" && model.sharedModel.source.includes(text))"""
BEGIN = """([command, index]) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.deselectAll();
  content.activeCellIndex = index;
  window.labnetEnded = false;
  jupyterapp.commands.execute(command).finally(() => (window.labnetEnded = true));
}"""
CODE_CELLS = """() => jupyterapp.shell.currentWidget.content.widgets
  .map(({ model }, index) => ({ model, index }))
  .filter(({ model }) => model.type === "code")
  .map(({ model, index }) => ({
    index, count: model.executionCount, outputs: model.outputs.toJSON()
  }))"""
ALL_TEXT = "() => jupyterapp.shell.currentWidget.content.node.innerText"
BROKEN = re.compile("error (displaying|creating) widget|javascript error|loading widget", re.I)


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

    def run_above(self, index):
        """Run every cell above this one, as the entry of the menu Run does."""
        self.page.evaluate(BEGIN, ["notebook:run-all-above", index])
        self.wait_for_end()

    def wait_for_end(self):
        self.page.wait_for_function("window.labnetEnded", timeout=1000 * SECONDS)

    @property
    def code_cells(self):
        """Index, count and outputs of each code cell."""
        return self.page.evaluate(CODE_CELLS)

    @property
    def errors(self):
        """What cells have raised, and every widget that does not show."""
        outputs = [output for cell in self.code_cells for output in cell["outputs"]]
        raised = [f"{one['ename']}: {one['evalue']}" for one in outputs if "ename" in one]
        return raised + self.broken_widgets()

    def broken_widgets(self):
        return [found[0] for found in BROKEN.finditer(self.page.evaluate(ALL_TEXT))]
