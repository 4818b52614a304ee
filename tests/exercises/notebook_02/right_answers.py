"""Right answers of notebook 02."""

import numpy as np

from labnet import BinaryCrossEntropy


def loss_with_clip(p, y):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))


def loss_with_wider_clip(p, y):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def loss_with_clip_below(p, y):
    return -np.mean(y * np.log(np.maximum(p, 1e-9)) + (1 - y) * np.log(np.maximum(1 - p, 1e-9)))


def loss_of_true_class(p, y):
    return -np.log(np.where(y == 1, p, 1 - p)).mean()


def loss_as_power(p, y):
    return -np.sum(np.log(p**y * (1 - p) ** (1 - y))) / len(y)


def loss_as_product(p, y):
    return -(y.T @ np.log(p) + (1 - y).T @ np.log1p(-p)) / p.shape[0]


def loss_in_loop(p, y):
    total = 0
    for k in range(len(p)):
        total -= y[k] * np.log(p[k]) + (1 - y[k]) * np.log(1 - p[k])
    return total / len(p)


def loss_in_single_precision(p, y):
    p = p.astype(np.float32)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p), dtype=np.float32)


def loss_by_distance(p, y):
    return np.mean(-np.log(1 - np.abs(y - p)), axis=0)


def loss_of_labnet(p, y):
    return BinaryCrossEntropy().forward(p, y)


def loss_with_finite_ends(p, y):
    return np.mean(np.nan_to_num(-y * np.log(p)) + np.nan_to_num(-(1 - y) * np.log(1 - p)))


def dp_over_one_bar(p, y):
    return (p - y) / (p * (1 - p)) / len(p)


def dp_by_label(p, y):
    return np.where(y == 1, -1 / p, 1 / (1 - p)) / len(p)


def dp_with_clip(p, y):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -(y / p - (1 - y) / (1 - p)) / p.shape[0]


def dp_with_epsilon(p, y, eps=1e-9):
    return (-y / (p + eps) + (1 - y) / (1 - p + eps)) / len(y)


def dp_in_single_precision(p, y):
    p, y = p.astype(np.float32), y.astype(np.float32)
    return (-y / p + (1 - y) / (1 - p)) / np.float32(len(p))


def dp_in_loop(p, y):
    dp = np.zeros_like(p)
    for k in range(len(p)):
        dp[k] = -1 / p[k] if y[k] == 1 else 1 / (1 - p[k])
    return dp / len(p)


def dp_as_list(p, y):
    return [[(-t[0] / q[0] + (1 - t[0]) / (1 - q[0])) / len(p)] for q, t in zip(p, y, strict=True)]


def dp_of_true_class(p, y):
    return (1 - 2 * y) / (y * p + (1 - y) * (1 - p)) / p.size


def dz_turned(p, y):
    return -(y - p) * (1 / len(y))


def dz_expanded(p, y):
    return (-y * (1 - p) + (1 - y) * p) / p.shape[0]


def dz_with_clip(p, y):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (-y / p + (1 - y) / (1 - p)) / len(p) * p * (1 - p)


def dz_by_label(p, y):
    return np.where(y == 1, p - 1, p) / len(p)


def dz_in_single_precision(p, y):
    return ((p - y) / len(p)).astype(np.float32)


def dz_in_loop(p, y):
    return [[(p[k, 0] - y[k, 0]) / len(p)] for k in range(len(p))]


def forward_with_dot(x, W, b):
    return np.add(np.dot(x, W), b)


def forward_by_columns(x, W, b):
    return (W.T @ x.T + b.T).T


def forward_with_einsum(x, W, b):
    return np.einsum("ki,ij->kj", x, W) + b.ravel()


def forward_in_single_precision(x, W, b):
    return x.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)


def forward_with_ones(x, W, b):
    return np.hstack([x, np.ones((len(x), 1))]) @ np.vstack([W, b])


def forward_in_loops(x, W, b):
    z = np.zeros((len(x), W.shape[1]))
    for k, j in np.ndindex(z.shape):
        z[k, j] = b[0, j]
        for i in range(x.shape[1]):
            z[k, j] += x[k, i] * W[i, j]
    return z


def forward_in_place(x, W, b):
    z = x @ W
    z += b
    return z


def backward_with_flat_bias(dz, x, W):
    return dz @ W.T, x.T @ dz, dz.sum(axis=0)


def backward_as_list(dz, x, W):
    return [np.dot(dz, W.T), np.dot(x.T, dz), np.sum(dz, axis=0, keepdims=True)]


def backward_with_einsum(dz, x, W):
    dW = np.einsum("ki,kj->ij", x, dz)
    return np.einsum("kj,ij->ki", dz, W), dW, np.einsum("kj->j", dz)


def backward_by_turning(dz, x, W):
    return (W @ dz.T).T, (dz.T @ x).T, np.ones((1, len(dz))) @ dz


def backward_in_single_precision(dz, x, W):
    dz, x, W = (one.astype(np.float32) for one in (dz, x, W))
    return dz @ W.T, x.T @ dz, dz.sum(axis=0)


def backward_in_loops(dz, x, W):
    dx, dW, db = np.zeros(x.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for k in range(len(x)):
        dx[k] = W @ dz[k]
        dW += np.outer(x[k], dz[k])
        db += dz[k]
    return dx, dW, db


def backward_with_outer_products(dz, x, W):
    return dz @ W.T, (x[:, :, None] * dz[:, None, :]).sum(axis=0), sum(dz)


def backward_by_means(dz, x, W):
    n = len(x)
    return dz @ W.T, n * np.mean(x[:, :, None] * dz[:, None], axis=0), n * dz.mean(axis=0)


ANSWERS = {
    "cross_entropy": [
        loss_with_clip,
        loss_with_wider_clip,
        loss_with_clip_below,
        loss_of_true_class,
        loss_as_power,
        loss_as_product,
        loss_in_loop,
        loss_in_single_precision,
        loss_by_distance,
        loss_of_labnet,
        loss_with_finite_ends,
    ],
    "cross_entropy_gradient": [
        dp_over_one_bar,
        dp_by_label,
        dp_with_clip,
        dp_with_epsilon,
        dp_in_single_precision,
        dp_in_loop,
        dp_as_list,
        dp_of_true_class,
    ],
    "output_gradient": [
        dz_turned,
        dz_expanded,
        dz_with_clip,
        dz_by_label,
        dz_in_single_precision,
        dz_in_loop,
    ],
    "linear_forward": [
        forward_with_dot,
        forward_by_columns,
        forward_with_einsum,
        forward_in_single_precision,
        forward_with_ones,
        forward_in_loops,
        forward_in_place,
    ],
    "linear_backward": [
        backward_with_flat_bias,
        backward_as_list,
        backward_with_einsum,
        backward_by_turning,
        backward_in_single_precision,
        backward_in_loops,
        backward_with_outer_products,
        backward_by_means,
    ],
}
