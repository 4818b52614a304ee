"""plots.slopes: the same points, at the same heights, over z and over a."""

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt

from labnet import LabnetError, numerical_gradient, plots, sigmoid

Z = np.array([-3.0, 0.0, 1.5])


@pytest.fixture
def panels():
    yield plots.slopes(Z)
    plt.close("all")


def points(ax):
    """The numbered points (k, 2), in their order."""
    return np.array([line.get_xydata()[0] for line in ax.lines if line.get_marker() == "o"])


def test_the_points_stand_on_the_slope_of_the_sigmoid(panels):
    left, right = map(points, panels)
    nudged = numerical_gradient(lambda z: sigmoid(z).sum(), Z)
    np.testing.assert_allclose(left, np.stack([Z, nudged], axis=1), atol=1e-8)
    np.testing.assert_allclose(right, np.stack([sigmoid(Z), nudged], axis=1), atol=1e-8)


def test_both_curves_peak_at_a_quarter(panels):
    for ax, peak in zip(panels, (0.0, 0.5), strict=True):
        x, slope = ax.lines[0].get_data()
        assert slope.max() == 0.25
        assert x[slope.argmax()] == pytest.approx(peak)


def test_twins_have_the_same_number_and_a_level_line(panels):
    texts = [[text.get_text() for text in ax.texts] for ax in panels]
    assert texts == [["1", "2", "3"]] * 2
    figure = panels[0].figure
    figure.canvas.draw()
    lines = [artist for artist in figure.artists if hasattr(artist, "xy1")]
    assert len(lines) == len(Z)
    assert all(line.xy1[1] == line.xy2[1] for line in lines)


def test_axes_are_labelled_and_share_their_heights(panels):
    assert [ax.get_xlabel() for ax in panels] == ["$z$", "$a$"]
    assert panels[0].get_ylabel() == "slope $da/dz$"
    assert panels[0].get_ylim() == panels[1].get_ylim()


@pytest.mark.parametrize("z", [[], [[1.0]], [np.nan], "z"], ids=str)
def test_unusable_points_are_refused(z):
    with pytest.raises(LabnetError):
        plots.slopes(z)
