"""Limit: for how long a student's function may compute, and for how long it may wait."""

import signal
import sys
import threading
import time
from contextlib import contextmanager, nullcontext

from ...support.errors import libraries

SECONDS = 5.0  # of computing, for all calls of one check
PATIENCE = 12  # times as long by the clock on the wall: that many may share one processor
AGAIN = 0.2  # seconds until the next look, and until TooLong is raised once more, if caught inside
ENDLESS = "It was stopped after computing for {:g} seconds: does a loop never end?"
IDLE = (
    "It was stopped after {:.3g} seconds, in which it computed for {:.1f} only: does it wait, as "
    "`input` and `time.sleep` do?"
)
TOOLS = (3, 4, 5, 2, 1, 0)  # of sys.monitoring: first those that belong to no kind of tool

wall = time.perf_counter
computed = getattr(time, "thread_time", time.process_time)  # a web page has no clock of a thread


class TooLong(BaseException):
    """Not an Exception, so that no `except Exception` in a student's loop swallows it."""

    mistake = "endless-loop"
    printed = ()


class WaitedTooLong(TooLong):
    """The time went by, and it was hardly computing."""

    mistake = "waits"


@contextmanager
def limited(seconds=SECONDS):
    """Raise TooLong in what is inside, and again where it is caught there.

    seconds : of computing in this thread, however busy the machine is. PATIENCE times as long by
    the clock on the wall ends what waits. In a web page the only clock of computing goes on while
    it waits, and while others compute.

    In the main thread a timer's signal looks at the clocks. Where there is none, as on Windows, in
    a web page and in other threads, each call and each turn of a loop in the student's own code
    does, from Python 3.12 on; a single call that lasts, such as time.sleep(1000), is not stopped
    there. Where there is neither, as on Windows with Python 3.11, there is no limit.
    """
    watch = Watch(seconds)
    with way_of_looking()(watch):
        try:
            yield
        finally:
            watch.over = True  # from here on no ring


class Watch:
    """Two clocks since it was made: what this thread has computed, and the one on the wall.

    The latter counts at most `seconds` between two looks: the machine may have slept.
    """

    def __init__(self, seconds):
        self.seconds, self.over, self.thread = seconds, False, threading.get_ident()
        self.computed, self.latest, self.passed = computed(), wall(), 0.0
        self.next = self.latest + seconds  # before that nobody has computed for so long
        self.others = libraries()

    def ring(self, *_):
        """Look at both clocks."""
        if self.over:
            return
        now, spent = wall(), computed() - self.computed
        self.passed += min(now - self.latest, self.seconds)
        self.latest, self.next = now, now + AGAIN
        if spent >= self.seconds:
            raise TooLong(ENDLESS.format(self.seconds))
        if self.passed >= PATIENCE * self.seconds:
            raise WaitedTooLong(IDLE.format(self.passed, spent))

    def look(self, code, *_):
        """Ring if it is time to; every turn of a student's loop pays for this, and no other."""
        if code.co_filename.startswith(self.others):
            return sys.monitoring.DISABLE
        if wall() >= self.next and threading.get_ident() == self.thread:
            self.ring()


def way_of_looking():
    """What looks at a Watch from time to time while it is entered."""
    main = threading.current_thread() is threading.main_thread()
    if main and hasattr(signal, "setitimer"):
        return by_timer
    return by_monitoring if hasattr(sys, "monitoring") else nullcontext


@contextmanager
def by_timer(watch):
    handler = signal.signal(signal.SIGALRM, watch.ring)
    timer = signal.setitimer(signal.ITIMER_REAL, watch.seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)  # no ring while the handler changes
        signal.signal(signal.SIGALRM, handler or signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, *timer)  # somebody else's, if there was one


@contextmanager
def by_monitoring(watch):
    known = sys.monitoring
    events = known.events.JUMP, known.events.PY_START
    tool = next((one for one in TOOLS if known.get_tool(one) is None), None)
    if tool is None:
        yield
        return
    known.use_tool_id(tool, "labnet")
    try:
        for event in events:
            known.register_callback(tool, event, watch.look)
        known.set_events(tool, sum(events))
        yield
    finally:
        known.set_events(tool, 0)
        for event in events:
            known.register_callback(tool, event, None)
        known.free_tool_id(tool)
