"""Right answers of notebook 01."""

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


def in_single_precision(z):
    return sigmoid(z).astype(np.float32)


def clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def slope_by_quotient(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small) ** 2


def slope_by_symmetry(z):
    return sigmoid(z) * sigmoid(-np.asarray(z))


def slope_by_cosh(z):
    return 1 / (4 * np.cosh(np.clip(z, -1400, 1400) / 2) ** 2)


def output_slope_expanded(a):
    return a - a**2


def output_slope_by_square(a):
    return 0.25 - (np.asarray(a) - 0.5) ** 2


def gradient_over_flat_indices(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    moved = np.eye(x.size).reshape(x.size, *x.shape) * h
    return np.array([(f(x + d) - f(x - d)) / (2 * h) for d in moved]).reshape(x.shape)


ANSWERS = {
    "sigmoid": [plain, by_tanh, by_branches, in_single_precision, clipped],
    "sigmoid_slope": [slope_by_quotient, slope_by_symmetry, slope_by_cosh],
    "sigmoid_slope_from_output": [output_slope_expanded, output_slope_by_square],
    "numerical_gradient": [gradient_over_flat_indices],
}
