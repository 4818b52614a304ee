"""What the questions of notebook 05 claim."""

from itertools import combinations

import numpy as np
from exercises.choices import right

import labnet

X, Y = labnet.xor_data()


def best_line():
    """How many points a line puts right at best.

    Every way in which a line can part the points is met by one along two of them, moved and
    turned a little.
    """
    best, label = 0, Y[:, 0] == 1
    for i, j in combinations(range(len(X)), 2):
        along = X[j] - X[i]
        middle, across = (X[i] + X[j]) / 2, np.array([-along[1], along[0]])
        for turn in (-1e-4, 0, 1e-4):
            score = (X - middle) @ (across + turn * along)
            for shift in (-1e-6, 0, 1e-6):
                hits = np.sum((score > shift) == label)
                best = max(best, hits, len(X) - hits)
    return best


def test_claims_about_lines():
    assert right("best_of_one_line") == "16" and best_line() == 16
    assert np.sum(Y == 0) == 11


def test_claims_about_the_plateau():
    assert right("shape_of_the_curve") == "first it stays flat, then it drops"
    sizes = [(2, 10), (10, 10), (10, 1)]
    layers = [layer for pair in sizes for layer in (labnet.Linear(*pair), labnet.Sigmoid())]
    net, loss = labnet.Network(*layers, rng=np.random.default_rng(0)), labnet.BinaryCrossEntropy()
    step = labnet.GradientDescent(0.3)
    history = labnet.train(net, X, Y, loss, step, epochs=1000)
    length = np.linalg.norm(labnet.loss_and_gradient(net, X, Y, loss)[1])
    assert right("gradient_on_the_plateau") == "small, but not 0" and 1e-4 < length < 1e-2
    more = labnet.train(net, X, Y, loss, step, epochs=5000)
    assert history.losses[-1] > 0.69 and more.losses[1000] > 0.69
    assert round(more.losses[-1], 1) == 0.1
