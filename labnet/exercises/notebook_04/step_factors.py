"""How far parameters have moved, measured by the step of gradient descent."""

import numpy as np

SURE = 1e-6  # of a factor, in double precision


def factor(before, after, step, share=1e-9):
    """How many times `step` was taken away from `before`; nan if that was something else.

    share : of the largest number of the step, within which all numbers must agree.
    """
    moved = before - after
    if moved.shape != step.shape or not np.isfinite(moved).all():
        return np.nan
    size = np.sum(step * step)
    times = np.sum(moved * step) / size if size else 0.0
    margin = share * max(np.abs(step).max(), np.abs(moved).max())
    rounding = 4 * np.finfo(after.dtype).eps * np.abs(before).max()
    if (np.abs(moved - step) <= share * np.abs(step).max() + rounding).all():
        return 1.0  # though a small step may drown in single precision
    fits = (np.abs(moved - times * step) <= margin + rounding).all()
    return float(times) if fits else np.nan


def as_rows(array):
    """A copy with two axes at least, of doubles unless it is in single precision."""
    array = np.array(array, ndmin=2)
    return array if array.dtype == np.float32 else array.astype(float)


def near(one, other, sure=SURE):
    """Whether two factors are the same; never for nan."""
    return bool(abs(one - other) < sure * max(1, abs(other)))


def kept_names(factors, sure=SURE):
    """The names of what did not move, if all else moved rightly and something did not; or []."""
    kept = [name for name, one in factors.items() if near(one, 0, sure)]
    others = [one for name, one in factors.items() if name not in kept]
    return kept if others and all(near(one, 1, sure) for one in others) else []
