"""What is said must be true: wrong functions near those of the catalogue, and their sentences."""

import numpy as np
import pytest
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises, sigmoid
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import accuracy, gradient_step, make_linear
from labnet.exercises.notebook_05.exercises import MyNetwork, make_xor, start, train
from labnet.exercises.notebook_05.nonlinearities import BENDS
from labnet.exercises.notebook_05.training_faults import steps
from labnet.exercises.notebook_05.watched_training import Runs, written_out
from labnet.exercises.notebook_07.exercises import relu_slope

# Loops that are written out


def half(z):
    return np.full_like(z, 0.5)


def sigmoid_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


LOOPS = {
    "train-step-other": right_05.written_out_with(np.tanh, sigmoid_slope),
    "train-some-stay": right_05.written_out_with(sigmoid, sigmoid_slope, "W3 b3 W2 b2 b1"),
    "train-biases-stay": right_05.written_out_with(sigmoid, sigmoid_slope, "W1 W2 W3"),
    "train-weights-stay": right_05.written_out_with(np.tanh, right_05.slope_of_tanh, "b1 b2 b3"),
}


@pytest.mark.parametrize("id", LOOPS)
def test_the_steps_of_a_loop_without_helpers_are_seen(id):
    assert exercises.train.check(LOOPS[id]).mistake == id


def test_a_missing_slope_in_a_loop_without_helpers_is_seen():
    loop = right_05.written_out_with(sigmoid, half)
    assert exercises.train.check(loop).mistake == "train-step-other"


@pytest.mark.parametrize(("bend", "slope"), BENDS)
@pytest.mark.parametrize("seed", range(5))
def test_the_steps_of_a_right_loop_without_helpers_are_right(bend, slope, seed):
    x, y = make_xor()
    runs = Runs(right_05.written_out_with(bend, slope), x, y, 6, 0.5, seed)
    assert len(runs.first.states) >= 6 and not list(steps(runs))


def test_a_layout_that_is_not_ours_is_not_looked_at():
    W1, W2, W3 = np.ones((5, 2)), np.ones((5, 5)), np.ones((1, 5))
    b1, b2, b3 = np.ones((5, 1)), np.ones((5, 1)), np.ones((1, 1))
    names = {"W1": W1, "W2": W2, "W3": W3, "b1": b1, "b2": b2, "b3": b3, "p": np.ones((3, 1))}
    assert written_out(np.ones((3, 2)), names) == []


def hidden_tanh(x, params):
    a1 = np.tanh(x @ params["W1"] + params["b1"])
    a2 = np.tanh(a1 @ params["W2"] + params["b2"])
    p = sigmoid(a2 @ params["W3"] + params["b3"])
    return p, {"x": x, "a1": a1, "a2": a2, "p": p}


def test_hidden_tanh_with_the_slopes_of_a_sigmoid_is_seen():
    def loop(x, y, epochs, lr, seed):
        params, losses = start(seed), []
        for _ in range(epochs):
            p, cache = hidden_tanh(x, params)
            losses.append(cross_entropy(p, y))
            params = gradient_step(params, backward(y, cache, params), lr)
        return losses, p

    verdicts = [exercises.train.check(loop) for _ in range(5)]  # two draws may see it at two places
    assert not any(verdicts) and "train-step-other" in {one.mistake for one in verdicts}


# Sentences


def mislabelled(x, params):
    p, cache = forward(x, params)
    return p, cache | {"a1": cache["z1"]}


def in_capitals(x, params):
    p, cache = forward(x, params)
    return p, {name.upper(): array for name, array in cache.items()}


def centred(x, params):
    p, cache = forward(x - x.mean(axis=0), params)
    return p, cache | {"x": x}


def other_sign_and_no_mean(y, cache, params):
    grads = backward(y, cache, params)
    return {name: -len(y) * dv for name, dv in grads.items()}


def labelled_by_and(n, rng):
    x = rng.random((n, 2))
    return x, ((x > 0.3).all(axis=1, keepdims=True)) * 1.0


def labelled_by_a_circle(n, rng):
    x = rng.random((n, 2))
    return x, (((x - 0.5) ** 2).sum(axis=1, keepdims=True) < 0.16) * 1.0


def identity(n_in, n_out, rng):
    return np.eye(n_in, n_out), np.zeros((1, n_out))


def in_one_entry(f, x, h=1e-5):
    dx = np.zeros(x.shape)
    for entry in np.ndindex(x.shape):
        dx[entry] = np.zeros(2)
    return dx


def asked_by_name(params, grads, lr):
    return params["W1"]["x"]


def uphill_without_rate(params, grads, lr):
    return {name: v + grads["d" + name] for name, v in params.items()}


def to_base(base):
    return lambda p, y: cross_entropy(p, y) / np.log(base) * len(y)


def swapped_and_flat():
    x, y = make_xor()
    return x, (1 - y).ravel()


def from_zeros(x, y, epochs, lr, seed):
    def flat(params):
        return {name: 0 * v for name, v in params.items()}

    params, losses = flat(start(seed)), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


def breaking_off(x, y, epochs, lr, seed):
    return train(x, y, min(epochs, 3), lr, seed)


TOLD = [
    ("forward", mislabelled, "`z1` stands under the name `a1`"),
    ("forward", in_capitals, "cache has X, Z1, A1, Z2, A2, Z3, P"),
    ("forward", centred, "goes into layer 1 is shifted or scaled"),
    ("backward", other_sign_and_no_mean, "the sign is wrong, and it is n times too large"),
    ("make_linear", labelled_by_and, "they follow another rule"),
    ("make_linear", labelled_by_a_circle, "they follow another rule"),
    ("init_layer", identity, "no chance in them at all"),
    ("numerical_gradient", in_one_entry, "An entry of an array holds one number"),
    ("gradient_step", asked_by_name, "only a dictionary can be asked by name"),
    ("gradient_step", uphill_without_rate, "you walk uphill, and the learning rate is missing"),
    ("cross_entropy", to_base(2), "the logarithm is to base 2"),
    ("cross_entropy", to_base(10), "the logarithm is to base 10"),
    ("accuracy", lambda p, y: 100 * (1 - accuracy(p, y)), "share of wrong decisions"),
    ("make_xor", swapped_and_flat, "The labels lie flat"),
    ("train", from_zeros, "do the first weights come out of that generator"),
    ("train", breaking_off, "can the loop end before it is reached"),
    ("adam", lambda params, grads, *_: {"W1": grads["dW1"]}, "are the dictionaries inside it"),
    ("adam", lambda params, *_: [params], "returned one thing, in brackets"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


def test_one_scalar_that_is_wrong_in_one_case_is_not_wrong_everywhere():
    def at_one_place(p, y):
        return accuracy(p, y) if len(p) != 5 else 0.25

    assert "everywhere" not in exercises.accuracy.check(at_one_place).message


def test_what_is_off_by_a_factor_too_is_not_called_right():
    def tie_in_percent(p, y):
        return 100 * np.mean((p >= 0.5) == (y == 1))

    assert "Right" not in exercises.accuracy.check(tie_in_percent).message


def test_the_slope_of_relu_is_not_constant_if_it_is_so_in_one_case():
    def where_nonzero(z):
        return (np.asarray(z) != 0) * 1.0

    assert exercises.relu_slope.check(relu_slope).passed
    assert exercises.relu_slope.check(where_nonzero).mistake not in (
        "all-the-same",
        "argument-unused",
    )


def test_a_place_where_the_slope_is_all_but_right_is_not_blamed():
    def steep(z):
        return sigmoid(10.0 * np.asarray(z))

    message = exercises.relu_slope.check(steep).message
    assert "Not right at z = " in message and "z = −2" not in message


def test_points_labelled_by_chance_are_still_told_as_such():
    def by_chance(n, rng):
        return make_linear(n, rng)[0], rng.integers(0, 2, (n, 1)) * 1.0

    assert exercises.make_linear.check(by_chance).mistake == "linear-labels-by-chance"


def test_a_method_with_self_is_none_without():
    class Static(MyNetwork):
        def step(self, *settings):
            return super().step(*settings)

    assert exercises.MyNetwork.check(Static).passed
