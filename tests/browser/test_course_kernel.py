"""A training in notebook 04 that is interrupted, and one whose kernel is restarted."""

import re
from contextlib import closing

import pytest
from course import Copy
from playwright.sync_api import expect
from views import wait_until

pytestmark = pytest.mark.browser

TRAIN = "history = labnet.train("
SHORT, LONG = "epochs=1000, log_every=200", "epochs=10_000_000, log_every=1000"
INTERRUPTED = re.compile(r"Interrupted after epoch \d+\. The network, .* are kept;")


@pytest.fixture
def copy(page, lab):
    """04, in a training that goes on and on."""
    with closing(Copy(page, lab, "04")) as copy:
        index = copy.find(TRAIN)
        copy.run_above(index)
        copy.replace(index, SHORT, LONG)
        copy.start(index)
        expect(copy.cell(index)).to_contain_text("epoch   2000")
        yield copy


def test_an_interrupted_training_says_so_and_keeps_what_it_has(copy):
    index = copy.find(TRAIN)
    copy.press("notebook:interrupt-kernel")
    expect(copy.cell(index)).to_contain_text(INTERRUPTED)
    wait_until(copy.page, lambda: not copy.is_busy)
    assert copy.errors == []
    assert copy.ask("history.stopped") == "interrupted"
    assert copy.ask("history.epochs == len(history.losses) > 2000")
    following = copy.find("plots.predictions(net, X, y)")
    copy.run(following)
    expect(copy.cell(following).locator("img")).to_be_visible()
    assert copy.errors == []


def test_a_kernel_restarted_in_a_training_runs_the_notebook_again(copy):
    copy.replace(copy.find(TRAIN), LONG, SHORT)
    copy.restart_and_run_all()
    assert copy.errors == []
    assert copy.counts == list(range(1, len(copy.counts) + 1))
