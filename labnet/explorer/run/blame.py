"""Blame: what is shown where the student's code has raised something."""

import sys

from ...support.errors import LabnetError, own_line, told

MEND = "Mend it, {}. Other settings may work meanwhile."
IN_CELLS, ELSEWHERE = "run its cell, and then this one again", "and have it trained again"
BROKEN_OFF = "You interrupted it here, in the middle of its work."
READ_ONLY = (
    "An array that must stay as it is was changed in place; x and y are such arrays. Compute a new "
    "one, as in x = x - 0.5 and not x -= 0.5, or change a copy: x = x.copy()."
)
EXITS = "It would end the whole kernel: raise an error such as ValueError instead."
KEYBOARD = "Nobody has interrupted it: raise an error such as ValueError instead."
LONGEST, LAST = 900, 200  # letters of what was raised, and how many of them from its end
LINES, LAST_LINES = 12, 3  # the same for its lines


class DivergedError(LabnetError):
    """A loss beyond all bounds."""


def explained(error, presses=0):
    """The student's own line, what it raised, and what to do.

    presses : how often the user has interrupted meanwhile; the second time raises.
    """
    if isinstance(error, DivergedError):
        return str(error)
    if isinstance(error, KeyboardInterrupt) and presses > 1:
        return "\n".join([*own_line(error), BROKEN_OFF, mend()])
    return "\n".join([shortened(raised(error)), *hints(error), mend()])


def mend():
    """Without IPython there are no cells: then this is the playground."""
    return MEND.format(IN_CELLS if "IPython" in sys.modules else ELSEWHERE)


def raised(error):
    """The own line, and what the error says; its kind alone if it cannot say it."""
    try:
        return told(error).removesuffix(": ")
    except Exception:  # an error of the student's own making
        return "\n".join([*own_line(error), type(error).__name__])


def shortened(text):
    """Without its middle, if it is long."""
    lines = text.splitlines()
    if len(lines) > LINES:
        between = f"… {len(lines) - LINES:,} lines …"
        text = "\n".join([*lines[: LINES - LAST_LINES], between, *lines[-LAST_LINES:]])
    left_out = len(text) - LONGEST
    if left_out <= 0:
        return text
    return f"{text[: LONGEST - LAST]}\n… {left_out:,} letters …\n{text[-LAST:]}"


def hints(error):
    if isinstance(error, ValueError) and "read-only" in str(error):
        yield READ_ONLY
    if isinstance(error, SystemExit):
        yield EXITS
    if isinstance(error, KeyboardInterrupt):
        yield KEYBOARD
