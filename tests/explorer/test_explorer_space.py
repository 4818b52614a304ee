"""Two hidden units as coordinates: the grid, the border and the points, flat and bent."""

import json

import explorer_networks as networks
import numpy as np
import pytest

from labnet import LabnetError, explore
from labnet.explorer.run import chain

BOTH = pytest.mark.parametrize("network", [None, networks.MyNetwork])


def opened(network=None, **values):
    e = explore(network, **{"hidden": (4, 3), "activation": "tanh"} | values, panel="hidden space")
    e.train(20)
    return e


def pairs(data):
    return np.frombuffer(data, "f4").reshape(-1, 2)


def units(e, k, points):
    return chain.activations(e.controller.session.network(), points)[k - 1]


def placed(e, shares):
    """The points of the plane at these shares of its box."""
    (left, right), (bottom, top) = (axis["range"] for axis in e.scene["axes"])
    return np.array([left, bottom]) + shares * np.array([right - left, top - bottom])


@BOTH
@pytest.mark.parametrize("space", [None, (1, 3, 0), (2, 2, 1)])
def test_what_is_bent_is_where_the_units_put_it(network, space):
    e = opened(network, space=space)
    shown, (k, across, up) = e.picture["space"], space or (2, 0, 1)
    assert (shown["k"], shown["across"], shown["up"]) == (k, across, up)
    assert shown["names"] == [f"a{k}[:, {across}]", f"a{k}[:, {up}]"]
    drawn = (shown["grid"], shown["bent"]), (e.picture["border"], shown["border_bent"])
    for shares, coordinates in drawn:
        flat, bent = placed(e, pairs(shares)), pairs(coordinates)
        assert len(flat) > 50 and np.array_equal(np.isnan(flat), np.isnan(bent))
        expected = units(e, k, flat)[:, [across, up]]
        assert np.allclose(bent, expected, atol=1e-6, equal_nan=True)
    a, p = e.hidden_space()
    assert np.array_equal(a, units(e, k, e.controller.session.X)[:, [across, up]])
    assert np.array_equal(pairs(shown["X_bent"]), a.astype("f4"))
    assert np.array_equal(p, e.controller.session.p)
    assert shown["layers"] == [[1, 4], [2, 3]]


def test_the_grid_fills_the_plane_with_lines_apart():
    e = opened()
    grid = pairs(e.picture["space"]["grid"])
    ends = np.flatnonzero(np.isnan(grid[:, 0]))
    assert len(ends) == 22 and np.isnan(grid[ends]).all()
    assert np.nanmin(grid, axis=0).tolist() == [0, 0] and np.nanmax(grid, axis=0).tolist() == [1, 1]
    lines = np.split(grid, ends + 1)[:-1]
    assert all(min(np.ptp(line[:-1], axis=0)) == 0 for line in lines)


AXES = {"sigmoid": [-0.05, 1.05], "tanh": [-1.1, 1.1]}


@pytest.mark.parametrize("activation", AXES)
def test_the_axes_are_all_that_an_activation_can_give(activation):
    e = opened(activation=activation)
    assert all(np.allclose(one["range"], AXES[activation]) for one in e.picture["space"]["axes"])


@pytest.mark.parametrize("activation", ["relu", "none"])
def test_other_axes_hold_the_grid_and_stand_on_round_ends(activation):
    shown = opened(activation=activation, space=(1, 0, 1)).picture["space"]
    for axis, seen in zip(shown["axes"], pairs(shown["bent"]).T, strict=True):
        low, high = axis["range"]
        assert low == -high and np.nanmax(np.abs(seen)) < high < 2.3 * np.nanmax(np.abs(seen))
        assert np.isclose(np.log2(high / 1.1) % 1, 0)


def test_it_is_sent_only_where_it_is_seen():
    e = opened()
    e.panel = "loss"
    assert e.picture["space"] is None
    assert opened(networks.Bare, hidden=(4,), activation="sigmoid").picture["space"] is None


def test_a_layer_of_one_unit_gives_way_to_one_with_two():
    e = opened(hidden=(3, 1))
    assert e.picture["space"]["k"] == 1 and e.picture["space"]["layers"] == [[1, 3]]
    e.hidden = (1,)
    assert e.picture["space"] is None
    with pytest.raises(LabnetError, match="two units in a hidden layer"):
        e.hidden_space()


@pytest.mark.parametrize("space", [(3, 0, 1), (2, 0, 3), (1, 4, 0)])
def test_units_that_are_not_there_are_refused(space):
    e = opened()
    before = e.state
    with pytest.raises(LabnetError, match="layer 1 with 4, layer 2 with 3 units"):
        e.space = space
    with pytest.raises(LabnetError, match="layer 1 with 4"):
        e.state = f"{before}; space={','.join(map(str, space))}"
    assert e.state == before


def test_a_space_that_a_new_network_lacks_gives_way():
    e = opened(space=(2, 0, 2), bend=0.25)
    assert "space=2,0,2" in e.state and "bend=0.25" in e.state
    again = explore(state=e.state).picture["space"]
    assert again["bent"] == e.picture["space"]["bent"]
    e.hidden = (4,)
    assert e.space is None and e.picture["space"]["k"] == 1 and e.panel == "hidden space"


def test_a_diverged_space_can_be_sent():
    e = opened(lr=10, activation="relu", init="he", output="none, squared error")
    e.train(100)
    assert e.error and e.picture["space"]
    json.dumps(e.picture, default=len, allow_nan=False)
