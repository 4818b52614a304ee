"""What a function shows when it is called: its figure, and what it prints."""

from ..support import checks
from . import style

NOTHING = {}  # an output that takes no room


def shown_by(draw):
    """Call draw: what it shows, what it prints, both as outputs, and its exception or None.

    Its figures are closed; where the exception came first, nothing is shown. Interactive mode is
    off: else IPython would show and close them half drawn, if on another thread a message ends.
    """
    from IPython.utils.capture import capture_output  # plain Python needs none

    before, picture, raised = open_figures(), NOTHING, None
    try:
        with capture_output() as captured, style.plt.ioff():
            draw()
        picture = the_only([*displayed(captured), *map(png, open_figures() - before)])
    except Exception as error:  # the student's code may raise anything
        raised = error
    finally:
        for number in open_figures() - before:
            style.plt.close(number)
    printed = captured.stdout + captured.stderr
    return picture, {"text/plain": printed} if printed else NOTHING, raised


def open_figures():
    return set(style.plt.get_fignums())


def displayed(captured):
    """What was displayed at once, as by plt.show; not a progress bar, which changes later."""
    return [output.data for output in captured.outputs if not output.transient]


def png(number):
    """The figure of this number, as a notebook shows it below a cell."""
    from IPython.core.pylabtools import print_figure

    figure = style.plt.figure(number)
    return {"image/png": print_figure(figure, base64=True), "text/plain": repr(figure)}


def the_only(pictures):
    checks.require(
        len(pictures) < 2,
        f"draw shows {len(pictures)} figures; expected one, such as "
        "fig, (left, right) = plt.subplots(1, 2) for two pictures in it.",
    )
    return pictures[0] if pictures else NOTHING
