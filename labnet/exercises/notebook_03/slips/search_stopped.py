"""A pass that is stopped because shapes don't fit: which two arrays met, and what that means."""

import numpy as np

from . import forward, hidden_layers, parameters
from .clash import clash
from .right_steps import BACKWARD, FORWARD, LAST, before_backward, before_forward, name, run
from .search import closeness

MEETING = (
    "{} does not fit {}: in a product of matrices the inner sizes must meet.",
    "{} does not fit {}, entry by entry.",
)
WRITE = "Write down the shapes of all arrays in that line; the rows are the examples."


def in_backward(draws):
    """(id, sentence, hint) of what stopped a backward pass, or None."""
    return agreed(draws, "backward", before_backward, BACKWARD)


def in_forward(draws):
    return agreed(draws, "forward", before_forward, FORWARD)


def agreed(draws, which, before, steps):
    told = [one_draw(draw, which, before, steps) for draw in draws]
    return told[0] if all(one and one[0] == told[0][0] for one in told) else None


def one_draw(draw, which, before, steps):
    place = next((i for i in draw.faulty if draw.given[i].event == "ValueError"), None)
    if place is None:
        return None
    args = draw.cases[place].args
    found = clash(draw.function, args)
    if found is None:
        return None
    e = run(before(*args), steps, {})
    left, right = (known_as(array, e) for array in (found.left, found.right))
    left = left or error_for(found, right, e)
    meant = MEANT[which](found.product, left, right) if left and right else None
    return made_from_another(found, left, right, e) or meant or unknown(which, found, left, right)


def made_from_another(found, left, right, e):
    """What it means if the left array has gone its way already, and now is taken for another.

    dz3 has met W3 before, so it is `da1` that is made now; da2 has met its slope, so it is `dz1`.
    """
    if which_of(left) not in ("dz3", "da2") or not is_used_up(left[0], found.before, e):
        return None
    here = which_of(right) in ("W1", "W2") if left[0] == "dz3" else not found.product
    return told(hidden_layers.SLIPS, "backward-dz-of-another-layer", 1) if here else None


def which_of(known):
    return known[0] if known else ""


def is_used_up(key, before, e):
    """Whether this array has met what it has to meet: dz3 its weights, da2 a slope."""
    product = key == "dz3"
    met = [one for one in before if one.product == product and one.left.shape == e[key].shape]
    if product:  # W3 is a column, and turned it is a row with the same numbers
        met = [one for one in met if np.array_equal(one.right.ravel(), e["W3"].ravel())]
    return any(closeness(one.left, e[key], len(e["x"])) for one in met)


def error_for(found, right, e):
    """Which dz the left array must be, if its numbers are wrong but its shape tells."""
    j = right[0][1:] if right and is_weight(right[0]) else ""
    return (f"dz{j}", False) if e.get(f"dz{j}", e["x"][:0]).shape == found.left.shape else None


def unknown(which, found, left, right):
    shown = (shown_as(known, array) for known, array in ((left, found.left), (right, found.right)))
    sentence = MEETING[0 if found.product else 1].format(*shown)
    return f"{which}-shapes-clash", sentence[0].upper() + sentence[1:], WRITE


def shown_as(known, array):
    """`W3`, transposed, of shape (1, 3)"""
    turned = ", transposed," if known and known[1] else ""
    return f"{f'`{known[0]}`' if known else 'an array'}{turned} of shape {array.shape}"


def known_as(array, e):
    """("W3", False), or ("W3", True) for its transpose, or for a simple multiple; or None."""
    for key, value in e.items():
        if array.ndim == 2:
            for turned, one in ((False, value), (True, value.mT)):
                if closeness(array, one, len(e["x"])):
                    return key, turned
    return None


def told(slips, id, k):
    """The words of a slip; None if there is no such layer."""
    (slip,) = (one for one in slips if one.id == id)
    return slip.told(k) if k in slip.layers else None


def meant_in_backward(product, left, right):
    """What it means that these two met, as (id, sentence, hint), or None."""
    (one, turned), (other, _) = left, right
    if one.startswith("dz") and is_weight(other):
        return error_meets_weights(product, int(one[2:]), other)
    if is_weight(one) and other.startswith("dz") and product:
        return told(hidden_layers.SLIPS, "backward-weights-first", int(other[2:]) - 1)
    if received(one) and other.startswith("dz") and product and not turned:
        return told(parameters.SLIPS, "backward-input-not-transposed", int(other[2:]))
    if one.startswith("dz") and received(other) and product:
        return told(parameters.SLIPS, "backward-input-last", int(one[2:]))
    if one.startswith("da") and other[0] in "az" and not product:
        return told(hidden_layers.SLIPS, "backward-slope-of-another-layer", int(one[2:]))
    return None


def error_meets_weights(product, j, weights):
    if not product:
        return told(hidden_layers.SLIPS, "backward-weights-element-wise", j - 1)
    kind = "not-transposed" if weights == f"W{j}" else "other-layer"
    return told(hidden_layers.SLIPS, f"backward-weights-{kind}", j - 1)


def meant_in_forward(product, left, right):
    (one, _), (other, turned) = left, right
    if is_weight(one) and received(other) and product:
        return told(forward.SLIPS, "forward-weights-first", int(one[1:]))
    if not received(one) or not is_weight(other):
        return None
    k = 1 + int(one[1:] or 0)
    if not product:
        return told(forward.SLIPS, "forward-element-wise", k)
    if other != f"W{k}":
        return told(forward.SLIPS, "forward-weights-of-another-layer", k)
    return told(forward.SLIPS, "forward-weights-transposed", k) if turned else None


def is_weight(key):
    return key[0] == "W"


def received(key):
    """Whether it is x, a1 or a2: what a layer receives."""
    return key in [name("a", k) for k in range(LAST)]


MEANT = {"backward": meant_in_backward, "forward": meant_in_forward}
