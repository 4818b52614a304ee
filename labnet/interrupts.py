"""Interrupting a training between two updates, so that nothing is left half done."""

import signal
import threading
from contextlib import contextmanager


@contextmanager
def deferred_interrupt():
    """Yield an Event that the first Ctrl-C (or "Interrupt kernel") sets; the second one raises.

    Signals reach the main thread only; elsewhere the Event is never set.
    """
    asked = threading.Event()
    previous = signal.getsignal(signal.SIGINT)

    def handle(signum, frame):
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    in_charge = threading.current_thread() is threading.main_thread() and callable(previous)
    if in_charge:
        signal.signal(signal.SIGINT, handle)
    try:
        yield asked
    finally:
        if in_charge:
            signal.signal(signal.SIGINT, previous)
