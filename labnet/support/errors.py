"""The errors of labnet: each says what was wrong, what was expected, and how to mend it."""

from functools import cache
from os.path import dirname

HERE = dirname(dirname(__file__))  # the folder of labnet


class LabnetError(ValueError):
    """Input that labnet cannot use."""

    def _render_traceback_(self):
        """What a notebook shows: the line of yours that led here, and the sentence."""
        return [*own_line(self), f"{type(self).__name__}: {self}"]


class MissingError(LabnetError, AttributeError):
    """An attribute that does not exist yet (so that `hasattr` still answers False)."""


def told(error):
    """What the error says, after the user's own line that led to it."""
    raised = str(error) if isinstance(error, LabnetError) else f"{type(error).__name__}: {error}"
    return "\n".join([*own_line(error), raised])


def own_line(error):
    """The last line of the user's own code that led to the error, as a list of one text or none."""
    return [f"line {frame.lineno}:  {frame.line}" for frame in own_frames(error)[-1:]]


def own_frames(error):
    """The calls in the user's own code that led to the error, the outermost first."""
    import traceback  # only an error needs it

    frames, others = traceback.extract_tb(error.__traceback__), libraries()
    return [one for one in frames if one.line and not one.filename.startswith(others)]


@cache
def libraries():
    """The folders of labnet, of Python's own modules and of everything that is installed."""
    import sysconfig
    import traceback

    import numpy

    told = (sysconfig.get_path(kind) for kind in ("stdlib", "purelib", "platlib"))
    there = dirname(traceback.__file__), dirname(dirname(numpy.__file__))  # a web page tells others
    return HERE, *told, *there
