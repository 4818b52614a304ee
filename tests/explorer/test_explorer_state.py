"""The explorer's settings and its state: what is written can be read, and nothing else passes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labnet import LabnetError
from labnet.explorer.run import state
from labnet.explorer.run.edits import FARTHEST, Edit
from labnet.explorer.run.entry import parse
from labnet.explorer.run.setting_kinds import MOST_LAYERS, MOST_UNITS
from labnet.explorer.run.settings import settings

TABLE = settings()
GOOD = {
    "data": ["linear", "spiral"],
    "noise": [0, 0.05, 1],
    "held_out": [0, 0.25, 0.8],
    "points": [[], [(0.1, 0.9, 1)], [[-1e-9, 999.96, 0], [0.123456, -0.0, 1]], [(1, 2, 0)] * 100],
    "decay": [0, 1e-4, 20],
    "lr": [0.1, 3, 1e-9, 123456.75],
    "hidden": [[], [4], (1, 20, 3)],
    "activation": ["none", "leaky relu"],
    "output": ["none, squared error", "sigmoid, half the squared error"],
    "init": ["positive"],
    "seed": [0, 12],
    "optimizer": ["adam"],
    "batch": [0, 3],
    "epochs_per_frame": [1, 7],
    "retrain": [False],
    "show": ["gradients"],
    "log_loss": [True],
    "show_network": [False],
    "size": ["large", "small"],
    "example": [None, 3],
    "stage": [0, 17],
    "entry": [None, "W2[3, 5]", " b1[0,2] ", "a1[ :, 3]"],
    "panel": ["loss", "weight", "example", "hidden space"],
    "bend": [0, 0.35, 1],
    "space": [None, (2, 0, 1), [1, 3, 2]],
}
BAD = {
    "data": ["moons", 3, None],
    "noise": [-0.1, 1.5, "much", float("nan")],
    "held_out": [-0.1, 0.81, "some", None, float("nan")],
    "points": [3, None, "points", [3], [(1, 2)], [(1, 2, 3)], [(1, 2, 0.5)], [(1, "2", 0)]]
    + [[(float("nan"), 2, 0)], [(2, float("inf"), 0)], [(1001, 0, 0)], [(1, 2, True)]]
    + [[(1, 2, 0)] * 201, [[(1, 2, 0)]], [(0.1, 0.2, 0), (0.3, "1" * 5000, 1)]],
    "decay": [-1e-9, "much", None, float("inf")],
    "lr": [0, -1, "fast", float("inf"), True, [0.1, 0.2]],
    "hidden": [5, [0], [21], [1, 1, 1, 1], [2.5], "10", [True], None],
    "activation": ["softmax", ["tanh"]],
    "output": ["sigmoid"],
    "init": ["large"],
    "seed": [-1, 0.5, True],
    "optimizer": ["sgd"],
    "batch": [-1, "all"],
    "epochs_per_frame": [0, 1.5],
    "retrain": ["yes", 1],
    "show": ["deltas"],
    "log_loss": [None],
    "show_network": [0],
    "size": ["huge", 2],
    "example": [-1, "first"],
    "stage": [-1, None],
    "entry": [
        "W2",
        "W2[3]",
        "a1[0, 3]",
        "W1[:, 3]",
        "p[0, 0]",
        3,
        "W2[-1, 5]",
        "W²[0, 0]",
        "W" * 99,
    ],
    "panel": ["weights", None],
    "bend": [-0.1, 1.1, "half", None],
    "space": [(2, 0), (0, 0, 1), (1, 2, 2), "2,0,1", (1, -1, 0), (1.0, 0, 1)],
}
HOSTILE = {
    "no value": "lr",
    "unknown name": "__class__=3",
    "no number": "lr=__import__('os')",
    "endless": "epoch=999999999999999999",
    "negative": "epoch=-1",
    "other digits": "epoch=²",
    "infinite": "lr=inf",
    "later first": "lr=1@500",
    "disorder": "lr=1,2@500,3@400",
    "units": "hidden=10,x",
    "many layers": "hidden=" + ",".join("9" * 40),
    "long": "lr=" + "9" * 5000,
    "nothing but long": ";" * 50_000,
    "an edit of no entry": "edits=W1=3@4; epoch=9",
    "an edit of a unit": "edits=a1[:,3]=3@4; epoch=9",
    "an edit that is no number": "edits=W1[0,0]=x@4; epoch=9",
    "an endless edit": "edits=W1[0,0]=inf@4; epoch=9",
    "a huge edit": "edits=W1[0,0]=1e7@4; epoch=9",
    "an edit without its epoch": "edits=W1[0,0]=1; epoch=9",
    "an edit after the end": "edits=W1[0,0]=1@10; epoch=9",
    "edits in disorder": "edits=W1[0,0]=1@5,W1[0,0]=1@4; epoch=9",
    "many edits": "edits=" + ",".join(["W1[0,0]=1@4"] * 41) + "; epoch=9",
    "no edits": "edits=; epoch=9",
    "half a point": "points=0.1,0.9",
    "no point": "points=",
    "a point of no class": "points=0.1,0.9,2",
    "points of text": "points=a,b,c",
    "many points": "points=" + "/".join(["0.1,0.9,1"] * 201),
    "many pins": "lr=1 | " * 5 + "lr=1",
    "code": "<script>alert(1)</script>",
    "switch": "retrain=True",
}


def test_every_setting_has_its_cases():
    assert set(GOOD) == set(BAD) == set(TABLE)


@pytest.mark.parametrize(("name", "value"), [(name, v) for name in GOOD for v in GOOD[name]])
def test_a_value_survives_being_written(name, value):
    setting = TABLE[name]
    kept = setting.check(value)
    if kept is not None:
        assert setting.read(setting.write(kept)) == kept


@pytest.mark.parametrize(("name", "value"), [(name, v) for name in BAD for v in BAD[name]])
def test_other_values_are_refused(name, value):
    with pytest.raises(LabnetError, match="expected") as error:
        TABLE[name].check(value)
    assert name in str(error.value) and len(str(error.value)) < 400


@pytest.mark.parametrize("name", TABLE)
def test_what_a_control_offers_is_allowed(name):
    control = TABLE[name].control()
    assert [TABLE[name].check(value) for value in control["values"]] == control["values"]
    assert len(control["texts"]) == len(control["values"])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_with_a_sentence(name):
    with pytest.raises(LabnetError) as error:
        state.read_all(TABLE, HOSTILE[name])
    assert len(str(error.value)) < 500


@pytest.mark.parametrize("text", [None, 3, b"lr=1"])
def test_only_text_is_a_state(text):
    with pytest.raises(LabnetError, match="epoch=200"):
        state.read_all(TABLE, text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        runs = state.read_all(TABLE, text)
    except LabnetError:
        return
    assert all(isinstance(run, state.Run) for run in runs)


runs = st.builds(
    state.Run,
    st.fixed_dictionaries(
        {name: st.sampled_from(values) for name, values in GOOD.items() if name != "lr"}
        | {"hidden": st.lists(st.integers(1, MOST_UNITS), max_size=MOST_LAYERS)}
    ).map(lambda values: {name: TABLE[name].check(value) for name, value in values.items()}),
    st.lists(st.floats(1e-6, 100), min_size=1, max_size=3).map(
        lambda rates: [(200 * k, lr) for k, lr in enumerate(rates)]
    ),
    st.integers(1000, 10**6),
    st.lists(
        st.builds(
            Edit,
            st.sampled_from(["W1[1, 9]", "b2[0, 0]"]).map(parse),
            st.floats(-FARTHEST, FARTHEST),
            st.integers(0, 1000),
        ),
        max_size=3,
    ).map(lambda edits: sorted(edits, key=lambda one: one.epoch)),
)


@given(st.lists(runs, min_size=1, max_size=4))
def test_states_come_back_whole(runs):
    complete = [replace(run, values=run.values | {"lr": run.rates[-1][1]}) for run in runs]
    text = " | ".join(state.write(TABLE, run) for run in complete)
    assert state.read_all(TABLE, text) == complete


def test_an_empty_state_is_the_default():
    (run,) = state.read_all(TABLE, "")
    assert run.values == {name: setting.default for name, setting in TABLE.items()}
    assert (run.rates, run.epochs) == ([(0, 0.3)], 0)
