"""A real SIGINT, sent to a real kernel at random moments of a training and of a sweep."""

import random

import pytest
from kernel_driver import started

pytestmark = pytest.mark.slow
SINGLE, SWEEPS, POOLED = 30, 14, 6  # interrupts: of a training; of a sweep here; on a pool

PREPARE = """
import sys
import numpy as np
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from helpers import X, Y, small_network
from labnet import Adam, SquaredError, presets, sweep, train
from labnet.experiments.setup import generators

B = presets["B"]
MANY = 10**6

def new():
    return small_network(), Adam(0.05), np.random.default_rng(3)

def trained(epochs, batch_size):
    net, optimizer, order = new()
    given = {"batch_size": batch_size, "shuffle": order}
    return net, train(net, X, Y, SquaredError(), optimizer, epochs, **given)

def same(one, other):
    names = ("seeds", "accuracy", "loss", "epochs", "losses")
    return all(
        np.array_equal(getattr(a, name), getattr(b, name))
        for a, b in zip(one, other, strict=True) for name in names
    )

GIVEN = {"over": {"lr": [1, 0.1], "hidden": [2, 3]}, "seeds": 75, "epochs": 300, "progress": False}
WHOLE = sweep(B, **GIVEN)
print("ready")
"""

TRAIN = """
net, optimizer, order = new()
start, history = net.theta.copy(), None
how = {{"batch_size": {batch_size}, "shuffle": order}}
print("begun", flush=True)
history = train(net, X, Y, SquaredError(), optimizer, MANY, **how)
"""

AFTER_TRAINING = """
if history is None:
    assert np.array_equal(net.theta, start)
    print("before anything was done")
else:
    assert history.stopped == "interrupted" and len(history.losses) == history.epochs
    again, expected = trained(history.epochs, {batch_size})
    assert np.array_equal(net.theta, again.theta)
    assert np.array_equal(history.losses, expected.losses)
    rest = train(net, X, Y, SquaredError(), optimizer, 5, **how)
    further, expected = trained(history.epochs + 5, {batch_size})
    assert np.array_equal(net.theta, further.theta)
    assert np.array_equal(rest.losses, expected.losses[-5:])
    print("the same")
"""

SWEEP = """
kept, found = Path({path!r}), None
print("begun", flush=True)
{call}
"""

HERE = "found = sweep(B, **GIVEN, file=kept)"
ON_A_POOL = """
with ProcessPoolExecutor(2) as pool:
    found = sweep(B, **GIVEN, file=kept, executor=pool)
"""

AFTER_A_SWEEP = """
assert [path.name for path in kept.parent.iterdir()] in ([], [kept.name])
if kept.exists():
    with np.load(kept, allow_pickle=False) as file:
        done = np.unique(file["task"], return_counts=True)[1]
    assert (done == 25).all()  # whole portions
    assert found is None or sum(len(one.seeds) for one in found) == done.sum()
else:
    assert found is None
assert same(sweep(B, **GIVEN, file=kept), WHOLE)
print("the same")
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    made = started(tmp_path_factory.mktemp("kernel"))
    assert made.run(PREPARE) == ("ready\n", "")
    yield made
    made.close()


def moments(count, longest):
    """Seconds: most of them within the work, some at its very beginning."""
    draw = random.Random(6)
    return [draw.random() ** 2 * longest for _ in range(count)]


def no_traceback(told):
    assert "Traceback" not in told and "Error" not in told, told


@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_training_at_random_moments(kernel, batch_size):
    ends = []
    for moment in moments(SINGLE // 2, 0.3):
        told, error = kernel.run(TRAIN.format(batch_size=batch_size), moment)
        no_traceback(told)
        checked, wrong = kernel.run(AFTER_TRAINING.format(batch_size=batch_size))
        assert not wrong, (moment, told, wrong)
        assert (error == "KeyboardInterrupt") == checked.startswith("before")
        ends.append(checked)
    assert sum(end.endswith("the same\n") for end in ends) > len(ends) / 2


@pytest.mark.parametrize(
    ("call", "count"), [(HERE, SWEEPS), (ON_A_POOL, POOLED)], ids=["here", "pool"]
)
def test_a_sweep_at_random_moments(kernel, call, count, tmp_path):
    """Where in its course each falls depends on the machine; what must hold does not."""
    interrupted = 0
    for number, moment in enumerate(moments(count, 1.0)):
        path = tmp_path / str(number) / "kept.npz"
        path.parent.mkdir()
        told, error = kernel.run(SWEEP.format(path=str(path), call=call), moment)
        no_traceback(told)
        assert error in ("", "KeyboardInterrupt", "Interrupted")
        checked, wrong = kernel.run(AFTER_A_SWEEP)
        assert (checked, wrong) == ("the same\n", ""), (moment, told)
        interrupted += "Interrupted after" in told or error == "Interrupted"
    assert interrupted > 0
