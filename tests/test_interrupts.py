"""Ctrl-C, or "Interrupt kernel": a real SIGINT in the middle of a training."""

import signal
import threading
import time

import numpy as np
import pytest
from helpers import X, Y, generators, small_network

from labnet import Adam, GradientDescent, SquaredError, train

BATCHES = [None, 1, 3]
pytestmark = pytest.mark.usefixtures("heed_interrupts")


class Interrupting(Adam):
    """Adam that interrupts the process in its updates number `at`, counted from 1."""

    def __init__(self, *at):
        super().__init__(0.05)
        self.at, self.count = at, 0

    def update(self, theta, dtheta, lr):
        self.count += 1
        if self.count in self.at:
            signal.raise_signal(signal.SIGINT)
        super().update(theta, dtheta, lr)


def settings(batch_size, runs):
    shuffle = np.random.default_rng(0) if runs is None else generators(runs)
    return {"batch_size": batch_size, "shuffle": shuffle}


def updates_before(epoch, batch_size):
    return epoch * (1 if batch_size is None else -(-len(X) // batch_size))


@pytest.mark.parametrize("batch_size", BATCHES)
@pytest.mark.parametrize("runs", [None, 3])
def test_everything_so_far_is_kept_and_training_goes_on(batch_size, runs, capsys):
    whole, net = small_network(runs=runs), small_network(runs=runs)
    expected = train(whole, X, Y, SquaredError(), Adam(0.05), 20, **settings(batch_size, runs))
    optimizer, how = Interrupting(updates_before(8, batch_size) + 1), settings(batch_size, runs)
    first = train(net, X, Y, SquaredError(), optimizer, 20, **how)
    told = capsys.readouterr().out
    assert told.startswith("Interrupted after epoch 8. ") and told.count("\n") == 1
    assert "history up to here are kept" in told
    assert first.stopped == ("interrupted" if runs is None else ["interrupted"] * 3)
    assert np.all(first.epochs == 9) and "stopped:" in repr(first)
    rest = train(net, X, Y, SquaredError(), optimizer, 11, **how)
    losses = np.concatenate([first.losses, rest.losses])
    np.testing.assert_array_equal(losses, expected.losses)
    np.testing.assert_array_equal(net.theta, whole.theta)


def test_only_runs_still_training_are_interrupted():
    net = small_network(runs=6)
    history = train(net, X, Y, SquaredError(), Interrupting(15), 100, stop_accuracy=0.8)
    assert set(history.stopped) == {"accuracy", "interrupted"}
    assert [why == "interrupted" for why in history.stopped] == (history.epochs == 15).tolist()


@pytest.mark.parametrize("batch_size", BATCHES)
def test_a_signal_at_any_moment(batch_size):
    net, again = small_network(), small_network()
    before, begun = signal.getsignal(signal.SIGINT), threading.Event()

    def interrupt():
        begun.wait()
        time.sleep(0.03)
        signal.raise_signal(signal.SIGINT)

    def schedule(epoch):
        begun.set()
        return 1.0

    thread = threading.Thread(target=interrupt)
    thread.start()
    how = {"batch_size": batch_size, "schedule": schedule}
    history = train(net, X, Y, SquaredError(), GradientDescent(0.1), 10**6, **how)
    thread.join()
    assert history.stopped == "interrupted"
    assert signal.getsignal(signal.SIGINT) is before
    repeated = train(again, X, Y, SquaredError(), GradientDescent(0.1), history.epochs, **how)
    np.testing.assert_array_equal(repeated.losses, history.losses)
    np.testing.assert_array_equal(again.theta, net.theta)


def test_a_second_signal_breaks_off():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        train(small_network(), X, Y, SquaredError(), Interrupting(2, 4), 20, batch_size=1)
    assert signal.getsignal(signal.SIGINT) is before


def test_the_handler_is_restored_after_an_error_too():
    class Broken(GradientDescent):
        def update(self, theta, dtheta, lr):
            raise RuntimeError("broken")

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(RuntimeError, match="broken"):
        train(small_network(), X, Y, SquaredError(), Broken(0.1), 2)
    assert signal.getsignal(signal.SIGINT) is before


def test_outside_the_main_thread():
    histories = []

    def work():
        histories.append(train(small_network(), X, Y, SquaredError(), GradientDescent(0.1), 5))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert histories[0].stopped == "epochs"


def test_ignored_interrupts_stay_ignored():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        history = train(small_network(), X, Y, SquaredError(), Interrupting(2), 5)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert history.stopped == "epochs"
