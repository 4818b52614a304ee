"""Slip: one thing that can go wrong in one step of a pass."""

from dataclasses import dataclass

from .right_steps import BACKWARD, FORWARD, GRADIENTS, before_backward, before_forward, name, run


@dataclass(frozen=True)
class Slip:
    """One entry.

    id : stable, as in the catalogue. place : the array it spoils, "dz" or "dW" or ...
    layers : where it can happen; the catalogue shows it in the first one.
    formulas : ways to write it; each takes (e, k) and gives the wrong array of layer k.
    sentence, hint : as in the catalogue; {k} is the layer, {i} the one before and {j} the one
    behind it, {x} what the layer receives and {a} what it gives.
    stopped : what to say in place of the sentence where NumPy stops at it.
    constant : True if the array is right but for a factor.
    free : True if the formulas take (e, k, c) with any number c.
    exact : True if it counts only where all that it reaches in its layer is the same to the digit.
    what : a word for it in `find_the_bug`, and planted : the layers it is planted in there.
    """

    id: str
    place: str
    layers: tuple
    formulas: tuple
    sentence: str
    hint: str
    stopped: str = ""
    constant: bool = False
    free: bool = False
    exact: bool = False
    what: str = ""
    planted: tuple = ()

    def told(self, k, stopped=False):
        """(id, sentence, hint) in layer k."""
        sentence = (stopped and self.stopped) or self.sentence
        words = {"k": k, "i": k - 1, "j": k + 1, "x": name("a", k - 1), "a": name("a", k)}
        return self.id, sentence.format(**words), self.hint.format(**words)

    def formula(self, i=0, c=0.1):
        """One of the formulas, as one of (e, k)."""
        one = self.formulas[i]
        return (lambda e, k: one(e, k, c)) if self.free else one


def backward_with(slips):
    """A backward pass with {(place, layer): formula} planted in it."""

    def backward(y, cache, params):
        e = run(before_backward(y, cache, params), BACKWARD, slips)
        return {name: e[name] for name in GRADIENTS}

    return backward


def forward_with(slips):
    """A forward pass with {(place, layer): formula} planted in it."""

    def forward(x, params):
        e = run(before_forward(x, params), FORWARD, slips)
        return e["p"], {name(*step): e[name(*step)] for step in FORWARD}

    return forward
