"""Wrong answers to the exercises of notebook_04: each sentence says what is wrong."""

import numpy as np

from .collect import wrong
from .given import sigmoid

# make_linear


@wrong("make_linear", "the labels are flat, (n,), where a column (n, 1) is asked")
def ml_flat_labels(n, rng):
    x = rng.random((n, 2))
    y = np.where(x[:, 0] <= x[:, 1], 1.0, 0.0)
    return x, y


@wrong("make_linear", "the labels are exchanged: 1 where x1 is larger than x2")
def ml_labels_exchanged(n, rng):
    x = rng.random((n, 2))
    y = (x[:, :1] > x[:, 1:]).astype(float)
    return x, y


@wrong("make_linear", "x1 < x2 in place of x1 <= x2: a point on the diagonal gets the label 0")
def ml_strict(n, rng):
    x = rng.random((n, 2))
    y = 1.0 * (x[:, :1] < x[:, 1:])
    return x, y


@wrong(
    "make_linear", "the points come from rng.normal in place of rng.random, so not from the square"
)
def ml_normal(n, rng):
    x = rng.normal(size=(n, 2))
    y = (x[:, :1] <= x[:, 1:]).astype(float)
    return x, y


@wrong("make_linear", "makes a generator of its own with seed 0: the argument rng is not used")
def ml_own_generator(n, rng):
    rng = np.random.default_rng(0)
    x = rng.random((n, 2))
    return x, (x[:, :1] <= x[:, 1:]).astype(float)


@wrong("make_linear", "draws from NumPy's global generator with np.random.rand, not from rng")
def ml_global_generator(n, rng):
    x = np.random.rand(n, 2)
    y = (x[:, [0]] <= x[:, [1]]) * 1.0
    return x, y


@wrong("make_linear", "the label asks whether x1 + x2 <= 1: the border is the other diagonal")
def ml_other_diagonal(n, rng):
    x = rng.random((n, 2))
    y = (x.sum(axis=1, keepdims=True) <= 1).astype(float)
    return x, y


@wrong(
    "make_linear", "x has the shape (2, n): the points are columns, not rows; y is right in itself"
)
def ml_points_in_columns(n, rng):
    x = rng.random((n, 2)).T
    x1, x2 = x
    y = (x1 <= x2).astype(float).reshape(n, 1)
    return x, y


@wrong("make_linear", "returns y, x where x, y is asked")
def ml_return_order(n, rng):
    x = rng.random((n, 2))
    y = np.zeros((n, 1))
    for i in range(n):
        if x[i, 0] <= x[i, 1]:
            y[i, 0] = 1
    return y, x


@wrong("make_linear", "stretches the points to -1 ... 1 where 0 ... 1 is asked")
def ml_minus_one_to_one(n, rng):
    x = 2 * rng.random((n, 2)) - 1
    y = (x[:, :1] <= x[:, 1:]).astype(float)
    return x, y


@wrong("make_linear", "the labels are made from a second draw, so they have nothing to do with x")
def ml_second_draw(n, rng):
    def points():
        return rng.random((n, 2))

    y = (points()[:, :1] <= points()[:, 1:]).astype(float)
    return points(), y


@wrong("make_linear", "the labels are -1 and 1 where 0 and 1 are asked")
def ml_minus_one_labels(n, rng):
    x = rng.random((n, 2))
    y = np.where(x[:, :1] <= x[:, 1:], 1.0, -1.0)
    return x, y


@wrong("make_linear", "the loop ends one too early: the last point always has the label 0")
def ml_last_label(n, rng):
    x = rng.random((n, 2))
    y = np.zeros((n, 1))
    for i in range(n - 1):
        y[i, 0] = 1.0 if x[i, 0] <= x[i, 1] else 0.0
    return x, y


@wrong("make_linear", "[point] * n repeats one drawn point n times")
def ml_one_point(n, rng):
    x = np.array([rng.random(2)] * n)
    y = np.array([[1.0] if a <= b else [0.0] for a, b in x])
    return x, y


@wrong("make_linear", "compares a column (n, 1) with a flat (n,): y gets the shape (n, n)")
def ml_n_by_n(n, rng):
    x = rng.random((n, 2))
    y = (x[:, :1] <= x[:, 1]).astype(float)
    return x, y


@wrong("make_linear", "the labels are exchanged, and flat, (n,), in place of (n, 1)")
def ml_exchanged_and_flat(n, rng):
    x = rng.random((n, 2))
    y = np.array([float(x1 >= x2) for x1, x2 in x])
    return x, y


# gradient_step


@wrong("gradient_step", "adds lr * dv: it walks uphill")
def gs_plus(params, grads, lr):
    new = {}
    for name in params:
        new[name] = params[name] + lr * grads["d" + name]
    return new


@wrong("gradient_step", "-= changes the caller's arrays: the old params are lost")
def gs_in_place(params, grads, lr):
    for name in params:
        params[name] -= lr * grads["d" + name]
    return params


@wrong("gradient_step", "the learning rate is not used: the step is the whole gradient")
def gs_no_lr(params, grads, lr):
    return {k: params[k] - grads[f"d{k}"] for k in params}


@wrong("gradient_step", "only the weights take a step; the biases are returned as they were")
def gs_weights_only(params, grads, lr):
    new = {}
    for name, v in params.items():
        if name.startswith("W"):
            new[name] = v - lr * grads["d" + name]
        else:
            new[name] = v
    return new


@wrong("gradient_step", "looks for grads['W1'], though the key is 'dW1': raises a KeyError")
def gs_key_without_d(params, grads, lr):
    return {name: params[name] - lr * grads[name] for name in params}


@wrong("gradient_step", "makes the new dictionary but does not return it")
def gs_no_return(params, grads, lr):
    new_params = {}
    for name, v in params.items():
        new_params[name] = v - lr * grads[f"d{name}"]


@wrong("gradient_step", "params.copy() shares the arrays, so -= changes the old params too")
def gs_shallow_copy(params, grads, lr):
    new = params.copy()
    for name in new:
        new[name] -= lr * grads[f"d{name}"]
    return new


@wrong("gradient_step", "return stands inside the loop: the new dictionary has one entry only")
def gs_returns_in_loop(params, grads, lr):
    new = {}
    for name, value in params.items():
        new[name] = value - lr * grads["d" + name]
        return new


@wrong("gradient_step", "the step is multiplied by v as well: v (1 - lr dv) in place of v - lr dv")
def gs_multiplies(params, grads, lr):
    return {name: v * (1 - lr * grads[f"d{name}"]) for name, v in params.items()}


@wrong("gradient_step", "the learning rate is always 0.3, whatever the argument lr")
def gs_fixed_lr(params, grads, lr=0.3):
    lr = 0.3
    return {name: v - lr * grads[f"d{name}"] for name, v in params.items()}


@wrong("gradient_step", "the new dictionary has the keys of the gradients, dW1 in place of W1")
def gs_keys_with_d(params, grads, lr):
    new = {}
    for key, g in grads.items():
        new[key] = params[key[1:]] - lr * g
    return new


@wrong("gradient_step", "steps through the layers 1 and 2 only: range(1, 3) ends before 3")
def gs_last_layer_left_out(params, grads, lr):
    new = dict(params)
    for k in range(1, 3):
        new[f"W{k}"] = params[f"W{k}"] - lr * grads[f"dW{k}"]
        new[f"b{k}"] = params[f"b{k}"] - lr * grads[f"db{k}"]
    return new


@wrong("gradient_step", "pairs params and grads by position: wrong if the two orders differ")
def gs_by_position(params, grads, lr):
    new = {}
    for (name, v), dv in zip(params.items(), grads.values(), strict=True):
        new[name] = v - lr * dv
    return new


@wrong("gradient_step", "only rebinds the loop variable v: the params come back unchanged")
def gs_loop_variable(params, grads, lr):
    for name, v in params.items():
        v = v - lr * grads[f"d{name}"]
    return params


@wrong("gradient_step", "walks uphill with +=, and so changes the caller's arrays as well")
def gs_plus_in_place(params, grads, lr):
    for name, v in params.items():
        v += lr * grads[f"d{name}"]
    return params


# init_layer


@wrong("init_layer", "the standard deviation is 1 whatever n_in is")
def il_std_one(n_in, n_out, rng):
    W = rng.normal(0.0, 1.0, (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "the standard deviation is 1 / n_in: the square root is missing")
def il_no_root(n_in, n_out, rng):
    W = rng.normal(0.0, 1 / n_in, (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "multiplies by the root of n_in where it should divide")
def il_times_root(n_in, n_out, rng):
    W = rng.normal(0.0, 1.0, (n_in, n_out)) * np.sqrt(n_in)
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "takes n_out, not n_in, for the standard deviation")
def il_n_out(n_in, n_out, rng):
    s = 1 / np.sqrt(n_out)
    return rng.normal(0.0, s, (n_in, n_out)), np.zeros((1, n_out))


@wrong("init_layer", "W has the shape (n_out, n_in): rows and columns are exchanged")
def il_shape_exchanged(n_in, n_out, rng):
    s = 1 / np.sqrt(n_in)
    W = rng.normal(0.0, s, (n_out, n_in))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "b is flat, (n_out,), where a row (1, n_out) is asked")
def il_flat_bias(n_in, n_out, rng):
    W = rng.normal(0.0, 1 / np.sqrt(n_in), size=(n_in, n_out))
    b = np.zeros(n_out)
    return W, b


@wrong("init_layer", "the biases are random where they should start at 0")
def il_random_bias(n_in, n_out, rng):
    s = 1 / np.sqrt(n_in)
    W = rng.normal(0.0, s, (n_in, n_out))
    b = rng.normal(0.0, s, (1, n_out))
    return W, b


@wrong("init_layer", "the biases start at 1 where they should start at 0")
def il_ones_bias(n_in, n_out, rng):
    W = rng.normal(0.0, n_in**-0.5, (n_in, n_out))
    b = np.ones((1, n_out))
    return W, b


@wrong("init_layer", "a generator of its own with a fixed seed: every layer gets the same numbers")
def il_own_generator(n_in, n_out, rng):
    rng = np.random.default_rng(42)
    W = rng.normal(0.0, 1 / np.sqrt(n_in), (n_in, n_out))
    return W, np.zeros((1, n_out))


@wrong("init_layer", "draws uniformly from 0 to 1 / sqrt(n_in), so all weights are positive")
def il_positive(n_in, n_out, rng):
    W = rng.random((n_in, n_out)) / np.sqrt(n_in)
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "sqrt(2 / n_in), the start meant for ReLU, in place of 1 / sqrt(n_in)")
def il_he(n_in, n_out, rng):
    std = np.sqrt(2 / n_in)
    W = rng.normal(0.0, std, (n_in, n_out))
    return W, np.zeros((1, n_out))


@wrong("init_layer", "Glorot's sqrt(2 / (n_in + n_out)) in place of 1 / sqrt(n_in)")
def il_glorot(n_in, n_out, rng):
    W = rng.normal(0.0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


@wrong(
    "init_layer",
    "the weights are uniform in -s ... s and not normal; their deviation is s / sqrt(3)",
)
def il_uniform(n_in, n_out, rng):
    s = 1 / np.sqrt(n_in)
    W = rng.uniform(-s, s, (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "draws one number only and repeats it: all weights are equal")
def il_one_number(n_in, n_out, rng):
    s = 1 / np.sqrt(n_in)
    W = np.full((n_in, n_out), rng.normal(0.0, s))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "s is handed over as the mean; the standard deviation is left at 1")
def il_s_as_mean(n_in, n_out, rng):
    s = 1 / np.sqrt(n_in)
    W = rng.normal(s, size=(n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


@wrong("init_layer", "b is a column (n_out, 1) where a row (1, n_out) is asked")
def il_column_bias(n_in, n_out, rng):
    W = np.array([[rng.normal(0.0, 1 / np.sqrt(n_in)) for _ in range(n_out)] for _ in range(n_in)])
    b = np.zeros((n_out, 1))
    return W, b


@wrong("init_layer", "the standard deviation is 1 / n_in without the root, and b is flat, (n_out,)")
def il_no_root_flat_bias(n_in, n_out, rng):
    return rng.normal(0.0, 1 / n_in, (n_in, n_out)), np.zeros(n_out)


# accuracy


@wrong("accuracy", "the number of right decisions in place of their share")
def ac_sum(p, y):
    return np.sum((p > 0.5) == (y == 1))


@wrong("accuracy", "p > 0.5 == y is a chain of comparisons in Python and raises for arrays")
def ac_chain(p, y):
    return np.mean(p > 0.5 == y)


@wrong("accuracy", "p >= 0.5 in place of p > 0.5: exactly one half counts as class 1")
def ac_not_strict(p, y):
    return np.mean((p >= 0.5) == (y == 1))


@wrong("accuracy", "compares a flat (n,) with a column (n, 1): every p meets every y")
def ac_flat(p, y):
    decision = p[:, 0] > 0.5
    return np.mean(decision == y)


@wrong("accuracy", "astype(int) cuts off the decimals: every p below 1 counts as class 0")
def ac_astype_int(p, y):
    return (p.astype(int) == y).mean()


@wrong("accuracy", "compares the probabilities themselves with the labels; there is no threshold")
def ac_no_threshold(p, y):
    return np.mean(p == y)


@wrong("accuracy", "looks at the examples of class 1 only: this is the share found among them")
def ac_class_1_only(p, y):
    return np.mean(p[y == 1] > 0.5)


@wrong("accuracy", "!= in place of ==: the share of wrong decisions")
def ac_errors(p, y):
    return np.mean((p > 0.5) != (y == 1))


@wrong("accuracy", "in per cent: a hundred times the share asked")
def ac_per_cent(p, y):
    right = sum(1 for a, b in zip(p.ravel(), y.ravel(), strict=True) if (a > 0.5) == (b == 1))
    return 100 * right / len(y)


@wrong("accuracy", "the threshold is 0 in place of 0.5, so every example is put into class 1")
def ac_threshold_zero(p, y):
    return np.mean((p > 0) == (y == 1))


@wrong("accuracy", "counts only right decisions for class 1; those for class 0 are left out")
def ac_both_one(p, y):
    return np.mean((p > 0.5) & (y == 1))


@wrong("accuracy", "return stands inside the loop: only the first example is counted")
def ac_returns_in_loop(p, y):
    n = len(y)
    count = 0
    for i in range(n):
        if (p[i, 0] > 0.5) == (y[i, 0] == 1):
            count += 1
        return count / n


@wrong("accuracy", "1 minus the mean distance |p - y|, which counts how sure, not how many")
def ac_mean_distance(p, y):
    return 1 - np.abs(p - y).mean()


@wrong("accuracy", "// cuts off the decimals: the share is 0 unless all are right")
def ac_floor_division(p, y):
    right = np.sum((p > 0.5) == (y == 1))
    return right // len(y)


@wrong("accuracy", "np.all in place of the mean: only says whether every decision is right")
def ac_all(p, y):
    return np.all((p > 0.5) == (y == 1))


@wrong(
    "accuracy", "applies the sigmoid to p, which is a probability already: it is then at least 0.5"
)
def ac_sigmoid_again(p, y):
    return np.mean((sigmoid(p) > 0.5) == (y == 1))


# two at once


@wrong("make_linear", "the points are normal, not uniform, and the labels flat, (n,)")
def ml_normal_and_flat(n, rng):
    x = rng.standard_normal((n, 2))
    y = (x[:, 0] <= x[:, 1]) * 1.0
    return x, y


@wrong("make_linear", "a generator of its own in place of rng, and the labels are exchanged")
def ml_own_generator_exchanged(n, rng):
    rng = np.random.default_rng()
    x = rng.random((n, 2))
    y = np.where(x[:, [0]] <= x[:, [1]], 0.0, 1.0)
    return x, y


@wrong("gradient_step", "the step lacks lr, and only the weights take it")
def gs_no_lr_weights_only(params, grads, lr):
    return {
        name: v - grads["d" + name] if name.startswith("W") else v for name, v in params.items()
    }


@wrong("gradient_step", "walks uphill, and the keys of the new dictionary are dW1, db1, ...")
def gs_plus_keys_with_d(params, grads, lr):
    return {name: params[name[1:]] + lr * dv for name, dv in grads.items()}


@wrong("init_layer", "takes n_out for the standard deviation, and draws the biases at random")
def il_n_out_random_bias(n_in, n_out, rng):
    s = 1 / np.sqrt(n_out)
    return rng.normal(0.0, s, (n_in, n_out)), rng.normal(0.0, s, (1, n_out))


@wrong("init_layer", "W has the shape (n_out, n_in), and b is a column (n_out, 1)")
def il_all_transposed(n_in, n_out, rng):
    W = rng.normal(0.0, 1 / np.sqrt(n_in), (n_out, n_in))
    b = np.zeros((n_out, 1))
    return W, b


@wrong("accuracy", "counts wrong decisions, and returns their number in place of a share")
def ac_number_of_errors(p, y):
    return np.count_nonzero((p > 0.5) != (y == 1))


@wrong("accuracy", ">= in place of >, and in per cent")
def ac_not_strict_per_cent(p, y):
    return 100 * np.mean((p >= 0.5) == y)
