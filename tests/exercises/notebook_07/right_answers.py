"""Right answers of notebook 07."""

import numpy as np

from labnet import AdaGrad, Adam

# Activations


def relu_by_choice(z):
    return np.where(z < 0, 0, z)


def relu_by_gate(z):
    return z * (z > 0)


def relu_by_absolute(z):
    return (z + np.abs(z)) / 2


def relu_by_clip(z):
    return np.clip(z, 0, None)


def relu_on_a_copy(z):
    a = z.copy()
    a[a < 0] = 0
    return a


def relu_in_single_precision(z):
    return np.maximum(z, 0).astype(np.float32)


def relu_one_by_one(z):
    return np.array([max(0, one) for one in z.ravel()]).reshape(z.shape)


def slope_true_or_false(z):
    return z > 0


def slope_one_at_zero(z):
    return (z >= 0).astype(int)


def slope_half_at_zero(z):
    return np.heaviside(z, 0.5)


def slope_by_sign(z):
    return (np.sign(z) + 1) / 2


def slope_filled_in(z):
    dz = np.zeros_like(z)
    dz[z > 0] = 1
    return dz


def slope_in_single_precision(z):
    return np.float32(z > 0)


def leaky_by_halves(z, alpha):
    return np.maximum(z, 0) + alpha * np.minimum(z, 0)


def leaky_by_absolute(z, alpha):
    return (1 + alpha) / 2 * z + (1 - alpha) / 2 * np.abs(z)


def leaky_by_slope(z, alpha):
    return z * np.where(z >= 0, 1, alpha)


def leaky_by_case(z, alpha):
    return np.maximum(alpha * z, z) if alpha <= 1 else np.minimum(alpha * z, z)


def leaky_on_a_copy(z, alpha):
    a = np.array(z, dtype=float)
    a[a < 0] *= alpha
    return a


def leaky_in_single_precision(z, alpha):
    return np.where(z > 0, z, alpha * z).astype(np.float32)


def leaky_slope_one_at_zero(z, alpha):
    return np.where(z >= 0, 1, alpha)


def leaky_slope_by_hand(z, alpha):
    return (z > 0) * 1.0 + (z <= 0) * alpha


def leaky_slope_from_relu(z, alpha):
    return alpha + (1 - alpha) * np.heaviside(z, 0.5)


def leaky_slope_filled_in(z, alpha):
    dz = np.ones(z.shape, np.float32)
    dz[z < 0] = alpha
    return dz


def tanh_by_sigmoid(z):
    return 2 / (1 + np.exp(-2 * np.clip(z, -300, 300))) - 1


def tanh_by_clipped_exponentials(z):
    z = np.clip(z, -20, 20)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def tanh_by_small_exponentials(z):
    small = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - small) / (1 + small)


def tanh_in_single_precision(z):
    return np.tanh(z.astype(np.float32))


def tanh_slope_by_factors(z):
    a = np.tanh(z)
    return (1 - a) * (1 + a)


def tanh_slope_by_cosh(z):
    return 1 / np.cosh(z) ** 2


def tanh_slope_by_exponentials(z):
    z = np.clip(z, -300, 300)
    return 4 / (np.exp(z) + np.exp(-z)) ** 2


def tanh_slope_in_single_precision(z):
    return (1 - np.tanh(z) ** 2).astype(np.float32)


# The squared error


def error_by_sum(p, y):
    return ((p - y) ** 2).sum() / len(y)


def error_by_product(p, y):
    error = y - p
    return (error.T @ error) / error.size


def error_as_float(p, y):
    return float(np.average(np.square(np.ravel(p) - np.ravel(y))))


def error_by_norm(p, y):
    return np.linalg.norm(p - y) ** 2 / len(p)


def error_by_loop(p, y):
    return sum((float(a) - float(b)) ** 2 for a, b in zip(p.flat, y.flat, strict=True)) / p.size


def error_in_single_precision(p, y):
    return np.mean((p - y) ** 2, dtype=np.float32)


def error_slope_by_labels(p, y):
    return -2 / len(y) * (y - p)


def error_slope_by_full_mean(p, y):
    return (p - y) / np.mean(np.full(len(p), len(p) / 2))


def error_slope_in_single_precision(p, y):
    return np.float32(2 * (p - y) / p.shape[0])


def error_slope_as_list(p, y):
    return [[2 * (a - b) / len(p)] for (a,), (b,) in zip(p.tolist(), y.tolist(), strict=True)]


# AdaGrad and Adam


def in_one_vector(optimizer, params, grads_per_step):
    theta = np.concatenate([w.ravel() for w in params.values()])
    for grads in grads_per_step:
        optimizer.step(theta, np.concatenate([grads[f"d{name}"].ravel() for name in params]))
    ends = np.cumsum([w.size for w in params.values()])[:-1]
    pieces = zip(params.items(), np.split(theta, ends), strict=True)
    return {name: piece.reshape(w.shape) for (name, w), piece in pieces}


def adagrad_in_one_vector(params, grads_per_step, lr, eps=1e-8):
    return in_one_vector(AdaGrad(lr, eps), params, grads_per_step)


def adagrad_name_by_name(params, grads_per_step, lr, eps=1e-8):
    moved = {}
    for name in sorted(params):
        w, s = params[name], 0
        for grads in grads_per_step:
            g = grads["d" + name]
            s += np.square(g)
            w = w - lr / (s**0.5 + eps) * g
        moved[name] = w
    return moved


def adagrad_of_copies(params, grads_per_step, lr, eps=1e-8):
    moved = {name: w.copy() for name, w in params.items()}
    s = {}
    for grads in grads_per_step:
        for key, g in grads.items():
            s[key] = s.get(key, 0) + g * g
            moved[key[1:]] -= lr * g / (eps + np.sqrt(s[key]))
    return moved


def adagrad_by_running_sums(params, grads_per_step, lr, eps=1e-8):
    moved = {}
    for name, w in params.items():
        g = np.array([grads[f"d{name}"] for grads in grads_per_step])
        moved[name] = w - lr * np.sum(g / (np.sqrt(np.cumsum(g**2, axis=0)) + eps), axis=0)
    return moved


def adagrad_by_lengths(params, grads_per_step, lr, eps=1e-8):
    moved, root = dict(params), {name: np.zeros_like(w) for name, w in params.items()}
    for grads in grads_per_step:
        root = {name: np.hypot(root[name], grads[f"d{name}"]) for name in params}
        moved = {name: w - lr * grads[f"d{name}"] / (root[name] + eps) for name, w in moved.items()}
    return moved


def adagrad_with_flat_biases(params, grads_per_step, lr, eps=1e-8):
    moved = adagrad_of_copies(params, grads_per_step, lr, eps)
    return {name: w.ravel() if name[0] == "b" else w for name, w in moved.items()}


def adagrad_in_single_precision(params, grads_per_step, lr, eps=1e-8):
    return adagrad_of_copies(*in_single_precision(params, grads_per_step), lr, eps)


def in_single_precision(params, grads_per_step):
    singles = [{name: g.astype(np.float32) for name, g in one.items()} for one in grads_per_step]
    return {name: w.astype(np.float32) for name, w in params.items()}, singles


def adam_in_one_vector(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return in_one_vector(Adam(lr, beta1, beta2, eps), params, grads_per_step)


def adam_name_by_name(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    moved = {}
    for name in params:
        w, m, v = params[name], 0, 0
        for t, grads in enumerate(grads_per_step):
            m += (1 - beta1) * (grads["d" + name] - m)
            v += (1 - beta2) * (grads["d" + name] ** 2 - v)
            root = np.sqrt(v / (1 - beta2 ** (t + 1)))
            w = w - lr * (m / (1 - beta1 ** (t + 1))) / (root + eps)
        moved[name] = w
    return moved


def adam_of_copies(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    moved = {name: w.copy() for name, w in params.items()}
    m, v = {}, {}
    for t, grads in enumerate(grads_per_step, 1):
        for key, g in grads.items():
            m[key] = beta1 * m.get(key, 0) + (1 - beta1) * g
            v[key] = beta2 * v.get(key, 0) + (1 - beta2) * g * g
            step = m[key] / (1 - pow(beta1, t)) / (np.sqrt(v[key] / (1 - pow(beta2, t))) + eps)
            moved[key[1:]] -= lr * step
    return moved


def adam_with_flat_biases(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    moved = adam_of_copies(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: w.ravel() if name[0] == "b" else w for name, w in moved.items()}


def adam_in_single_precision(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_of_copies(*in_single_precision(params, grads_per_step), lr, beta1, beta2, eps)


def adam_by_weighted_sums(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    moved = dict(params)
    for t in range(1, len(grads_per_step) + 1):
        far = np.arange(t)[::-1]
        for name in params:
            g = np.array([one[f"d{name}"] for one in grads_per_step[:t]])
            m = np.tensordot(beta1**far, g, 1) / np.sum(beta1**far)
            v = np.tensordot(beta2**far, g**2, 1) / np.sum(beta2**far)
            moved[name] = moved[name] - lr * m / (np.sqrt(v) + eps)
    return moved


ANSWERS = {
    "relu": [
        relu_by_choice,
        relu_by_gate,
        relu_by_absolute,
        relu_by_clip,
        relu_on_a_copy,
        relu_in_single_precision,
        relu_one_by_one,
    ],
    "relu_slope": [
        slope_true_or_false,
        slope_one_at_zero,
        slope_half_at_zero,
        slope_by_sign,
        slope_filled_in,
        slope_in_single_precision,
    ],
    "leaky_relu": [
        leaky_by_halves,
        leaky_by_absolute,
        leaky_by_slope,
        leaky_by_case,
        leaky_on_a_copy,
        leaky_in_single_precision,
    ],
    "leaky_relu_slope": [
        leaky_slope_one_at_zero,
        leaky_slope_by_hand,
        leaky_slope_from_relu,
        leaky_slope_filled_in,
    ],
    "tanh": [
        tanh_by_sigmoid,
        tanh_by_clipped_exponentials,
        tanh_by_small_exponentials,
        tanh_in_single_precision,
    ],
    "tanh_slope": [
        tanh_slope_by_factors,
        tanh_slope_by_cosh,
        tanh_slope_by_exponentials,
        tanh_slope_in_single_precision,
    ],
    "mean_squared_error": [
        error_by_sum,
        error_by_product,
        error_as_float,
        error_by_norm,
        error_by_loop,
        error_in_single_precision,
    ],
    "mean_squared_error_gradient": [
        error_slope_by_labels,
        error_slope_by_full_mean,
        error_slope_in_single_precision,
        error_slope_as_list,
    ],
    "adagrad": [
        adagrad_in_one_vector,
        adagrad_name_by_name,
        adagrad_of_copies,
        adagrad_by_running_sums,
        adagrad_by_lengths,
        adagrad_with_flat_biases,
        adagrad_in_single_precision,
    ],
    "adam": [
        adam_in_one_vector,
        adam_name_by_name,
        adam_of_copies,
        adam_with_flat_biases,
        adam_in_single_precision,
        adam_by_weighted_sums,
    ],
}
