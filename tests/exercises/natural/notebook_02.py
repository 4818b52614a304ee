"""Wrong answers to the exercises of notebook_02: each sentence says what is wrong."""

import numpy as np

from .collect import wrong
from .given import sigmoid


def cross_entropy_gradient(p, y):
    return (-y / p + (1 - y) / (1 - p)) / len(y)


# cross_entropy


@wrong("cross_entropy", "the minus signs are missing: the loss has the wrong sign")
def ce_no_minus(p, y):
    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("cross_entropy", "sums over the examples in place of taking the mean")
def ce_sum(p, y):
    return np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p))


@wrong("cross_entropy", "the part for the label 0, (1 - y) log(1 - p), is missing")
def ce_first_part_only(p, y):
    return -np.mean(y * np.log(p))


@wrong(
    "cross_entropy", "the labels are exchanged: log(p) counts where y = 0, log(1 - p) where y = 1"
)
def ce_labels_exchanged(p, y):
    return np.mean(np.where(y == 1, -np.log(1 - p), -np.log(p)))


@wrong("cross_entropy", "the second part has the sign +: only the first one has its minus")
def ce_second_part_plus(p, y):
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("cross_entropy", "the logarithm to base 10 in place of the natural one")
def ce_log10(p, y):
    losses = -y * np.log10(p) - (1 - y) * np.log10(1 - p)
    return losses.mean()


@wrong(
    "cross_entropy", "p and y are exchanged: it takes the logarithm of the labels, and log(0) fails"
)
def ce_log_of_labels(p, y):
    return np.mean(-p * np.log(y) - (1 - p) * np.log(1 - y))


@wrong("cross_entropy", "returns one loss for each example; the mean is missing")
def ce_no_mean(p, y):
    return -y * np.log(p) - (1 - y) * np.log(1 - p)


@wrong("cross_entropy", "divides by n twice: np.mean does so already")
def ce_n_twice(p, y):
    n = len(y)
    return (1 / n) * np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


@wrong(
    "cross_entropy", "return stands inside the loop: only the first example counts, divided by n"
)
def ce_returns_in_loop(p, y):
    total = 0
    n = len(y)
    for k in range(n):
        total += -y[k, 0] * np.log(p[k, 0]) - (1 - y[k, 0]) * np.log(1 - p[k, 0])
        return total / n


@wrong("cross_entropy", "1 - log(p) where log(1 - p) is meant")
def ce_one_minus_log(p, y):
    return np.mean(-y * np.log(p) - (1 - y) * (1 - np.log(p)))


@wrong(
    "cross_entropy", "the loop begins with the second example: the first one is left out of the sum"
)
def ce_skips_first(p, y):
    n = len(y)
    L = 0.0
    for k in range(1, n):
        L -= y[k, 0] * np.log(p[k, 0]) + (1 - y[k, 0]) * np.log(1 - p[k, 0])
    return L / n


@wrong("cross_entropy", "the product y.T @ log(p) makes a matrix (1, 1), not a single number")
def ce_one_by_one(p, y):
    n = len(y)
    return -(y.T @ np.log(p) + (1 - y).T @ np.log(1 - p)) / n


@wrong(
    "cross_entropy", "clips p to 0.01 ... 0.99 first, which changes the loss of sure predictions"
)
def ce_clipped(p, y):
    p = np.clip(p, 0.01, 0.99)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


@wrong(
    "cross_entropy",
    "takes the logarithm of the mean probability of the true class, not the mean of the logarithms",
)
def ce_log_of_mean(p, y):
    q = np.mean(y * p + (1 - y) * (1 - p))
    return -np.log(q)


@wrong("cross_entropy", "asks if y == 1 for the whole array, which raises for two or more examples")
def ce_if_label(p, y):
    if y == 1:
        return -np.log(p).mean()
    else:
        return -np.log(1 - p).mean()


@wrong("cross_entropy", "the labels are flattened: (n,) against (n, 1) pairs every p with every y")
def ce_flat_labels(p, y):
    y = y.ravel()
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


@wrong("cross_entropy", "sums in place of the mean, and the sign is missing too")
def ce_sum_no_minus(p, y):
    L = 0
    for pk, yk in zip(p[:, 0], y[:, 0], strict=True):
        L += yk * np.log(pk) + (1 - yk) * np.log(1 - pk)
    return L


# cross_entropy_gradient


@wrong("cross_entropy_gradient", "the factor 1/n is missing")
def ceg_no_n(p, y):
    return -y / p + (1 - y) / (1 - p)


@wrong("cross_entropy_gradient", "both signs are exchanged: the gradient has the wrong sign")
def ceg_sign(p, y):
    return (y / p - (1 - y) / (1 - p)) / len(y)


@wrong("cross_entropy_gradient", "forgets the inner derivative of 1 - p: the second sign is minus")
def ceg_inner_derivative(p, y):
    return -(y / p + (1 - y) / (1 - p)) / len(y)


@wrong("cross_entropy_gradient", "the denominators p and 1 - p are exchanged")
def ceg_denominators(p, y):
    return (-y / (1 - p) + (1 - y) / p) / len(y)


@wrong("cross_entropy_gradient", "returns (p - y) / n, the gradient at z2, not at p")
def ceg_is_dz(p, y):
    n = len(y)
    return (p - y) / n


@wrong(
    "cross_entropy_gradient", "np.mean over the rows in place of / n: one number, not one per row"
)
def ceg_mean(p, y):
    return np.mean(-y / p + (1 - y) / (1 - p))


@wrong("cross_entropy_gradient", "only the second part is divided by n, for want of parentheses")
def ceg_n_under_second(p, y):
    n = len(y)
    return -y / p + (1 - y) / (1 - p) / n


@wrong("cross_entropy_gradient", "(1 - y) / 1 - p lacks parentheses: it is 1 - y - p")
def ceg_one_minus_p_unbracketed(p, y):
    return (-y / p + (1 - y) / 1 - p) / len(y)


@wrong("cross_entropy_gradient", "n is taken from shape[1], which is 1, so nothing is divided")
def ceg_n_from_columns(p, y):
    n = y.shape[1]
    return 1 / n * ((1 - y) / (1 - p) - y / p)


@wrong("cross_entropy_gradient", "the result is flat, (n,), and not of the shape (n, 1) of p")
def ceg_flat(p, y):
    n = len(y)
    return np.array([(-y[k, 0] / p[k, 0] + (1 - y[k, 0]) / (1 - p[k, 0])) / n for k in range(n)])


@wrong(
    "cross_entropy_gradient",
    "the labels are exchanged: -1/p stands where y = 0, 1/(1-p) where y = 1",
)
def ceg_labels_exchanged(p, y):
    return np.where(y == 0, -1 / p, 1 / (1 - p)) / len(y)


@wrong("cross_entropy_gradient", "keeps the logarithms: divides by log(p) and log(1 - p)")
def ceg_keeps_log(p, y):
    n = len(y)
    return (-y / np.log(p) + (1 - y) / np.log(1 - p)) / n


@wrong(
    "cross_entropy_gradient", "dp = zeros_like(y): with whole-number labels the slopes are cut off"
)
def ceg_like_labels(p, y):
    dp = np.zeros_like(y)
    for k in range(len(y)):
        dp[k] = (-y[k] / p[k] + (1 - y[k]) / (1 - p[k])) / len(y)
    return dp


@wrong("cross_entropy_gradient", "the sign is wrong, and the factor 1/n is missing")
def ceg_sign_and_n(p, y):
    dp = y / p
    dp = dp - (1 - y) / (1 - p)
    return dp


# output_gradient


@wrong("output_gradient", "y - p: the sign is wrong")
def og_sign(p, y):
    return (y - p) / len(y)


@wrong("output_gradient", "the factor 1/n is missing")
def og_no_n(p, y):
    return p - y


@wrong("output_gradient", "np.mean makes one number of it, in place of dividing each row by n")
def og_mean(p, y):
    return np.mean(p - y)


@wrong("output_gradient", "multiplies by p (1 - p) once more, though that has cancelled")
def og_slope_again(p, y):
    return (p - y) * p * (1 - p) / len(y)


@wrong("output_gradient", "p - y / n lacks parentheses: only y is divided by n")
def og_only_y_divided(p, y):
    n = len(y)
    return p - y / n


@wrong(
    "output_gradient", "not simplified: it still divides by p and 1 - p, so p = 0 or 1 gives nan"
)
def og_not_simplified(p, y):
    dp = (-y / p + (1 - y) / (1 - p)) / len(y)
    return dp * p * (1 - p)


@wrong("output_gradient", "the factor 2 belongs to the squared error, not to the cross-entropy")
def og_factor_two(p, y):
    return 2 * (p - y) / len(y)


@wrong("output_gradient", "takes the absolute value: the gradient never says that p should grow")
def og_absolute(p, y):
    return np.abs(p - y) / len(y)


@wrong("output_gradient", "returns dp: the factor p (1 - p) of the last sigmoid is missing")
def og_is_dp(p, y):
    return cross_entropy_gradient(p, y)


@wrong("output_gradient", "-= and /= overwrite the caller's predictions p")
def og_in_place(p, y):
    p -= y
    p /= len(y)
    return p


@wrong("output_gradient", "turns p into decisions 0 and 1 before it subtracts the labels")
def og_decides_first(p, y):
    decision = (p > 0.5).astype(float)
    return (decision - y) / len(y)


@wrong("output_gradient", "the sigmoid is applied to p once more before its slope is taken")
def og_slope_at_p(p, y):
    s = sigmoid(p)
    return cross_entropy_gradient(p, y) * s * (1 - s)


@wrong("output_gradient", "p has the rows (n, 1) but y is flattened to (n,): the result is (n, n)")
def og_flat_labels(p, y):
    n = len(y)
    return (p - y.reshape(n)) / n


# linear_forward


@wrong("linear_forward", "adds the bias to x before the product")
def lf_bias_before_product(x, W, b):
    return (x + b) @ W


@wrong("linear_forward", "* multiplies entry by entry where the matrix product is asked")
def lf_elementwise(x, W, b):
    return x * W + b


@wrong("linear_forward", "the order of the product is exchanged: W @ x in place of x @ W")
def lf_order(x, W, b):
    return np.dot(W, x) + b


@wrong("linear_forward", "the bias b is not added")
def lf_no_bias(x, W, b):
    z = x @ W
    return z


@wrong("linear_forward", "transposes W: with a square W the numbers are wrong, else it raises")
def lf_transposed(x, W, b):
    return x @ W.T + b


@wrong("linear_forward", "adds b to W: each input is multiplied by the bias as well")
def lf_bias_in_weights(x, W, b):
    return x @ (W + b)


@wrong("linear_forward", "subtracts the bias in place of adding it")
def lf_minus_bias(x, W, b):
    return np.matmul(x, W) - b


@wrong("linear_forward", "= in place of += in the loop: only the last input counts")
def lf_loop_overwrites(x, W, b):
    n, n_in = x.shape
    z = np.zeros((n, W.shape[1]))
    for k in range(n):
        for j in range(W.shape[1]):
            for i in range(n_in):
                z[k, j] = x[k, i] * W[i, j]
    return z + b


@wrong("linear_forward", "the bias is added once for each input, inside the innermost loop")
def lf_bias_for_each_input(x, W, b):
    z = np.zeros((x.shape[0], W.shape[1]))
    for k in range(x.shape[0]):
        for j in range(W.shape[1]):
            for i in range(x.shape[1]):
                z[k, j] += x[k, i] * W[i, j] + b[0, j]
    return z


@wrong("linear_forward", "adds the first bias b[0, 0] to all units")
def lf_one_bias_for_all(x, W, b):
    return np.dot(x, W) + b[0][0]


@wrong("linear_forward", "computes the first example only: x[0] in place of x")
def lf_first_row(x, W, b):
    return x[0] @ W + b


@wrong("linear_forward", "also applies the sigmoid, where z itself is asked")
def lf_with_sigmoid(x, W, b):
    return sigmoid(x @ W + b)


@wrong("linear_forward", "the result is transposed, (n_out, n) in place of (n, n_out)")
def lf_units_in_rows(x, W, b):
    return W.T @ x.T + b.T


@wrong(
    "linear_forward", "return stands inside the loop over the rows: only the first row is computed"
)
def lf_returns_in_loop(x, W, b):
    rows = []
    for row in x:
        rows.append(row @ W + b[0])
        return np.array(rows)


@wrong("linear_forward", "the indices of W are exchanged in einsum, which uses W transposed")
def lf_einsum(x, W, b):
    return np.einsum("ki,ji->kj", x, W) + b


@wrong("linear_forward", "multiplies entry by entry and leaves the bias out as well")
def lf_elementwise_no_bias(x, W, b):
    return x * W


# linear_backward


@wrong("linear_backward", "dW = dz.T @ x is the transpose of what is asked, (n_out, n_in)")
def lb_dW_transposed(dz, x, W):
    dx = dz @ W.mT
    dW = dz.mT @ x
    db = dz.sum(axis=-2, keepdims=True)
    return dx, dW, db


@wrong("linear_backward", "divides dW by n once more, though dz has the factor 1/n already")
def lb_dW_mean(dz, x, W):
    n = len(x)
    dW = x.T @ dz / n
    db = np.sum(dz, axis=0, keepdims=True)
    dx = dz @ W.T
    return dx, dW, db


@wrong("linear_backward", "db is the mean over the examples in place of the sum")
def lb_db_mean(dz, x, W):
    return dz @ W.mT, x.mT @ dz, dz.mean(axis=-2, keepdims=True)


@wrong("linear_backward", "keepdims is forgotten: db has the shape (n_out,) and not (1, n_out)")
def lb_db_flat(dz, x, W):
    dx = dz @ W.mT
    dW = x.mT @ dz
    db = dz.sum(axis=-2)
    return dx, dW, db


@wrong("linear_backward", "db sums over the units, axis 1, in place of the examples")
def lb_db_axis(dz, x, W):
    dx = dz.dot(W.T)
    dW = x.T.dot(dz)
    db = dz.sum(axis=1, keepdims=True)
    return dx, dW, db


@wrong("linear_backward", "dx = dz @ W lacks the transpose")
def lb_dx_no_transpose(dz, x, W):
    dx = dz @ W
    dW = x.mT @ dz
    db = dz.sum(axis=-2, keepdims=True)
    return dx, dW, db


@wrong("linear_backward", "dx = W @ dz.T is transposed: (n_in, n) in place of (n, n_in)")
def lb_dx_turned(dz, x, W):
    dx = W @ dz.T
    dW = x.T @ dz
    db = dz.sum(axis=0, keepdims=True)
    return dx, dW, db


@wrong("linear_backward", "returns dW, db, dx where dx, dW, db is asked")
def lb_return_order(dz, x, W):
    dW = x.mT @ dz
    db = dz.sum(axis=-2, keepdims=True)
    dx = dz @ W.mT
    return dW, db, dx


@wrong("linear_backward", "db = dz: the sum over the examples is missing")
def lb_db_not_summed(dz, x, W):
    db = dz
    dW = x.mT @ dz
    dx = dz @ W.mT
    return dx, dW, db


@wrong("linear_backward", "np.sum without an axis: db is one number for all units")
def lb_db_total(dz, x, W):
    return np.dot(dz, W.T), np.dot(x.T, dz), np.sum(dz)


@wrong("linear_backward", "dW = x @ dz lacks the transpose of x")
def lb_dW_no_transpose(dz, x, W):
    dx = dz @ W.mT
    dW = x @ dz
    db = dz.sum(axis=-2, keepdims=True)
    return dx, dW, db


@wrong(
    "linear_backward",
    "dx is also multiplied by x (1 - x), the slope of a sigmoid not asked for here",
)
def lb_dx_with_slope(dz, x, W):
    dx = (dz @ W.mT) * x * (1 - x)
    dW = x.mT @ dz
    db = dz.sum(axis=-2, keepdims=True)
    return dx, dW, db


@wrong("linear_backward", "dx is overwritten in the loop over the units: = in place of +=")
def lb_dx_loop_overwrites(dz, x, W):
    n, n_in = x.shape
    n_out = dz.shape[1]
    dx, dW, db = np.zeros((n, n_in)), np.zeros((n_in, n_out)), np.zeros((1, n_out))
    for k in range(n):
        for j in range(n_out):
            db[0, j] += dz[k, j]
            for i in range(n_in):
                dW[i, j] += x[k, i] * dz[k, j]
                dx[k, i] = dz[k, j] * W[i, j]
    return dx, dW, db


@wrong("linear_backward", "dW is overwritten by each example: only the last one counts")
def lb_dW_last_example(dz, x, W):
    for k in range(len(x)):
        dW = np.outer(x[k], dz[k])
    return dz @ W.T, dW, dz.sum(axis=0, keepdims=True)


@wrong("linear_backward", "db adds up inside the loop over the inputs: it is n_in times too large")
def lb_db_counted_for_each_input(dz, x, W):
    db = np.zeros((1, W.shape[1]))
    dW = np.zeros(W.shape)
    for k in range(x.shape[0]):
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                dW[i, j] += x[k, i] * dz[k, j]
                db[0, j] += dz[k, j]
    dx = dz @ W.T
    return dx, dW, db


@wrong(
    "linear_backward", "divides dz by n in place: 1/n enters twice, and the caller's dz is changed"
)
def lb_dz_divided_in_place(dz, x, W):
    dz /= len(dz)
    dW = x.mT @ dz
    db = dz.sum(axis=-2, keepdims=True)
    dx = dz @ W.mT
    return dx, dW, db


@wrong("linear_backward", "the result of einsum for dW has the indices ji: dW is transposed")
def lb_einsum(dz, x, W):
    dx = np.einsum("kj,ij->ki", dz, W)
    dW = np.einsum("ki,kj->ji", x, dz)
    db = np.einsum("kj->j", dz)[None, :]
    return dx, dW, db


@wrong("linear_backward", "both transposes are missing: x @ dz and dz @ W")
def lb_no_transposes(dz, x, W):
    return dz @ W, x @ dz, dz.sum(axis=-2, keepdims=True)


@wrong("linear_backward", "db lacks keepdims, and dx lacks the transpose of W")
def lb_flat_and_no_transpose(dz, x, W):
    dW = np.matmul(x.T, dz)
    db = np.sum(dz, axis=0)
    dx = np.matmul(dz, W)
    return dx, dW, db


@wrong("linear_backward", "dz is overwritten by dx before dW and db are made from it")
def lb_dz_overwritten(dz, x, W):
    dz = dz @ W.T
    dW = x.T @ dz
    db = dz.sum(axis=0, keepdims=True)
    return dz, dW, db


# two at once


@wrong("cross_entropy", "the logarithm has base 10, and the losses are summed, not averaged")
def ce_log10_sum(p, y):
    return -(y * np.log10(p) + (1 - y) * np.log10(1 - p)).sum()


@wrong("cross_entropy", "the part for the label 0 is missing, and the mean too")
def ce_first_part_no_mean(p, y):
    return -y * np.log(p)


@wrong("cross_entropy", "the labels are exchanged, and the sign is wrong")
def ce_exchanged_no_minus(p, y):
    return np.mean((1 - y) * np.log(p) + y * np.log(1 - p))


@wrong("cross_entropy_gradient", "the second sign is minus, and the factor 1/n is missing")
def ceg_inner_derivative_no_n(p, y):
    return -y / p - (1 - y) / (1 - p)


@wrong("cross_entropy_gradient", "p and 1 - p are exchanged below, and the factor 1/n is missing")
def ceg_denominators_no_n(p, y):
    first = -y / (1 - p)
    second = (1 - y) / p
    return first + second


@wrong("output_gradient", "y - p has the wrong sign, and the factor 1/n is missing")
def og_sign_no_n(p, y):
    return y - p


@wrong("output_gradient", "p (1 - p) is multiplied in once more, and the factor 1/n is missing")
def og_slope_no_n(p, y):
    return (p - y) * (p * (1 - p))


@wrong("linear_forward", "W is transposed, and the bias is not added")
def lf_transposed_no_bias(x, W, b):
    return np.dot(x, W.T)


@wrong("linear_forward", "the last input only, for want of +=, and one bias b[0, 0] for all units")
def lf_loop_overwrites_one_bias(x, W, b):
    z = np.zeros((len(x), W.shape[1]))
    for k in range(len(x)):
        for j in range(W.shape[1]):
            for i in range(len(W)):
                z[k, j] = x[k, i] * W[i, j]
            z[k, j] += b[0, 0]
    return z


@wrong("linear_backward", "dW and db are both divided by n, though dz has the factor 1/n already")
def lb_both_means(dz, x, W):
    n = x.shape[0]
    dW = np.dot(x.T, dz) / n
    db = np.sum(dz, axis=0, keepdims=True) / n
    dx = np.dot(dz, W.T)
    return dx, dW, db


@wrong("linear_backward", "dW is transposed, and db sums over the units in place of the examples")
def lb_dW_transposed_db_axis(dz, x, W):
    return dz @ W.T, dz.T @ x, np.sum(dz, axis=1, keepdims=True)


@wrong("linear_backward", "returns dW, db, dx in this order, and keepdims is forgotten in db")
def lb_return_order_flat_db(dz, x, W):
    dW = x.T @ dz
    db = dz.sum(0)
    dx = dz @ W.T
    return dW, db, dx
