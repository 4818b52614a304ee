"""Wrong answers to the exercises of notebook_07: each sentence says what is wrong."""

import math

import numpy as np

from .collect import wrong
from .given import sigmoid

# mean_squared_error


@wrong("mean_squared_error", "the sum of the squares in place of their mean")
def mse_sum(p, y):
    return np.sum((p - y) ** 2)


@wrong("mean_squared_error", "half the mean: the factor 1/2 is not asked for here")
def mse_half(p, y):
    return 0.5 * np.mean((p - y) ** 2)


@wrong("mean_squared_error", "the mean of |p - y|; the square is missing")
def mse_absolute(p, y):
    return np.mean(np.abs(p - y))


@wrong("mean_squared_error", "takes the root of the mean square")
def mse_root(p, y):
    return np.sqrt(np.mean(np.square(p - y)))


@wrong(
    "mean_squared_error", "squares the mean difference in place of taking the mean of the squares"
)
def mse_square_of_mean(p, y):
    return np.mean(p - y) ** 2


@wrong(
    "mean_squared_error", "the labels are flattened: (n, 1) minus (n,) pairs every p with every y"
)
def mse_flat_labels(p, y):
    difference = p - y.flatten()
    return (difference**2).mean()


@wrong("mean_squared_error", "p**2 - y**2 in place of (p - y)**2")
def mse_squares_apart(p, y):
    return np.mean(p**2 - y**2)


@wrong("mean_squared_error", "returns a square for each example; the mean is missing")
def mse_no_mean(p, y):
    return (p - y) ** 2


@wrong("mean_squared_error", "^ is not a power in Python: raises a TypeError for floats")
def mse_caret(p, y):
    return np.mean((p - y) ^ 2)


@wrong("mean_squared_error", "return stands inside the loop: only the first example, divided by n")
def mse_returns_in_loop(p, y):
    total = 0
    for pk, yk in zip(p[:, 0], y[:, 0], strict=True):
        total += (pk - yk) ** 2
        return total / len(p)


@wrong("mean_squared_error", "divides by n twice: by np.mean, and by len(p)")
def mse_n_twice(p, y):
    n = len(p)
    return np.mean((p - y) ** 2) / n


@wrong("mean_squared_error", "the sum in place of the mean, and half of it")
def mse_half_sum(p, y):
    return np.sum((y - p) ** 2) / 2


# mean_squared_error_gradient


@wrong("mean_squared_error_gradient", "the factor 2 is missing")
def mseg_no_two(p, y):
    return (p - y) / len(y)


@wrong("mean_squared_error_gradient", "the factor 1/n is missing")
def mseg_no_n(p, y):
    return 2 * (p - y)


@wrong("mean_squared_error_gradient", "y - p: the sign is wrong")
def mseg_sign(p, y):
    n = len(y)
    return 2 / n * (y - p)


@wrong("mean_squared_error_gradient", "np.mean makes one number of it where each row is asked")
def mseg_mean(p, y):
    return np.mean(2 * (p - y))


@wrong("mean_squared_error_gradient", "the difference is still squared: 2 (p - y)**2 / n")
def mseg_still_squared(p, y):
    return 2 * (p - y) ** 2 / len(p)


@wrong(
    "mean_squared_error_gradient", "also has the factor p (1 - p): that is dz, where dp is asked"
)
def mseg_is_dz(p, y):
    dp = 2 * (p - y) / len(p)
    return dp * p * (1 - p)


@wrong("mean_squared_error_gradient", "2 * p - y / n lacks parentheses: 2 stays at p, 1/n at y")
def mseg_unbracketed(p, y):
    n = len(y)
    return 2 * p - y / n


@wrong("mean_squared_error_gradient", "n is p.shape[1], which is 1, so nothing is divided")
def mseg_n_from_columns(p, y):
    n = p.shape[1]
    return 2 * (p - y) / n


@wrong("mean_squared_error_gradient", "collects a flat list: (n,) where (n, 1) is asked")
def mseg_flat(p, y):
    n = len(p)
    return np.array([2 * (p[k, 0] - y[k, 0]) / n for k in range(n)])


@wrong("mean_squared_error_gradient", "the factors 2 and 1/n are both missing")
def mseg_bare_difference(p, y):
    return p - y


@wrong("mean_squared_error_gradient", "divides by 2n where 2/n is meant")
def mseg_over_two_n(p, y):
    return (p - y) / (2 * len(y))


# adam


@wrong("adam", "the divisions by 1 - beta**t are missing")
def adam_no_correction(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = {name: w.copy() for name, w in params.items()}
    m = {name: np.zeros_like(w) for name, w in params.items()}
    v = {name: np.zeros_like(w) for name, w in params.items()}
    for grads in grads_per_step:
        for name in new:
            g = grads["d" + name]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            new[name] = new[name] - lr * m[name] / (np.sqrt(v[name]) + eps)
    return new


@wrong("adam", "t begins at 0, so the first step divides by 1 - beta**0 = 0")
def adam_t_from_zero(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: 0 for name in params}
    v = {name: 0 for name in params}
    for t, grads in enumerate(grads_per_step):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "t is never increased: every step is corrected as the first one, by 1 - beta")
def adam_t_stays_one(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m, v = {}, {}
    t = 1
    for grads in grads_per_step:
        for name, w in new.items():
            g = grads[f"d{name}"]
            m[name] = beta1 * m.get(name, 0) + (1 - beta1) * g
            v[name] = beta2 * v.get(name, 0) + (1 - beta2) * g * g
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "eps stands under the root, where it is to be added to the root")
def adam_eps_under_root(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads["d" + name]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / np.sqrt(v_hat + eps)
    return new


@wrong("adam", "beta1 and beta2 are exchanged in the running means and in their corrections")
def adam_betas_exchanged(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, 1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta2 * m[name] + (1 - beta2) * g
            v[name] = beta1 * v[name] + (1 - beta1) * g**2
            mh = m[name] / (1 - beta2**t)
            vh = v[name] / (1 - beta1**t)
            new[name] = new[name] - lr * mh / (np.sqrt(vh) + eps)
    return new


@wrong("adam", "m and v are set to 0 inside the loop over the steps: nothing is remembered")
def adam_forgets(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    for t, grads in enumerate(grads_per_step, start=1):
        m = {name: np.zeros(w.shape) for name, w in params.items()}
        v = {name: np.zeros(w.shape) for name, w in params.items()}
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "divides by v itself: the square root is missing")
def adam_no_root(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    result = {}
    for name, w in params.items():
        m = np.zeros(w.shape)
        v = np.zeros(w.shape)
        for t, grads in enumerate(grads_per_step, start=1):
            g = grads[f"d{name}"]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w - lr * (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps)
        result[name] = w
    return result


@wrong("adam", "v is the running mean of g, not of g**2")
def adam_g_not_squared(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    result = {}
    for name, w in params.items():
        m, v = 0, 0
        for t, grads in enumerate(grads_per_step, start=1):
            g = grads["d" + name]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g
            m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
            w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        result[name] = w
    return result


@wrong("adam", "-= changes the caller's arrays: the given params are not left as they are")
def adam_in_place(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    t = 0
    for grads in grads_per_step:
        t += 1
        for name, w in params.items():
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            w -= lr * m_hat / (np.sqrt(v_hat) + eps)
    return params


@wrong("adam", "return stands inside the loop: only the first step is done")
def adam_returns_in_loop(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
        return new


@wrong("adam", "stores the corrected means in m and v, so the next step corrects them again")
def adam_corrected_kept(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    result = {}
    for name, w in params.items():
        m = np.zeros(w.shape)
        v = np.zeros(w.shape)
        t = 1
        for grads in grads_per_step:
            g = grads[f"d{name}"]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            m = m / (1 - beta1**t)
            v = v / (1 - beta2**t)
            w = w - lr * m / (np.sqrt(v) + eps)
            t += 1
        result[name] = w
    return result


@wrong(
    "adam",
    "m and v are set to 0 once for all arrays: each array goes on with those of the one before",
)
def adam_shared_means(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    result = {}
    m, v = 0.0, 0.0
    for name, w in params.items():
        for t, grads in enumerate(grads_per_step, start=1):
            g = grads[f"d{name}"]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        result[name] = w
    return result


@wrong("adam", "1 - beta * t in place of 1 - beta**t")
def adam_beta_times_t(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1 * t)
            v_hat = v[name] / (1 - beta2 * t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "adds the step in place of subtracting it")
def adam_plus(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = {}
    for name, w in params.items():
        m = v = 0
        for t, grads in enumerate(grads_per_step, start=1):
            g = grads[f"d{name}"]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w + lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        new[name] = w
    return new


@wrong("adam", "m = beta1 m + g: the factor 1 - beta1 is missing before g")
def adam_m_as_momentum(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "only m is corrected; v is used without the division by 1 - beta2**t")
def adam_v_not_corrected(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v[name]) + eps)
    return new


@wrong("adam", "t += 1 stands in the loop over the arrays: it counts arrays, not steps")
def adam_t_counts_arrays(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    t = 0
    for grads in grads_per_step:
        for name in params:
            t += 1
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "m and v are one and the same dictionary, so v's line reads and overwrites m")
def adam_one_dictionary(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "each step starts from the given params again, so only the last step is returned")
def adam_from_old_params(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    new = {}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = params[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "eps is not used: a gradient that is always 0 gives 0 / 0, so nan")
def adam_no_eps(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / np.sqrt(v_hat)
    return new


@wrong("adam", "takes grads['W1'] for the gradient, though its key is 'dW1': raises a KeyError")
def adam_key_without_d(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[name]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new


@wrong("adam", "neither m nor v is corrected, and eps stands under the root")
def adam_no_correction_eps_inside(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = {}
    for name, w in params.items():
        m = np.zeros(w.shape)
        v = np.zeros(w.shape)
        for grads in grads_per_step:
            g = grads["d" + name]
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            w = w - lr * m / np.sqrt(v + eps)
        new[name] = w
    return new


@wrong("adam", "the factors are the wrong way round: m takes beta1 of g and 1 - beta1 of the old m")
def adam_factors_exchanged(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = {}
    for name, w in params.items():
        m = np.zeros(w.shape)
        v = np.zeros(w.shape)
        for t, grads in enumerate(grads_per_step, start=1):
            g = grads["d" + name]
            m = (1 - beta1) * m + beta1 * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        new[name] = w
    return new


@wrong(
    "adam", "the dictionary is a shallow copy: -= changes the caller's arrays; and v has no root"
)
def adam_shallow_copy_no_root(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = params.copy()
    m = {name: np.zeros(w.shape) for name, w in params.items()}
    v = {name: np.zeros(w.shape) for name, w in params.items()}
    for t, grads in enumerate(grads_per_step, start=1):
        for name in new:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] -= lr * m_hat / (v_hat + eps)
    return new


# relu


@wrong(
    "relu",
    "np.max(z, 0) takes 0 as the axis: the largest entry along it, not the larger of z and 0",
)
def relu_np_max(z):
    return np.max(z, 0)


@wrong("relu", "np.minimum in place of np.maximum: passes on what is negative")
def relu_minimum(z):
    return np.minimum(0, z)


@wrong("relu", "the absolute value: negative z come back positive, not as 0")
def relu_abs(z):
    return np.abs(z)


@wrong("relu", "returns the slope, 0 or 1, in place of the value")
def relu_is_slope(z):
    return np.where(z > 0, 1.0, 0.0)


@wrong(
    "relu", "an if asks whether the whole array is above 0, which raises for two or more entries"
)
def relu_if(z):
    if z > 0:
        return z
    return 0.0


@wrong("relu", "sets the negative entries of the caller's array to 0")
def relu_in_place(z):
    z[z < 0] = 0
    return z


@wrong("relu", "the two branches are exchanged: 0 where z > 0, else z")
def relu_branches(z):
    return np.where(z > 0, 0, z)


@wrong("relu", "the builtin max compares a whole array with 0, which raises an error")
def relu_builtin_max(z):
    return max(0, z)


@wrong("relu", "keeps only the positive entries: the shape of z is lost")
def relu_selects(z):
    return z[z > 0]


@wrong("relu", "also cuts off above 1")
def relu_clipped(z):
    return np.clip(z, 0, 1)


@wrong("relu", "lets 0.01 z through below 0: this is leaky ReLU")
def relu_leaky(z):
    return np.maximum(0.01 * z, z)


# relu_slope


@wrong("relu_slope", ">= in place of >: the slope at z = 0 is 1, where 0 is asked")
def rs_not_strict(z):
    return np.where(z >= 0, 1.0, 0.0)


@wrong("relu_slope", "returns ReLU itself, z where it is positive, in place of 1")
def rs_is_relu(z):
    return np.maximum(0, z)


@wrong("relu_slope", "the two values are exchanged: 0 where z > 0, else 1")
def rs_exchanged(z):
    return (z <= 0).astype(float)


@wrong("relu_slope", "np.sign is -1 for negative z, where 0 is asked")
def rs_sign(z):
    return np.sign(z)


@wrong("relu_slope", "relu(z) / z is 0 / 0, so nan, at z = 0")
def rs_quotient(z):
    return np.maximum(0, z) / z


@wrong("relu_slope", "np.heaviside(z, 0.5) is one half at z = 0, where 0 is asked")
def rs_heaviside(z):
    return np.heaviside(z, 0.5)


@wrong("relu_slope", "writes the slopes into the caller's array z")
def rs_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


@wrong("relu_slope", "an if asks for the whole array: raises for two or more entries")
def rs_if(z):
    return 1.0 if z > 0 else 0.0


@wrong("relu_slope", "np.gradient takes differences between neighbouring entries, not slopes at z")
def rs_np_gradient(z):
    return np.gradient(np.maximum(0, z))


@wrong("relu_slope", "returns z below 0 in place of 0, and 1 at z = 0")
def rs_z_below(z):
    return np.where(z >= 0, 1.0, z)


# leaky_relu


@wrong("leaky_relu", "-alpha * z below 0: negative z come back positive")
def lr_minus_alpha(z, alpha):
    return np.where(z > 0, z, -alpha * z)


@wrong(
    "leaky_relu",
    "the larger of alpha z and z is wrong for alpha > 1, where it exchanges the branches",
)
def lr_larger_of_two(z, alpha):
    return np.maximum(alpha * z, z)


@wrong("leaky_relu", "alpha itself below 0, not alpha times z")
def lr_alpha_alone(z, alpha):
    return np.where(z > 0, z, alpha)


@wrong("leaky_relu", "alpha multiplies the positive z; the negative ones pass whole")
def lr_branches(z, alpha):
    return np.where(z > 0, alpha * z, z)


@wrong("leaky_relu", "the share is always 0.01, whatever the argument alpha")
def lr_fixed_alpha(z, alpha):
    return np.where(z > 0, z, 0.01 * z)


@wrong(
    "leaky_relu", "np.minimum in place of np.maximum: for alpha below 1 the branches are exchanged"
)
def lr_minimum(z, alpha):
    return np.minimum(z, alpha * z)


@wrong("leaky_relu", "*= changes the negative entries of the caller's array")
def lr_in_place(z, alpha):
    z[z < 0] *= alpha
    return z


@wrong("leaky_relu", "adds alpha z everywhere: positive z come back as (1 + alpha) z")
def lr_adds_everywhere(z, alpha):
    return np.maximum(0, z) + alpha * z


@wrong("leaky_relu", "divides by alpha below 0 where it should multiply")
def lr_divides(z, alpha):
    return np.where(z > 0, z, z / alpha)


@wrong("leaky_relu", "fills an array like z: for whole numbers alpha z is cut off to an integer")
def lr_zeros_like(z, alpha):
    out = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        out[i] = z[i] if z[i] > 0 else alpha * z[i]
    return out


@wrong("leaky_relu", "returns 0 below 0: alpha is not used, this is ReLU")
def lr_is_relu(z, alpha):
    return np.where(z > 0, z, 0)


# leaky_relu_slope


@wrong("leaky_relu_slope", "-alpha where z is negative: the sign is wrong")
def ls_minus_alpha(z, alpha):
    return np.where(z > 0, 1.0, -alpha)


@wrong("leaky_relu_slope", ">= in place of >: at z = 0 the slope is 1, where alpha is asked")
def ls_not_strict(z, alpha):
    return np.where(z >= 0, 1.0, alpha)


@wrong("leaky_relu_slope", "alpha * z below 0: that is the value, where the slope alpha is asked")
def ls_alpha_z(z, alpha):
    return np.where(z > 0, 1.0, alpha * z)


@wrong("leaky_relu_slope", "0 below 0: the slope of ReLU, without alpha")
def ls_of_relu(z, alpha):
    slope = np.zeros(z.shape)
    slope[z > 0] = 1
    return slope


@wrong("leaky_relu_slope", "the two values are exchanged: alpha where z > 0, else 1")
def ls_exchanged(z, alpha):
    return np.where(z > 0, alpha, 1.0)


@wrong(
    "leaky_relu_slope", "ones_like(z) is an integer array for whole numbers: alpha is cut off to 0"
)
def ls_ones_like(z, alpha):
    slope = np.ones_like(z)
    slope[z <= 0] = alpha
    return slope


@wrong("leaky_relu_slope", "the larger of 1 or 0 and alpha: for alpha > 1 it is alpha everywhere")
def ls_larger_of_two(z, alpha):
    return np.maximum(z > 0, alpha)


@wrong("leaky_relu_slope", "z where z > 0, in place of 1")
def ls_z_above(z, alpha):
    return np.where(z > 0, z, alpha)


@wrong("leaky_relu_slope", "an exact 0 keeps the slope 0: only z > 0 and z < 0 are set")
def ls_zero_left_out(z, alpha):
    slope = np.zeros(z.shape)
    slope[z > 0] = 1
    slope[z < 0] = alpha
    return slope


@wrong("leaky_relu_slope", "1 + alpha above 0, because alpha is added everywhere")
def ls_adds_everywhere(z, alpha):
    return (z > 0) + alpha


@wrong("leaky_relu_slope", "-alpha below 0, and 1 at z = 0, where alpha is asked for both")
def ls_minus_alpha_not_strict(z, alpha):
    slopes = [1.0 if value >= 0 else -alpha for value in z.ravel()]
    return np.array(slopes).reshape(z.shape)


# tanh


@wrong("tanh", "numerator and denominator are exchanged: this is 1 / tanh(z)")
def tanh_upside_down(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


@wrong("tanh", "exp overflows for large |z|: inf / inf gives nan")
def tanh_overflows(z):
    e, f = np.exp(z), np.exp(-z)
    return (e - f) / (e + f)


@wrong("tanh", "2 sigmoid(z) - 1: the 2 in the argument is missing, so this is tanh(z / 2)")
def tanh_of_half(z):
    return 2 * sigmoid(z) - 1


@wrong("tanh", "2 sigmoid(2z) without - 1: runs from 0 to 2")
def tanh_no_minus_one(z):
    return 2 * sigmoid(2 * z)


@wrong("tanh", "the numerator has the wrong sign: -tanh(z), and the exp overflow for large |z|")
def tanh_sign(z):
    return (np.exp(-z) - np.exp(z)) / (np.exp(z) + np.exp(-z))


@wrong("tanh", "np.tan is the tangent of an angle, not the hyperbolic one")
def tanh_tan(z):
    return np.tan(z)


@wrong("tanh", "parentheses are missing: only exp(z) is the denominator; exp(-z) is added")
def tanh_unbracketed(z):
    return (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)


@wrong("tanh", "math.tanh takes single numbers only: arrays raise an error")
def tanh_math(z):
    return math.tanh(z)


@wrong("tanh", "np.arctanh is the inverse of tanh")
def tanh_inverse(z):
    return np.arctanh(z)


@wrong("tanh", "exp(2z) overflows for large positive z: inf / inf gives nan")
def tanh_exp_2z(z):
    e = np.exp(2 * z)
    return (e - 1) / (e + 1)


# tanh_slope


@wrong("tanh_slope", "1 - z**2: puts z where a = tanh(z) belongs")
def ts_one_minus_z_squared(z):
    return 1 - z**2


@wrong("tanh_slope", "1 - tanh(z): the square is missing")
def ts_no_square(z):
    return 1 - np.tanh(z)


@wrong("tanh_slope", "a (1 - a) is the slope of the sigmoid, not of tanh")
def ts_of_sigmoid(z):
    a = np.tanh(z)
    return a * (1 - a)


@wrong("tanh_slope", "half as large: 2 sigma'(2z), where 4 sigma'(2z) is right")
def ts_factor_two(z):
    s = sigmoid(2 * z)
    return 2 * s * (1 - s)


@wrong("tanh_slope", "1 + tanh(z)**2: the sign is wrong")
def ts_plus(z):
    return 1 + np.tanh(z) ** 2


@wrong("tanh_slope", "the square of 1 - tanh(z), not 1 minus the square")
def ts_square_outside(z):
    return (1 - np.tanh(z)) ** 2


@wrong("tanh_slope", "1 / cosh(z) lacks the square")
def ts_cosh_no_square(z):
    return 1 / np.cosh(z)


@wrong("tanh_slope", "tanh is applied twice: the slope is taken at a, not at z")
def ts_at_a(z):
    a = np.tanh(z)
    return 1 - np.tanh(a) ** 2


@wrong("tanh_slope", "4 s (1 - s) with s = sigmoid(z): the 2 in the argument is missing")
def ts_argument(z):
    s = sigmoid(z)
    return 4 * s * (1 - s)


@wrong("tanh_slope", "tanh**2 - 1: the sign is wrong, the slope is never positive")
def ts_negative(z):
    t = np.tanh(z)
    return t * t - 1


@wrong("tanh_slope", "differentiates 1 - a**2 once more with respect to a: returns -2 a")
def ts_derived_twice(z):
    a = np.tanh(z)
    return -2 * a


# two at once


@wrong("mean_squared_error", "sums in place of the mean, and |p - y| in place of its square")
def mse_sum_of_distances(p, y):
    return np.abs(p - y).sum()


@wrong(
    "mean_squared_error",
    "the mean over the examples is missing, and there is a factor 1/2 too much",
)
def mse_half_no_mean(p, y):
    return (p - y) ** 2 / 2


@wrong("mean_squared_error_gradient", "y - p has the wrong sign, and the factor 1/n is missing")
def mseg_sign_no_n(p, y):
    return 2 * (y - p)


@wrong(
    "mean_squared_error_gradient",
    "the factor 2 is missing, and a factor p (1 - p), not asked for, is there",
)
def mseg_dz_no_two(p, y):
    return (p - y) * p * (1 - p) / len(y)


@wrong("adam", "adds the step, and neither m nor v is corrected")
def adam_plus_no_correction(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = dict.fromkeys(params, 0.0)
    v = dict.fromkeys(params, 0.0)
    for grads in grads_per_step:
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            new[name] = new[name] + lr * m[name] / (np.sqrt(v[name]) + eps)
    return new


@wrong("adam", "the root of v is missing, and return stands inside the loop over the steps")
def adam_no_root_one_step(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new = dict(params)
    m = dict.fromkeys(params, 0.0)
    v = dict.fromkeys(params, 0.0)
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            g = grads[f"d{name}"]
            m[name] = beta1 * m[name] + (1 - beta1) * g
            v[name] = beta2 * v[name] + (1 - beta2) * g**2
            m_hat = m[name] / (1 - beta1**t)
            v_hat = v[name] / (1 - beta2**t)
            new[name] = new[name] - lr * m_hat / (v_hat + eps)
        return new


@wrong("relu", "np.minimum in place of np.maximum, and 1 in place of 0: cuts off above 1")
def relu_minimum_with_one(z):
    return np.minimum(1, z)


@wrong("relu_slope", "z where it is positive, in place of 1, and -1 where it is not")
def rs_z_and_minus_one(z):
    return np.where(z > 0, z, -1.0)


@wrong("leaky_relu", "the branches are exchanged, and alpha is always 0.01")
def lr_branches_fixed_alpha(z, alpha):
    return np.where(z > 0, 0.01 * z, z)


@wrong("leaky_relu_slope", "the two values are exchanged, and z = 0 falls on the side z > 0")
def ls_exchanged_not_strict(z, alpha):
    return np.where(z >= 0, alpha, 1.0)


@wrong("tanh", "sigmoid(z) - 1 in place of 2 sigmoid(2z) - 1: both factors 2 are missing")
def tanh_both_twos_missing(z):
    return sigmoid(z) - 1


@wrong("tanh_slope", "2 sigma'(z): the 2 in the argument is missing, and the factor is 2, not 4")
def ts_two_sigma_slope(z):
    s = sigmoid(z)
    return 2 * s * (1 - s)
