"""Heard: the first lines that a student's function prints in its latest call."""

import io
import sys

from ...support.errors import libraries
from .verdict import MOST_LINES, WIDEST


class Heard(io.TextIOBase):
    """A place to print to; it keeps little, however much comes.

    outside : the code of the function in which all calls are made. Where it makes several, each one
    that prints anything takes the place of the one before.
    """

    def __init__(self, outside):
        self.outside, self.others = outside, libraries()
        self.writer, self.call, self.lines, self.full = None, None, [""], False

    def write(self, text):
        writer = sys._getframe(1)
        if self.full and writer is self.writer:  # nothing new, however often
            return len(text)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if writer is not self.writer:
            self.writer = writer
            self.begin(self.outermost(writer))
        self.keep(text.replace("\r", "\n") if "\r" in text else text)
        return len(text)

    def begin(self, call):
        """Forget what an earlier call has printed."""
        if call is not self.call:
            self.call, self.lines, self.full = call, [""], False

    def outermost(self, frame):
        """The frame of the student's function that was called first, of those that still run."""
        found = None
        while frame is not None and frame.f_code is not self.outside:
            if not frame.f_code.co_filename.startswith(self.others):
                found = frame
            frame = frame.f_back
        return found

    def keep(self, text):
        first, *others = text.split("\n", MOST_LINES)
        last = self.lines.pop() + first[: WIDEST + 1]
        self.lines += [one[: WIDEST + 1] for one in (last, *others)]
        del self.lines[MOST_LINES + 1 :]
        self.full = any(self.lines[MOST_LINES:])

    def told(self):
        """The lines, and a last one where there were more; () if nothing was printed."""
        self.writer = self.call = None  # frames hold all that a function has made
        filled = [one for one in self.lines[:MOST_LINES] if one.strip()]
        return (*filled, "…") if self.full else tuple(filled)
