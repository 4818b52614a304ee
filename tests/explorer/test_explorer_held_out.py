"""Points that no step sees: which they are, what is told of them, and that they change nothing."""

import json

import explorer_networks as networks
import numpy as np
import pytest
from helpers import X as POINTS
from helpers import Y as LABELS

from labnet import BinaryCrossEntropy, GradientDescent, SquaredError, explore, train
from labnet.batches import Batches
from labnet.experiments import streams
from labnet.explorer.run.held_out import held_out
from labnet.explorer.run.labnet_networks import LabnetNetworks
from labnet.gradients import loss_at
from labnet.training import passes

SHARES = [0.1, 0.2, 0.3, 0.5, 0.8]
HALF = {"hidden": (4,), "activation": "tanh", "held_out": 0.5}


class Forgetful(networks.MyNetwork):
    """Its forward keeps no more than a backward for the same points can use."""

    def backward(self, y):
        assert len(y) == len(self.a[0]), "backward for other points than forward"
        return super().backward(y)


def column(*classes):
    return np.array(classes, float)[:, None]


def parts(e):
    session = e.controller.session
    return (session.X[~session.held], session.y[~session.held]), (
        session.X[session.held],
        session.y[session.held],
    )


def curve(e, name):
    return np.frombuffer(e.picture[name], "f4")


@pytest.mark.parametrize("n", [(1, 1), (2, 1), (1, 5), (2, 2), (11, 10), (50, 50), (3, 0), (1, 0)])
@pytest.mark.parametrize("share", SHARES)
def test_both_parts_have_what_they_can(n, share):
    y = np.repeat([[0.0], [1.0]], n, axis=0)
    held = held_out(y, share)
    for label, total in enumerate(n):
        out = np.count_nonzero(held & (y[:, 0] == label))
        assert out == 0 if total < 2 else 1 <= out < total
        assert abs(out - share * total) < 1 or out in (0, 1, total - 1)


def test_a_larger_share_keeps_the_points_of_a_smaller_one_and_a_new_point_most_of_them():
    y = np.random.default_rng(0).integers(0, 2, (60, 1)).astype(float)
    smaller, larger = held_out(y, 0.2), held_out(y, 0.5)
    assert (larger[smaller]).all() and larger.sum() > smaller.sum()
    grown = held_out(np.vstack([y, [[1.0]]]), 0.5)
    assert np.count_nonzero(grown[:-1] != larger) <= 1
    assert not held_out(y, 0.0).any()


def test_they_are_the_same_for_every_seed_and_network():
    runs = [
        explore(held_out=0.3, **more)
        for more in ({}, {"seed": 7}, {"hidden": (2,)}, {"network": networks.MyNetwork})
    ]
    first, *others = (e.controller.session.held for e in runs)
    assert first.sum() == 6 and all(np.array_equal(first, held) for held in others)


@pytest.mark.parametrize("network", [None, networks.MyNetwork, Forgetful])
def test_the_training_is_that_of_the_others_alone(network):
    e = explore(network, **HALF)
    seen, others = parts(e)
    alone = explore(network, data=seen, **HALF | {"held_out": 0})
    for one in (e, alone):
        one.train(40)
    assert e.error == "" and np.array_equal(e.losses, alone.losses) and e.loss < e.losses[0]
    assert e.accuracy == alone.accuracy
    p = e.controller.session.predict(others[0])
    assert e.held_out_accuracy == np.mean((p > 0.5) == others[1])
    assert np.isclose(e.held_out_loss, BinaryCrossEntropy().forward(p, others[1]), rtol=1e-9)
    assert e.held_out_losses.shape == e.losses.shape and e.held_out_losses[-1] == e.held_out_loss


@pytest.mark.parametrize("batch", [0, 3])
def test_each_held_out_loss_is_of_the_weights_of_its_epoch(batch):
    e = explore(**HALF, batch=batch)
    one_by_one = [(e.loss, e.held_out_loss)]
    for _ in range(5):
        e.step()
        one_by_one.append((e.loss, e.held_out_loss))
    e.rewind()
    e.train(5)
    assert np.array_equal(np.transpose(one_by_one), [e.losses, e.held_out_losses])


def test_they_are_those_that_train_records():
    e = explore(**HALF, lr=0.1, output="sigmoid, squared error")
    seen, others = parts(e)
    net = LabnetNetworks().trainer(e.controller.values | {"held_out": 0}, *seen).net
    history = train(net, *seen, SquaredError(), GradientDescent(0.1), 31, held_out=others)
    e.train(30)
    assert np.allclose(e.held_out_losses, history.held_out_losses, rtol=1e-12)


@pytest.mark.parametrize("network", [None, networks.MyNetwork, networks.Bare])
@pytest.mark.parametrize("batch", [0, 5])
def test_without_any_nothing_is_told(network, batch):
    e = explore(network, hidden=(4,), batch=batch)
    e.train(3)
    assert np.isnan([e.held_out_loss, e.held_out_accuracy, *e.held_out_losses]).all()
    assert len(e.held_out_losses) == 4
    assert (e.picture["held"], e.picture["held_losses"]) == (b"", b"")
    assert e.picture["held_loss"] is None and e.picture["figures"]["held"] == ""
    assert "eld" not in repr(e) + e.picture["words"] + "".join(e.picture["labels"].values())


@pytest.mark.parametrize("order", "CF")
@pytest.mark.parametrize("batch", [0, 5])
def test_without_any_the_arithmetic_is_that_of_the_core(order, batch):
    e = explore(data=(np.array(POINTS, order=order), LABELS), batch=batch, **HALF | {"held_out": 0})
    session, loss = e.controller.session, BinaryCrossEntropy()
    net = LabnetNetworks().trainer(e.controller.values, session.X, session.y).net
    batches = Batches(session.X, session.y, None, batch or None, streams(0)[2] if batch else None)
    losses = [loss_at(net, session.X, session.y, loss)]
    for _ in range(20):
        list(passes(net, batches, loss, GradientDescent(1.0), 0.3))
        losses.append(loss_at(net, session.X, session.y, loss))
    e.train(20)
    assert np.array_equal(e.losses, losses)


def test_the_picture_has_them():
    e = explore(**HALF, example=0)
    e.train(700)
    session, picture = e.controller.session, e.picture
    assert np.array_equal(np.frombuffer(picture["held"], np.uint8), session.held)
    wrong = (session.p > 0.5) != (session.y == 1)
    assert np.array_equal(np.frombuffer(picture["wrong"], np.uint8), wrong[:, 0])
    assert len(curve(e, "held_losses")) == len(curve(e, "losses"))
    assert np.array_equal(curve(e, "held_losses")[:-1], curve_of(e)[:: picture["every"]])
    assert curve(e, "held_losses")[-1] == np.float32(e.held_out_loss)
    assert (
        picture["figures"]["held"] == f"held out {picture['held_loss']:#.4g}"
        and e.held_out_loss > 0
    )
    json.dumps(picture, default=len, allow_nan=False)


def curve_of(e):
    return e.held_out_losses[:-1].astype("f4")


def test_the_words_have_them():
    e = explore(**HALF)
    n = e.controller.session.held.sum()
    e.train(20)
    assert f"; held-out loss {e.held_out_loss:.4f}, held-out accuracy " in repr(e)
    told = f" Held out: loss {e.held_out_loss:.4f}, {e.held_out_accuracy * n:.0f} of {n} right."
    assert e.picture["words"].endswith(told)
    assert told in e.picture["labels"]["map"] and told in e.picture["labels"]["lossCanvas"]
    assert "held-out share 0.5" in repr(e) and e.picture["figures"]["right"].endswith("of 10")


def test_an_example_that_is_held_out_says_so():
    e = explore(**HALF)
    for index, held in enumerate(e.controller.session.held):
        e.example = index
        assert ("no step sees it" in e.picture["example"]["facts"]) == held


def test_the_loss_axis_has_room_for_them():
    e = explore(**HALF)
    e.train(5)
    session = e.controller.session
    session.held_out_before[2] = 9.0
    e._present()
    assert e.picture["loss_axes"][1]["range"][1] == 1.05 * 9


def test_over_seeds_has_them_too():
    for network in (None, networks.MyNetwork):
        e = explore(network, **HALF, batch=4)
        seeds = e.over_seeds(3, epochs=20)
        e.seed = 2
        e.train(20)
        assert np.allclose(seeds.held_out_losses[:, 2], e.held_out_losses)
        assert np.allclose(seeds.losses[:, 2], e.losses) and seeds.solved[2] == (e.accuracy == 1)
        middle = np.median(seeds.held_out_losses[-1])
        assert "every training point right" in repr(seeds)
        assert f"; median held-out loss {middle:.4f}" in repr(seeds)
    plain = explore(hidden=(4,)).over_seeds(2, epochs=3)
    assert "held-out" not in repr(plain) and np.isnan(plain.held_out_losses).all()


def test_solved_counts_the_points_that_are_trained():
    e = explore(data=(POINTS[:6], column(0, 0, 0, 1, 1, 1)), held_out=0.8, hidden=(10,), lr=3)
    seeds = e.over_seeds(5, epochs=500)  # two points are trained: a line parts them
    assert seeds.solved.all()
    e.train(500)
    assert e.accuracy == 1


def test_the_order_of_small_batches_is_that_of_the_points_trained():
    e = explore(**HALF, batch=4, lr=0.05)
    seen, _ = parts(e)
    e.train(10)
    net = explore(data=seen, **HALF | {"held_out": 0}).net
    steps = {"epochs": 10, "batch_size": 4, "shuffle": streams(0)[2]}
    train(net, *seen, BinaryCrossEntropy(), GradientDescent(0.05), **steps)
    assert np.allclose(e.net.theta, net.theta, rtol=1e-12)


def test_where_no_point_can_be_held_out_it_is_said():
    e = explore(data=(POINTS[:2], column(0, 1)), held_out=0.3)
    assert "No point is held out" in repr(e) and e.picture["held"] == b""
    assert e.picture["figures"]["doubt"].startswith("No point is held out")
    e.train(3)
    assert e.error == "" and np.isnan(e.held_out_loss)


def test_a_class_that_fails_still_has_a_picture():
    e = explore(networks.ReturnsNaN, held_out=0.3, hidden=(4,))
    assert "NaN before any training" in e.error and e.picture["held_loss"] is None
    assert e.picture["figures"]["held"] == "held out unknown" and "p unknown" in e.picture["words"]
    json.dumps(e.picture, default=len, allow_nan=False)


def test_a_state_brings_them_back():
    e = explore(**HALF, batch=3, data=(POINTS, LABELS))
    e.data = "spiral"
    e.train(30)
    again = explore(state=e.state)
    assert "held_out=0.5" in e.state and again.state == e.state
    assert np.array_equal(again.held_out_losses, e.held_out_losses)


def test_a_still_picture_has_their_curve(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "labnet.explorer.face.still.learning_curve", lambda curves, ax: drawn.append(curves)
    )
    monkeypatch.setattr("IPython.display.display", lambda *_, **__: None)
    e = explore(**HALF)
    e.train(3)
    e._ipython_display_()
    explore(hidden=(4,))._ipython_display_()
    both, one = drawn
    assert np.array_equal(both["held out"], e.held_out_losses) and isinstance(one, np.ndarray)
