"""The progress bar: what is left of it in a notebook, and when there is none."""

import subprocess
import sys

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from kernel_driver import started
from tqdm import tqdm

from labnet.support import bars


def shown_by(steps, monkeypatch, **options):
    """What each display and update of a cell's output showed, as the last line of text."""
    monkeypatch.setattr(bars, "in_notebook", lambda: True)
    monkeypatch.setattr(InteractiveShell, "initialized", lambda: True)
    with capture_output(display=True) as captured:
        for _ in bars.bar(range(steps), mininterval=0, **options):
            pass
    return [output.data.get("text/plain", "") for output in captured.outputs]


def test_in_a_notebook_it_is_text_in_one_output(monkeypatch):
    shown = shown_by(3, monkeypatch, desc="epochs")
    assert shown[0].startswith("epochs:   0%") and "3/3" in shown[-1]


def test_one_that_does_not_stay_leaves_nothing(monkeypatch):
    shown = shown_by(3, monkeypatch, leave=False)
    assert "3/3" in "".join(shown) and shown[-1] == ""


def test_a_sentence_above_goes_with_the_bar(monkeypatch):
    monkeypatch.setattr(bars, "in_notebook", lambda: True)
    monkeypatch.setattr(InteractiveShell, "initialized", lambda: True)
    with capture_output(display=True) as captured, bars.bar(total=3, leave=False) as shown:
        bars.above(shown, "Three steps.")
        shown.update(3)
        shown.refresh()
    texts = [output.data.get("text/plain", "") for output in captured.outputs]
    last = [text for text in texts if text][-1]
    assert last.startswith("Three steps.\n") and "3/3" in last and texts[-1] == ""


def test_a_sentence_above_is_on_stderr_elsewhere_and_hidden_with_the_bar(capsys):
    for disable in (True, False):
        assert capsys.readouterr().err == ""
        with bars.bar(total=3, disable=disable) as shown:
            bars.above(shown, "Three steps.")
    assert "Three steps.\n" in capsys.readouterr().err


def test_one_that_would_show_later_than_it_ends_shows_nothing(monkeypatch):
    assert shown_by(3, monkeypatch, delay=60, leave=False) == []


def test_none_is_shown_where_tqdm_is_switched_off(monkeypatch):
    monkeypatch.setenv("TQDM_DISABLE", "1")
    assert shown_by(3, monkeypatch) == []


def test_elsewhere_it_is_on_stderr(capsys):
    assert list(bars.bar(range(3), desc="epochs")) == [0, 1, 2]
    out, err = capsys.readouterr()
    assert out == "" and "3/3" in err


ASKED = "from labnet.support.bars import in_notebook; print(in_notebook())"


def test_a_kernel_runs_a_notebook(tmp_path):
    kernel = started(tmp_path)
    try:
        assert kernel.run(ASKED) == ("True\n", "")
    finally:
        kernel.close()


def test_a_terminal_runs_none(tmp_path):
    for terminal in ([], ["-m", "IPython", "--no-banner", "--colors=NoColor"]):
        command = [sys.executable, *terminal, "-c", ASKED]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.split()[-1] == "False"


def test_a_page_gets_no_second_thread(monkeypatch):
    monkeypatch.setattr(tqdm, "monitor_interval", 10)
    monkeypatch.setattr(tqdm, "monitor", None)
    monkeypatch.setattr(bars, "in_page", lambda: True)
    with bars.bar(total=3, leave=False) as shown:
        shown.update()
    assert tqdm.monitor is None and tqdm.monitor_interval == 0
