"""Arrays: numbers of the right shape."""

import reprlib

import numpy as np

from ..errors import LabnetError
from .once import known
from .values import require


def as_floats(values, name, expected="an array of numbers, all rows of one length"):
    """An array of float64, from integers and truth values too; not copied where it is one already.

    Text is refused, though NumPy would read "1" as 1.0.
    """
    if type(values) is np.ndarray and values.dtype == np.float64:
        return values
    array = as_array(values)
    require(
        array.dtype.kind in "biuf",
        f"{name} is {reprlib.repr(values)} (type {type(values).__name__}); expected {expected}.",
    )
    with np.errstate(over="ignore"):  # a number beyond float64 is infinite in it
        return array.astype(np.float64)


def as_array(values):
    """np.asarray, and an array of objects for what has none, or has gaps."""
    try:
        array = np.asarray(values)
    except (ValueError, TypeError, OverflowError, RecursionError):  # rows of different lengths
        return np.asarray(None)
    mask = getattr(values, "mask", None)  # np.ma would take longer to import than all of labnet
    masked = isinstance(mask, (np.ndarray, np.bool_)) and mask.any()
    return np.asarray(None) if masked else array


def broadcast(values, shape, name):
    """Floats that may be written into an array of this shape."""
    values = as_floats(values, name)
    try:
        return np.broadcast_to(values, shape)
    except ValueError:
        raise LabnetError(f"{name} has shape {values.shape}; expected {shape}.") from None


def finite(values, name):
    bad = values.size - np.count_nonzero(np.isfinite(values))
    if bad:
        raise LabnetError(
            f"{name} has {bad} value(s) that are NaN or infinite; remove or replace them "
            "(np.isfinite shows where)."
        )
    return values


def examples(values, name, runs):
    """Rows are examples; only a network with runs takes a third axis, in front."""
    shape = values.shape
    if values.ndim != 2 and not (values.ndim == 3 and runs):
        hint = f"; reshape a single example with {name}.reshape(1, -1)" if values.ndim == 1 else ""
        raise LabnetError(
            f"{name} has shape {shape}; expected (n, columns), one row for each example{hint}."
        )
    if values.ndim == 3 and shape[0] != runs:
        raise LabnetError(
            f"{name} has shape {shape}, so {shape[0]} runs; expected {runs}, as the network has."
        )
    if values.size == 0:
        raise LabnetError(f"{name} is empty (shape {shape}); expected at least one example.")


def column_hint(y, columns=1):
    """The cure for the most common wrong shape, (n,)."""
    return f"; turn y into a column with y.reshape(-1, {columns})" if y.ndim == 1 else ""


def labels(y):
    if known():
        return y
    other = (y != 0.0) & (y != 1.0)
    if np.count_nonzero(other):
        raise LabnetError(
            f"y holds {y[other][0]:g}; cross-entropy needs the class of each example as 0 or 1. "
            "For other targets use SquaredError()."
        )
    return y


def predictions_and_labels(p, y):
    """p and y as floats of one shape; y may lack the run axis that p has."""
    if known():
        return p, y
    p, y = as_floats(p, "p"), as_floats(y, "y")
    if p.ndim < 2 or p.size == 0 or y.shape not in (p.shape, p.shape[-2:]):
        raise LabnetError(
            f"p has shape {p.shape} and y has shape {y.shape}; expected the same shape (n, 1) for "
            f"both{column_hint(y)}."
        )
    return p, y


def made_of(z, p):
    """z as floats, of the shape of the p that a Sigmoid made of it."""
    z = as_floats(z, "z")
    if z.shape != p.shape:
        raise LabnetError(
            f"z has shape {z.shape} and p has shape {p.shape}; expected the z of which a Sigmoid "
            "made p, such as net.z, or None."
        )
    return z


def probabilities(p):
    if np.count_nonzero(
        (p < 0) | (p > 1)
    ):  # NaN passes, so that a run that diverged stops by itself
        raise LabnetError(
            f"cross-entropy needs predictions between 0 and 1, but p runs from {np.min(p):.4g} to "
            f"{np.max(p):.4g}; end the network with Sigmoid(), or use SquaredError()."
        )
    return p


def forward_was_called(memory):
    if memory is None:
        raise LabnetError("backward needs what forward keeps: call forward first.")
    return memory


def output_gradient(dp, p):
    """dp as floats, of the shape of the prediction that it belongs to."""
    if known():
        return dp
    forward_was_called(p)
    dp = as_floats(dp, "dp")
    if dp.shape != p.shape:
        raise LabnetError(
            f"dp has shape {dp.shape}, but the last forward gave p of shape {p.shape}; expected "
            "the same, for a gradient has the shape of its array."
        )
    return dp


def leading_axes(result, x):
    """How many axes of x a function of it kept: 0 for a number, 1 for one number for each run."""
    shape = as_floats(result, "What f returned", "a number").shape
    require(
        shape == x.shape[: len(shape)],
        f"f returned an array of shape {shape} for x of shape {x.shape}; expected a number.",
    )
    return len(shape)


def same_shape(dtheta, theta):
    if np.shape(dtheta) != theta.shape:
        raise LabnetError(
            f"dtheta has shape {np.shape(dtheta)}, but theta has shape {theta.shape}; expected the "
            "same, for a gradient has the shape of its array."
        )
