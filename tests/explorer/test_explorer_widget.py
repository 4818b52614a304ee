"""The widget between Python and the browser, with a loop and threads but no browser."""

import json
import subprocess
import sys
import threading
from dataclasses import replace
from types import SimpleNamespace

import explorer_networks as networks
import numpy as np
import pytest
from explorer_loop import SMALL, click, in_a_loop, paint, pause, until, viewed

from labnet import LabnetError, circles_data, explore, xor_data
from labnet.explorer.face.picture import thinned, wrong
from labnet.explorer.live import AHEAD
from labnet.explorer.run import chain


@in_a_loop
async def test_run_trains_and_pause_stops():
    async with viewed() as e:
        e.set_state({"running": True})
        await until(lambda: e.epoch > 30)
        e.set_state({"running": False})
        stopped = e.epoch
        await pause()
        assert e.epoch == stopped == e.picture["epoch"]


@in_a_loop
async def test_nobody_looks_so_nothing_is_trained():
    e = explore(**SMALL)
    first = e.frame
    e.running = True
    await until(lambda: e.frame - e.painted >= AHEAD)
    await pause()
    waiting = e.epoch
    await pause()
    assert e.epoch == waiting and e.frame - first <= AHEAD
    paint(e)
    await until(lambda: e.epoch > waiting)
    e.close()


@in_a_loop
async def test_closing_ends_the_training():
    async with viewed() as e:
        e.running = True
        await until(lambda: e.epoch > 10)
        e.close()
        last = e.epoch
        await pause()
        assert e.epoch == last and not e.running


@in_a_loop
async def test_a_new_rate_holds_from_the_next_epoch_of_the_run():
    async with viewed() as e:
        e.running = True
        await until(lambda: e.epoch > 20)
        e.set_state({"lr": 1.0})
        changed = e.epoch
        await until(lambda: e.epoch > changed + 20)
        assert e.running and f"lr=0.3,1@{changed}" in e.state


@in_a_loop
async def test_a_new_network_goes_on_running_from_0():
    async with viewed() as e:
        e.running = True
        await until(lambda: e.epoch > 200)
        e.set_state({"activation": "sigmoid"})
        assert e.epoch < 200 and e.running
        await until(lambda: e.epoch > 20)


@in_a_loop
async def test_messages_from_another_thread():
    async with viewed() as e:
        e.running = True

        def drag():
            for k in range(50):
                e.set_state({"lr": 0.01 * (k + 1)})

        thread = threading.Thread(target=drag)
        thread.start()
        await until(lambda: not thread.is_alive())
        running = e.epoch
        await until(lambda: e.epoch > running)
        assert e.lr == 0.5 and e.controller.session.lr == 0.5 and e.error == ""


@in_a_loop
async def test_the_browser_need_not_wait_for_slow_code_and_the_latest_value_wins():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        e.train(4)
        for lr in (0.5, 0.7, 1.0):
            e.set_state({"lr": lr})
            assert e.epoch < 4 and e.picture["goal"] == 4
        await until(lambda: e.epoch == 4)
        assert e.picture["goal"] is None and e.state.count("lr=1;") == 1


@in_a_loop
async def test_pause_ends_a_retraining():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        e.train(4)
        e.set_state({"lr": 0.5})
        e.set_state({"running": True})
        e.set_state({"running": False})
        stopped = e.epoch
        await pause(0.2)
        assert e.epoch == stopped < 4


@in_a_loop
async def test_closing_ends_a_retraining():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        e.train(4)
        e.set_state({"lr": 0.5})
        assert e.controller.busy
        e.close()
        assert not e.controller.busy and e.epoch < 4


@in_a_loop
async def test_reset_pauses():
    async with viewed() as e:
        e.running = True
        await until(lambda: e.epoch > 10)
        click(e, "reset")
        await pause()
        assert e.epoch == 0 and not e.running


@in_a_loop
async def test_buttons():
    async with viewed() as e:
        click(e, "step")
        assert e.epoch == 1
        click(e, "rewind")
        assert e.epoch == 0
        click(e, "new weights")
        assert e.seed == 1
        click(e, "pin")
        assert len(e.pins) == 1
        click(e, "unpin")
        assert e.pins == []
        click(e, "reset")
        assert e.seed == 0


@in_a_loop
async def test_two_quick_clicks_are_two_steps():
    async with viewed() as e:
        e.set_state({"clicks": e.clicks | {"step": 2}})
        assert e.epoch == 2


@in_a_loop
async def test_over_seeds_goes_on_in_portions_and_ends():
    async with viewed(data="linear") as e:
        e.train(200)
        click(e, "over seeds")
        assert e.band == {} and e.controller.job
        await until(lambda: e.band)
        assert "of 100 seeds" in e.notice and e.band["text"].startswith(
            "lr 0.3, 2-4-1, tanh, linear:"
        )
        assert e.band["epochs"] == 200 == e.epoch


@in_a_loop
async def test_the_button_stops_what_it_has_started():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        click(e, "over seeds")
        await until(lambda: "%" in e.notice)
        click(e, "over seeds")
        assert e.controller.job is None and "stopped before" in e.notice


@in_a_loop
async def test_over_seeds_can_be_stopped():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        click(e, "over seeds")
        await until(lambda: "%" in e.notice)
        e.set_state({"running": True})
        e.set_state({"running": False})
        assert e.controller.job is None and e.band == {}


@in_a_loop
async def test_a_mistake_pauses_and_reset_recovers():
    async with viewed(networks.MyNetwork, activation="sigmoid") as e:
        e.running = True
        await until(lambda: e.epoch > 5)
        e.set_state({"activation": "relu"})
        await until(lambda: not e.running)
        assert "KeyError" in e.error
        e.set_state({"running": True})
        assert not e.running
        click(e, "reset")
        assert e.error == "" and e.activation == "sigmoid"
        e.running = True
        await until(lambda: e.epoch > 5)


@in_a_loop
async def test_divergence_pauses():
    wild = {"lr": 10, "activation": "relu", "init": "he", "output": "none, squared error"}
    async with viewed(**wild, data="linear") as e:
        e.running = True
        await until(lambda: not e.running)
        assert "Stopped at epoch" in e.error


@in_a_loop
async def test_a_full_run_pauses_and_says_so():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("labnet.explorer.run.state.MOST_EPOCHS", 40)
        await run_to_the_end()


async def run_to_the_end():
    async with viewed() as e:
        e.running = True
        await until(lambda: not e.running)
        click(e, "step")
        assert e.epoch == 40 and "40 epochs are the most" in e.notice
        click(e, "rewind")
        e.running = True
        await until(lambda: e.epoch > 5)


@in_a_loop
async def test_what_the_browser_may_not_set_is_refused_and_told():
    async with viewed() as e:
        before = e.state
        e.set_state({"lr": -1})
        assert "expected a positive number" in e.notice and e.lr == 0.3
        e.set_state({"hidden": [99]})
        assert "1 to 20" in e.notice and e.hidden == (4,)
        for _ in range(5):
            click(e, "pin")
        assert "unpin" in e.notice
        assert e.state.split(" | ")[0] == before


def test_a_refused_value_is_taken_back_in_the_browser(monkeypatch):
    e, browser = explore(**SMALL), {"lr": -1, "hidden": [99]}
    monkeypatch.setattr(e.comm, "send", lambda data, buffers: browser.update(data["state"]))
    e.set_state(dict(browser))
    assert (browser["lr"], browser["hidden"]) == (0.3, (4,))


@in_a_loop
async def test_python_waits_for_what_it_asks():
    async with viewed(networks.Slow, activation="sigmoid") as e:
        e.train(3)
        e.lr = 0.7
        assert e.epoch == 3


@in_a_loop
async def test_two_explorers_do_not_disturb_each_other():
    async with viewed() as first, viewed() as second:
        first.running = second.running = True
        await until(lambda: first.epoch > 20 and second.epoch > 20)
        first.running = False
        first.rewind()
        going = second.epoch
        await until(lambda: second.epoch > going)
        assert first.epoch == 0


def test_a_picture_can_be_sent():
    e = explore(**SMALL)
    for changes in ({"example": 3}, {"show_network": False}, {"output": "none, squared error"}):
        e = explore(**SMALL, **changes)
        json.dumps(e.picture, default=len, allow_nan=False)  # bytes go beside the text


def test_a_diverged_picture_can_be_sent():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", example=3)
    e.train(100)
    assert e.error
    json.dumps(e.picture, default=len, allow_nan=False)


def test_picture_of_a_network():
    e = explore(hidden=(3, 2))
    built, net = e.scene["net"], e.picture["net"]
    assert built["sizes"] == [2, 3, 2, 1] and len(net["maps"]) == 5 * built["map_side"] ** 2
    W, dW = (np.frombuffer(net[name], "f4") for name in ("W", "dW"))
    assert np.array_equal(W, e.net.theta.astype("f4")) and W.shape == dW.shape
    heat = np.frombuffer(e.picture["heat"], np.uint8).reshape(50, 50)
    corner = e.net.predict(np.array([[-0.05, -0.05]])).item()
    assert abs(heat[0, 0] / 255 - corner) < 1 / 255


def test_every_array_of_the_picture_finds_its_numbers():
    e = explore(hidden=(3, 2), activation="sigmoid")
    e.train(20)
    net, linears = e.picture["net"], [linear for linear, _ in chain.blocks(e.net)]
    W, maps = np.frombuffer(net["W"], "f4"), np.frombuffer(net["maps"], np.uint8)
    corners = maps.reshape(5, -1)[:, 0] / 255
    units = chain.activations(e.net, np.array([[-0.05, -0.05]]))
    for array in e.scene["net"]["arrays"]:
        kind, k, columns = array["kind"], array["k"], array["columns"]
        if kind in "Wb":
            end = array["start"] + array["rows"] * columns
            own = getattr(linears[k - 1], kind)
            assert np.array_equal(W[array["start"] : end], own.ravel().astype("f4"))
        elif array.get("inner"):
            shown = corners[array["first"] : array["first"] + columns]
            assert np.allclose(shown, units[k - 1], rtol=0, atol=1 / 255)


def test_gradients_in_the_picture_are_those_of_the_weights_shown():
    e = explore(**SMALL)
    e.train(20)
    shown = np.frombuffer(e.picture["net"]["dW"], "f4")
    e.controller.session.trainer.measure()
    assert np.array_equal(shown, e.controller.session.trainer.gradients().astype("f4"))


def test_slow_code_gets_a_coarser_map():
    e = explore(networks.Slow, hidden=(4,))
    assert e.picture["side"] == 50
    e.train(1)
    e.train(1)
    assert 10 <= e.picture["side"] < 50
    assert len(e.picture["heat"]) == e.picture["side"] ** 2


def test_old_news_are_gone_when_the_training_goes_on():
    e = explore(**SMALL)
    for act in (lambda: e.train(1), lambda: setattr(e, "show", "gradients")):
        e.rewind()
        assert e.notice
        act()
        assert e.notice == ""


def test_a_thinned_zigzag_is_still_one():
    for n in (239, 240, 500, 1000, 5001):
        losses = np.frombuffer(thinned(np.arange(n) % 2.0, 0.5)["losses"], np.float32)[:-1]
        assert (np.abs(np.diff(losses)) == 1).all() and 80 < len(losses) < 250


def test_long_curves_are_thinned_and_end_at_the_present_epoch():
    e = explore(**SMALL)
    e.train(1000)
    losses = np.frombuffer(e.picture["losses"], "f4")
    assert len(losses) < 250 and losses[-1] == np.float32(e.loss)
    assert losses[1] == np.float32(e.losses[e.picture["every"]])


def test_the_words_say_what_is_shown():
    e = explore(**SMALL, lr=0.5, seed=3)
    e.train(7)
    words = "xor data; network 2-4-1, tanh; gradient descent with lr 0.5; seed 3; epoch 7, loss "
    assert repr(e).startswith(words) and f"accuracy {e.accuracy:.4f}" in repr(e)


def test_the_words_name_what_is_unusual():
    e = explore(hidden=(), output="none, squared error", noise=0.1, optimizer="adam")
    words = "xor data; network 2-1; adam with lr 0.3; seed 0; noise 0.1; none, squared error; epoch"
    assert repr(e).startswith(words)
    assert repr(explore(networks.MyNetwork, **SMALL)).startswith(
        "xor data; MyNetwork 2-4-1, tanh; lr"
    )
    assert repr(explore(networks.MyNetwork([2, 1]))).startswith(
        "xor data; MyNetwork; lr 0.3; epoch"
    )


def test_display_gives_a_still_picture_and_words(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, **_: shown.append(data))
    e = explore(**SMALL)
    e._ipython_display_()
    still, note, live = shown
    assert still["image/png"].startswith("iVBOR") and "still picture" in still["text/plain"]
    assert note["text/plain"] in note["text/html"]
    assert live["text/plain"] == repr(e) and "application/vnd.jupyter.widget-view+json" in live


def test_a_refused_value_leaves_the_old_one():
    e = explore(**SMALL)
    with pytest.raises(LabnetError):
        e.lr = "fast"
    assert e.lr == 0.3 and e.controller.values["lr"] == 0.3


def test_labnet_brings_the_explorer_only_when_asked():
    heavy = "{'anywidget', 'ipywidgets'} & set(sys.modules)"
    code = f"import labnet, sys; assert not {heavy}; labnet.explore; assert {heavy}"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_setting_that_does_not_exist_is_refused():
    e = explore(**SMALL)
    with pytest.raises(LabnetError, match="learning_rate.*expected one of .*'lr'"):
        e.learning_rate = 3
    assert not hasattr(e, "learning_rate")


def test_labnet_brings_little_beside_numpy():
    slow = "{'numpy.ma', 'pathlib', 'sysconfig', 'traceback', 'tqdm', 'zipfile'}"
    code = (
        "import numpy, sys; before = set(sys.modules); import labnet; "
        f"assert not {slow} & set(sys.modules) - before"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_all_curves_fit_on_the_axes():
    e = explore(**SMALL)
    e.train(300)
    e.pin()
    e.over_seeds(5, epochs=200)
    e.rewind()
    known = e.controller
    known.pins = [replace(known.pins[0], losses=known.pins[0].losses + 5)]
    assert ends(e) == [300, 1.05 * known.pins[0].losses.max()]
    known.pins = []
    assert ends(e) == [200, 1.05 * max(e.loss, known.seeds.band.max())]
    known.seeds = replace(known.seeds, losses=known.seeds.losses + 9)
    assert ends(e) == [200, 1.05 * known.seeds.band.max()]
    e.reset()
    assert ends(e) == [1, 1.05 * e.loss]


def ends(e):
    """Where the axes of the losses end."""
    e._present()
    return [axis["range"][1] for axis in e.picture["loss_axes"]]


def test_the_border_is_where_p_is_one_half():
    e = explore(**SMALL)
    e.train(600)
    places = 1.1 * np.frombuffer(e.picture["border"], "f4").reshape(-1, 2) - 0.05
    places = places[~np.isnan(places[:, 0])]
    assert len(places) > 20 and np.abs(e.net.predict(places) - 0.5).max() < 0.1
    e.output = "none, squared error"
    e.rewind()
    e.net.theta[...] = 0.0
    e._present()
    assert e.picture["border"] == b""


@pytest.mark.parametrize("without", [["network", "example", "over seeds", "optimizer"], []])
def test_the_page_has_what_is_offered(without):
    page = explore(**SMALL, hide=without, lock=["lr", "pin"]).page
    assert page.count("learning rate (locked)") == 1 and "Pin (locked)</button>" in page
    assert page.count('disabled aria-description="(locked)"') == 2
    for name in ("over seeds", "optimizer"):
        assert (f'"{name}"' in page) == (not without)
    assert ('aria-label="example"' in page) == (not without)
    assert "$" not in page and page.count("units in layer") == 6


def test_a_hidden_network_is_not_sent():
    for e in (explore(**SMALL, hide="network"), explore(**SMALL, show_network=False)):
        assert e.scene["net"] is e.picture["net"] is None


def sent_by(e, act):
    """The traits that the browser is sent, in one message or several."""
    sent = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(e.comm, "send", lambda data, buffers: sent.extend(data["state"]))
        act()
    return sent


@pytest.mark.parametrize(
    ("name", "value"),
    [("data", "circles"), ("noise", 0.1), ("hidden", (3,)), ("show_network", False)],
)
def test_the_scene_is_sent_only_when_it_changes(name, value):
    e = explore(**SMALL)
    assert "scene" in sent_by(e, lambda: setattr(e, name, value))
    trained = sent_by(e, e.step)
    assert "picture" in trained and "scene" not in trained


@pytest.mark.parametrize("sizes", [(1.0, 1.0), (1e6, 1e-6), (1e90, 1e-60)])
def test_the_points_lie_in_the_box_whatever_their_size(sizes):
    X, y = xor_data()
    for moved in (0.0, 1e3):
        e = explore(data=((X + moved) * sizes, y), **SMALL)
        places = np.frombuffer(e.scene["places"], "f4").reshape(-1, 2)
        assert np.allclose(np.ptp(places, axis=0), 1 / 1.1, atol=1e-6)
        assert np.allclose(places, (X + 0.05) / 1.1, atol=1e-6)


@pytest.mark.parametrize(
    ("p", "marked"),
    [(-0.3, [0, 1]), (-1e9, [0, 1]), (0.5, [0, 1]), (0.500001, [1, 0]), (np.inf, [1, 0])],
)
def test_every_wrong_point_is_marked(p, marked):
    seen = SimpleNamespace(p=np.full((2, 1), p), y=np.array([[0.0], [1.0]]))
    assert wrong(seen).tolist() == marked


def test_where_p_is_unknown_no_point_is_marked():
    y = np.array([[0.0], [1.0], [1.0]])
    seen = SimpleNamespace(p=np.array([[np.nan], [np.nan], [0.1]]), y=y)
    assert wrong(seen).tolist() == [0, 0, 1]


def test_wrong_points_are_marked_where_p_is_below_0():
    e = explore(hidden=(), output="none, squared error")
    e.net.theta[...] = 0.0, 0.0, -1.0
    session = e.controller.session
    session.measure()
    e._present()
    assert (session.p == -1).all()
    assert np.array_equal(np.frombuffer(e.picture["wrong"], np.uint8), session.y.ravel())


def test_ten_thousand_points_do_not_weigh_on_a_frame():
    X, y = circles_data(10_000, np.random.default_rng(0))
    e = explore(data=(X, y), **SMALL)
    assert len(e.scene["places"]) == 80_000 and len(e.scene["y"]) == 10_000
    weights = [len(value) for value in e.picture.values() if isinstance(value, bytes)]
    assert sum(weights) < 20_000
