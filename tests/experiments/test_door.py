"""Executors and measures that cannot work are refused before anything is trained."""

import multiprocessing
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest

from labnet import LabnetError, presets, sweep
from labnet.experiments import tasks, workers

B = presets["B"]
GIVEN = {"over": {"lr": [0.1]}, "seeds": 2, "epochs": 30, "progress": False}


@pytest.fixture
def untrained(monkeypatch):
    """None of its tasks may be run."""

    def run(*given):
        raise AssertionError("it was trained")

    monkeypatch.setattr(workers, "run", run)


class Odd:
    def submit(self, *given):
        return 3


class Silent(Executor):
    """Its workers raise an error, whatever they are given."""

    def submit(self, *given):
        future = Future()
        future.set_exception(ModuleNotFoundError("No module named 'labnet'"))
        return future


def shut(kind):
    executor = kind(1)
    executor.shutdown()
    return executor


BAD_EXECUTORS = {
    "a number": (lambda: 4, "executor is 4; expected such as ProcessPoolExecutor"),
    "a class": (lambda: ProcessPoolExecutor, "the class ProcessPoolExecutor itself"),
    "a pool of another kind": (lambda: multiprocessing.Pool, "expected such as"),
    "its submit gives no Future": (Odd, "gives a int, not a Future"),
    "threads that were shut down": (lambda: shut(ThreadPoolExecutor), "takes no work.*shut down"),
    "processes that were shut down": (lambda: shut(ProcessPoolExecutor), "takes no work"),
    "workers without labnet": (Silent, "ModuleNotFoundError: No module named 'labnet'"),
}


@pytest.mark.parametrize("name", BAD_EXECUTORS)
def test_an_executor_that_cannot_work(name, untrained):
    make, told = BAD_EXECUTORS[name]
    with pytest.raises(LabnetError, match=told):
        sweep(B, **GIVEN, executor=make())


class Client:
    """As Dask's: its own `submit` gives Futures of another kind."""

    submit = Odd.submit

    def get_executor(self):
        return ThreadPoolExecutor(1)


def test_a_client_is_asked_for_its_executor():
    (found,) = sweep(B, **GIVEN, executor=Client())
    assert found.loss.tolist() == sweep(B, **GIVEN)[0].loss.tolist()


def made_inside():
    def inside(result):
        return 1.0

    return inside


UNSENT = {
    "a lambda as a measure": {"measures": {"m": lambda result: 1.0}},
    "a measure made inside": {"measures": {"m": made_inside()}},
    "a lambda as init": {"over": {"init": ["normal", lambda rng, shape: rng.normal(size=shape)]}},
    "a lambda as schedule": {"schedule": lambda epoch: 1.0},
}


@pytest.mark.parametrize("name", UNSENT)
def test_what_cannot_be_sent_to_a_process(name, untrained):
    with ProcessPoolExecutor(1) as executor, pytest.raises(LabnetError) as refused:
        sweep(B, **GIVEN | UNSENT[name], executor=executor)
    named = {
        "measures": "The measure 'm'",
        "over": "Init=<lambda>",
        "schedule": "Schedule=<lambda>",
    }
    assert str(refused.value).startswith(f"{named[next(iter(UNSENT[name]))]} cannot be sent")


@pytest.mark.parametrize("name", UNSENT)
def test_threads_take_it(name):
    with ThreadPoolExecutor(1) as executor:
        assert len(sweep(B, **GIVEN | UNSENT[name], executor=executor)[0].seeds) == 2


def test_what_the_processes_do_not_find(untrained, monkeypatch):
    """As a function that a notebook defines: here it can be named, and in a new process not."""
    monkeypatch.setattr(sys.modules["__main__"], "later", made_inside(), raising=False)
    later = sys.modules["__main__"].later
    later.__module__, later.__qualname__ = "__main__", "later"
    context = multiprocessing.get_context("spawn")
    told = r"do not find the measure 'm' \(AttributeError.*into a .py file"
    with ProcessPoolExecutor(1, context) as executor, pytest.raises(LabnetError, match=told):
        sweep(B, **GIVEN, executor=executor, measures={"m": later})


def two(result, other):
    return 1.0


def misspelt(result):
    return result.histroy.losses[-1]


BAD_MEASURES = {
    "none": (lambda: 1.0, "takes \\(\\); expected a function of one thing"),
    "two": (two, "takes \\(result, other\\)"),
    "returns a word": (lambda result: "good", "What the measure 'm' returned"),
    "returns None": (lambda result: None, "What the measure 'm' returned"),
    "returns too few": (lambda result: np.zeros(7), "array of shape \\(7,\\)"),
}


@pytest.mark.parametrize("name", BAD_MEASURES)
def test_a_measure_that_cannot_work(name, untrained):
    measure, told = BAD_MEASURES[name]
    with pytest.raises(LabnetError, match=told):
        sweep(B, **GIVEN, measures={"m": measure})


def test_what_a_measure_surely_raises_comes_before_the_training(untrained):
    with pytest.raises(AttributeError, match="histroy"):
        sweep(B, **GIVEN, measures={"m": misspelt})


def test_a_measure_may_need_more_epochs_than_it_is_tried_with():
    late = {"m": lambda result: result.history.losses[20], "n": partial(two, other=1)}
    (found,) = sweep(B, **GIVEN, measures=late)
    assert found.measures["m"].tolist() == found.losses[20].tolist()


def test_the_trial_leaves_the_result_as_it_is():
    tried = sweep(B, **GIVEN, measures={"m": np.size})[0]
    assert tried.loss.tolist() == sweep(B, **GIVEN)[0].loss.tolist()


def test_nothing_is_tried_where_nothing_is_left(tmp_path, monkeypatch):
    given = GIVEN | {"file": tmp_path / "kept.npz", "measures": {"m": np.size}}
    sweep(B, **given)
    monkeypatch.setattr(tasks, "prepared", None)
    sweep(B, **given, executor=Silent())
