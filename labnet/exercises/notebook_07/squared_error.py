"""Squared error: what a loss gives for other errors, where no entry of the catalogue fits it.

What is asked of it: nothing for perfect predictions, four times as much for errors twice as large,
and the same for errors above the label and below it.
"""

from functools import partial

import numpy as np

from ..engine.recognise import by_rules
from ..engine.rules import Rule


def costs_if_perfect(seen):
    _, y = seen.case.args
    loss = seen.got_for((y * 1.0, y))
    return loss is not None and not np.allclose(loss, 0, atol=1e-12)


def other_growth(seen):
    p, y = seen.case.args
    loss = seen.got_for((y + 2 * (p - y), y))
    if loss is None or loss.shape != seen.got.shape or not seen.got.all():
        return []
    grown = (loss / seen.got).flat[0]
    return [f"{grown:.4g}"] if np.allclose(loss, grown * seen.got) and abs(grown - 4) > 0.01 else []


def prefers_a_side(seen):
    p, y = seen.case.args
    loss = seen.got_for((2 * y - p, y))
    return loss is not None and not np.allclose(loss, seen.got)


RULES = (
    Rule(
        "perfect-not-free",
        costs_if_perfect,
        "Where every prediction is right, your result is not 0.",
        "Put p = y into your formula: what is left?",
    ),
    Rule(
        "other-growth",
        other_growth,
        "If every error is twice as large, your result is {} times as large.",
        "What does a square do to an error that is twice as large?",
    ),
    Rule(
        "signs-matter",
        prefers_a_side,
        "Errors above the label cost something else than errors below it.",
        "What does a square do to the sign of an error?",
    ),
)

explain = partial(by_rules, rules=RULES)
