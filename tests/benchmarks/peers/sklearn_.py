"""scikit-learn's multilayer perceptron, started from given weights.

Its regressor ends with p = z and halves the squared error (hence the factors 2 here); only its
classifier, with cross-entropy, is the network of the others.
"""

import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

from ..problem import SQUARED_ERROR


def train(problem):
    regression = problem.loss == SQUARED_ERROR
    factor, kind = (2, MLPRegressor) if regression else (1, MLPClassifier)
    model = started(kind, problem, factor * problem.lr)
    y = problem.y.ravel()

    def run(epochs):
        fit(model, problem.X, y, epochs)
        return factor * np.array(model.loss_curve_[-epochs:])

    return run


def predict(problem):
    model = started(MLPClassifier, problem, problem.lr)

    def run(times):
        for _ in range(times):
            p = model.predict_proba(problem.X)[:, 1:]
        return p

    return run


def started(kind, problem, lr):
    """The model with the weights of the problem; its weights exist only after a first fit."""
    model = kind(
        hidden_layer_sizes=(problem.width, problem.width),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=len(problem.X),
        learning_rate_init=lr,
        momentum=0,
        shuffle=False,
        tol=0,
        n_iter_no_change=10**9,  # it would stop by itself
        warm_start=True,
    )
    fit(model, problem.X, problem.y.ravel(), 1)
    model.coefs_ = [W.copy() for W in problem.start[::2]]
    model.intercepts_ = [b.ravel().copy() for b in problem.start[1::2]]
    return model


def fit(model, X, y, epochs):
    model.max_iter = epochs
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X, y)
