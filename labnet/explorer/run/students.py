"""The student's own network in the explorer, and what is said where it breaks the protocol."""

import inspect
from contextlib import suppress
from copy import copy, deepcopy
from math import isfinite
from types import MappingProxyType

import numpy as np

from ...experiments.setup import ACTIVATIONS, streams
from ...losses import BinaryCrossEntropy
from ...network import Network
from ...support import checks
from ...support.errors import LabnetError
from ...support.signatures import takes_any_name
from .labnet_networks import BUILT, GIVEN, OUTPUTS, batches
from .mirror import Mirror
from .naming import shape
from .trainer import Trainer

LEAST = 1e-12  # keeps the cross-entropy finite where p is exactly 0 or 1
NO_PROBABILITY = (
    "Cross-entropy needs numbers between 0 and 1: end with a sigmoid, or choose "
    "'none, squared error' as output and loss."
)
MOVES = (
    "Your backward moves the weights, which is for step alone: here they move twice in an epoch or "
    "more, for backward is also called to show its gradients."
)
METHODS = ("forward", "backward", "step")
NEVER = {"init", "optimizer"}  # the class decides these itself
MODERATE = 1e3  # weights up to here make no number overflow
UNREAL = (
    "returned complex numbers, such as {:.3g}. Expected real ones: look for a root, a logarithm or "
    "a power of a negative number, or end with p.real."
)
AT_FIRST = "returned {} before any training: look for 0/0 or log(0)."
LATER = "returned {}, though {}: look for 0/0, log(0) or an exp of large numbers."
ONLY = (
    "{} cannot be copied ({}), as an explorer does with an object at each start. Give the class, "
    "or a function that makes one: explore(lambda: ...)."
)
LEFT_OUT = (
    "{} cannot be copied ({}): each start builds it anew, and your own gradients of one example "
    "are left out."
)


class StudentNetworks:
    """Networks of a class of your own.

    The explorer builds it with ``MyNetwork(sizes, activation="sigmoid", rng=None)``, where sizes
    is [2, 10, 10, 1] for instance, and calls

        forward(x) -> p       p (n, 1) for x (n, 2)
        backward(y) -> grads  for the last forward
        step(lr)              changes the weights

    If it has ``params`` {"W1": W1, "b1": b1, ...} and ``grads`` {"dW1": dW1, ...}, they are shown.
    Weight decay needs ``params``: before each step it multiplies W1, W2, ... by 1 - lr decay.
    An object of the class, or a function without arguments that makes one, will do as well.
    """

    decided = MappingProxyType({})

    def __init__(self, network):
        self.name = getattr(network, "__name__", type(network).__name__)
        self.make, self.without = maker(network)
        self.activation = usual_activation(network)
        self.given = self.without >= GIVEN
        self.key = self.untrained = None

    def check(self, settings):
        """Errors: LabnetError for weight decay where the weights are out of reach."""
        decay, reached = settings["decay"], True
        with suppress(Exception), np.errstate(all="ignore"):  # the training tells what fails
            reached = not decay or within_reach(self.network(settings))
        checks.require(
            reached,
            f"decay is {decay:g}; expected 0 for {self.name}: weight decay needs params = "
            '{"W1": W1, "b1": b1, ...} with the very arrays that forward and step use, no copies.',
        )

    def trainer(self, settings, X, y):
        return StudentTrainer(self.network(settings), settings, X, y)

    def named(self, settings):
        return self.name if "hidden" not in settings else f"{self.name} {shape(settings)}"

    def trainers(self, settings, X, y, seeds):
        for seed in range(seeds):
            yield self.trainer(settings | {"seed": seed}, X, y)

    def network(self, settings):
        """The network for these settings, untrained: a copy, so that each start is the same.

        What cannot be copied is built anew.
        """
        key = tuple(settings[name] for name in ("hidden", "activation", "seed"))
        if key != self.key:
            self.key, self.untrained = None, self.make(settings)
            self.key = key
        network = twin(self.untrained)
        return self.make(settings) if network is None else network


def twin(network):
    """A copy that shares nothing; None if it cannot be copied, as what holds a lock or a file."""
    try:
        return deepcopy(network)
    except Exception:  # of whatever it holds
        return None


def uncopied(network):
    """What in it cannot be copied, or ""."""
    if twin(network) is not None:
        return ""
    values = getattr(network, "__dict__", {}).items()
    held = [name for name, value in values if value is not None and twin(value) is None]
    return f"it holds {', '.join(f'self.{name}' for name in held)}"


def usual_activation(network):
    """The activation that the class takes where none is named; sigmoid if it doesn't say."""
    accepted = inspect.signature(network).parameters if callable(network) else {}
    usual = accepted["activation"].default if "activation" in accepted else "sigmoid"
    return usual if isinstance(usual, str) and usual in ACTIVATIONS else "sigmoid"


def maker(network):
    """A function settings -> network, and the names of the controls that it cannot use."""
    checks.require(
        network is not Network,
        "network is labnet's class Network: leave it out, or give an object of it, or a class of "
        "your own.",
    )
    if not inspect.isclass(network) and all(hasattr(network, name) for name in METHODS):
        why = uncopied(network)
        checks.require(not why, ONLY.format(type(network).__name__, why))
        original = deepcopy(network)
        return lambda settings: original, NEVER | GIVEN
    checks.require(
        callable(network),
        f"network is {network!r}; expected a class with {', '.join(METHODS)}, an object of it, or "
        "a function that makes one.",
    )
    return built(network)


def built(network):
    """The same for a class, or a function that builds an object."""
    accepted = inspect.signature(network).parameters
    required = [one for one in accepted.values() if one.default is one.empty]
    if "sizes" not in accepted and not required:
        return lambda settings: network(), NEVER | BUILT
    by_name = takes_any_name(network)
    first = next(iter(accepted.values()))
    by_place = first.kind not in (first.KEYWORD_ONLY, first.VAR_KEYWORD)
    optional = [name for name in ("activation", "rng") if by_name or name in accepted]

    def make(settings):
        _, rng, _ = streams(settings["seed"])
        values = {"activation": settings["activation"], "rng": rng}
        named, sizes = {name: values[name] for name in optional}, [2, *settings["hidden"], 1]
        return network(sizes, **named) if by_place else network(sizes=sizes, **named)

    return make, NEVER | ({"activation"} - set(optional))


class StudentTrainer(Trainer):
    """Calls the student's methods, and looks at what they return each time."""

    z = theta = dtheta = None  # are the student's own affair

    def __init__(self, network, settings, X, y):
        *_, for_order = streams(settings["seed"])
        super().__init__(settings, X, y)
        self.batches = batches(settings, self.X, self.y, for_order)
        for name in METHODS:
            checks.require(
                callable(getattr(network, name, None)),
                f"{type(network).__name__} has no method {name!r}; expected {', '.join(METHODS)}.",
            )
        self.network, self.mirror, self.settings = network, Mirror(settings), settings
        self.learner = self.optimizer = self
        self.loss, self.p, self.stepped = measured(settings["output"]), None, False
        self.forward(X)

    def backward(self, dp, of):
        """The student's own, which begins at y."""
        returned = self.network.backward(self.loss.y)
        for name, gradient in offered(self.network, returned).items():
            if not isfinite(np.vdot(gradient, gradient)) and self.moderate():
                raise wrong(self.network.backward, LATER.format(f"NaN in {name}", self.moderate()))

    def step(self, theta, dtheta, lr):
        """The student's own, after weight decay: W - lr (dW + decay W) = (1 - lr decay) W - lr dW.

        That holds for gradient descent. A class whose step does more, such as Adam, gets decoupled
        weight decay (Loshchilov & Hutter 2019).
        """
        if decay := self.settings["decay"]:
            for W in weights(self.network):
                W[...] = (1 - lr * decay) * W
        self.network.step(lr)
        self.stepped = True

    def measure(self):
        self.p = self.forward(self.X)
        return self.loss.forward(self.p, self.y), self.p

    def measure_held_out(self):
        p = self.forward(self.held_X)
        return copy(self.loss).forward(p, self.held_y), p

    def forward(self, X):
        """p for the training; NaN is for the loss to tell, where the weights have run away."""
        p = self.predict(X)
        if isfinite(p.sum()) or np.isfinite(p).all():
            return p
        what = "NaN" if np.isnan(p).any() else "infinite numbers"
        if not self.stepped:
            raise wrong(self.network.forward, AT_FIRST.format(what))
        if self.moderate():
            raise wrong(self.network.forward, LATER.format(what, self.moderate()))
        return np.full_like(p, np.nan)

    def moderate(self):
        """That its numbers are small, in words; "" if they are not, and may have overflown."""
        arrays = self.arrays()
        if arrays:
            largest = max(np.abs(array).max(initial=0) for array in arrays.values())
            return f"its largest weight is {largest:.3g}" if largest <= MODERATE else ""
        largest = np.abs(self.p).max()
        return f"its last p reached no further than {largest:.3g}" if largest <= MODERATE else ""

    def predict(self, X):
        forward = self.network.forward
        p = column(forward(X), len(X), forward)
        inside = p.min() >= 0 and p.max() <= 1
        if isinstance(self.loss, BinaryCrossEntropy) and not inside and outside(p):
            raise wrong(
                forward, f"returned p from {p.min():.4g} to {p.max():.4g}. {NO_PROBABILITY}"
            )
        return p

    def arrays(self):
        return arrays(self.network)

    def gradients(self):
        return gradients_of(self.network, self.y)

    def example_gradients(self, x, y):
        network = twin(self.network)
        if network is None:
            return None
        network.forward(x)
        return gradients_of(network, y)

    def remark(self):
        """What to say if `backward` alone changes p: tried on a copy, once lr is known to it."""
        network, lr = twin(self.network), self.settings["lr"]
        if network is None:
            return LEFT_OUT.format(type(self.network).__name__, uncopied(self.network))
        network.forward(self.X)
        network.backward(self.y)
        network.step(lr)
        before, again = (np.array(network.forward(self.X)) for _ in range(2))
        network.backward(self.y)
        after = np.array(network.forward(self.X))
        return MOVES if np.array_equal(before, again) and (before != after).any() else ""

    @property
    def net(self):
        params = getattr(self.network, "params", None)
        theta = flat(params, "")
        return None if theta is None else self.mirror.network(params, theta, self.X, self.p)


def measured(output):
    """The loss that is shown; the one that is trained is the student's own affair."""
    _, loss = OUTPUTS[output]
    return BinaryCrossEntropy(eps=LEAST) if isinstance(loss, BinaryCrossEntropy) else copy(loss)


def outside(p):
    """Whether some of its numbers are no probabilities; NaN and infinity are told elsewhere."""
    return (np.isfinite(p) & ((p < 0) | (p > 1))).any()


def column(p, n, function):
    """What forward returned, if it is a column of n numbers."""
    try:
        p = checks.as_floats(p, "p")
    except LabnetError:
        array = checks.as_array(p)
        if array.dtype.kind == "c":
            one = array.flat[np.abs(array.imag).argmax()]
            raise wrong(function, UNREAL.format(one)) from None
        kind = f"an array of {p.dtype}" if isinstance(p, np.ndarray) else type(p).__name__
        given = "None: is its `return` missing?" if p is None else f"{kind}."
        raise wrong(function, f"returned {given} Expected p of shape ({n}, 1).") from None
    if p.shape != (n, 1):
        raise wrong(
            function, f"returned p of shape {p.shape}; expected ({n}, 1), a row for each example."
        )
    return p


def offered(network, returned):
    """The gradients {"dW1": dW1, ...} after a `backward` that returned this; {} without any."""
    grads = getattr(network, "grads", returned)
    return grads if isinstance(grads, dict) else {}


def gradients_of(network, y):
    """All gradients in one vector, in the order of the parameters; None if they are not offered."""
    returned = network.backward(y)
    params, grads = getattr(network, "params", None), offered(network, returned)
    if not isinstance(params, dict) or not grads:
        return None
    for name, value in params.items():
        gradient = grads.get(f"d{name}")
        if gradient is not None and np.size(gradient) != np.size(value):
            raise wrong(
                network.backward,
                f"gave d{name} of shape {np.shape(gradient)}; expected {np.shape(value)}, the "
                f"shape of {name}.",
            )
    return flat(grads, "d")


def arrays(network):
    params = getattr(network, "params", None)
    return params if isinstance(params, dict) else {}


def weights(network):
    """W1, W2, ... themselves, where they are arrays that can be changed."""
    named = (value for name, value in arrays(network).items() if name.startswith("W"))
    return [value for value in named if getattr(value, "dtype", None) in (np.float32, np.float64)]


def within_reach(network):
    """Whether other numbers in the weights change p, also after a step. The network is spent."""
    x, y = np.array([[0.3, 0.7], [0.9, 0.4]]), np.array([[0.0], [1.0]])
    network.forward(x)
    network.backward(y)
    network.step(0.1)
    before, rng, found = np.array(network.forward(x)), np.random.default_rng(0), weights(network)
    for W in found:
        W[...] = rng.normal(size=W.shape)
    return bool(found) and not np.array_equal(before, network.forward(x))


def flat(arrays, prefix):
    """W1, b1, W2, ... (or dW1, db1, ...) in one vector; None if one is missing."""
    if not isinstance(arrays, dict):
        return None
    names = [f"{prefix}{kind}{k}" for k in range(1, 1 + len(arrays)) for kind in "Wb"]
    found = [np.ravel(arrays[name]).astype(float) for name in names if name in arrays]
    return np.concatenate(found) if found else None


def wrong(function, what):
    """A LabnetError that names the function and its line."""
    return LabnetError(f"{where(function)}\n{function.__qualname__} {what}")


def where(function):
    """The last line of a function that returns, or its first line."""
    try:
        lines, first = inspect.getsourcelines(function)
    except (OSError, TypeError):
        return ""
    returning = [i for i, line in enumerate(lines) if line.strip().startswith("return")]
    chosen = returning[-1] if returning else 0
    return f"line {first + chosen}:  {lines[chosen].strip()}"
