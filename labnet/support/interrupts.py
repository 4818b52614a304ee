"""Interrupting a training between two updates, so that nothing is left half done."""

import signal
import threading
from contextlib import contextmanager


class Interrupted(KeyboardInterrupt):
    """An interrupt that says what became of the work; a notebook shows only this sentence."""

    def _render_traceback_(self):
        return [str(self)]


@contextmanager
def deferred_interrupt():
    """Yield a list that the first Ctrl-C (or "Interrupt kernel") fills; the second one raises.

    Signals reach the main thread only; elsewhere the list stays empty.
    """
    asked = []  # no Event: setting one takes a lock, and a second signal in that moment would hang
    previous = signal.getsignal(signal.SIGINT)

    def handle(signum, frame):
        if asked:
            raise KeyboardInterrupt
        asked.append(signum)

    in_charge = threading.current_thread() is threading.main_thread() and callable(previous)
    if in_charge:
        signal.signal(signal.SIGINT, handle)
    try:
        yield asked
    finally:
        if in_charge:
            signal.signal(signal.SIGINT, previous)
