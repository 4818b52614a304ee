"""Loops without an end."""

import signal
import threading
import time

import numpy as np
import pytest
from exercises.engine.handed_in import right, sigmoid, throwing

from labnet.exercises.engine.verdict import RAISED, WRONG


@pytest.fixture
def hasty(monkeypatch):
    """A limit that a test can wait for."""
    monkeypatch.setattr(sigmoid, "seconds", 0.3)


def endless(z):
    while True:
        z = z + 1


def endless_and_deaf(z):
    while True:
        try:
            time.sleep(60)
        except Exception:
            z = z + 1


def deaf_once(z):
    try:
        time.sleep(60)
    except BaseException:
        z = 0
    while True:
        z = z + 1


def asleep(z):
    time.sleep(60)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("function", [endless, endless_and_deaf, deaf_once, asleep])
def test_a_loop_without_an_end_is_stopped(function, hasty):
    start = time.perf_counter()
    verdict = sigmoid.check(function)
    assert time.perf_counter() - start < 3
    assert (verdict.outcome, verdict.mistake) == (RAISED, "endless-loop")
    assert "stopped after 0.3 seconds" in verdict.message and "loop" in verdict.message


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_the_time_goes_for_finding_the_name_too(hasty):
    calls = []
    checked = 2 * len(sigmoid.draw(np.random.default_rng(0)))

    def slow_later(z):
        calls.append(1)
        if len(calls) > checked:
            time.sleep(60)
        return np.trunc(right(z) * 100) + z.size

    start = time.perf_counter()
    verdict = sigmoid.check(slow_later)
    assert (verdict.outcome, verdict.mistake) == (WRONG, None)
    assert len(calls) > checked and time.perf_counter() - start < 3


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
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


def test_no_timer_is_left_behind(hasty):
    sigmoid.check(right)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_in_another_thread_there_is_no_limit_and_no_crash(monkeypatch):
    monkeypatch.setattr(sigmoid, "seconds", 0.05)
    verdicts = []

    def slow(z):
        time.sleep(0.02)
        return right(z)

    thread = threading.Thread(target=lambda: verdicts.append(sigmoid.check(slow)))
    thread.start()
    thread.join()
    assert verdicts[0].passed


def test_where_there_are_no_timers_there_is_no_limit(monkeypatch):
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert sigmoid.check(right).passed
