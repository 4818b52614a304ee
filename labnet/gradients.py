"""One pass forward and back through a network and its loss, and the gradient by nudging."""

import numpy as np

from .layers import Sigmoid
from .losses import BinaryCrossEntropy, Loss
from .network import Network, run_backward, run_forward
from .support import checks


def loss_and_gradient(net, X, y, loss):
    """L and dtheta for the data X (n, n_in), y (n, n_out).

    Where cross-entropy follows a Sigmoid, dz = (p - y)/n goes straight to the last Linear and L
    comes from z: exact and finite even where p rounds to 0 or 1. Everywhere else this is
    ``loss.forward(net.forward(X), y)`` and ``net.backward(loss.backward())``. The dtheta returned
    is net.dtheta itself, which the next backward pass overwrites: keep a ``dtheta.copy()``.
    """
    X, y = checked(net, X, y, loss)
    with np.errstate(all="ignore"):  # as in a training: diverged weights give inf or NaN
        L, p = forward_pass(net, X, y, loss)
        backward_pass(net, p, y, loss)
    return L, net.dtheta


def checked(net, X, y, loss):
    """X and y as floats, if the network and the loss are some, and can use them."""
    checks.instance(net, Network, "net", "Network(Linear(2, 1), Sigmoid(), rng=rng)")
    checks.instance(loss, Loss, "loss", "BinaryCrossEntropy()")
    return checks.data(net, X, y, loss)


def forward_pass(net, X, y, loss):
    """L and p, leaving in the layers and the loss what `backward_pass` needs."""
    if not joined(net, loss):
        net.p = run_forward(net.layers, X)
        return loss.forward(net.p, y), net.p
    z = run_forward(net.layers[:-1], X)
    net.p = net.layers[-1].forward(z)
    return loss.forward_from_logits(z, y), net.p


def backward_pass(net, p, y, loss):
    """Write net.dtheta."""
    if joined(net, loss):
        run_backward(net.trained[:-1], loss.backward_to_logits(p, y))
    else:
        run_backward(net.trained, loss.backward())


def joined(net, loss):
    """Chained through a saturated Sigmoid the gradient is lost (inf times 0): take both as one."""
    exact = type(loss) is BinaryCrossEntropy and loss.eps == 0.0
    return exact and type(net.layers[-1]) is Sigmoid


def numerical_gradient(f, x, h=1e-5):
    """df/dx by central differences, (f(x + h) - f(x - h)) / 2h, one entry of x after the other.

    f takes an array of the shape of x (a copy: x stays as it is) and returns a number; or, for R
    runs, an array (R,), where x is (R, ...) and each run depends on its own row only.
    Errors: LabnetError if f returns an array of another shape.
    """
    checks.require(callable(f), f"f is {f!r}; expected a function of an array like x.")
    h = checks.positive(h, "h")
    x = np.array(checks.as_floats(x, "x"))  # a copy: f may write into net.theta

    def nudged(where, step):
        near = x.copy()
        near[where] += step
        return f(near)

    dx = np.zeros_like(x)
    with np.errstate(all="ignore"):  # NaN where f is not finite
        runs = checks.leading_axes(f(x.copy()), x)
        for entry in np.ndindex(x.shape[runs:]):
            where = (..., *entry)
            dx[where] = (nudged(where, h) - nudged(where, -h)) / (2 * h)
    return dx
