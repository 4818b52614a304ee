"""Mistakes that `adagrad` and `adam` of notebook 07 have in common: a row for each of the two."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.rules import rule
from ..exercises import adagrad, adam
from ..lookups import asking, is_gradients
from .adagrad import adagrad_of
from .adam import adam_of


@dataclass(frozen=True)
class Kind:
    """An optimizer. by(step) : one that walks step(top, square, eps), not top / (√square + eps).

    square : the letter of what is under the root.
    """

    right: object
    by: object
    square: str


KINDS = {
    "adagrad": Kind(adagrad, lambda step: adagrad_of(step=step), "s"),
    "adam": Kind(
        adam,
        lambda step: adam_of(step=lambda m, v, g, eps: step(m, v, eps)),
        "v",
    ),
}


@dataclass(frozen=True)
class Drafts:
    """The rows of one mistake, {exercise: Draft}; {square} is that of its Kind."""

    rows: dict

    def says(self, *texts):
        for name, draft in self.rows.items():
            draft.says(*(text.format_map(vars(KINDS[name])) for text in texts))


def wrong(id, code, **others):
    """Drafts of the code that code(Kind) makes."""
    rows = {name: rows_of(name)[0] for name in KINDS}
    return Drafts({k: row(f"{k}-{id}", code(KINDS[k]), **others) for k, row in rows.items()})


def walking(step):
    return lambda kind: kind.by(step)


def around(function):
    """Of the code function(right, params, grads, ...), where right is the right one of a Kind."""
    return lambda kind: partial(function, kind.right)


# The division


wrong("eps-in-root", walking(lambda top, square, eps: top / np.sqrt(square + eps))).says(
    "Hardly visible with large gradients; with tiny ones your steps are far too short.",
    "Where does `eps` stand: under the root, or beside it?",
)


wrong("eps-missing", walking(lambda top, square, eps: top / np.sqrt(square))).says(
    "Where a gradient is exactly 0 you divide 0 by 0: `eps` is not under the bar.",
    "What keeps the bottom of the fraction from being 0? If `eps` is there, where are the "
    "brackets?",
)


wrong("eps-multiplied", walking(lambda top, square, eps: top / (np.sqrt(square) * eps))).says(
    "You multiply by `eps` under the bar: so small a number there makes the steps huge.",
    "How should the root and `eps` stand together, so that `eps` hardly matters?",
)


wrong(
    "eps-elsewhere",
    walking(lambda top, square, eps: top / np.maximum(np.sqrt(square), eps)),
    shows=lambda case, answer: not case.plain and answer.values is not None,
).says(
    "Right where `eps` is too small to matter. Where it matters, your steps have another length.",
    "To which number is `eps` added, and what is done to the sum?",
)


wrong("eps-fixed", walking(lambda top, square, eps: top / (np.sqrt(square) + 1e-8))).says(
    "The steps are right until `eps` is chosen by the caller: yours is a number of your own.",
    "Which arguments does your function never use?",
)


wrong("uphill", walking(lambda top, square, eps: -top / (np.sqrt(square) + eps))).says(
    "You walk uphill: every step goes the wrong way.",
    "The gradient points to where the loss grows.",
)


wrong("root-missing", walking(lambda top, square, eps: top / (square + eps))).says(
    "You divide by {square} itself: where gradients are small, the steps become huge.",
    "{square} measures g². What has the size of g?",
)


wrong("fraction-missing", walking(lambda top, square, eps: top * (np.sqrt(square) + eps))).says(
    "You multiply by the root of {square} where you should divide by it.",
    "Where gradients are large, should a step be longer or shorter?",
)


# The rate, and the gradients of all steps


def at_own_rate(right, params, grads, lr, *rest, fixed=0.001):
    return right(params, grads, fixed, *rest)


wrong("rate-fixed", around(at_own_rate), fixed=(0.01, 0.1, 1.0)).says(
    "The step length is a number of your own, and `lr` plays no part.",
    "Which arguments does your function never use?",
)


wrong(
    "rate-twice", around(lambda right, params, grads, lr, *rest: right(params, grads, lr**2, *rest))
).says("`lr` is in your steps twice.", "How many lines multiply by `lr`?")


def with_gradients(chosen):
    """Of the code that sees only chosen(gradients of all steps)."""
    return around(lambda right, params, grads, *rest: right(params, chosen(grads), *rest))


wrong("first-step-only", with_gradients(lambda grads: grads[:1])).says(
    "You return after the first step.", "How far is the last line indented?"
)


def last_step_only(right, params, grads, *rest):
    before, after = (right(params, some, *rest) for some in (grads[:-1], grads))
    return {name: params[name] + after[name] - before[name] for name in params}


wrong("last-step-only", around(last_step_only)).says(
    "The parameters move in the last step only, or every step starts again from the first values.",
    "Where should a step start from?",
)


wrong("last-gradient-only", with_gradients(lambda grads: grads[-1:])).says(
    "Only the last of the gradients is used.", "How many steps should there be?"
)


wrong("order-reversed", with_gradients(lambda grads: grads[::-1])).says(
    "The gradients are taken from the last to the first.",
    "The first entry of the list belongs to the first step.",
)


def mean(grads):
    return [{name: np.mean([one[name] for one in grads], axis=0) for name in grads[0]}]


wrong("one-step-of-mean", with_gradients(mean)).says(
    "The gradients of all steps are averaged, and one step is taken with their mean.",
    "How many steps should there be?",
)


# The dictionaries


wrong("stands-still", around(lambda right, params, *rest: dict(params))).says(
    "Some of the parameters, or all, come back as they went in.",
    "Into which dictionary do you write the new values, and which one do you return? Does a loop "
    "end too early?",
)


def how_far(right, params, *rest):
    after = right(params, *rest)
    return {name: after[name] - params[name] for name in params}


wrong("change-returned", around(how_far)).says(
    "You return how far the parameters moved, not where they are.",
    "Where does the step start from?",
)


def under_own_name(right, params, grads_per_step, *rest):
    for grads in grads_per_step:
        return {name: grads[name] for name in params}


wrong("names-without-d", around(under_own_name), shows=asking(is_gradients)).says(
    "You look up the gradients under the names of the parameters: in `grads` they have a d in "
    "front.",
    "Under which name is the gradient of W1?",
)


def from_nothing(right, params, *rest):
    kept = {}
    for name in params:
        kept[name] = kept[name] + 0.0


wrong("nothing-to-begin-with", around(from_nothing), shows=asking(lambda one, grads: not one)).says(
    "A dictionary of yours is still empty when you ask it for a parameter's name.",
    "What should it hold for each name before the first step?",
)


# What is left: which of the steps is the first wrong one


def rules(id, holds):
    return Drafts({name: rule(f"{name}-{id}", holds, name) for name in KINDS})


rules("later-steps", lambda seen: 0 not in seen.draw.faulty).says(
    "The first step is right, the later ones are not: something that should be carried from step "
    "to step, or counted, is not.",
    "Do the second step by hand: which numbers does it need from the first?",
)


rules("first-step", lambda seen: 0 in seen.draw.faulty).says(
    "The very first step is off: each number whose gradient is not 0 should move by `lr`, whatever "
    "the size of the gradient.",
    "Follow one number through each of the formulas, in their order.",
)
