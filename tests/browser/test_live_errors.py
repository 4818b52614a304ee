"""What goes wrong in the student's code or in the training is said, and mended by Reset."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MINE = """
import numpy as np
class Mine:
    wrong = None
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.w = rng.normal(size=(2, 1))
    def forward(self, x):
        self.x, self.p = x, 1 / (1 + np.exp(-x @ self.w))
        return {None: self.p, "none": None, "shape": self.p[:3], "nan": self.p * np.nan}[Mine.wrong]
    def backward(self, y):
        self.dw = self.x.T @ (self.p - y) / len(y)
    def step(self, lr):
        if Mine.broken:
            raise ZeroDivisionError("far too steep")
        self.w = self.w - lr * self.dw
Mine.broken = False
e = explore(Mine)
e
"""


@pytest.fixture
def explorer(notebook):
    return notebook.show(MINE)


def demand_that_it_trains(explorer, epoch):
    expect(explorer.error).to_be_hidden()
    explorer.run_up_to(epoch)
    explorer.press("Pause")


def test_an_exception_is_shown_with_the_students_own_line_and_mended_by_reset(notebook, explorer):
    demand_that_it_trains(explorer, 20)
    notebook.tell("Mine.broken = True")
    explorer.press("Run")
    expect(explorer.error).to_contain_text('raise ZeroDivisionError("far too steep")')
    expect(explorer.error).to_contain_text("ZeroDivisionError: far too steep")
    expect(explorer.button("Run")).to_be_visible()
    assert not notebook.ask("e.running")
    notebook.tell("Mine.broken = False")
    explorer.press("Reset")
    demand_that_it_trains(explorer, 20)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("none", "Mine.forward returned None: is its `return` missing?"),
        ("shape", "Mine.forward returned p of shape (3, 1); expected (21, 1)"),
        ("nan", "Mine.forward returned NaN before any training"),
    ],
)
def test_a_wrong_return_is_shown_with_the_students_own_line(notebook, explorer, wrong, said):
    demand_that_it_trains(explorer, 20)
    notebook.tell(f"Mine.wrong = {wrong!r}")
    explorer.press("Rewind")
    expect(explorer.error).to_contain_text(said)
    expect(explorer.error).to_contain_text("return {None: self.p")
    notebook.tell("Mine.wrong = None")
    explorer.press("Reset")
    demand_that_it_trains(explorer, 20)


def test_divergence_stops_the_run_and_says_what_to_try(notebook):
    explorer = notebook.show("e = explore(hidden=(), output='none, squared error', lr=10)\ne")
    explorer.press("Run")
    expect(explorer.error).to_contain_text("Stopped at epoch")
    expect(explorer.error).to_contain_text("Try a smaller learning rate than 10")
    expect(explorer.button("Run")).to_be_visible()
    explorer.slider("learning rate").press("Home")
    demand_that_it_trains(explorer, notebook.ask("e.epoch") + 20)


def test_what_the_kernel_refuses_is_said(notebook, explorer):
    for _ in range(5):
        explorer.press("Pin")
    expect(explorer.status).to_contain_text("4 runs are pinned; unpin them first.")
    notebook.expect("len(e.pins)", 4)
    explorer.press("Unpin all")
    demand_that_it_trains(explorer, 20)
