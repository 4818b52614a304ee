"""A Setup's data, what is held out of them, and how its training decays and stops."""

import numpy as np
import pytest

from labnet import LabnetError, SquaredError, accuracy, linear_data, presets, xor_data
from labnet.experiments import Setup, streams

SHORT = Setup(hidden=(4,), bias=True, lr=1.0, epochs=20)


def run(data="linear", runs=None, seed=3, **changes):
    return SHORT.replace(**changes).run(data, seed=seed, runs=runs, log=False)


# Data


@pytest.mark.parametrize(("given", "n"), [(None, 100), (1, 1), (7, 7), (250, 250)])
def test_n_is_how_many_points_the_linear_data_have(given, n):
    X, y = linear_data(n, streams(3)[0])
    result = run(n=given)
    np.testing.assert_array_equal(result.X, X)
    np.testing.assert_array_equal(result.y, y)
    assert run(n=given, runs=2).X.shape == (2, n, 2)


@pytest.mark.parametrize("data", ["linear", "xor"])
@pytest.mark.parametrize("noise", [0.02, 0.3])
def test_noise_moves_the_points_and_leaves_their_labels(data, noise):
    plain, moved = run(data), run(data, noise=noise)
    np.testing.assert_array_equal(moved.y, plain.y)
    moves = moved.X - plain.X
    assert 0.5 * noise < moves.std() < 1.2 * noise  # less than noise, for it stops at the edges
    assert moved.X.min() >= 0 and moved.X.max() <= 1
    rng = streams(3)[0]
    again = xor_data(rng, noise) if data == "xor" else linear_data(100, rng, noise)
    np.testing.assert_array_equal(moved.X, again[0])


# Held-out data


@pytest.mark.parametrize("runs", [None, 2])
@pytest.mark.parametrize("noise", [0.0, 0.1])
@pytest.mark.parametrize("batch_size", [None, 7])
def test_holding_out_changes_nothing_else(runs, noise, batch_size):
    settings = {"noise": noise, "batch_size": batch_size, "shuffle": True, "runs": runs}
    plain, beside = run(**settings), run(held_out=40, **settings)
    for one, other in ((plain.X, beside.X), (plain.y, beside.y)):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(plain.history.losses, beside.history.losses)
    np.testing.assert_array_equal(plain.net.theta, beside.net.theta)
    assert plain.held_out is plain.held_out_accuracy is plain.history.held_out_losses is None
    X, y = beside.held_out
    assert X.shape == (*([runs] if runs else []), 40, 2) and y.shape == X.shape[:-1] + (1,)
    if not runs:
        assert not set(map(tuple, X)) & set(map(tuple, beside.X))
        assert (y == (X[:, :1] <= X[:, 1:])).all() or noise
    np.testing.assert_array_equal(beside.held_out_accuracy, accuracy(beside.net.predict(X), y))


def test_each_run_holds_out_what_its_seed_holds_out_alone():
    many = run(held_out=9, runs=3, seed=5)
    for r in range(3):
        one = run(held_out=9, seed=5 + r)
        for several, alone in zip(many.held_out, one.held_out, strict=True):
            np.testing.assert_array_equal(several[r], alone)
        held = many.history.held_out_losses[:, r]
        np.testing.assert_allclose(held, one.history.held_out_losses, rtol=1e-12)


def test_few_points_are_learned_and_the_others_are_not(capsys):
    setup = SHORT.replace(n=4, held_out=200, epochs=3000, log_every=3000)
    setup = setup.replace(log_end="Done: {loss:.3f}")
    result = setup.run("linear", seed=1)
    first, last = capsys.readouterr().out.splitlines()[:2]
    assert first.startswith("epoch      0   loss ") and "   held-out loss " in first
    held = f"held-out loss {result.history.held_out_losses[-1]:.4f}"
    assert last.startswith("Done: ") and held in last
    assert result.accuracy == 1 > result.held_out_accuracy > 0.5
    assert result.history.held_out_losses[-1] > 2 * result.history.losses[-1]
    assert f", held-out accuracy {result.held_out_accuracy:.2%}" in repr(result)
    several = repr(setup.run("linear", runs=3, log=False))
    assert ", held-out loss median " in several and ", held-out accuracy median " in several
    assert "held-out" not in repr(run())


# The training


def test_weight_decay_is_that_of_train():
    plain, decayed = run(), run(weight_decay=0.1)
    assert plain.history.losses[0] == decayed.history.losses[0]
    sizes = [np.abs(one.net.theta[one.net.is_weight]).sum() for one in (plain, decayed)]
    assert sizes[1] < sizes[0]
    np.testing.assert_array_equal(run(weight_decay=0).net.theta, plain.net.theta)


@pytest.mark.parametrize("runs", [None, 4])
def test_stop_accuracy_is_that_of_train(runs):
    history = run(stop_accuracy=0.9, epochs=2000, runs=runs).history
    assert np.all(history.epochs < 2000) and np.all(history.accuracies[-1] >= 0.9)
    assert set(np.atleast_1d(history.stopped)) == {"accuracy"}


@pytest.mark.parametrize("name", presets)
def test_half_the_squared_error_is_half_the_rate(name):
    base = presets[name].replace(output="sigmoid", epochs=5, report=SquaredError())
    half = base.replace(loss=SquaredError(half=True))
    whole = base.on("xor").replace(loss=SquaredError(), lr=base.on("xor").lr / 2)
    one, other = half.run("xor", log=False), whole.run("xor", log=False)
    np.testing.assert_allclose(one.history.losses, other.history.losses, rtol=1e-12)


# What is told and refused


def test_the_listing_has_every_field():
    text = repr(SHORT.replace(n=50, held_out=9, noise=0.1, weight_decay=1e-3, stop_accuracy=0.9))
    told = {"n": 50, "held_out": 9, "noise": 0.1, "weight_decay": 0.001, "stop_accuracy": 0.9}
    for name, value in told.items():
        assert f"\n  {name:<14}{value}\n" in text
    linear = presets["A"].replace(n={"linear": 50, "xor": None})
    assert "\n  n             50 linear, - xor\n" in repr(linear)
    assert linear.replace(epochs=1).run("xor", log=False).X.shape == (21, 2)


BAD = {
    "n": [0, -1, 2.5, "100", True, 10**12],
    "noise": [-0.1, np.nan, np.inf, "0.1", None, True],
    "held_out": [-1, 0.2, "50", None, True, 10**12],
    "weight_decay": [-1e-9, np.nan, "0.1", None, True],
    "stop_accuracy": [0, 1.01, 95, "1", True],
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_field_cannot_hold_is_refused(name):
    for value in BAD[name]:
        with pytest.raises(LabnetError, match=f"{name} is {value!r}; expected"):
            SHORT.replace(**{name: value})


@pytest.mark.parametrize("name", ["n", "held_out"])
@pytest.mark.parametrize("base", [SHORT, presets["B"]], ids=["setup", "preset"])
def test_what_the_xor_data_cannot_have_is_refused_for_them_only(name, base):
    changed = base.replace(**{name: 50}, epochs=2)
    with pytest.raises(LabnetError, match=f"{name} is 50, but the XOR data .* 21 points: leave"):
        changed.run("xor", log=False)
    assert changed.run("linear", log=False).history.epochs == 2
