"""One pass forward and back through a network and its loss, and the gradient by nudging."""

import numpy as np

from .losses import Loss
from .network import Network
from .support import checks


@np.errstate(all="ignore")  # as in a training: diverged weights give inf or NaN
def loss_and_gradient(net, X, y, loss):
    """L and dtheta for the data X (n, n_in), y (n, n_out): forward, loss, backward.

    The dtheta returned is net.dtheta itself, which the next backward pass overwrites: keep a
    ``dtheta.copy()``.
    """
    X, y = checked(net, X, y, loss)
    L = loss_at(net, X, y, loss)
    net.backward(loss.backward(), loss.of)
    return L, net.dtheta


def loss_at(net, X, y, loss):
    """L with the present weights."""
    net.forward(X)
    return loss_of(net, y, loss)


def loss_of(net, y, loss):
    """L of the last forward."""
    return loss.forward(net.p, y, net.z) if loss.takes_z else loss.forward(net.p, y)


def checked(net, X, y, loss):
    """X and y as floats, if the network and the loss are some, and can use them."""
    checks.instance(net, Network, "net", "Network(Linear(2, 1), Sigmoid(), rng=rng)")
    checks.instance(loss, Loss, "loss", "BinaryCrossEntropy()")
    return checks.data(net, X, y, loss)


@np.errstate(all="ignore")  # NaN where f is not finite
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

    dx, runs = np.zeros_like(x), checks.leading_axes(f(x.copy()), x)
    for entry in np.ndindex(x.shape[runs:]):
        where = (..., *entry)
        dx[where] = (nudged(where, h) - nudged(where, -h)) / (2 * h)
    return dx
