"""check_gradients: every parameter's gradient beside its numerical one, as a table."""

from functools import partial

import numpy as np

from .gradient_doubts import nudged, placed
from .gradient_table import GradientCheck, Row
from .gradients import loss_and_gradient, loss_at
from .losses import Loss
from .network import Network
from .support import checks

# Central differences resolve about 1e-16 L / 1e-5, so smaller gradients than this count as this.
SMALLEST = 1e-4


def check_gradients(net, X, y, loss, params=None):
    """Compare every parameter's gradient with central differences.

    The relative error is ||dv - numeric|| / (||dv|| + ||numeric||); below 1e-6 the two agree.

    Parameters
    ----------
    net : a Network; or a pair (forward, backward) of your own functions, where
        ``forward(x, params) -> p, cache`` and ``backward(y, cache, params) -> grads``.
    X (n, n_in), y (n, n_out), loss : as for `train`.
    params : for a pair, the dictionary of its parameters, such as "W1"; `grads` has then "dW1".

    Returns a GradientCheck, which is true if all agree and prints as a table. At a kink of the
    loss, such as that of a ReLU at z = 0, a gradient agrees that lies between its two slopes there.
    Errors: LabnetError for input that cannot be used, and for a forward that is random, or computes
    in float32; what your functions raise passes through.
    """
    if isinstance(net, Network):
        return GradientCheck(tuple(_network_rows(net, X, y, loss)))
    checks.pair(net, params)
    checks.instance(loss, Loss, "loss", "BinaryCrossEntropy()")
    return GradientCheck(tuple(_pair_rows(*net, X, y, loss, params)))


def _network_rows(net, X, y, loss):
    net.dtheta[...] = np.nan  # a gradient that is not written, or only added to, stays NaN
    L, dtheta = loss_and_gradient(net, X, y, loss)
    X, y = checks.data(net, X, y, loss)
    f, dtheta = partial(_loss_at, net, X, y, loss), dtheta.copy()
    numeric, kinks = nudged(f, net.theta.copy(), dtheta)
    for layer, name, where in net.parameters():
        place = f"layers[{net.layers.index(layer)}] {layer!r}"
        shape = net.theta.shape[:-1] + layer.shapes[name]
        error = relative_error(dtheta[..., where], numeric[..., where], L)
        here = placed(kinks, where, layer.shapes[name])
        yield Row(place, "d" + name, shape, shape, error, here)


def _loss_at(net, X, y, loss, theta):
    kept = net.theta.copy()
    net.theta[...] = theta
    try:
        return loss_at(net, X, y, loss)
    finally:
        net.theta[...] = kept


def _pair_rows(forward, backward, X, y, loss, params):
    X = checks.finite(checks.as_floats(X, "X"), "X")
    params = {name: np.array(checks.as_floats(value, name)) for name, value in params.items()}

    def loss_with(name, value):
        return loss.forward(forward(X, params | {name: value})[0], y)

    p, cache = checks.prediction_and_cache(forward(X, params))
    L, grads = loss.forward(p, y), backward(y, cache, params)
    checks.names_gradients(grads, params)
    for name, value in params.items():
        dv = checks.as_floats(grads[f"d{name}"], f"d{name}")
        error, kinks = np.inf, ()
        if dv.shape == value.shape:
            numeric, kinks = nudged(lambda v, name=name: loss_with(name, v), value, dv)
            error = relative_error(dv.ravel(), numeric.ravel(), L)
        yield Row("your backward", f"d{name}", dv.shape, value.shape, error, kinks)


def relative_error(dv, numeric, L):
    """||dv - numeric|| / (||dv|| + ||numeric||), the largest over the runs; NaN if one has a NaN.

    Gradients too small for central differences are measured against SMALLEST L.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        size = np.linalg.norm(dv, axis=-1) + np.linalg.norm(numeric, axis=-1)
        smallest = SMALLEST * np.maximum(1.0, np.abs(L))
        error = np.linalg.norm(dv - numeric, axis=-1) / np.maximum(size, smallest)
    return float(np.max(error))
