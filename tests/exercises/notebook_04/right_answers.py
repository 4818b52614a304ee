"""Right answers of notebook 04."""

import numpy as np


def strictly_below(n, rng):
    x = rng.uniform(size=(n, 2))
    return [x, np.where(x[:, 0] > x[:, 1], 0, 1)[:, np.newaxis]]


def point_by_point(n, rng):
    x, y = [], []
    for _ in range(n):
        x1, x2 = rng.random(), rng.random()
        x.append((x1, x2))
        y.append([1.0 if x1 <= x2 else 0.0])
    return x, y


def in_single_precision(n, rng):
    x = rng.random((n, 2), dtype=np.float32)
    return x, (np.diff(x, axis=1) >= 0).astype(np.float32)


def rounded_to_single(n, rng):
    x = rng.random((n, 2))
    return x.astype(np.float32), (x[:, :1] <= x[:, 1:]).astype(np.float32)


def column_after_column(n, rng):
    x1, x2 = rng.random((2, n, 1))
    return np.hstack([x1, x2]), np.heaviside(x2 - x1, 1.0)


def with_spawned_generators(n, rng):
    seeds = rng.integers(2**32, size=2)
    x = np.stack([np.random.default_rng(seed).random(n) for seed in seeds], axis=1)
    return x, np.array(x[:, 0] <= x[:, 1], int).reshape(-1, 1)


def with_true_and_false(n, rng):
    x = rng.random((n, 2))
    return x, x[:, :1] <= x[:, 1:]


def flat_bias(n_in, n_out, rng):
    return [rng.standard_normal((n_in, n_out)) / n_in**0.5, np.zeros(n_out)]


def uniform_of_the_same_variance(n_in, n_out, rng):
    bound = np.sqrt(3 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out)), np.zeros((1, n_out))


def signs_only(n_in, n_out, rng):
    return rng.choice([-1.0, 1.0], (n_in, n_out)) / np.sqrt(n_in), [0] * n_out


def weight_by_weight(n_in, n_out, rng):
    W = [[rng.normal(0, n_in**-0.5) for _ in range(n_out)] for _ in range(n_in)]
    return W, [[0.0] * n_out]


def laplace(n_in, n_out, rng):
    return rng.laplace(0, np.sqrt(0.5 / n_in), (n_in, n_out)), np.zeros((1, n_out))


def single_weights(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out), dtype=np.float32) * np.float32(n_in**-0.5)
    return W, np.zeros(n_out, np.float32)


def drawn_transposed(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)).T / np.sqrt(n_in), np.zeros((1, n_out))


def bias_first(n_in, n_out, rng):
    b = 0 * rng.normal(size=(1, n_out))
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out)), b


def step_over_layers(params, grads, lr):
    new = {}
    for k in range(1, len(params) // 2 + 1):
        new[f"W{k}"] = params[f"W{k}"] - lr * grads[f"dW{k}"]
        new[f"b{k}"] = params[f"b{k}"] - lr * grads[f"db{k}"]
    return new


def step_on_a_copy(params, grads, lr):
    new = {name: value.copy() for name, value in params.items()}
    for name in new:
        new[name] -= lr * grads["d" + name]
    return new


def step_over_gradients(params, grads, lr):
    return {name[1:]: np.subtract(params[name[1:]], lr * grads[name]) for name in grads}


def step_in_single_precision(params, grads, lr):
    return {k: (v - lr * grads[f"d{k}"]).astype(np.float32) for k, v in params.items()}


def step_with_flat_biases(params, grads, lr):
    new = {k: -(lr * grads["d" + k] - v) for k, v in params.items()}
    return {k: v.ravel() if k[0] == "b" else v for k, v in new.items()}


def step_and_more(params, grads, lr):
    new = dict(params)
    new.update({name: v + (-lr) * grads["d" + name] for name, v in params.items()})
    return new | {"lr": lr}


def accuracy_by_a_loop(p, y):
    right = 0
    for one, label in zip(p[:, 0], y[:, 0], strict=True):
        right += (one > 0.5) == label
    return right / len(p)


def accuracy_by_rounding(p, y):
    return float((np.round(p) == y).mean())


def accuracy_as_an_array(p, y):
    return np.mean(np.where(p > 0.5, 1, 0) == y, axis=0)


def accuracy_by_signs(p, y):
    return 1 - np.count_nonzero((p > 0.5).ravel() != y.ravel()) / y.size


def accuracy_by_distance(p, y):
    return 1 - np.abs((p > 0.5).astype(int) - y).sum() / len(y)


def accuracy_in_single_precision(p, y):
    return np.float32(np.mean((p > 0.5) == (y > 0.5)))


ANSWERS = {
    "make_linear": [
        strictly_below,
        point_by_point,
        in_single_precision,
        rounded_to_single,
        column_after_column,
        with_spawned_generators,
        with_true_and_false,
    ],
    "init_layer": [
        flat_bias,
        uniform_of_the_same_variance,
        signs_only,
        weight_by_weight,
        laplace,
        single_weights,
        drawn_transposed,
        bias_first,
    ],
    "gradient_step": [
        step_over_layers,
        step_on_a_copy,
        step_over_gradients,
        step_in_single_precision,
        step_with_flat_biases,
        step_and_more,
    ],
    "accuracy": [
        accuracy_by_a_loop,
        accuracy_by_rounding,
        accuracy_as_an_array,
        accuracy_by_signs,
        accuracy_by_distance,
        accuracy_in_single_precision,
    ],
}
