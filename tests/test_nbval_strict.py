"""Strict nbval sees what it should: each cell below comes out green, or red for its reason."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from nbformat import v4, write

TESTS = Path(__file__).parent
CONFTEST = TESTS.parent / "notebooks" / "conftest.py"

PRINT = v4.new_output("stream", name="stdout", text="2\n")
VALUE = v4.new_output("execute_result", {"text/plain": "2"}, execution_count=1)
SLIDER = v4.new_output(
    "display_data",
    {
        "application/vnd.jupyter.widget-view+json": {"model_id": "any", "version_major": 2},
        "text/plain": "interactive(children=(IntSlider(value=2, description='k', max=4), "
        "Output()), _dom_classes=('widget-interact',)…",
    },
)
INTERACT = """from ipywidgets import interact
def show(k):
    print("inside the widget")
    1 / (3 - k)
interact(show, k={})
None"""

# name: (source, stored outputs, has it been run?, what the red cell must say, or None for green)
CASES = {
    "print": ("print(1 + 1)", [PRINT], True, None),
    "value": ("1 + 1", [VALUE], True, None),
    "semicolon": ("1 + 1;", [], True, None),
    "interact": (INTERACT.format("(0, 4)"), [SLIDER], True, None),
    "wrong print": ("print(1 + 2)", [PRINT], True, "Cell outputs differ"),
    "wrong value": ("1 + 2", [VALUE], True, "Cell outputs differ"),
    "lost output": ("print(1 + 1)", [], True, "Cell outputs differ"),
    "never run": ("x = 1", [], False, "saved without having been run"),
    "never run, ignored": ("# NBVAL_IGNORE_OUTPUT\nx = 1", [], False, "without having been run"),
    "exception": ("1 / 0", [], True, "ZeroDivisionError"),
    "exception, ignored": ("# NBVAL_IGNORE_OUTPUT\n1 / 0", [], True, "ZeroDivisionError"),
    "exception in interact": (INTERACT.format("(3, 3)"), [SLIDER], True, "ZeroDivisionError"),
}


def run_nbval(folder, conftest, cells):
    """Run strict nbval over one notebook, in a pytest of its own: the complaint about each cell."""
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    (folder / "pytest.ini").write_text(f'[pytest]\npythonpath = "{TESTS.as_posix()}"\n')
    write(v4.new_notebook(cells=cells), folder / "cases.ipynb")
    options = ["--nbval", "--nbval-current-env", "--junitxml=report"]
    command = [sys.executable, "-m", "pytest", *options]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    reports = ET.parse(folder / "report").iter("testcase")
    return ["".join(report.itertext()) for report in reports]


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    cells = [
        v4.new_code_cell(source, outputs=outputs, execution_count=1 if was_run else None)
        for source, outputs, was_run, _ in CASES.values()
    ]
    conftest = CONFTEST.read_text(encoding="utf-8")
    found = run_nbval(tmp_path_factory.mktemp("strict"), conftest, cells)
    return dict(zip(CASES, found, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_strict_run(name, complaints):
    expected = CASES[name][-1]
    if expected is None:
        assert complaints[name] == ""
    else:
        assert expected in complaints[name]


def test_another_python_is_refused(tmp_path):
    conftest = CONFTEST.read_text(encoding="utf-8")
    expecting_another = conftest.replace("format(sys.executable)", "format('another')")
    assert expecting_another != conftest
    (complaint,) = run_nbval(tmp_path, expecting_another, [v4.new_code_cell("x = 1")])
    assert "the kernel is another Python" in complaint
