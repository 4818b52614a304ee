"""What the notebooks print does not hang on the last bit of a gradient.

Another processor rounds otherwise, and a chaotic training makes large differences of small ones. So
each notebook runs here with all its gradients multiplied by 1 + 2e-16 * noise: those that labnet
computes, and those that the notebook computes itself, in assignments to names such as dz or dW1. It
must print what is stored in it. Cells marked NBVAL_IGNORE_OUTPUT may print what they like.
"""

import ast
import re
from copy import copy

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from ipywidgets.widgets import interaction
from nbformat import v4
from notebook_rules import code_cells
from traitlets.config import Config

from labnet import Linear
from labnet.course import copies

NOTEBOOKS = copies.notebooks_in(copies.ORIGINALS)
ROUNDING = 2e-16
GRADIENT = re.compile(r"d([A-Za-z]\d*|theta)")


class NoisyGradients(ast.NodeTransformer):
    """Rewrites `dW1 = v` as `dW1 = _noisy(v)`, wherever in a cell it stands."""

    def visit_Assign(self, node):
        self.generic_visit(node)
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if any(GRADIENT.fullmatch(name) for name in names):
            noisy = ast.Name("_noisy", ast.Load())
            node.value = ast.copy_location(ast.Call(noisy, [node.value], []), node.value)
        return ast.fix_missing_locations(node)


@pytest.fixture
def shell(monkeypatch, tmp_path):
    """A fresh IPython in this process, in the notebooks' folder."""
    monkeypatch.chdir(NOTEBOOKS[0].parent)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setattr(plt, "show", lambda: None)
    monkeypatch.setattr(interaction, "clear_output", lambda wait: None)  # it would print
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.ast_transformers.append(NoisyGradients())
    yield shell
    shell.restore_sys_module_state()  # or processes that a later test spawns would miss __main__
    InteractiveShell.clear_instance()
    plt.close("all")


@pytest.fixture
def run(shell, monkeypatch):
    """A function that runs a notebook and returns the text that each of its code cells prints."""
    parameter_gradients = Linear.parameter_gradients

    def run(notebook, size, seed):
        noisy = noise(size, np.random.default_rng(seed))
        monkeypatch.setattr(
            Linear, "parameter_gradients", lambda layer, dz: parameter_gradients(layer, noisy(dz))
        )
        shell.reset()
        shell.push({"_noisy": noisy})
        return [run_cell(shell, cell) for cell in code_cells(notebook)]

    return run


def noise(size, rng):
    """A function that multiplies floats, a number or an array, by 1 + size * noise."""
    factors = 1.0 + size * rng.standard_normal(2**18)  # drawing anew each time would cost more

    def noisy(value):
        if not isinstance(value, float) and getattr(value, "dtype", None) != np.float64:
            return value
        first = rng.integers(factors.size - np.size(value))
        value = copy(value)
        value *= factors[first : first + np.size(value)].reshape(np.shape(value))
        return value

    return noisy


def run_cell(shell, cell):
    values = []
    shell.display_trap.hook = CapturingDisplayHook(shell, values)
    with capture_output() as captured:
        result = shell.run_cell(cell.source)
    plt.close("all")
    result.raise_error()
    return captured.stdout + "".join(value["data"].get("text/plain", "") for value in values)


def stored_text(cell):
    """What nbval compares and a training can change: the printed text, and the value at the end."""
    streams = [output.text for output in cell.outputs if output.output_type == "stream"]
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    return "".join(streams + [output.data.get("text/plain", "") for output in results])


def is_compared(cell):
    tags = cell.metadata.get("tags", [])
    return "NBVAL_IGNORE_OUTPUT" not in cell.source and "nbval-ignore-output" not in tags


def differences(notebook, texts):
    """(number of the code cell, stored text, text of this run), where the two differ."""
    cells = enumerate(zip(code_cells(notebook), texts, strict=True), start=1)
    return [
        (number, stored_text(cell), text)
        for number, (cell, text) in cells
        if is_compared(cell) and stored_text(cell) != text
    ]


def fragile_cells(notebook, run):
    """As `differences`, for the first of two noises that makes one."""
    for seed in (1, 2):
        found = differences(notebook, run(notebook, ROUNDING, seed))
        if found:
            assert differences(notebook, run(notebook, 0.0, seed)) == [], "run make notebooks"
            return found
    return []


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_rounding_changes_nothing_that_is_printed(path, run):
    assert fragile_cells(nbformat.read(path, as_version=4), run) == []


# The test itself: it must see a chaotic training, in labnet and in flat code, and no other.

LABNET = """
import numpy as np
from labnet import *
X, y = xor_data()
net = Network(Linear(2, 4), Sigmoid(), Linear(4, 1), Sigmoid(), rng=np.random.default_rng(0))
history = train(net, X, y, BinaryCrossEntropy("{reduction}"), GradientDescent({lr}), epochs=300)
print(f"{{history.losses[-1]:.4f}}")
"""
FLAT = """
import numpy as np
from labnet import sigmoid, xor_data
x, y = xor_data()
rng = np.random.default_rng(0)
W1, b1 = rng.normal(0, 0.5**0.5, (2, 4)), np.zeros((1, 4))
W2, b2 = rng.normal(0, 0.5, (4, 1)), np.zeros((1, 1))
for _ in range(300):
    a1 = sigmoid(x @ W1 + b1)
    p = sigmoid(a1 @ W2 + b2)
    dz2 = (p - y) / {divisor}
    da1 = dz2 @ W2.T
    dz1 = da1 * (a1 * (1 - a1))
    W2, b2 = W2 - {lr} * a1.T @ dz2, b2 - {lr} * dz2.sum(axis=0)
    W1, b1 = W1 - {lr} * x.T @ dz1, b1 - {lr} * dz1.sum(axis=0)
print(f"{{np.mean((p - y) ** 2):.4f}}")
"""
LABNET_STABLE, LABNET_CHAOTIC = (
    LABNET.format(reduction="mean", lr=0.3),
    LABNET.format(reduction="sum", lr=10),
)
FLAT_STABLE, FLAT_CHAOTIC = FLAT.format(divisor=21, lr=0.3), FLAT.format(divisor=1, lr=10)


def executed(source, run):
    """A notebook of one cell, and what that cell prints without noise stored in it."""
    notebook = v4.new_notebook(cells=[v4.new_code_cell(source)])
    (text,) = run(notebook, 0.0, seed=0)
    notebook.cells[0].outputs = [v4.new_output("stream", name="stdout", text=text)]
    return notebook


@pytest.mark.parametrize("source", [LABNET_STABLE, FLAT_STABLE])
def test_a_stable_training_is_green(source, run):
    assert fragile_cells(executed(source, run), run) == []


@pytest.mark.parametrize("source", [LABNET_CHAOTIC, FLAT_CHAOTIC])
def test_a_chaotic_training_is_red(source, run):
    assert len(fragile_cells(executed(source, run), run)) == 1


def test_a_slider_prints_nothing(run):
    slider = "from ipywidgets import interact\n_ = interact(lambda k: None, k=(0, 4))"
    (text,) = run(v4.new_notebook(cells=[v4.new_code_cell(slider)]), 0.0, seed=0)
    assert text == ""


def test_a_chaotic_training_may_be_ignored(run):
    assert fragile_cells(executed("# NBVAL_IGNORE_OUTPUT" + LABNET_CHAOTIC, run), run) == []


def test_a_stale_output_is_not_called_fragile(run):
    notebook = executed("print(1)", run)
    notebook.cells[0].source = "print(2)"
    with pytest.raises(AssertionError, match="make notebooks"):
        fragile_cells(notebook, run)


def test_the_value_at_the_end_is_compared(run):
    cell = v4.new_code_cell("1 + 1")
    cell.outputs = [v4.new_output("execute_result", {"text/plain": "2"})]
    notebook = v4.new_notebook(cells=[cell])
    assert fragile_cells(notebook, run) == []
    cell.outputs[0].data["text/plain"] = "3"
    assert differences(notebook, run(notebook, 0.0, seed=0)) == [(1, "3", "2")]
