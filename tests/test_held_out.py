"""Held-out data: measured with the weights that each loss belongs to, and never trained on."""

import numpy as np
import pytest
from helpers import X, Y, generators, small_network

from labnet import (
    AdaGrad,
    Adam,
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    Linear,
    Momentum,
    Network,
    ReLU,
    SquaredError,
    accuracy,
    train,
)
from labnet.gradients import loss_at

OTHER = np.random.default_rng(6).normal(size=(5, 2))
LABELS = np.array([[1.0], [0.0], [1.0], [1.0], [0.0]])
HELD = (OTHER, LABELS)
OPTIMIZERS = {
    "descent": lambda: GradientDescent(0.2),
    "momentum": lambda: Momentum(0.05),
    "adagrad": lambda: AdaGrad(0.1),
    "adam": lambda: Adam(0.02),
}
LOSSES = [SquaredError(), SquaredError("sum", half=True), BinaryCrossEntropy("sum")]


@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("loss", LOSSES, ids=repr)
@pytest.mark.parametrize("report", [None, BinaryCrossEntropy()], ids=["same", "another"])
def test_it_is_measured_with_the_weights_of_the_loss(batch_size, loss, report):
    """An epoch's weights: before its step with full batches, else after its last step."""
    settings, shown = {"batch_size": batch_size, "report": report}, report or loss
    whole = train(small_network(), X, Y, loss, Adam(0.1), 12, held_out=HELD, **settings)
    for epoch in (0, 4, 11):
        net = small_network()
        steps = epoch + (batch_size is not None)
        if steps:
            train(net, X, Y, loss, Adam(0.1), steps, **settings)
        assert whole.losses[epoch] == pytest.approx(loss_at(net, X, Y, shown), rel=1e-12)
        expected = loss_at(net, OTHER, LABELS, shown)
        assert whole.held_out_losses[epoch] == pytest.approx(expected, rel=1e-12)
        assert whole.held_out_accuracies[epoch] == accuracy(net.predict(OTHER), LABELS)


@pytest.mark.parametrize("batch_size", [None, 1, 3])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES, ids=repr)
@pytest.mark.parametrize("runs", [None, 3])
def test_the_training_stays_the_same_to_the_last_bit(batch_size, optimizer, loss, runs):
    found = []
    for held_out in (None, HELD):
        net, step = small_network(runs=runs), OPTIMIZERS[optimizer]()
        settings = {"batch_size": batch_size, "shuffle": np.random.default_rng(2)}
        settings |= {"stop_accuracy": 1.0, "held_out": held_out}
        history = train(net, X, Y, loss, step, 30, **settings)
        found.append([net.theta, net.dtheta, net.p, history.losses, history.accuracies])
        assert (history.held_out_losses is None) == (held_out is None)
    for without, beside in zip(*found, strict=True):
        np.testing.assert_array_equal(beside, without)


@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("apart", [False, True])
def test_each_run_has_what_it_has_alone(batch_size, apart):
    others = np.stack([OTHER, -OTHER, 2 * OTHER])
    settings = {"batch_size": batch_size, "stop_loss": 0.6, "schedule": "halve at half"}
    given = X, Y, BinaryCrossEntropy()
    many = small_network(generators())
    held_out = (others, np.stack([LABELS] * 3)) if apart else HELD
    history = train(many, *given, Adam(0.05), 60, held_out=held_out, **settings)
    assert len(set(history.epochs)) > 1
    for r, rng in enumerate(generators()):
        beside = (others[r] if apart else OTHER, LABELS)
        one = train(small_network(rng), *given, Adam(0.05), 60, held_out=beside, **settings)
        for name in ("losses", "accuracies", "held_out_losses", "held_out_accuracies"):
            course, alone = getattr(history, name)[:, r], getattr(one, name)
            assert course.shape == (max(history.epochs),)
            np.testing.assert_allclose(course[: one.epochs], alone, rtol=1e-11)
            np.testing.assert_allclose(course[one.epochs :], alone[-1], rtol=1e-11)


ONE_HOT = np.eye(3)[[0, 1, 2, 0, 1, 2, 1]]
KINDS = {  # y, y that is held out, the accuracy of p = W x
    "0 and 1": (Y, LABELS, lambda p, y: (p > 0.5) == y),
    "-1 and 1": (2 * Y - 1, 2 * LABELS - 1, lambda p, y: (p > 0) == (y > 0)),
    "ones alone": (2 * Y - 1, np.ones((5, 1)), lambda p, y: p > 0),
    "rows with a single 1": (ONE_HOT, ONE_HOT[:5], lambda p, y: p.argmax(1) == y.argmax(1)),
    "any 0 and 1": (1 - ONE_HOT, ONE_HOT[:5], lambda p, y: ((p > 0.5) == y).all(1)),
}


@pytest.mark.parametrize("name", KINDS)
def test_it_is_decided_as_the_labels_of_the_training_are(name):
    y, held, right = KINDS[name]
    net = Network(Linear(2, y.shape[1]), rng=np.random.default_rng(3))
    net.theta *= -0.3  # so that some p are between 0 and 0.5
    expected = np.mean(right(net.predict(OTHER), held))
    history = train(net, X, y, SquaredError(), GradientDescent(0.1), 1, held_out=(OTHER, held))
    assert history.held_out_accuracies[0] == expected


def test_a_regression_has_no_accuracy_there_either(capsys):
    net = Network(Linear(2, 1), rng=np.random.default_rng(3))
    held_out = (OTHER, LABELS)  # as whole numbers they may well be targets of a regression
    settings = {"held_out": held_out, "log_every": 1}
    history = train(net, X, X[:, :1], SquaredError(), GradientDescent(0.1), 3, **settings)
    assert np.isnan(history.held_out_accuracies).all() and (history.held_out_losses > 0).all()
    last = history.held_out_losses[-1]
    assert f"held-out loss {history.held_out_losses[0]:.4f} to {last:.4f}, no acc" in repr(history)
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.endswith(f"accuracy none   held-out loss {last:.4f}   held-out accuracy none")


@pytest.mark.parametrize("runs", [None, 3])
def test_it_is_printed_and_told(runs, capsys):
    net, settings = small_network(runs=runs), {"held_out": HELD, "log_every": 5}
    settings["log_format"] = "Epoch {epoch}: {loss:.3f}"
    history = train(net, X, Y, BinaryCrossEntropy(), GradientDescent(0.5), 6, **settings)
    first, last = capsys.readouterr().out.splitlines()
    L, right = (
        np.median(values[5]) for values in (history.held_out_losses, history.held_out_accuracies)
    )
    told = f"   held-out loss {L:.4f}   held-out accuracy {right:.4f}"
    assert first.startswith("Epoch 0: ") and told in last
    assert last.endswith("(medians of 3 runs)") == bool(runs)
    begins = "held-out loss median " if runs else "held-out loss 0."
    assert f"; {begins}" in repr(history) and "epochs: loss" in repr(history)


def test_a_run_that_diverges_keeps_what_was_held_out(capsys):
    layers = Linear(2, 3), ReLU(), Linear(3, 1)
    net = Network(*layers, rng=np.random.default_rng(1), runs=2)
    steps = GradientDescent([0.01, 9.0])
    history = train(net, X, Y, SquaredError("sum"), steps, 80, held_out=HELD)
    assert history.stopped == ["epochs", "diverged"] and history.held_out_losses.shape == (80, 2)
    assert np.isfinite(history.held_out_losses[:, 0]).all()


BAD = {
    "no pair": (X, "expected a pair"),
    "a number": (50, "held_out is 50; expected a pair"),
    "three arrays": ((X, Y, X), "expected a pair"),
    "another number of columns": ((OTHER[:, :1], LABELS), "In held_out: X has 1 number"),
    "another number of rows": ((OTHER, LABELS[:4]), r"In held_out: y has shape \(4, 1\)"),
    "a flat y": ((OTHER, LABELS[:, 0]), "In held_out: y has shape .*reshape"),
    "no numbers": ((OTHER, "y"), "In held_out: y is 'y'"),
    "nothing": ((OTHER[:0], LABELS[:0]), "In held_out: X is empty"),
    "not finite": ((OTHER * np.nan, LABELS), "In held_out: X has 10 value"),
    "a run axis": ((OTHER[None], LABELS), r"In held_out: X has shape \(1, 5, 2\)"),
    "other classes": ((OTHER, 2 * LABELS - 1), "In held_out: y holds other .*expected 0 and 1"),
    "no classes": ((OTHER, LABELS / 2), "In held_out: y holds other labels"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_held_out_is_refused_before_anything_is_trained(name):
    held_out, told = BAD[name]
    net = small_network()
    before = net.theta.copy()
    with pytest.raises(LabnetError, match=told):
        train(net, X, Y, SquaredError(), GradientDescent(1), 1, held_out=held_out)
    np.testing.assert_array_equal(net.theta, before)


@pytest.mark.parametrize("names", [("loss",), ("report",)])
def test_cross_entropy_needs_classes_and_probabilities_there_too(names):
    given = {"loss": SquaredError(), "report": SquaredError()}
    given |= dict.fromkeys(names, BinaryCrossEntropy())
    settings = {"optimizer": GradientDescent(1), "epochs": 1, **given}
    with pytest.raises(LabnetError, match="In held_out: y holds -1; cross-entropy"):
        train(small_network(), X, Y, **settings, held_out=(OTHER, 2 * LABELS - 1))
    net = Network(Linear(2, 1, bias=False, init=lambda *_: [[1], [0]]), rng=np.random.default_rng())
    with pytest.raises(LabnetError, match="In held_out: cross-entropy needs predictions"):
        train(net, abs(np.tanh(X)), Y, **settings, held_out=HELD)


def test_rows_with_a_single_1_are_no_rows_with_several():
    net = Network(Linear(2, 3), rng=np.random.default_rng(3))
    with pytest.raises(LabnetError, match="expected a single 1 in each row here too"):
        held_out = (OTHER, 1 - ONE_HOT[:5])
        train(net, X, ONE_HOT, SquaredError(), GradientDescent(1), 1, held_out=held_out)
