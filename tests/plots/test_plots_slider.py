"""The slider: its figure and its text follow, the last value counts, and nothing stays open."""

import asyncio
import threading

import ipywidgets
import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from labnet import LabnetError, plots
from labnet.plots.captured import shown_by

NOTE, SLIDER, FIGURE, TEXT = range(4)  # the outputs of the cell, from top to bottom


class Cell:
    """The outputs of a cell as a front end holds them; how often each was changed."""

    def __init__(self):
        self.ids, self.outputs, self.changes = [], [], []

    def publish(self, data, metadata=None, transient=None, update=False, **_):
        if update:
            self.outputs[self.ids.index(transient["display_id"])] = data
            self.changes.append(self.ids.index(transient["display_id"]))
        else:
            self.ids.append(transient["display_id"])
            self.outputs.append(data)


@pytest.fixture
def cell(monkeypatch, tmp_path):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    cell = Cell()
    monkeypatch.setattr(shell.display_pub, "publish", cell.publish)
    yield cell
    shell.restore_sys_module_state()  # or processes that a later test spawns would miss __main__
    InteractiveShell.clear_instance()
    plt.close("all")


@pytest.fixture
def widget():
    """A function that gives the widget, once it has been made."""
    made = []
    ipywidgets.Widget.on_widget_constructed(made.append)
    yield lambda: next(one for one in made if hasattr(one, "readout"))
    ipywidgets.Widget.on_widget_constructed(None)


def line(k):
    plt.figure().add_subplot().plot([0, k])
    print(f"drawn for {k}")


def inverse(k):
    line(k)
    if k == 3:
        1 / (3 - k)


def test_figure_and_text_follow_the_slider(cell, widget):
    plots.slider(line, k=(0, 4, 1))
    first = cell.outputs[FIGURE]["image/png"]
    assert cell.outputs[TEXT] == {"text/plain": "drawn for 2\n"}
    assert "A slider, at k = 2." in cell.outputs[NOTE]["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in cell.outputs[SLIDER]
    widget().value = 4
    assert cell.outputs[FIGURE]["image/png"] != first
    assert cell.outputs[TEXT] == {"text/plain": "drawn for 4\n"}
    assert "A slider, at k = 4." in cell.outputs[NOTE]["text/plain"]
    assert len(cell.outputs) == 4 and SLIDER not in cell.changes


def test_no_figure_stays_open_and_others_are_left_alone(cell, widget):
    mine = plt.figure().number
    plots.slider(inverse, k=(0, 4, 1))
    for value in (3, 4):
        widget().value = value
    assert plt.get_fignums() == [mine]


def test_a_figure_that_draw_shows_itself_is_the_figure(cell):
    from IPython.display import display

    def draw(k):
        display({"image/png": "shown"}, raw=True)

    plots.slider(draw, k=[1, 2])
    assert cell.outputs[FIGURE] == {"image/png": "shown"}


def test_what_stays_empty_is_not_sent_again(cell, widget):
    plots.slider(lambda k: None, k=[1, 2, 3])
    assert cell.outputs[FIGURE] == cell.outputs[TEXT] == {}
    widget().value = 3
    assert cell.changes == [NOTE]


def test_an_exception_at_the_start_is_raised(cell, capsys):
    with pytest.raises(ZeroDivisionError):
        plots.slider(inverse, k=[3])
    assert cell.outputs == [] and capsys.readouterr().out == "drawn for 3\n"
    assert plt.get_fignums() == []


def test_a_later_exception_is_shown_until_the_slider_moves_on(cell, widget):
    plots.slider(inverse, k=(0, 4, 1))
    widget().value = 3
    assert list(cell.outputs[FIGURE]) == ["text/plain"]
    assert "1 / (3 - k)\nZeroDivisionError: " in cell.outputs[FIGURE]["text/plain"]
    assert cell.outputs[TEXT] == {"text/plain": "drawn for 3\n"}
    widget().value = 4
    assert "image/png" in cell.outputs[FIGURE]


def test_moves_from_a_second_thread_wait_and_the_last_counts(cell, widget):
    calls = []

    def draw(k):
        calls.append((k, threading.current_thread() is threading.main_thread()))

    def move():
        for value in (0, 1, 4):
            widget().value = value

    async def main():
        plots.slider(draw, k=(0, 4, 1))
        mover = threading.Thread(target=move)
        mover.start()
        mover.join()
        await asyncio.sleep(0)

    asyncio.run(main())
    assert calls == [(2, True), (4, True)]


@pytest.fixture
def seen():
    return []


@pytest.fixture
def see(seen):
    def see(k):
        seen.append(k)

    return see


def test_a_range_starts_in_the_middle_and_gives_tidy_values(cell, widget, seen, see):
    plots.slider(see, k=(0.1, 0.6, 0.1))
    widget().value = 0.4000000000000001
    assert seen == [0.3, 0.4] and "at k = 0.4." in cell.outputs[NOTE]["text/plain"]


def test_a_list_gives_its_own_numbers(cell, widget, seen, see):
    plots.slider(see, k=[0.03, 1, 1 / 3])
    widget().value = 1 / 3
    assert seen == [1, 1 / 3] and isinstance(seen[0], int)


BAD = {
    "no function": (3, {"k": [1]}, "draw is 3; expected a function"),
    "no values": (line, {}, "0 values are named"),
    "two values": (line, {"k": [1], "j": [1]}, "2 values are named: ['k', 'j']"),
    "a number": (line, {"k": 3}, "k is 3; expected a list"),
    "an empty list": (line, {"k": []}, "k is empty; expected a range"),
    "words": (line, {"k": ["a"]}, "k[0] is 'a'; expected a finite number"),
    "NaN": (line, {"k": (0, np.nan, 1)}, "k[1] is nan; expected a finite number"),
    "no step": (line, {"k": (0, 1)}, "k is (0, 1); expected a range (first, last, step)"),
    "backwards": (line, {"k": (1, 0, 0.1)}, "first < last"),
    "a step of 0": (line, {"k": (1, 1, 0)}, "a positive step"),
    "too many steps": (line, {"k": (0, 1, 1e-9)}, "at most 10000 steps"),
    "too far": (line, {"k": (-1e308, 1e308, 1)}, "at most 10000 steps"),
    "two figures": (lambda k: (line(k), line(k)), {"k": [1]}, "draw shows 2 figures"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_arguments_are_refused(name, cell):
    draw, values, words = BAD[name]
    with pytest.raises(LabnetError) as refused:
        plots.slider(draw, **values)
    assert words in str(refused.value) and cell.outputs == []


def test_without_a_notebook_there_is_no_slider():
    with pytest.raises(LabnetError, match="no notebook"):
        plots.slider(line, k=[1])


@pytest.fixture
def inline():
    """Figures as in a notebook: shown and closed where a message to the kernel ends."""
    before = mpl.get_backend()
    plt.switch_backend("module://matplotlib_inline.backend_inline")
    with plt.ion():
        yield
    plt.switch_backend(before)


def test_a_message_that_ends_on_another_thread_leaves_the_figure_alone(cell, inline):
    from matplotlib_inline.backend_inline import flush_figures

    def draw():
        _, ax = plt.subplots()
        ending = threading.Thread(target=flush_figures)
        ending.start()
        ending.join()
        ax.plot([1, 2])

    picture, printed, error = shown_by(draw)
    assert "image/png" in picture and not printed and error is None
    assert plt.get_fignums() == []
