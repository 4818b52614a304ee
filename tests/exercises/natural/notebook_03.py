"""Wrong answers to the exercises of notebook_03: each sentence says what is wrong."""

import numpy as np

from .collect import wrong
from .given import linear_backward, linear_forward, sigmoid

# what the notebook's cells have made before the exercises
X = np.array([[0.0, 0.0], [0.0, 1.0], [0.3, 0.3], [0.8, 0.2], [1.0, 1.0]])
rng = np.random.default_rng(8)
params = {}
for k, (n_in, n_out) in enumerate([(2, 3), (3, 3), (3, 1)], start=1):
    params[f"W{k}"] = rng.normal(0, 2, (n_in, n_out)).round(1)
    params[f"b{k}"] = rng.normal(0, 2, (1, n_out)).round(1)
W1, b1, W2, b2, W3, b3 = params.values()
n = len(X)
a1 = sigmoid(X @ W1 + b1)
a2 = sigmoid(a1 @ W2 + b2)


# relative_error


@wrong("relative_error", "the denominator is |a + b|, not |a| + |b|: opposite signs make it tiny")
def re_abs_of_sum(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a + b)))


@wrong("relative_error", "the numerator has no absolute value: where a < b the error is negative")
def re_no_abs_above(a, b):
    return np.max((a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))


@wrong("relative_error", "np.minimum in place of np.maximum: it nearly always divides by 1e-8")
def re_minimum(a, b):
    return np.max(np.abs(a - b) / np.minimum(1e-8, np.abs(a) + np.abs(b)))


@wrong("relative_error", "the mean over the entries in place of the worst entry")
def re_mean(a, b):
    error = np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))
    return error.mean()


@wrong("relative_error", "returns the errors of all entries; the maximum is missing")
def re_no_max(a, b):
    return abs(a - b) / np.maximum(1e-8, abs(a) + abs(b))


@wrong("relative_error", "divides by |b| alone, not by |a| + |b|")
def re_only_b(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(b)))


@wrong("relative_error", "the largest difference over the largest sum, not the largest quotient")
def re_max_over_max(a, b):
    difference = np.max(np.abs(a - b))
    size = np.max(np.abs(a) + np.abs(b))
    return difference / max(1e-8, size)


@wrong("relative_error", "divides by the larger of |a| and |b|, not by their sum")
def re_larger_of_two(a, b):
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.maximum(1e-8, scale))


@wrong("relative_error", "adds 1e-8 to |a| + |b| in place of taking the larger of the two")
def re_plus_epsilon(a, b):
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b) + 1e-8))


@wrong("relative_error", "10e-8 is 1e-7, ten times the number asked")
def re_ten_e_minus_8(a, b):
    eps = 10e-8
    return np.max(np.abs(a - b) / np.maximum(eps, np.abs(a) + np.abs(b)))


@wrong("relative_error", "np.max(1e-8, array) takes the array for an axis and raises an error")
def re_np_max(a, b):
    return np.max(np.abs(a - b) / np.max(1e-8, np.abs(a) + np.abs(b)))


@wrong("relative_error", "the builtin max compares a whole array with 1e-8, which raises an error")
def re_builtin_max(a, b):
    return np.max(np.abs(a - b) / max(1e-8, np.abs(a) + np.abs(b)))


@wrong("relative_error", "divides by half of |a| + |b|: twice too large")
def re_half_sum(a, b):
    middle = (np.abs(a) + np.abs(b)) / 2
    return np.max(np.abs(a - b) / np.maximum(1e-8, middle))


@wrong("relative_error", "compares the lengths of whole arrays (norms), not the single entries")
def re_norms(a, b):
    return np.linalg.norm(a - b) / max(1e-8, np.linalg.norm(a) + np.linalg.norm(b))


@wrong("relative_error", "+ |b| stands outside the denominator, for want of parentheses")
def re_unbracketed(a, b):
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a)) + np.abs(b))


@wrong("relative_error", "divides by |a| alone, and takes the mean in place of the worst entry")
def re_only_a_and_mean(a, b):
    return np.mean(np.abs(a - b) / np.maximum(1e-8, np.abs(a)))


# forward


@wrong("forward", "the last sigmoid is missing: p is z3")
def fw_no_last_sigmoid(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = z3
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "copied line not fully changed: z2 adds b1 in place of b2")
def fw_b1_twice(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b1"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    cache = {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}
    return p, cache


@wrong("forward", "layer 2 gets z1 in place of a1: the first sigmoid has no effect on p")
def fw_z1_into_layer_2(x, params):
    W1, b1, W2, b2, W3, b3 = (params[k] for k in ("W1", "b1", "W2", "b2", "W3", "b3"))
    z1 = x @ W1 + b1
    a1 = sigmoid(z1)
    z2 = z1 @ W2 + b2
    a2 = sigmoid(z2)
    z3 = a2 @ W3 + b3
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "returns the cache first and p second")
def fw_return_order(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    cache = {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}
    return cache, p


@wrong("forward", "the cache does not hold x")
def fw_cache_without_x(x, params):
    cache = {}
    cache["z1"] = x @ params["W1"] + params["b1"]
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = cache["a1"] @ params["W2"] + params["b2"]
    cache["a2"] = sigmoid(cache["z2"])
    cache["z3"] = cache["a2"] @ params["W3"] + params["b3"]
    cache["p"] = sigmoid(cache["z3"])
    return cache["p"], cache


@wrong("forward", "the cache has capital keys X, Z1, A1 ... where x, z1, a1 ... are asked")
def fw_capital_keys(x, params):
    Z1 = np.dot(x, params["W1"]) + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = np.dot(A1, params["W2"]) + params["b2"]
    A2 = sigmoid(Z2)
    Z3 = np.dot(A2, params["W3"]) + params["b3"]
    P = sigmoid(Z3)
    return P, {"X": x, "Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2, "Z3": Z3, "P": P}


@wrong("forward", "the sigmoid of the output is applied twice")
def fw_last_sigmoid_twice(x, params):
    cache = {"x": x}
    a = x
    for k in (1, 2, 3):
        z = linear_forward(a, params[f"W{k}"], params[f"b{k}"])
        a = sigmoid(z)
        cache[f"z{k}"], cache[f"a{k}"] = z, a
    p = sigmoid(a)
    del cache["a3"]
    cache["p"] = p
    return p, cache


@wrong("forward", "stores a before it is renewed: a1 holds x, a2 holds a1, while p is right")
def fw_stores_too_early(x, params):
    cache = {"x": x}
    a = x
    for k in range(1, 4):
        z = a @ params[f"W{k}"] + params[f"b{k}"]
        cache[f"z{k}"] = z
        if k < 3:
            cache[f"a{k}"] = a
        a = sigmoid(z)
    cache["p"] = a
    return a, cache


@wrong("forward", "the bias b2 is left out")
def fw_no_b2(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, dict(x=x, z1=z1, a1=a1, z2=z2, a2=a2, z3=z3, p=p)


@wrong("forward", "a is written into the array of z: z1, z2 and z3 in the cache hold a1, a2 and p")
def fw_z_overwritten(x, params):
    cache = {"x": x}
    a = x
    for k in (1, 2, 3):
        z = a @ params[f"W{k}"] + params[f"b{k}"]
        a = z
        a[:] = sigmoid(z)
        cache[f"z{k}"] = z
        cache["p" if k == 3 else f"a{k}"] = a
    return a, cache


@wrong(
    "forward", "the biases of the hidden layers are added after the sigmoid in place of before it"
)
def fw_bias_after_sigmoid(x, params):
    z1 = x @ params["W1"]
    a1 = sigmoid(z1) + params["b1"]
    z2 = a1 @ params["W2"]
    a2 = sigmoid(z2) + params["b2"]
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "uses the notebook's global W1, b1, ... and never looks at the argument params")
def fw_global_weights(x, params):
    z1 = x @ W1 + b1
    a1 = sigmoid(z1)
    z2 = a1 @ W2 + b2
    a2 = sigmoid(z2)
    z3 = a2 @ W3 + b3
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "uses the notebook's global data X in place of the argument x")
def fw_global_data(x, params):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {"x": X, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "returns decisions 0 and 1 in place of the probabilities p")
def fw_decisions(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = (sigmoid(z3) > 0.5).astype(float)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "p is flattened to (n,) where (n, 1) is asked")
def fw_flat_p(x, params):
    z1 = linear_forward(x, params["W1"], params["b1"])
    a1 = sigmoid(z1)
    z2 = linear_forward(a1, params["W2"], params["b2"])
    a2 = sigmoid(z2)
    z3 = linear_forward(a2, params["W3"], params["b3"])
    p = sigmoid(z3)[:, 0]
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "returns p only, without the cache")
def fw_without_cache(x, params):
    a1 = sigmoid(x @ params["W1"] + params["b1"])
    a2 = sigmoid(a1 @ params["W2"] + params["b2"])
    return sigmoid(a2 @ params["W3"] + params["b3"])


@wrong("forward", "b2 is left out, and the cache holds neither z1, z2 nor z3")
def fw_no_b2_no_z(x, params):
    a1 = sigmoid(x @ params["W1"] + params["b1"])
    a2 = sigmoid(a1 @ params["W2"])
    p = sigmoid(a2 @ params["W3"] + params["b3"])
    return p, {"x": x, "a1": a1, "a2": a2, "p": p}


@wrong("forward", "the hidden layers use tanh in place of the sigmoid")
def fw_tanh(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = np.tanh(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = np.tanh(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong(
    "forward", "z2 is params['b2'] itself: += raises for two or more rows, and changes b2 for one"
)
def fw_starts_from_b2(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = params["b2"]
    z2 += a1 @ params["W2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"] + params["b3"]
    p = sigmoid(z3)
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


# backward


@wrong("backward", "the factor 1/n is missing: all gradients are n times too large")
def bw_no_n(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = p - y
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "y - p in place of p - y: all gradients have the wrong sign")
def bw_sign(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (y - p) / len(y)
    dz2 = dz3 @ params["W3"].mT * a2 * (1 - a2)
    dz1 = dz2 @ params["W2"].mT * a1 * (1 - a1)
    return {
        "dW1": x.mT @ dz1,
        "db1": dz1.sum(axis=-2, keepdims=True),
        "dW2": a1.mT @ dz2,
        "db2": dz2.sum(axis=-2, keepdims=True),
        "dW3": a2.mT @ dz3,
        "db3": dz3.sum(axis=-2, keepdims=True),
    }


@wrong("backward", "da1 = dz2 @ W2 lacks the transpose; W2 is square here, so nothing raises")
def bw_W2_not_transposed(y, cache, params):
    x, a1, a2, p = cache["x"], cache["a1"], cache["a2"], cache["p"]
    grads = {}
    dz3 = (p - y) / len(y)
    grads["dW3"] = a2.T @ dz3
    grads["db3"] = np.sum(dz3, axis=0, keepdims=True)
    dz2 = (dz3 @ params["W3"].T) * a2 * (1 - a2)
    grads["dW2"] = a1.T @ dz2
    grads["db2"] = np.sum(dz2, axis=0, keepdims=True)
    dz1 = (dz2 @ params["W2"]) * a1 * (1 - a1)
    grads["dW1"] = x.T @ dz1
    grads["db1"] = np.sum(dz1, axis=0, keepdims=True)
    return grads


@wrong("backward", "both slopes are z * (1 - z), with z in place of a")
def bw_slope_with_z(y, cache, params):
    x, z1, a1, z2, a2, p = (cache[name] for name in ("x", "z1", "a1", "z2", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (z2 * (1 - z2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (z1 * (1 - z1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the slope of layer 1 is taken at a1: sigmoid(a1) * (1 - sigmoid(a1))")
def bw_slope_at_a1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    s = sigmoid(a1)
    dz1 = da1 * s * (1 - s)
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the slope of the first sigmoid is left out: dz1 = da1")
def bw_no_slope_1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    da2, dW3, db3 = linear_backward(dz3, a2, params["W3"])
    dz2 = da2 * a2 * (1 - a2)
    da1, dW2, db2 = linear_backward(dz2, a1, params["W2"])
    _, dW1, db1 = linear_backward(da1, x, params["W1"])
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "no slope of a hidden sigmoid is there: dz2 = da2 and dz1 = da1")
def bw_no_slopes(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dz2 = dz3 @ params["W3"].mT
    dz1 = dz2 @ params["W2"].mT
    grads = {"dW3": a2.mT @ dz3, "dW2": a1.mT @ dz2, "dW1": x.mT @ dz1}
    grads["db3"] = dz3.sum(axis=-2, keepdims=True)
    grads["db2"] = dz2.sum(axis=-2, keepdims=True)
    grads["db1"] = dz1.sum(axis=-2, keepdims=True)
    return grads


@wrong("backward", "each dW is divided by n once more; the db are right")
def bw_dW_n_twice(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    n = len(y)
    dz3 = (p - y) / n
    dW3 = a2.mT @ dz3 / n
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2 / n
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1 / n
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong(
    "backward", "dz3 has the factor p (1 - p), though it has cancelled with the cross-entropy's dp"
)
def bw_output_slope(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) * p * (1 - p) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = (dz3 @ params["W3"].mT) * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = (dz2 @ params["W2"].mT) * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "keepdims is forgotten: db1, db2 and db3 have no row axis")
def bw_flat_db(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.T @ dz3
    db3 = dz3.sum(axis=0)
    dz2 = dz3 @ params["W3"].T * a2 * (1 - a2)
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    dW1 = x.T @ dz1
    db1 = dz1.sum(axis=0)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the db are means over the examples: 1/n enters twice in db1, db2 and db3")
def bw_mean_db(y, cache, params):
    grads = {}
    dz = (cache["p"] - y) / len(y)
    for k, name in [(3, "a2"), (2, "a1"), (1, "x")]:
        a = cache[name]
        grads[f"dW{k}"] = a.mT @ dz
        grads[f"db{k}"] = np.mean(dz, axis=-2, keepdims=True)
        if k > 1:
            dz = (dz @ params[f"W{k}"].mT) * a * (1 - a)
    return grads


@wrong("backward", "dW3 uses a1 in place of a2; the shapes agree")
def bw_dW3_from_a1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a1.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "dW2 uses what layer 2 sent out, a2, in place of what went in, a1")
def bw_dW2_from_a2(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    da2, dW3, db3 = linear_backward(dz3, a2, params["W3"])
    dz2 = da2 * (a2 * (1 - a2))
    da1, dW2, db2 = linear_backward(dz2, a2, params["W2"])
    dz1 = da1 * (a1 * (1 - a1))
    dx, dW1, db1 = linear_backward(dz1, x, params["W1"])
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "da1 is made from da2, so the slope of the second sigmoid is missing below")
def bw_da1_from_da2(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = da2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "dz2 takes the slope of the wrong layer: a1 (1 - a1) in place of a2 (1 - a2)")
def bw_slope_of_layer_1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    slope = a1 * (1 - a1)
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = dz3 @ params["W3"].mT * slope
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = dz2 @ params["W2"].mT * slope
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the slopes are 1 - a**2, those of tanh, where the hidden units are sigmoids")
def bw_tanh_slopes(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = (dz3 @ params["W3"].mT) * (1 - a2**2)
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = (dz2 @ params["W2"].mT) * (1 - a1**2)
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the keys are W1, b1, ... where dW1, db1, ... are asked")
def bw_keys_without_d(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@wrong("backward", "returns a tuple of six arrays where a dictionary is asked")
def bw_tuple(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    da2, dW3, db3 = linear_backward(dz3, a2, params["W3"])
    dz2 = da2 * a2 * (1 - a2)
    da1, dW2, db2 = linear_backward(dz2, a1, params["W2"])
    dz1 = da1 * a1 * (1 - a1)
    _, dW1, db1 = linear_backward(dz1, x, params["W1"])
    return dW1, db1, dW2, db2, dW3, db3


@wrong("backward", "layer 2 is left out on the way back: dz1 is made from dz3 and W3")
def bw_skips_layer_2(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da = dz3 @ params["W3"].mT
    dz2 = da * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = da * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "a2 in the cache is overwritten by its slope before dW3 is made from it")
def bw_slope_in_place(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    da2 = dz3 @ params["W3"].mT
    a2 *= 1 - a2
    dz2 = da2 * a2
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    return {
        "dW1": x.mT @ dz1,
        "db1": dz1.sum(axis=-2, keepdims=True),
        "dW2": a1.mT @ dz2,
        "db2": dz2.sum(axis=-2, keepdims=True),
        "dW3": a2.mT @ dz3,
        "db3": dz3.sum(axis=-2, keepdims=True),
    }


@wrong("backward", "dW3 and db3 lack the factor 1/n, which enters only in the line of da2")
def bw_n_too_late(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = p - y
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT / len(y)
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "copied line: db1 is the sum of dz2 in place of dz1")
def bw_db1_from_dz2(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz2.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "in the dictionary db1 and db2 are exchanged")
def bw_exchanged_in_return(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db2, "dW2": dW2, "db2": db1, "dW3": dW3, "db3": db3}


@wrong(
    "backward",
    "grads is a mutable default with +=: each call adds to the gradients of the calls before",
)
def bw_mutable_default(y, cache, params, grads={}):
    dz = (cache["p"] - y) / len(y)
    inputs = {1: cache["x"], 2: cache["a1"], 3: cache["a2"]}
    for k in (3, 2, 1):
        a = inputs[k]
        grads[f"dW{k}"] = grads.get(f"dW{k}", 0) + a.mT @ dz
        grads[f"db{k}"] = grads.get(f"db{k}", 0) + dz.sum(axis=-2, keepdims=True)
        dz = dz @ params[f"W{k}"].mT * a * (1 - a)
    return dict(grads)


@wrong("backward", "divides by the notebook's global n = 5, whatever the number of rows of y")
def bw_global_n(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / n
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "takes a1 and a2 from the notebook's globals, not from the cache")
def bw_global_activations(y, cache, params):
    x, p = cache["x"], cache["p"]
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "da2 = dz3 @ dW3.mT: the gradient of the weights in place of the weights W3")
def bw_dW3_for_W3(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ dW3.mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "dz3 is dp: the slope p (1 - p) of the last sigmoid is missing")
def bw_dp_for_dz3(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (-y / p + (1 - y) / (1 - p)) / len(y)
    dz2 = dz3.dot(params["W3"].T) * a2 * (1 - a2)
    dz1 = dz2.dot(params["W2"].T) * a1 * (1 - a1)
    dW3, dW2, dW1 = a2.T.dot(dz3), a1.T.dot(dz2), x.T.dot(dz1)
    db3, db2, db1 = (dz.sum(axis=0, keepdims=True) for dz in (dz3, dz2, dz1))
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the gradients of the biases are left out of the dictionary")
def bw_no_db(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    dz2 = (dz3 @ params["W3"].mT) * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    dz1 = (dz2 @ params["W2"].mT) * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    return {"dW1": dW1, "dW2": dW2, "dW3": dW3}


@wrong("backward", "the slopes lack parentheses: da * a * 1 - a subtracts a from da * a")
def bw_slope_unbracketed(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * a2 * 1 - a2
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * a1 * 1 - a1
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong(
    "backward", "changes params: each W is moved along its gradient before the layer below uses it"
)
def bw_steps_too_early(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    grads = {}
    dz = (p - y) / len(y)
    for k, a in ((3, a2), (2, a1), (1, x)):
        grads[f"dW{k}"] = a.mT @ dz
        grads[f"db{k}"] = dz.sum(axis=-2, keepdims=True)
        params[f"W{k}"] -= grads[f"dW{k}"]
        params[f"b{k}"] -= grads[f"db{k}"]
        dz = (dz @ params[f"W{k}"].mT) * a * (1 - a)
    return grads


@wrong(
    "backward",
    "the gradient of the squared error, 2 (p - y) p (1 - p) / n, in place of (p - y) / n",
)
def bw_squared_error(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dp = 2 * (p - y) / len(y)
    dz3 = dp * p * (1 - p)
    da2, dW3, db3 = linear_backward(dz3, a2, params["W3"])
    dz2 = da2 * a2 * (1 - a2)
    da1, dW2, db2 = linear_backward(dz2, a1, params["W2"])
    dz1 = da1 * a1 * (1 - a1)
    dx, dW1, db1 = linear_backward(dz1, x, params["W1"])
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "da2 and da1 are elementwise products with the weights where @ is asked: raises")
def bw_elementwise(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    da2 = dz3 * params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    da1 = dz2 * params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the factor 1/n is missing, and da1 lacks the transpose of W2")
def bw_no_n_no_transpose(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = p - y
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = np.dot(dz3, params["W3"].T) * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = np.dot(dz2, params["W2"]) * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "y - p has the wrong sign, and no slope of a sigmoid is in dz1")
def bw_sign_and_no_slope_1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    n = y.shape[0]
    dz3 = 1 / n * (y - p)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = dz3 @ params["W3"].mT * a2 * (1 - a2)
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = dz2 @ params["W2"].mT
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "dz2 has the slope of a1, and the db have no row axis for want of keepdims")
def bw_slope_and_flat_db(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3, db3 = a2.T @ dz3, np.sum(dz3, axis=0)
    dz2 = dz3 @ params["W3"].T * a1 * (1 - a1)
    dW2, db2 = a1.T @ dz2, np.sum(dz2, axis=0)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    dW1, db1 = x.T @ dz1, np.sum(dz1, axis=0)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "db1 and db2 sum over the units, axis 1, in place of the examples")
def bw_db_axis(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=0, keepdims=True)
    da2 = dz3 @ params["W3"].mT
    dz2 = da2 * (a2 * (1 - a2))
    dW2 = a1.mT @ dz2
    db2 = dz2.sum(axis=1, keepdims=True)
    da1 = dz2 @ params["W2"].mT
    dz1 = da1 * (a1 * (1 - a1))
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


# two at once


@wrong("relative_error", "no absolute value of the difference, and none of a and b in the sum")
def re_no_abs_at_all(a, b):
    return np.max((a - b) / np.maximum(1e-8, a + b))


@wrong("relative_error", "divides by |b| alone, and returns all entries in place of the largest")
def re_only_b_no_max(a, b):
    return np.abs(a - b) / np.maximum(1e-8, np.abs(b))


@wrong("forward", "the last sigmoid is missing, and so is the bias b3")
def fw_no_last_sigmoid_no_b3(x, params):
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    z3 = a2 @ params["W3"]
    p = z3
    return p, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2, "z3": z3, "p": p}


@wrong("forward", "layer 3 gets z2 in place of a2, and the pair is returned as cache, p")
def fw_z2_into_layer_3_order(x, params):
    cache = {"x": x}
    cache["z1"] = x @ params["W1"] + params["b1"]
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = cache["a1"] @ params["W2"] + params["b2"]
    cache["a2"] = sigmoid(cache["z2"])
    cache["z3"] = cache["z2"] @ params["W3"] + params["b3"]
    cache["p"] = sigmoid(cache["z3"])
    return cache, cache["p"]


@wrong("backward", "y - p has the wrong sign, and the factor 1/n is missing")
def bw_sign_no_n(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = y - p
    da2, dW3, db3 = linear_backward(dz3, a2, params["W3"])
    dz2 = da2 * a2 * (1 - a2)
    da1, dW2, db2 = linear_backward(dz2, a1, params["W2"])
    dz1 = da1 * a1 * (1 - a1)
    _, dW1, db1 = linear_backward(dz1, x, params["W1"])
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "the slopes are those of tanh, and the db are means in place of sums")
def bw_tanh_slopes_mean_db(y, cache, params):
    grads = {}
    dz = (cache["p"] - y) / len(y)
    for k, a in ((3, cache["a2"]), (2, cache["a1"]), (1, cache["x"])):
        grads[f"dW{k}"] = a.T @ dz
        grads[f"db{k}"] = dz.mean(axis=0, keepdims=True)
        dz = (dz @ params[f"W{k}"].T) * (1 - a**2)
    return grads


@wrong("backward", "the keys lack the d, W1 for dW1, and the factor 1/n is missing")
def bw_keys_and_no_n(y, cache, params):
    grads = {}
    dz = cache["p"] - y
    for k, a in ((3, cache["a2"]), (2, cache["a1"]), (1, cache["x"])):
        grads[f"W{k}"] = a.T @ dz
        grads[f"b{k}"] = np.sum(dz, axis=0, keepdims=True)
        dz = np.dot(dz, params[f"W{k}"].T) * a * (1 - a)
    return grads


@wrong("backward", "dW2 uses a2 in place of a1, and the slope of layer 1 is left out")
def bw_dW2_from_a2_no_slope_1(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    dz3 = (p - y) / len(y)
    dW3 = a2.mT @ dz3
    db3 = dz3.sum(axis=-2, keepdims=True)
    dz2 = dz3 @ params["W3"].mT * a2 * (1 - a2)
    dW2 = a2.mT @ dz2
    db2 = dz2.sum(axis=-2, keepdims=True)
    dz1 = dz2 @ params["W2"].mT
    dW1 = x.mT @ dz1
    db1 = dz1.sum(axis=-2, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@wrong("backward", "da1 lacks the transpose of W2, and each dW is divided by n once more")
def bw_no_transpose_dW_n_twice(y, cache, params):
    x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
    n = len(y)
    dz3 = (p - y) / n
    dz2 = (dz3 @ params["W3"].T) * (a2 * (1 - a2))
    dz1 = (dz2 @ params["W2"]) * (a1 * (1 - a1))
    grads = {}
    for k, a, dz in ((1, x, dz1), (2, a1, dz2), (3, a2, dz3)):
        grads[f"dW{k}"] = 1 / n * a.T @ dz
        grads[f"db{k}"] = dz.sum(axis=0, keepdims=True)
    return grads
