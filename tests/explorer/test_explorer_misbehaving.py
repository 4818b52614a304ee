"""Classes that would harm the explorer, the kernel or their own data: what is said of them."""

import sys
import threading

import explorer_networks as networks
import numpy as np
import pytest
from explorer_networks import MyNetwork

from labnet import LabnetError, explore

SMALL = {"hidden": (4,), "activation": "tanh"}


def small(network, **values):
    return explore(network, **SMALL | values)


def acting(method, act, late=0):
    """MyNetwork whose method acts before it does its work, from its call number `late` on."""

    class Acting(MyNetwork):
        calls = 0

        def __init__(self, sizes, activation="sigmoid", rng=None):
            self.before("__init__", sizes)
            super().__init__(sizes, activation, rng)

        def forward(self, x):
            self.before("forward", x)
            return super().forward(x)

        def backward(self, y):
            self.before("backward", y)
            return super().backward(y)

        def step(self, lr):
            self.before("step", lr)
            super().step(lr)

        def before(self, name, given):
            if name == method:
                self.calls += 1
                if self.calls > late:
                    act(given)

    return Acting


# What would end the kernel


def leave(given):
    sys.exit(3)


def interrupt(given):
    raise KeyboardInterrupt


def end(given):
    raise GeneratorExit


LEAVING = {leave: "SystemExit: 3", interrupt: "KeyboardInterrupt", end: "GeneratorExit"}


@pytest.mark.parametrize("act", LEAVING)
@pytest.mark.parametrize("method", ["__init__", "forward", "backward", "step"])
def test_what_would_end_the_kernel_is_an_error_of_the_class(method, act):
    for late in (0, 8) if method != "__init__" else (0,):
        e = small(acting(method, act, late))
        e.train(30)
        assert LEAVING[act] in e.error and "line " in e.error and "Mend it" in e.error
        assert e.epoch < 30 and not e.controller.busy


@pytest.mark.parametrize("act", LEAVING)
def test_over_seeds_too(act):
    e = small(acting("step", act, late=1))
    e.over_seeds(2, epochs=3)
    assert LEAVING[act] in e.error and e.controller.job is None


def test_what_ends_the_kernel_is_told_so():
    assert "would end the whole kernel" in small(acting("forward", leave)).error
    assert "Nobody has interrupted it" in small(acting("forward", interrupt)).error


# Arrays in place


def subtract(v):
    v -= 0.5


def assign(v):
    v[v == 0] = -1


def clip(v):
    np.clip(v, 0, 0.5, out=v)


IN_PLACE = {
    subtract: "v -= 0.5",
    assign: "v[v == 0] = -1",
    clip: "out=v",
    np.ndarray.sort: "act(given)",
    np.random.default_rng(0).shuffle: "act(given)",
}


@pytest.mark.parametrize("act", IN_PLACE)
@pytest.mark.parametrize("method", ["forward", "backward"])
def test_x_and_y_stay_as_they_are(method, act):
    X, y = np.random.default_rng(1).random((30, 2)), np.arange(30.0)[:, None] % 2
    given = X.copy(), y.copy()
    e = small(acting(method, act), data=(X, y))
    assert IN_PLACE[act] in e.error and "read-only" in e.error and "x = x.copy()" in e.error
    assert np.array_equal(X, given[0]) and np.array_equal(y, given[1])
    assert np.array_equal(e.controller.session.X, X)


def test_own_data_may_be_changed_afterwards():
    X, y = np.random.default_rng(1).random((30, 2)), np.arange(30.0)[:, None] % 2
    e = explore(data=(X, y), **SMALL)
    first = e.loss
    X += 1.0
    y[:] = 0.0
    e.rewind()
    assert e.loss == first and X.flags.writeable


# Numbers that are none


def late_return(change):
    class Late(MyNetwork):
        calls = 0

        def forward(self, x):
            self.calls += 1
            return change(super().forward(x)) if self.calls > 30 else super().forward(x)

    return Late


NO_NUMBERS = {
    "NaN": lambda p: p * np.nan,
    "one NaN": lambda p: np.where(p == p.max(), np.nan, p),
    "infinity": lambda p: p + np.inf,
    "minus infinity": lambda p: p - np.inf,
}


@pytest.mark.parametrize("output", ["sigmoid, cross-entropy", "none, squared error"])
@pytest.mark.parametrize("name", NO_NUMBERS)
def test_a_forward_that_returns_no_number_is_named(name, output):
    e = small(late_return(NO_NUMBERS[name]), output=output)
    e.train(60)
    what = "NaN" if "NaN" in name else "infinite numbers"
    assert f"forward returned {what}, though its largest weight is" in e.error
    assert "return change(super().forward(x))" in e.error and "learning rate" not in e.error
    assert 0 < e.epoch < 60 and np.isfinite(e.losses).all()


def test_also_where_its_weights_are_unknown():
    class Late(networks.Bare):
        calls = 0

        def forward(self, x):
            self.calls += 1
            return super().forward(x) * (np.nan if self.calls > 30 else 1)

    e = explore(Late, hidden=(4,))
    e.train(60)
    assert "forward returned NaN, though its last p reached no further than 0." in e.error


def test_a_backward_that_gives_no_number_is_named():
    class Late(MyNetwork):
        calls = 0

        def backward(self, y):
            self.calls += 1
            grads = super().backward(y)
            grads["dW2"] = grads["dW2"] * (np.nan if self.calls > 30 else 1)
            return grads

    e = small(Late)
    e.train(60)
    assert "backward returned NaN in dW2, though its largest weight is" in e.error
    assert e.net.params["W2"].max() < 10


@pytest.mark.parametrize("rate", [1e3, 1e200])
def test_weights_that_ran_away_are_no_fault_of_forward(rate):
    class Plain(MyNetwork):
        """With a linear output."""

        def forward(self, x):
            p = super().forward(x)
            return (
                np.log(p / (1 - p))
                if self.params["W2"].max() < 50
                else self.a[-2] @ self.params["W2"]
            )

    e = small(Plain, lr=rate, output="none, squared error")
    e.train(60)
    assert "Stopped at epoch" in e.error and "smaller learning rate" in e.error
    assert "forward" not in e.error


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda p: p + 0.1j, "complex numbers, such as 0.322+0.1j"),
        (lambda p: p.astype(complex), "complex numbers, such as 0.322+0j"),
        (lambda p: p.astype(object), "an array of object"),
        (lambda p: (p, {}), "tuple"),
    ],
)
def test_what_is_no_array_of_real_numbers_is_told(change, what):
    class Other(MyNetwork):
        def forward(self, x):
            return change(super().forward(x))

    assert f"forward returned {what}" in explore(Other, hidden=(4,)).error


# What cannot be copied


def holding(make):
    class Holding(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng)
            self.held = make()

    return Holding


UNCOPIED = {
    "lock": threading.Lock,
    "condition": threading.Condition,
    "generator": lambda: (k for k in range(3)),
    "module": lambda: np,
    "deep": lambda: [{"lock": threading.RLock()}],
}


@pytest.mark.parametrize("name", UNCOPIED)
def test_a_class_that_cannot_be_copied_trains_all_the_same(name):
    e = small(holding(UNCOPIED[name]), example=3)
    e.train(20)
    losses = e.losses
    assert np.array_equal(losses, trained().losses)
    e.rewind()
    e.train(20)
    assert np.array_equal(e.losses, losses) and e.error == ""
    assert "Holding cannot be copied (it holds self.held)" in repr(e)
    assert e.picture["example"]["stages"]
    assert e.over_seeds(2, epochs=20).losses[-1, 0] == e.loss


def trained():
    e = small(MyNetwork)
    e.train(20)
    return e


def test_an_open_file_is_no_hindrance(tmp_path):
    with (tmp_path / "log").open("w") as log:
        e = small(holding(lambda: log))
        e.train(20)
        assert np.array_equal(e.losses, trained().losses) and "self.held" in repr(e)


@pytest.mark.parametrize("name", UNCOPIED)
def test_an_object_that_cannot_be_copied_is_refused(name):
    with pytest.raises(
        LabnetError, match=r"cannot be copied \(it holds self.held\).*Give the class"
    ):
        explore(holding(UNCOPIED[name])([2, 3, 1]))
    e = explore(lambda: holding(UNCOPIED[name])([2, 3, 1], rng=0))
    e.train(3)
    assert e.epoch == 3 and e.error == ""


# What is said


def complain(text):
    def act(given):
        raise ValueError(text)

    return act


@pytest.mark.parametrize("text", ["x" * 5000, "\n".join(map(str, range(3000))), "word " * 3000])
def test_a_long_error_keeps_its_line_its_end_and_the_advice(text):
    e = small(acting("backward", complain(f"{text} the end")))
    assert e.error.startswith("line ") and "raise ValueError(text)" in e.error
    assert "the end\nMend it" in e.error and "…" in e.error
    assert len(e.error) < 1300 and len(e.error.splitlines()) < 20


def test_an_error_that_cannot_say_what_it_is():
    class MuteError(Exception):
        def __str__(self):
            raise RuntimeError

    def act(given):
        raise MuteError

    assert "raise MuteError" in small(acting("forward", act)).error


def test_after_a_divergence_it_is_said_how_to_go_on():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", data="linear")
    e.train(60)
    told = f"The run has diverged at epoch {e.epoch}: Rewind, and try the learning rate 1."
    for act in (e.step, lambda: e.train(5), lambda: e.controller.set_running(True)):
        e.controller.notice = ""
        act()
        assert e.controller.notice == told and not e.controller.running
    e.rewind()
    e.lr = 0.01
    e.train(5)
    assert e.epoch == 5 and e.error == "" and e.notice == ""


def test_after_a_mistake_it_is_said_too():
    e = small(acting("step", complain("no"), late=9))
    e.train(60)
    e.step()
    assert e.notice == f"The run has stopped at epoch {e.epoch}, for the reason given below. " + (
        "Mend that, or Rewind."
    )


def test_a_mistake_over_seeds_leaves_the_run_alone():
    e = small(acting("step", complain("no"), late=9))
    e.train(5)
    e.over_seeds(2, epochs=30)
    assert "ValueError: no" in e.error
    e.controller.set_running(True)
    assert e.controller.running and e.controller.error == ""


def test_arguments_by_name_alone():
    class Named(MyNetwork):
        def __init__(self, **settings):
            super().__init__(**settings)

    class Keywords(MyNetwork):
        def __init__(self, *, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng)

    for network in (Named, Keywords):
        e = small(network, seed=3)
        assert e.loss == small(MyNetwork, seed=3).loss != small(network, seed=4).loss


def test_a_subclass_that_hands_all_on_has_seeds_and_may_move_at_once():
    class Child(networks.MovesOnceLrIsKnown):
        def __init__(self, *args, **kw):
            super().__init__(*args, **kw)

    e = small(Child, seed=3)
    assert e.loss != small(Child, seed=4).loss and "backward moves the weights" in repr(e)
