"""Bug hunt: a backward pass with one mistake in it, to be found with one's own tools."""

from dataclasses import replace

import numpy as np

from ...support import checks
from ..engine.calls import called_like, missing
from ..engine.evidence import Hint, hint
from ..engine.progress import SHEETS, line
from ..engine.verdict import PASSED, WAITING, WRONG, Verdict
from .slips import hidden_layers, output_layer, parameters
from .slips.slip import backward_with

NAME = "find_the_bug"
LAYERS = (1, 2, 3)
WORDS = {
    "slope": "a slope of the sigmoid is missing, or not the right one",
    "weights": "what comes back goes through weights that are not the right ones, or none",
    "input": "a dW is made with something else than what went into its layer",
    "bias": "a db is not the sum of its dz over the examples",
    "sign": "a minus too many, or too few",
    "factor": "a constant factor, such as 2 or n, too many or too few",
}
PLANTED = [
    (slip, k)
    for slip in (*output_layer.SLIPS, *hidden_layers.SLIPS, *parameters.SLIPS)
    for k in slip.planted
]
MEANINGS = tuple(f"{word}: {meaning}" for word, meaning in WORDS.items())
NONE_YET = "First `bug = exercises.find_the_bug.new()`, and look for its mistake."
DOTS = 'Put the layer and a word in place of the dots, such as `check(2, "slope")`.'
AGAIN = "As often as you like: `exercises.find_the_bug.new()` has another one."
ALLOWED = "The layer is 1, 2 or 3. The words are: {}."


class FindTheBug:
    """A backward pass with one mistake: which layer, and what is it?

    .new() gives it; compare it with nudging: check_gradients((forward, backward), X, y, loss,
    params). The layer is that of the first wrong dz, dW or db, counted from the loss. Then
    .check(layer, what).
    """

    hints = (
        "Compare every gradient with nudging, and read the table from the loss: which one is the "
        "first that is wrong?",
        "If dW and db of that layer are both wrong, the fault lies in the dz that reaches them. If "
        "only one is wrong, it lies in its own line. Then divide entry by entry, as in "
        '`bug(y, cache, params)["dW2"] / grads["dW2"]`. One ratio everywhere: a factor or a sign. '
        "If the ratios differ, write the mistake you suspect into a copy of your own function, and "
        "compare.",
        "Suppose dW2 and db2 are wrong, and all their ratios are −1. The layer is 2. One sign is "
        'lost on the way to dz2, so the word is "sign".',
    )

    def __init__(self, notebook):
        self.name, self.notebook = NAME, notebook
        self.planted = self.latest = None
        SHEETS.setdefault(notebook, []).append(self)

    def __repr__(self):
        words = ", ".join(WORDS)
        return f"exercises.{NAME}.new(), then .check(layer, what); what is one of {words}"

    def __getattr__(self, name):
        raise missing(self, name, ["new", "check", "hint", "solution"])

    @called_like("new()")
    def new(self, seed=None):
        """backward(y, cache, params) -> grads, with one mistake in it."""
        rng = np.random.default_rng(None if seed is None else checks.count(seed, "seed"))
        what = rng.choice(list(WORDS))  # first: there are many factors, and few ways back
        alike = [one for one in PLANTED if one[0].what == what]
        self.planted = alike[rng.integers(len(alike))]
        slip, k = self.planted
        return backward_with({(slip.place, k): slip.formula()})

    @called_like('check(2, "sign")')
    def check(self, layer=..., what=...):
        """Judge the answer: layer 1, 2 or 3, and one of the words in `WORDS`."""
        verdict = self.judge(layer, what)
        if self.latest is None or not self.latest.passed:  # what is found stays found
            self.latest = verdict
        return replace(verdict, progress=line(SHEETS[self.notebook]))

    def judge(self, layer, what):
        if self.planted is None:
            return Verdict(NAME, WAITING, NONE_YET)
        if layer is ... or what is ...:
            return Verdict(NAME, WAITING, DOTS, None, MEANINGS)
        if not known(layer, LAYERS) or not known(what, WORDS):
            return Verdict(NAME, WRONG, ALLOWED.format(", ".join(WORDS)), None, MEANINGS)
        slip, k = self.planted
        return self.judged(layer in layers(slip, k), what in words(slip))

    def judged(self, place, kind):
        if place and kind:
            return Verdict(NAME, PASSED, f"Found. {self.told()} {AGAIN}")
        half = "The layer is right" if place else "The word is right" if kind else ""
        rest = "what went wrong there is something else" if place else "it sits in another layer"
        told = f"{half}, but {rest}." if half else "Neither the layer nor the word is right yet."
        return Verdict(NAME, WRONG, told)

    @called_like("hint()", "hint(2)")
    def hint(self, level=1):
        """1: where to look. 2: which rule. 3: a worked example on another mistake."""
        return hint(self, level)

    @called_like("solution()", "solution(reveal=True)")
    def solution(self, reveal=False):
        """The mistake in the latest backward pass."""
        title = f"the mistake in the latest backward pass of `{NAME}`"
        if self.planted is None:
            return Hint(title, NONE_YET)
        ask = f"To see it: `exercises.{NAME}.solution(reveal=True)`"
        return Hint(title, self.told() if checks.switch(reveal, "reveal") else ask)

    def told(self):
        slip, k = self.planted
        return f'Layer {k}, "{slip.what}". {slip.told(k)[1]}'


def known(value, allowed):
    """Whether it is one of these; also if it is something that cannot even be compared."""
    return isinstance(value, (int, str)) and value in allowed


def words(slip):
    """The right words: what is wrong with a db is a matter of its bias, be it a factor or not."""
    bias = {"bias"} if slip.place == "db" else set()
    return {slip.what} | bias | ({"factor"} if slip.constant and slip.what == "bias" else set())


def layers(slip, k):
    """The right layers: weights stand between two, and both of them may be meant."""
    return (k, k + 1) if slip.place == "da" else (k,)
