"""Sweeps over how many points there are, their noise, held-out data, decay and an early stop."""

import io
from zipfile import ZipFile

import matplotlib.pyplot as plt
import numpy as np
import pytest

from labnet import LabnetError, SquaredError, presets, sweep
from labnet.experiments import Setup, workers
from labnet.experiments.runs import HELD_OUT
from labnet.experiments.setup import LATER
from labnet.support import archive

BASE = Setup(hidden=(3,), bias=True, lr=1.0, epochs=30)
GIVEN = {"data": "linear", "seeds": 3, "progress": False}
OVER = {
    "n": [10, None],
    "noise": [0, 0.1],
    "held_out": [0, 20],
    "weight_decay": [0, 1e-2],
    "stop_accuracy": [None, 0.9],
    "loss": [SquaredError(), SquaredError(half=True)],
}


@pytest.mark.parametrize("name", OVER)
def test_each_field_can_be_varied(name):
    base = BASE.replace(held_out=7)
    found = sweep(base, {name: OVER[name]}, **GIVEN)
    for one, value in zip(found, OVER[name], strict=True):
        alone = [base.replace(**{name: value}).run("linear", seed, log=False) for seed in range(3)]
        histories = [each.history for each in alone]
        assert one.setup == alone[0].setup
        assert np.allclose(one.loss, [each.losses[-1] for each in histories], rtol=1e-9)
        assert np.array_equal(one.epochs, [each.epochs for each in histories])
        if one.setup.held_out:
            held = [each.held_out_losses[-1] for each in histories]
            assert np.allclose(one.held_out_loss, held, rtol=1e-9)
            assert np.allclose(one.held_out_accuracy, [each.held_out_accuracy for each in alone])
            assert one.held_out_losses.shape == one.held_out_accuracies.shape == one.losses.shape
            longest = max(histories, key=lambda each: each.epochs)
            course = one.held_out_losses[: longest.epochs, histories.index(longest)]
            assert np.allclose(course, longest.held_out_losses, rtol=1e-9)
        else:
            assert {getattr(one, each) for each in HELD_OUT} == {None}


def test_the_table_has_columns_for_what_is_held_out():
    lines = repr(sweep(BASE, {"held_out": [0, 20]}, **GIVEN)).splitlines()
    assert lines[1].endswith("one class   held-out loss             held-out accuracy")
    assert lines[2].rstrip().endswith("-") and lines[3].endswith("%]")
    assert "held-out" not in repr(sweep(BASE, {"lr": [1]}, **GIVEN))


@pytest.mark.parametrize("what", ["held_out_loss", "held_out_accuracy"])
def test_held_out_curves_are_drawn_where_there_are_some(what):
    found = sweep(BASE, {"held_out": [0, 20], "lr": [1, 0.1]}, **GIVEN)
    ax = found.plot(what)
    assert len(ax.collections) == 2 and "held-out" in ax.get_ylabel()
    axes = found.compare("lr", what)
    assert [one.get_title("left") for one in axes] == ["held_out 20"]
    assert axes[0].get_yscale() == ("log" if what == "held_out_loss" else "linear")
    plt.close("all")
    none = found.select(held_out=0)
    for draw in (none.plot, lambda what: none.compare("lr", what)):
        with pytest.raises(LabnetError, match=f"have no {what}: sweep.*held_out=50"):
            draw(what)


NONE = {"n": None, "held_out": 0}


@pytest.mark.parametrize("name", NONE)
def test_what_the_xor_data_cannot_have_is_refused_before_anything_is_trained(name, monkeypatch):
    monkeypatch.setattr(workers, "run", None)  # what is trained would raise a TypeError
    with pytest.raises(LabnetError, match=f"{name} is 20, but the XOR data"):
        sweep(BASE, {name: [NONE[name], 20]}, **GIVEN | {"data": "xor"})
    with pytest.raises(LabnetError, match=f"{name} is 20, but the XOR data"):
        sweep(presets["B"], {"data": ["linear", "xor"]}, seeds=2, **{name: 20})


def test_a_file_keeps_what_was_held_out(tmp_path):
    given = {"file": tmp_path / "kept.npz", **GIVEN}
    first, again = (sweep(BASE, {"held_out": [0, 20, 30]}, **given) for _ in range(2))
    for one, other in zip(first, again, strict=True):
        for name in HELD_OUT:
            a, b = getattr(one, name), getattr(other, name)
            assert a is b is None or np.array_equal(a, b)
    with pytest.raises(LabnetError, match="another sweep"):
        sweep(BASE, {"held_out": [0, 20, 31]}, **given)


@pytest.mark.parametrize("name", OVER)
def test_a_file_of_another_value_is_refused(tmp_path, name):
    given = {"file": tmp_path / "kept.npz", **GIVEN}
    sweep(BASE.replace(**{name: OVER[name][0]}), {"lr": [1]}, **given)
    with pytest.raises(LabnetError, match="another sweep"):
        sweep(BASE.replace(**{name: OVER[name][1]}), {"lr": [1]}, **given)


def older(path):
    """Without the arrays of held-out data, as files were before there were any."""
    with ZipFile(path) as whole:
        kept = {name: whole.read(name) for name in whole.namelist() if "held_out" not in name}
    archive.write(path, {name[:-4]: np.load(io.BytesIO(raw)) for name, raw in kept.items()})


def test_a_file_from_before_these_fields_is_still_read(tmp_path, monkeypatch):
    given = {"file": tmp_path / "kept.npz", **GIVEN}
    first = sweep(BASE, {"lr": [1, 0.1]}, **given)
    older(given["file"])
    with np.load(given["file"]) as arrays:
        assert not [name for name in LATER if f"\n  {name} " in str(arrays["sweep"])]
        assert not {*HELD_OUT} & {*arrays}
    monkeypatch.setattr(workers, "run", None)  # what is trained would raise a TypeError
    again = sweep(BASE, {"lr": [1, 0.1]}, **given)
    assert all(np.array_equal(a.losses, b.losses) for a, b in zip(first, again, strict=True))


def test_a_file_without_the_held_out_data_it_should_have_is_refused(tmp_path):
    given = {"file": tmp_path / "kept.npz", **GIVEN}
    sweep(BASE, {"held_out": [20]}, **given)
    older(given["file"])
    with pytest.raises(LabnetError, match="damaged"):
        sweep(BASE, {"held_out": [20]}, **given)
