"""What the student's methods return: p as a column, gradients in one vector, the arrays."""

import inspect
from contextlib import suppress

import numpy as np

from ...support import checks
from ...support.errors import LabnetError

UNREAL = (
    "returned complex numbers, such as {:.3g}. Expected real ones: look for a root, a logarithm or "
    "a power of a negative number, or end with p.real."
)


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


def reached(make):
    """Whether the network that this makes is within reach; where it fails, the training tells."""
    with suppress(Exception, SystemExit), np.errstate(all="ignore"):
        return within_reach(make())
    return True


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
