"""Every cell of the course runs in the browser, and prints what the course stores."""

from contextlib import closing

import pytest
from course_page import SiteCopy, stored_cells
from nights import tonight
from printed import printed

from labnet.course.notebooks import NOTEBOOKS

pytestmark = pytest.mark.site

NUMBERS = [one.number for one in NOTEBOOKS]
CHECKLIST = "report.checklist("  # it speaks of the student's own copy


@pytest.mark.parametrize("number", tonight(NUMBERS))
def test_a_notebook_runs_and_prints_what_is_stored(
    number, profile, course_address, asked_elsewhere
):
    expected = stored_cells(number)
    with closing(SiteCopy(profile, course_address, number)) as copy:
        indices = copy.page.evaluate(CODE_INDICES)
        for index in indices:
            copy.run(index)
        found = copy.code_cells
    assert [cell["source"] for cell in found] == ["".join(cell["source"]) for cell in expected]
    shown = [(cell["source"], printed(cell["outputs"])) for cell in found]
    assert [source for source, output in shown if {"error", "stderr"} & set(output)] == []
    stored = [printed(cell["outputs"]) for cell in expected]
    differ = [
        (source, output, known)
        for (source, output), known in zip(shown, stored, strict=True)
        if output != known and CHECKLIST not in source
    ]
    assert differ == []
    assert asked_elsewhere == []


CODE_INDICES = """() => jupyterapp.shell.currentWidget.content.widgets
  .flatMap(({ model }, index) => (model.type === "code" ? [index] : []))"""
