"""What a numerical gradient cannot tell: of a random forward, with few digits, at a kink."""

import numpy as np

from .gradients import numerical_gradient
from .support import checks
from .support.errors import LabnetError

REPEATS = 5  # passes with the same weights
FINE, FINER, WIDE = 1e-7, 1e-9, 1e-2  # steps: a float32 has no place for the finer one
RANDOM = (
    "Passes forward with the same weights and data gave losses from {:.6g} to {:.6g}: forward is "
    "random, as with dropout, so its gradients cannot be checked. Switch that off, or let forward "
    "draw from a new generator of the same seed each time."
)
COARSE = (
    "Somewhere in forward the numbers have fewer digits than float64, such as those of float32: "
    "they round a nudge of the weights away, so the gradients cannot be checked. Leave out the "
    "`.astype` or `dtype=` that does it while you check."
)


@np.errstate(all="ignore")
def nudged(f, x, dx):
    """The central differences of f at x, and where its kinks make them differ from dx.

    Returns (numeric, kinks): numeric has dx itself where that lies between the two slopes at a
    kink, and kinks are the tuples (entry of x, slope to the left, to the right, dx there).
    Errors: LabnetError where central differences tell nothing of dx.
    """
    L, numeric = certain(f, x), numerical_gradient(f, x)
    apart = ~np.isclose(dx, numeric, rtol=1e-6, atol=1e-9)
    if not apart.any():
        return numeric, ()
    refuse_coarse(f, x, apart * np.where(dx < 0, -1.0, 1.0) / np.sqrt(apart.sum()))
    left, right = one_sided(f, x, 1e-5)
    near_left, near_right = one_sided(f, x, 1e-6)
    jump = np.abs(right - left)  # at a kink it is as high for a shorter step
    size, noise = np.abs(left) + np.abs(right), 1e-8 * np.maximum(1, np.max(np.abs(L)))
    kink = (jump > 1e-3 * size + noise) & (np.abs(near_right - near_left) > 0.5 * jump)
    low, high = np.minimum(left, right) - 1e-4 * size, np.maximum(left, right) + 1e-4 * size
    kink &= (low <= dx) & (dx <= high) & apart
    entries = map(tuple, np.argwhere(kink).tolist())
    return np.where(kink, dx, numeric), tuple((at, left[at], right[at], dx[at]) for at in entries)


def placed(kinks, where, shape):
    """Those kinks of theta that are within the slice `where`, by their entries of that shape."""
    return tuple(
        (tuple(map(int, np.unravel_index(at[-1] - where.start, shape))), *slopes)
        for at, *slopes in kinks
        if where.start <= at[-1] < where.stop
    )


def certain(f, x):
    """f at x, which must be the same each time."""
    losses = np.array([f(x.copy()) for _ in range(REPEATS)])
    low, high = losses.min(axis=0), losses.max(axis=0)
    if np.any(high - low > 1e-12 * np.abs(high)):
        at = np.argmax(high - low)
        raise LabnetError(RANDOM.format(np.ravel(low)[at], np.ravel(high)[at]))
    return low


def refuse_coarse(f, x, direction):
    """One slope in that direction, by steps of three sizes: rounding shows in the shortest."""
    start = f(x.copy())
    fine, finer, wide = ((f(x + h * direction) - start) / h for h in (FINE, FINER, WIDE))
    allowed = 0.01 * np.maximum(np.abs(fine), np.abs(finer)) + 1e-5 * np.maximum(1, np.abs(start))
    flat = (fine == 0) & (finer == 0) & (wide != 0)
    checks.require(not np.any((np.abs(fine - finer) > allowed) | flat), COARSE)


def one_sided(f, x, h):
    """The slopes to the left and to the right, for each entry of x."""
    left = numerical_gradient(lambda v: f(np.minimum(v, x)), x, h)
    right = numerical_gradient(lambda v: f(np.maximum(v, x)), x, h)
    return 2 * left, 2 * right
