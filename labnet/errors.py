"""The errors of labnet: each says what was wrong, what was expected, and how to mend it."""

import traceback
from pathlib import Path

HERE = str(Path(__file__).parent)


class LabnetError(ValueError):
    """Input that labnet cannot use."""

    def _render_traceback_(self):
        """What a notebook shows: the line of yours that led here, and the sentence."""
        frames = traceback.extract_tb(self.__traceback__)
        yours = [f for f in frames if f.line and not f.filename.startswith(HERE)][-1:]
        lines = [f"line {frame.lineno}:  {frame.line}" for frame in yours]
        return [*lines, f"{type(self).__name__}: {self}"]


class MissingError(LabnetError, AttributeError):
    """An attribute that does not exist yet (so that `hasattr` still answers False)."""
