"""Loops without an end, and functions that wait."""

import signal
import sys
import threading
import time
from contextlib import nullcontext, suppress
from itertools import count

import numpy as np
import pytest
from exercises.engine.handed_in import labnets, right, sigmoid, throwing

from labnet.exercises.engine import limit
from labnet.exercises.engine.verdict import RAISED, WRONG

TIMERS = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
MONITORING = pytest.mark.skipif(
    not hasattr(sys, "monitoring"), reason="sys.monitoring came with Python 3.12"
)


def withhold(monkeypatch, *names):
    """No timers here, and no monitoring if it is named too."""
    for module, name in ((signal, "setitimer"), (sys, "monitoring")):
        if name in names:
            monkeypatch.delattr(module, name, raising=False)


@pytest.fixture(
    params=[pytest.param("timer", marks=TIMERS), pytest.param("monitoring", marks=MONITORING)]
)
def looked_at(request, monkeypatch):
    """Each of the ways in which the clocks are looked at."""
    withhold(monkeypatch, *(["setitimer"] if request.param == "monitoring" else []))
    return request.param


@pytest.fixture
def hasty(monkeypatch):
    """A limit that a test can wait for; the clock on the wall ends nothing."""
    monkeypatch.setattr(sigmoid, "seconds", 0.1)
    monkeypatch.setattr(limit, "AGAIN", 0.05)
    monkeypatch.setattr(limit, "PATIENCE", np.inf)


@pytest.fixture
def impatient(hasty, monkeypatch):
    """What is hardly computing is ended soon."""
    monkeypatch.setattr(limit, "PATIENCE", 2)
    monkeypatch.setattr(limit, "computed", lambda: 0.0)


def endless(z):
    while True:
        z = z + 1


def endless_and_deaf(z):
    while True:
        try:
            while True:
                z = z + 1
        except Exception:
            z = 0


def deaf_once(z):
    try:
        endless(z)
    except BaseException:
        z = 0
    while True:
        z = z + 1


def endless_for(z):
    for _ in count():
        pass


def endless_pass(z):
    while True:
        pass


def endless_comprehension(z):
    return [k for k in count() if k < 0]


def endless_generator(z):
    return sum(1 for _ in count())


def endless_calls(z):
    return any(map(lambda k: False, count()))


def endless_recursion(z, depth=80):
    if depth:
        endless_recursion(z, depth - 1)
        endless_recursion(z, depth - 1)


ENDLESS = (
    endless,
    endless_and_deaf,
    deaf_once,
    endless_for,
    endless_pass,
    endless_comprehension,
    endless_generator,
    endless_calls,
    endless_recursion,
)


def asleep(z):
    time.sleep(60)


def asleep_and_deaf(z):
    while True:
        with suppress(Exception):
            time.sleep(0.01)


@pytest.mark.parametrize("function", ENDLESS)
def test_a_loop_without_an_end_is_stopped(function, hasty, looked_at):
    verdict = sigmoid.check(function)
    assert (verdict.outcome, verdict.mistake) == (RAISED, "endless-loop")
    assert "stopped after computing for 0.1 seconds" in verdict.message
    assert "loop" in verdict.message


def slow_until(looked):
    """A wrong sigmoid whose first call lasts until the clock was looked at so often, and over."""

    def slow(z):
        while len(looked) < 5:
            pass
        return -right(z)

    return slow


def test_on_a_busy_machine_a_slow_mistake_is_no_endless_loop(hasty, looked_at, monkeypatch):
    looked = []
    monkeypatch.setattr(limit, "computed", lambda: looked.append(1) or 0.0)
    verdict = sigmoid.check(slow_until(looked))
    assert (verdict.outcome, verdict.mistake) == (WRONG, sigmoid.check(lambda z: -right(z)).mistake)
    assert verdict.mistake is not None and len(looked) >= 5


@TIMERS
@pytest.mark.parametrize("function", [asleep, asleep_and_deaf])
def test_what_waits_is_ended_with_a_sentence_of_its_own(function, impatient):
    verdict = sigmoid.check(function)
    assert (verdict.outcome, verdict.mistake) == (RAISED, "waits")
    assert "in which it computed for 0.0 only" in verdict.message
    assert "loop" not in verdict.message
    assert len(verdict.evidence) == 1 and "time.sleep(" in verdict.evidence[0]


@MONITORING
def test_what_waits_again_and_again_is_ended_without_timers(impatient, monkeypatch):
    withhold(monkeypatch, "setitimer")
    assert sigmoid.check(asleep_and_deaf).mistake == "waits"


def test_a_machine_that_slept_is_not_taken_for_a_function_that_waits(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(limit, "wall", lambda: now[0])
    monkeypatch.setattr(limit, "computed", lambda: 0.0)
    watch = limit.Watch(5)
    for passed in (5, 10_000, 50):
        now[0] += passed
        watch.ring()
    with pytest.raises(limit.WaitedTooLong, match="after 60 seconds"):
        while now[0] < 20_000:
            now[0] += 5
            watch.ring()
    assert now[0] == 10_055 + 9 * 5


def test_the_time_goes_for_finding_the_name_too(hasty, looked_at, monkeypatch):
    monkeypatch.setattr(sigmoid, "seconds", 0.5)  # enough for the calls that come before
    calls = []
    checked = 2 * len(sigmoid.draw(np.random.default_rng(0)))

    def slow_later(z):
        calls.append(1)
        if len(calls) > checked:
            endless(z)
        return np.trunc(right(z) * 100) + z.size

    verdict = sigmoid.check(slow_later)
    assert (verdict.outcome, verdict.mistake) == (WRONG, None)
    assert len(calls) > checked


@pytest.mark.usefixtures("heed_interrupts")
def test_the_users_own_interrupt_gets_through(hasty, looked_at):
    with pytest.raises(KeyboardInterrupt):
        sigmoid.check(lambda z: signal.raise_signal(signal.SIGINT))


# With a timer


@TIMERS
@pytest.mark.parametrize("function", [right, endless, throwing(ValueError())])
def test_handler_and_timer_of_others_come_back(function, hasty):
    heard = []
    before = signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
    signal.setitimer(signal.ITIMER_REAL, 1000, 7)
    try:
        sigmoid.check(function)
        left, interval = signal.getitimer(signal.ITIMER_REAL)
        assert 900 < left <= 1000 and interval == pytest.approx(7)
        signal.raise_signal(signal.SIGALRM)
        assert heard == [1]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@TIMERS
def test_no_timer_is_left_behind(hasty):
    sigmoid.check(right)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


# With monitoring


def tools():
    """What stands under each number of a tool, and which events it would hear of."""
    return [(sys.monitoring.get_tool(one), events_of(one)) for one in range(6)]


def events_of(number):
    free = sys.monitoring.get_tool(number) is None
    if free:
        sys.monitoring.use_tool_id(number, "look")
    events = sys.monitoring.get_events(number)
    if free:
        sys.monitoring.free_tool_id(number)
    return events


@MONITORING
@pytest.mark.parametrize("function", [right, endless, throwing(ValueError())])
def test_no_tool_is_left_behind(function, hasty, monkeypatch):
    withhold(monkeypatch, "setitimer")
    before = tools()
    sigmoid.check(function)
    assert tools() == before


@pytest.fixture
def occupy():
    """Take these numbers of tools, as far as they are free."""
    taken = []

    def occupy(numbers):
        for one in numbers:
            if sys.monitoring.get_tool(one) is None:
                sys.monitoring.use_tool_id(one, "another")
                taken.append(one)

    yield occupy
    for one in taken:
        sys.monitoring.free_tool_id(one)


@MONITORING
def test_only_code_of_the_students_goes_on_being_looked_at():
    watch = limit.Watch(5.0)
    assert watch.look(labnets.__code__) is sys.monitoring.DISABLE
    assert watch.look(np.outer.__wrapped__.__code__) is sys.monitoring.DISABLE
    assert watch.look(endless.__code__) is None


@MONITORING
def test_beside_other_tools(hasty, monkeypatch, occupy):
    withhold(monkeypatch, "setitimer")
    occupy((0, 1, 2, 3, 4))
    before = tools()
    assert sigmoid.check(endless).mistake == "endless-loop"
    assert tools() == before


@MONITORING
def test_where_all_numbers_of_tools_are_taken_there_is_no_limit(monkeypatch, occupy):
    withhold(monkeypatch, "setitimer")
    occupy(range(6))
    assert sigmoid.check(right).passed


def in_a_thread(function, *args):
    """What comes of a call there, or what it raises."""
    outcomes = []

    def run():
        try:
            outcomes.append(function(*args))
        except BaseException as error:
            outcomes.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return outcomes[0]


def test_only_the_thread_that_is_looked_after_is_stopped(monkeypatch):
    monkeypatch.setattr(limit, "computed", lambda: 0.0)
    watch = limit.Watch(0.0)
    assert in_a_thread(watch.look, endless.__code__) is None
    with pytest.raises(limit.TooLong):
        watch.look(endless.__code__)


@MONITORING
def test_in_another_thread_an_endless_loop_is_stopped(hasty):
    assert in_a_thread(sigmoid.check, endless).mistake == "endless-loop"


# Where there is neither


def test_where_there_is_neither_there_is_no_limit(monkeypatch):
    withhold(monkeypatch, "setitimer", "monitoring")
    assert limit.way_of_looking() is nullcontext
    assert sigmoid.check(right).passed


def test_in_another_thread_there_is_no_crash(hasty, monkeypatch):
    withhold(monkeypatch, "monitoring")
    assert in_a_thread(sigmoid.check, right).passed
