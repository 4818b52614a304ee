"""Data drawn point by point, in the browser or from Python."""

import explorer_networks as networks
import numpy as np
import pytest
from helpers import X as POINTS
from helpers import Y as LABELS

from labnet import LabnetError, explore

THREE = ((0.1, 0.9, 1), (0.2, 0.3, 0), (0.8, 0.4, 1))
NONE_YET = "data is 'drawn', but there are no points: click points into the map, or set e.points"


def small(*network, **values):
    return explore(*network, **{"hidden": (4,), "activation": "tanh"} | values)


def shown(e):
    session = e.controller.session
    return np.hstack([session.X, session.y])


@pytest.mark.parametrize("points", [THREE, list(map(list, THREE)), np.array(THREE)])
@pytest.mark.parametrize("network", [(), (networks.MyNetwork,)])
def test_points_become_the_data(network, points):
    e = small(*network)
    e.train(5)
    e.points = points
    assert (e.data, e.points, e.epoch) == ("drawn", THREE, 5)
    assert np.array_equal(shown(e), THREE) and repr(e).startswith("points drawn by hand (3); ")
    opened = small(*network, points=points)
    opened.train(5)
    assert np.array_equal(opened.losses, e.losses) and opened.state == e.state


def test_the_browser_draws_them():
    e = small()
    e.set_state({"points": [[0.123456, 0.9, 1]]})
    assert (e.data, e.points) == ("drawn", ((0.1235, 0.9, 1),)) and len(e.scene["y"]) == 1
    e.set_state({"points": [[0.123456, 0.9, 1], [0.5, 0.5, 2]]})
    assert "points has [0.5, 0.5, 2]; expected (x1, x2, class)" in e.notice
    assert e.points == ((0.1235, 0.9, 1),)
    e.set_state({"points": []})
    assert (e.data, e.points) == ("xor", ()) and len(e.scene["y"]) == 21


@pytest.mark.parametrize("points", [THREE[:1], [(0.5, 0.5, 0)] * 3, [(1000, -1000, 0)], THREE])
@pytest.mark.parametrize("held_out", [0, 0.5])
def test_any_points_can_be_trained(points, held_out):
    e = small(points=points, held_out=held_out, noise=0.1)
    e.train(20)
    assert e.error == "" and e.loss < e.losses[0]


@pytest.mark.parametrize("e", [small(), small(data="circles"), small(data=(POINTS, LABELS))])
def test_without_points_the_data_of_the_beginning_are_back(e):
    first = e.data
    e.data = "spiral"
    e.points = THREE
    e.points = ()
    assert e.data == first
    e.points = THREE
    e.data = "spiral"
    before = e.losses
    e.points = []
    assert e.data == "spiral" and np.array_equal(e.losses, before)


def test_where_it_began_with_points_the_default_is_left():
    e = small(points=THREE)
    e.points = []
    assert e.data == "xor" and "points" not in e.state


def test_other_data_leave_the_points_alone():
    e = small(points=THREE)
    e.data = "xor"
    assert e.points == THREE and "drawn" not in repr(e) and "points" not in repr(e)
    e.state = e.state
    e.data = "drawn"
    assert np.array_equal(shown(e), THREE)


def test_an_example_that_is_gone_is_dropped():
    e = small(points=THREE, example=2)
    e.points = THREE[:2]
    assert e.example is None


def test_drawn_is_always_offered_and_needs_points():
    for e in (small(), small(data=(POINTS, LABELS))):
        data = next(control for control in e.controls if control["name"] == "data")
        assert data["values"][-1] == data["texts"][-1] == "drawn"
        e.train(3)
        before = e.state
        for act in (
            lambda e=e: setattr(e, "data", "drawn"),
            lambda e=e: setattr(e, "state", "data=drawn"),
            lambda: explore(data="drawn"),
            lambda: explore(state="data=drawn; lr=1"),
        ):
            with pytest.raises(LabnetError, match=NONE_YET):
                act()
        assert e.state == before and e.data != "drawn"
    assert explore(data="drawn", points=THREE).data == "drawn"


def test_data_that_are_named_come_before_points():
    e = small(data="circles", points=THREE)
    assert (e.data, e.points) == ("circles", THREE)


@pytest.mark.parametrize("held_out", [0, 0.3])
def test_a_state_brings_them_back(held_out):
    rng = np.random.default_rng(0)
    drawn = np.hstack([rng.normal(0, 300, (100, 2)), rng.integers(0, 2, (100, 1))])
    e = small(networks.MyNetwork, points=drawn, held_out=held_out, lr=1e-4)
    for _ in range(4):
        e.train(5)
        e.pin()
    again = small(networks.MyNetwork, state=e.state)
    assert again.state == e.state and np.array_equal(again.losses, e.losses)
    assert again.points == e.points and again.pins == e.pins
    e.points = THREE
    e.state = again.state
    assert np.array_equal(e.losses, again.losses)


def test_the_longest_points_fit_in_a_state():
    longest = [(-1.234e-05, -5.678e-05, 1)] * 100
    e = small(points=longest)
    for _ in range(4):
        e.pin()
    assert explore(state=e.state).points == e.points


def test_reset_brings_the_first_points():
    e = small(points=THREE)
    e.points = THREE[:1]
    e.reset()
    assert e.points == THREE and e.data == "drawn"


def test_over_seeds_trains_on_them():
    e = small(points=THREE)
    e.train(10)
    assert np.allclose(e.over_seeds(2).losses[:, 0], e.losses)
    assert "drawn" in e.band["text"]
