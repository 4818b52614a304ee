"""train: against an independent loop, run by run, and everything that stops, prints or is kept."""

import numpy as np
import pytest
from helpers import X, Y, flat_backward, flat_forward, flat_parameters, generators, small_network

from labnet import (
    Adam,
    BinaryCrossEntropy,
    GradientDescent,
    Linear,
    Momentum,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    accuracy,
    linear_data,
    train,
    xor_data,
)
from labnet.messages import log_line

OPTIMIZERS = {
    "descent": lambda lr=0.2: GradientDescent(lr),
    "momentum": lambda lr=0.05: Momentum(lr),
    "adam": lambda lr=0.02: Adam(lr),
}
BATCHES = {"full": None, "one at a time": 1, "threes": 3, "more than there are": 50}


def flat_training(params, lr, epochs, batch_size, rng):
    """The losses of gradient descent on the squared error, and params changed in place."""
    losses, n = [], len(X)
    size = batch_size or n
    for _ in range(epochs):
        order = rng.permutation(n) if rng and size < n else np.arange(n)
        before = np.mean((flat_forward(X, params)[0] - Y) ** 2)
        for start in range(0, n, size):
            rows = order[start : start + size]
            _, cache = flat_forward(X[rows], params)
            for name, dv in flat_backward(Y[rows], cache, params).items():
                params[name[1:]] -= lr * dv
        after = np.mean((flat_forward(X, params)[0] - Y) ** 2)
        losses.append(before if size >= n else after)
    return losses


@pytest.mark.parametrize("batch_size", BATCHES.values(), ids=BATCHES)
@pytest.mark.parametrize("shuffled", [False, True])
def test_a_whole_training_beside_plain_numpy(batch_size, shuffled):
    net = small_network()
    params = flat_parameters(net)
    rngs = [np.random.default_rng(3) if shuffled else None for _ in range(2)]
    losses = flat_training(params, 0.2, 60, batch_size, rngs[0])
    history = train(
        net, X, Y, SquaredError(), GradientDescent(0.2), 60, batch_size=batch_size, shuffle=rngs[1]
    )
    np.testing.assert_allclose(history.losses, losses, rtol=1e-12)
    theta = np.concatenate([array.ravel() for array in params.values()])
    np.testing.assert_allclose(net.theta, theta, rtol=0, atol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch_size", [None, 1, 3])
@pytest.mark.parametrize("loss", [SquaredError("sum"), BinaryCrossEntropy()], ids=repr)
@pytest.mark.parametrize("shuffled", [False, True])
def test_a_run_of_a_batch_equals_the_single_network(optimizer, batch_size, loss, shuffled):
    rates = np.array([0.01, 0.03, 0.02])
    data, labels = np.stack([X, -X, 0.5 * X]), np.stack([Y, Y, 1 - Y])
    settings = {"batch_size": batch_size, "schedule": "halve at half"}
    orders = generators(seed=8) if shuffled else [None] * 3
    many = small_network(generators())
    history = train(
        many,
        data,
        labels,
        loss,
        OPTIMIZERS[optimizer](rates),
        50,
        shuffle=generators(seed=8) if shuffled else None,
        **settings,
    )
    for r, rng in enumerate(generators()):
        one = small_network(rng)
        step = OPTIMIZERS[optimizer](rates[r])
        single = train(one, data[r], labels[r], loss, step, 50, shuffle=orders[r], **settings)
        np.testing.assert_allclose(many.theta[r], one.theta, rtol=0, atol=1e-12)
        np.testing.assert_allclose(history.losses[:, r], single.losses, rtol=0, atol=1e-12)
        np.testing.assert_array_equal(history.accuracies[:, r], single.accuracies)


def test_shuffle_splits_one_generator_for_the_runs():
    nets = [small_network(runs=3) for _ in range(2)]
    for net, shuffle in zip(nets, [np.random.default_rng(8), generators(seed=8)], strict=True):
        train(net, X, Y, SquaredError(), GradientDescent(0.2), 5, batch_size=2, shuffle=shuffle)
    np.testing.assert_array_equal(nets[0].theta, nets[1].theta)


def test_shuffling_brings_a_new_order_each_epoch_and_every_example_once():
    class Listener(SquaredError):  # noqa: N818  (it is no exception)
        seen = []

        def forward(self, p, y):
            self.seen.extend(y[..., 0].ravel())
            return super().forward(p, y)

    net = Network(Linear(2, 1), rng=np.random.default_rng(0))
    order, y = np.random.default_rng(8), np.arange(7.0)[:, None]
    train(net, X, y, Listener(), GradientDescent(1e-9), 2, batch_size=1, shuffle=order)
    seen, check = np.reshape(Listener.seen, (2, 14)), np.random.default_rng(8)
    for epoch in seen:
        np.testing.assert_array_equal(epoch[:7], check.permutation(7))


def test_where_one_step_sees_all_no_order_is_drawn():
    order = np.random.default_rng(8)
    train(small_network(), X, Y, SquaredError(), GradientDescent(0.1), 3, shuffle=order)
    assert order.random() == np.random.default_rng(8).random()


@pytest.mark.parametrize("batch_size", BATCHES.values(), ids=BATCHES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_training_twice_goes_on_where_it_was(batch_size, optimizer):
    nets, steps = [small_network() for _ in range(2)], [OPTIMIZERS[optimizer]() for _ in range(2)]
    orders = [np.random.default_rng(0) for _ in range(2)]

    def go(i, epochs):
        settings = {"batch_size": batch_size, "shuffle": orders[i]}
        return train(nets[i], X, Y, SquaredError(), steps[i], epochs, **settings).losses

    whole, parts = go(0, 12), np.concatenate([go(1, 5), go(1, 7)])
    np.testing.assert_array_equal(parts, whole)
    np.testing.assert_array_equal(nets[0].theta, nets[1].theta)


def test_lists_and_integers_train_as_arrays_do():
    X, y = xor_data()
    nets = [small_network() for _ in range(3)]
    labels = [y, y.astype(int).tolist(), y == 1]
    for net, data, y in zip(nets, [X, X.tolist(), X], labels, strict=True):
        train(net, data, y, BinaryCrossEntropy(), GradientDescent(1), 5)
        np.testing.assert_array_equal(net.theta, nets[0].theta)


class Factors(GradientDescent):
    """Gradient descent that writes down the learning rates it was given."""

    def __init__(self, lr):
        super().__init__(lr)
        self.rates = []

    def update(self, theta, dtheta, lr):
        self.rates.append(float(lr))
        super().update(theta, dtheta, lr)


@pytest.mark.parametrize("batch_size", [None, 4])
@pytest.mark.parametrize(
    "schedule, expected",
    [
        (None, [0.1] * 5),
        ("halve at half", [0.1, 0.1, 0.05, 0.05, 0.05]),  # round(5 / 2) is 2
        (lambda epoch: 1 / (1 + epoch), [0.1, 0.05, 0.1 / 3, 0.025, 0.02]),
    ],
    ids=["none", "halve", "function"],
)
def test_schedule(batch_size, schedule, expected):
    optimizer = Factors(0.1)
    net = small_network()
    train(net, X, Y, SquaredError(), optimizer, 5, batch_size=batch_size, schedule=schedule)
    updates = 2 if batch_size else 1
    np.testing.assert_allclose(optimizer.rates, np.repeat(expected, updates))


@pytest.mark.parametrize("batch_size", [None, 3])
def test_stops(batch_size):
    def go(epochs=400, **goal):
        settings = {"batch_size": batch_size, **goal}
        net = small_network()
        return net, train(net, X, Y, BinaryCrossEntropy(), GradientDescent(0.5), epochs, **settings)

    _, whole = go()
    goal = whole.losses[100]  # the loss falls all the time
    _, by_loss = go(stop_loss=goal)
    assert (by_loss.stopped, by_loss.epochs) == ("loss", 102)
    assert by_loss.losses[-1] < goal <= by_loss.losses[-2]
    net, by_accuracy = go(stop_accuracy=0.7)
    assert by_accuracy.stopped == "accuracy"
    assert by_accuracy.epochs == 1 + np.argmax(whole.accuracies >= 0.7) > 1
    assert accuracy(net.predict(X), Y) == by_accuracy.accuracies[-1] >= 0.7
    _, by_epochs = go(epochs=30)
    assert (by_epochs.stopped, by_epochs.epochs) == ("epochs", 30)
    np.testing.assert_array_equal(by_epochs.losses, whole.losses[:30])


@pytest.mark.parametrize("batch_size, epochs", [(None, 60), (3, 20)])
def test_each_run_of_a_batch_stops_by_itself(batch_size, epochs):
    settings = {"batch_size": batch_size, "stop_accuracy": 0.8}
    many = small_network(generators(6))
    history = train(many, X, Y, SquaredError(), Adam(0.02), epochs, **settings)
    assert set(history.stopped) == {"accuracy", "epochs"}
    for r, rng in enumerate(generators(6)):
        one = small_network(rng)
        single = train(one, X, Y, SquaredError(), Adam(0.02), epochs, **settings)
        assert (history.stopped[r], history.epochs[r]) == (single.stopped, single.epochs)
        np.testing.assert_allclose(many.theta[r], one.theta, rtol=0, atol=1e-12)
        course = history.losses[:, r]
        np.testing.assert_allclose(course[: single.epochs], single.losses, atol=1e-12)
        np.testing.assert_allclose(course[single.epochs :], single.losses[-1], atol=1e-12)


@pytest.mark.parametrize("batch_size", [None, 3])
def test_report_is_recorded_printed_and_stopped_by_instead(batch_size, capsys):
    def go(loss, **settings):
        net = small_network()
        settings["batch_size"] = batch_size
        return net, train(net, X, Y, loss, GradientDescent(0.5), 50, **settings)

    trained, plain = go(SquaredError())
    reported, history = go(SquaredError(), report=BinaryCrossEntropy("sum"), log_every=50)
    np.testing.assert_array_equal(reported.theta, trained.theta)
    half = go(SquaredError(), report=SquaredError(half=True))[1]
    np.testing.assert_allclose(half.losses, plain.losses / 2, rtol=1e-14)
    assert f"loss {history.losses[0]:.4f}" in capsys.readouterr().out
    goal = history.losses[20]
    stopped = go(SquaredError(), report=BinaryCrossEntropy("sum"), stop_loss=goal)[1]
    assert (stopped.stopped, stopped.epochs) == ("loss", 22)


def test_each_run_stops_by_its_own_report():
    def go(**settings):
        settings["report"] = BinaryCrossEntropy("sum")
        return train(small_network(runs=3), X, Y, SquaredError(), Adam(0.02), 200, **settings)

    losses = go().losses
    goal = losses[50:150].mean()
    history = go(stop_loss=goal)
    assert len(set(history.epochs)) > 1
    expected = np.where((losses < goal).any(axis=0), 1 + (losses < goal).argmax(axis=0), 200)
    np.testing.assert_array_equal(history.epochs, expected)


@pytest.mark.parametrize("batch_size", [None, 1])
def test_reported_cross_entropy_is_exact_where_p_rounds_to_1(batch_size):
    net = Network(Linear(1, 1, init=lambda *_: [[50.0]]), Sigmoid(), rng=np.random.default_rng(0))
    settings = {"report": BinaryCrossEntropy("sum"), "batch_size": batch_size}
    history = train(
        net, [[1], [1]], [[0], [0]], SquaredError(), GradientDescent(1e-9), 1, **settings
    )
    assert history.losses[0] == pytest.approx(100, rel=1e-9)


def test_log_lines(capsys):
    net = small_network()
    settings = {"log_every": 20, "log_format": "{epoch}: {loss:.3f}, {accuracy:.2f}"}
    history = train(net, X, Y, SquaredError(), GradientDescent(0.5), 50, **settings)
    expected = [
        f"{epoch}: {history.losses[epoch]:.3f}, {history.accuracies[epoch]:.2f}"
        for epoch in (0, 20, 40)
    ]
    assert capsys.readouterr().out.splitlines() == expected


def test_log_lines_as_they_come(capsys):
    net = small_network()
    history = train(net, X, Y, SquaredError(), GradientDescent(0.5), 1, log_every=1)
    expected = f"epoch      0   loss {history.losses[0]:.4f}   accuracy 0.5714\n"
    assert capsys.readouterr().out == expected


def test_in_a_log_line_a_lost_run_counts_as_the_highest():
    for losses, median in (([1.0, np.nan, 4.0], "4.0"), ([1.0, np.nan, np.inf], "inf")):
        line = log_line("{epoch} {loss} {accuracy}", 7, np.array(losses), np.ones(3))
        assert line == f"7 {median} 1.0"


@pytest.mark.parametrize("loss", [np.nan, np.inf])
def test_the_log_line_of_one_run_has_its_loss_as_it_is(loss):
    assert log_line("{epoch} {loss} {accuracy}", 7, loss, 1.0) == f"7 {loss} 1.0"


def test_log_lines_of_runs_are_medians(capsys):
    net = small_network(runs=3)
    settings = {"log_every": 9, "log_format": "{loss:.12f} {accuracy:.12f}"}
    history = train(net, X, Y, SquaredError(), GradientDescent(0.5), 1, **settings)
    medians = [np.sort(values[0])[1] for values in (history.losses, history.accuracies)]
    expected = "{:.12f} {:.12f}   (medians of 3 runs)\n".format(*medians)
    assert capsys.readouterr().out == expected


def test_without_log_every_nothing_is_printed(capsys):
    train(small_network(), X, Y, SquaredError(), GradientDescent(0.5), 3)
    assert capsys.readouterr() == ("", "")


def test_progress_bar(capsys):
    train(small_network(), X, Y, SquaredError(), GradientDescent(0.5), 3, progress=True)
    out, err = capsys.readouterr()
    assert out == "" and "3/3" in err


P = np.array([[0.2], [0.5], [0.5], [0.51], [1.4], [1.6], [-0.7]])
LABELS = np.array([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0], [0.0]])


@pytest.mark.parametrize("decision, right", [("p > 0.5", 7), ("round", 5)])
def test_decisions(decision, right):
    """Rounding gives 2 for 1.6 and -1 for -0.7, which are no classes; a tie counts as class 0."""
    assert accuracy(P, LABELS, decision) == right / 7
    several = np.stack([P, 1 - P])
    np.testing.assert_array_equal(accuracy(several, LABELS, decision)[0], right / 7)


@pytest.mark.parametrize("decision, right", [("p > 0.5", 7), ("round", 5)])
def test_training_uses_the_decision_it_was_told(decision, right):
    net = Network(Linear(1, 1, bias=False, init=lambda *_: [[1]]), rng=np.random.default_rng(0))
    step = GradientDescent(1e-12)
    history = train(net, P, LABELS, SquaredError(), step, 1, decision=decision)
    assert history.accuracies[0] == right / 7


def test_ties_are_counted_and_told():
    nets = [
        Network(Linear(2, 1, init="zeros"), Sigmoid(), rng=np.random.default_rng(0), runs=runs)
        for runs in (None, 2)
    ]
    for net, ties in zip(nets, (2, 4), strict=True):
        x = [[0, 0], [0, 0], [1, 1]]
        settings = {"stop_loss": 1.0, "report": SquaredError()}
        history = train(net, x, [[0], [1], [0]], BinaryCrossEntropy(), GradientDescent(1), 1)
        assert history.ties == ties + ties // 2  # before the first step z is 0 everywhere
        train(net, x, [[0], [1], [0]], BinaryCrossEntropy(), GradientDescent(1), 1, **settings)
        assert f"{history.ties} prediction(s) exactly 0.5 (class 0)" in repr(history)
        solved = train(net, [[9, 9]], [[0]], BinaryCrossEntropy(), GradientDescent(1), 5)
        assert solved.ties == 0 and "0.5" not in repr(solved)


def test_history_of_one_network():
    X, y = linear_data(50, np.random.default_rng(0))
    net = small_network()
    history = train(net, X, y, SquaredError(), Adam(0.1), 200, stop_accuracy=1.0)
    assert history.losses.shape == history.accuracies.shape == (history.epochs,)
    assert history.first_solved == history.epochs - 1
    assert repr(history) == (
        f"{history.epochs} epochs: loss {history.losses[0]:.4f} to {history.losses[-1]:.4f}, "
        f"accuracy {history.accuracies[0]:.4f} to 1.0000; stopped: the accuracy reached its goal"
    )
    unsolved = train(net, X, 1 - y, SquaredError(), Adam(1e-6), 3)
    assert np.isnan(unsolved.first_solved) and "stopped: all epochs done" in repr(unsolved)


def test_history_of_runs():
    X, y = linear_data(50, np.random.default_rng(0))
    net = small_network(runs=5)
    history = train(
        net, X, y, SquaredError(), Adam([0.1, 0.1, 1e-6, 0.1, 0.1]), 200, stop_accuracy=1.0
    )
    n = len(history.losses)
    assert history.losses.shape == history.accuracies.shape == (n, 5)
    assert history.epochs.tolist()[2] == 200 == n
    assert history.stopped == ["accuracy", "accuracy", "epochs", "accuracy", "accuracy"]
    np.testing.assert_array_equal(
        np.delete(history.first_solved, 2), np.delete(history.epochs, 2) - 1
    )
    assert np.isnan(history.first_solved[2])
    low, middle, high = np.percentile(history.losses[-1], [5, 50, 95])
    assert repr(history) == (
        f"5 runs, 200 epochs: loss median {middle:.4f} [{low:.4f}, {high:.4f}], 4 at accuracy 1; "
        "stopped: 4 x the accuracy reached its goal, 1 x all epochs done"
    )


def unbounded(rng=None, **options):
    """A network whose output has no bound, and which can therefore diverge."""
    layers = Linear(2, 3), ReLU(), Linear(3, 1)
    return Network(*layers, rng=rng or np.random.default_rng(1), **options)


@pytest.mark.parametrize("batch_size", [None, 1])
@pytest.mark.parametrize("optimizer", [GradientDescent, Momentum])
def test_a_run_that_diverges_stops_and_says_so(batch_size, optimizer, capsys):
    net = unbounded()
    history = train(net, X, Y, SquaredError("sum"), optimizer(4.0), 500, batch_size=batch_size)
    assert history.stopped == "diverged" and history.epochs < 500
    assert not np.isfinite(history.losses[-1]) and np.isfinite(history.losses[:-1]).all()
    told = capsys.readouterr().out
    assert told.startswith(f"Stopped at epoch {history.epochs - 1}: ") and told.count("\n") == 1
    assert "no longer a finite number" in told and "smaller learning rate, such as 0.4." in told
    assert "stopped: the loss was no longer finite" in repr(history)
    assert not np.isfinite(net.predict(X)).all() or batch_size is None


@pytest.mark.parametrize("batch_size", [None, 1])
def test_in_a_batch_only_the_run_that_diverges_is_frozen(batch_size, capsys):
    rates = np.array([0.01, 4.0, 0.02])

    def go(net, lr, epochs):
        step = GradientDescent(lr)
        return train(net, X, Y, SquaredError("sum"), step, epochs, batch_size=batch_size)

    net, sooner = unbounded(generators()), unbounded(generators())
    history = go(net, rates, 80)
    assert history.stopped == ["epochs", "diverged", "epochs"]
    told = capsys.readouterr().out
    assert told.startswith(f"1 of 3 runs stopped, the first at epoch {history.epochs[1] - 1}: ")
    assert "1 x the loss was no longer finite" in repr(history)
    go(sooner, rates, history.epochs[1])
    np.testing.assert_array_equal(net.theta[1], sooner.theta[1])  # it has not moved since
    for r in (0, 2):  # and the others went on as they would have done alone
        one = unbounded(generators()[r])
        single = go(one, rates[r], 80)
        assert single.epochs == history.epochs[r] == 80
        np.testing.assert_allclose(net.theta[r], one.theta, rtol=0, atol=1e-12)
        np.testing.assert_allclose(history.losses[:, r], single.losses, rtol=1e-12)


def test_all_runs_diverge(capsys):
    history = train(
        unbounded(runs=3), X, Y, SquaredError("sum"), GradientDescent(9), 500, log_every=1
    )
    assert history.stopped == ["diverged"] * 3
    assert len(history.losses) == max(history.epochs) < 500
    assert "loss median inf [inf, inf], " in repr(history)
    assert "   loss inf   " in (told := capsys.readouterr().out) and "3 of 3 runs stopped" in told
