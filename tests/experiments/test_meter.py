"""What a sweep says of its time, before it has taken it."""

import pytest

from labnet import presets, sweep
from labnet.experiments import meter, pace, tasks
from labnet.experiments.grid import points
from labnet.experiments.meter import Meter

A, B = presets["A"], presets["B"]


def some(base, over, seeds=5, **training):
    return dict(
        enumerate(tasks.portions(points(base, over, "xor", training), range(seeds), {}, {}))
    )


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets; an epoch takes a second for each hidden unit."""
    now = [0.0]
    monkeypatch.setattr(meter, "monotonic", lambda: now[0])
    each = lambda task: float(task.parts[0].point.setup.hidden[0])  # noqa: E731
    monkeypatch.setattr(pace, "seconds_of_an_epoch", each)
    return now


def after(seconds, done, given, clock):
    """The Meter that looks at this moment, with `done` of its first task done."""
    with Meter(given, True) as shown:
        shown.parts[0] = done
        clock[0] += seconds
        shown.look()
        return shown


def test_it_says_once_how_long_it_may_take(clock, capsys):
    shown = after(2.1, 0.01, some(A, {"hidden": [2]}), clock)
    clock[0] += 10
    shown.look()
    told = capsys.readouterr().err
    sentence = "5 runs of up to 1,000,000 epochs: at most about 3 minutes; epochs=... shortens it."
    assert told.count(sentence) == 1 and told.count("runs of") == 1


@pytest.mark.parametrize("seconds, done", [(1.9, 0.01), (2.1, 0.9)])
def test_nothing_is_said_early_or_shortly_before_the_end(clock, capsys, seconds, done):
    after(seconds, done, some(A, {"hidden": [2]}), clock)
    assert "runs of" not in capsys.readouterr().err


def test_each_kind_of_task_counts_by_its_own_time(clock, capsys):
    shown = after(10, 1.0, some(B, {"hidden": [2, 18]}, epochs=1000), clock)
    assert shown.share() == pytest.approx(0.1)
    assert "10 runs of 1,000 epochs: about 2 minutes;" in capsys.readouterr().err


def test_before_a_worker_is_done_it_says_how_much_work_it_is(clock, capsys):
    after(2.1, 0.0, some(B, {"hidden": [2]}, epochs=3600), clock)
    told = "5 runs of 3,600 epochs: about 2 hours of work, which the workers share;"
    assert told in capsys.readouterr().err


def test_where_some_settings_have_fewer_epochs_it_is_up_to_the_most(clock, capsys):
    after(2.1, 0.01, some(B, {"epochs": [10, 500], "hidden": [2]}), clock)
    assert "10 runs of up to 500 epochs: about" in capsys.readouterr().err


def test_without_progress_nothing_is_said(clock, capsys):
    with Meter(some(A, {"hidden": [2]}), False) as shown:
        clock[0] += 100
        shown.look()
    assert capsys.readouterr() == ("", "")


def test_while_it_trains_each_epoch_is_taken_down():
    with Meter(some(B, {"hidden": [2]}), False) as shown:
        parts = [shown.parts[0] for _ in shown.through(0)(range(4))]
    assert parts == [0.0, 0.25, 0.5, 0.75] and shown.parts[0] == 1.0


@pytest.mark.parametrize("delay", [0.0, 1e9])
def test_a_look_changes_nothing_of_the_result(monkeypatch, delay):
    monkeypatch.setattr(meter, "DELAY", delay)
    found = sweep(B, {"hidden": [2, 3]}, seeds=3, epochs=60)
    assert [one.loss.tolist() for one in found] == [
        one.loss.tolist()
        for one in sweep(B, {"hidden": [2, 3]}, seeds=3, epochs=60, progress=False)
    ]


@pytest.mark.parametrize(
    "seconds, words",
    [
        (5, "about 5 seconds"),
        (89, "about 89 seconds"),
        (100, "about 2 minutes"),
        (3 * 3600, "about 3 hours"),
        (1e6, "about 12 days"),
        (1e9, "about 11,574 days"),
    ],
)
def test_a_duration_in_words(seconds, words):
    assert pace.in_words(seconds) == words


def test_the_time_of_an_epoch_is_that_of_the_training(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(pace, "perf_counter", lambda: now[0])

    class Slow:
        def one_epoch(self, epoch):
            now[0] += 0.04

    monkeypatch.setattr(pace, "prepared", lambda task: Slow())
    each = pace.seconds_each(some(B, {"hidden": [2]}, epochs=1000))
    assert each == {0: pytest.approx(40.0)} and now[0] == pytest.approx(0.12)
