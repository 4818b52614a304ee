"""Printed: the last lines that are printed where no cell shows them."""

import io
import sys
import threading
from collections import deque
from contextlib import contextmanager, redirect_stderr, redirect_stdout

LINES, WIDEST = 10, 200
CATCHING = threading.RLock()  # sys.stdout is one for all threads: each catches in its turn


class Printed(io.TextIOBase):
    """A place to print to; it keeps the last lines only, and the beginning of long ones."""

    encoding = "utf-8"

    def __init__(self):
        self.lines, self.rest, self.thread, self.outside = deque(maxlen=LINES), "", None, None

    @contextmanager
    def caught(self):
        """Keep what this thread prints inside; what others print goes where it went before."""
        with CATCHING:
            self.thread, self.outside = threading.get_ident(), sys.stdout
            with redirect_stdout(self), redirect_stderr(self):
                yield

    def write(self, text):
        if self.thread not in (None, threading.get_ident()):
            return self.outside.write(text)
        *whole, rest = "".join([self.rest, text]).replace("\r", "\n").split("\n")
        self.lines.extend(map(cut, filter(None, whole[-2 * LINES :])))
        self.rest = rest[: WIDEST + 1]
        return len(text)

    @property
    def text(self):
        return "\n".join([*self.lines, *filter(None, [cut(self.rest)])][-LINES:])


def cut(line):
    return line if len(line) <= WIDEST else line[:WIDEST] + "…"
