"""MyNetwork of notebook 05: right, wrong, endless, ending, patched; and `train` beside it."""

from ..submission import one
from .files import added

METHODS = {
    "__init__": """\
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.f, self.slope = ACTIVATIONS[activation]
        rng = np.random.default_rng(rng)
        self.params = {}
        for k, pair in enumerate(zip(sizes[:-1], sizes[1:]), start=1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(*pair, rng)
        self.K = len(sizes) - 1""",
    "forward": """\
    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(sigmoid(z) if k == self.K else self.f(z))
        return self.a[-1]""",
    "backward": """\
    def backward(self, y):
        self.grads, dz = {}, (self.a[-1] - y) / len(y)
        for k in range(self.K, 0, -1):
            self.grads[f"dW{k}"] = self.a[k - 1].T @ dz
            self.grads[f"db{k}"] = dz.sum(axis=0, keepdims=True)
            dz = dz @ self.params[f"W{k}"].T * self.slope(self.a[k - 1])
        return self.grads""",
    "step": """\
    def step(self, lr):
        self.params = gradient_step(self.params, self.grads, lr)""",
}


def network(head="class MyNetwork:", **methods):
    """The class with some methods changed; one that is "" is left out."""
    bodies = (METHODS | methods).values()
    return "\n\n".join([head, *filter(None, bodies)])


MIXIN = f"class Stepping:\n{METHODS['step']}"
BASE = f"{MIXIN}\n\n\nclass Passes:\n{METHODS['forward']}\n\n{METHODS['backward']}"
LAYER = """\
class Layer:
    def __init__(self, n_in, n_out, rng):
        self.W, self.b = init_layer(n_in, n_out, rng)


"""
RIGHT = {
    "plain": network(),
    "mixins": f"{BASE}\n\n\n"
    + network("class MyNetwork(Passes, Stepping):", forward="", backward="", step=""),
    "another name": network("class Net:") + "\n\n\nMyNetwork = Net",
    "a static method and a property": network(
        forward="    @staticmethod\n    def squash(z):\n        return sigmoid(z)\n\n"
        + METHODS["forward"].replace("sigmoid(z) if", "self.squash(z) if"),
        step="    @property\n    def rate(self):\n        return 1.0\n\n"
        + METHODS["step"].replace("grads, lr", "grads, lr * self.rate"),
    ),
    "methods put in afterwards": network(step="")
    + "\n\n\ndef step(self, lr):\n"
    + "    self.params = gradient_step(self.params, self.grads, lr)\n\n\nMyNetwork.step = step",
}
WRONG = {
    "the sign of dz": (
        network(backward=METHODS["backward"].replace("self.a[-1] - y", "y - self.a[-1]")),
        "wrong",
    ),
    "step is not begun": (network(step="    def step(self, lr): ..."), "not attempted"),
    "step stands still": (network(step="    def step(self, lr):\n        return lr"), "wrong"),
    "step is missing": (network(step=""), "wrong: network-method-missing"),
    "_init_": (
        network().replace("def __init__", "def _init_"),
        "wrong or stopped",
    ),
    "self is missing": (
        network(forward="    def forward(x):\n        return x"),
        "wrong or stopped",
    ),
    "an object in place of the class": (
        network() + "\n\n\nMyNetwork = MyNetwork([2, 3, 1])",
        "wrong",
    ),
}
ENDS = {
    "endless in forward": network(
        forward="    def forward(self, x):\n        while True:\n            pass"
    ),
    "endless in __init__": network(
        __init__="    def __init__(self, sizes, activation='sigmoid', rng=None):\n"
        "        import itertools\n        sum(itertools.count())"
    ),
    "endless where the class is made": network("class MyNetwork:\n    while True:\n        pass\n"),
    "__getattr__ without end": network(
        backward="    def backward(self, y):\n        return self.nothing\n\n"
        "    def __getattr__(self, name):\n        return getattr(self, name + '_')"
    ),
}
LEAVES = {
    "os._exit in step": network(
        step="    def step(self, lr):\n        import os\n        os._exit(0)"
    ),
    "sys.exit in backward": network(
        backward="    def backward(self, y):\n        import sys\n        sys.exit(0)"
    ),
}
LIAR = """\
class Liar(np.ndarray):
    def __eq__(self, other):
        return np.True_

    def __array_ufunc__(self, *args, **named):
        return np.True_


"""
LIES = {
    "arrays that are equal to all": LIAR
    + network(
        forward="    def forward(self, x):\n        return np.full((len(x), 1), 0.5).view(Liar)"
    ),
    "gradients of the last time": network(
        backward=METHODS["backward"].replace(
            "        self.grads, dz",
            "        if hasattr(self, 'grads'):\n"
            "            return self.grads\n        self.grads, dz",
        )
    ),
    "right in its first object alone": network(
        __init__=METHODS["__init__"]
        + "\n        MyNetwork.made += 1\n        self.me = MyNetwork.made",
        step="    def step(self, lr):\n        if self.me == 1:\n"
        "            self.params = gradient_step(self.params, self.grads, lr)",
    ).replace("class MyNetwork:", "class MyNetwork:\n    made = 0\n"),
}
TRAIN = """\
def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for epoch in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    {last}"""
RIGHT_TRAIN = TRAIN.format(last="return losses, forward(x, params)[0]")
FOREVER = TRAIN.format(last="return losses, p").replace("range(epochs)", "iter(int, 1)")
SHADOWED = (
    "def backward(y, cache, params):\n    return {'d' + name: 0 * v for name, v in params.items()}"
)


def classes(named, expected, prefix, **flags):
    rows = {"MyNetwork": expected}
    return tuple(
        one(f"{prefix}{kind}", "05", {"MyNetwork": source}, rows, **flags)
        for kind, source in named.items()
    )


SUBMISSIONS = (
    *classes(RIGHT, "right", "MyNetwork: "),
    *(
        one(f"MyNetwork: {kind}", "05", {"MyNetwork": source}, {"MyNetwork": expected})
        for kind, (source, expected) in WRONG.items()
    ),
    *classes(ENDS, "stopped", "MyNetwork: "),
    *classes(LEAVES, "stopped", "MyNetwork: ", flags=("ends",)),
    *classes(LIES, "wrong or stopped", "MyNetwork: "),
    one("train without end", "05", {"train": FOREVER}, {"train": "stopped"}),
    one(
        "patches labnet's network",
        "05",
        {"MyNetwork": WRONG["step stands still"][0]},
        {"MyNetwork": "wrong"},
        ("patches",),
        change=added("labnet.exercises.notebook_05.network.faults.explain = lambda *args: None"),
    ),
    one(
        "train calls a wrong function of a cell above",
        "05",
        {"train": f"{SHADOWED}\n\n\n{RIGHT_TRAIN}"},
        {"train": "wrong"},
    ),
)
