"""What the explorer does, without a browser: training, rewinding, comparing, restoring."""

import signal

import numpy as np
import pytest
from helpers import X as POINTS
from helpers import Y as LABELS

from labnet import Adam, BinaryCrossEntropy, GradientDescent, LabnetError, explore, train, xor_data
from labnet.experiments import streams
from labnet.experiments.setup import ACTIVATIONS, OPTIMIZERS
from labnet.explorer.run import datasets
from labnet.explorer.run.labnet_networks import OUTPUTS, LabnetNetworks
from labnet.explorer.run.seeds import OverSeeds
from labnet.explorer.run.settings import settings

ALMOST = "lr=1; hidden=4; activation=tanh; epoch=40"


def small(**values):
    return explore(**{"hidden": (4,), "activation": "tanh"} | values)


def after(e, epochs):
    e.train(epochs)
    return e.losses


def test_it_trains_as_train_does():
    e, X_y = explore(optimizer="adam", lr=0.03), xor_data()
    net, loss = LabnetNetworks().trainer(e.controller.values, *X_y).net, BinaryCrossEntropy()
    history = train(net, *X_y, loss, Adam(0.03), epochs=51)
    assert np.allclose(after(e, 50), history.losses, rtol=1e-12)
    assert e.epoch == 50 and e.loss == e.losses[-1] and e.accuracy == history.accuracies[-1]


def test_small_batches_are_measured_on_all_examples():
    e, (X, y) = small(batch=5, lr=0.03), xor_data()
    losses, loss = after(e, 30), BinaryCrossEntropy()
    net = LabnetNetworks().trainer(e.controller.values, X, y).net
    first = loss.forward(net.predict(X), y)
    history = train(net, X, y, loss, GradientDescent(0.03), 30, batch_size=5, shuffle=streams(0)[2])
    assert np.allclose(losses, [first, *history.losses], rtol=1e-12)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_combination_trains(activation, output, optimizer):
    e = small(activation=activation, output=output, optimizer=optimizer, lr=0.01, data="linear")
    losses = after(e, 20)
    assert e.error == "" and losses[-1] < losses[0]


@pytest.mark.parametrize("name", ["linear", "xor", "circles", "spiral"])
def test_every_data_set_has_its_noise(name):
    plain, noisy = small(data=name), small(data=name, noise=0.05)
    a, b = plain.controller.session, noisy.controller.session
    assert not np.array_equal(a.X, b.X) and np.array_equal(a.y, b.y)
    assert np.array_equal(b.X, small(data=name, noise=0.05, seed=5).controller.session.X)


def test_own_data():
    e = small(data=(POINTS, LABELS))
    assert repr(e).startswith("your own data; network")
    assert e.data == "yours" and np.array_equal(e.controller.session.X, POINTS)
    assert "yours" in next(c for c in e.controls if c["name"] == "data")["values"]
    for axis, x in zip(e.scene["axes"], POINTS.T, strict=True):
        low, high = axis["range"]
        assert low < x.min() and x.max() < high
    e.data = "circles"
    assert e.data == "circles" and e.epoch == 0


def test_noise_of_own_data_goes_with_their_extent():
    X = np.array([[0.0, 0.0], [1000.0, 1.0]] * 50)
    moved = datasets.jittered(X, np.random.default_rng(0), 0.1) - X
    assert 50 < moved[:, 0].std() < 150 and 0.05 < moved[:, 1].std() < 0.15


@pytest.mark.parametrize(
    "bad", [3, "moons", (POINTS,), (POINTS, LABELS[:3]), (POINTS[:, :1], LABELS)]
)
def test_other_data_are_refused(bad):
    with pytest.raises(LabnetError, match="expected"):
        explore(data=bad)


def test_step_is_one_epoch():
    e = small()
    e.step()
    assert e.epoch == 1


@pytest.mark.parametrize("epochs", [0, -1, 1.5, "many"])
def test_only_whole_epochs(epochs):
    with pytest.raises(LabnetError, match="epochs"):
        small().train(epochs)


def test_rewind_brings_the_same_weights_back():
    e = small(seed=4)
    first = after(e, 20)
    e.rewind()
    assert e.epoch == 0 and "seed 4" in e.notice
    assert np.array_equal(after(e, 20), first)


def test_new_weights_are_others_and_say_their_seed():
    e = small(seed=4)
    before = e.loss
    e.new_weights()
    assert e.seed == 5 and "seed 5" in e.notice and e.loss != before
    assert np.array_equal(e.losses, small(seed=5).losses)


def test_a_change_retrains_the_same_epochs():
    e = small()
    e.train(30)
    for name, value in {
        "lr": 1.0,
        "activation": "sigmoid",
        "hidden": (3,),
        "data": "linear",
    }.items():
        setattr(e, name, value)
        assert e.epoch == 30 and not e.controller.goal
    assert np.array_equal(
        e.losses, after(small(lr=1.0, activation="sigmoid", hidden=(3,), data="linear"), 30)
    )


def test_a_retraining_goes_on_in_portions():
    e = small()
    e.train(30)
    known = e.controller
    known.change("lr", 1.0, seconds=0)
    assert (e.epoch, known.goal) == (1, 30)
    known.work(seconds=0)
    assert (e.epoch, known.goal) == (2, 30)
    known.work(seconds=np.inf)
    assert e.epoch == 30 and not known.busy


def test_without_retraining_a_new_network_begins_at_0():
    e = small(retrain=False)
    e.train(30)
    e.activation = "sigmoid"
    assert e.epoch == 0


def test_without_retraining_a_new_rate_holds_from_now_on():
    e = small(retrain=False)
    losses = after(e, 30)
    e.lr = 1.0
    assert e.epoch == 30 and np.array_equal(after(e, 10)[:31], losses)
    assert "lr=0.3,1@30" in e.state
    e.lr = 2.0
    e.lr = 0.1
    assert "lr=0.3,1@30,0.1@40" in e.state


def test_what_changes_the_view_leaves_the_run_alone():
    e = small()
    losses = after(e, 30)
    views = {"show": "gradients", "log_loss": True, "show_network": False, "example": 3, "stage": 5}
    for name, value in views.items():
        setattr(e, name, value)
    assert np.array_equal(e.losses, losses)


def test_a_change_after_divergence_trains_as_far_as_was_wanted():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", data="linear")
    e.train(60)
    assert e.epoch < 60 and "Stopped at epoch" in e.error and "such as 1." in e.error
    e.train(5)
    assert e.epoch < 60 and e.loss == e.losses[-1] > 1e6
    e.lr = 0.01
    assert e.epoch == 60 and e.error == ""


def test_a_run_has_no_more_epochs_than_a_state_can_bring_back(monkeypatch):
    monkeypatch.setattr("labnet.explorer.run.state.MOST_EPOCHS", 40)
    e = small()
    with pytest.raises(LabnetError, match="40 epochs are the most .* Rewind"):
        e.train(41)
    e.train(35)
    e.controller.running = True
    e.controller.work(np.inf)
    assert e.epoch == 40 and not e.controller.running and "the most" in e.controller.notice
    assert np.array_equal(explore(state=e.state).losses, e.losses)


def test_reset_brings_the_first_settings_and_keeps_the_pins():
    e = small(lr=0.5)
    e.train(10)
    e.pin()
    e.lr, e.activation, e.seed, e.example = 1.0, "sigmoid", 9, 2
    e.reset()
    assert (e.lr, e.activation, e.seed, e.example, e.epoch) == (0.5, "tanh", 0, None, 0)
    assert [pin["name"] for pin in e.pins] == ["A"]


def test_pins_keep_their_curve():
    e = small()
    losses = after(e, 30)
    e.pin()
    e.train(10)
    (pin,) = e.pins
    assert np.array_equal(np.frombuffer(pin["losses"], "f4"), losses.astype("f4"))
    assert pin["epoch"] == 30 and pin["text"].startswith(
        "A: lr 0.3, 2-4-1, tanh · epoch 30, loss 0."
    )
    for _ in range(3):
        e.pin()
    with pytest.raises(LabnetError, match="unpin"):
        e.pin()
    e.over_seeds(2, epochs=1)
    e.unpin()
    assert e.pins == [] and e.band == {}


def test_a_pin_names_what_is_unusual():
    e = small(optimizer="adam", batch=5, seed=7)
    e.pin()
    unusual = "A: lr 0.3, 2-4-1, tanh, seed of the weights 7, adam, examples in a step 5 · epoch 0"
    assert e.pins[0]["text"].startswith(unusual)


def test_the_state_brings_everything_back():
    e = small(batch=5, optimizer="momentum", lr=0.02, retrain=False)
    e.train(20)
    e.lr = 0.05
    e.train(20)
    e.pin()
    e.init = "he"
    e.train(15)
    e.example, e.stage, e.show = 3, 2, "gradients"
    again = explore(state=e.state)
    assert again.state == e.state and np.array_equal(again.losses, e.losses)
    assert again.pins == e.pins and again.picture["example"] == e.picture["example"]
    other = small()
    other.pin()
    other.state = e.state
    assert other.state == e.state and np.array_equal(other.losses, e.losses)
    assert other.pins == e.pins


def test_a_rate_for_later_epochs_trains_no_further_than_the_state_says():
    e = explore(state="lr=1,0.3@500; epoch=200")
    assert np.array_equal(e.losses, after(explore(lr=1), 200)) and e.lr == 0.3


def test_values_change_what_the_state_says():
    e = explore(state=ALMOST, lr=0.5)
    assert e.lr == 0.5 and e.epoch == 40 and e.hidden == (4,)


def test_a_state_of_lost_data_is_refused():
    with pytest.raises(LabnetError, match="add data="):
        explore(state=small(data=(POINTS, LABELS)).state)


def test_a_refused_state_changes_nothing():
    e = small()
    e.train(5)
    before = e.state
    with pytest.raises(LabnetError):
        e.state = "lr=1; epoch=many"
    assert e.state == before


def test_over_seeds_are_the_single_runs():
    e = small(data="linear")
    e.train(25)
    seeds = e.over_seeds(30)
    assert seeds.losses.shape == (26, 30) and np.allclose(seeds.losses[:, 0], e.losses)
    e.seed = 29
    assert np.allclose(seeds.losses[:, 29], e.losses)
    assert seeds.solved[29] == (e.accuracy == 1)
    assert "of 30 seeds" in e.band["text"] and e.band["epochs"] == 25


def test_the_band_holds_the_middle_and_what_diverged_is_on_top():
    losses = np.arange(100.0) * np.ones((3, 1))
    losses[2, :10] = np.nan
    seeds = OverSeeds(losses, losses + np.nan, np.arange(100) < 78, "lr 1")
    assert np.allclose(seeds.band[:, 0], [4.95, 49.5, 94.05])
    assert np.allclose(seeds.band[:2, 2], [14.95, 59.5]) and seeds.band[2, 2] == np.inf
    assert repr(seeds).startswith("78 of 100 seeds have every point right after 2 epochs")
    assert "likely 69% to 85%" in repr(seeds) and "; 10 diverged" in repr(seeds)


def test_over_seeds_of_an_untrained_network_chooses_epochs():
    assert small().over_seeds(2).losses.shape == (1001, 2)
    assert small().over_seeds(2, epochs=7).losses.shape == (8, 2)


def test_over_seeds_counts_the_diverged():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", data="linear")
    seeds = e.over_seeds(10, epochs=60)
    lost = 10 - (seeds.losses[-1] < 1e6).sum()
    assert lost > 0 and f"{lost} diverged" in repr(seeds)


@pytest.mark.parametrize("seeds", [0, 2.5, "many"])
def test_only_whole_seeds(seeds):
    with pytest.raises(LabnetError, match="seeds"):
        small().over_seeds(seeds)


def test_hidden_and_locked_controls():
    e = small(hide=["optimizer", "over seeds", "example"], lock=["lr"])
    controls = {control["name"]: control for control in e.controls}
    assert not {"optimizer", "over seeds", "example"} & set(controls)
    assert controls["lr"]["locked"] and not controls["hidden"]["locked"]
    e.lr = 1.0
    assert e.lr == 1.0


@pytest.mark.parametrize("how", ["hide", "lock"])
def test_only_known_controls(how):
    with pytest.raises(LabnetError, match="'over seeds'"):
        small(**{how: ["optimiser"]})


def test_one_name_need_not_be_a_list():
    assert "optimizer" not in [control["name"] for control in small(hide="optimizer").controls]


@pytest.mark.usefixtures("heed_interrupts")
def test_an_interrupt_leaves_weights_and_losses_together(monkeypatch):
    e = small()
    trainer = e.controller.session.trainer
    epoch = trainer.epoch

    def interrupted(lr):
        if e.epoch == 20:
            signal.raise_signal(signal.SIGINT)
        return epoch(lr)

    monkeypatch.setattr(trainer, "epoch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        e.train(1000)
    assert e.epoch == e.picture["epoch"] == 21
    assert np.array_equal(e.losses, after(small(), 21))


def test_only_known_settings():
    with pytest.raises(LabnetError, match="'epochs_per_frame'"):
        explore(learning_rate=3)


def test_an_example_that_the_new_data_lack_is_dropped():
    e = small(data="linear", example=80)
    e.data = "xor"
    assert e.example is None
    with pytest.raises(LabnetError, match="expected 0 to 20"):
        e.example = 21


def test_an_operation_that_a_smaller_network_lacks_gives_way_to_its_last():
    e = small(example=3, stage=9)
    assert e.picture["example"]["stage"]["index"] == 9
    e.hidden = ()
    shown = e.picture["example"]
    assert shown["stage"]["formula"] == shown["stages"][-1] and e.stage == 9


def test_running_is_for_notebooks():
    with pytest.raises(LabnetError, match="train"):
        small().running = True


def test_the_settings_have_their_order_and_groups():
    kinds = {setting.group for setting in settings().values()}
    assert kinds == {"data", "network", "training", "view"}
