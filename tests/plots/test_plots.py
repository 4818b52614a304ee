"""The pictures: what each must show is read off its artists. (How it looks, somebody must look.)"""

import subprocess
import sys
from copy import deepcopy

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.colors import to_rgba
from matplotlib.text import Annotation

from labnet import (
    BinaryCrossEntropy,
    GradientDescent,
    LabnetError,
    LeakyReLU,
    Linear,
    Network,
    ReLU,
    Sigmoid,
    SquaredError,
    Tanh,
    linear_data,
    loss_and_gradient,
    planar,
    plots,
    sigmoid,
    train,
    xor_data,
)
from labnet.plots import style

CIRCLE, SQUARE = (mpl.markers.MarkerStyle(marker) for marker in "os")


@pytest.fixture(autouse=True)
def tidy():
    """Every figure must survive being drawn; none stays open; nobody's settings are changed."""
    before = dict(mpl.rcParams)
    yield
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    plt.close("all")
    assert dict(mpl.rcParams) == before


@pytest.fixture
def rng():
    return np.random.default_rng(5)


@pytest.fixture
def net(rng):
    return Network(Linear(2, 3), Tanh(), Linear(3, 1), Sigmoid(), rng=rng)


def left_half(X):
    """A prediction that is right for 10 of the 21 XOR points."""
    return np.where(X[:, :1] < 0.5, 0.2, 0.9)


def scattered(ax, label):
    (found,) = [artist for artist in ax.collections if artist.get_label() == label]
    return np.asarray(found.get_offsets())


def texts(ax):
    return [text.get_text() for text in ax.texts]


def assert_classes(ax, X, ones):
    """Blue circles where not `ones`, orange squares where `ones`."""
    ones = np.ravel(ones)
    for k, marker, color in ((0, CIRCLE, style.BLUE), (1, SQUARE, style.ORANGE)):
        (drawn,) = [artist for artist in ax.collections if artist.get_label() == f"class {k}"]
        assert np.array_equal(np.asarray(drawn.get_offsets()), X[ones == k])
        assert tuple(drawn.get_facecolor()[0]) == to_rgba(color)
        (path,) = drawn.get_paths()
        assert np.array_equal(path.codes, marker.get_path().codes)


# --- the plane of the data ---------------------------------------------------------------------


def test_points():
    X, y = xor_data()
    ax = plots.points(X, y)
    assert_classes(ax, X, y == 1)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$x_1$", "$x_2$")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["class 0", "class 1"]


def test_all_points_are_inside_the_axes():
    X, y = np.array([[-2.0, 0.0], [3.0, 1.0]]), np.array([[0.0], [1.0]])
    ax = plots.points(X, y)
    assert ax.get_xlim() == (-2.25, 3.25) and ax.get_ylim() == (-0.05, 1.05)


@pytest.mark.parametrize("sizes", [(1, 1), (1e6, 1e6), (1e-6, 1e-6), (1e6, 1e-3), (1e-90, 1e200)])
def test_data_of_any_size_fill_a_square(sizes):
    X, y = xor_data()
    ax = plots.decision_surface(left_half, X * sizes, y)
    ax.figure.canvas.draw()
    box = ax.get_window_extent()
    assert box.width == pytest.approx(box.height, rel=0.01)
    places = ax.transAxes.inverted().transform(ax.transData.transform(X * sizes))
    assert np.allclose(places, (X + 0.05) / 1.1)
    assert np.allclose(ax.images[0].get_extent(), (*ax.get_xlim(), *ax.get_ylim()), rtol=1e-12)


def test_comparison_shows_truth_prediction_and_rings():
    X, y = xor_data()
    truth, prediction = plots.comparison(left_half, X, y)
    p = left_half(X)
    wrong = ((p > 0.5) != (y == 1)).ravel()
    assert_classes(truth, X, y == 1)
    assert_classes(prediction, X, p > 0.5)
    assert np.array_equal(scattered(prediction, "wrong"), X[wrong])
    assert truth.get_title("left") == "ground truth"
    assert prediction.get_title("left") == f"prediction: {21 - wrong.sum()} of 21 right"
    assert wrong.sum() == 11


def test_exactly_one_half_is_class_0():
    X, y = xor_data()
    _, prediction = plots.comparison(lambda X: np.full((len(X), 1), 0.5), X, y)
    assert len(scattered(prediction, "class 1")) == 0
    assert prediction.get_title("left") == "prediction: 11 of 21 right"


def test_decision_surface_shows_p(net):
    X, y = xor_data()
    ax = plots.decision_surface(net, X, y)
    (image,) = ax.images
    left, right, bottom, top = image.get_extent()
    steps = np.linspace(left, right, 100)
    values = image.get_array()
    for i, j in ((0, 0), (0, 99), (70, 20)):  # row i is x2, column j is x1
        expected = net.predict(np.array([[steps[j], steps[i]]]))
        assert values[i, j] == pytest.approx(expected.item(), abs=1e-12)
    assert image.get_clim() == (0, 1) and (left, right) == (bottom, top) == ax.get_xlim()
    assert_classes(ax, X, y == 1)
    assert ax.figure.axes[1].get_title() == "$p$"


def test_decision_line_is_where_p_is_one_half():
    X, y = xor_data()
    ax = plots.decision_surface(lambda X: 1 / (1 + np.exp(-9 * (X[:, :1] - 0.3))), X, y)
    (line,) = [artist for artist in ax.collections if isinstance(artist, mpl.contour.ContourSet)]
    assert line.get_paths()[0].vertices[:, 0] == pytest.approx(0.3, abs=0.002)


def test_a_flat_surface_has_no_line_and_no_warning():
    X, y = xor_data()
    ax = plots.decision_surface(lambda X: np.full((len(X), 1), 0.3), X, y)
    assert not [artist for artist in ax.collections if isinstance(artist, mpl.contour.ContourSet)]


# --- curves ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def histories():
    X, y = linear_data(20, np.random.default_rng(1))

    def run(epochs, runs=None):
        net = Network(Linear(2, 1), Sigmoid(), rng=np.random.default_rng(2), runs=runs)
        return train(net, X, y, BinaryCrossEntropy(), GradientDescent(1.0), epochs)

    return run(30), run(20), run(25, runs=8)


def drawn_curves(ax):
    return [line.get_xydata() for line in ax.lines]


def test_learning_curve_of_one_run(histories):
    ax = plots.learning_curve(histories[0])
    (curve,) = drawn_curves(ax)
    assert np.array_equal(curve, np.stack([np.arange(30), histories[0].losses], axis=1))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("epoch", "loss $L$")
    assert ax.get_yscale() == "linear" and texts(ax) == []


def test_learning_curve_of_accuracies_and_of_an_array(histories):
    ax = plots.learning_curve(histories[0], what="accuracies")
    assert np.array_equal(drawn_curves(ax)[0][:, 1], histories[0].accuracies)
    assert ax.get_ylabel() == "accuracy" and ax.get_ylim()[1] > 1
    ax = plots.learning_curve(histories[0].losses, log=True)
    assert np.array_equal(drawn_curves(ax)[0][:, 1], histories[0].losses)
    assert ax.get_yscale() == "log"


@pytest.mark.parametrize("what", ["held_out_losses", "held_out_accuracies"])
def test_learning_curve_of_held_out_data(what):
    net = Network(Linear(2, 1), Sigmoid(), rng=np.random.default_rng(0))
    given = net, X, Y, BinaryCrossEntropy(), GradientDescent(1), 9
    history = train(*given, held_out=(X[:7], Y[:7]))
    ax = plots.learning_curve(history, what)
    assert np.array_equal(drawn_curves(ax)[0][:, 1], getattr(history, what))
    assert "held-out" in ax.get_ylabel() and (ax.get_ylim()[1] == 1.03) == ("acc" in what)
    without = train(*given)
    with pytest.raises(LabnetError, match=f"no {what}: train.*held_out=.X, y"):
        plots.learning_curve({"a": without}, what)


def test_learning_curve_of_runs_is_median_and_band(histories):
    ax = plots.learning_curve(histories[2])
    low, middle, high = np.percentile(histories[2].losses, [5, 50, 95], axis=1)
    assert np.allclose(drawn_curves(ax)[0][:, 1], middle, rtol=1e-12)
    (band,) = ax.collections
    corners = band.get_paths()[0].vertices
    for epoch in (0, 11, 24):
        at = corners[corners[:, 0] == epoch, 1]
        assert (at.min(), at.max()) == pytest.approx((low[epoch], high[epoch]), rel=1e-12)
    assert ax.get_title("left") == "median of 8 runs; the band holds the middle 90 % of them"


def test_bands_that_overlap_have_edges_of_their_own(histories):
    losses = histories[2].losses
    ax = plots.learning_curve({"low": losses, "high": losses + 1})
    low, middle, high = np.percentile(losses, [5, 50, 95], axis=1)
    drawn = [curve[:, 1] for curve in drawn_curves(ax)]
    expected = [middle, low, high, middle + 1, low + 1, high + 1]
    assert np.allclose(drawn, expected, rtol=1e-12)
    styles = [line.get_linestyle() for line in ax.lines]
    assert styles[0] == styles[3] == "-" and styles[1] == styles[2] != styles[4] == styles[5]
    assert texts(ax) == ["low", "high"]


def test_several_histories_are_labelled_at_their_ends(histories):
    several = dict(zip(("slow", "fast", "many"), histories, strict=True))
    ax = plots.learning_curve(several)
    assert [len(curve) for curve in drawn_curves(ax)] == [30, 20, 25]
    assert texts(ax) == ["slow", "fast", "many"]
    for label, line in zip(ax.texts, ax.lines, strict=True):
        assert label.get_color() == style.darker(line.get_color())
        end = ax.transAxes.inverted().transform(ax.transData.transform(line.get_xydata()[-1]))
        assert label.xy[0] == pytest.approx(end[0], abs=1e-6)
        assert label.xy[1] == pytest.approx(end[1], abs=0.1)


def test_labels_do_not_collide_and_too_many_become_a_legend():
    x = np.arange(5.0)
    ax = plots.curves(
        {f"curve {i}": np.full(5, 0.001 * i) for i in range(9)} | {"z": x}, x, "x", "y"
    )
    heights = np.sort([label.xy[1] for label in ax.texts])
    ax.figure.canvas.draw()
    line = ax.texts[0].get_window_extent().height / ax.get_window_extent().height
    assert np.diff(heights).min() > line and heights[0] >= 0 and heights[-1] <= 1
    ax = plots.curves({f"curve {i}": x + i for i in range(40)}, x, "x", "y")
    assert texts(ax) == [] and len(ax.get_legend().get_texts()) == 40


@pytest.mark.parametrize(
    ("heights", "gap", "expected"),
    [
        ([0.2, 0.8], 0.1, [0.2, 0.8]),
        ([0.5, 0.5], 0.1, [0.45, 0.55]),
        ([0.55, 0.5], 0.1, [0.575, 0.475]),
        ([1.0, 1.0], 0.1, [0.9, 1.0]),
        ([0.0, 0.0, 0.9], 0.2, [0.0, 0.2, 0.9]),
        ([0.5], 0.1, [0.5]),
        ([], 0.1, []),
    ],
)
def test_spread(heights, gap, expected):
    assert style.spread(heights, gap) == pytest.approx(np.array(expected))


def test_a_diverged_run_counts_as_the_highest():
    losses = np.ones((6, 5)) * np.arange(1.0, 6.0)
    losses[3:, 0] = np.nan
    ax = plots.learning_curve(losses)
    assert drawn_curves(ax)[0][:, 1].tolist() == [3, 3, 3, 4, 4, 4]


def test_curves():
    x = np.linspace(0, 1, 7)
    ax = plots.curves({"square": x**2, "cube": x**3}, x, "$h$", "error")
    assert np.array_equal(drawn_curves(ax)[1], np.stack([x, x**3], axis=1))
    assert texts(ax) == ["square", "cube"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$h$", "error")


@pytest.mark.parametrize(
    ("layer", "at_1", "largest"),
    [
        (Sigmoid(), (0.7310586, 0.1966119), "0.25"),
        (Tanh(), (0.7615942, 0.4199743), "1"),
        (ReLU(), (1.0, 1.0), "1"),
        (LeakyReLU(0.1), (1.0, 1.0), "1"),
    ],
)
def test_activation(layer, at_1, largest):
    ax = plots.activation(layer)
    a, slope = drawn_curves(ax)
    at = np.argmin(np.abs(a[:, 0] - 1.0))
    assert (a[at, 1], slope[at, 1]) == pytest.approx(at_1)
    assert texts(ax) == ["$a = f(z)$", "slope $da/dz$"]
    assert ax.get_title("left") == f"{layer!r}: the largest slope is {largest}"
    assert not hasattr(layer, "a")  # the layer itself is left alone


def test_the_jump_of_a_slope_is_a_gap():
    _, slope = drawn_curves(plots.activation(ReLU()))
    assert np.count_nonzero(np.isnan(slope[:, 1])) == 1


def quarter(z):
    return 0.25


def test_a_tangent_goes_through_its_point_with_the_given_slope():
    ax = plots.tangent(sigmoid, quarter, 1.0)
    curve, line, point = drawn_curves(ax)
    a = 1 / (1 + np.exp(-1.0))
    assert point == pytest.approx(np.array([[1.0, a]]))
    assert np.diff(line[:, 1]) / np.diff(line[:, 0]) == pytest.approx(0.25)
    assert line.mean(axis=0) == pytest.approx(point[0])
    assert np.array_equal(curve[:, 1], sigmoid(curve[:, 0]))
    assert ax.get_title("left") == "z = 1.00    a = 0.7311    slope = 0.2500"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$z$", "$a$")


def test_axes_stay_when_the_point_of_a_tangent_moves():
    views = {plots.tangent(sigmoid, quarter, z).axis() for z in (-6.0, 0, 2.5, 6.0)}
    assert len(views) == 1


# --- the table ---------------------------------------------------------------------------------


def rows_of(ax):
    """The texts of the table, row by row and block by block, without heading and crosses."""
    cells = texts(ax)[1:]
    assert set(cells[:6]) == {"case", "$x_1$", "$x_2$", "$y$", "$p$", "decision"}
    cells = [text for text in cells if text[0] in "0123456789"]
    return [tuple(cells[i : i + 6]) for i in range(0, len(cells), 6)]


def test_predictions_of_21_cases():
    X, y = xor_data()
    ax = plots.predictions(left_half, X, y)
    assert texts(ax)[0] == "10 of 21 right, accuracy 0.4762"
    assert len(rows_of(ax)) == 21
    assert rows_of(ax)[3] == ("3", "0.10", "0.90", "1", "0.2000", "0")
    assert rows_of(ax)[20] == ("20", "1.00", "0.00", "1", "0.9000", "1")


def test_wrong_rows_have_a_cross_and_a_tint():
    X, y = xor_data()
    ax = plots.predictions(left_half, X, y)
    wrong = np.flatnonzero((left_half(X) > 0.5) != (y == 1))
    case_heights = {
        t.get_text(): t.get_position()[1] for t in ax.texts if t.get_position()[0] == 0.4
    }
    expected = [case_heights[str(case)] for case in wrong]
    crosses = [text.get_position()[1] for text in ax.texts if text.get_text() == "✗"]
    tints = [patch.get_y() + patch.get_height() / 2 for patch in ax.patches]
    assert crosses == pytest.approx(expected) and tints == pytest.approx(expected)


def test_a_hundred_predictions_fold_into_blocks(rng):
    X, y = linear_data(100, rng)
    ax = plots.predictions(lambda X: X[:, 1:], X, y)
    assert [row[0] for row in rows_of(ax)] == [str(case) for case in range(100)]
    assert texts(ax).count("case") == 3
    width, height = ax.figure.get_size_inches()
    assert width < 10 and height < 8


# --- the graph ---------------------------------------------------------------------------------


def network(rng, *sizes, activation=Sigmoid):
    pairs = zip(sizes, sizes[1:], strict=False)
    layers = [layer for n in pairs for layer in (Linear(*n, bias_init="normal"), activation())]
    return Network(*layers, rng=rng)


def numbers_of(ax):
    """{symbol: number}: each number stands in the line of its symbol, at the same height."""
    found, parts = {}, list(ax.texts)
    for symbol, value in zip(parts, parts[1:], strict=False):
        if symbol.get_ha() == "left" and value.get_ha() == "right":
            assert symbol.get_position()[1] == value.get_position()[1]
            found[symbol.get_text().strip("$")] = value.get_text()
    return found


def shown(value):
    return f"{value:.4f}".replace("-", "\N{MINUS SIGN}")


LOSSES = [BinaryCrossEntropy(), BinaryCrossEntropy(eps=1e-3), SquaredError()]


@pytest.mark.parametrize("loss", LOSSES, ids=repr)
def test_graph_shows_every_value_and_gradient(rng, loss):
    net = network(rng, 2, 2, 1)
    x, y = np.array([[0.3, 0.8]]), np.array([[1.0]])
    seen = numbers_of(plots.graph(net, x, y, loss))
    L, _ = loss_and_gradient(net, x, y, loss)
    first, _, second, _ = net.layers
    z1 = x @ first.W + first.b
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ second.W + second.b
    dz2 = second.db
    da1 = dz2 @ second.W.T
    expected = {
        "x_{1}": 0.3,
        "x_{2}": 0.8,
        "z1_{1}": z1[0, 0],
        "z1_{2}": z1[0, 1],
        "dz1_{2}": first.db[0, 1],
        "a1_{1}": a1[0, 0],
        "da1_{1}": da1[0, 0],
        "da1_{2}": da1[0, 1],
        "z2": z2.item(),
        "dz2": dz2.item(),
        "p": net.predict(x).item(),
        "L": L,
        "dL": 1.0,
        "W1_{12}": first.W[0, 1],
        "dW1_{12}": first.dW[0, 1],
        "dW1_{21}": first.dW[1, 0],
        "b1_{2}": first.b[0, 1],
        "db1_{1}": first.db[0, 0],
        "db1_{2}": first.db[0, 1],
        "W2_{21}": second.W[1, 0],
        "dW2_{21}": second.dW[1, 0],
        "b2": second.b.item(),
        "db2": second.db.item(),
    }
    expected["dp"] = expected["dz2"] / (expected["p"] * (1 - expected["p"]))
    for symbol, value in expected.items():
        assert seen[symbol] == shown(value), symbol
    assert len(seen) == 2 + 2 * (2 + 2 + 1 + 1 + 1) + 2 * (4 + 2 + 2 + 1)


def test_graph_of_one_unit_in_each_layer_has_no_subscripts(rng):
    seen = numbers_of(plots.graph(network(rng, 1, 1, 1), [[0.5]], [[0.0]], SquaredError()))
    nodes = ["z1", "a1", "z2", "p", "L", "W1", "b1", "W2", "b2"]
    assert sorted(seen) == sorted(["x"] + nodes + [f"d{name}" for name in nodes])


def test_larger_graphs_drop_the_numbers_of_the_weights_only(rng):
    net = network(rng, 2, 4, 4, 1)
    ax = plots.graph(net, [[0.3, 0.8]], [[1.0]], BinaryCrossEntropy())
    seen = numbers_of(ax)
    assert "dz2_{4}" in seen and not any("W" in symbol for symbol in seen)
    assert len(ax.lines) == 8 + 16 + 4
    W = np.concatenate([layer.W.ravel() for layer in net.layers[::2]])
    assert [line.get_linestyle() for line in ax.lines] == ["-" if w > 0 else "--" for w in W]
    widths = np.array([line.get_linewidth() for line in ax.lines])[8:24]
    assert widths.argmax() == np.abs(net.layers[2].W).argmax()


def test_the_smallest_graph_has_room_to_say_how_to_read_it(rng):
    ax = plots.graph(network(rng, 1, 1), [[0.5]], [[1.0]], BinaryCrossEntropy())
    (key,) = (text for text in ax.texts if "dashed where W < 0" in text.get_text())
    ax.figure.canvas.draw()
    assert key.get_fontsize() >= 10 and key.get_color() == plots.style.INK
    assert key.get_window_extent().x1 < ax.figure.canvas.get_width_height()[0]


def test_graph_leaves_the_network_alone(rng):
    net, loss = network(rng, 2, 2, 1), BinaryCrossEntropy()
    net.forward(np.array([[0.9, 0.1]]))
    net.dtheta[...] = 7.0
    kept = deepcopy(net)
    plots.graph(net, [[0.3, 0.8]], [[1.0]], loss)
    assert np.array_equal(net.theta, kept.theta) and np.all(net.dtheta == 7.0)
    assert np.array_equal(net.p, kept.p) and np.array_equal(net.layers[0].x, [[0.9, 0.1]])
    assert loss.p is None


def test_graph_of_a_saturated_network_is_finite(rng):
    net = network(rng, 1, 1)
    net.theta[...] = 800.0
    seen = numbers_of(plots.graph(net, [[1.0]], [[0.0]], BinaryCrossEntropy()))
    assert (seen["dz1"], seen["L"], seen["dp"]) == ("1.0000", "1.6e+03", "inf")


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.00001, "0.0000"), (-0.25, "−0.2500"), (1234.5, "1.23e+03"), (np.inf, "inf")],
)
def test_number(value, text):
    assert sys.modules["labnet.plots.graph"].number(value) == text


# --- hidden units ------------------------------------------------------------------------------


@pytest.mark.parametrize("activation", [Sigmoid, Tanh, ReLU])
def test_hidden_units_shows_each_unit(rng, activation):
    X, y = xor_data()
    net = Network(Linear(2, 7), activation(), Linear(7, 1), Sigmoid(), rng=rng)
    axes = plots.hidden_units(net, X, y)
    assert [ax.get_title("left") for ax in axes] == [f"$a1_{{{j}}}$" for j in range(1, 8)]
    corner = np.array([[1.05, -0.05]])
    a = activation().forward(corner @ net.layers[0].W + net.layers[0].b)[0]
    assert [ax.images[0].get_array()[0, 99] for ax in axes] == pytest.approx(a)
    assert_classes(axes[3], X, y == 1)
    (legend,) = axes[0].figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["class 0", "class 1"]
    red, green, blue, _ = axes[0].images[0].to_rgba(a).T  # grey: no colour of a class
    assert np.array_equal(red, green) and np.array_equal(green, blue)


def test_the_line_of_a_hidden_unit_is_where_z_is_0(rng):
    X, y = xor_data()
    net = Network(Linear(2, 2), ReLU(), Linear(2, 1), Sigmoid(), rng=rng)
    net.layers[0].W[...] = [[1.0, 0.0], [0.0, 1.0]]
    net.layers[0].b[...] = [[-0.4, 9.0]]
    first, second = plots.hidden_units(net, X, y)
    (line,) = [one for one in first.collections if isinstance(one, mpl.contour.ContourSet)]
    assert line.get_paths()[0].vertices[:, 0] == pytest.approx(0.4)
    assert not [one for one in second.collections if isinstance(one, mpl.contour.ContourSet)]


def test_hidden_space_moves_the_points(rng):
    X, y = xor_data()
    net = network(rng, 2, 5, 3, 1, activation=Tanh)
    first = np.tanh(X @ net.layers[0].W + net.layers[0].b)
    second = np.tanh(first @ net.layers[2].W + net.layers[2].b)
    ax = plots.hidden_space(net, X, y, layer=1, units=(4, 2))
    assert np.allclose(scattered(ax, "class 0"), first[y[:, 0] == 0][:, [4, 2]], rtol=1e-12)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$a1_{5}$", "$a1_{3}$")
    assert len(ax.lines) == 22 and not ax.images
    ax = plots.hidden_space(net, X, y)
    assert np.allclose(scattered(ax, "class 1"), second[y[:, 0] == 1][:, :2], rtol=1e-12)
    assert ax.get_xlabel() == "$a2_{1}$"


@pytest.mark.parametrize("units", [(0, 1), (1, 0)])
def test_two_hidden_units_show_the_straight_decision_line(rng, units):
    X, y = xor_data()
    net = network(rng, 2, 2, 1)
    a = 1 / (1 + np.exp(-X @ net.layers[0].W - net.layers[0].b))
    w = np.array([2.0, -1.0])
    net.layers[2].W[...], net.layers[2].b[...] = w[:, None], -(a @ w).mean()
    ax = plots.hidden_space(net, X, y, units=units)
    (line,) = [one for one in ax.collections if isinstance(one, mpl.contour.ContourSet)]
    a = line.get_paths()[0].vertices[:, np.argsort(units)]
    assert len(a) > 5 and a @ w + net.layers[2].b.item() == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize("bend", [0, 0.3, 0.9])
def test_hidden_space_on_its_way(rng, bend):
    X, y = xor_data()
    net = network(rng, 2, 5, 3, 1, activation=Tanh)

    def moved(x):
        first = np.tanh(x @ net.layers[0].W + net.layers[0].b)
        return (1 - bend) * x + bend * np.tanh(first @ net.layers[2].W + net.layers[2].b)[:, [2, 0]]

    net.layers[4].b[...] += np.arctanh(0.5) - np.median(np.arctanh(net.predict(X)))
    ax = plots.hidden_space(net, X, y, units=(2, 0), bend=bend)
    assert np.allclose(scattered(ax, "class 0"), moved(X[y[:, 0] == 0]), rtol=1e-12)
    (sheet,) = [one for one in ax.collections if isinstance(one, mpl.collections.QuadMesh)]
    plane = planar.grid(planar.box(X), 81)
    assert np.allclose(sheet.get_coordinates().reshape(-1, 2), moved(plane))
    assert np.allclose(np.ravel(sheet.get_array()), net.predict(plane)[:, 0])
    assert np.allclose(ax.lines[0].get_xydata()[[0, -1]], moved(np.array([[0.0, 0.0], [0.0, 1.0]])))
    borders = [line for line in ax.lines if line.get_color() == style.INK]
    assert len(borders) >= 1 and len(ax.lines) == 22 + len(borders)


def test_the_border_goes_along(rng):
    X, y = xor_data()
    net = network(rng, 2, 2, 1)
    net.layers[0].W[...], net.layers[0].b[...] = [[4.0, 0.0], [0.0, 4.0]], -2.0
    net.layers[2].W[...], net.layers[2].b[...] = [[1.0], [0.0]], -0.5
    ends = []
    for bend in (0, 0.5):
        border = plots.hidden_space(net, X, y, bend=bend).lines[-1].get_xydata()
        assert np.allclose(border[:, 0], 0.5, atol=1e-3)
        ends.append(np.ptp(border[:, 1]))
    assert ends[1] < ends[0]


@pytest.mark.parametrize(
    ("bend", "names"),
    [(0, ("$x_1$", "$x_2$")), (0.5, (r"$x_1 \to a1_{2}$", r"$x_2 \to a1_{1}$"))],
)
def test_the_axes_say_how_far_the_plane_is_bent(rng, bend, names):
    ax = plots.hidden_space(network(rng, 2, 2, 1), *xor_data(), units=(1, 0), bend=bend)
    assert (ax.get_xlabel(), ax.get_ylabel()) == names


# --- manners -----------------------------------------------------------------------------------

X, Y = xor_data()
ONE_NET = Network(Linear(2, 2), Sigmoid(), Linear(2, 1), Sigmoid(), rng=np.random.default_rng(3))
CALLS = {
    "points": lambda ax: plots.points(X, Y, ax=ax),
    "decision_surface": lambda ax: plots.decision_surface(ONE_NET, X, Y, ax=ax),
    "learning_curve": lambda ax: plots.learning_curve([0.9, 0.5, 0.4], ax=ax),
    "activation": lambda ax: plots.activation(Sigmoid(), ax=ax),
    "predictions": lambda ax: plots.predictions(ONE_NET, X, Y, ax=ax),
    "graph": lambda ax: plots.graph(ONE_NET, X[:1], Y[:1], SquaredError(), ax=ax),
    "curves": lambda ax: plots.curves({"a": [1, 2, 3]}, [0, 1, 2], "x", "y", ax=ax),
    "hidden_space": lambda ax: plots.hidden_space(ONE_NET, X, Y, ax=ax),
    "tangent": lambda ax: plots.tangent(sigmoid, quarter, 1.0, ax=ax),
}
PAIRS = {
    "comparison": lambda ax: plots.comparison(ONE_NET, X, Y, ax=ax),
    "hidden_units": lambda ax: plots.hidden_units(ONE_NET, X, Y, axes=ax),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_given_axes_are_used_and_returned(call):
    _, ax = plt.subplots()
    assert call(ax) is ax and len(plt.get_fignums()) == 1


@pytest.mark.parametrize("call", PAIRS.values(), ids=PAIRS)
def test_given_pairs_are_used_and_returned(call):
    _, pair = plt.subplots(1, 2)
    assert tuple(call(pair)) == tuple(pair) and len(plt.get_fignums()) == 1


@pytest.mark.parametrize("call", [*CALLS.values(), *PAIRS.values()], ids=[*CALLS, *PAIRS])
def test_new_figures_are_white_of_notebook_size_and_print_nothing(call, capsys):
    axes = call(None)
    figure = plt.gcf()
    assert figure.get_facecolor() == (1, 1, 1, 1) and figure.dpi == 100
    assert figure.get_size_inches()[0] < 11
    assert axes._ipython_display_() is None
    assert capsys.readouterr().out == ""


def test_no_text_is_cut_off():
    for call in [*CALLS.values(), *PAIRS.values()]:
        call(None)
        figure = plt.gcf()
        figure.canvas.draw()
        width, height = figure.canvas.get_width_height()
        for ax in figure.axes:
            box = ax.get_tightbbox()
            assert box.x0 > -1 and box.y0 > -1 and box.x1 < width + 1 and box.y1 < height + 1
        plt.close(figure)


def test_no_texts_of_a_graph_or_table_overlap(rng):
    X, y = linear_data(60, rng)
    for ax in (
        plots.graph(network(rng, 1, 1), [[0.3]], [[1.0]], SquaredError()),
        plots.graph(network(rng, 2, 2, 1), [[0.3, 0.8]], [[1.0]], SquaredError()),
        plots.graph(network(rng, 2, 4, 4, 1), [[0.3, 0.8]], [[1.0]], SquaredError()),
        plots.predictions(left_half, X, y),
    ):
        ax.figure.canvas.draw()
        shown = [text for text in ax.texts if not isinstance(text, Annotation)]
        boxes = np.array([text.get_window_extent().extents for text in shown])
        low, high = boxes[:, None, :2], boxes[:, None, 2:]
        apart = (low >= high.swapaxes(0, 1)) | (high <= low.swapaxes(0, 1))
        both = np.argwhere(~apart.any(axis=-1) & ~np.eye(len(boxes), dtype=bool))
        assert [(shown[i].get_text(), shown[j].get_text()) for i, j in both] == []


def test_importing_labnet_does_not_import_matplotlib():
    code = "import labnet, sys; assert 'matplotlib' not in sys.modules; labnet.plots.points"
    subprocess.run([sys.executable, "-c", code], check=True)


WITH_RUNS = Network(Linear(2, 2), Sigmoid(), Linear(2, 1), rng=np.random.default_rng(3), runs=4)
PERCEPTRON = Network(Linear(2, 1), Sigmoid(), rng=np.random.default_rng(3))
WIDE = Network(Linear(3, 2), Tanh(), Linear(2, 1), rng=np.random.default_rng(3))
BAD = {
    "X has one column": (lambda: plots.points(X[:, :1], Y), r"X has shape \(21, 1\).*\(n, 2\)"),
    "y is flat": (lambda: plots.points(X, Y[:, 0]), r"y\.reshape\(-1, 1\)"),
    "y is short": (lambda: plots.comparison(ONE_NET, X, Y[:5]), r"y has shape .*\(21, 1\)"),
    "y is no class": (lambda: plots.points(X, Y * 2), "0 and 1"),
    "X is NaN": (lambda: plots.points(X * np.nan, Y), "X has 42 value"),
    "no function": (lambda: plots.decision_surface(3, X, Y), "predict is 3.*network"),
    "flat p": (lambda: plots.comparison(lambda X: X[:, 0], X, Y), r"p of shape \(21,\)"),
    "p is NaN": (lambda: plots.predictions(lambda X: X[:, :1] * np.nan, X, Y), "p has 21 value"),
    "runs": (lambda: plots.comparison(WITH_RUNS, X, Y), r"net\.predict\(X\)\[0\]"),
    "one axes": (lambda: plots.comparison(ONE_NET, X, Y, plt.subplots()[1]), r"subplots\(1, 2\)"),
    "what": (lambda: plots.learning_curve([1.0], what="loss"), "'losses', 'accuracies'"),
    "no history": (lambda: plots.learning_curve("losses"), "history"),
    "a number": (lambda: plots.learning_curve(3.0), r"expected a History, an array"),
    "empty dict": (lambda: plots.learning_curve({}), "empty"),
    "no dict": (lambda: plots.curves([1, 2], [0, 1], "x", "y"), "{label: array}"),
    "lengths": (lambda: plots.curves({"a": [1, 2]}, [0], "x", "y"), r"'a' has shape \(2,\)"),
    "a linear layer": (lambda: plots.activation(Linear(1, 1)), "activation layer"),
    "a class": (lambda: plots.activation(Sigmoid), "such as Sigmoid"),
    "many examples": (lambda: plots.graph(ONE_NET, X, Y, SquaredError()), r"x\[:1\]"),
    "graph of runs": (lambda: plots.graph(WITH_RUNS, X[:1], Y[:1], SquaredError()), r"theta\[r\]"),
    "no network": (lambda: plots.hidden_units(left_half, X, Y), "expected one Network"),
    "layer 0": (lambda: plots.hidden_space(ONE_NET, X, Y, layer=0), r"1 hidden layer.*expected 1"),
    "nothing hidden": (lambda: plots.hidden_units(PERCEPTRON, X, Y), "no hidden layer"),
    "3 inputs": (lambda: plots.hidden_units(WIDE, X, Y), "takes 3 inputs"),
    "bend 2": (lambda: plots.hidden_space(ONE_NET, X, Y, bend=2), "bend is 2; expected 0 to 1"),
    "bend below": (lambda: plots.hidden_space(ONE_NET, X, Y, bend=-0.1), "expected 0 to 1"),
    "no bend": (lambda: plots.hidden_space(ONE_NET, X, Y, bend=None), "expected a finite number"),
    "unit 2": (lambda: plots.hidden_space(ONE_NET, X, Y, units=(0, 2)), r"2 unit.*\(0, 1\)"),
    "a point outside": (lambda: plots.tangent(sigmoid, quarter, 7), "z is 7; expected -6 to 6"),
    "a point as text": (lambda: plots.tangent(sigmoid, quarter, "1"), "z is '1'"),
    "no slope": (lambda: plots.tangent(sigmoid, lambda z: None, 1.0), r"slope\(z\) is None"),
    "f of an array": (lambda: plots.tangent(quarter, quarter, 1.0), "one for each z"),
    "f is infinite": (lambda: plots.tangent(lambda z: z * np.inf, quarter, 1.0), r"f\(z\) is inf"),
    "a unit alone": (lambda: plots.hidden_space(ONE_NET, X, Y, units=1), "expected two"),
}


@pytest.mark.parametrize(("call", "complaint"), BAD.values(), ids=BAD)
def test_bad_input_is_told_how_to_mend_it(call, complaint):
    with pytest.raises(LabnetError, match=complaint):
        call()
