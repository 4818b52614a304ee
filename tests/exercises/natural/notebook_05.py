"""Wrong answers to the exercises of notebook_05: each sentence says what is wrong."""

import numpy as np

from .collect import wrong
from .given import backward, cross_entropy, forward, gradient_step, init_layer


def start(seed):
    rng, params = np.random.default_rng(seed), {}
    for k, (n_in, n_out) in enumerate([(2, 10), (10, 10), (10, 1)], start=1):
        params[f"W{k}"], params[f"b{k}"] = init_layer(n_in, n_out, rng)
    return params


# the data, as the first exercise has made them
t = np.arange(11) / 10
off = np.delete(t, 5)
X = np.vstack([np.column_stack([t, t]), np.column_stack([off, off[::-1]])])
y = np.array([[0.0]] * 11 + [[1.0]] * 10)


# make_xor


@wrong("make_xor", "np.arange(10) ends at 9: the points (1, 1) and (1, 0) are missing")
def mx_ends_at_nine():
    i = np.arange(10)
    rising = np.column_stack([i, i]) / 10
    i = i[i != 5]
    falling = np.column_stack([i, 10 - i]) / 10
    x = np.vstack([rising, falling])
    y = np.array([[0.0]] * len(rising) + [[1.0]] * len(falling))
    return x, y


@wrong("make_xor", "the centre stands in the data twice, once in each class: 22 points")
def mx_centre_twice():
    t = np.arange(11) / 10
    x = np.vstack([np.column_stack([t, t]), np.column_stack([t, t[::-1]])])
    y = np.vstack([np.zeros((11, 1)), np.ones((11, 1))])
    return x, y


@wrong("make_xor", "the centre is left out of the rising diagonal and has class 1")
def mx_centre_class_1():
    rising = [(i / 10, i / 10) for i in range(11) if i != 5]
    falling = [(i / 10, (10 - i) / 10) for i in range(11)]
    x = np.array(rising + falling)
    y = np.array([[0.0]] * 10 + [[1.0]] * 11)
    return x, y


@wrong("make_xor", "the centre is missing in both classes: 20 points")
def mx_no_centre():
    x, y = [], []
    for i in range(11):
        if i == 5:
            continue
        x.append([i / 10, i / 10])
        y.append([0.0])
    for i in range(11):
        if i == 5:
            continue
        x.append([i / 10, (10 - i) / 10])
        y.append([1.0])
    return np.array(x), np.array(y)


@wrong(
    "make_xor", "the labels are exchanged: the rising diagonal is class 1, the falling one class 0"
)
def mx_labels_exchanged():
    i = np.arange(11)
    j = i[i != 5]
    x = np.vstack([np.stack([i, i], axis=1), np.stack([j, 10 - j], axis=1)]) / 10
    y = np.vstack([np.ones((11, 1)), np.zeros((10, 1))])
    return x, y


@wrong("make_xor", "y is flat, (21,), where a column (21, 1) is asked")
def mx_flat_labels():
    i = np.arange(11)
    j = np.delete(i, 5)
    x = np.concatenate([np.column_stack([i, i]), np.column_stack([j, 10 - j])]) / 10
    y = np.concatenate([np.zeros(11), np.ones(10)])
    return x, y


@wrong("make_xor", "only the four corners, not the 21 points of the two diagonals")
def mx_corners_only():
    x = np.array([[0, 0], [1, 1], [0, 1], [1, 0]], dtype=float)
    y = np.array([[0], [0], [1], [1]], dtype=float)
    return x, y


@wrong(
    "make_xor",
    "np.linspace(0, 1, 10) has 10 points, so the steps are 1/9 and no point is the centre",
)
def mx_linspace_ten():
    t = np.linspace(0, 1, 10)
    x = np.vstack([np.column_stack([t, t]), np.column_stack([t, 1 - t])])
    y = np.repeat([[0.0], [1.0]], 10, axis=0)
    return x, y


@wrong("make_xor", "x has the shape (2, 21): the points are columns, not rows")
def mx_points_in_columns():
    i = np.arange(11)
    j = i[i != 5]
    x = np.array([np.append(i, j), np.append(i, 10 - j)]) / 10
    y = np.array([[0.0]] * 11 + [[1.0]] * 10)
    return x, y


@wrong("make_xor", "returns y, x where x, y is asked")
def mx_return_order():
    rising = [[i / 10, i / 10] for i in range(11)]
    falling = [[i / 10, (10 - i) / 10] for i in range(11) if i != 5]
    x = np.array(rising + falling)
    y = np.array([[0.0] for _ in rising] + [[1.0] for _ in falling])
    return y, x


@wrong("make_xor", "// divides without decimals: all coordinates are 0 or 1")
def mx_floor_division():
    i = np.arange(11)
    j = i[i != 5]
    x = np.vstack([np.stack([i, i], axis=1), np.stack([j, 10 - j], axis=1)]) // 10
    y = np.vstack([np.zeros((11, 1)), np.ones((10, 1))])
    return x.astype(float), y


@wrong("make_xor", "x is an array of integers, so the tenths put into it are cut off to 0 and 1")
def mx_integer_array():
    x = np.zeros((21, 2), dtype=int)
    y = np.zeros((21, 1))
    row = 0
    for i in range(11):
        x[row] = [i / 10, i / 10]
        row += 1
    for i in range(11):
        if i != 5:
            x[row] = [i / 10, (10 - i) / 10]
            y[row] = 1
            row += 1
    return x, y


@wrong("make_xor", "one and the same list is appended 21 times: all points are the last one")
def mx_same_list():
    x, y = [], []
    point = [0.0, 0.0]
    for i in range(11):
        point[0] = i / 10
        point[1] = i / 10
        x.append(point)
        y.append([0.0])
    for i in range(11):
        if i != 5:
            point[0] = i / 10
            point[1] = (10 - i) / 10
            x.append(point)
            y.append([1.0])
    return np.array(x), np.array(y)


@wrong("make_xor", "forgets to divide by 10: the coordinates run from 0 to 10")
def mx_not_divided():
    x = np.array([[i, i] for i in range(11)] + [[i, 10 - i] for i in range(11) if i != 5])
    y = np.array([[0.0]] * 11 + [[1.0]] * 10)
    return x.astype(float), y


@wrong("make_xor", "the centre stands there twice, and y is flat in place of a column")
def mx_centre_twice_flat():
    x, y = [], []
    for i in range(11):
        x.append([i / 10, i / 10])
        y.append(0.0)
    for i in range(11):
        x.append([i / 10, (10 - i) / 10])
        y.append(1.0)
    return np.array(x), np.array(y)


# train


@wrong("train", "measures each loss after its step in place of before it")
def tr_loss_after_step(x, y, epochs, lr, seed):
    params = start(seed)
    p, cache = forward(x, params)
    losses = []
    for _ in range(epochs):
        params = gradient_step(params, backward(y, cache, params), lr)
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
    return losses, p


@wrong("train", "p is from before the last step: forward is not called again at the end")
def tr_p_before_last_step(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    p, cache = forward(x, params)
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    return losses, p


@wrong("train", "begins with seed 0, whatever the argument seed")
def tr_fixed_seed(x, y, epochs, lr, seed):
    params, losses = start(seed=0), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


@wrong(
    "train", "start(seed) stands inside the loop: each epoch begins anew, and only one step is kept"
)
def tr_starts_in_loop(x, y, epochs, lr, seed):
    losses = []
    params = start(seed)
    for _ in range(epochs):
        params = start(seed)
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(x, params)
    return losses, p


@wrong("train", "drops the result of gradient_step: the params never change")
def tr_step_not_assigned(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        gradient_step(params, grads, lr)
    p, _ = forward(x, params)
    return losses, p


@wrong("train", "returns the last loss alone, not the losses of all epochs")
def tr_last_loss_only(x, y, epochs, lr, seed):
    params = start(seed)
    loss = None
    for _ in range(epochs):
        p, cache = forward(x, params)
        loss = cross_entropy(p, y)
        params = gradient_step(params, backward(y, cache, params), lr)
    p, cache = forward(x, params)
    return loss, p


@wrong("train", "range(1, epochs) runs one epoch too few")
def tr_one_epoch_short(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(1, epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(x, params)
    return losses, p


@wrong("train", "return stands inside the loop: it ends after the first epoch")
def tr_returns_in_loop(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
        p, cache = forward(x, params)
        return losses, p


@wrong("train", "returns p, losses where losses, p is asked")
def tr_return_order(x, y, epochs, lr, seed):
    params = start(seed)
    losses = np.zeros(epochs)
    for i in range(epochs):
        p, cache = forward(x, params)
        losses[i] = cross_entropy(p, y)
        params = gradient_step(params, backward(y, cache, params), lr)
    return forward(x, params)[0], losses


@wrong("train", "the step always has the rate 0.3; the argument lr is not used")
def tr_fixed_lr(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr=0.3)
    return losses, forward(x, params)[0]


@wrong("train", "forward runs only once, before the loop: all epochs use the first p and cache")
def tr_forward_once(x, y, epochs, lr, seed):
    params = start(seed)
    p, cache = forward(x, params)
    losses = []
    for _ in range(epochs):
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(x, params)
    return losses, p


@wrong("train", "np.append returns a new array that is dropped: losses stays empty")
def tr_append_dropped(x, y, epochs, lr, seed):
    params = start(seed)
    losses = np.array([])
    for _ in range(epochs):
        p, cache = forward(x, params)
        np.append(losses, cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    p, _ = forward(x, params)
    return losses, p


@wrong("train", "divides lr by n, though the gradient has the factor 1/n already")
def tr_lr_over_n(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    n = len(y)
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr / n)
    p, _ = forward(x, params)
    return losses, p


@wrong("train", "hands -lr to gradient_step, which subtracts already: it walks uphill")
def tr_minus_lr(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), -lr)
    return losses, forward(x, params)[0]


@wrong("train", "also appends the loss after the last step: epochs + 1 losses")
def tr_one_loss_more(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(x, params)
    losses.append(cross_entropy(p, y))
    return losses, p


@wrong("train", "takes a step for each single example in place of one for all examples")
def tr_single_examples(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        losses.append(cross_entropy(forward(x, params)[0], y))
        for i in range(len(x)):
            _, cache = forward(x[i : i + 1], params)
            grads = backward(y[i : i + 1], cache, params)
            params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


@wrong("train", "stops as soon as all decisions are right: the later epochs are missing")
def tr_stops_early(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    p, cache = forward(x, params)
    for _ in range(epochs):
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
        p, cache = forward(x, params)
        if np.all((p > 0.5) == (y == 1)):
            break
    return losses, p


@wrong("train", "runs forward on the notebook's global X in place of the argument x")
def tr_global_data(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(X, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(X, params)
    return losses, p


@wrong("train", "hands p to backward in place of y: all gradients are 0")
def tr_p_for_y(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(p, cache, params)
        params = gradient_step(params, grads, lr)
    p, cache = forward(x, params)
    return losses, p


@wrong(
    "train", "cross_entropy(y, p): prediction and label are exchanged, so log(0) spoils the loss"
)
def tr_loss_arguments(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(y, p))
        params = gradient_step(params, backward(y, cache, params), lr)
    p, cache = forward(x, params)
    return losses, p


@wrong(
    "train", "the examples are shuffled in every epoch, so p returns in a random order of the rows"
)
def tr_shuffled_rows(x, y, epochs, lr, seed):
    rng = np.random.default_rng(seed)
    params = start(seed)
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        x, y = x[order], y[order]
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    p, cache = forward(x, params)
    return losses, p


@wrong("train", "returns the params in place of p")
def tr_returns_params(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, params


@wrong("train", "the losses are measured after the step, and p is left from before the last step")
def tr_both_at_wrong_time(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    p, _ = forward(x, params)
    for _ in range(epochs):
        p, cache = forward(x, params)
        params = gradient_step(params, backward(y, cache, params), lr)
        losses.append(cross_entropy(forward(x, params)[0], y))
    return losses, p


@wrong("train", "the counter is never increased: for one epoch or more the while loop does not end")
def tr_endless(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    epoch = 0
    while epoch < epochs:
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    p, cache = forward(x, params)
    return losses, p


# two at once


@wrong("make_xor", "the labels are exchanged, and flat, (21,), in place of a column")
def mx_exchanged_and_flat():
    i = np.arange(11)
    j = i[i != 5]
    x = np.vstack([np.column_stack([i, i]), np.column_stack([j, 10 - j])]) / 10
    return x, np.concatenate([np.ones(11), np.zeros(10)])


@wrong("make_xor", "range(10) ends at 9, and the centre is left out of both diagonals")
def mx_ends_at_nine_no_centre():
    steps = [i for i in range(10) if i != 5]
    x = [[i / 10, i / 10] for i in steps] + [[i / 10, (10 - i) / 10] for i in steps]
    y = [[0.0]] * len(steps) + [[1.0]] * len(steps)
    return np.array(x), np.array(y)


@wrong("train", "always begins with seed 0, and range(epochs - 1) is one epoch too few")
def tr_fixed_seed_one_short(x, y, epochs, lr, seed):
    params = start(0)
    losses = []
    for _ in range(epochs - 1):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


@wrong("train", "gradient_step's result is dropped, and only the last loss is returned")
def tr_no_step_last_loss(x, y, epochs, lr, seed):
    params = start(seed)
    L = 0
    for _ in range(epochs):
        p, cache = forward(x, params)
        L = cross_entropy(p, y)
        gradient_step(params, backward(y, cache, params), lr)
    return L, forward(x, params)[0]


@wrong("train", "the rate is always 0.3, and p, losses are returned in this order")
def tr_fixed_lr_return_order(x, y, epochs, lr, seed):
    params = start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        params = gradient_step(params, grads, 0.3)
    p, _ = forward(x, params)
    return p, losses
