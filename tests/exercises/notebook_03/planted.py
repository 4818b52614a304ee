"""Passes with slips planted in them, and what the recogniser makes of them."""

import numpy as np

from labnet.exercises.engine.recognise import Draw
from labnet.exercises.notebook_03.slips import forward as forward_slips
from labnet.exercises.notebook_03.slips import hidden_layers, output_layer, parameters
from labnet.exercises.notebook_03.slips.slip import backward_with

SLIPS = [*output_layer.SLIPS, *hidden_layers.SLIPS, *parameters.SLIPS]
BY_ID = {one.id: one for one in (*SLIPS, *forward_slips.SLIPS)}


def steep(a):
    return a * (1 - a)


def explained(exercise, explain, function):
    """The id that the recogniser gives on its own, without the catalogue."""
    rng = np.random.default_rng()
    told = explain([Draw(exercise, function, rng) for _ in range(2)])
    return told and told[0]


def planted(*slips):
    """A backward pass with these (id, layer), or (id, layer, which way to write it)."""
    formulas = {}
    for id, k, *way in slips:
        one = BY_ID[f"backward-{id}"]
        formulas[one.place, k] = one.formula(*way)
    return backward_with(formulas)
