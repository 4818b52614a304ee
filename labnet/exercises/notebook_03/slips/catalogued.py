"""Slips as entries of the catalogue, each in the first layer where it can happen."""

from ...engine.catalogue import Mistake, enter


def enter_slips(exercise, slips, planted):
    """planted({(place, layer): formula}) : the pass with the slip in it."""
    for slip in slips:
        enter(entry(exercise, slip, planted))


def entry(exercise, slip, planted):
    k = slip.layers[0]
    id, sentence, hint = slip.told(k)
    _, stopped, _ = slip.told(k, stopped=True)
    code = planted({(slip.place, k): slip.formula()})
    return Mistake(id, exercise, code, sentence, hint, stopped=stopped)
