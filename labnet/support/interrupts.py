"""Interrupting a training between two updates, so that nothing is left half done."""

import signal
import threading
from contextlib import contextmanager


class Interrupted(KeyboardInterrupt):
    """An interrupt that says what became of the work; a notebook shows only this sentence."""

    def _render_traceback_(self):
        return [str(self)]


class Presses(list):
    """A handler of SIGINT that keeps the first one, and raises at each later one."""

    # no Event: setting one takes a lock, and a second signal in that moment would hang

    def __call__(self, signum, frame):
        self.append(signum)
        if len(self) > 1:
            raise KeyboardInterrupt


@contextmanager
def deferred_interrupt():
    """Yield a list that the first Ctrl-C (or "Interrupt kernel") fills; the second one raises.

    Signals reach the main thread only; elsewhere the list stays empty.
    """
    asked, previous = Presses(), signal.getsignal(signal.SIGINT)
    in_charge = on_main_thread() and callable(previous)
    if in_charge:
        signal.signal(signal.SIGINT, asked)
    try:
        yield asked
    finally:
        if in_charge:
            signal.signal(signal.SIGINT, previous)


@contextmanager
def shared_interrupt():
    """As deferred_interrupt; inside another one it yields the list of that one."""
    present = signal.getsignal(signal.SIGINT)
    if on_main_thread() and isinstance(present, Presses):
        yield present
    else:
        with deferred_interrupt() as asked:
            yield asked


@contextmanager
def raised_at_the_end():
    """As deferred_interrupt, and what it defers is raised once all is done."""
    with deferred_interrupt() as asked:
        yield asked
    if asked:
        raise KeyboardInterrupt


LISTENING = []  # the lists that are open in `heard_between_cells`


@contextmanager
def heard_between_cells():
    """Yield a list that each interrupt fills which would be ignored otherwise.

    A kernel ignores them between two cells, where a task in the background may be at work. Nothing
    is raised: in the kernel's own loop that would end the kernel.
    """
    asked = []
    LISTENING.append(asked)
    if on_main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:  # lists of different owners may be equal
        LISTENING[:] = [one for one in LISTENING if one is not asked]
        if not LISTENING and on_main_thread() and signal.getsignal(signal.SIGINT) is note:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def note(signum, frame):
    """Tell all who listen. A cell may bring it back when nobody does any more: then it ignores."""
    for asked in LISTENING:
        asked.append(signum)


def on_main_thread():
    return threading.current_thread() is threading.main_thread()
