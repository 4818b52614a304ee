"""What a student's class may do to a real kernel while the explorer runs, and a real SIGINT.

The explorer runs between two cells, in a task of the kernel; each test looks at it from a cell.
"""

import time

import pytest
from kernel_driver import started

pytestmark = pytest.mark.slow
WAIT = 20  # seconds at most until something has happened

PREPARE = """
import asyncio, signal, sys, time, warnings
import numpy as np
from explorer_networks import MyNetwork
from labnet import explore

kept = 42

def opened(*args, **values):
    "An explorer whose every frame is painted at once, as if somebody looked at it."
    e = explore(*args, **{"hidden": (4,), "activation": "tanh"} | values)
    e.observe(lambda change: e._handle_custom_msg({"painted": e.picture["frame"]}, []), "picture")
    return e

class Breaks(MyNetwork):
    def forward(self, x):
        return self.at("forward", x, super().forward(x))

    def backward(self, y):
        return self.at("backward", y, super().backward(y))

    def step(self, lr):
        self.at("step", X, super().step(lr))
        Breaks.steps += 1

    def at(self, method, x, result):
        if Breaks.broken == method and Breaks.steps > 20 and len(x) in (21, Breaks.n):
            Breaks.act()
        return result

X = np.zeros((21, 2))
print("ready")
"""
RUN = """
Breaks.steps, Breaks.broken, Breaks.n, Breaks.act = 0, {method!r}, {n}, staticmethod(act)
e = opened(Breaks)
e.running = True
"""
ACTS = {
    "sys.exit(3)": "SystemExit: 3",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "raise SystemExit": "SystemExit",
    "raise GeneratorExit": "GeneratorExit",
}
LOOP = "while True: pass"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    made = started(tmp_path_factory.mktemp("kernel"))
    assert made.run(PREPARE) == ("ready\n", "")
    yield made
    assert made.run("print(kept, signal.getsignal(signal.SIGINT))")[0].startswith("42 <")
    made.close()


def until(kernel, condition):
    """Ask until it holds; the explorer runs between the cells that ask."""
    end = time.monotonic() + WAIT
    while kernel.run(f"print(bool({condition}))") != ("True\n", ""):
        assert time.monotonic() < end, kernel.run("print(e.epoch, e.running, e.error, e.notice)")
        time.sleep(0.1)


def running(kernel, act, method="step", n=21):
    told, error = kernel.run(f"def act():\n    {act}\n" + RUN.format(method=method, n=n))
    assert (told, error) == ("", "")


def presses(kernel, times):
    for _ in range(times):
        kernel.manager.interrupt_kernel()
        time.sleep(0.3)


IGNORED = "signal.SIG_IGN"


def handler_is_put_back(kernel):
    """As the kernel has it between two cells."""
    code = "async def see():\n    seen.append(signal.getsignal(signal.SIGINT))\n"
    kernel.run(f"seen = []\n{code}\n_ = asyncio.get_running_loop().create_task(see())")
    until(kernel, "seen")
    assert kernel.run(f"print(seen == [{IGNORED}])") == ("True\n", "")


@pytest.mark.parametrize("method", ["forward", "backward", "step"])
@pytest.mark.parametrize("act", ACTS)
def test_what_would_end_the_kernel_pauses_the_run(kernel, act, method):
    running(kernel, act, method)
    until(kernel, "e.error")
    told, _ = kernel.run("print(e.running, e.controller.busy, e.error)")
    assert told.startswith("False False line") and act in told and ACTS[act] in told
    assert kernel.run("print(kept)") == ("42\n", "")


def test_also_for_the_map(kernel):
    running(kernel, "sys.exit(3)", "forward", 2500)
    until(kernel, "e.error")
    assert "SystemExit: 3" in kernel.run("print(e.error)")[0]


def test_also_over_seeds(kernel):
    running(kernel, "sys.exit(3)")
    until(kernel, "e.error")
    kernel.run("e.rewind()\ne.set_state({'clicks': e.clicks | {'over seeds': 1}})")
    until(kernel, "e.error")
    assert "SystemExit: 3" in kernel.run("print(e.error, kept)")[0]


def test_one_press_stops_a_run(kernel):
    running(kernel, "pass")
    until(kernel, "e.epoch > 100")
    presses(kernel, 1)
    until(kernel, "not e.running")
    told, _ = kernel.run("print(e.notice, '|', e.error)")
    assert told.startswith("Interrupted after epoch ") and told.endswith("| \n")
    handler_is_put_back(kernel)
    kernel.run("before = e.epoch\ne.running = True")
    until(kernel, "e.epoch > before")
    kernel.run("e.running = False")


def test_one_press_stops_all_that_run(kernel):
    running(kernel, "pass")
    kernel.run("other = opened()\nother.running = True")
    until(kernel, "other.epoch > 100")
    presses(kernel, 1)
    until(kernel, "not (e.running or other.running)")
    handler_is_put_back(kernel)


def test_one_press_stops_after_a_step_that_takes_long(kernel):
    running(kernel, "time.sleep(1.5)")  # the copy that is looked at takes a step too
    time.sleep(1.5)
    presses(kernel, 1)
    until(kernel, "not e.running")
    told, _ = kernel.run("print(e.epoch == Breaks.steps - 1, e.error == '', e.notice)")
    assert told.startswith("True True Interrupted after epoch")
    handler_is_put_back(kernel)


@pytest.mark.parametrize("method", ["forward", "backward", "step"])
def test_two_presses_end_an_endless_loop(kernel, method):
    running(kernel, LOOP, method)
    time.sleep(1.5)
    presses(kernel, 2)
    until(kernel, "not e.running")
    told, _ = kernel.run("print(e.error)")
    assert LOOP in told and "You interrupted it here" in told and "Rewind" in told
    assert kernel.run("print(kept)") == ("42\n", "")
    handler_is_put_back(kernel)


def test_two_presses_end_an_endless_loop_in_a_job(kernel):
    running(kernel, "pass")
    kernel.run("e.running = False")
    kernel.run(f"def act():\n    {LOOP}\n")
    kernel.run("Breaks.act = staticmethod(act)\ne.clicks = e.clicks | {'over seeds': 1}")
    time.sleep(1.5)
    presses(kernel, 2)
    until(kernel, "not e.controller.job")
    assert LOOP in kernel.run("print(e.error)")[0]


def test_what_is_printed_and_warned_is_kept(kernel):
    running(kernel, "print('spoken', file=sys.stderr); warnings.warn(f'minded {Breaks.steps}')")
    until(kernel, "'spoken' in e.printed and 'UserWarning: minded' in e.printed")
    kernel.run("e.running = False")


def test_weights_changed_in_a_cell_are_shown_at_its_end(kernel):
    kernel.run("e = opened()\ne.train(5)")
    kernel.run("e.net.theta[...] = 0")
    told = kernel.run("print(e.picture['loss'], e.notice)")[0]
    assert told.startswith("0.693147") and "changed in Python" in told


def test_a_long_state_blocks_no_cell(kernel):
    kernel.run("e = opened()")
    start = time.monotonic()
    kernel.run("e.state = 'hidden=4; epoch=200000'")
    assert kernel.run("print(e.epoch < e.controller.goal, e.picture['figures']['goal'])") == (
        "True of 200000\n",
        "",
    )
    assert time.monotonic() - start < WAIT / 2
    kernel.run("before = e.epoch")
    until(kernel, "e.epoch > before")
    presses(kernel, 1)
    until(kernel, "not e.controller.busy")
    handler_is_put_back(kernel)


def test_an_interrupt_of_a_cell_is_raised_there(kernel):
    running(kernel, "pass")
    kernel.run("e.running = False")
    told, error = kernel.run("print('begun', flush=True)\ne.train(10**6 - e.epoch)", after=0.5)
    assert error == "KeyboardInterrupt"
    told, _ = kernel.run("print(e.error == '', e.controller.busy, e.epoch < 10**6, e.notice)")
    assert told.startswith("True False True Interrupted after epoch")


def test_what_a_class_raises_in_a_cell_is_not_the_users(kernel):
    running(kernel, "raise KeyboardInterrupt")
    until(kernel, "e.error")
    told, error = kernel.run("e.rewind()\ne.train(100)\nprint(e.error)")
    assert error == "" and "Nobody has interrupted it" in told
