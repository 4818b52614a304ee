"""sweep: many seeds and settings, in any order, by anybody, with interruptions."""

import os
import signal
import threading
from _thread import interrupt_main
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import parent_process

import numpy as np
import pytest

from labnet import BinaryCrossEntropy, LabnetError, Linear, Network, Sigmoid, presets, sweep
from labnet.experiments import Setup, tasks
from labnet.experiments.grid import points
from labnet.experiments.runs import kept_epochs
from labnet.experiments.store import Store
from labnet.support.interrupts import Interrupted

B, D = presets["B"], presets["D"]
SHORT = {"progress": False, "epochs": 60}


def arrays(results):
    """Everything that a sweep found, one array below the other."""
    names = ("seeds", "accuracy", "loss", "epochs", "solved_at", "one_class", "losses")
    return [getattr(one, name) for one in results for name in names]


def same(one, other):
    pairs = zip(arrays(one), arrays(other), strict=True)
    return all(np.array_equal(a, b, equal_nan=True) for a, b in pairs)


# What is trained


def test_the_grid_has_every_combination_in_order():
    found = sweep(B, over={"lr": [1, 0.1], "hidden": [2, 3]}, seeds=2, **SHORT)
    assert [one.label for one in found] == [
        "lr 1, hidden 2",
        "lr 1, hidden 3",
        "lr 0.1, hidden 2",
        "lr 0.1, hidden 3",
    ]
    assert all(list(one.seeds) == [0, 1] for one in found)
    assert found.values == {"lr": [1, 0.1], "hidden": [2, 3]}


@pytest.mark.parametrize("base", [B.replace(epochs=40), D.replace(epochs=4, shuffle=True)])
@pytest.mark.parametrize("data", ["linear", "xor"])
def test_a_run_is_what_the_setup_gives_alone(base, data):
    found = sweep(base, over={"lr": [0.1, 0.01]}, data=data, seeds=[3, 5], progress=False)
    for one in found:
        alone = [one.setup.run(data, seed=seed, log=False) for seed in (3, 5)]
        assert np.allclose(one.loss, [each.history.losses[-1] for each in alone], rtol=1e-9)
        assert np.allclose(one.accuracy, [each.accuracy for each in alone])
        assert np.allclose(one.losses.T, [each.history.losses for each in alone], rtol=1e-9)


def test_settings_that_share_an_architecture_train_together():
    grid = points(B, {"lr": [1, 0.1], "init": ["normal", "xavier"], "hidden": [2, 3]}, "xor", {})
    sizes = [[len(task.parts), task.size] for task in tasks.portions(grid, range(5), {}, {})]
    assert sizes == [[4, 20], [4, 20]]  # a task for each width


def test_another_initialisation_in_the_same_task_starts_elsewhere():
    found = sweep(B, over={"init": ["normal", "positive"]}, seeds=3, **SHORT)
    for one in found:
        alone = [one.setup.run("xor", seed=seed, log=False) for seed in range(3)]
        assert np.allclose(one.losses[0], [each.history.losses[0] for each in alone])


@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_the_order_does_not_depend_on_the_portions(monkeypatch, chunk):
    over = {"lr": [1, 0.1, 0.01], "hidden": [2, 3]}
    whole = sweep(B, over, seeds=9, **SHORT)
    monkeypatch.setattr(tasks, "CHUNK", chunk)
    parts = sweep(B, over, seeds=9, **SHORT)
    pairs = zip(arrays(whole), arrays(parts), strict=True)
    assert all(np.allclose(a, b, rtol=1e-9, equal_nan=True) for a, b in pairs)


def test_both_data_sets_in_one_sweep():
    found = sweep(B, over={"data": ["linear", "xor"]}, seeds=2, **SHORT)
    assert [one.data for one in found] == ["linear", "xor"]
    assert found[1].losses.shape == found[0].losses.shape == (60, 2)


def test_a_setup_is_the_same_on_both_data_sets():
    setup = Setup(hidden=(3,), epochs=5)
    found = sweep(setup, {"data": ["linear", "xor"], "lr": [1, 0.1]}, seeds=2, progress=False)
    assert [one.data for one in found] == ["linear", "linear", "xor", "xor"]
    assert [one.setup for one in found] == [setup.replace(lr=lr) for lr in (1, 0.1, 1, 0.1)]


@pytest.mark.parametrize("base", ["preset", "setup", "builder"])
def test_a_value_for_each_data_set(base):
    base = {"preset": B, "setup": Setup(), "builder": build}[base]
    given = FOR_BUILDER | {"epochs": {"linear": 3, "xor": 5}}
    found = sweep(base, {"data": ["linear", "xor"]}, seeds=2, progress=False, **given)
    assert [one.setup.epochs for one in found] == [3, 5]
    assert [one.losses.shape for one in found] == [(3, 2), (5, 2)]


def test_the_setup_of_an_outcome_has_plain_values():
    (one,) = sweep(presets["C"], {"lr": [1]}, data="linear", seeds=1, **SHORT)
    assert (one.setup.lr, one.setup.epochs, one.setup.hidden) == (1.0, 60, (10, 10))


def test_what_is_kept_is_the_same_in_every_run():
    start = {"keep": {"weights": 0}, "seeds": 4, "data": "xor"}
    one_start = sweep(B, {"hidden": [3]}, **start, **SHORT)[0]
    assert np.ptp(one_start.losses[0]) == 0
    assert np.ptp(sweep(B, {"hidden": [3]}, seeds=4, **SHORT)[0].losses[0]) > 0


def build(rng, depth=1):
    hidden = [layer for _ in range(depth) for layer in (Linear(2, 2), Sigmoid())]
    return Network(*hidden, Linear(2, 1), Sigmoid(), rng=rng)


FOR_BUILDER = {"loss": BinaryCrossEntropy(), "lr": 0.3}


def test_a_function_that_builds_a_network_can_be_swept():
    found = sweep(
        build, {"depth": [1, 3], "lr": [0.1]}, seeds=2, loss=BinaryCrossEntropy(), **SHORT
    )
    assert [one.label for one in found] == ["depth 1, lr 0.1", "depth 3, lr 0.1"]
    net = found[1].setup.network(np.random.default_rng(0))
    assert len(net.layers) == 8


def steps_up(result):
    return (np.diff(result.history.losses, axis=0) > 0).sum(axis=0)


def test_a_measure_of_ones_own():
    found = sweep(B, {"hidden": [2, 3]}, seeds=3, measures={"up": steps_up}, **SHORT)
    assert all(one.measures["up"].shape == (3,) for one in found)


def test_a_measure_may_be_one_number_for_all():
    sizes = {"size": lambda result: result.net.theta.shape[-1]}
    found = sweep(B, {"hidden": [2, 3]}, seeds=3, measures=sizes, **SHORT)
    assert [one.measures["size"].tolist() for one in found] == [[15] * 3, [25] * 3]


@pytest.mark.parametrize("value", [np.zeros(2), np.zeros((3, 1)), [1, 2]])
def test_a_measure_of_another_shape_is_refused(value):
    with pytest.raises(LabnetError, match="one number for each run"):
        sweep(B, {"hidden": [2]}, seeds=3, measures={"m": lambda result: value}, **SHORT)


def test_runs_are_called_seeds():
    with pytest.raises(LabnetError, match="seeds=20, not runs=20"):
        sweep(B, OVER, runs=20, **SHORT)


def test_a_long_curve_is_kept_at_some_epochs():
    for epochs in (1, 2, 400, 401, 30_000, 1_000_000):
        kept = kept_epochs(epochs)
        assert kept[0] == 0 and kept[-1] == epochs - 1 and len(kept) <= 402
        assert (np.diff(kept) > 0).all()


# Who runs it

OVER = {"lr": [1, 0.1], "hidden": [2, 3]}


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_gives_the_same_to_the_last_bit(kind):
    with kind(2) as executor:
        found = sweep(B, OVER, seeds=30, executor=executor, **SHORT)
    assert same(found, sweep(B, OVER, seeds=30, **SHORT))


def done(function, given):
    """The Future of something that is done at once."""
    future = Future()
    future.set_result(function(given))
    return future


class Backwards(Executor):
    """Does the last task first."""

    def __init__(self):
        self.futures = []

    def submit(self, function, task):
        if function is not tasks.run:
            return done(function, task)
        self.futures.append((Future(), function, task))
        if len(self.futures) == 6:
            for future, call, given in reversed(self.futures):
                future.set_result(call(given))
        return self.futures[-1][0]


def test_the_order_in_which_tasks_are_done_does_not_matter():
    found = sweep(B, OVER, seeds=30, executor=Backwards(), **SHORT)
    assert same(found, sweep(B, OVER, seeds=30, **SHORT))


def die_once(result):
    """Kills the worker the first time it is called in any."""
    mark = os.environ["DEAD_ONCE"]
    if parent_process() and not os.path.exists(mark):
        open(mark, "w").close()
        os._exit(1)
    return np.zeros(len(result.accuracy))


def test_a_worker_that_dies_is_replaced(monkeypatch, tmp_path):
    monkeypatch.setenv("DEAD_ONCE", str(tmp_path / "mark"))
    with ProcessPoolExecutor(2) as executor:
        found = sweep(B, OVER, seeds=30, executor=executor, measures={"m": die_once}, **SHORT)
    assert (tmp_path / "mark").exists()
    assert same(found, sweep(B, OVER, seeds=30, **SHORT))


def die_always(result):
    if parent_process():
        os._exit(1)
    return 0.0


def test_workers_that_die_again_and_again_are_given_up(tmp_path):
    with ProcessPoolExecutor(2) as executor, pytest.raises(LabnetError, match="died again"):
        sweep(B, OVER, seeds=3, executor=executor, measures={"m": die_always}, **SHORT)


# What is kept


def test_a_file_keeps_everything(tmp_path):
    first = sweep(B, OVER, seeds=30, file=tmp_path / "kept", **SHORT)
    again = sweep(B, OVER, seeds=30, file=tmp_path / "kept.npz", executor=NoWorker(), **SHORT)
    assert same(first, again)
    assert [file.name for file in tmp_path.iterdir()] == ["kept.npz"]


class NoWorker(Executor):
    def submit(self, function, task):
        raise AssertionError("nothing is left to do")


@pytest.mark.parametrize(
    "other",
    [{"seeds": 3}, {"over": {"lr": [0.2]}}, {"data": "linear"}, {"keep": {"data": 0}}],
)
def test_a_file_of_another_sweep_is_refused(tmp_path, other):
    given = {"over": {"lr": [0.1]}, "seeds": 2, "file": tmp_path / "kept.npz"} | SHORT
    sweep(B, **given)
    with pytest.raises(LabnetError, match="holds another sweep"):
        sweep(B, **given | other)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_a_file_that_is_no_sweep_is_refused(tmp_path, content):
    (tmp_path / "odd.npz").write_bytes(content)
    with pytest.raises(LabnetError, match="is not a sweep"):
        sweep(B, {"lr": [0.1]}, seeds=2, file=tmp_path / "odd.npz", **SHORT)


def interrupt_at(count):
    """A measure that sends an interrupt the `count`-th time it is called."""
    calls = []

    def measure(result):
        calls.append(1)
        if len(calls) == count:
            signal.raise_signal(signal.SIGINT)
        return np.zeros(len(result.accuracy))

    return measure


def test_an_interrupted_sweep_goes_on_from_its_file(tmp_path, heed_interrupts, capsys):
    given = {"over": OVER, "seeds": 30, "file": tmp_path / "kept.npz"} | SHORT
    partly = sweep(B, **given, measures={"m": interrupt_at(3)})
    assert (
        "Interrupted after 50 of 120 runs. The Results have these. So has"
        in capsys.readouterr().out
    )
    assert sum(len(one.seeds) for one in partly) == 50
    calls = []
    count = {"m": lambda result: calls.append(1) or np.zeros(len(result.accuracy))}
    assert same(sweep(B, **given, measures=count), sweep(B, OVER, seeds=30, **SHORT))
    assert len(calls) == 1 + 4  # a trial, and of six tasks


def test_what_an_interrupted_sweep_has_can_be_drawn(heed_interrupts):
    partly = sweep(B, OVER, seeds=13, measures={"m": interrupt_at(2)}, **SHORT)
    assert [len(one.seeds) for one in partly] == [13, 0, 12, 0]
    assert [bool(ax.lines) for ax in partly.compare("lr")] == [True, False]


def test_an_interrupt_before_anything_is_done_ends_with_a_sentence(heed_interrupts):
    with pytest.raises(Interrupted) as ended:
        sweep(B, OVER, seeds=30, measures={"m": interrupt_at(1)}, **SHORT)
    told = "Interrupted before any of the 120 runs was done. There are no Results yet."
    (shown,) = ended.value._render_traceback_()
    assert shown.startswith(told)


@pytest.fixture
def soon_interrupted(heed_interrupts, monkeypatch):
    """Once something is done, an interrupt comes a moment later."""
    real, timer = Store.add, threading.Timer(0.05, interrupt_main)

    def add(*given):
        real(*given)
        if timer.ident is None:
            timer.start()

    monkeypatch.setattr(Store, "add", add)


def test_an_interrupt_inside_a_training_loses_that_task_only(soon_interrupted, capsys):
    given = {"over": {"lr": [0.1]}, "seeds": 100_000, "progress": False, "epochs": 200}
    partly = sweep(B, **given)
    assert "Interrupted after" in capsys.readouterr().out
    assert 0 < len(partly[0].seeds) < 100_000
    assert len(partly[0].seeds) % 25 == 0 and (partly[0].epochs == 200).all()


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_interrupt_stops_an_executor_too(kind, soon_interrupted, capsys):
    with kind(2) as executor:
        partly = sweep(B, {"lr": [0.1]}, seeds=5_000, executor=executor, progress=False, epochs=500)
    assert "Interrupted after" in capsys.readouterr().out
    assert 0 < len(partly[0].seeds) < 5_000


def test_what_fails_in_a_measure_is_raised_and_the_rest_is_kept(tmp_path):
    calls = []

    def fails(result):
        calls.append(1)
        if len(calls) == 1 + 3:
            raise ZeroDivisionError
        return np.zeros(len(result.accuracy))

    given = {"over": OVER, "seeds": 30, "file": tmp_path / "kept.npz"} | SHORT
    with pytest.raises(ZeroDivisionError):
        sweep(B, **given, measures={"m": fails})
    sweep(B, **given, measures={"m": fails})
    assert len(calls) == 2 + 7  # two trials; two were kept, one failed, four were left


# What is told


def test_the_table():
    found = sweep(B, {"hidden": [2, 10]}, seeds=20, lr=1.0, epochs=500, progress=False)
    lines = repr(found).splitlines()
    assert lines[0] == "xor data, 20 seeds; median [5th, 95th percentile]"
    heads = ["hidden", "solved", "likely rate", "epochs to solve", "last loss"]
    assert [head for head in heads if head not in lines[1]] == []
    assert len(lines) == 4 and lines[3].startswith("10")


def test_the_table_of_runs_that_never_succeed():
    line = repr(sweep(B, {"hidden": [2]}, seeds=2, **SHORT)).splitlines()[-1]
    assert "0 of 2" in line and "   -   " in line


def test_select_and_only():
    found = sweep(B, OVER, seeds=2, **SHORT)
    assert [one.label for one in found.select(lr=0.1)] == ["lr 0.1, hidden 2", "lr 0.1, hidden 3"]
    assert found.only(lr=1, hidden=3).label == "lr 1, hidden 3"
    with pytest.raises(LabnetError, match="2 settings"):
        found.only(lr=1)
    with pytest.raises(LabnetError, match="hidden"):
        found.select(width=3)
    with pytest.raises(LabnetError, match=r"0\.1"):
        found.select(lr=7)


def test_diverged_runs_are_counted():
    linear = B.variations["no activation"].replace(lr=0.5)
    (one,) = sweep(linear, {"hidden": [4]}, data="linear", seeds=4, **SHORT)
    assert one.diverged.all() and "4" in repr(one.diverged.sum())


def test_all_points_in_one_class_are_counted():
    (one,) = sweep(B, {"hidden": [4]}, seeds=10, lr=1e-9, epochs=2, progress=False)
    assert one.one_class.sum() > 0
    assert ((one.accuracy[one.one_class] * 21).round() % 11 % 10 == 0).all()


# What is refused

BAD = {
    "over that is no mapping": ({"over": ["lr"]}, "expected lists of values"),
    "one value in place of a list": ({"over": {"lr": 0.1}}, "expected lists of values"),
    "an empty list": ({"over": {"lr": []}}, "expected lists of values"),
    "an unknown field": ({"over": {"rate": [0.1]}}, "'lr'"),
    "an unknown field for all": ({"over": {"lr": [0.1]}, "width": 3}, "'hidden'"),
    "an unknown data set": ({"over": {"lr": [0.1]}, "data": "circle"}, "'linear'"),
    "an unknown data set in the grid": ({"over": {"data": ["circle"]}}, "'linear'"),
    "a value that a field refuses": ({"over": {"lr": [0.1, -1]}}, "positive number"),
    "no seeds": ({"over": {"lr": [0.1]}, "seeds": 0}, "seeds"),
    "the same seed twice": ({"over": {"lr": [0.1]}, "seeds": [1, 1]}, "different"),
    "an unknown part": ({"over": {"lr": [0.1]}, "keep": {"bias": 0}}, "'weights'"),
    "a measure that is none": ({"over": {"lr": [0.1]}, "measures": {"m": 3}}, "function"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_before_anything_is_trained(name, monkeypatch):
    monkeypatch.setattr(tasks, "run", None)
    given, told = BAD[name]
    with pytest.raises(LabnetError, match=told):
        sweep(B, **{"seeds": 2} | given)


def test_what_is_neither_a_preset_nor_a_setup_nor_a_builder_is_refused():
    with pytest.raises(LabnetError, match="presets"):
        sweep("B", {"lr": [0.1]})
    with pytest.raises(LabnetError, match="loss, epochs is missing"):
        sweep(build, {"depth": [1]}, lr=0.1)
    with pytest.raises(LabnetError, match="lr is missing"):
        sweep(lambda rng, lr: build(rng), {"lr": [0.1]}, epochs=1, loss=BinaryCrossEntropy())
    with pytest.raises(LabnetError, match="one for each run"):
        sweep(one_network, {"lr": [0.1]}, seeds=2, epochs=1, loss=BinaryCrossEntropy(), lr=0.1)


def one_network(rng):
    return Network(Linear(2, 1), Sigmoid(), rng=rng[0])
