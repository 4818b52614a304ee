"""What can be wrong with a network class, in the order in which it is looked at.

The explorer's protocol: MyNetwork(sizes, activation="sigmoid", rng=None), forward(x), backward(y)
and step(lr). Its numbers are found wherever an object keeps them; what a step does to each of them
is compared with the slope of the loss there.
"""

import numpy as np

from ...engine.attempt import is_stub
from ...engine.reading import UnfinishedError, UnreadableError
from .again import repeated
from .built import construction
from .class_passes import formula, gradient, moving_at_once
from .company import company, learning, weaknesses
from .lab import METHODS, Lab
from .predictions import activations, begins_alike, chance, depth, prediction, probabilities
from .raised import cause
from .steps import stepping


def faults_of_network(cls, sizes, activation, rng):
    lab, unwritten = Lab(cls, sizes, activation, rng), unwritten_methods(cls)
    for method, looks in LOOKS.items():
        if method in unwritten:
            raise UnfinishedError(told_unwritten(unwritten))
        for look in looks:
            with np.errstate(all="ignore"):
                yield from looked(look, lab)


def looked(look, lab):
    try:
        yield from look(lab)
    except (UnfinishedError, UnreadableError):
        raise
    except Exception as error:
        yield from cause(lab, error)
        raise


def unwritten_methods(cls):
    """The methods of which only the stub is there: that is no mistake yet."""
    own = [name for name in ("__init__", *METHODS) if name in vars(cls)]
    return [name for name in own if is_stub(vars(cls)[name])]


def told_unwritten(unwritten):
    """Which methods were looked at, those before the first stub, and which are stubs."""
    order = ("__init__", *METHODS)
    looked = order[: order.index(unwritten[0])]
    told = f"{listed(unwritten)} still {'has its' if len(unwritten) == 1 else 'have their'} `...`."
    if not looked:
        return told
    verb, them = ("is", "it") if len(looked) == 1 else ("are", "them")
    return f"{listed(looked)} {verb} written, and nothing is wrong with {them} so far; {told}"


def listed(names):
    """`a`, `b` and `c`"""
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}" if first else last


def explain(draws):
    """The mistake that the exercise `backward` has named, if every draw found the same."""
    given = [draw.given[0] for draw in draws]
    found = [one.values[""].item() if one.values else None for one in given]
    if None in found or len({one.id for one in found}) > 1:
        return None
    return found[0].id, found[0].fill, ""


LOOKS = {
    "__init__": (construction,),
    "forward": (prediction, probabilities, chance, activations, depth, formula, begins_alike),
    "backward": (moving_at_once, repeated, gradient),
    "step": (stepping, company, learning, weaknesses),
}
