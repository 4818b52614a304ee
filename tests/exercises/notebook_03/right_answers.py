"""Right answers of notebook 03."""

import numpy as np

from labnet import sigmoid
from labnet.exercises.notebook_03 import exercises as ours


def steep(a):
    return a * (1 - a)


# forward(x, params)


def forward_over_layers(x, params):
    cache, a = {"x": x}, x
    for k in "123":
        cache["z" + k] = np.dot(a, params["W" + k]) + params["b" + k].ravel()
        a = cache["a" + k] = 1 / (1 + np.exp(-cache["z" + k]))
    return a, cache | {"p": a}


def forward_as_list(x, params):
    p, cache = ours.forward(x, params)
    return [p, cache | {"W1": params["W1"], "n": len(x)}]


def forward_by_tanh(x, params):
    def squash(z):
        return (1 + np.tanh(z / 2)) / 2

    z1 = np.einsum("ni,ij->nj", x, params["W1"]) + params["b1"]
    z2 = np.einsum("ni,ij->nj", squash(z1), params["W2"]) + params["b2"]
    z3 = np.einsum("ni,ij->nj", squash(z2), params["W3"]) + params["b3"]
    a1, a2, p = map(squash, (z1, z2, z3))
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


def forward_in_single_precision(x, params):
    params = {name: v.astype(np.float32) for name, v in params.items()}
    p, cache = ours.forward(np.asarray(x, np.float32), params)
    return p.astype(np.float32), {name: v.astype(np.float32) for name, v in cache.items()}


def forward_with_ones(x, params):
    cache, a = {"x": x.copy()}, x
    for k in (1, 2, 3):
        both = np.vstack([params[f"W{k}"], params[f"b{k}"]])
        cache[f"z{k}"] = np.hstack([a, np.ones((len(a), 1))]) @ both
        a = cache[f"a{k}"] = sigmoid(cache[f"z{k}"])
    cache["p"] = cache.pop("a3")
    return a, cache


def forward_clipped(x, params):
    p, cache = ours.forward(x, params)
    return np.clip(p, 1e-12, 1 - 1e-12), cache


def forward_example_by_example(x, params):
    rows = [ours.forward(row[None, :], params) for row in x]
    cache = {name: np.vstack([one[name] for _, one in rows]) for name in rows[0][1]}
    return np.vstack([p for p, _ in rows]), cache


# backward(y, cache, params)


def backward_with_flat_biases(y, cache, params):
    dz3 = (cache["p"] - y) / y.shape[0]
    dz2 = np.dot(dz3, params["W3"].T) * steep(cache["a2"])
    dz1 = np.dot(dz2, params["W2"].T) * steep(cache["a1"])
    return {
        "dW1": np.dot(cache["x"].T, dz1),
        "dW2": np.dot(cache["a1"].T, dz2),
        "dW3": np.dot(cache["a2"].T, dz3),
        "db1": dz1.sum(0),
        "db2": dz2.sum(0),
        "db3": dz3.sum(0),
    }


def backward_through_dp(y, cache, params):
    """p never gets so close to 0 or 1 that it would divide by 0."""
    p = np.clip(cache["p"], 1e-12, 1 - 1e-12)
    dp = ((1 - y) / (1 - p) - y / p) / len(y)
    return backward_from(dp * steep(p), cache, params)


def backward_from(dz, cache, params):
    inputs, grads = {3: cache["a2"], 2: cache["a1"], 1: cache["x"]}, {}
    for k in (3, 2, 1):
        grads[f"dW{k}"] = (dz.T @ inputs[k]).T
        grads[f"db{k}"] = np.ones((1, len(dz))) @ dz
        dz = (params[f"W{k}"] @ dz.T).T * steep(inputs[k])
    return grads


def backward_divided_at_the_end(y, cache, params):
    grads = backward_from(cache["p"] - y, cache, params)
    return {name: dv / len(y) for name, dv in grads.items()}


def backward_example_by_example(y, cache, params):
    total = {f"d{name}": np.zeros_like(v) for name, v in params.items()}
    for i in range(len(y)):
        one = {name: v[i : i + 1] for name, v in cache.items()}
        grads = backward_from((one["p"] - y[i]) / len(y), one, params)
        total = {name: total[name] + grads[name] for name in total}
    return total


def backward_with_slopes_at_z(y, cache, params):
    dz3 = (cache["p"] - y) / len(y)
    dz2 = dz3 * params["W3"].T * sigmoid(cache["z2"]) * sigmoid(-cache["z2"])
    dz1 = dz2 @ params["W2"].T * (1 / (4 * np.cosh(cache["z1"] / 2) ** 2))
    grads = {"dW3": cache["a2"].T @ dz3, "db3": np.sum(dz3, axis=0, keepdims=True)}
    grads |= {"dW2": cache["a1"].T @ dz2, "db2": np.sum(dz2, axis=0, keepdims=True)}
    return grads | {"dW1": cache["x"].T @ dz1, "db1": np.sum(dz1, axis=0, keepdims=True)}


def backward_in_single_precision(y, cache, params):
    cache, params = (
        {name: v.astype(np.float32) for name, v in one.items()} for one in (cache, params)
    )
    grads = ours.backward(y.astype(np.float32), cache, params)
    return {name: dv.astype(np.float32) for name, dv in grads.items()}


def backward_with_linear_backward(y, cache, params):
    def linear_backward(dz, x, W):
        return dz @ W.T, x.T @ dz, dz.sum(axis=0)

    grads, dz = {}, (cache["p"] - y) / len(y)
    da2, grads["dW3"], grads["db3"] = linear_backward(dz, cache["a2"], params["W3"])
    dz = da2 * steep(cache["a2"])
    da1, grads["dW2"], grads["db2"] = linear_backward(dz, cache["a1"], params["W2"])
    dz = da1 * (cache["a1"] - cache["a1"] ** 2)
    _, grads["dW1"], grads["db1"] = linear_backward(dz, cache["x"], params["W1"])
    return grads


def backward_by_einsum(y, cache, params):
    dz3 = (cache["p"] - y) / len(y)
    dz2 = np.einsum("nj,ij,ni->ni", dz3, params["W3"], steep(cache["a2"]))
    dz1 = np.einsum("nj,ij,ni->ni", dz2, params["W2"], steep(cache["a1"]))
    pairs = zip("123", (cache["x"], cache["a1"], cache["a2"]), (dz1, dz2, dz3), strict=True)
    grads = {}
    for k, a, dz in pairs:
        grads["dW" + k] = (a[:, :, None] * dz[:, None, :]).sum(axis=0)
        grads["db" + k] = dz.sum(axis=0)[np.newaxis]
    return grads


def backward_as_lists(y, cache, params):
    return {name: dv.tolist() for name, dv in ours.backward(y, cache, params).items()}


def backward_with_more(y, cache, params):
    return ours.backward(y, cache, params) | {"dz3": (cache["p"] - y) / len(y), "dx": None}


# relative_error(a, b)


def error_in_steps(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    below = abs(a) + abs(b)
    below = np.where(below < 1e-8, 1e-8, below)
    return float((abs(b - a) / below).max())


def error_in_a_loop(a, b):
    worst = 0
    for one, other in zip(np.ravel(a), np.ravel(b), strict=True):
        worst = max(worst, abs(one - other) / max(1e-8, abs(one) + abs(other)))
    return worst


def error_clipped(a, b):
    return np.amax(np.abs(np.subtract(a, b)) / np.clip(np.abs(a) + np.abs(b), 1e-8, None))


def error_as_array(a, b):
    return np.array([ours.relative_error(a, b)])


def error_by_quotient(a, b):
    return np.max(np.sqrt((a - b) ** 2) / np.fmax(np.sqrt(a**2) + np.sqrt(b**2), 1e-8))


def error_in_single_precision(a, b):
    return np.float32(ours.relative_error(a, b))


ANSWERS = {
    "forward": [
        forward_over_layers,
        forward_as_list,
        forward_by_tanh,
        forward_in_single_precision,
        forward_with_ones,
        forward_clipped,
        forward_example_by_example,
    ],
    "backward": [
        backward_with_flat_biases,
        backward_through_dp,
        backward_divided_at_the_end,
        backward_example_by_example,
        backward_with_slopes_at_z,
        backward_in_single_precision,
        backward_with_linear_backward,
        backward_by_einsum,
        backward_as_lists,
        backward_with_more,
    ],
    "relative_error": [
        error_in_steps,
        error_in_a_loop,
        error_clipped,
        error_as_array,
        error_by_quotient,
        error_in_single_precision,
    ],
}
