"""Going through a dictionary gives its names: told where code takes them for arrays."""

import pytest
from exercises.cells import checked

FORWARD = "def forward(x, params):\n"
BACKWARD = "def backward(y, cache, params):\n"
STEP = "def gradient_step(params, grads, lr):\n    new = {}\n"
MEMBERS = [
    (FORWARD + "    W1, b1, W2, b2, W3, b3 = params\n    z1 = x @ W1 + b1\n", "params"),
    (FORWARD + "    W1, b1, W2, b2, W3, b3 = list(params)\n    return np.dot(x, W1), {}", "params"),
    (FORWARD + "    W1, *others = params\n    return x.dot(W1), {}", "params"),
    (FORWARD + "    W1, b1, W2, b2 = params\n", "params"),
    (FORWARD + "    for v in params:\n        x = x * v\n    return x, {}", "params"),
    (FORWARD + "    for k, v in enumerate(params):\n        x = x * v\n    return x, {}", "params"),
    (FORWARD + "    return [v.T for v in params], {}", "params"),
    (FORWARD + "    W1, b1, W2, b2, W3, b3 = params\n    return layer(x, W1), {}", "params"),
    (BACKWARD + "    x, z1, a1, z2, a2, z3, p = cache\n    dz3 = (p - y) / len(y)\n", "cache"),
    (BACKWARD + "    x, z1, a1, z2, a2, z3, p = cache\n    return np.exp(-z3)\n", "cache"),
    (STEP + "    return {v: v - lr * dv for v, dv in zip(params, grads)}", "params"),
    (STEP + "    for v, dv in zip(params.values(), grads):\n        v -= lr * dv\n", "grads"),
    (STEP + "    for a, b in grads:\n        new[a] = b\n    return new", "grads"),
]
LAYER = "def layer(v, w):\n    return v @ w\n"


@pytest.mark.parametrize(("source", "name"), MEMBERS)
def test_names_in_place_of_arrays_are_told(source, name, cell, monkeypatch):
    monkeypatch.setattr("exercises.cells.notebook", lambda: dict(cell(LAYER)))
    verdict = checked(source)
    assert verdict.mistake == "names-for-arrays", verdict
    start = f"Going through a dictionary gives its names: `{name}` gives '"
    assert verdict.message.startswith(start) and f"`{name}.values()` gives" in verdict.message


def test_names_are_told_of_what_a_class_keeps():
    verdict = checked(
        "class MyNetwork:\n"
        "    def __init__(self, sizes, activation='sigmoid', rng=None):\n"
        "        self.params = {'W1': np.ones((2, 3)), 'b1': np.zeros(3)}\n"
        "    def forward(self, x):\n"
        "        W, b = self.params\n"
        "        return x @ W + b\n"
        "    def backward(self, y): return y\n"
        "    def step(self, lr): return lr\n"
    )
    assert "`self.params` gives 'W1', 'b1', and no arrays" in verdict.message


OTHERS = [
    STEP + "    for name in params:\n        new[name.upper()] = params[name] @ 1.0\n",
    STEP + "    for name in params:\n        new[name] = params[name] - lr * grads[name]\n",
    STEP + "    for name in params:\n        new[name] = params[name] - lr * grads.get(name)\n",
    STEP + "    for name in params:\n        new[name] = params[name] @ grads[f'd{name}']\n",
    STEP + "    for name in params:\n        new[name] = params[name] @ grads['d' + name]\n",
    STEP + "    for name, v in params.items():\n        new[name] = v @ grads['d' + name]\n",
    STEP + "    for name, other in zip(params, grads):\n        params[name] @ grads[other]\n",
    STEP + "    for name in params:\n        name.missing if name[0] == 'Q' else new['a']\n",
    FORWARD + "    W1, b1, W2, b2, W3, b3 = params.values()\n    return W1 @ x, {}\n",
    FORWARD + "    W1, b1, W2, b2, W3, b3 = params\n    return x @ params[W2], {}\n",
]


@pytest.mark.parametrize("source", OTHERS)
def test_a_right_way_through_a_dictionary_is_not_blamed(source):
    verdict = checked(source)
    assert verdict.outcome == "stopped" and verdict.mistake != "names-for-arrays", verdict
