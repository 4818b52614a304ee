"""What happens between two cells: long states, what a class prints, a press of Interrupt."""

import signal
import sys
import threading
import time

import numpy as np
import pytest
from explorer_loop import SMALL, click, in_a_loop, pause, until, viewed
from explorer_networks import MyNetwork, Slow

from labnet import LabnetError, explore
from labnet.explorer.run.printed import LINES, WIDEST, Printed
from labnet.support import interrupts

LONG = "lr=0.3,0.1@40; hidden=4; activation=tanh; epoch=90"
PINNED = f"{LONG} | lr=1; epoch=50 | lr=2,0.5@20; seed=3; epoch=70"


class Unhurried(MyNetwork):
    def step(self, lr):
        time.sleep(0.002)
        super().step(lr)


@pytest.fixture
def impatient(monkeypatch):
    """Python waits for one portion only."""
    monkeypatch.setattr("labnet.explorer.widget.PATIENCE", 0.0)


def at_once(text, network=None):
    e = explore(network, state=text)
    e._do(e.controller.complete)
    return e


# A state that takes long


@pytest.mark.usefixtures("impatient")
def test_a_long_state_is_trained_in_portions_and_its_goal_is_shown():
    @in_a_loop
    async def test():
        async with viewed(Unhurried) as e:
            e.state = LONG
            assert e.epoch < 90 and e.picture["goal"] == 90
            assert e.picture["figures"]["goal"] == "of 90"
            await until(lambda: e.epoch == 90)
            assert np.array_equal(e.losses, at_once(LONG, MyNetwork).losses)
            assert e.lr == 0.1 and e.picture["goal"] is None and not e.controller.busy

    test()


@pytest.mark.usefixtures("impatient")
def test_its_text_is_the_same_at_every_moment():
    @in_a_loop
    async def test():
        whole = at_once(PINNED, MyNetwork).state
        async with viewed(Unhurried) as e:
            e.state = PINNED
            seen = {e.state}
            assert e.epoch < 90 and e.pins == []
            while e.controller.busy:
                seen.add(e.state)
                await pause(0.01)
            assert seen == {whole} == {e.state}
            expected = at_once(PINNED, MyNetwork)
            assert e.pins == expected.pins and np.array_equal(e.losses, expected.losses)

    test()


@pytest.mark.usefixtures("impatient")
def test_opening_with_a_long_state_too():
    @in_a_loop
    async def test():
        async with viewed(Unhurried, state=PINNED) as e:
            assert e.epoch < 90
            await until(lambda: len(e.pins) == 2)
            assert e.epoch == 90 and not e.controller.busy

    test()


@pytest.mark.usefixtures("impatient")
def test_python_goes_on_from_the_end_of_what_is_to_come():
    @in_a_loop
    async def test():
        for act in (lambda e: e.train(5), lambda e: e.pin()):
            async with viewed(Unhurried) as e:
                e.state = PINNED
                act(e)
                assert e.epoch in (90, 95) and len(e.pins) >= 2 and not e.controller.goal
            async with viewed(Unhurried) as e:
                e.state = LONG
                e.lr = 0.7
                assert e.epoch == 90

    test()


@pytest.mark.usefixtures("impatient")
def test_what_is_to_come_can_be_stopped():
    @in_a_loop
    async def test():
        async with viewed(Unhurried) as e:
            e.state = PINNED
            click(e, "unpin")
            e.set_state({"running": True})
            e.set_state({"running": False})
            stopped = e.epoch
            await pause()
            assert e.epoch == stopped < 90 and e.pins == [] and f"epoch={stopped}" in e.state
            assert "|" not in e.state

    test()


def test_without_a_loop_it_is_done_at_once():
    e = explore(**SMALL)
    e.state = PINNED
    assert e.epoch == 90 and len(e.pins) == 2 and not e.controller.busy


BAD = (
    "lr=1 | lr=1; example=21",
    "lr=1 | lr=2 | data=linear; example=100",
    "lr=1; epoch=5 | lr=1; stage=999",
    "lr=1; seed=4; seed=4",
    "epoch=3 | epoch=4; epoch=5",
    "lr=1 | lr=0",
    "lr=1 | batch=-1",
    "lr=1 | weights=given",
    "lr=1 | weights=changed",
    "lr=1 | data=yours",
    "lr=1 | hidden=99",
    "lr=1_0",
    "seed=1_0",
    "lr=1 | epoch=1000001",
    "lr=1 | lr=1 | lr=1 | lr=1 | lr=1 | lr=1",
)


TIMED = ("frame", "side", "heat", "border")  # the map is as fine as time allows


@pytest.mark.parametrize("text", BAD)
def test_a_bad_state_changes_nothing(text):
    e = explore(**SMALL)
    e.train(5)
    e.pin()
    e.over_seeds(2)
    e.controller.running = True
    before, picture, pins, band = e.state, e.picture, e.pins, e.band
    with pytest.raises(LabnetError) as error:
        e.state = text
    assert len(str(error.value)) < 400
    assert e.state == before and e.pins == pins and e.band == band and e.controller.running
    same = {name: value for name, value in e.picture.items() if name not in TIMED}
    assert same == {name: picture[name] for name in same}


NAMED = {
    "stage=999": "stage is 999; expected 0 to 99",
    "example=500": "example is 500; expected 0 to 20, or None",
    "lr=1; lr=2": "The state has lr twice, as '1' and '2'",
    "epoch=1; epoch=1": "The state has epoch twice",
    "epoch=1000001": "epoch is '1000001'; expected 0 to 1000000",
    "lr=0": "lr is 0, so no step would change a weight; expected a positive number",
}


@pytest.mark.parametrize("text", NAMED)
def test_what_is_refused_and_what_is_allowed_is_named(text):
    with pytest.raises(LabnetError, match=NAMED[text].replace("(", r"\(")):
        explore(state=text)


VALUES = {"stage": 999, "example": 500, "lr": 0, "seed": -1, "hidden": (0,), "data": "moons"}


@pytest.mark.parametrize("name", VALUES)
def test_a_bad_value_changes_nothing(name):
    e = explore(**SMALL, example=2)
    e.train(5)
    e.pin()
    before, picture, pins = e.state, e.picture, e.pins
    with pytest.raises(LabnetError):
        setattr(e, name, VALUES[name])
    with pytest.raises(LabnetError):
        explore(**{name: VALUES[name]})
    assert e.state == before and e.picture is picture and e.pins == pins


# What is printed


class Talks(MyNetwork):
    def forward(self, x):
        print("out", len(x))
        print("err", file=sys.stderr)
        return super().forward(x)

    def step(self, lr):
        print("step")
        super().step(lr)


def test_what_a_class_prints_between_cells_is_kept(capsys):
    @in_a_loop
    async def test():
        async with viewed(Talks) as e:
            e.train(1)
            told = capsys.readouterr()
            assert "out 21" in told.out and "step" in told.out and "err" in told.err
            assert e.printed == ""
            e.running = True
            await until(lambda: "step" in e.printed and "out 21" in e.printed)
            assert "err" in e.printed and len(e.printed.splitlines()) <= LINES
            e.running = False
            await pause()
            capsys.readouterr()
            e.set_state({"lr": 0.5})
            click(e, "step")
            assert "out" in e.printed and capsys.readouterr() == ("", "")
            assert sys.stdout is not e.heard

    test()


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_the_last_lines_are_kept_and_long_ones_cut(ending):
    heard = Printed()
    for number in range(500):
        heard.write(f"{number}{ending}")
    assert heard.text.split("\n") == [str(number) for number in range(490, 500)]
    heard.write("x" * 10**6)
    heard.write("y" * 10**6 + ending)
    *others, last = heard.text.split("\n")
    assert others[-1] == "499" and last == "x" * WIDEST + "…"
    heard.write("\n".join(map(str, range(10**5))))
    assert heard.text.split("\n")[-1] == "99999" and len(heard.text) < LINES * (WIDEST + 2)


def test_a_line_may_come_in_pieces():
    heard = Printed()
    print("a", 1, end="", file=heard)
    assert heard.text == "a 1"
    print("b\n\nc", file=heard)
    assert heard.text == "a 1b\nc"
    with pytest.raises(TypeError):
        heard.write(3)


def test_what_other_threads_print_goes_where_it_went(capsys):
    heard = Printed()
    with heard.caught():
        print("here")
        thread = threading.Thread(target=print, args=("there",))
        thread.start()
        thread.join()
    assert heard.text == "here" and capsys.readouterr().out == "there\n"


# A press of Interrupt where the kernel ignores it


@pytest.fixture
def ignored():
    """As in a kernel, between two cells."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN and interrupts.LISTENING == []
    signal.signal(signal.SIGINT, before)


def press():
    signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("ignored")
def test_a_press_ends_the_run_and_raises_nothing():
    @in_a_loop
    async def test():
        async with viewed() as e, viewed() as other:
            e.running = other.running = True
            await until(lambda: e.epoch > 20 and other.epoch > 20)
            press()
            await until(lambda: not (e.running or other.running))
            assert e.notice == f"Interrupted after epoch {e.epoch:,}. Run goes on."
            await pause(0.05)
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            press()  # is ignored again

    test()


class Presses(MyNetwork):
    """Its step presses Interrupt, once or twice."""

    times, steps = 1, 0

    def step(self, lr):
        super().step(lr)
        Presses.steps += 1
        if Presses.steps == 10:
            for _ in range(self.times):
                press()


@pytest.mark.usefixtures("ignored")
@pytest.mark.parametrize("times", [1, 2])
def test_a_press_within_a_step(times):
    @in_a_loop
    async def test():
        Presses.times, Presses.steps = times, 0
        async with viewed(Presses) as e:
            e.running = True
            await until(lambda: Presses.steps >= 10 and not e.running)
            assert ("raise_signal" in e.error) == (times == 2)
            assert e.epoch == Presses.steps - times  # the copy that is looked at takes one too

    test()


@pytest.mark.usefixtures("ignored")
def test_a_press_ends_what_a_state_asks_for_and_a_job():
    @in_a_loop
    async def test():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("labnet.explorer.widget.PATIENCE", 0.0)
            async with viewed(Unhurried) as e:
                e.state = PINNED
                await pause(0.05)
                press()
                await until(lambda: not e.controller.busy)
                assert e.epoch < 90 and "Pinned runs not brought back: 2" in e.notice
            async with viewed(Slow) as e:
                click(e, "over seeds")
                await until(lambda: "%" in e.notice)
                press()
                await until(lambda: not e.controller.busy)
                assert e.notice == "Over seeds: stopped before it was done."

    test()


def test_elsewhere_than_on_the_main_thread_nothing_is_taken_over():
    seen, before = [], signal.signal(signal.SIGINT, signal.SIG_IGN)

    def listen():
        with interrupts.heard_between_cells() as asked:
            seen.append((signal.getsignal(signal.SIGINT), list(asked)))

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    signal.signal(signal.SIGINT, before)
    assert seen == [(signal.SIG_IGN, [])]


@pytest.mark.usefixtures("heed_interrupts")
def test_a_stuck_class_is_not_called_again():
    class Stuck(MyNetwork):
        calls = 0

        def forward(self, x):
            self.calls += 1
            if self.calls > 30:
                press()
                press()
            return super().forward(x)

    e = explore(Stuck, **SMALL)
    with pytest.raises(KeyboardInterrupt):
        e.train(100)
    calls = e.net.calls
    assert "You interrupted it here" in e.error and "raise_signal" in e.error
    e.show, e.example = "gradients", 3
    e.train(3)
    assert e.net.calls == calls and set(e.picture["heat"]) == {127}
    e.rewind()
    assert e.error == "" and e.epoch == 0


@pytest.mark.usefixtures("heed_interrupts")
def test_a_press_while_it_is_opened_is_raised():
    class Presses(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            press()
            super().__init__(sizes, activation, rng)

    with pytest.raises(KeyboardInterrupt):
        explore(Presses, **SMALL)
