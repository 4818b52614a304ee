"""The shortest way through all of it, for `make test`: a student's network trains in the page.

It has no mark, so it runs wherever there is a browser.
"""

from contextlib import closing

import pytest
from course import Copy
from playwright.sync_api import expect


@pytest.fixture
def copy(page, lab):
    with closing(Copy(page, lab, "06")) as copy:
        yield copy


def test_a_copy_of_06_opens_and_its_network_trains(copy):
    index = copy.find("live = explore(")
    copy.run_above(index)
    copy.run(index)
    explorer = copy.explorer(index)
    loss = explorer.figure("loss").inner_text()
    explorer.run_up_to(20)
    explorer.press("Pause")
    expect(explorer.button("Run")).to_be_visible()
    expect(explorer.figure("loss")).not_to_have_text(loss)
    assert copy.ask("bool(live.losses[-1] < live.losses[0])")
    assert copy.errors == []
