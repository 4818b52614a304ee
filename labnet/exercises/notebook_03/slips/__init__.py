"""The slips that can happen in each step of the forward and the backward pass, and their search.

right_steps : the arrays of both passes, and the right formula of every step.
slip : one slip; forward, output_layer, hidden_layers, parameters : those of each part.
single_layer : those that earlier notebooks know of one step.
search, search_forward : which slip explains the first wrong array. clash, search_stopped : which
two arrays did not fit. catalogued : the slips as entries of the catalogue.
"""

from . import forward, hidden_layers, search, search_forward, search_stopped


def explain_forward(draws):
    """(id, sentence, hint) of what went wrong in a forward pass, or None if no slip explains it."""
    return unless_changed(draws, search_forward.in_forward, search_stopped.in_forward)


def explain_backward(draws):
    return unless_changed(draws, search.in_backward, search_stopped.in_backward)


def unless_changed(draws, *searches):
    """What the first search finds. Arrays that were changed on the way would lead it astray."""
    if any(one.changed for draw in draws for one in draw.given):
        return None
    found = next(filter(None, (look(draws) for look in searches)), None)
    return as_stopped(*found) if found and draws[0].given[draws[0].faulty[0]].stopped else found


def as_stopped(id, sentence, hint):
    """The same in the words for a slip that NumPy has stopped."""
    for slip in (*forward.SLIPS, *hidden_layers.SLIPS):
        for k in slip.layers if slip.id == id else ():
            sentence = sentence.replace(slip.told(k)[1], slip.told(k, stopped=True)[1])
    return id, sentence, hint
