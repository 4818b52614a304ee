"""Runs: what a sweep keeps of its trainings, as {name: array} with a row for each of them.

setting, seed      the number of the setting in the grid, and the seed
accuracy, loss     of the trained network, in 0..1; the last loss that was recorded
epochs, why        how many it took until it stopped, and why: a number of WHY
solved_at          the first epoch with every point right; NaN if there is none
one_class          whether every point is put into the same class
losses, accuracies (R, K), at the epochs of `kept_epochs`; NaN beyond
held_out_...       loss, accuracy, losses and accuracies of the data that were held out; NaN, and
                   curves of no length, where none were
measure name       what a measure of the user's gave
"""

import numpy as np

from ..decisions import DECISIONS
from ..history import REASONS
from ..support import checks

POINTS = 200  # of a curve, spread evenly, and as many at growing distances
WHY = tuple(REASONS)
MEASURE = "measure "
KINDS = {  # of number: f for float, i for whole, b for True or False
    "setting": "i",
    "seed": "i",
    "accuracy": "f",
    "loss": "f",
    "epochs": "i",
    "why": "i",
    "solved_at": "f",
    "one_class": "b",
    "losses": "f",
    "accuracies": "f",
    "held_out_loss": "f",
    "held_out_accuracy": "f",
    "held_out_losses": "f",
    "held_out_accuracies": "f",
}
CURVES = {  # under these names in the arrays
    "loss": "losses",
    "accuracy": "accuracies",
    "held_out_loss": "held_out_losses",
    "held_out_accuracy": "held_out_accuracies",
}
HELD_OUT = [name for name in KINDS if name.startswith("held_out")]


def aligned(arrays, numbers):
    """Whether these may be the runs of the tasks `numbers`: each has a row for each of them."""
    known = {*KINDS} <= {*arrays} and numbers.ndim == 1 and numbers.dtype.kind == "i"
    return known and all(
        array.ndim == (2 if name in CURVES.values() else 1)
        and len(array) == len(numbers)
        and array.dtype.kind in KINDS.get(name, "biuf")
        for name, array in arrays.items()
    )


def most_bytes(measures):
    """Of one training: its curves of up to 2 POINTS + 1 numbers, and numbers, its task's too."""
    return 8 * (len(CURVES) * (2 * POINTS + 1) + len(KINDS) + len(measures) + 1)


def kept_epochs(epochs):
    """The epochs at which a curve is kept: all of a short one, and always the first and last."""
    if epochs <= 2 * POINTS:
        return np.arange(epochs)
    even = np.linspace(0, epochs - 1, POINTS + 1)
    growing = np.geomspace(1, epochs, POINTS) - 1
    return np.unique(np.round(np.concatenate([even, growing])).astype(int))


def summary(result, measures):
    """The arrays of a Result of R runs, without `setting` and `seed`."""
    history = result.history
    decided = DECISIONS[result.setup.decision](result.p)[..., 0]
    return {
        "accuracy": result.accuracy,
        "loss": history.losses[-1],
        "epochs": history.epochs,
        "why": np.array([WHY.index(why) for why in history.stopped]),
        "solved_at": history.first_solved,
        "one_class": (decided == decided[:, :1]).all(axis=1),
        "losses": curve(history.losses, result),
        "accuracies": curve(history.accuracies, result),
        **held_out(result),
    } | {
        MEASURE + name: measured(name, measure(result), result)
        for name, measure in measures.items()
    }


def held_out(result):
    if result.held_out is None:
        return nothing_held_out(len(result.accuracy))
    history = result.history
    return {
        "held_out_loss": history.held_out_losses[-1],
        "held_out_accuracy": result.held_out_accuracy,
        "held_out_losses": curve(history.held_out_losses, result),
        "held_out_accuracies": curve(history.held_out_accuracies, result),
    }


def nothing_held_out(n):
    """The arrays of n runs without held-out data, which older files of such runs lack."""
    return {name: np.full((n, 0) if name in CURVES.values() else n, np.nan) for name in HELD_OUT}


def measured(name, values, result):
    """(R,): what a measure returned; one number counts for every run."""
    runs = np.shape(result.accuracy)
    checks.as_floats(values, f"What the measure {name!r} returned")
    shape = np.shape(values)
    checks.require(
        shape in ((), runs),
        f"The measure {name!r} returned an array of shape {shape}; expected one number for each "
        f"run, {runs}, or a single one for all.",
    )
    return np.broadcast_to(values, runs).copy()


def curve(values, result):
    """(R, K); a training that stopped early keeps its last values."""
    kept = kept_epochs(result.setup.epochs)
    return values[np.minimum(kept, len(values) - 1)].T


def joined(parts):
    """The runs of several parts, one below the other; shorter curves end with NaN."""
    return {name: stacked([part[name] for part in parts]) for name in parts[0]} if parts else {}


def stacked(arrays):
    width = max(array.shape[1] for array in arrays) if arrays[0].ndim == 2 else None
    return np.concatenate([array if width is None else padded(array, width) for array in arrays])


def padded(array, width):
    return np.pad(array, [(0, 0), (0, width - array.shape[1])], constant_values=np.nan)
