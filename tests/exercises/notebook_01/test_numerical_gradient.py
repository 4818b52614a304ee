"""A numerical gradient: where it looks."""

import pytest
from exercises.cells import checked

GRADIENT = """def numerical_gradient(f, x, h=1e-5):
    dx = np.zeros({shape})
    for i in {entries}:
        {start}
        {moves}
        dx[i] = (f(up) - f(down)) / (2 * h)
    return dx
"""
MOVES = "up[i] += h; down[i] -= h"
ENTRIES = "np.ndindex(x.shape)"


@pytest.mark.parametrize(
    ("start", "moves", "names"),
    [
        ("up, down = x, x", MOVES, "`x`, `up` and `down`"),
        ("up = x; down = x", MOVES, "`x`, `up` and `down`"),
        ("up = x * 1.0; down = up", MOVES, "`up` and `down`"),
        ("up = down = x.astype(float)", MOVES, "`up` and `down`"),
        ("up = down = x.copy()", "up[i] = x[i] + h; down[i] = x[i] - h", "`up` and `down`"),
    ],
)
def test_two_names_of_one_array_are_told(start, moves, names):
    source = GRADIENT.format(shape="x.shape", entries=ENTRIES, start=start, moves=moves)
    verdict = checked(source)
    assert verdict.mistake == "gradient-no-copy", verdict
    assert verdict.message.startswith(f"{names} are the same array: `=` makes no copy.")


@pytest.mark.parametrize(
    ("start", "moves"),
    [
        ("up, down = x * 1.0, x * 1.0", "up[i] + h; down[i] - h"),
        ("up, down = x * 1.0, x * 1.0", "up[i] += 1e-30; down[i] -= 1e-30"),
    ],
)
def test_points_that_are_not_moved_are_told(start, moves):
    source = GRADIENT.format(shape="x.shape", entries=ENTRIES, start=start, moves=moves)
    assert checked(source).mistake == "gradient-nothing-moved"


@pytest.mark.parametrize(
    ("shape", "start"),
    [
        ("x.shape", "up, down = x * 1.0, x * 1.0"),
        ("len(x)", "up, down = x * 1.0, x * 1.0"),
        ("len(x)", "up, down = x.copy(), x.copy()"),
    ],
)
def test_a_loop_over_rows_is_told(shape, start):
    source = GRADIENT.format(shape=shape, entries="range(len(x))", start=start, moves=MOVES)
    verdict = checked(source)
    assert verdict.mistake in ("gradient-rows-only", "gradient-whole-rows") and not verdict.passed
    assert "row" in verdict.message and "axis" not in verdict.message


def test_nothing_is_said_of_places_that_are_right():
    source = GRADIENT.format(
        shape="x.shape", entries=ENTRIES, start="up, down = x * 1.0, x * 1.0", moves=MOVES
    )
    assert checked(source).passed
    assert checked(source.replace("2 * h", "3 * h")).mistake == "constant-factor"
    assert checked(source.replace("dx[i] = (", "dx = (")).mistake != "gradient-nothing-moved"


NEIGHBOURS = (
    "np.gradient(f(x), h)",
    "np.gradient(f(x), x, h)",
    "np.gradient([f(v) for v in x], h)",
    "np.gradient(x, h)",
    "np.array(np.gradient(f(x)))",
)


@pytest.mark.parametrize("value", NEIGHBOURS)
def test_differences_of_neighbours_are_no_nudging(value):
    verdict = checked(f"def numerical_gradient(f, x, h=1e-5):\n    return {value}")
    assert verdict.mistake == "gradient-of-neighbours", verdict


def test_neighbours_at_both_sides_of_an_entry_are_right():
    gradient = "np.gradient([f(down), f(x), f(up)], h)[1]"
    source = GRADIENT.format(
        shape="x.shape", entries=ENTRIES, start="up, down = x * 1.0, x * 1.0", moves=MOVES
    )
    assert checked(source.replace("(f(up) - f(down)) / (2 * h)", gradient)).passed


TOGETHER = ("(f(x + h) - f(x)) / h", "f(x + h) - f(x - h) / (2 * h)", "[(f(x) - f(x - h)) / h]")


@pytest.mark.parametrize("value", TOGETHER)
def test_entries_that_move_together_are_told_whatever_is_made_of_it(value):
    verdict = checked(f"def numerical_gradient(f, x, h=1e-5):\n    return {value}")
    assert verdict.mistake == "gradient-all-at-once", verdict


STEPS = {
    "up[i] += 1e-12; down[i] -= 1e-12": "Your points lie about 1e-12 from x,",
    "up[i] += 0.1; down[i] -= 0.1": "Your points lie about 0.1 from x,",
    "up[i] += h / 2; down[i] -= h / 2": "Your points lie about 5e-06 from x,",
}


@pytest.mark.parametrize("moves", STEPS)
def test_another_step_is_told_with_its_length(moves):
    start = "up, down = x * 1.0, x * 1.0"
    source = GRADIENT.format(shape="x.shape", entries=ENTRIES, start=start, moves=moves)
    told = checked(source).message
    assert told.startswith(f"{STEPS[moves]} where h should be 1e-05.")


VECTORS = """def numerical_gradient(f, x, h=1e-5):
    dx = np.zeros(x.shape)
    for i in range(len(x)):
        e = np.zeros(len(x))
        e[i] = h
        dx[i] = {slope}
    return dx
"""
SLOPES = {
    "(f(x + e) - f(x - e)) / (2 * h)": "gradient-rows-only",
    "(f(x + e) - f(x - e)) / h": "gradient-divided-by-h",
    "(f(x + e) - f(x - e)) / 2 * h": "gradient-brackets",
}


@pytest.mark.parametrize("slope", SLOPES)
def test_what_is_wrong_for_vectors_is_told_though_matrices_are_another_matter(slope):
    assert checked(VECTORS.format(slope=slope)).mistake == SLOPES[slope]


@pytest.mark.parametrize("value", ["np.gradient(sigmoid(z))", "np.diff(sigmoid(z)) / np.diff(z)"])
def test_neighbours_in_an_array_give_no_slope_of_a_curve(value):
    assert checked(f"def sigmoid_slope(z):\n    return {value}").mistake == "slope-of-neighbours"
