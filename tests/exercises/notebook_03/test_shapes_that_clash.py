"""Products on the way back whose shapes do not fit."""

import numpy as np
import pytest
from exercises.notebook_03.planted import steep

from labnet import exercises


def through_weights(cross):
    """A backward pass with another way through W3."""

    def backward(y, cache, params):
        dz3 = (cache["p"] - y) / len(y)
        dz2 = cross(dz3, params["W3"], cache) * steep(cache["a2"])
        dz1 = dz2 @ params["W2"].T * steep(cache["a1"])
        grads = {"dW3": cache["a2"].T @ dz3, "dW2": cache["a1"].T @ dz2, "dW1": cache["x"].T @ dz1}
        return grads | {"db3": dz3.sum(0), "db2": dz2.sum(0), "db1": dz1.sum(0)}

    return backward


@pytest.mark.parametrize(
    ("cross", "id"),
    [
        (lambda dz, W, cache: dz @ W.T, None),
        (lambda dz, W, cache: dz @ W, "weights-not-transposed"),
        (lambda dz, W, cache: np.dot(dz, W), "weights-not-transposed"),
        (lambda dz, W, cache: dz.dot(W), "weights-not-transposed"),
        (lambda dz, W, cache: 7 * dz @ W, "weights-not-transposed"),
        (lambda dz, W, cache: W @ dz, "weights-first"),
        (lambda dz, W, cache: W.T @ dz, "weights-first"),
        (lambda dz, W, cache: dz * W, "weights-element-wise"),
        (lambda dz, W, cache: (dz @ W.T) @ cache["z2"], "shapes-clash"),
    ],
)
def test_a_product_that_does_not_fit_is_named_by_what_met(cross, id):
    verdict = exercises.backward.check(through_weights(cross))
    assert verdict.mistake == (id and f"backward-{id}"), verdict


@pytest.mark.parametrize(
    ("product", "id"),
    [
        (lambda a, dz: a @ dz, "input-not-transposed"),
        (lambda a, dz: dz @ a.T, "input-last"),
    ],
)
def test_a_gradient_of_weights_that_does_not_fit_is_named_too(product, id):
    def backward(y, cache, params):
        dz3 = (cache["p"] - y) / len(y)
        return {"dW3": product(cache["a2"], dz3)}

    assert exercises.backward.check(backward).mistake == f"backward-{id}"


def test_what_two_arrays_met_is_told_with_their_shapes():
    def backward(y, cache, params):
        return cache["a1"] @ cache["z2"]

    message = exercises.backward.check(backward).message
    assert "`a1` of shape (4, 3) does not fit `z2` of shape (4, 2)" in message
