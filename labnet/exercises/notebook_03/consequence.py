"""Consequence: XOR trained with the student's backward pass, beside the right one."""

from dataclasses import dataclass
from functools import cache
from textwrap import fill

import numpy as np

from ... import planar
from ...data import xor_data
from ...plots import data_plane, style
from ..engine.attempt import silence
from ..engine.judging import said
from ..engine.limit import TooLong, limited
from ..engine.reading import UnfinishedError, UnreadableError, numbers
from ..engine.verdict import cut
from .slips.right_steps import PARAMETERS
from .slips.slip import backward_with, forward_with

SIZES, SPREAD, LR, STEPS, SEEDS = (2, 6, 6, 1), 2.0, 0.5, 1500, 7
TOP = 1.4  # of the axis of losses, twice the loss of "one half everywhere"
LIMIT = 15.0  # seconds of computing
LONGEST = 160  # letters of an exception
RIGHT, YOURS = "the right one", "yours"
NONE_YET = "Nothing to train yet: check your function first."
HALF = "every p one half"
LOST = "No map: at step {} the loss is no number any more."
COLORS = {RIGHT: style.CYCLE[2], YOURS: style.CYCLE[3]}  # blue and orange are the classes
forward, right_backward = forward_with({}), backward_with({})


class NoTrainingError(Exception):
    """Why a backward pass cannot train; the text is for the student."""


@dataclass(frozen=True)
class SeedRuns:
    """losses (STEPS, SEEDS), and the parameters of every run at its end."""

    losses: np.ndarray
    params: list

    @property
    def middle(self):
        """The run in the middle: as many end with a higher loss as with a lower one."""
        ends = np.nan_to_num(self.losses[-1], nan=np.inf)
        return int(np.argsort(ends, kind="stable")[SEEDS // 2])


def train_beside(exercise):
    """Losses of several random beginnings, and the decisions after one of them."""
    curves, left, middle = axes = style.panels(None, 1, 3, 11.5, 3.6)
    right = train_right()
    runs, why = train_or_say_why(exercise.function)
    draw_losses(curves, {RIGHT: right} | ({YOURS: runs} if runs else {}))
    draw_decisions(left, RIGHT, right, right.middle)
    if runs:
        draw_decisions(middle, YOURS, runs, right.middle)
    else:
        say(middle, why)
    return axes


# Training


def train_or_say_why(backward):
    """(SeedRuns, "") of the student's function; (None, a sentence) if it cannot train."""
    try:
        with silence(), limited(LIMIT):
            return train(backward), ""
    except TooLong as error:
        return None, str(error)
    except NoTrainingError as error:
        return None, str(error)


def train(backward):
    """Plain gradient descent on XOR, from SEEDS beginnings that are the same for everyone."""
    if not callable(backward):
        raise NoTrainingError(NONE_YET)
    X, y = xor_data()
    runs = [run(backward, X, y, begin(seed)) for seed in range(SEEDS)]
    return SeedRuns(
        np.stack([losses for losses, _ in runs], axis=1), [params for _, params in runs]
    )


@cache
def train_right():
    return train(right_backward)


def begin(seed):
    rng = np.random.default_rng(seed)
    shapes = zip(SIZES[:-1], SIZES[1:], strict=True)
    pairs = [(rng.normal(0, SPREAD, shape), np.zeros((1, shape[1]))) for shape in shapes]
    return dict(zip(PARAMETERS, sum(pairs, ()), strict=True))


def run(backward, X, y, params):
    """(losses, params): the losses are NaN from where a number was infinite or none."""
    losses = np.full(STEPS, np.nan)
    for step in range(STEPS):
        p, cache = forward(X, params)
        losses[step] = cross_entropy(p, y)
        if not np.isfinite(losses[step]):
            losses[step:] = np.nan
            break
        grads = gradients(backward, y, cache, params)
        params = {name: v - LR * grads[name] for name, v in params.items()}
    return losses, params


def cross_entropy(p, y):
    """The mean; a wrong decision of full certainty counts as the smallest probability there is."""
    q = np.where(y == 1, p, 1 - p)
    return -np.mean(np.log(np.maximum(q, np.finfo(float).tiny))) if np.isfinite(q).all() else np.nan


def gradients(backward, y, cache, params):
    """{"W1": dW1, ...} as a step needs them."""
    try:
        grads = backward(y, dict(cache), dict(params))
    except Exception as error:
        told = f"Yours is stopped:\n{type(error).__name__}: {said(error)}"
        raise NoTrainingError(told) from None
    if not isinstance(grads, dict):
        raise NoTrainingError("Yours gives no dictionary of gradients:\nno step can be taken.")
    return {name: gradient(grads.get(f"d{name}"), name, v) for name, v in params.items()}


def gradient(dv, name, v):
    """dv in the shape of v; a bias may lie flat."""
    try:
        dv = numbers(dv)
    except (UnreadableError, UnfinishedError):
        raise NoTrainingError(f"Yours gives no d{name}:\nno step can be taken.") from None
    if dv.shape not in (v.shape, v.shape[1:] if len(v) == 1 else v.shape):
        told = f"Yours gives d{name} of shape {dv.shape},\nbut {name} has shape {v.shape}:"
        raise NoTrainingError(f"{told}\nno step can be taken.")
    return dv.reshape(v.shape)


# Drawing


def draw_losses(ax, runs):
    """Each run thin, the one in the middle thick; its end is written beside it."""
    ax.set(xlabel="step", ylabel="loss $L$", xlim=(0, STEPS), ylim=(0, TOP))
    style.title(ax, f"{SEEDS} random beginnings")
    ax.axhline(np.log(2), color=style.GREY, linestyle=":", linewidth=1.2)
    ax.text(STEPS, np.log(2) + 0.02, HALF, ha="right", fontsize=8, color=style.GREY)
    lines = [(written(name, one), draw_runs(ax, one, COLORS[name])) for name, one in runs.items()]
    style.label_ends(ax, lines)


def draw_runs(ax, runs, color):
    ax.plot(runs.losses, color=color, linewidth=0.7, alpha=0.4)
    return ax.plot(runs.losses[:, runs.middle], color=color, linewidth=2.2)[0]


def written(name, runs):
    end = runs.losses[-1, runs.middle]
    return f"{name}: " + (f"{end:#.2g}" if end < 100 else "huge" if np.isfinite(end) else "nan")


def draw_decisions(ax, name, runs, seed):
    """p over the square after the run of one seed; wrong decisions are ringed."""
    params = runs.params[seed]
    if not np.isfinite(runs.losses[-1, seed]):
        return say(ax, LOST.format(int(np.isfinite(runs.losses[:, seed]).sum())))
    X, y = xor_data()
    box = planar.box(X)
    p = predict(planar.grid(box), params)
    data_plane.surface(data_plane.plane(ax, X), p, box, 0.5, 0.5)
    data_plane.boundary(ax, p, box, 0.5)
    data_plane.scatter(ax, X, y == 1)
    data_plane.ring(ax, X[planar.wrong(predict(X, params), y)])
    style.title(ax, f"{name}: all 21 right in {count_right(runs)} of {SEEDS} runs")


def predict(X, params):
    return forward(X, params)[0]


def count_right(runs):
    """In how many runs every decision is right."""
    X, y = xor_data()
    return sum(not planar.wrong(predict(X, params), y).any() for params in runs.params)


def say(ax, text):
    """A text where a map would be."""
    ax.set_axis_off()
    lines = "\n".join(fill(cut(line, LONGEST), 36) for line in text.split("\n"))
    place = {"ha": "center", "va": "center", "transform": ax.transAxes}
    ax.text(0.5, 0.5, lines, color=style.INK, in_layout=False, **place)
