"""The axes of the browser's plots: round numbers where the data and the losses are, all legible."""

import numpy as np
import pytest
from matplotlib.ticker import MaxNLocator

from labnet.explorer.face.axes import axis, epochs_axis, log_axis, loss_axes, plane

MATPLOTLIB = MaxNLocator(5, steps=[1, 2, 2.5, 5, 10])


def random_ranges(count=2000):
    rng = np.random.default_rng(0)
    for _ in range(count):
        size = 10 ** rng.uniform(-9, 12)
        low = size * rng.uniform(-3, 3)
        yield low, low + size * rng.uniform(0.05, 1)


def qualities(ticks, low, high):
    """Within the range, at equal distances, multiples of 1, 2, 2.5 or 5; and how many there are."""
    inside = ticks[(ticks >= low) & (ticks <= high)]
    step = np.diff(ticks)[0]
    digit = step / 10 ** np.floor(np.log10(step) + 1e-9)
    assert np.allclose(np.diff(ticks), step, rtol=1e-6)
    assert np.isclose(digit, [1, 2, 2.5, 5]).any()
    assert np.allclose(ticks / step, np.round(ticks / step), rtol=0, atol=1e-6)
    return len(inside)


def test_ticks_have_the_qualities_of_those_of_matplotlib():
    for low, high in random_ranges():
        shown = axis(low, high)
        ticks, are_long = np.array(shown["ticks"]), max(map(len, shown["texts"])) > 6
        assert (ticks >= low).all() and (ticks <= high).all()
        assert 3 - are_long <= qualities(ticks, low, high) <= 6
        assert 2 <= qualities(MATPLOTLIB.tick_values(low, high), low, high) <= 6


def test_ticks_go_right_up_to_a_round_end():
    for high in (0.6, 0.3, 0.8, 3e-7, 6e11):
        assert axis(0, high)["ticks"][-1] == high
        assert axis(-high, 0)["ticks"][0] == -high


def test_the_unit_square_has_tenths():
    for one in plane((-0.05, 1.05, -0.05, 1.05)):
        assert one["range"] == [-0.05, 1.05]
        assert one["ticks"] == [0, 0.2, 0.4, 0.6, 0.8, 1]
        assert one["texts"] == ["0", "0.2", "0.4", "0.6", "0.8", "1"]


def values(texts):
    return [float(text.replace("−", "-").replace(",", "")) for text in texts]


def test_texts_say_their_ticks_and_none_is_long():
    for low, high in random_ranges():
        shown = axis(low, high)
        assert values(shown["texts"]) == shown["ticks"]
        assert len(set(shown["texts"])) == len(shown["texts"])
        assert sum(map(len, shown["texts"])) <= 40
        assert not {"-0", "−0", "0.0"} & {*shown["texts"]}


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (-0.2, 0.1, ["−0.2", "−0.1", "0", "0.1"]),
        (0, 9000, ["0", "2000", "4000", "6000", "8000"]),
        (0, 21000, ["0", "5e3", "1e4", "1.5e4", "2e4"]),
        (0, 1.05e12, ["0", "2e11", "4e11", "6e11", "8e11", "1e12"]),
        (0, 1e-9, ["0", "2e−10", "4e−10", "6e−10", "8e−10", "1e−9"]),
        (-1e6, 1e6, ["−1e6", "−5e5", "0", "5e5", "1e6"]),
        (1e6, 1e6 + 20, ["1e6", "1.00001e6", "1.00002e6"]),
        (0, 1e308, ["0", "2e307", "4e307", "6e307", "8e307", "1e308"]),
    ],
)
def test_powers_of_ten_from_five_digits(low, high, texts):
    assert axis(low, high)["texts"] == texts


@pytest.mark.parametrize(
    ("last", "texts"),
    [
        (1, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (13, ["0", "5", "10"]),
        (12000, ["0", "5,000", "10,000"]),
        (1_000_000, ["0", "200,000", "400,000", "600,000", "800,000", "1,000,000"]),
    ],
)
def test_epochs_are_whole(last, texts):
    assert epochs_axis(last)["texts"] == texts


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (1e-12, 1e3, ["1e−12", "1e−9", "1e−6", "0.001", "1", "1000"]),
        (1e-5, 0.7, ["1e−5", "1e−4", "0.001", "0.01", "0.1"]),
        (9e11, 1.1e12, ["9e11", "9.5e11", "1e12", "1.05e12", "1.1e12"]),
        (0.5, 6, ["0.5", "1", "2", "5"]),
        (2, 19, ["2", "5", "10"]),
        (0.2, 0.3, ["0.2", "0.22", "0.24", "0.26", "0.28", "0.3"]),
    ],
)
def test_a_logarithmic_axis_over_many_decades_and_over_less_than_one(low, high, texts):
    assert log_axis(low, high)["texts"] == texts


def test_every_logarithmic_axis_has_some_ticks():
    rng = np.random.default_rng(0)
    for _ in range(2000):
        low = 10 ** rng.uniform(-12, 12)
        high = low * 10 ** rng.uniform(0.2, 15)
        shown = log_axis(low, high)
        ticks = np.array(shown["ticks"])
        assert (ticks >= low).all() and (ticks <= high * (1 + 1e-9)).all()
        assert 3 <= len(ticks) <= 6 and values(shown["texts"]) == shown["ticks"]


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("size", [1e-9, 1e-3, 1.0, 1e5, 1e12, 1e30])
def test_the_axis_holds_all_losses_of_any_size(size, log):
    losses = size * np.array([0.3, 1.0, 0.7])
    _, up = loss_axes([losses], 2, log)
    low, high = up["range"]
    assert low < losses.min() and losses.max() < high < 2 * size
    assert (low == 0) == (not log)
    assert len(up["ticks"]) >= 3 and max(map(len, up["texts"])) <= 7


def test_before_the_first_epoch_the_axes_have_a_length_too():
    for log in (False, True):
        epochs, losses = loss_axes([[0.0]], 0, log)
        assert epochs["range"] == [0, 1] and losses["range"][0] < losses["range"][1]


def test_losses_below_0_have_room_too():
    _, up = loss_axes([[-2.0, -1.0]], 1, log=False)
    assert up["range"] == [-2.1, 0.0]
    _, up = loss_axes([[-2.0, 4.0]], 1, log=False)
    assert up["range"] == [-2.1, 4.2]


@pytest.mark.parametrize("log", [False, True])
def test_what_the_browser_cannot_draw_has_no_part_in_the_axis(log):
    _, up = loss_axes([[1.0, np.inf, np.nan, 1e39, -np.inf]], 4, log)
    assert 1 < up["range"][1] < 2
    for nothing in ([np.nan], [0.0], [5e-324]):
        _, up = loss_axes([nothing], 1, log)
        assert 1 <= up["range"][1] <= 1.3
