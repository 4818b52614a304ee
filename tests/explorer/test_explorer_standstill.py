"""Why a training stands still: the causes are told apart, and what moves is left in peace."""

from copy import copy, deepcopy

import explorer_networks as networks
import numpy as np
import pytest

from labnet import explore
from labnet.explorer.run.standstill import seen

POINTS = np.array([[0.1, 0.2], [0.9, 0.1], [0.4, 0.6], [0.8, 0.8]])
PLATEAU, SATURATED, DEAD = "On a plateau", "Saturated: the slopes in layer", "Dead ReLUs"
STILL = {
    "the plateau of xor": ({}, 500, PLATEAU),
    "the best line": ({"activation": "none"}, 500, PLATEAU),
    "no hidden layer": ({"hidden": (), "lr": 1}, 500, PLATEAU),
    "positive weights": ({"init": "positive", "hidden": (20, 20)}, 500, f"{SATURATED} 2"),
    "a long step": ({"lr": 10}, 1000, f"{SATURATED} 2"),
    "dead units": ({"activation": "relu", "init": "he", "lr": 3}, 300, DEAD),
    "an output": (
        {"output": "sigmoid, squared error", "hidden": (), "lr": 1000, "data": "xor"},
        300,
        "Saturated: the slopes in the output",
    ),
}
MOVING = {
    "tanh": ({"activation": "tanh"}, 150),
    "points that a line parts": ({"data": "linear"}, 600),
    "a small rate": ({"activation": "tanh", "lr": 0.003}, 200),
    "the spiral": ({"data": "spiral", "activation": "tanh"}, 300),
    "all points right": ({"activation": "tanh"}, 900),
    "the first epochs": ({}, 99),
    "a rate of next to nothing": ({"activation": "tanh", "lr": 1e-9}, 120),
    "saturated, but right": (
        {"init": "positive", "hidden": (20, 20), "lr": 1e-9, "data": (POINTS, np.ones((4, 1)))},
        120,
    ),
}


@pytest.mark.parametrize("case", STILL)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_cause_is_named(case, seed):
    values, epochs, cause = STILL[case]
    e = explore(**{"activation": "sigmoid"} | values, seed=seed, hide="network")
    e.train(epochs)
    assert e.standstill.startswith(cause) and e.picture["still"] == e.standstill


@pytest.mark.parametrize("case", MOVING)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_what_moves_or_is_done_is_not_called_still(case, seed):
    values, epochs = MOVING[case]
    e = explore(**{"activation": "sigmoid"} | values, seed=seed, hide="network")
    e.train(epochs)
    assert e.standstill == e.picture["still"] == ""


def test_the_dead_are_counted():
    e = explore(activation="relu", hidden=(4, 3), lr=1e-9)
    e.net.layers[2].b[...] = -100
    e.train(120)
    assert e.standstill.startswith("Dead ReLUs: 3 of the 3 units of layer 2 give a = 0")


def test_the_share_that_is_left_is_that_of_the_gradients():
    e = explore(activation="sigmoid")
    e.train(500)
    session = e.controller.session
    dthetas = [session.follow(i)[0].dtheta for i in range(len(session.X))]
    left = np.linalg.norm(np.mean(dthetas, axis=0)) / np.mean(np.linalg.norm(dthetas, axis=1))
    _, found = seen(deepcopy(e.net), session.X, session.y, copy(session.trainer.loss))
    assert np.isclose(found, left, rtol=1e-9)
    assert f"and {left:.1%} of them is left" in e.standstill


def test_looking_leaves_the_training_alone():
    e, other = (explore(activation="sigmoid") for _ in range(2))
    e.train(500), other.train(500)
    e.net.dtheta[...] = 7.0
    assert e.standstill and np.all(e.net.dtheta == 7.0)
    e.train(5), other.train(5)
    assert np.array_equal(e.losses, other.losses)


def test_a_class_whose_units_are_known_is_told_of_too():
    e = explore(networks.MyNetwork)
    e.train(500)
    assert e.standstill.startswith(PLATEAU)
    hidden = explore(networks.Bare)
    hidden.train(500)
    assert hidden.standstill == ""


def test_a_run_that_diverged_has_its_error():
    e = explore(lr=10, activation="relu", init="he", output="none, squared error", data="linear")
    e.train(300)
    assert e.error and e.standstill == ""
    e = explore()
    e.train(500)
    e.controller.session.error = "an error"
    assert e.standstill == ""
