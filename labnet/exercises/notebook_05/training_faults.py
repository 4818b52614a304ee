"""What can be wrong with a function that trains a network, in the order in which it is looked at.

Neither the sizes of the network nor its start are fixed, so only what all right loops have in
common is judged: how losses, predictions and settings hang together.
"""

from contextlib import suppress

import numpy as np

from ...layers import sigmoid
from ..engine.properties import Found
from ..notebook_02.exercises import cross_entropy
from ..notebook_04.step_factors import factor, kept_names, near
from .nonlinearities import BENDS, gradients, predicted
from .watched_training import (
    PARAMETERS,
    OtherCountError,
    Runs,
    count_states,
    different,
    until_restart,
)

CLOSE = 1e-5  # relatively: single precision is right too
TINY, LINEAR = 1e-3, 0.2  # a rate at which the loss falls in proportion to it, within this share
FINE, LONG, STEADY = 1e-5, 120, 0.1  # over so many epochs of this rate the slope stays the same
SEEN = 1e-3  # of a factor of a step
LEARNED, ATTEMPTS = 0.2, ((400, 1.0), (2000, 3.0))  # (epochs, lr); any usual start needs fewer
STILL, FURTHER = 1e-12, 14  # a rate at which nothing moves; epochs more than in the first call
ENDS, RATES = 30, (1, 2, 4, 8, 16, 32)  # at one of them next to no loss is left after a few epochs


def faults_of_training(train, x, y, epochs, lr, seed):
    runs = Runs(train, x, y, epochs, lr, seed)
    looks = (results, predictions, endings, seeds, movement, one_step, measures, direction, rates)
    for look in (*looks, counts, steps, learning, order):
        with np.errstate(all="ignore"):
            yield from complete(look, runs)


def complete(look, runs):
    """What a look finds, or that a run in it had not all of its epochs."""
    try:
        yield from look(runs)
    except OtherCountError as error:
        yield missing_epochs(error.epochs, error.losses, error.stays)


def missing_epochs(epochs, losses, stays):
    """A Found. stays : whether more epochs would not have changed p."""
    if stays and losses < epochs:
        told = f"after {losses} of {epochs} epochs"
        return Found("train-stops-early", f"the loop ends {told}", told)
    told = f"{losses} loss{'es' * (losses != 1)} for {epochs} epochs"
    return Found("train-losses-count", f"there are {told}", told)


def close(one, other, share=CLOSE):
    one, other = np.asarray(one), np.asarray(other)
    return one.shape == other.shape and np.allclose(one, other, rtol=share, atol=0)


# What comes back


def results(runs):
    losses, p = runs.first.losses, runs.first.p
    E, n, told = runs.epochs, len(runs.y), told_shapes(runs)
    whole = (E, E + 1)
    if runs.changed:
        yield Found("train-data-changed", "after a call x or y holds other numbers")
    if losses.shape == (n, 1) and p.size in whole:
        yield Found("train-results-swapped", told)
    if losses.ndim != 1 and losses.size in whole:
        yield Found("train-losses-as-arrays", told)
    if losses.ndim > 1 and len(losses) in whole:
        each = losses[0].size
        yield Found("train-losses-not-averaged" if each == n else "train-losses-pairs", told)
    if losses.size not in whole:
        yield other_count(runs, told)
    if not np.isfinite(losses).all():
        yield Found("train-losses-infinite", f"the losses are {losses}")
    runs.more = losses.size - E


def other_count(runs, told):
    """Why there are not as many losses as epochs."""
    E, (losses, p) = runs.epochs, (runs.first.losses.ravel(), runs.first.p)
    one, more = (runs.run(epochs=epochs) for epochs in (1, E + FURTHER))
    size, stays = losses.size, close(more.p, p)
    if one.losses.size == more.losses.size == size and (stays or size > 1):
        return Found("train-returns-early" if size == 1 else "train-epochs-ignored", told)
    if size == 1 and not close(more.losses.ravel()[:1], losses):
        return Found("train-only-last-loss", told)
    if (size, more.losses.size) == (E - 1, E + FURTHER - 1):
        return Found("train-one-loss-missing", told)
    if size == E * len(runs.y):
        return Found("train-loss-of-every-example", told)
    return missing_epochs(E, size, stays)


def told_shapes(runs):
    losses, p = runs.first.losses, runs.first.p
    told = f"for {runs.epochs} epochs and {len(runs.y)} examples the losses have the shape "
    return f"{told}{losses.shape}, and p has {p.shape}"


def predictions(runs):
    p, n, told = runs.first.p, len(runs.y), told_shapes(runs)
    if p.shape == (n,):
        yield Found("train-p-flat", told)
    if p.ndim == 3 and p.shape[1:] == (n, 1):
        yield Found("train-p-of-every-epoch", told)
    if p.shape != (n, 1):
        yield Found("train-p-shape", told)
    losses = runs.first.losses[-1], runs.run(epochs=runs.epochs + 2).losses[runs.epochs]
    told = f"the predictions go from {p.min():.4g} to {p.max():.4g}"
    if is_measured(sigmoid(p), runs.y, losses) and not is_measured(p, runs.y, losses):
        yield Found("train-p-is-z", told)
    others = [runs.run(epochs=1, seed=runs.seed + i).p.ravel() for i in range(1, 9)]
    seen = np.concatenate([p.ravel(), *others])  # one start alone may be a lucky one
    mse = np.mean((p - runs.y) ** 2)
    if np.isin(seen, (0, 1)).all() and not close(runs.first.losses[-1], mse):
        yield Found("train-p-decisions", told)
    if np.isin(p, (0, 1)).any() or (seen == 0).any():
        yield Found("train-output-cut-off", told)
    if not ((seen >= 0) & (seen <= 1)).all():
        yield Found("train-p-no-probability", told)


def is_measured(p, y, losses):
    """Whether p has one of these losses. Near 0.659 the sigmoid of p is p, and has it too."""
    return any(close(cross_entropy(p, y), one) for one in losses)


def endings(runs):
    """Whether the loop goes on to its end where all predictions are right, and next to no loss.

    How far the numbers go at such rates is no matter: an exception there is no fault.
    """
    for y, lr in [*((np.ones_like(runs.y), lr) for lr in RATES), (runs.y, max(RATES))]:
        with suppress(ArithmeticError, AssertionError, ValueError):
            runs.run(epochs=ENDS, lr=lr, y=y)
    return iter(())


# Where it starts, and whether it moves


def seeds(runs):
    before, again, other = runs.latest, runs.run(), runs.run(seed=runs.seed + 1)
    first, told = runs.first.losses, "twice the same call: the first losses are "
    if not same(runs.first, again, CLOSE):
        told += f"{first[0]:.6f} and {again.losses[0]:.6f}"
        on = close(again.losses[0], cross_entropy(before.p, runs.y))
        if on:
            yield Found("train-goes-on", told)
        alike = close(*(runs.run(lr=STILL).p for _ in range(2)))
        yield Found("train-order-unseeded" if alike else "train-seed-unused", told)
    if same(runs.first, other, 1e-12):
        yield Found("train-fixed-seed", f"with two seeds the first losses are {first[0]:.6f}")


def same(one, other, share):
    return close(one.losses, other.losses, share) and close(one.p, other.p, share)


def movement(runs):
    losses = runs.first.losses
    if not close(losses, np.full_like(losses, losses[0]), 1e-14):
        return
    told, last = f"every loss is {losses[0]:.6f}", cross_entropy(runs.first.p, runs.y)
    if close(last, losses[0]):
        yield Found("train-stands-still", told)
    yield from other_measures(runs, losses[:1])
    longer = runs.run(epochs=runs.epochs + 1)
    again = close(cross_entropy(longer.p, runs.y), last, 1e-12)
    yield Found("train-starts-again" if again else "train-loss-measured-once", told)


def one_step(runs):
    """Whether an epoch is one step, along the gradients of all examples alike."""
    first, second = (count_states(runs, epochs) for epochs in (1, 2))
    if second - first > 1:
        told = f"the second epoch meets {second - first} sets of weights"
        yield Found("train-several-steps", told)
    turned = runs.run(rows=lambda array: array[::-1]).losses
    if not close(turned, runs.first.losses):
        told = f"with the rows in reverse the losses end at {turned[-1]:.6f}, not "
        yield Found("train-order-matters", f"{told}{runs.first.losses[-1]:.6f}")


# Whether losses and predictions belong together

MEASURES = (
    ("train-loss-squared", lambda p, y: np.mean((p - y) ** 2)),
    ("train-loss-squared", lambda p, y: np.mean((p - y) ** 2) / 2),
    ("train-loss-squared", lambda p, y: np.sum((p - y) ** 2)),
    ("train-loss-squared", lambda p, y: np.sum((p - y) ** 2) / 2),
    ("train-loss-summed", lambda p, y: len(y) * cross_entropy(p, y)),
    ("train-loss-negative", lambda p, y: -cross_entropy(p, y)),
    ("train-loss-half", lambda p, y: cross_entropy(p, y) / 2),
    ("train-loss-one-term", lambda p, y: -np.mean(y * np.log(p))),
    ("train-loss-one-term", lambda p, y: -np.mean((1 - y) * np.log(1 - p))),
    ("train-loss-other-base", lambda p, y: cross_entropy(p, y) / np.log(2)),
    ("train-loss-other-base", lambda p, y: cross_entropy(p, y) / np.log(10)),
    ("train-loss-absolute", lambda p, y: np.mean(np.abs(p - y))),
    ("train-accuracy-for-loss", lambda p, y: np.mean((p > 0.5) == (y == 1))),
    ("train-accuracy-for-loss", lambda p, y: np.mean((p > 0.5) != (y == 1))),
)


def measures(runs):
    """The loss of the returned p is the last one, or the one that would have come next."""
    E, p, y = runs.epochs, runs.first.p, runs.y
    losses, longer = runs.first.losses, runs.run(epochs=E + 2).losses
    loss, ends = cross_entropy(p, y), (losses[-1], longer[E])
    if any(close(loss, end) for end in ends):
        return
    told = f"the last loss is {losses[-1]:.6f}, and that of the returned p {loss:.6f}"
    yield from other_measures(runs, ends)
    if close(loss, losses[0]):
        yield Found("train-p-untrained", told)
    if close(loss, longer[E + 1]):
        yield Found("train-one-step-too-many", told)
    if any(close(loss, end) for end in (losses[-1] - losses[-2], longer[E] - longer[E - 1])):
        yield Found("train-losses-added-up", told)
    if any(close(loss, one) for one in losses):
        yield Found("train-p-of-an-earlier-epoch", told)
    yield Found("train-loss-other", told)


def other_measures(runs, ends):
    """Another measure than the mean cross-entropy that gives one of these numbers for p."""
    p, y = runs.first.p, runs.y
    for id, measure in MEASURES:
        if any(close(measure(p, y), end) for end in ends):
            yield Found(id, f"of your p it is {measure(p, y):.6f}, as in your losses")


# Whether the steps go the right way, and how far


def direction(runs):
    fall = fall_of(runs, TINY)
    if fall < 0:
        yield Found("train-uphill", f"with lr {TINY} the loss changes by {-fall:.2g} in an epoch")


def fall_of(runs, lr):
    before, after, *_ = runs.run(epochs=2, lr=lr).losses
    return before - after


def rates(runs):
    one, two = fall_of(runs, TINY), fall_of(runs, 2 * TINY)
    told = f"in an epoch the loss falls by {one:.3g} with lr {TINY}, and by {two:.3g} with twice it"
    if abs(two / one - 2) > LINEAR:
        kinds = {1: "train-rate-ignored", 4: "train-rate-squared", 0.5: "train-rate-divides"}
        alike = [id for times, id in kinds.items() if abs(two / one / times - 1) < LINEAR]
        yield Found((*alike, "train-rate-other")[0], told)
    if runs.first.p.dtype == np.float32:
        return  # steps as small as those below are lost in rounding
    losses = runs.run(epochs=LONG, lr=FINE).losses
    share = (losses[-21] - losses[-1]) / (losses[0] - losses[20])
    if abs(share - 1) > STEADY:
        told = f"with a tiny rate a step of epoch {LONG} is {share:.3g} times as long as the first"
        yield Found("train-rate-shrinks" if share < 1 else "train-steps-grow", told)


def counts(runs):
    """Every example twice: nothing may change, since the loss is a mean."""
    twice = runs.run(rows=lambda array: np.tile(array, (2, 1)))
    first, n = runs.first.losses, len(runs.y)
    if twice.p.shape != (2 * n, 1):
        yield Found("train-other-data", f"for {2 * n} examples p has the shape {twice.p.shape}")
    if close(twice.losses, first):
        return
    told = f"with every example twice the losses end at {twice.losses[-1]:.6f}, not {first[-1]:.6f}"
    if close(twice.losses, runs.run(lr=2 * runs.lr).losses):
        yield Found("train-gradient-summed", told)
    if close(twice.losses, runs.run(lr=runs.lr / 2).losses):
        yield Found("train-gradient-divided-again", told)
    yield Found("train-count-matters", told)


# The steps themselves, if a forward pass was seen to get the parameters


def steps(runs):
    states = until_restart(different(runs.first.states))
    if len(states) < 2:
        return
    told = [list(steps_with(bend, states, runs)) for bend in BENDS if starts_with(bend, runs)]
    if told and all(told):
        yield from told[0]


def starts_with(bend, runs):
    """Whether the first loss is that of a network with this bend in its hidden layers."""
    p = predicted(bend, runs.x, runs.first.states[0])
    return close(cross_entropy(p, runs.y), runs.first.losses[0])


def steps_with(bend, states, runs):
    """What is wrong with the first wrong step, if the hidden layers have this bend."""
    for t, (before, after) in enumerate(zip(states, states[1:], strict=False)):
        found = factors(before, after, runs.lr, gradients(bend, runs.x, runs.y, before))
        if all(near(one, 1, SEEN) for one in found.values()):
            continue
        if t == 0:
            yield from first_step(found, len(runs.y))
        stale = gradients(bend, runs.x, runs.y, states[0])
        old = all(near(one, 1, SEEN) for one in factors(before, after, runs.lr, stale).values())
        told = f"the first wrong step is that of epoch {t + 1}"
        yield Found("train-gradient-stale" if old else "train-later-steps-other", told)


def factors(before, after, lr, grads):
    return {
        name: factor(before[name], after[name], lr * grads[f"d{name}"], SEEN)
        for name in reversed(PARAMETERS)
    }


def first_step(found, n):
    """What is wrong with the first step: {name: how many times the right one}."""
    kept, (one, *others) = kept_names(found, SEEN), found.values()
    if kept:
        kinds = {"bbb": "train-biases-stay", "WWW": "train-weights-stay"}
        id = kinds.get("".join(name[0] for name in kept), "train-some-stay")
        names = ", ".join(f"`{name}`" for name in reversed(kept))
        yield Found(id, f"in the first epoch {names} did not move", names)
    if all(near(one, other, SEEN) for other in others):
        ids = {n: "train-gradient-summed", 1 / n: "train-gradient-divided-again"}
        alike = [id for times, id in ids.items() if near(one, times, SEEN)]
        told = f"the first step is {one:.3g} times the right one"
        yield Found((*alike, "train-step-length")[0], told, f"{one:.3g}")
    wrong = next(name for name, one in found.items() if not near(one, 1, SEEN))
    yield Found("train-step-other", f"in the first epoch `{wrong}` moved otherwise", f"`{wrong}`")


# Whether it learns


def learning(runs):
    x, y = easy(len(runs.y))
    for epochs, lr in ATTEMPTS:
        losses = runs.run(epochs, lr, x=x, y=y).losses
        if losses[-1] < LEARNED:
            return
    told = (
        f"on points that are easily told apart the loss is {losses[-1]:.4f} after {epochs} epochs"
    )
    share = y.mean()
    flat = cross_entropy(np.full_like(y, share), y)
    if not np.isfinite(losses[-1]):
        yield Found("train-blows-up", told)
    yield Found("train-plateau" if abs(losses[-1] - flat) < 0.03 else "train-learns-nothing", told)


def easy(n):
    """n points around two corners of the square; 10 of 21 are of class 1, as in XOR."""
    y = (np.arange(n) % 21 < 10)[:, None] * 1.0
    spread = np.stack([np.sin(np.arange(n)), np.cos(np.arange(n))], axis=1) / 10
    return np.where(y == 1, [[0.1, 0.9]], [[0.9, 0.1]]) + spread, y


# Weaknesses of right loops


def order(runs):
    losses, p, E = runs.first.losses, runs.first.p, runs.epochs
    told = f"the losses of {E} epochs are {losses}"
    if not close(runs.run(lr=2 * runs.lr).losses[0], losses[0]):  # so it knows of a step
        yield Found("train-measured-after-step", told, note=True)
    if losses.size == E + 1:
        yield Found("train-one-loss-more", told, note=True)
    if close(cross_entropy(p, runs.y), losses[-1]):
        yield Found("train-p-before-last-step", told, note=True)
