"""A slider in a notebook: it moves one value, and a figure follows."""

from functools import partial
from threading import current_thread, main_thread

from ..support import checks
from ..support.errors import told
from ..support.widgets import note, running_loop
from .captured import shown_by

MOST = 10_000  # steps of a range: more than a screen has points
EXPECTED = "a range (first, last, step), such as (-6.0, 6.0, 0.1), or a list of numbers"
WIDGET = "Here the slider stands where it is live; the figure below follows it."


def slider(draw, /, **values):
    """Call draw(z=value) for each value a slider is moved to: slider(draw, z=(-6.0, 6.0, 0.1)).

    The figure and what is printed are outputs of the cell: the latest ones stay in the notebook
    when it is saved. The slider starts in the middle. An exception there is raised; one that comes
    later is shown in the figure's place, until the slider is moved on. When the page has been
    loaded anew, run the cell again: its outputs no longer follow.

    draw : makes one figure at most; what it returns is not shown.
    values : under the name of draw's argument, a range (first, last, step), or a list of numbers.
    """
    checks.require(callable(draw), f"draw is {draw!r}; expected a function of the slider's value.")
    checks.require(
        len(values) == 1,
        f"{len(values)} values are named: {list(values)}; expected one, with {EXPECTED}.",
    )
    checks.require(
        in_ipython(), "There is no notebook for a slider here; call draw with a value instead."
    )
    ((name, given),) = values.items()
    widget = of_range if isinstance(given, tuple) else of_list
    Slider(draw, name, widget(given, name)).open()


def in_ipython():
    from IPython import get_ipython

    return get_ipython() is not None


def of_list(given, name):
    """A slider with a place for each number of the list."""
    from ipywidgets import SelectionSlider

    values = checks.listing(given, name, "[0.1, 1, 10]")
    checks.require(values, f"{name} is empty; expected {EXPECTED}.")
    for i, value in enumerate(values):
        checks.finite_number(value, f"{name}[{i}]")
    options = [(str(value), value) for value in values]
    return SelectionSlider(options=options, index=len(values) // 2, description=name)


def of_range(given, name):
    """A slider for whole numbers if first, last and step are, else for floats."""
    from ipywidgets import FloatSlider, IntSlider

    first, last, step = range_of(given, name)
    kind = IntSlider if all(map(checks.is_whole, given)) else FloatSlider
    middle = tidy(first + step * round((last - first) / step / 2))
    ends = {"min": first, "max": last, "step": step, "description": name}
    return kind(middle, readout_format="d" if kind is IntSlider else ".6", **ends)


def range_of(given, name):
    checks.require(len(given) == 3, f"{name} is {given!r}; expected {EXPECTED}.")
    first, last, step = (checks.finite_number(one, f"{name}[{i}]") for i, one in enumerate(given))
    checks.require(
        step > 0 and step <= last - first <= MOST * step,
        f"{name} is {given!r}; expected (first, last, step) with first < last, a positive step, "
        f"and at most {MOST} steps.",
    )
    return first, last, step


def tidy(value):
    """0.3 for 0.30000000000000004: what steps add up to has 12 good digits."""
    return float(f"{value:.12g}") + 0.0  # and 0.0, not -0.0


class Slider:
    """The widget, and the outputs that follow it: a note, the figure, the printed text."""

    def __init__(self, draw, name, widget):
        self.draw, self.name, self.widget = draw, name, widget
        self.loop, self.value = running_loop(), self.stands_at()

    def open(self):
        """Display all of it, in the cell that is running."""
        figure, printed, error = self.look()
        if error:
            print(printed.get("text/plain", ""), end="")
            raise error
        self.note = Output(self.place())
        Output(self.widget._repr_mimebundle_() | {"text/plain": WIDGET})
        self.figure, self.printed = Output(figure), Output(printed)
        self.widget.observe(self.moved, "value")

    def stands_at(self):
        from ipywidgets import FloatSlider

        value = self.widget.value
        return tidy(value) if isinstance(self.widget, FloatSlider) else value

    def look(self):
        return shown_by(partial(self.draw, **{self.name: self.value}))

    def place(self):
        place = f"{self.name} = {self.value}"
        return note(f"A slider, at {place}. Run this cell in JupyterLab to move it.")

    def moved(self, change):
        """JupyterLab may call this on a second thread, and Matplotlib needs the first."""
        if self.loop and current_thread() is not main_thread():
            self.loop.call_soon_threadsafe(self.follow)
        else:
            self.follow()

    def follow(self):
        """Draw for where the slider is now, unless that is drawn: of fast moves the last counts."""
        value = self.stands_at()
        if value == self.value:
            return
        self.value = value
        figure, printed, error = self.look()
        self.figure.change({"text/plain": told(error)} if error else figure)
        self.printed.change(printed)
        self.note.change(self.place())


class Output:
    """An output of the cell that is running; it can be changed later."""

    def __init__(self, data):
        from IPython.display import DisplayHandle

        self.data, self.handle = data, DisplayHandle()
        self.handle.display(data, raw=True)

    def change(self, data):
        if data != self.data:  # an empty one that is made empty again is an error in JupyterLab
            self.data = data
            self.handle.update(data, raw=True)
