"""Measures: functions of a Result of R runs that give an array (R,), beyond what a sweep keeps."""

from functools import partial

import numpy as np

from ..decisions import DECISIONS
from .curvature import gradient_norm, negative_curvatures
from .number_graph import difference_from_graph


def loss_at(result, epoch):
    return result.history.losses[min(epoch, len(result.history.losses) - 1)]


def accuracy_at(result, epoch):
    """In percent."""
    return 100 * result.history.accuracies[min(epoch, len(result.history.accuracies) - 1)]


def rises(result, every):
    """1.0 where the loss of some epoch `every`, 2 `every`, ... is above the one before."""
    losses = result.history.losses[::every]
    return (losses[1:] > losses[:-1]).any(axis=0).astype(float)


def swing(result, epochs):
    """Largest loss over smallest one in the last epochs."""
    losses = result.history.losses[-epochs:]
    return losses.max(axis=0) / losses.min(axis=0)


def wrong(result):
    """(R, n): which points are decided wrongly."""
    return (DECISIONS[result.setup.decision](result.p) != result.y)[..., 0]


def distances(result):
    """(R, n): how far each point is from the line x1 = x2."""
    return np.abs(result.X[..., 0] - result.X[..., 1]) / np.sqrt(2)


def few_wrong(result):
    """(R,): 1 to 5 points are wrong, so that the run has learned but for these."""
    many = wrong(result).sum(axis=1)
    return (many > 0) & (many <= 5)


def distance_of_wrong(result):
    """The median over the wrong points, for runs with a few of them; NaN for the others."""
    far = np.where(wrong(result), distances(result), np.nan)
    return median_where(few_wrong(result), far)


def nearer_than_wrong(result):
    """How many points are nearer to the line than a wrong one: the median over the wrong ones."""
    rank = distances(result).argsort(axis=1).argsort(axis=1)
    return median_where(few_wrong(result), np.where(wrong(result), rank, np.nan))


def wrong_on_the_line(result):
    """How many wrong points are exactly on the line; NaN for runs without a few wrong ones."""
    on = (wrong(result) & (distances(result) == 0)).sum(axis=1)
    return np.where(few_wrong(result), on, np.nan)


def median_where(rows, values):
    """The median of each of these rows without its NaN; NaN for other rows."""
    return np.array(
        [np.nanmedian(row) if use else np.nan for use, row in zip(rows, values, strict=True)]
    )


def first_prediction(result):
    """p of the first point, which is (0, 0) in the XOR data."""
    return result.p[:, 0, 0]


def weights(result):
    """How many numbers the network learns."""
    return np.full(result.net.runs, result.net.theta.shape[-1])


MEASURES = {
    **{f"loss at {epoch}": partial(loss_at, epoch=epoch) for epoch in (0, 100, 2000, 8000, 9000)},
    **{f"accuracy at {epoch}": partial(accuracy_at, epoch=epoch) for epoch in (3000, 8000)},
    "rises": partial(rises, every=100),
    "swing": partial(swing, epochs=500),
    "distance of wrong": distance_of_wrong,
    "nearer than wrong": nearer_than_wrong,
    "wrong on the line": wrong_on_the_line,
    "first prediction": first_prediction,
    "weights": weights,
    "gradient norm": gradient_norm,
    "gradient norm of the printed loss": partial(gradient_norm, of="report"),
    "negative curvatures": negative_curvatures,
    "difference from graph": difference_from_graph,
}
