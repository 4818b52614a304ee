"""A cell that defines one function and checks another one is told so; a script never is."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

RIGHT = "(x, W, b):\n    return x @ W + b\n"
STUB = "def linear_forward(x, W, b): ...\n"
CHECK = "verdict = exercises.linear_forward.check(linear_forward)\n"
OLDER = {
    "a stub": STUB,
    "an older function": "def linear_forward(x, W, b):\n    return x @ W\n",
    "a right one": "def linear_forward" + RIGHT,
    "labnet's": "linear_forward = exercises.linear_forward.right\n",
}


@pytest.fixture
def notebook():
    """Runs cells one after the other, as a notebook does; gives the latest verdict."""
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.run_cell("from labnet import exercises")

    def run(*cells):
        for cell in cells:
            shell.run_cell(cell, store_history=True).raise_error()
        return shell.user_ns.get("verdict")

    yield run
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("older", OLDER)
@pytest.mark.parametrize(
    "name", ["liner_forward", "Linear_Forward", "forward_linear", "linear_forward_2", "backward"]
)
def test_a_function_of_another_name_is_told_beside_the_verdict(notebook, older, name):
    verdict = notebook(OLDER[older], f"def {name}{RIGHT}{CHECK}")
    told = f"This cell defines `{name}`, but checks `linear_forward`"
    assert told in repr(verdict) and f"<code>{name}</code>, but checks" in verdict._repr_html_()
    assert verdict.passed == ("right" in older)


@pytest.mark.parametrize(
    "cell",
    [
        f"{STUB}def liner_forward{RIGHT}{CHECK}",
        f"liner_forward = lambda x, W, b: x @ W\n{CHECK}",
    ],
)
def test_a_stub_left_above_and_a_lambda_are_told_too(notebook, cell):
    assert "defines `liner_forward`, but checks `linear_forward`" in notebook(STUB, cell).remark


def test_a_class_is_told(notebook):
    older = "class MyNetwork:\n    def forward(self, x): ...\n"
    cell = "class MyNetwrok:\n    pass\nverdict = exercises.MyNetwork.check(MyNetwork)"
    assert "defines `MyNetwrok`, but checks `MyNetwork`" in notebook(older, cell).remark


def test_the_right_name_with_another_function_handed_in(notebook):
    cell = f"def linear_forward{RIGHT}verdict = exercises.linear_forward.check(mine)"
    verdict = notebook(f"def mine{RIGHT}", cell)
    assert verdict.remark.startswith("This cell defines `linear_forward`, but checks `mine`")


def test_a_check_above_the_function_is_told(notebook):
    verdict = notebook(STUB, f"{CHECK}def linear_forward{RIGHT}")
    assert "defines `linear_forward` below its check" in verdict.remark


def test_two_of_one_name_are_told(notebook):
    verdict = notebook(f"def linear_forward{RIGHT}{STUB}{CHECK}")
    assert "defines `linear_forward` more than once: the last one counts" in verdict.remark


def test_use_tells_it_too(notebook, capsys):
    notebook(STUB, f"def liner_forward{RIGHT}exercises.linear_forward.use(linear_forward)")
    assert "using labnet's `linear_forward`\nThis cell defines `liner" in capsys.readouterr().out


HELPED = "def linear_forward(x, W, b):\n    return liner_forward(x, W, b)\n"


@pytest.mark.parametrize(
    "cells",
    [
        [f"def linear_forward{RIGHT}{CHECK}"],
        [f"def linear_forward{RIGHT}", CHECK],
        [f"def linear_forward{RIGHT}", f"def show(x):\n    return x\n{CHECK}"],
        [HELPED, f"def liner_forward{RIGHT}{CHECK}"],
        [f"def liner_forward{RIGHT}{HELPED}{CHECK}"],
        [f"def liner_forward{RIGHT}verdict = exercises.linear_forward.check(liner_forward)"],
        [
            f"def linear_forward{RIGHT}",
            f"def backward{RIGHT}exercises.backward.check(backward)\n{CHECK}",
        ],
        [
            "import numpy as np",
            "def f(x):\n    return x\nverdict = exercises.sigmoid.check(np.exp)",
        ],
    ],
)
def test_where_the_cell_checks_what_it_means_nothing_is_said(notebook, cells):
    assert notebook(*cells).remark == ""


def test_outside_of_a_cell_nothing_is_said(notebook, cell):
    notebook(STUB)
    names = cell(f"from labnet import exercises\n{STUB}")
    names = cell(f"def liner_forward{RIGHT}{CHECK}")
    assert names["verdict"].remark == ""
