"""Every notebook of the course: a student's copy, restarted and run to its end."""

from contextlib import closing

import pytest
from course import Copy
from nights import tonight
from views import wait_until

from labnet.course.copies import ORIGINALS

pytestmark = pytest.mark.browser

NUMBERS = sorted(path.name[:2] for path in ORIGINALS.glob("*.ipynb"))


@pytest.fixture(params=tonight(NUMBERS))
def copy(page, lab, request):
    with closing(Copy(page, lab, request.param)) as copy:
        yield copy


def test_it_runs_to_its_end_without_an_error(copy):
    copy.restart_and_run_all()
    copy.look_at_all()
    wait_until(copy.page, lambda: copy.missing_widgets == [])
    assert copy.errors == []
    assert copy.counts == list(range(1, len(copy.counts) + 1))
