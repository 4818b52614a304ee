"""Makes `pytest --nbval` see what JupyterLab stores, and demands that every cell has been run.

nbval runs each cell again and compares its outputs with the stored ones. It needs help four times:

1. JupyterLab puts what is printed inside `Output` or `interact` into the widget; nbval counts it as
   output of the cell. So the kernel captures it, and still shows an exception raised there.
2. A cell that was saved without having been run has nothing to compare, and passes. Here it fails.
3. nbval runs cells without history, and then IPython prints the value of a line that ends in `;`.
4. The kernel must be the Python that runs pytest: another one may have other packages.
"""

import sys

from kernel_setup import CAPTURE_WIDGET_OUTPUT
from nbval import kernel, plugin

SAME_PYTHON = """
import sys as _sys
assert _sys.executable == {!r}, "the kernel is another Python: " + _sys.executable
del _sys
"""


def run_quietly(running, code):
    """Run code in the kernel before the first cell, without counting it as a cell."""
    reply = running.kc.execute_interactive(code, silent=True, store_history=False, timeout=60)
    content = reply["content"]
    if content["status"] != "ok":
        raise RuntimeError(f"{content['ename']}: {content['evalue']}")


class NotebookKernel(kernel.RunningKernel):
    """A kernel prepared as above, which runs its cells the way JupyterLab does."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        run_quietly(self, SAME_PYTHON.format(sys.executable))
        run_quietly(self, CAPTURE_WIDGET_OUTPUT)

    def execute_cell_input(self, cell_input, allow_stdin=None):
        return self.kc.execute(
            cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False
        )


run_and_compare = plugin.IPyNbCell.runtest


def demand_a_stored_run(cell):
    if cell.cell.source.strip() and cell.cell.execution_count is None:
        cell.raise_cell_error("This cell was saved without having been run; make notebooks runs it")
    run_and_compare(cell)


plugin.RunningKernel = NotebookKernel
plugin.IPyNbCell.runtest = demand_a_stored_run
