"""Right answers of notebook 01."""

import math

import numpy as np

from labnet import sigmoid


def plain(z):
    return 1 / (1 + np.exp(-z))


def by_tanh(z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))


def by_branches(z):
    z = np.asarray(z, float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def by_masks(z):
    a = np.empty(z.shape)
    left = z < 0
    a[~left] = 1 / (1 + np.exp(-z[~left]))
    a[left] = np.exp(z[left]) / (1 + np.exp(z[left]))
    return a


def in_single_precision(z):
    return sigmoid(z).astype(np.float32)


def clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -z))


def by_power(z):
    return (1 + np.e**-z) ** -1


@np.vectorize
def one_by_one(z):
    return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))


def as_nested_lists(z):
    return sigmoid(z).tolist()


def slope_by_quotient(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small) ** 2


def slope_by_symmetry(z):
    return sigmoid(z) * sigmoid(-np.asarray(z))


def slope_by_cosh(z):
    return 1 / (4 * np.cosh(np.clip(z, -1400, 1400) / 2) ** 2)


def slope_by_tanh(z):
    return (1 - np.tanh(z / 2) ** 2) / 4


def slope_by_difference(z):
    return sigmoid(z) - np.square(sigmoid(z))


def slope_by_nudging(z):
    return (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5


def slope_in_single_precision(z):
    a = np.float32(sigmoid(z))
    return a * (1 - a)


def output_slope_expanded(a):
    return a - a**2


def output_slope_by_square(a):
    return 0.25 - (np.asarray(a) - 0.5) ** 2


def output_slope_negated(a):
    return -a * (a - 1)


def output_slope_by_multiply(a):
    return np.multiply(a, np.subtract(1.0, a))


def output_slope_one_by_one(a):
    slopes = [one * (1 - one) for one in np.ravel(a)]
    return np.reshape(slopes, np.shape(a))


def gradient_over_flat_indices(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    moved = np.eye(x.size).reshape(x.size, *x.shape) * h
    return np.array([(f(x + d) - f(x - d)) / (2 * h) for d in moved]).reshape(x.shape)


def gradient_with_half_steps(f, x, h=1e-5):
    return gradient_over_flat_indices(f, x, h / 2)


def gradient_by_four_points(f, x, h=1e-5):
    near, far = (gradient_over_flat_indices(f, x, step) for step in (h, 2 * h))
    return (4 * near - far) / 3


def gradient_by_nditer(f, x, h=1e-5):
    x = x.astype(float)
    dx = np.empty(x.shape)
    with np.nditer(x, flags=["multi_index"], op_flags=["readwrite"]) as entries:
        for entry in entries:
            kept = entry.copy()
            entry[...] = kept + h
            above = f(x)
            entry[...] = kept - h
            dx[entries.multi_index] = (above - f(x)) / (2 * h)
            entry[...] = kept
    return dx


def gradient_in_float_steps(f, x, h=1e-5):
    x = x * 1.0
    dx = x * 0
    for i in range(x.size):
        x.flat[i] += h
        above = f(x)
        x.flat[i] -= 2 * h
        below = f(x)
        x.flat[i] += h
        dx.flat[i] = (above - below) / h / 2
    return dx.tolist()


ANSWERS = {
    "sigmoid": [
        plain,
        by_tanh,
        by_branches,
        by_masks,
        in_single_precision,
        clipped,
        by_logaddexp,
        by_power,
        one_by_one,
        as_nested_lists,
    ],
    "sigmoid_slope": [
        slope_by_quotient,
        slope_by_symmetry,
        slope_by_cosh,
        slope_by_tanh,
        slope_by_difference,
        slope_by_nudging,
        slope_in_single_precision,
    ],
    "sigmoid_slope_from_output": [
        output_slope_expanded,
        output_slope_by_square,
        output_slope_negated,
        output_slope_by_multiply,
        output_slope_one_by_one,
    ],
    "numerical_gradient": [
        gradient_over_flat_indices,
        gradient_with_half_steps,
        gradient_by_four_points,
        gradient_by_nditer,
        gradient_in_float_steps,
    ],
}
