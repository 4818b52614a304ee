"""Each optimizer beside an independent statement of its algorithm, in scalar loops."""

import numpy as np
import pytest

from labnet import AdaGrad, Adam, GradientDescent, Momentum

EPOCHS, UPDATES = 6, 5  # updates in each epoch
GRADIENTS = np.random.default_rng(0).normal(size=(EPOCHS, UPDATES, 4)) * [1e-6, 0.1, 1, 50]
START = [1.0, -2.0, 0.5, 3.0]


def descend(theta, gradients, lr):
    for epoch in gradients:
        for g in epoch:
            theta = theta - lr * g
    return theta


def momentum(theta, gradients, lr, beta):
    velocity = 0.0
    for epoch in gradients:
        for g in epoch:
            velocity = beta * velocity + g
            theta = theta - lr * velocity
    return theta


def adagrad(theta, gradients, lr, eps):
    squares = 0.0
    for epoch in gradients:
        for g in epoch:
            squares += g * g
            theta = theta - lr * g / (squares**0.5 + eps)
    return theta


def adam(theta, gradients, lr, beta1, beta2, eps):
    """Kingma & Ba, algorithm 1, for one parameter."""
    m = v = t = 0
    for epoch in gradients:
        for g in epoch:
            t += 1
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            m_hat = m / (1 - beta1**t)
            v_hat = v / (1 - beta2**t)
            theta = theta - lr * m_hat / (v_hat**0.5 + eps)
    return theta


CASES = {
    "descent": (GradientDescent, {}, descend, ()),
    "momentum": (Momentum, {}, momentum, (0.9,)),
    "momentum 0.5": (Momentum, {"beta": 0.5}, momentum, (0.5,)),
    "adagrad": (AdaGrad, {}, adagrad, (1e-8,)),
    "adagrad, own eps": (AdaGrad, {"eps": 0.1}, adagrad, (0.1,)),
    "adam": (Adam, {}, adam, (0.9, 0.999, 1e-8)),
    "adam, own betas": (Adam, {"beta1": 0.5, "beta2": 0.8, "eps": 0.1}, adam, (0.5, 0.8, 0.1)),
}


def run(optimizer, theta, gradients, factor=1.0):
    for epoch in gradients:
        for dtheta in epoch:
            optimizer.step(theta, dtheta, factor)
    return theta


@pytest.mark.parametrize("name", CASES)
def test_agrees_with_its_algorithm(name):
    make, options, algorithm, settings = CASES[name]
    theta = run(make(0.05, **options), np.array(START), GRADIENTS)
    expected = [
        algorithm(start, GRADIENTS[:, :, i].tolist(), 0.05, *settings)
        for i, start in enumerate(START)
    ]
    np.testing.assert_allclose(theta, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", CASES)
def test_runs_with_learning_rates_of_their_own(name):
    make, options, _, _ = CASES[name]
    rates, signs = np.array([0.01, 0.1, 0.3]), np.array([[1.0], [-1.0], [2.0]])
    many = GRADIENTS[:, :, None, :] * signs
    theta = run(make(rates, **options), np.array([START] * 3), many, factor=0.5)
    for r, lr in enumerate(rates):
        one = run(make(lr / 2, **options), np.array(START), many[:, :, r])
        np.testing.assert_allclose(theta[r], one, rtol=1e-12)


def test_the_first_step_of_adam_is_lr_long():
    theta = run(Adam(0.1), np.zeros(3), [[np.array([1e-3, -1.0, 1e3])]])
    np.testing.assert_allclose(theta, [-0.1, 0.1, -0.1], rtol=1e-4)


@pytest.mark.parametrize("name", CASES)
def test_goes_on_with_the_same_vector_and_starts_afresh_with_another(name):
    make, options, _, _ = CASES[name]
    optimizer, whole = make(0.05, **options), make(0.05, **options)
    theta = run(optimizer, np.array(START), GRADIENTS[:3])
    run(optimizer, theta, GRADIENTS[3:])
    np.testing.assert_array_equal(theta, run(whole, np.array(START), GRADIENTS))
    np.testing.assert_array_equal(run(optimizer, np.array(START), GRADIENTS), theta)


@pytest.mark.parametrize("name", CASES)
def test_changes_theta_in_place_and_nothing_else(name):
    make, options, _, _ = CASES[name]
    rates, theta, dtheta = np.array([0.1, 0.2]), np.ones((2, 4)), np.ones((2, 4))
    optimizer = make(rates, **options)
    rates[...] = 100.0
    run(optimizer, theta, [[dtheta]])
    assert (dtheta == 1).all() and np.abs(theta - 1).max() < 1 and (theta != 1).all()
