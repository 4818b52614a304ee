"""The pictures of a sweep: what stands in them."""

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt

from labnet import LabnetError, presets, sweep

B = presets["B"]


@pytest.fixture(autouse=True)
def tidy():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def found():
    return sweep(B, {"lr": [1, 0.1], "hidden": [2, 4]}, seeds=20, epochs=500, progress=False)


def texts(ax):
    return {one.get_text() for one in ax.texts}


def test_bands_have_a_median_for_each_setting_labelled_at_its_end(found):
    ax = found.plot("loss")
    assert texts(ax) == {one.label for one in found} and ax.get_yscale() == "log"
    drawn = [line.get_ydata() for line in ax.lines if line.get_linewidth() == 2]
    assert np.allclose(drawn, [np.median(one.losses, axis=1) for one in found])


def test_accuracy_is_drawn_from_0_to_1(found):
    ax = found.plot("accuracy")
    assert ax.get_ylim() == (-0.03, 1.03) and ax.get_ylabel() == "accuracy"


def test_small_multiples_have_a_panel_for_each_of_the_others(found):
    axes = found.compare("hidden")
    assert [ax.get_title(loc="left") for ax in axes] == ["lr 1", "lr 0.1"]
    assert all(texts(ax) == {"hidden 2", "hidden 4"} for ax in axes)
    assert len({ax.get_ylim() for ax in axes}) == 1


def test_every_curve_lies_within_the_panels(found):
    low, high = found.compare("lr")[0].get_ylim()
    medians = np.concatenate([np.median(one.losses, axis=1) for one in found])
    assert low < medians.min() and medians.max() < high


def test_panels_that_stay_empty_are_not_drawn():
    grid = {"lr": [1, 0.3, 0.1, 0.03], "hidden": [2, 3]}
    axes = sweep(B, grid, seeds=2, epochs=5, progress=False).compare("hidden")
    assert [ax.axison for ax in axes] == [True] * 4 + [False] * 2


def test_bars_are_as_long_as_the_success_rate(found):
    ax = found.bars()
    assert [bar.get_width() for bar in ax.patches] == [one.solved.mean() for one in found]
    assert [label.get_text() for label in ax.get_yticklabels()] == [one.label for one in found]
    assert texts(ax) == {f"{one.solved.sum()} of 20" for one in found}


def test_the_whiskers_are_wilsons_interval(found):
    (whiskers,) = found.bars().containers[1].lines[2]
    ends = [segment[:, 0] for segment in whiskers.get_segments()]
    assert np.allclose(ends, [one.rate[1:] for one in found])


def test_a_curve_ends_where_the_last_run_stopped():
    found = sweep(presets["A"], {"hidden": [10]}, seeds=5, lr=5.0, progress=False)
    assert found.plot().get_xlim()[1] < 1.1 * found[0].epochs.max()


@pytest.mark.parametrize(("call", "told"), [("plot", "accuracy"), ("compare", "hidden")])
def test_an_unknown_name_is_told_the_known_ones(found, call, told):
    with pytest.raises(LabnetError, match=told):
        getattr(found, call)("width")
