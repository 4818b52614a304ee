"""The pictures of notebook 03."""

import matplotlib as mpl
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle, Rectangle

from labnet import LabnetError, plots
from labnet.plots import style

SIZES = (2, 3, 3, 1)


@pytest.fixture(autouse=True)
def tidy():
    yield
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    plt.close("all")


def boxes(ax):
    """{symbol: (shape, colour, is it crossed out?)}, read off where the texts stand."""
    found = {}
    for box in (patch for patch in ax.patches if isinstance(patch, Rectangle)):
        inside = [text for text in ax.texts if box.get_bbox().contains(*text.get_position())]
        symbol, shape, *cross = [text.get_text() for text in inside if text.get_text()]
        found[symbol.strip("$")] = (shape, box.get_facecolor(), cross == ["\u2717"])
    return found


def test_passes_shows_each_array_above_its_gradient_of_the_same_shape():
    shown = {symbol: shape for symbol, (shape, _, _) in boxes(plots.passes(SIZES, 5)).items()}
    forward = {"x": (5, 2), "z1": (5, 3), "a1": (5, 3), "z2": (5, 3), "a2": (5, 3)}
    forward |= {"z3": (5, 1), "p": (5, 1)}
    parameters = {"W1": (2, 3), "b1": (1, 3), "W2": (3, 3), "b2": (1, 3), "W3": (3, 1)}
    parameters |= {"b3": (1, 1)}
    gradients = {f"d{v}": shape for v, shape in (forward | parameters).items() if v != "x"}
    expected = {v: str(shape) for v, shape in (forward | gradients).items()}
    assert shown == expected | {"L": "a number"}


def test_passes_marks_the_wrong_ones_and_no_others():
    wrong = ("da1", "dz1", "dW1", "db1")
    for symbol, (_, colour, crossed) in boxes(plots.passes(SIZES, 5, wrong=wrong)).items():
        assert crossed == (symbol in wrong)
        assert (colour == to_rgba(style.ORANGE)) == crossed


def test_architecture_has_a_line_for_each_weight_and_a_circle_for_each_unit():
    ax = plots.architecture(SIZES)
    assert len(ax.lines) == 2 * 3 + 3 * 3 + 3 * 1
    assert sum(isinstance(patch, Circle) for patch in ax.patches) == sum(SIZES)
    texts = [text.get_text() for text in ax.texts]
    assert {"$W1$  (2, 3)", "$W2$  (3, 3)", "$W3$  (3, 1)", "$b1$  (1, 3)"} <= set(texts)


@pytest.mark.parametrize("sizes", [(1, 1), (2, 10, 1), (2, 4, 4, 4, 1)])
def test_other_sizes(sizes):
    weights = sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:], strict=False))
    assert len(plots.architecture(sizes).lines) == weights
    assert f"dW{len(sizes) - 1}" in boxes(plots.passes(sizes, 100))


def test_given_axes_are_used():
    _, ax = plt.subplots()
    assert plots.passes(SIZES, 5, ax=ax) is ax
    assert plots.architecture(SIZES, ax=ax) is ax


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: plots.passes(SIZES, 5, wrong=["dW4"]), r"wrong names \['dW4'\]"),
        (lambda: plots.passes(SIZES, 0), "n is 0"),
        (lambda: plots.passes((2, 0.5), 5), "each of sizes"),
        (lambda: plots.architecture((2,)), "two layers or more"),
    ],
)
def test_bad_input_is_told_how_to_mend_it(call, complaint):
    with pytest.raises(LabnetError, match=complaint):
        call()
